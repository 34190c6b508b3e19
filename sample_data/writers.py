"""Spreadsheets as bytes that are the same every time: no clock, no user name, no temporary names.

Cells are str, int, float, date or None; a grid is a list of rows of cells.
"""

import csv
import io
import re
import zipfile
from datetime import date, datetime

import openpyxl
import xlwt
from odf import opendocument, style, table, text
from openpyxl.styles import Font, PatternFill

Grid = list[list[object]]
EPOCH = datetime(2000, 1, 1)
ZIP_TIME = (2000, 1, 1, 0, 0, 0)


def without_clock(data: bytes) -> bytes:
    """The same zip with fixed timestamps, in the file as in its properties, and the ODF mimetype first."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in sorted(source.namelist(), key=lambda name: (name != "mimetype", name)):
            content = source.read(name)
            if name in ("docProps/core.xml", "meta.xml"):
                content = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ?", b"2000-01-01T00:00:00Z", content)
            info = zipfile.ZipInfo(name, ZIP_TIME)
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            target.writestr(info, content, compresslevel=9)
    return out.getvalue()


def xlsx(
    grid: Grid,
    sheet: str,
    bold_rows: tuple[int, ...] = (),
    merged: tuple[str, ...] = (),
    notes: Grid | None = None,
) -> bytes:
    """An Excel workbook with real dates; `bold_rows` counts from 1, `notes` is a second sheet."""
    book = openpyxl.Workbook()
    book.properties.created = EPOCH
    book.properties.creator = "Regiomonitor voorbeeldgegevens"
    page = book.active
    page.title = sheet
    for cells in grid:
        page.append(cells)
    for cell in (cell for row in page.iter_rows() for cell in row if isinstance(cell.value, date)):
        cell.number_format = "dd-mm-yyyy"
    for number in bold_rows:
        for cell in page[number]:
            cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="DDE2E7")
    for area in merged:
        page.merge_cells(area)
    if notes:
        second = book.create_sheet("Toelichting")
        for cells in notes:
            second.append(cells)
    out = io.BytesIO()
    book.save(out)
    return without_clock(out.getvalue())


def xls(grid: Grid, sheet: str) -> bytes:
    """A workbook of Excel 97-2003 with real dates."""
    book = xlwt.Workbook(encoding="cp1252")
    page = book.add_sheet(sheet)
    dated = xlwt.easyxf(num_format_str="DD-MM-YYYY")
    for r, cells in enumerate(grid):
        for c, value in enumerate(cells):
            if isinstance(value, date):
                page.write(r, c, value, dated)
            elif value is not None:
                page.write(r, c, value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def ods(grid: Grid, sheet: str) -> bytes:
    """A LibreOffice sheet with real dates."""
    document = opendocument.OpenDocumentSpreadsheet()
    document.automaticstyles.addElement(style.Style(name="gewoon", family="table-cell"))
    page = table.Table(name=sheet)
    for cells in grid:
        line = table.TableRow()
        for value in cells:
            line.addElement(_ods_cell(value))
        page.addElement(line)
    document.spreadsheet.addElement(page)
    out = io.BytesIO()
    document.write(out)
    return without_clock(out.getvalue())


def _ods_cell(value: object) -> table.TableCell:
    if value is None:
        return table.TableCell()
    if isinstance(value, date):
        cell, shown = table.TableCell(valuetype="date", datevalue=value.isoformat()), f"{value:%d-%m-%Y}"
    elif isinstance(value, (int, float)):
        cell, shown = table.TableCell(valuetype="float", value=str(value)), str(value).replace(".", ",")
    else:
        cell, shown = table.TableCell(valuetype="string"), value
    cell.addElement(text.P(text=shown))
    return cell


def csv_text(grid: Grid, delimiter: str, encoding: str, quote_all: bool = False) -> bytes:
    """A text file as Excel or a registration system writes it, with Windows line ends; None is empty."""
    out = io.StringIO()
    quoting = csv.QUOTE_ALL if quote_all else csv.QUOTE_MINIMAL
    csv.writer(out, delimiter=delimiter, quoting=quoting, lineterminator="\r\n").writerows(grid)
    return out.getvalue().encode(encoding)
