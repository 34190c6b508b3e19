"""The analyst's own workbook comes back with the wrong cells marked, and loads again when corrected."""

import io
import zipfile
from datetime import datetime

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName

from data_loaders.intake import Cell, read_delivery
from data_loaders.marking import marked_workbook
from data_loaders.understanding import MARKED

HEAD = ["Startdatum", "BSN", "Woongemeente", "Klantnr", "Werkgever", "Uren", "Naam", "Kleur", None]
ROWS = [
    ["Plaatsingen WSP 2015-Q1"],
    [],
    HEAD,
    [datetime(2015, 3, 1), "123456782", "Haarlem", "K1", "Bos BV", 32, "Piet Puk", "rood", "Piet woont hier"],
    ["geen idee", "123456782", "Harlem", "K2", "@SUM(1)", 24.5, "Jan Smit", "blauw", None],
    [datetime(2015, 3, 3), "123456782", "Velsen", "K3", "Zee BV", "veel", "An Bos", "geel", None],
]
SECRETS = ("123456782", "Piet Puk", "Jan Smit", "An Bos", "Piet woont hier", "BSN", "Naam")


@pytest.fixture
def marked(read, xlsx):
    """Return what was read of sheets (or of bytes), the marked workbook, and the bytes of it."""

    def of(*sheets, data=None, name="lijst.xlsx", hidden=(), **stated):
        data = data or xlsx(*(sheets or [("Q1", ROWS)]), hidden=hidden)
        intake = read(data, name, **stated)
        made = marked_workbook(data, name, intake)
        return intake, openpyxl.load_workbook(io.BytesIO(made)), made

    return of


