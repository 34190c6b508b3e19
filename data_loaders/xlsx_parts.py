"""What the reader of workbooks doesn't tell: how far cells reach, which are merged, which have no outcome."""

from __future__ import annotations

import html
import io
import re
import time
import zipfile
import zlib
from dataclasses import dataclass

from data_loaders.problems import UnreadableFile
from data_loaders.progress import NOBODY, Progress
from data_loaders.unpacking import whole_cells

# The reader makes room for every cell between the first and the last one, filled or not.
MAX_CELLS = 80_000_000
# A filled cell far to the right; a cell with only a colour has no <v> and takes no room.
FILLED = re.compile(rb'<c\b[^>]*?\br="([A-Z]{2,3})\d+"[^>]*>\s*<(?:v|f|is)\b')
UNCALCULATED = re.compile(rb"<f\b[^>]*?(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>")
ADDRESS = re.compile(rb'\br="([A-Z]{1,3})(\d+)"')
SHEET_PART = re.compile(r"xl/worksheets/[^/]+\.xml$")
SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*>")
RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
ODS_ROW = re.compile(rb"<table:table-row\b([^>]*)>(.*?)</table:table-row>", re.DOTALL)
ODS_CELL = re.compile(rb"<table:table-cell\b([^>]*office:value-type[^>]*)>")
LAST_COLUMN = 16_384
# A cell in a column of which the first of two letters is at least this one, or that has three.
WIDER = [re.compile(rb' r="([%c-Z][A-Z]|[A-Z]{3})\d' % code) for code in range(65, 91)]
WIDER.append(re.compile(rb' r="([A-Z]{3})\d'))
TOO_WIDE = (
    "een blad is te groot: er staat iets in een cel ver onder of rechts van de tabel. "
    "Verwijder de lege rijen en kolommen en sla het bestand opnieuw op."
)
Address = tuple[str, int]  # letter of the column, row as Excel shows it
MERGED = re.compile(rb'<mergeCell\b[^>]*\bref="([A-Z]{1,3})(\d+):[A-Z]{1,3}(\d+)"')


@dataclass(frozen=True)
class Marks:
    """What stands beside the cells of a sheet: formulas without an outcome, and cells over more rows.

    `merged` has letter, first and last row; only the first row of such a cell holds its text.
    """

    uncalculated: list[Address]
    merged: list[tuple[str, int, int]]
    size: int = 1  # of the unpacked sheet, in bytes
    seconds: float = 0.0  # that looking took


