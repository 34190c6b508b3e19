"""Which files are refused unread: empty, too large, encrypted, with macros, or not what their name says."""

from __future__ import annotations

import io
import os
import re
import struct
import zipfile
from dataclasses import dataclass
from pathlib import Path

from data_loaders.problems import UnreadableFile

MB = 1024 * 1024
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of .xls and of encrypted .xlsx
ZIP = b"PK\x03\x04"
WORKBOOKS = {"xlsx": ZIP, "xlsb": ZIP, "ods": ZIP, "xls": OLE}
TEXTS = {"csv", "txt", "tsv", "psv"}
READABLE = "xlsx, xls, xlsb, ods of csv"
RESAVE = "Open het bestand in Excel en sla het op als Excel-werkmap (.xlsx)."
MOST_PARTS = 10_000  # a workbook has a few for each sheet and picture
# The content that a zip file with this name must hold.
INSIDE = {"xlsx": "xl/workbook.xml", "xlsb": "xl/workbook.bin", "ods": "content.xml"}


@dataclass(frozen=True)
class Limits:
    """How large a file may be, in bytes, as it is and unpacked."""

    max_bytes: int = 500 * MB
    max_unpacked: int = 2048 * MB

    @classmethod
    def from_environment(cls, max_bytes: int) -> Limits:
        """Return the limits, where `REGIOMONITOR_MAX_MB` and `REGIOMONITOR_MAX_UNPACKED_MB` go first."""
        return cls(
            _megabytes("REGIOMONITOR_MAX_MB", max_bytes),
            _megabytes("REGIOMONITOR_MAX_UNPACKED_MB", 2048 * MB),
        )


def _megabytes(variable: str, default: int) -> int:
    stated = os.environ.get(variable, "")
    return int(stated) * MB if stated.isdigit() and int(stated) else default


def read_bytes(source: Path | bytes, limits: Limits) -> bytes:
    """Return the content of a file; raises UnreadableFile where it can't be opened or is too large."""
    if isinstance(source, bytes):
        return source
    try:
        if source.stat().st_size > limits.max_bytes:
            raise UnreadableFile(too_large("is", source.stat().st_size, limits.max_bytes))
        return source.read_bytes()
    except IsADirectoryError:
        raise UnreadableFile("dit is een map. Noem een bestand.") from None
    except FileNotFoundError:
        raise UnreadableFile("het bestand bestaat niet. Controleer de naam en de map.") from None
    except OSError:
        raise UnreadableFile("het bestand kan niet worden geopend. Is het nog open in Excel?") from None


def check_file(data: bytes, name: str, limits: Limits) -> str:
    """Return the extension of a file that may be read.

    Raises UnreadableFile, with a Dutch sentence, for every other file.
    """
    extension = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    if not data:
        raise UnreadableFile("het bestand is leeg. Maak de export opnieuw.")
    if len(data) > limits.max_bytes:
        raise UnreadableFile(too_large("is", len(data), limits.max_bytes))
    if extension in {"xlsm", "xltm", "xlam"}:
        raise UnreadableFile(f"een werkmap met macro's wordt niet gelezen. {RESAVE}")
    if extension not in WORKBOOKS and extension not in TEXTS:
        kind = f"een bestand van het soort .{extension}" if extension else "een bestand zonder extensie"
        raise UnreadableFile(f"{kind} wordt niet gelezen. Lever het aan als {READABLE}.")
    _check_disguise(data, extension)
    if data.startswith(ZIP):
        _check_zip(data, extension, limits)
    if data.startswith(OLE):
        _check_ole(data)
    return extension


def too_large(verb: str, size: int, limit: int) -> str:
    """Return in Dutch that a file is larger than it may be; sizes in bytes."""
    return (
        f"het bestand {verb} {size / MB:.0f} MB groot en de grens is {limit // MB} MB. "
        "Splits het, bijvoorbeeld per jaar."
    )


def _check_disguise(data: bytes, extension: str) -> None:
    start = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"<") and re.search(rb"<(!doctype html|html|head|body|table|meta)", start):
        raise UnreadableFile(f"dit is een webpagina met de naam van een .{extension}. {RESAVE}")
    if data.startswith(OLE) and b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e" in data:
        raise UnreadableFile(f"het bestand heeft een wachtwoord. Haal het wachtwoord eraf. {RESAVE}")
    if extension in WORKBOOKS and not data.startswith(WORKBOOKS[extension]):
        raise UnreadableFile(f"de inhoud is geen .{extension}-bestand, of is beschadigd. {RESAVE}")
    if extension in TEXTS and data.startswith((OLE, ZIP, b"%PDF", b"\x1f\x8b", b"{\\rtf")):
        raise UnreadableFile(f"de inhoud is geen tekst, terwijl de naam op .{extension} eindigt. {RESAVE}")


def _check_zip(data: bytes, extension: str, limits: Limits) -> None:
    if data.count(b"PK\x01\x02") > MOST_PARTS:  # before a list of millions is made
        raise UnreadableFile(f"het bestand bestaat uit te veel onderdelen. {RESAVE}")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, struct.error, NotImplementedError):
        raise UnreadableFile(f"het bestand is beschadigd. {RESAVE}") from None
    names = {entry.filename.lower().replace("\\", "/").lstrip("/") for entry in entries}
    odd = any(entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} for entry in entries)
    if odd or len(names) < len(entries):  # two parts with one name: which of them would be looked at?
        raise UnreadableFile(f"het bestand is beschadigd. {RESAVE}")
    if any("vbaproject" in name or name.startswith("basic/") for name in names):
        raise UnreadableFile(f"een werkmap met macro's wordt niet gelezen. {RESAVE}")
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > limits.max_unpacked:
        raise UnreadableFile(too_large("is uitgepakt", unpacked, limits.max_unpacked))
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise UnreadableFile(f"het bestand heeft een wachtwoord. Haal het wachtwoord eraf. {RESAVE}")
    others = {inside for kind, inside in INSIDE.items() if kind != extension}
    if INSIDE[extension] not in names and (others & names or not names):
        raise UnreadableFile(f"de inhoud is geen .{extension}-bestand. {RESAVE}")


def _check_ole(data: bytes) -> None:
    if "_VBA_PROJECT".encode("utf-16-le") in data:
        raise UnreadableFile(f"een werkmap met macro's wordt niet gelezen. {RESAVE}")
    if _has_password(data):
        raise UnreadableFile(f"het bestand heeft een wachtwoord. Haal het wachtwoord eraf. {RESAVE}")


def _has_password(data: bytes) -> bool:
    """Say whether an .xls stream has a FILEPASS record (0x2F) near its start ([MS-XLS] 2.4.117)."""
    for start in range(512, len(data) - 8, 512):
        if data[start : start + 2] != b"\x09\x08":
            continue
        position = start
        for _ in range(20):
            kind, size = struct.unpack_from("<HH", data, position) if position + 4 <= len(data) else (0, 0)
            if kind == 0x2F:
                return True
            position += 4 + size
    return False
