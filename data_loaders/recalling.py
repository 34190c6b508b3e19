"""What an earlier delivery of the same supplier and layout tells about reading this one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from data_loaders.origin import UNKNOWN
from data_loaders.recognition import Part
from data_loaders.table import SEARCHED_COLUMNS, SEARCHED_ROWS
from data_loaders.understanding import Choices, layout_of
from data_loaders.workbook import Sheet
from reference.dutch import date_long


@dataclass(frozen=True)
class Memory(Choices):
    """What is remembered of a layout: `at` (UTC) and `by` (a stated name) are of the delivery it is from."""

    supplier: str = ""
    layout: str = ""
    kind: str = ""
    at: datetime = datetime.min
    by: str | None = None
    delivery_id: int = 0

    @property
    def sentence(self) -> str:
        """Return in Dutch what is applied, and since when."""
        who = f" door {self.by}" if self.by else ""
        return f"Gelezen zoals bij levering {self.delivery_id} van {date_long(self.at.date())}{who}."


# Supplier to what is remembered of its layouts, by their fingerprint.
Memories = Callable[[str], Mapping[str, Memory]]


def find_memory(
    memories: Memories | None, supplier: str, sheets: Iterable[Sheet], used: Sequence[Part]
) -> tuple[Memory, dict[str, int]] | None:
    """Return what is remembered of these headings, and the rows of headings that only memory recognises.

    Nothing is remembered of an unknown supplier: then it could be of somebody else.
    """
    known = memories(supplier) if memories and supplier != UNKNOWN else {}
    if not known:
        return None
    seen = layout_of(heading.text for part in used for heading in part.found.headings)
    if seen in known:
        return known[seen], {}
    for sheet in sheets:
        for row, layout in _layouts(sheet):
            if sheet.visible and layout in known:
                return known[layout], {sheet.name: row}
    return None


def _layouts(sheet: Sheet) -> Iterable[tuple[int, str]]:
    """Return the fingerprint that each of the first rows would have as headings."""
    top = sheet.cells.slice(0, SEARCHED_ROWS)
    columns = [top.column(name).to_pylist() for name in top.column_names[:SEARCHED_COLUMNS]]
    for row, texts in enumerate(zip(*columns, strict=True), start=1):
        yield row, layout_of(text for text in texts if text)
