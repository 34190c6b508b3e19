"""A part of a workbook unpacked piece by piece, so that a sheet of a gigabyte takes a few megabytes."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator

PACKED_PIECE, LARGEST_PIECE = 1 << 18, 16 << 20
LONGEST_REST = 64 << 20  # of text without a cell


def whole_cells(data: bytes, entry: zipfile.ZipInfo) -> Iterator[tuple[float, bytes]]:
    """Give how far it is and the next text of a part, each whole cells; the last is what follows them."""
    rest = b""
    for share, text in _inflate(data, entry):
        text = rest + text
        end = text.rfind(b"</c>") + 4
        if end > 4:
            yield share, text[:end]
        rest = text[end:] if end > 4 else text[-LONGEST_REST:]
    yield 1.0, rest


def _inflate(data: bytes, entry: zipfile.ZipInfo) -> Iterator[tuple[float, bytes]]:
    """Give how far it is and the next bytes of a part, together at most as many as it says."""
    start = entry.header_offset + 30
    if entry.compress_type != zipfile.ZIP_DEFLATED or start > len(data):
        return
    name, extra = struct.unpack_from("<HH", data, start - 4)
    start += name + extra
    packed = memoryview(data)[start : start + entry.compress_size]
    unpack, left, position, waiting = zlib.decompressobj(-15), entry.file_size, 0, b""
    while left > 0 and (waiting or position < len(packed)):
        if not waiting:
            waiting, position = packed[position : position + PACKED_PIECE], position + PACKED_PIECE
        try:
            text = unpack.decompress(waiting, min(left, LARGEST_PIECE))
        except zlib.error:
            return
        waiting, left = unpack.unconsumed_tail, left - len(text)
        yield min(position / len(packed), 1.0), text