def everything(made: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return "\n".join(archive.read(name).decode("utf-8") for name in archive.namelist())


def test_wrong_cells_are_coloured_and_say_what_is_wrong(marked):
    intake, book, _ = marked()
    page = book["Q1"]
    coloured = {cell.coordinate for row in page.iter_rows() for cell in row if cell.fill.fill_type}
    assert {"A5", "C5", "F6"} <= coloured
    assert "is geen datum" in page["A5"].comment.text
    assert "geen Nederlandse gemeente" in page["C5"].comment.text
    assert page["A4"].comment is None
    assert coloured == {one.cell for one in intake.problems if one.cell}


def test_cells_stay_at_their_addresses_with_dates_and_numbers(marked):
    page = marked()[1]["Q1"]
    assert page["A1"].value == "Plaatsingen WSP 2015-Q1"
    assert (page["A3"].value, page["C3"].value, page["E4"].value) == ("Startdatum", "Woongemeente", "Bos BV")
    assert (page["A4"].value, page["F4"].value, page["F5"].value) == (datetime(2015, 3, 1), 32, 24.5)
    assert page["H6"].value == "geel"


def test_forbidden_columns_and_columns_without_a_heading_are_left_out(marked):
    _, book, made = marked()
    assert [book["Q1"][place].value for place in ("B4", "G4", "I4", "B3")] == [None] * 4
    for secret in SECRETS:
        assert secret not in everything(made).replace("WoonNaam", "")


def test_nothing_hidden_comes_along(marked, xlsx):
    book = openpyxl.load_workbook(io.BytesIO(xlsx(("Q1", ROWS), ("Geheim", ROWS), hidden=("Geheim",))))
    book.defined_names["Klanten"] = DefinedName("Klanten", attr_text="Geheim!$G$4")
    book["Q1"]["E4"].comment = Comment("Piet Puk heeft een schuld", "Jan Smit")
    book["Q1"]["F6"].value = '=IF(G4="Piet Puk","veel",1)'
    file = io.BytesIO()
    book.save(file)
    _, seen, made = marked(data=file.getvalue())
    assert seen.sheetnames == ["Q1", "Problemen"]
    assert not any(secret in everything(made) for secret in (*SECRETS, "schuld", "Klanten", "Geheim!"))


def test_no_cell_calculates(marked):
    hostile = ["=1+1", "+31 6", "-2+3", "@SUM(A1)", " =1", "\t=1", "-"]
    rows = [["Startdatum", "Woongemeente", "Werkgever"], *(["1-3-2015", "Haarlem", text] for text in hostile)]
    data = "\n".join(";".join(f'"{text}"' for text in row) for row in rows).encode()
    intake, book, made = marked(data=data, name="lijst.csv")
    cells = [cell for page in book for row in page.iter_rows() for cell in row]
    assert not any(cell.data_type == "f" for cell in cells)
    written = [cell.value for cell in book.worksheets[0]["C"]][1:]
    assert not any(text.lstrip().startswith(("=", "+", "@")) for text in written)
    again = read_delivery(made, "lijst.xlsx", key=b"sleutel")
    assert again.table.column("employer").to_pylist() == intake.table.column("employer").to_pylist()


def test_every_problem_is_listed_on_a_sheet_of_its_own(marked):
    intake, book, _ = marked()
    lines = [[cell.value for cell in row] for row in book["Problemen"].iter_rows(min_row=4)]
    assert book["Problemen"]["A1"].value == MARKED
    assert len(lines) == len(intake.problems)
    assert ["fout", "Datums die niet te lezen zijn", "Q1", "A5", "Startdatum", "geen idee"] in [
        line[:6] for line in lines
    ]


def test_it_loads_again_as_the_same_delivery(marked, read):
    intake, _, made = marked()
    again = read(made)
    assert again.table.equals(intake.table)
    assert (again.kind, again.supplier, again.period) == (intake.kind, intake.supplier, intake.period)
    assert [(one.sort, one.cell) for one in again.problems if one.severity == "error"] == [
        (one.sort, one.cell) for one in intake.problems if one.severity == "error"
    ]


def test_corrected_in_excel_it_is_accepted(marked, read):
    book = marked()[1]
    book["Q1"]["A5"], book["Q1"]["C5"], book["Q1"]["F6"] = "02-03-2015", "Haarlem", 36
    file = io.BytesIO()
    book.save(file)
    intake = read(file.getvalue())
    assert intake.accepted
    assert intake.table.num_rows == 3
    assert intake.table.column("employer").to_pylist()[1] == "@SUM(1)"


def test_what_was_corrected_on_screen_is_in_it(marked, read):
    words = {"municipality_home": {"Harlem": "Haarlem"}}
    cells = {Cell("Q1", 5, "placement_date"): "02-03-2015", Cell("Q1", 6, "hours_per_week"): "36"}
    _, book, made = marked(values=words, corrections=cells)
    assert [book["Q1"][place].value for place in ("A5", "C5", "F6")] == ["02-03-2015", "Haarlem", "36"]
    assert read(made).accepted


def test_a_word_that_is_wrong_in_many_rows_is_marked_in_each(marked):
    rows = [[f"{day}-3-2015", "Haarlem", "De post"] for day in (1, 2, 3)]
    page = marked(("Q1", [["Startdatum", "Woongemeente", "Kanaal"], *rows]))[1]["Q1"]
    assert [page[place].fill.fill_type for place in ("C2", "C3", "C4")] == ["solid"] * 3


def test_rows_beyond_the_told_ones_are_marked_too(marked):
    rows = [["Startdatum", "Woongemeente"], *([f"geen datum {index}", "Haarlem"] for index in range(260))]
    page = marked(("Q1", rows))[1]["Q1"]
    assert all(page.cell(row, 1).fill.fill_type for row in range(2, 262))


def test_a_column_with_citizen_numbers_is_left_out_of_a_refused_file(marked):
    rows = [["1-3-2015", "Haarlem", "123456782"] for _ in range(5)]
    intake, book, made = marked(("Q1", [["Startdatum", "Woongemeente", "Klantnr"], *rows]))
    assert intake.cleaned is None
    assert "123456782" not in everything(made)
    assert "Burgerservicenummers" in [cell.value for cell in book["Problemen"]["B"]]


def test_a_list_above_the_headings_gives_no_forbidden_cells(marked):
    older = [["Naam", "Startdatum", "Woongemeente"], ["Piet Puk", "1-2-2014", "Haarlem"], []]
    newer = [["BSN", "Begindatum", "Woonplaats"], ["1", "1-2-2015", "Haarlem"]]
    _, book, made = marked(("Q1", [*older, *newer]), header_rows={"Q1": 4})
    assert "Piet Puk" not in everything(made)
    assert book["Q1"]["B2"].value == "1-2-2014"


def test_a_file_that_cannot_be_read_gives_a_list_of_what_is_wrong(marked):
    _, book, _ = marked(data=b"PK\x03\x04kapot")
    assert book.sheetnames == ["Problemen"]
    assert "beschadigd" in book["Problemen"]["G4"].value


@pytest.mark.parametrize("name", ["'; DROP", "=cmd", "a" * 31])
def test_odd_names_of_sheets_do_not_stop_it(marked, name):
    assert len(marked((name, ROWS))[1].sheetnames) == 2
