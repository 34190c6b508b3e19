"""How far the filled cells of a sheet of an .xlsb reach, record by record ([MS-XLSB] 2.1.4)."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator

from data_loaders.problems import UnreadableFile
from data_loaders.reach import BROKEN, check_cells
from data_loaders.unpacking import texts

ROW, FIRST_CELL, LAST_CELL = 0, 2, 11  # a cell with only a colour is 1


def check_xlsb(data: bytes, entry: zipfile.ZipInfo) -> None:
    """Raise UnreadableFile when the cells of a sheet lie too far apart, or its records don't fit it."""
    part = b"".join(text for _, text in texts(data, entry))
    row = rows = columns = 0
    try:
        for kind, start in _records(part):
            if kind == ROW:
                row = struct.unpack_from("<I", part, start)[0] + 1
            elif FIRST_CELL <= kind <= LAST_CELL:
                rows = max(rows, row)
                columns = max(columns, struct.unpack_from("<I", part, start)[0] + 1)
    except (IndexError, struct.error):
        raise UnreadableFile(BROKEN) from None
    check_cells((rows, columns))


def _records(part: bytes) -> Iterator[tuple[int, int]]:
    """Give the kind of each record and where its content starts."""
    at = 0
    while at < len(part):
        kind, at = part[at], at + 1
        if kind & 0x80:
            kind, at = kind & 0x7F | (part[at] & 0x7F) << 7, at + 1
        size = 0
        for step in range(4):
            byte, at = part[at], at + 1
            size |= (byte & 0x7F) << 7 * step
            if not byte & 0x80:
                break
        yield kind, at
        at += size
