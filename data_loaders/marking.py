"""The analyst's own workbook with the wrong cells marked, to be corrected in Excel and delivered again.

It is a new workbook with the text of the sheets that were read, at the same addresses. So nothing comes along
that the eye doesn't see: formulas, hidden sheets, names, older comments, kept results.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from itertools import islice

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from data_loaders.marked_cells import Marks, marks_by_sheet, sentence
from data_loaders.marked_sheet import sheet_cells, with_cells
from data_loaders.marked_text import Column, kept_columns
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
    book = Workbook()
    book.remove(book.active)
    marks, cells = marks_by_sheet(intake), {}
    for number, sheet in enumerate(_read_sheets(data, name, intake), start=1):
        page = book.create_sheet(_title(sheet.name or "Blad1", book.sheetnames))
        columns = kept_columns(sheet, intake)
        here = _visible(marks.get(sheet.name, {}), columns)
        _comment(page, columns, here)
        rows = max([sheet.cells.num_rows, *(row for row, _ in here)])
        cells[f"xl/worksheets/sheet{number}.xml"] = sheet_cells(columns, here, rows, _styles(page))
    _list(book.create_sheet(_title(PROBLEMS, book.sheetnames)), intake)
    file = io.BytesIO()
    book.save(file)
    return with_cells(file.getvalue(), cells)


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


def _visible(marks: Marks, columns: Sequence[Column]) -> Marks:
    """Return the marks of cells that are written; what is left out is told in the list only."""
    letters = {column.letter for column in columns if column.kept}
    return {(row, letter): mark for (row, letter), mark in marks.items() if letter in letters}


def _comment(page: Worksheet, columns: Sequence[Column], marks: Marks) -> None:
    """Say at the first marked cells what is wrong, and make the columns wide enough."""
    for column in columns:
        page.column_dimensions[column.letter].width = column.width
    for (row, letter), mark in islice(marks.items(), COMMENTED):
        text = ILLEGAL_CHARACTERS_RE.sub("", "\n".join(mark.texts))[:LONGEST]
        page[f"{letter}{row}"].comment = Comment(text, "Regiomonitor", width=320, height=120)


def _styles(page: Worksheet) -> dict[tuple[str, bool], int]:
    """Return the number of each look in the workbook: by severity ("" is none) and for a day."""
    found = {}
    for severity in ("", *FILLS):
        for day in (False, True):
            cell = Cell(page, row=1, column=1)
            if severity:
                cell.fill = FILLS[severity]
            if day:
                cell.number_format = "DD-MM-YYYY"
            found[(severity, day)] = cell.style_id
    return found


def _list(page: Worksheet, intake: Intake) -> None:
    """Write every problem as a line, below a sentence by which this sheet is known."""
    for letter, width in zip("ABCDEFG", WIDTHS, strict=True):
        page.column_dimensions[letter].width = width
        page[f"{letter}3"].font = BOLD
    lines = [[MARKED], [], HEADINGS]
    for one in intake.problems:
        cells = (one.sheet, one.cell or one.row_number, one.column, one.value, sentence(one))
        lines.append([SEVERITY[one.severity], words_of(one.sort), *cells])
    for row, line in enumerate(lines, start=1):
        for column, value in enumerate(line, start=1):
            page.cell(row, column, _text(value) if isinstance(value, str) else value)


def _text(text: str) -> str:
    return harmless(ILLEGAL_CHARACTERS_RE.sub("", text)[:32_000])
