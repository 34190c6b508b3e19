"""A binary workbook is read like any other."""

import struct

from pyxlsbwriter import XlsbWriter

from data_loaders.intake import SHELL_LIMITS, read_delivery
from data_loaders.xlsb_reach import FIRST_CELL, LAST_CELL, ROW, _records
from tests.data_loaders.attacks import changed


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


def far_away(sheet):
    """Put the last cell of a sheet in the last row and column that exist."""
    out, records = bytearray(sheet), list(_records(sheet))
    row = [start for kind, start in records if kind == ROW][-1]
    cell = [start for kind, start in records if FIRST_CELL <= kind <= LAST_CELL][-1]
    struct.pack_into("<I", out, row, 1_048_575)
    struct.pack_into("<I", out, cell, 16_383)
    return bytes(out)


def test_a_lonely_cell_far_away_in_an_xlsb_never_takes_the_memory(tmp_path):
    path = tmp_path / "plaatsingen.xlsb"
    with XlsbWriter(str(path)) as book:
        book.add_sheet("Plaatsingen")
        book.write_sheet([["Startdatum", "Woongemeente"], ["1-2-2015", "Haarlem"]])
    data = path.read_bytes()
    for change, clause in ((far_away, "een blad is te groot"), (lambda sheet: sheet + b"\xff", "beschadigd")):
        intake = read_delivery(
            changed(data, "worksheets/sheet1.bin", change), "plaatsingen.xlsb", key=b"sleutel"
        )
        assert intake.table is None
        assert clause in intake.problems[0].message
