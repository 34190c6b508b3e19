"""What an analyst is shown about a file before its rows: sheets, headings, samples, and how sure each is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

import pyarrow as pa
import pyarrow.compute as pc

from data_loaders.columns import Heading, HeadingMap, key
from data_loaders.kind import Kind
from data_loaders.recognition import Part
from data_loaders.table import find_headings
from data_loaders.understanding import Certainty, HeadingRead, SheetRead
from data_loaders.workbook import Sheet

SAMPLES = 3
LOOKED_AT = 200  # rows in which samples are sought
LONGEST = 80  # characters of a sample


def sheets_seen(
    sheets: Iterable[Sheet], parts: Iterable[Part], used: Iterable[Part]
) -> tuple[SheetRead, ...]:
    """Return every sheet of the file, with the list that was seen on it."""
    lists = {part.sheet.name: part for part in parts}
    read = {part.sheet.name for part in used}
    return tuple(
        SheetRead(
            sheet.name, sheet.visible, sheet.cells.num_rows,
            lists[sheet.name].found.last_row if sheet.name in lists else None,
            lists[sheet.name].kind.key if sheet.name in lists else None, sheet.name in read,
        )
        for sheet in sheets
    )  # fmt: skip


def headings_read(
    used: Sequence[Part], stated: Mapping[str, str | None], remembered: Mapping[str, str | None]
) -> tuple[HeadingRead, ...]:
    """Return the headings of the sheets that are read; the choices tell which of them were made by hand."""
    now, before = set(map(key, stated)), set(map(key, remembered))
    found = []
    for part in used:
        fields = _fields(part.map)
        for heading in part.found.headings:
            name = fields.get(heading.letter)
            sure = _certainty(heading, name, part.map, now, before)
            shown = sure != "verboden" and (name is None or part.kind.by_field[name].type != "person")
            samples = _samples(part, heading) if shown else ()
            found.append(HeadingRead(part.sheet.name, heading.letter, heading.text, name, sure, samples))
    return tuple(found)


def headings_offered(
    sheets: Iterable[Sheet], header_rows: Mapping[str, int], kind: Kind
) -> tuple[HeadingRead, ...]:
    """Return the headings on the stated rows of sheets in which no list was recognised, without samples."""
    offered = []
    for sheet in sheets:
        row = header_rows.get(sheet.name)
        found = find_headings(sheet, kind.recogniser.recognise, row) if row else None
        for heading in found.headings if found else ():
            offered.append(HeadingRead(sheet.name, heading.letter, heading.text, None, "genegeerd"))
    return tuple(offered)


def _fields(map_: HeadingMap) -> dict[str, str]:
    """Return the field of each column by its letter; columns that wait for a choice all have one."""
    fields = {heading.letter: name for name, heading in map_.fields.items()}
    for rivals in map_.rivals:
        fields |= {heading.letter: fields[rivals[0].letter] for heading in rivals}
    return fields


def _certainty(
    heading: Heading, name: str | None, map_: HeadingMap, now: set[str], before: set[str]
) -> Certainty:
    if heading in map_.dropped:
        return "verboden"
    waiting = [one for rivals in map_.rivals for one in rivals] + [one for one, _ in map_.questions]
    if heading in waiting:
        return "vraag"
    if name is None:
        return "genegeerd"
    if key(heading.text) in now:
        return "gekozen"
    if key(heading.text) in before:
        return "onthouden"
    return "vermoedelijk" if any(one is heading for one, _ in map_.guessed) else "zeker"


def _samples(part: Part, heading: Heading) -> tuple[str, ...]:
    return first_texts(part.sheet.cells.column(heading.letter).slice(part.found.last_row, LOOKED_AT))


def first_texts(column: pa.ChunkedArray) -> tuple[str, ...]:
    """Return the first different texts of a column."""
    different: pa.Array = pc.unique(pc.drop_null(column))
    return tuple(text[:LONGEST] for text in islice(different.to_pylist(), SAMPLES))
