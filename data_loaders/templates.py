"""Workbooks to fill in: headings that are understood, an example, lists to choose from, an explanation."""

from __future__ import annotations

import io
import re
from datetime import datetime
from functools import cache

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from data_loaders.columns import Column
from data_loaders.kind import Kind
from data_loaders.offers import LEVELS, PLACES, YES_NO
from data_loaders.recognition import KINDS
from data_loaders.table import MARKER
from reference.dutch import LABELS
from reference.load import municipalities

TEMPLATES = tuple(KINDS)
ROWS = 2000  # how far down the lists go
CHOICES = "Keuzes"
FORMATS = {"date": "DD-MM-YYYY", "moment": "DD-MM-YYYY HH:MM"}
REQUIRED, OPTIONAL, EXAMPLE = "154273", "4F5B66", "EEF2F6"


@cache
def template(kind: str) -> bytes:
    """Return an .xlsx for a kind of delivery: a sheet to fill in, an explanation and the lists.

    Its second row is an example, marked under MARKER; the loader never takes such a row.
    """
    columns = offered(KINDS[kind])
    book = Workbook()
    sheet = book.active
    sheet.title = KINDS[kind].label.capitalize()[:31]
    lists = book.create_sheet(CHOICES)
    _mark(sheet)
    for index, column in enumerate(columns, start=2):
        _column(sheet, lists, index, column, KINDS[kind])
    sheet.freeze_panes = "B2"
    sheet.row_dimensions[1].height = 32
    _explain(book.create_sheet("Toelichting", 1), columns, KINDS[kind])
    lists.sheet_state = "hidden"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def offered(kind: Kind) -> list[Column]:
    """Return the columns that the template of a kind has, in its order."""
    return [column for column in kind.columns if column.field in kind.offers]


def choices(kind: Kind, field: str) -> list[str]:
    """Return what may be chosen for a field, or nothing where it is free."""
    choose = kind.offers[field].choose
    if choose == YES_NO:
        return ["ja", "nee"]
    if choose == PLACES:
        return [one.name for one in municipalities()]
    if choose == LEVELS:
        return ["1", "2", "3", "4"]
    if not choose:
        return []
    read, _ = kind.reader(kind.by_field[field])
    # The label of the screen, where the loader reads it as its code; else the code itself.
    return [label if read(label, "").low == code else code for code, label in LABELS[choose].items()]


def example_cell(text: str) -> str | datetime | int | None:
    """Return the example of an offer as a spreadsheet holds it: a day, a moment, a whole number, or text."""
    if re.fullmatch(r"\d\d-\d\d-\d{4}", text):
        return datetime.strptime(text, "%d-%m-%Y")
    if re.fullmatch(r"\d\d-\d\d-\d{4} \d\d:\d\d", text):
        return datetime.strptime(text, "%d-%m-%Y %H:%M")
    return int(text) if re.fullmatch(r"[1-9]\d{0,5}|0", text) else text or None


def _mark(sheet: Worksheet) -> None:
    cell = sheet.cell(1, 1, MARKER)
    _dress(cell, OPTIONAL)
    _shade(sheet.cell(2, 1, "voorbeeld"))
    sheet.column_dimensions["A"].width = 14


def _column(sheet: Worksheet, lists: Worksheet, index: int, column: Column, kind: Kind) -> None:
    letter = get_column_letter(index)
    offer = kind.offers[column.field]
    _dress(sheet.cell(1, index, offer.heading), REQUIRED if column.required else OPTIONAL)
    sheet.column_dimensions[letter].width = max(14, len(offer.heading) + 4)
    shown = sheet.cell(2, index, example_cell(offer.example))
    _shade(shown)
    if column.type in FORMATS:
        sheet.column_dimensions[letter].number_format = shown.number_format = FORMATS[column.type]
    values = choices(kind, column.field)
    if values:
        for row, value in enumerate(values, start=1):
            lists.cell(row, index, value)
        _offer(sheet, letter, f"{CHOICES}!${letter}$1:${letter}${len(values)}")


def _dress(cell: Cell, color: str) -> None:
    cell.font = Font(bold=True, color="FFFFFF")
    cell.fill = PatternFill("solid", fgColor=color)
    cell.alignment = Alignment(vertical="center", wrap_text=True)


def _shade(cell: Cell) -> None:
    cell.font = Font(italic=True, color=OPTIONAL)
    cell.fill = PatternFill("solid", fgColor=EXAMPLE)


def _offer(sheet: Worksheet, letter: str, source: str) -> None:
    rule = DataValidation(
        "list", formula1=source, allow_blank=True, errorStyle="warning", showErrorMessage=True
    )
    rule.errorTitle, rule.error = "Niet in de lijst", "Dit woord staat niet in de lijst. Toch gebruiken?"
    sheet.add_data_validation(rule)
    rule.add(f"{letter}2:{letter}{ROWS + 1}")


def _explain(sheet: Worksheet, columns: list[Column], kind: Kind) -> None:
    """Write what each column is for; this sheet is never read as a list."""
    lines = [
        f"Vul het eerste blad in: één rij per {kind.one}. Dit blad wordt niet gelezen.",
        f'Rij 2 is een voorbeeld. Een rij met "voorbeeld" onder "{MARKER}" wordt nooit geladen.',
        "Kolommen die u niet hebt mag u leeg laten of weghalen; de donkerblauwe zijn nodig.",
        "Zet er geen namen van personen, BSN of geboortedatums in.",
        "Zet leverancier en periode in de naam van het bestand, zoals: WSP 2015-Q1.xlsx.",
    ]
    for row, line in enumerate(lines, start=1):
        sheet.cell(row, 1, line)
    for row, column in enumerate(columns, start=len(lines) + 2):
        offer = kind.offers[column.field]
        need = "Verplicht. " if column.required and not offer.text.startswith("Verplicht") else ""
        shown = f" Voorbeeld: {offer.example}." if offer.example else ""
        sheet.cell(row, 1, f"{offer.heading}: {need}{offer.text}{shown}")
    sheet.column_dimensions["A"].width = 110
