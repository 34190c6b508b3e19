"""Where the table is on a sheet: titles above it, headings over one or two rows, notes and totals below."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data_loaders.columns import Heading, key
from data_loaders.workbook import Sheet

SEARCHED_ROWS = 40
STATED_ROWS = 1000  # as far down as one may say that the headings are
SEARCHED_COLUMNS = 400
FEW = 3  # a row with so few filled cells may be a note
TOTAL = re.compile(r"^\s*(sub|eind|generaal\s+)?(totaal|totalen|total|grand total|som)\b", re.IGNORECASE)
NOTE = re.compile(
    r"^\s*(bron(vermelding)?\s*:|bron\s+\w+$|(pagina|page|blz\.?|blad)\s*\d+|peildatum\b|\*|noot\b|n\.?b\.?\s*:"
    r"|opmerking(en)?\s*:|toelichting\s*:|voetnoot|legenda|disclaimer|(afgedrukt|gemaakt|geprint|uitgedraaid|"
    r"gegenereerd|ge[eë]xporteerd|selectie|geselecteerd)\b|aantal\s+(rijen|records|regels|plaatsingen)\b"
    r"|einde\s+(lijst|rapport|bestand)|©|\d+\)\s+\D)",
    re.IGNORECASE,
)
MARKER = "Voorbeeldrij"  # the heading under which a template marks its example
PATTERN_ROW = re.compile(r"^\(?(dd|d|jjjj|yyyy)[-/ ](mm|m)", re.IGNORECASE)  # a row that explains the columns


@dataclass(frozen=True)
class Found:
    """The headings of a sheet: rows as Excel counts them, and the texts that stand above the table."""

    sheet: Sheet
    first_row: int
    last_row: int
    headings: tuple[Heading, ...]
    titles: tuple[str, ...]


@dataclass(frozen=True)
class Rows:
    """The data of a sheet: cells by letter, their rows in Excel, and (row, letter, text) of remarks."""

    cells: pa.Table
    numbers: pa.Array
    remarks: tuple[tuple[int, str, str], ...]
    examples: tuple[int, ...]  # rows of a template that only show how it is filled in


def find_headings(
    sheet: Sheet, recognise: Callable[[tuple[str, ...]], str | None], stated: int | None = None
) -> Found | None:
    """Return where the headings of one kind are, as HeadingFinder does."""
    return HeadingFinder(sheet, stated).find(recognise)


class HeadingFinder:
    """The rows of a sheet, and pairs of rows, that may be headings; asked anew for each kind of list.

    Only the one that ends at row `stated`, where that is given.
    """

    def __init__(self, sheet: Sheet, stated: int | None = None) -> None:
        top = sheet.cells.slice(0, max(SEARCHED_ROWS, min(stated or 0, STATED_ROWS)))
        letters = top.column_names[:SEARCHED_COLUMNS]
        self._sheet, self._stated = sheet, stated
        self._rows = list(zip(*(top.column(name).to_pylist() for name in letters), strict=True))
        self._blocks = [
            (index, height, _headings(letters, block))
            for index in range(len(self._rows)) for height in (1, 2)
            if len(block := self._rows[index : index + height]) == height and any(block[0])
            and not (height == 2 and _is_title(*block)) and (not stated or index + height == stated)
        ]  # fmt: skip

    def find(self, recognise: Callable[[tuple[str, ...]], str | None]) -> Found | None:
        """Return where the headings are: the row, or pair of rows, of which the most are recognised.

        Of a row and a pair that tell as many, the one that tells more fields: "Naam" under "Werkgever" is one
        more. None for a sheet with fewer than two headings, unless their last row was stated.
        """
        recognise = cache(recognise)  # rows of data repeat themselves
        best: tuple[tuple[int, int, int], int, tuple[Heading, ...]] | None = None
        for index, height, headings in self._blocks:
            known = {one.text: name for one in headings if (name := recognise(one.readings)) is not None}
            score = (len(known), len(set(known.values()) - {""}), -height)
            if (len(known) >= 2 or self._stated) and (best is None or score > best[0]):
                best = (score, index, headings)
        if best is None:
            return None
        (_, _, height), index, headings = best
        titles = tuple(text for row in self._rows[:index] for text in row if text)
        return Found(self._sheet, index + 1, index - height, headings, titles)


def _is_title(above: tuple[str | None, ...], below: tuple[str | None, ...]) -> bool:
    """Say whether the upper row is a title: one cell that would stand over every heading of the lower one."""
    filled = [place for place, text in enumerate(above) if text]
    first = next((place for place, text in enumerate(below) if text), len(below))
    return len(filled) == 1 and filled[0] <= first


def _headings(letters: list[str], block: list[tuple[str | None, ...]]) -> tuple[Heading, ...]:
    if len(block) == 1:
        cells = zip(letters, block[0], strict=True)
        return tuple(Heading(name, text, (text,)) for name, text in cells if text)
    found, group = [], ""
    for name, above, below in zip(letters, *block, strict=True):
        group = above or group  # a merged cell fills only its first column
        if below:
            both = below if above == below else f"{group} {below}".strip()  # one cell over both rows
            readings = (both, below) if group else (below,)
            found.append(Heading(name, both if group else below, readings))
        elif above:
            found.append(Heading(name, above, (above,)))
    return tuple(found)


def extract_rows(found: Found, used: list[str], start: str | None) -> Rows:
    """Return the rows below the headings that hold data.

    `used` are the letters of the columns of the list, `start` the letter of the date that each row must
    have. Blank rows, repeated headings, totals and notes ("Bron:", "Pagina 1 van 3") are left out.
    """
    cells = found.sheet.cells.slice(found.last_row)
    count = cells.num_rows
    filled = np.zeros(count, dtype=np.int32)
    for name in used:
        filled += np.asarray(pc.is_valid(cells.column(name)))
    keep = filled > 0
    remarks = _leave_out(found, cells, keep, filled, start, len(used))
    shown = keep & _examples(found, cells)
    numbers = np.arange(count, dtype=np.int32) + found.last_row + 1
    examples = tuple(numbers[shown].tolist())
    kept = keep & ~shown
    if kept.all():  # then nothing need be copied
        return Rows(cells, pa.array(numbers), remarks, examples)
    mask = pa.array(kept)
    return Rows(cells.filter(mask), pa.array(numbers).filter(mask), remarks, examples)


def _examples(found: Found, cells: pa.Table) -> np.ndarray:
    """Return which rows are marked as an example, under the heading that templates have for that."""
    marked = np.zeros(cells.num_rows, dtype=bool)
    for heading in found.headings:
        if is_marker(heading):
            cell = pc.match_substring_regex(cells.column(heading.letter), r"(?i)^\W*voorbeeld")
            marked |= np.asarray(pc.fill_null(cell, False))
    return marked


def is_marker(heading: Heading) -> bool:
    """Say whether a heading stands above the marks of example rows."""
    return key(heading.text) == key(MARKER)


def _leave_out(
    found: Found, cells: pa.Table, keep: np.ndarray, filled: np.ndarray, start: str | None, width: int
) -> tuple[tuple[int, str, str], ...]:
    """Clear the rows that are no data in `keep`; return the ones worth telling about."""
    suspect = keep & (filled <= FEW)
    titles = {key(text) for one in found.headings for text in (one.text, *one.readings)}
    blank = np.zeros(len(keep), dtype=bool)
    if start:
        column = cells.column(start)
        blank = ~np.asarray(pc.is_valid(column))
        odd = pc.fill_null(pc.match_substring_regex(column, r"^[^0-9#]"), False)
        suspect = keep & (suspect | blank | np.asarray(odd))
    remarks = []
    indices = np.flatnonzero(suspect)
    columns = [cells.column(name).take(pa.array(indices)).to_pylist() for name in cells.column_names]
    for index, row in zip(indices, zip(*columns, strict=True), strict=True):
        texts = [text for text in row if text]
        verdict = _verdict(texts, bool(blank[index]) or start is None, titles, width)
        if verdict:
            keep[index] = False
        if verdict == "remark":
            letter = next(name for name, text in zip(cells.column_names, row, strict=True) if text)
            remarks.append((int(index) + found.last_row + 1, letter, texts[0]))
    return tuple(remarks)


def _verdict(texts: list[str], no_date: bool, titles: set[str], width: int) -> str | None:
    """Return why a row is no data: "total", "note", "heading" or "remark"; None for a row of data."""
    short = len(texts) <= FEW
    if TOTAL.match(texts[0]) and (no_date or short):
        return "total"
    if any(NOTE.match(text) for text in texts) and (short or no_date and len(texts) <= width // 2):
        return "note"
    if len(texts) > 1 and sum(key(text) in titles for text in texts) >= max(2, len(texts) // 2):
        return "heading"
    if any(PATTERN_ROW.match(text) for text in texts):
        return "heading"
    return "remark" if len(texts) == 1 and no_date and width > FEW else None
