"""Awkward workbooks without end: never a traceback, English, a leak, or a row both stored and wrong."""

import io
import os
import re

import openpyxl
import xlwt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

from data_loaders.drafts import keep, resume
from data_loaders.intake import OUR_FAULT, read_delivery
from data_loaders.loading import How, try_out
from data_loaders.marking import marked_workbook
from storage.database import Database

EXAMPLES = int(os.environ.get("REGIOMONITOR_FUZZ", "25"))  # more for a longer search
SECRETS = ("123456782", "Jansen-Geheim", "12-03-1984", "NL91ABNA0417164300", "depressie")
FORBIDDEN = [
    "BSN", "bsn-nummer", "B.S.N.", "  Burger Service Nummer", "Naam", "ACHTER NAAM", "Geboorte-\ndatum",
    "Geb. datum", "IBAN", "Diagnose", "BSN (client)", "Sofi-nummer", "E-mail adres", "Naam cliënt",
]  # fmt: skip
KNOWN = [
    "Startdatum", "Woongemeente", "Uren", "Einddatum", "Soort baan", "Klantnr", "Aantal", "Werkgever",
    "Sector", "Doelgroep", "Kanaal", "SROI-waarde", "Matchnr", "Niveau", "Leerweg", "School", "Indicator",
    "Datum gemeld", "Periode", "Fte", "Soort traject", "Aanbieder", "Datum gesprek", "Opdrachtnemer", "Regio",
    "Waarde", "Vacaturenummer", "Bedrag", "Doel", "Voortgang", "Startdatum", "uren per week", "Gemeente",
]  # fmt: skip
CELLS = st.one_of(
    st.sampled_from(
        ["1-2-2015", "31-02-2015", "42036", "2015-13-01", "01-02-15", "feb 2015", "29-2-2016 25:00"]
        + ["#REF!", "#N/B", "<5", ".", "24-32", "Haarlem", "IJmuiden ", "haarlém", "J", "9" * 20, "1e308"]
        + ["-0", "'0123", "'=1+1", "=2+3", "+31 6", "@x", "WSP", "x" * 2000, "\u202ex"]
        + ["\u200b", "😀", "ﬁ", "Ⅷ", "٣", "a\nb", "Totaal", "Bron: x", "voorbeeld", "1.234,56"]
        + ["nee", "\ud83d"]
    ),
    st.text(max_size=8),
    st.integers(-(10**18), 10**18),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(),
    st.datetimes(),
    st.booleans(),
    st.none(),
)  # fmt: skip
GOOD = {
    "Startdatum": "1-2-2015", "Woongemeente": "Haarlem", "Uren": "32", "Klantnr": "K1", "Aantal": "1",
    "Gemeente": "Velsen", "Datum gemeld": "1-3-2015", "Niveau": "2", "Leerweg": "bbl",
}  # fmt: skip


@st.composite
def pages(draw):
    """One sheet: lines above, headings among which forbidden ones, and rows half right and half odd."""
    head = draw(st.lists(st.sampled_from([*KNOWN, "", "Onzin", "x"]), min_size=1, max_size=7))
    head = [
        *draw(st.sampled_from([["Startdatum", "Woongemeente"], ["Startdatum", "Gemeente", "Uren"], []])),
        *head,
    ]
    secret = draw(st.sampled_from(["", *FORBIDDEN]))
    rows = [
        [GOOD.get(name, "a") if draw(st.booleans()) else draw(CELLS) for name in head]
        for _ in range(draw(st.integers(0, 6)))
    ]
    if secret:
        head = [*head, secret]
        rows = [[*row, draw(st.sampled_from(SECRETS))] for row in rows]
    above = draw(st.lists(st.lists(CELLS, max_size=2), max_size=2))
    blank = [[]] * draw(st.integers(0, 2))
    aside = [None] * draw(st.integers(0, 2))
    lines = [*above, *blank, head, *rows, *blank, *draw(st.lists(st.just(["Totaal", 5]), max_size=1))]
    return [[*aside, *line] for line in lines]


@st.composite
def files(draw):
    """A file of one of four kinds, with its name."""
    sheets = draw(st.lists(pages(), min_size=1, max_size=3))
    make = draw(st.sampled_from([xlsx, xlsx, xls, ods, csv]))
    extra = draw(st.booleans()), draw(st.booleans())
    name = draw(st.sampled_from(["lijst", "WSP 2015-Q1", "UWV januari 2015", "=1", "<b>x</b>"]))
    return make(sheets, *extra), f"{name}.{make.__name__}"


def text(cell):
    return "" if cell is None else re.sub(r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]", "", str(cell))


