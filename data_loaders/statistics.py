"""Statistics as CBS, UWV and DUO publish them, turned into one row per observation.

A wide sheet becomes a long one with plain headings; each of its rows still knows the cell that it came from,
so that a problem, and later a number, leads to the place in the file that the analyst has open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pyarrow as pa

from data_loaders.file_checks import WORKBOOKS
from data_loaders.periods import Period, parse_period
from data_loaders.problems import UnreadableFile
from data_loaders.statistics_layout import Layout, find_layout, role_of
from data_loaders.statistics_long import LongSheet, Unfolding, with_decimals
from data_loaders.workbook import Sheet

LOOKUP = (
    "dit is een indeling van gemeenten in regio's, en geen lijst met cijfers. De Regiomonitor heeft haar "
    "eigen indeling, dus dit bestand is niet nodig."
)


def read_statistics(
    sheets: Sequence[Sheet], file: str, period: Period | None = None, kind: str | None = None
) -> tuple[Sheet, ...]:
    """Return the sheets, those with statistics as one row per observation.

    `period` is the stated one; it and the file name date a sheet without a column for it. A file that was
    stated to be of another `kind` stays as it is. Raises UnreadableFile for a list that only says which
    municipality belongs to which region.
    """
    if kind not in (None, "indicator"):
        return tuple(sheets)
    return tuple(_read_sheet(sheet, file, period) for sheet in sheets)


def published_by(sheets: Sequence[Sheet]) -> str | None:
    """Return who publishes these statistics; None when that doesn't show, or they aren't statistics."""
    found = {sheet.source for sheet in sheets if isinstance(sheet, LongSheet)} - {"anders"}
    return found.pop() if len(found) == 1 else None


def _read_sheet(sheet: Sheet, file: str, period: Period | None) -> Sheet:
    layout = find_layout(sheet, file)
    if _is_lookup(sheet, layout):
        raise UnreadableFile(LOOKUP)
    if layout is None:
        return sheet
    is_workbook = file.rsplit(".", 1)[-1].lower() in WORKBOOKS
    if layout.is_long:
        letter = layout.of("value")[0].letter
        column = with_decimals(sheet.cells.column(letter).to_pylist(), is_workbook, layout.first_row)
        place = sheet.cells.column_names.index(letter)
        return replace(sheet, cells=sheet.cells.set_column(place, letter, pa.array(column, pa.string())))
    return Unfolding(sheet, layout, is_workbook or layout.dotted).long_sheet(_stated(file, period))


def _is_lookup(sheet: Sheet, layout: Layout | None) -> bool:
    """Say whether a sheet is a table of municipalities and the regions they lie in."""
    headings = [column.heading.strip() for column in layout.columns] if layout else _first_row(sheet)
    names = [one for one in headings if re.fullmatch(r"(Code|Naam|SorteringNaam)_\d+", one)]
    kinds = {re.sub(r"[^a-z]", "", one.lower()) for one in headings}
    undated = layout is None and {role_of(one) for one in headings} == {"region", None} and len(headings) <= 6
    return len(names) >= 4 or (undated and {"gemeente", "arbeidsmarktregios"} <= kinds)


def _first_row(sheet: Sheet) -> list[str]:
    first = sheet.cells.slice(0, 1).to_pylist()
    return [text for text in first[0].values() if text] if first else []


def _stated(file: str, period: Period | None) -> str | None:
    """Return the period that was stated, or that the file name tells, as a text that is read back."""
    found = period or parse_period(file.rsplit(".", 1)[0])
    if found is None:
        return None
    start, end = found
    if (start.month, start.day, end) == (1, 1, date(start.year, 12, 31)):
        return str(start.year)
    month_end = (end + timedelta(days=1)).day == 1
    if start.day == 1 and month_end and (start.year, start.month) == (end.year, end.month):
        return f"{start:%Y}MM{start:%m}"
    return f"{start:%d-%m-%Y} t/m {end:%d-%m-%Y}"