def inspect_parts(data: bytes, progress: Progress = NOBODY) -> dict[str, Marks]:
    """Return per sheet of an .xlsx what stands beside its cells; nothing for an .ods.

    Raises UnreadableFile when cells lie so far apart that reading the sheet would exhaust the memory.
    A broken part is skipped here: the reader itself says what is wrong.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if "content.xml" in archive.namelist():
            _check_ods(_read(archive, "content.xml"))
            return {}
        parts = {_path(entry): entry for entry in archive.infolist()}
        sheets = {path: entry for path, entry in parts.items() if SHEET_PART.match(path)}
        names = _sheet_names(archive)
    total, done, found = sum(entry.compress_size for entry in sheets.values()) or 1, 0, {}
    for path, entry in sheets.items():
        share = progress.within(done / total, (done := done + entry.compress_size) / total)
        found[names.get(path, path)] = _inspect(data, entry, share)
    return found


def _path(entry: zipfile.ZipInfo) -> str:
    return entry.filename.replace("\\", "/").lstrip("/").lower()


def _inspect(data: bytes, entry: zipfile.ZipInfo, progress: Progress) -> Marks:
    rows, widest, uncalculated, piece, began = 0, 26, [], b"", time.monotonic()
    for share, piece in whole_cells(data, entry):
        progress("De werkmap wordt nagekeken", share)
        rows = _last_row(piece) or rows
        widest = _widest(piece, widest)
        uncalculated += _uncalculated(piece)
    if rows * widest > MAX_CELLS:
        filled = {letters for _, piece in whole_cells(data, entry) for letters in FILLED.findall(piece)}
        if rows * max(map(_number, filled), default=26) > MAX_CELLS:
            raise UnreadableFile(TOO_WIDE)
    return Marks(uncalculated, _merged(piece), entry.file_size, time.monotonic() - began)


def _widest(piece: bytes, widest: int) -> int:
    """Return within how many columns the cells stay, in whole letters: 26, 52, … 702 or 16.384."""
    while widest < LAST_COLUMN:
        wider = WIDER[widest // 26 - 1].search(piece)
        if wider is None:
            break
        widest = LAST_COLUMN if len(wider[1]) > 2 else (wider[1][0] - 64 + 1) * 26
    return widest


def _read(archive: zipfile.ZipFile, part: str) -> bytes:
    try:
        return archive.read(part)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, EOFError, KeyError, ValueError):
        return b""


def _sheet_names(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return the path of each sheet's part with the name of the sheet."""
    targets = {}
    for tag in RELATION.findall(_read(archive, "xl/_rels/workbook.xml.rels")):
        target = _attribute(tag, "Target").lstrip("/")
        path = target if target.startswith("xl/") else f"xl/{target}"
        targets[_attribute(tag, "Id")] = path.lower()
    sheets = SHEET.findall(_read(archive, "xl/workbook.xml"))
    return {targets.get(_attribute(tag, r"\w+:id"), ""): _attribute(tag, "name") for tag in sheets}


def _attribute(tag: bytes, name: str) -> str:
    match = re.search(rf"\s{name}\s*=\s*[\"']([^\"']*)[\"']", tag.decode("utf-8", errors="replace"))
    return html.unescape(match[1]) if match else ""


def _last_row(xml: bytes) -> int:
    """Return the row of the last cell with something in it, 0 without one."""
    for start in (max(len(xml) - 65_536, 0), 0):
        last = max(xml.rfind(mark, start) for mark in (b"<v>", b"<v ", b"<is>"))
        if last > 0:
            address = ADDRESS.search(xml, xml.rfind(b"<c ", 0, last), last)
            return int(address[2]) if address else 0
    return 0


def _number(letters: bytes) -> int:
    total = 0
    for code in letters:
        total = total * 26 + code - 64
    return total


def _uncalculated(xml: bytes) -> list[Address]:
    found = []
    for match in UNCALCULATED.finditer(xml):
        cell = xml.rfind(b"<c ", 0, match.start())
        address = ADDRESS.search(xml, cell, match.start())
        if address:
            found.append((address[1].decode(), int(address[2])))
    return found


def _merged(xml: bytes) -> list[tuple[str, int, int]]:
    start = xml.rfind(b"<mergeCells")
    spans = MERGED.findall(xml, start) if start >= 0 else []
    found: dict[bytes, list[tuple[str, int, int]]] = {}
    for name, first, last in sorted(spans, key=lambda span: int(span[1])):
        before = found.setdefault(name, [])
        if int(last) > int(first) > (before[-1][2] if before else 0):  # Excel lets none overlap
            before.append((name.decode(), int(first), int(last)))
    return [span for column in found.values() for span in column]


def _check_ods(xml: bytes) -> None:
    rows = 0
    columns = 0
    for attributes, inside in ODS_ROW.findall(xml):
        cells = ODS_CELL.findall(inside)
        if cells:
            rows += _repeated(attributes, b"rows")
            columns = max(columns, sum(_repeated(cell, b"columns") for cell in cells))
        if rows * columns > MAX_CELLS:
            raise UnreadableFile(TOO_WIDE)


def _repeated(attributes: bytes, what: bytes) -> int:
    match = re.search(rb'number-%s-repeated="(\d+)"' % what, attributes)
    return int(match[1]) if match else 1