def xlsx(sheets, hidden, merged):
    book = openpyxl.Workbook()
    for number, lines in enumerate(sheets):
        page = book.active if number == 0 else book.create_sheet(f"Blad {number}")
        for line in lines:
            page.append([text(cell) if isinstance(cell, str) else _fitting(cell) for cell in line])
        if merged and len(lines) > 3:
            page.merge_cells(start_row=2, end_row=len(lines), start_column=1, end_column=1)
        if hidden and number:
            page.sheet_state = "veryHidden"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _fitting(cell):
    return str(cell) if hasattr(cell, "year") and cell.year < 1900 else cell


def xls(sheets, *_):
    book = xlwt.Workbook()
    for number, lines in enumerate(sheets):
        page = book.add_sheet(f"Blad {number}")
        for row, line in enumerate(lines):
            for column, cell in enumerate(line):
                page.write(row, column, cell if isinstance(cell, (int, float)) else text(cell))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def ods(sheets, *_):
    document = OpenDocumentSpreadsheet()
    for number, lines in enumerate(sheets):
        table = Table(name=f"Blad {number}")
        for line in lines:
            row = TableRow()
            for cell in line:
                made = TableCell(valuetype="string") if cell is not None else TableCell()
                if cell is not None:
                    made.addElement(P(text=text(cell)))
                row.addElement(made)
            table.addElement(row)
        document.spreadsheet.addElement(table)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def csv(sheets, quoted, late):
    lines = (";".join(_quoted(text(cell), quoted) for cell in line) for line in sheets[0])
    return "\n".join(lines).encode("utf-16" if late else "utf-8")


def _quoted(cell, quoted):
    return '"' + cell.replace('"', '""') + '"' if quoted else cell.replace("\n", " ").replace(";", ",")


ENGLISH = re.compile(
    r"\b(error|exception|invalid|could|cannot|expected|failed|must|should|None|True|False)\b"
)


def check_words(intake):
    for one in intake.problems:
        assert OUR_FAULT not in one.message
        told = re.sub(
            r'"[^"]*"', "", one.message.replace(one.value or "\0", "").replace(one.column or "\0", "")
        )
        assert not ENGLISH.search(re.sub(r'".*"', "", told, flags=re.DOTALL)), one.message


def check_rows(intake):
    """Each stored row is a row of the source, once, and none of them is in error."""
    if intake.table is None:
        return
    places = list(
        zip(*(intake.table.column(name).to_pylist() for name in ("sheet", "row_number")), strict=True)
    )
    assert len(places) <= intake.rows
    if intake.kind == "indicator":  # many values may stand on one row
        return
    assert len(set(places)) == len(places)
    source = zip(*(intake.cleaned.column(name).to_pylist() for name in ("sheet", "row_number")), strict=True)
    assert set(places) <= set(source)
    wrong = {(one.sheet or "", one.row_number) for one in intake.problems
             if one.severity == "error" and one.row_number is not None}  # fmt: skip
    assert not wrong & set(places)
    if len(places) < intake.rows:
        assert any(one.severity == "error" for one in intake.problems)


def check_secrets(intake, data, name, database):
    kept = f"{intake.problems} {intake.headings} {intake.standing} {intake.mapping}"
    for table in (intake.cleaned, intake.table):
        kept += str(table.to_pylist()) if table is not None else ""
    kept += try_out(intake, How()).as_text()
    if intake.cleaned is not None and intake.kind:
        draft = keep(database, intake, {})
        kept += str(database.query("SELECT * EXCLUDE cleaned FROM import_draft").to_pylist())
        again, _ = resume(database, draft)
        assert again.table is intake.table or again.table.equals(intake.table)
    marked = openpyxl.load_workbook(io.BytesIO(marked_workbook(data, name, intake)))
    kept += str([cell for page in marked for row in page.iter_rows(values_only=True) for cell in row if cell])
    assert all(cell.data_type != "f" for page in marked for row in page for cell in row)
    for secret in SECRETS:
        assert secret not in kept, secret


def test_no_awkward_workbook_ends_in_a_traceback_or_leaks(tmp_path):
    database = Database.open(tmp_path / "eigen.duckdb")

    @settings(
        max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck),
        derandomize=EXAMPLES <= 25, database=None, print_blob=False,
    )  # fmt: skip
    @given(file=files())
    def tried(file):
        data, name = file
        intake = read_delivery(data, name, key=b"sleutel")
        assert intake.problems or intake.table is not None
        check_words(intake)
        check_rows(intake)
        check_secrets(intake, data, name, database)

    try:
        tried()
    finally:
        database.close()
