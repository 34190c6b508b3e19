"""How far the filled cells of a sheet reach, told by its text before the reader makes room for them.

The reader makes room for every cell between the first and the last one, filled or not. So a sheet is looked
at quickly where its cells are written as Excel does, and with a strict parser where they are written in
another way: what isn't understood is never taken for small.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterable
from xml.parsers import expat

from data_loaders.problems import UnreadableFile
from data_loaders.unpacking import ENTITIES, texts, whole_cells

MAX_CELLS = 80_000_000
LAST_COLUMN = 16_384
TOO_WIDE = (
    "een blad is te groot: er staat iets in een cel ver onder of rechts van de tabel. "
    "Verwijder de lege rijen en kolommen en sla het bestand opnieuw op."
)
BROKEN = (
    "het bestand is beschadigd en kan niet worden gelezen. "
    "Open het bestand in Excel en sla het op als Excel-werkmap (.xlsx)."
)
NARROW = 26  # columns with one letter
HIGHEST = 1_999_999  # the last row that the patterns below take for one of a sheet
# A cell that isn't written as <c r="A1" …: in the first pattern also one with more than one letter.
NOT_NARROW = re.compile(rb'<c(?=[\s/>])(?! r="[A-Z](?:\d{1,6}|1\d{6})")')
NOT_PLAIN = re.compile(rb'<c(?=[\s/>])(?! r="[A-Z]{1,3}(?:\d{1,6}|1\d{6})")')
PREFIXED = re.compile(rb"<[^\s<>:]+:c[\s/>]")
LOW = re.compile(rb'<c r="[A-Z]{1,3}1\d{6}"')  # there is one below row 999.999
# A cell in a column of which the first of two letters is at least this one, or that has three.
WIDER = [re.compile(rb'<c r="([%c-Z][A-Z]|[A-Z]{3})\d' % code) for code in range(65, 91)]
WIDER.append(re.compile(rb'<c r="([A-Z]{3})\d'))
# A cell with only a colour has no <v> and takes no room.
FILLED = re.compile(rb'<c r="([A-Z]{1,3})(\d+)"[^<>]*>\s*<(?:v|f|is)\b')
ADDRESS = re.compile(r"([A-Za-z]{1,3})(\d{1,7})")


class Reach:
    """Looks at the pieces of a sheet one by one, and says at the end whether it may be read."""

    def __init__(self, data: bytes, entry: zipfile.ZipInfo) -> None:
        self._part = data, entry
        self._rows, self._widest, self._plain = 999_999, NARROW, True

    def look(self, piece: bytes) -> None:
        """Look at the next piece of whole cells."""
        if b":" in piece and b":c" in piece and PREFIXED.search(piece):  # a lone byte is found soonest
            self._plain = False
        if not self._plain or not NOT_NARROW.search(piece):
            return
        self._plain = not NOT_PLAIN.search(piece)
        self._widest = _widest(piece, self._widest)
        if LOW.search(piece):
            self._rows = HIGHEST

    def check(self) -> None:
        """Raise UnreadableFile when the cells lie so far apart that reading would exhaust the memory."""
        if not self._plain:
            check_cells(_parsed(SheetCells(), *self._part))
        elif self._widest > NARROW and self._rows * self._widest > MAX_CELLS:
            check_cells(_exact(*self._part))


def check_ods(data: bytes, entry: zipfile.ZipInfo) -> None:
    """Raise UnreadableFile when the cells of a table of an .ods lie too far apart, as Reach does."""
    check_cells(_parsed(OdsCells(), data, entry))


def check_cells(reach: tuple[int, int]) -> None:
    """Raise UnreadableFile for more cells between the first and the last one than may be read."""
    rows, columns = reach
    if rows * max(columns, 1) > MAX_CELLS:
        raise UnreadableFile(TOO_WIDE)


def _widest(piece: bytes, widest: int) -> int:
    """Return within how many columns the cells stay, in whole letters: 26, 52, … 702 or 16.384."""
    while widest < LAST_COLUMN:
        wider = WIDER[widest // 26 - 1].search(piece)
        if wider is None:
            break
        widest = LAST_COLUMN if len(wider[1]) > 2 else (wider[1][0] - 64 + 1) * 26
    return widest


def _exact(data: bytes, entry: zipfile.ZipInfo) -> tuple[int, int]:
    rows, letters = 0, {b"A"}
    for _, piece in whole_cells(data, entry):
        found = FILLED.findall(piece)
        rows = max(rows, *(int(row) for _, row in found), 0)
        letters |= {name for name, _ in found}
    return rows, max(column_number(name.decode()) for name in letters)


def column_number(letters: str) -> int:
    """Return the number of a column from 1: A is 1, AA is 27."""
    total = 0
    for mark in letters.upper():
        total = total * 26 + ord(mark) - 64
    return total


class SheetCells:
    """Follows the cells of an .xlsx sheet, also those that don't say where they are."""

    def __init__(self) -> None:
        self.reach = (0, 0)
        self._row = self._column = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the next element."""
        name = name.rpartition(":")[2]
        if name == "row":
            self._row, self._column = int(attributes.get("r") or self._row + 1), 0
        elif name == "c":
            self._column += 1
            if "r" in attributes:
                self._at(attributes["r"])
        elif name in {"v", "f", "is"}:
            self.reach = max(self.reach[0], self._row), max(self.reach[1], self._column)

    def _at(self, address: str) -> None:
        match = ADDRESS.fullmatch(address.strip())
        if not match:  # no place in a sheet
            raise UnreadableFile(BROKEN)
        self._column, self._row = column_number(match[1]), int(match[2])


class OdsCells:
    """Follows the cells of the tables of an .ods, of which one element may stand for many."""

    def __init__(self) -> None:
        self.reach = (0, 0)
        self._row = self._column = self._next = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the next element."""
        if name == "table:table":
            self._next = 0
        elif name == "table:table-row":
            times = _times(attributes, "rows")
            self._row, self._column = self._next, 0
            self._next += times
        elif name in {"table:table-cell", "table:covered-table-cell"}:
            self._column += _times(attributes, "columns")
            if any(one.startswith(("office:", "calcext:", "table:formula")) for one in attributes):
                self.reach = max(self.reach[0], self._next), max(self.reach[1], self._column)
                check_cells(self.reach)


def _times(attributes: dict[str, str], what: str) -> int:
    text = attributes.get(f"table:number-{what}-repeated", "1")
    if not re.fullmatch(r"\d{1,10}", text):
        raise UnreadableFile(BROKEN)
    return int(text)


def _parsed(cells: SheetCells | OdsCells, data: bytes, entry: zipfile.ZipInfo) -> tuple[int, int]:
    """Return the reach of what a strict parser finds. Raises UnreadableFile for what it doesn't take."""
    parser = expat.ParserCreate()
    parser.StartElementHandler = cells.start
    parser.StartDoctypeDeclHandler = _refuse
    _feed(parser.Parse, (text for _, text in texts(data, entry)))
    return cells.reach


def _refuse(*_: object) -> None:
    raise UnreadableFile(ENTITIES)


def _feed(parse: Callable[[bytes, bool], object], pieces: Iterable[bytes]) -> None:
    try:
        for piece in pieces:
            parse(piece, False)
        parse(b"", True)
    except (expat.ExpatError, ValueError):
        raise UnreadableFile(BROKEN) from None
