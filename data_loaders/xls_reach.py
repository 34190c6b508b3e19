"""Whether the cells of an old .xls stay within the 256 columns that such a sheet has ([MS-CFB], [MS-XLS])."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from data_loaders.problems import UnreadableFile
from data_loaders.reach import BROKEN, TOO_WIDE

COLUMNS = 256
# NUMBER, RK, LABELSST, LABEL, RSTRING, BOOLERR, FORMULA in three versions, MULRK: row and column come first.
CELLS = frozenset({0x0203, 0x027E, 0x00FD, 0x0204, 0x00D6, 0x0205, 0x0006, 0x0206, 0x0406, 0x00BD})
MULRK = 0x00BD  # several cells beside each other, six bytes each
NAMES = frozenset({"workbook", "book"})
LAST_SECTOR = 0xFFFFFFF9  # higher numbers mean the end, or nothing
SMALL = 64  # bytes of a sector of a small stream


def check_xls(data: bytes) -> None:
    """Raise UnreadableFile for a cell in a column that no .xls has, or a file of which parts are gone."""
    try:
        for stream in _streams(data):
            _check(stream)
    except (struct.error, IndexError):
        raise UnreadableFile(BROKEN) from None


def _check(stream: bytes) -> None:
    at = 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        if kind in CELLS and size >= 6 and at + 8 <= len(stream):
            column = struct.unpack_from("<H", stream, at + 6)[0]
            if column + (size // 6 - 1 if kind == MULRK else 0) >= COLUMNS:
                raise UnreadableFile(TOO_WIDE)
        at += 4 + size


def _streams(data: bytes) -> Iterator[bytes]:
    """Give the streams of a compound file that hold a workbook."""
    size = 1 << min(struct.unpack_from("<H", data, 30)[0], 20)
    directory, limit, small_table = (struct.unpack_from("<I", data, at)[0] for at in (48, 56, 60))
    table = _numbers(b"".join(_sector(data, one, size) for one in _table_sectors(data, size)))
    entries = _chain(data, directory, table, size)
    small = b""
    for at in range(0, len(entries) - 127, 128):
        length, kind = struct.unpack_from("<HB", entries, at + 64)
        start, count = struct.unpack_from("<II", entries, at + 116)
        name = entries[at : at + max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace").lower()
        if kind == 5:  # the root holds the small streams
            small = _chain(data, start, table, size)
        elif name in NAMES and count < limit:
            numbers = _numbers(_chain(data, small_table, table, size))
            yield _chain(bytes(SMALL) + small, start, numbers, SMALL)[:count]
        elif name in NAMES:
            yield _chain(data, start, table, size)[:count]


def _table_sectors(data: bytes, size: int) -> list[int]:
    found = list(struct.unpack_from("<109I", data, 76))
    more, seen = struct.unpack_from("<I", data, 68)[0], 0
    while more <= LAST_SECTOR and seen * size <= len(data):
        *numbers, more = _numbers(_sector(data, more, size))
        found += numbers
        seen += 1
    return [one for one in found if one <= LAST_SECTOR]


def _numbers(text: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(text) // 4}I", text[: len(text) // 4 * 4])


def _sector(data: bytes, number: int, size: int) -> bytes:
    return data[(number + 1) * size : (number + 2) * size]


def _chain(data: bytes, start: int, table: tuple[int, ...], size: int) -> bytes:
    """Return the sectors of a stream one after the other; one that turns in a circle ends."""
    pieces, number = [], start
    while number <= LAST_SECTOR and len(pieces) * size <= len(data):
        pieces.append(_sector(data, number, size))
        number = table[number] if number < len(table) else LAST_SECTOR + 1
    return b"".join(pieces)
