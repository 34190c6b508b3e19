"""The columns of a sheet that may go back to the analyst, as Excel should show them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from data_loaders.answering import plain
from data_loaders.marked_cells import ADDRESS
from data_loaders.recognition import KINDS
from data_loaders.understanding import HeadingRead, Intake, harmless
from data_loaders.workbook import Sheet

DAY = datetime
NUMBERS = frozenset({"hours", "fte", "amount", "count"})
NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,9})?")
FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d( 00:00:00)?")
LONGEST = 32_000  # characters that a cell holds
WIDEST, SEEN = 60, 200  # widest column, and how many cells tell how wide it should be


@dataclass(frozen=True)
class Column:
    """A column to write: `values` are texts, numbers and days, from the first row of the sheet on.

    `kept` says that it is written down to its end, not only the titles in it.
    """

    letter: str
    kept: bool
    width: float
    values: list[Any]


def kept_columns(sheet: Sheet, intake: Intake) -> list[Column]:
    """Return the columns of a sheet without the forbidden ones, with the corrections made on screen.

    A column without a heading is left out too: nobody knows what it holds. Of what is left out only a title
    stays, a lone cell in a row above the headings.
    """
    headings = {one.letter: one for one in intake.headings if one.sheet == sheet.name}
    statistics = intake.kind == "indicator"  # published tables with headings of their own, and no people
    forbidden = _forbidden(headings, sheet.name, intake)
    header = next((one.header_row for one in intake.sheets_seen if one.name == sheet.name), None) or 1
    alone = _lone_cells(sheet.cells.slice(0, header - 1))
    columns = []
    for letter in sheet.cells.column_names:
        cells = sheet.cells.column(letter)
        kept = statistics or (letter in headings and letter not in forbidden)
        if kept:
            values = _values(cells, headings.get(letter), intake)
            _correct(values, headings.get(letter), intake)
        else:
            texts = cells.slice(0, header - 1).to_pylist()
            values = [_safe(text) if text and alone[row] else None for row, text in enumerate(texts)]
        widest = max((len(str(value)) for value in values[:SEEN] if value is not None), default=0)
        columns.append(Column(letter, kept, min(max(widest + 2, 9), WIDEST), values))
    return columns


def _forbidden(headings: Mapping[str, HeadingRead], sheet: str, intake: Intake) -> set[str]:
    """Return the columns that may not be stored, by their heading or because they hold citizen numbers."""
    found = {letter for letter, one in headings.items() if one.certainty == "verboden"}
    for problem in intake.problems:
        address = ADDRESS.fullmatch(problem.cell or "")
        if problem.sort == "bsn" and address and (problem.sheet or "") == sheet:
            found.add(address[1])
    return found


def _lone_cells(top: pa.Table) -> np.ndarray:
    """Say of each row whether only one of its cells is filled."""
    filled = np.zeros(top.num_rows, dtype=np.int32)
    for column in top.columns:
        filled += np.asarray(pc.is_valid(column))
    return filled == 1


def _values(cells: pa.ChunkedArray, heading: HeadingRead | None, intake: Intake) -> list[Any]:
    """Return the cells of a column; each different text is looked at once."""
    encoded = cells.combine_chunks().dictionary_encode()
    convert = _converter(heading, intake)
    values = [convert(text) for text in encoded.dictionary.to_pylist()]
    return [None if code is None else values[code] for code in encoded.indices.to_pylist()]


def _converter(heading: HeadingRead | None, intake: Intake) -> Callable[[str], Any]:
    column = KINDS[intake.kind or ""].by_field.get(heading.field or "") if heading else None
    type_ = column.type if column else ""
    words = intake.choices.values.get(column.field, {}) if column and type_ != "person" else {}
    other = {plain(old): new for old, new in words.items()}

    def convert(text: str) -> Any:
        text = other.get(plain(text), text) if other else text
        if text and type_ in NUMBERS and NUMBER.fullmatch(text):
            return float(text) if "." in text else int(text)
        if text and type_ == "date" and FULL_DAY.fullmatch(text):
            return _day(text)
        return _safe(text) if text else None

    return convert


def _day(text: str) -> DAY | str:
    try:
        return DAY.fromisoformat(text[:10])
    except ValueError:
        return text


def _safe(text: str) -> str:
    return harmless(ILLEGAL_CHARACTERS_RE.sub("", text)[:LONGEST])


def _correct(values: list[Any], heading: HeadingRead | None, intake: Intake) -> None:
    """Put the corrections that were made on screen in their cells."""
    for cell, text in intake.stated.corrections.items():
        mine = heading and (cell.sheet, cell.field) == (heading.sheet, heading.field)
        if mine and cell.row_number <= len(values):
            values[cell.row_number - 1] = _safe(text) if text else None
