"""The analyst's own workbook with the wrong cells marked, to be corrected in Excel and delivered again.

It is a new workbook with the text of the sheets that were read, at the same addresses. So nothing comes along
that the eye doesn't see: formulas, hidden sheets, names, older comments, kept results.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from data_loaders.marked_cells import Mark, Marks, marks_by_sheet, sentence
from data_loaders.marked_text import DAY, Column, kept_columns
from data_loaders.problems import UnreadableFile
from data_loaders.sorts import words_of
from data_loaders.understanding import MARKED, Intake, harmless
from data_loaders.workbook import SHELL_LIMITS, Sheet, read_workbook

PROBLEMS = "Problemen"
FILLS = {
    name: PatternFill("solid", fgColor=color)
    for name, color in (("error", "F8C9D0"), ("question", "CFE0F5"), ("warning", "FCE8C3"))
}
SEVERITY = {"error": "fout", "question": "vraag", "warning": "let op"}
HEADINGS = (
    "Ernst", "Soort probleem", "Werkblad", "Adres", "Kop", "Wat er staat", "Wat er is en wat u kunt doen",
)  # fmt: skip
WIDTHS = (10, 38, 20, 9, 24, 24, 110)
COMMENTED = 3000  # cells with a comment; a workbook with more of them opens slowly. All are coloured
LONGEST = 1000  # characters of a comment
BOLD = Font(bold=True)


def marked_workbook(data: bytes, name: str, intake: Intake) -> bytes:
    """Return an .xlsx of the sheets that were read, without forbidden columns, with each problem at its cell.

    Corrections made on screen are in it. It loads again as the same delivery; the sheet that lists the
    problems is never read as a list. Dates and numbers of the file stay dates and numbers.
    """
    book = Workbook(write_only=True)
    marks = marks_by_sheet(intake)
    names: list[str] = []
    for sheet in _read_sheets(data, name, intake):
        names.append(_title(sheet.name or "Blad1", names))
        _write(book.create_sheet(names[-1]), sheet, kept_columns(sheet, intake), marks.get(sheet.name, {}))
    _list(book.create_sheet(_title(PROBLEMS, names)), intake)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _read_sheets(data: bytes, name: str, intake: Intake) -> list[Sheet]:
    used = {one.name for one in intake.sheets_seen if one.used}
    try:
        return [sheet for sheet in read_workbook(data, name, SHELL_LIMITS) if sheet.name in used]
    except UnreadableFile:  # then there is only the list that says so
        return []


def _title(wanted: str, taken: Sequence[str]) -> str:
    """Return the name of a sheet as Excel allows it, that no other sheet has."""
    plain = ILLEGAL_CHARACTERS_RE.sub("", re.sub(r"[\[\]:*?/\\]", " ", wanted)).strip(" '")[:26] or "Blad"
    lower, number, title = {one.lower() for one in taken}, 1, plain
    while title.lower() in lower:
        number += 1
        title = f"{plain} ({number})"
    return title


def _write(page: WriteOnlyWorksheet, sheet: Sheet, columns: Sequence[Column], marks: Marks) -> None:
    by_row: dict[int, dict[str, Mark]] = {}
    for (row, letter), mark in marks.items():
        by_row.setdefault(row, {})[letter] = mark
    for column in columns:
        page.column_dimensions[column.letter].width = column.width
    width = max((column.index for column in columns), default=-1) + 1
    count = max([sheet.cells.num_rows, *by_row])
    commented = 0
    for row in range(1, count + 1):
        cells: list[Any] = [None] * width
        here = by_row.get(row)
        for column in columns:
            value = column.values[row - 1] if row <= len(column.values) else None
            if here and column.letter in here:
                value = _marked(page, value, here[column.letter], commented < COMMENTED)
                commented += 1
            elif type(value) is DAY:
                value = _dated(page, value)
            cells[column.index] = value
        page.append(cells)


def _dated(page: WriteOnlyWorksheet, day: DAY) -> WriteOnlyCell:
    cell = WriteOnlyCell(page, day)
    cell.number_format = "DD-MM-YYYY"
    return cell


def _marked(page: WriteOnlyWorksheet, value: Any, mark: Mark, commented: bool) -> WriteOnlyCell:
    cell = _dated(page, value) if type(value) is DAY else WriteOnlyCell(page, value)
    cell.fill = FILLS[mark.severity]
    if commented:
        text = ILLEGAL_CHARACTERS_RE.sub("", "\n".join(mark.texts))[:LONGEST]
        cell.comment = Comment(text, "Regiomonitor", width=320, height=120)
    return cell


def _list(page: WriteOnlyWorksheet, intake: Intake) -> None:
    """Write every problem as a line, below a sentence by which this sheet is known."""
    for letter, width in zip("ABCDEFG", WIDTHS, strict=True):
        page.column_dimensions[letter].width = width
    page.append([MARKED])
    page.append([])
    page.append([_bold(page, text) for text in HEADINGS])
    for one in intake.problems:
        line = (
            SEVERITY[one.severity], words_of(one.sort), one.sheet, one.cell or one.row_number, one.column,
            one.value, sentence(one),
        )  # fmt: skip
        page.append([_text(value) if isinstance(value, str) else value for value in line])


def _bold(page: WriteOnlyWorksheet, text: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(page, text)
    cell.font, cell.alignment = BOLD, Alignment(vertical="top")
    return cell


def _text(text: str) -> str:
    return harmless(ILLEGAL_CHARACTERS_RE.sub("", text)[:32_000])
