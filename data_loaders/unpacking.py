"""A part of a workbook unpacked piece by piece, so that a sheet of a gigabyte takes a few megabytes."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator

from data_loaders.problems import UnreadableFile
from data_loaders.progress import one_ahead

PACKED_PIECE, LARGEST_PIECE = 1 << 18, 16 << 20
LONGEST_REST = 64 << 20  # of text without a cell
LIES = (
    "het bestand is beschadigd: een onderdeel is groter dan het zegt. "
    "Open het bestand in Excel en sla het op als Excel-werkmap (.xlsx)."
)
ENTITIES = (
    "in het bestand staan verwijzingen die niet in een werkmap horen. "
    "Open het bestand in Excel en sla het op als Excel-werkmap (.xlsx)."
)


def whole_cells(data: bytes, entry: zipfile.ZipInfo) -> Iterator[tuple[float, bytes]]:
    """Give how far it is and the next text of a part, each whole cells; the last is what follows them."""
    rest = b""
    for share, text in texts(data, entry):
        text = rest + text
        end = text.rfind(b"</c>") + 4
        if end <= 4:
            end = max(len(text) - LONGEST_REST, 0)
        if end:
            yield share, text[:end]
        rest = text[end:]
    yield 1.0, rest


def texts(data: bytes, entry: zipfile.ZipInfo) -> Iterator[tuple[float, bytes]]:
    """Give how far it is and the next bytes of a part; a broken part ends early.

    Raises UnreadableFile when it unpacks to more than it says, which the limits on its size rest on, or when
    it declares entities: no office program does, and they can grow without end.
    """
    xml, end = entry.filename.lower().endswith((".xml", ".rels")), b""
    for share, text in one_ahead(_inflate(data, entry)):
        if xml and (b"<!DOCTYPE" in text or b"<!DOCTYPE" in end + text[:8]):
            raise UnreadableFile(ENTITIES)
        end = text[-8:]
        yield share, text


def _inflate(data: bytes, entry: zipfile.ZipInfo) -> Iterator[tuple[float, bytes]]:
    start = entry.header_offset + 30
    if start > len(data):
        return
    name, extra = struct.unpack_from("<HH", data, start - 4)
    start += name + extra
    packed = memoryview(data)[start : start + entry.compress_size]
    if entry.compress_type == zipfile.ZIP_STORED:
        for at in range(0, len(packed), PACKED_PIECE):
            yield at / len(packed), bytes(packed[at : at + PACKED_PIECE])
        return
    unpack, left, position, waiting = zlib.decompressobj(-15), entry.file_size, 0, b""
    while not unpack.eof and (waiting or position < len(packed)):
        if not waiting:
            waiting, position = packed[position : position + PACKED_PIECE], position + PACKED_PIECE
        try:
            text = unpack.decompress(waiting, min(left + 1, LARGEST_PIECE))
        except zlib.error:
            return
        waiting, left = unpack.unconsumed_tail, left - len(text)
        if left < 0:
            raise UnreadableFile(LIES)
        yield min(position / len(packed), 1.0), text
