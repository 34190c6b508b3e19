"""Whatever is offered ends in rows or in a Dutch sentence, never in a traceback."""

import io
import zipfile

import openpyxl
import pyarrow as pa
import pytest
import xlwt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

from data_loaders.intake import OUR_FAULT, Limits, read_delivery
from data_loaders.kind import READERS

HEAD = ["Startdatum", "Woongemeente", "Uren"]
ROW = ["01-03-2015", "Haarlem", "32"]
ENGLISH = ("error", "exception", "traceback", "invalid", "not ", "could", "file ", "expected")


def only_message(intake):
    assert intake.table is None
    (problem,) = intake.problems
    assert problem.severity == "error"
    assert not any(word in problem.message.lower() for word in ENGLISH), problem.message
    return problem.message


def zipped(**parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml").replace("_bin", ".bin"), content)
    return file.getvalue()


def rewritten(data, change):
    """Return a workbook with the parts changed by `change(name, content)`."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "clause"),
    [
        ("leeg.xlsx", b"", "het bestand is leeg"),
        ("leeg.csv", b"", "het bestand is leeg"),
        ("wit.csv", b"  \n \n", "het bestand is leeg"),
        ("webpagina.xls", b"<html><table><tr><td>x</td></tr></table></html>", "dit is een webpagina"),
        ("webpagina.xlsx", b"\xef\xbb\xbf\n<!DOCTYPE html><html></html>", "dit is een webpagina"),
        ("tekst.xlsx", b"Startdatum;Woongemeente\n", "de inhoud is geen .xlsx-bestand"),
        ("tekst.xls", b"Startdatum\tWoongemeente\n", "de inhoud is geen .xls-bestand"),
        ("werkmap.csv", b"PK\x03\x04rest", "de inhoud is geen tekst"),
        ("scan.csv", b"%PDF-1.4", "de inhoud is geen tekst"),
        ("bytes.csv", bytes(range(256)) * 8, "de inhoud is geen tekst"),
        ("half.xlsx", b"PK\x03\x04 en dan niets", "het bestand is beschadigd"),
        ("macro.xlsm", b"PK\x03\x04", "een werkmap met macro's wordt niet gelezen"),
        ("brief.docx", b"PK\x03\x04", "een bestand van het soort .docx wordt niet gelezen"),
        ("zonder", b"a;b", "een bestand zonder extensie wordt niet gelezen"),
        ("kapot.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "beschadigd"),
    ],
)
def test_an_unreadable_file_is_one_sentence(read, name, data, clause):
    assert f'Bestand "{name}": {clause}' in only_message(read(data, name)) or clause in only_message(
        read(data, name)
    )


def test_a_workbook_with_macros_under_another_name(read, xlsx):
    data = io.BytesIO(xlsx(("Blad1", [HEAD, ROW])))
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"x")
    assert "macro's" in only_message(read(data.getvalue()))


def test_a_zip_that_is_no_workbook(read):
    assert "beschadigd" in only_message(read(zipped(iets="x")))


def test_a_file_with_a_password(read):
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100) + "EncryptedPackage".encode("utf-16-le")
    assert "wachtwoord" in only_message(read(data, "geheim.xlsx"))


def test_an_oversized_file(read, xlsx, tmp_path):
    data = xlsx(("Blad1", [HEAD, ROW]))
    small = Limits(max_bytes=1000)
    assert "de grens is" in only_message(read(data, limits=small))
    path = tmp_path / "groot.xlsx"
    path.write_bytes(data)
    assert "de grens is" in only_message(read_delivery(path, key=b"k", limits=small))


def test_an_oversized_content(read):
    bomb = zipped(xl__workbook_xml="x", xl__worksheets__sheet1_xml=bytes(5_000_000))
    assert "uitgepakt" in only_message(read(bomb, limits=Limits(max_unpacked=1_000_000)))


def test_a_lonely_cell_far_away(read):
    book = openpyxl.Workbook()
    book.active.append(HEAD)
    book.active["XFD1048576"] = "x"
    file = io.BytesIO()
    book.save(file)
    assert "een blad is te groot" in only_message(read(file.getvalue()))


def test_a_million_blank_rows(read):
    book = openpyxl.Workbook()
    for row in (HEAD, ROW):
        book.active.append(row)
    book.active["A1048576"] = "Bron: WSP"
    book.active["B900000"] = " "
    file = io.BytesIO()
    book.save(file)
    intake = read(file.getvalue())
    assert (intake.rows, intake.table.num_rows) == (1, 1)


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [["x"]],
        [["Productie", "Prijs"], ["1", "2"]],
        [["Startdatum"], ["1-3-2015"]],
        [["Periode", "Aantal"], ["2015", "12"]],
    ],
)
def test_another_kind_of_list(read, rows):
    assert "geen lijst met plaatsingen of stages" in only_message(read(rows))


def test_headings_without_rows(read, said):
    intake = read([HEAD])
    assert intake.table is None
    assert "onder de koppen staat geen enkele rij" in said(intake, "error")


def test_only_bad_rows(read):
    intake = read([HEAD, ["31-02-2015", "Haarlem", "32"], ["", "Velsen", "24"]])
    assert (intake.rows, intake.table.num_rows) == (2, 0)


def test_a_formula_that_was_never_calculated(read, said):
    book = openpyxl.Workbook()
    for row in (HEAD, ["01-03-2015", "Haarlem", "=16+16"], ["=A2", "Haarlem", 24], ROW):
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    intake = read(file.getvalue())
    assert [one.cell for one in intake.problems if one.severity == "error"] == ["C2", "A3"]
    assert "formule zonder uitkomst" in said(intake, "error")
    assert intake.table.num_rows == 1


def test_an_error_cell_of_excel(read, xlsx, said):
    data = xlsx(("Blad1", [HEAD, ["01-03-2015", "Haarlem", "32"], ["02-03-2015", "#N/A", "32"]]))
    intake = read(data)
    assert [(one.cell, one.value) for one in intake.problems if one.severity == "error"] == [("B3", "#N/B")]
    assert "hier staat de Excel-fout #N/B" in said(intake, "error")


def test_an_error_that_was_typed_as_text(read):
    text = b"Startdatum;Woongemeente;Werkgever\n1-3-2015;Haarlem;#N/B\n"
    assert [one.cell for one in read(text, "l.csv").problems if one.severity == "error"] == ["C2"]


def test_an_old_workbook(read):
    book = xlwt.Workbook()
    sheet = book.add_sheet("Plaatsingen")
    for row, line in enumerate((HEAD, ROW)):
        for column, text in enumerate(line):
            sheet.write(row, column, text)
    file = io.BytesIO()
    book.save(file)
    assert read(file.getvalue(), "oud.xls").table.num_rows == 1


def test_an_open_document(read):
    document = OpenDocumentSpreadsheet()
    table = Table(name="Plaatsingen")
    for line in (HEAD, ROW):
        row = TableRow()
        for text in line:
            cell = TableCell(valuetype="string")
            cell.addElement(P(text=text))
            row.addElement(cell)
        table.addElement(row)
    document.spreadsheet.addElement(table)
    file = io.BytesIO()
    document.save(file)
    assert read(file.getvalue(), "open.ods").table.num_rows == 1


def test_a_workbook_cut_short(read, xlsx):
    data = xlsx(("Blad1", [HEAD, ROW]))
    for length in range(8, len(data), 500):
        assert read(data[:length]).table is None


def test_a_workbook_with_a_broken_sheet(read, xlsx):
    data = xlsx(("Blad1", [HEAD, ROW]))
    broken = rewritten(data, lambda name, part: part[: len(part) // 2] if "sheet1" in name else part)
    intake = read(broken)
    assert intake.problems


CELLS = st.one_of(
    st.none(), st.text(max_size=12), st.integers(-(10**9), 10**9),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(),
    st.sampled_from(["1-2-2015", "31-02-2015", "#N/B", "<5", ".", "24-32", "Haarlem", "J", "99999"]),
)  # fmt: skip
HEADINGS = st.sampled_from(
    [
        "Startdatum",
        "Woongemeente",
        "Uren",
        "Einddatum",
        "Soort baan",
        "Klantnr",
        "Aantal",
        "SROI-waarde",
        "BSN",
    ]
    + ["Fte", "Niveau", "Leerweg", "Extra", "Werkgever", "Sector", "x", "Naam", "Totaal", ""]
)


ALPHABET = st.sampled_from("0123456789.,-/ <>%€()+eEuxjn:#")


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    head=st.lists(HEADINGS, min_size=1, max_size=8, unique=True),
    rows=st.lists(st.lists(CELLS, max_size=8), max_size=5),
)
def test_no_list_ends_in_a_traceback(head, rows):
    lines = [["" if cell is None else str(cell) for cell in row] for row in [head, *rows]]
    text = "\n".join(";".join(line) for line in lines)
    intake = read_delivery(text.encode("utf-8", "replace"), "lijst.csv", key=b"k")
    assert intake.table is not None or intake.problems
    assert OUR_FAULT not in str(intake.problems)


@settings(max_examples=300, deadline=None)
@given(text=st.text(ALPHABET, max_size=40), heading=HEADINGS)
def test_no_reader_ends_in_a_traceback(text, heading):
    for reader, type_ in READERS.values():
        reading = reader(text, heading)
        pa.array([reading.low, reading.high], type_)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    data=st.binary(max_size=400),
    name=st.sampled_from(["a.xlsx", "a.xls", "a.xlsb", "a.ods", "a.csv", "a.txt"]),
)
def test_no_bytes_end_in_a_traceback(data, name):
    for content in (data, b"PK\x03\x04" + data, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + data):
        problems = read_delivery(content, name, key=b"k").problems
        assert problems and OUR_FAULT not in str(problems)


def test_a_fault_of_the_program_is_a_sentence_and_leaves_no_cell_in_the_log(read, monkeypatch, caplog):
    def broken(*_):
        raise ValueError("Haarlem")

    monkeypatch.setattr("data_loaders.reading.recognise", broken)
    assert OUR_FAULT in only_message(read([HEAD, ROW]))
    assert "ValueError in broken" in caplog.text
    assert "Haarlem" not in caplog.text
