"""A binary workbook is read like any other."""

from pyxlsbwriter import XlsbWriter

from data_loaders.intake import SHELL_LIMITS, read_delivery


def test_an_xlsb_of_placements_loads_with_its_addresses(tmp_path):
    path = tmp_path / "plaatsingen WSP 2015.xlsb"
    rows = [
        ["Datum plaatsing", "Woongemeente", "Uren per week", "Doelgroepregister"],
        ["02-03-2015", "Haarlem", 32, "J"],
        ["03-03-2015", "IJmuiden", 25.5, "N"],
        ["31-02-2015", "Velsen", 24, "J"],
    ]
    with XlsbWriter(str(path)) as book:
        book.add_sheet("Plaatsingen")
        book.write_sheet(rows)
    intake = read_delivery(path, key=b"sleutel", limits=SHELL_LIMITS)
    assert (intake.kind, intake.rows, intake.table.num_rows) == ("placement", 3, 2)
    assert intake.table["municipality_home"].to_pylist() == ["GM0392", "GM0453"]
    assert [float(hours) for hours in intake.table["hours_low"].to_pylist()] == [32.0, 25.5]
    [error] = [problem for problem in intake.problems if problem.severity == "error"]
    assert error.cell == "A4"
