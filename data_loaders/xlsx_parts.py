"""What the reader of workbooks doesn't tell: how far cells reach, which are merged, which have no outcome."""

from __future__ import annotations

import html
import io
import re
import time
import zipfile
import zlib
from dataclasses import dataclass

from data_loaders.progress import NOBODY, Progress
from data_loaders.reach import Reach, check_ods
from data_loaders.unpacking import texts, whole_cells
from data_loaders.xlsb_reach import check_xlsb

UNCALCULATED = re.compile(
    rb"<f\b[^<>]*(?:/>|>[^<]*</f>)\s*(?:(?:<v\s*/>|<v>\s*</v>)\s*)?</c>"
)  # what is between two tags ends at the next one, so that no text takes long
ADDRESS = re.compile(rb'\br="([A-Z]{1,3})(\d+)"')
BINARY_PART = re.compile(r"sheets/[^/]+\.bin$")
SHEET_PART = re.compile(r"xl/worksheets/[^/]+\.xml$")
SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^<>]*>")
RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^<>]*>")
Address = tuple[str, int]  # letter of the column, row as Excel shows it
MERGED = re.compile(rb'<mergeCell\b[^<>]*?\bref="([A-Z]{1,3})(\d+):[A-Z]{1,3}(\d+)"')


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
    """Return per sheet of an .xlsx what stands beside its cells; nothing for another workbook.

    Raises UnreadableFile when cells lie so far apart that reading the sheet would exhaust the memory, and
    when a part is larger than it says. A broken part is skipped here: the reader itself says what is wrong.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {_path(entry): entry for entry in archive.infolist()}
        names = _sheet_names(archive)
    sheets = {path: entry for path, entry in parts.items() if SHEET_PART.match(path)}
    for path, entry in parts.items():
        if path == "content.xml":
            check_ods(data, entry)
        elif BINARY_PART.search(path):
            check_xlsb(data, entry)
        elif path not in sheets and _holds_cells(data, entry, progress):
            sheets[path] = entry  # the reader takes sheets from anywhere
    total, done, found = sum(entry.compress_size for entry in sheets.values()) or 1, 0, {}
    for path, entry in sheets.items():
        share = progress.within(done / total, (done := done + entry.compress_size) / total)
        found[names.get(path, path)] = _inspect(data, entry, share)
    return found


def _path(entry: zipfile.ZipInfo) -> str:
    return entry.filename.replace("\\", "/").lstrip("/").lower()


def _holds_cells(data: bytes, entry: zipfile.ZipInfo, progress: Progress) -> bool:
    """Say whether a part looks like a sheet, after unpacking all of it."""
    found, end = False, b""
    for _, text in texts(data, entry):
        progress("De werkmap wordt nagekeken", 0.0)
        found = found or b"sheetData" in text or b"sheetData" in end + text[:8]
        end = text[-8:]
    return found


def _inspect(data: bytes, entry: zipfile.ZipInfo, progress: Progress) -> Marks:
    reach, uncalculated, piece, began = Reach(data, entry), [], b"", time.monotonic()
    for share, piece in whole_cells(data, entry):
        progress("De werkmap wordt nagekeken", share)
        reach.look(piece)
        uncalculated += _uncalculated(piece)
    reach.check()
    return Marks(uncalculated, _merged(piece), entry.file_size, time.monotonic() - began)


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
