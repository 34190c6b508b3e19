"""A template that was filled in and saved by another program gives the same rows, without a question."""

import csv
import io
import shutil
import subprocess
from datetime import datetime
from functools import cache

import openpyxl
import pytest
import xlwt
from odf import opendocument, table, text

from data_loaders.intake import read_delivery
from data_loaders.templates import TEMPLATES, template
from tests.data_loaders.conftest import TODAY
from tests.data_loaders.test_templates import example, filled

NAME = "WSP 2015"


def grids(data):
    """Return the sheets of a workbook as (name, rows of cells)."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    return [(sheet.title, [list(row) for row in sheet.iter_rows(values_only=True)]) for sheet in book]


def shown(value):
    """Return a cell as Excel shows it with Dutch settings."""
    if isinstance(value, datetime):
        return f"{value:%d-%m-%Y %H:%M}" if value.hour or value.minute else f"{value:%d-%m-%Y}"
    return "" if value is None else str(value).replace(".", ",") if isinstance(value, float) else str(value)


def as_ods(sheets):
    document = opendocument.OpenDocumentSpreadsheet()
    for name, rows in sheets:
        page = table.Table(name=name)
        for cells in rows:
            line = table.TableRow()
            for value in cells:
                if isinstance(value, datetime):
                    cell = table.TableCell(valuetype="date", datevalue=value.isoformat())
                elif isinstance(value, int):
                    cell = table.TableCell(valuetype="float", value=str(value))
                else:
                    cell = table.TableCell(**({"valuetype": "string"} if value else {}))
                if value is not None:
                    cell.addElement(text.P(text=shown(value)))
                line.addElement(cell)
            page.addElement(line)
        document.spreadsheet.addElement(page)
    out = io.BytesIO()
    document.write(out)
    return out.getvalue()


def as_xls(sheets):
    book = xlwt.Workbook()
    for name, rows in sheets:
        page = book.add_sheet(name)
        for r, cells in enumerate(rows):
            for c, value in enumerate(cells):
                timed = isinstance(value, datetime) and value.hour
                style = xlwt.easyxf(num_format_str="DD-MM-YYYY HH:MM" if timed else "DD-MM-YYYY")
                if isinstance(value, datetime):
                    page.write(r, c, value, style)
                elif value is not None:
                    page.write(r, c, value)
        page.visibility = 1 if name == "Keuzes" else 0
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def as_csv(sheets, delimiter, encoding):
    out = io.StringIO()
    rows = [[shown(value) for value in row] for row in sheets[0][1]]
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode(encoding)


WRITERS = {
    "ods": as_ods,
    "xls": as_xls,
    "csv": lambda sheets: as_csv(sheets, ";", "cp1252"),
    "txt": lambda sheets: as_csv(sheets, "\t", "utf-16"),
}


def stored(intake):
    """Return the rows without their place."""
    return intake.table.drop_columns(["sheet", "row_number"]).to_pylist()


@cache
def plainly(kind):
    """Return what the template itself gives."""
    data = filled(kind, [example(kind)])
    return read_delivery(data, f"{NAME}.xlsx", key=b"sleutel", today=TODAY)


def check(read, kind, data, name):
    intake = read(data, name)
    assert [one.message for one in intake.problems if one.severity != "warning"] == []
    assert (intake.kind, intake.rows, intake.supplier) == (kind, 1, "wsp")
    assert sum("gemarkeerd als voorbeeld" in one.message for one in intake.problems) == 1
    assert intake.ignored_columns == intake.dropped_columns == ()
    assert stored(intake) == stored(plainly(kind))


@pytest.mark.parametrize("extension", WRITERS)
@pytest.mark.parametrize("kind", TEMPLATES)
def test_a_filled_template_saved_in_another_format_gives_the_same_rows(read, kind, extension):
    data = WRITERS[extension](grids(filled(kind, [example(kind)])))
    check(read, kind, data, f"{NAME}.{extension}")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("extension", ["xlsx", "ods", "xls", "csv"])
def test_what_libreoffice_saves_of_a_template_gives_the_same_rows(read, tmp_path, extension):
    for kind in TEMPLATES:
        (tmp_path / f"{kind}.xlsx").write_bytes(filled(kind, [example(kind)]))
    out = tmp_path / "saved"
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to"]
    sources = [str(path) for path in sorted(tmp_path.glob("*.xlsx"))]
    subprocess.run(
        [*command, extension, "--outdir", str(out), *sources], check=True, capture_output=True, timeout=240
    )
    for kind in TEMPLATES:
        check(read, kind, (out / f"{kind}.{extension}").read_bytes(), f"{NAME}.{extension}")


@pytest.mark.parametrize("kind", TEMPLATES)
def test_the_lists_of_a_template_are_no_list_of_rows(read, kind):
    intake = read(template(kind), f"{NAME}.xlsx")
    assert not any("verborgen blad" in one.message for one in intake.problems)
