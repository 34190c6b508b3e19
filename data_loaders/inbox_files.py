"""The files of an inbox: which may be read, and how they are put away without overwriting or following."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from data_loaders.file_checks import Limits, too_large
from data_loaders.problems import UnreadableFile
from storage.errors import StorageError

DONE, REFUSED = "verwerkt", "geweigerd"
LONGEST = 180  # bytes of a name; a file system takes 255, and a number and .json come behind it
# What some file system or shell reads as something else than a name.
ODD = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
# What a program still writes, or keeps for itself.
PASSING = re.compile(r"^(\.|~\$)|\.(tmp|part|partial|crdownload|filepart)$", re.IGNORECASE)


@dataclass(frozen=True)
class Look:
    """What a file looked like: while it changes, somebody is still writing it."""

    size: int
    changed: int
    number: int


def look(folder: Path) -> dict[Path, Look]:
    """Return the plain files in a folder, without links, folders and what a program is still writing."""
    try:
        with os.scandir(folder) as entries:
            found = [one for one in entries if not PASSING.search(one.name)]
            files = [Path(one.path) for one in found if one.is_file(follow_symlinks=False)]
    except OSError:
        raise StorageError(f"De map {folder} bestaat niet of is niet te lezen.") from None
    looks = {}
    for path in files:
        try:
            state = path.lstat()
        except OSError:  # gone since
            continue
        looks[path] = Look(state.st_size, state.st_mtime_ns, state.st_ino)
    return looks


def content(path: Path, limits: Limits) -> bytes:
    """Return the bytes of a plain file. Raises UnreadableFile when it is too large, OSError for a link."""
    with open(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as file:
        state = os.fstat(file.fileno())
        if not stat.S_ISREG(state.st_mode):
            raise OSError("not a plain file")
        if state.st_size > limits.max_bytes:
            raise UnreadableFile(too_large("is", state.st_size, limits.max_bytes))
        return file.read()


def plain_name(name: str) -> str:
    """Return a name that every file system and screen takes: not odd, not hidden and not too long."""
    text = name.encode("utf-8", "replace").decode()
    text = "".join("_" if unicodedata.category(mark)[0] == "C" else mark for mark in ODD.sub("_", text))
    stem, dot, extension = text.strip(" .").rpartition(".")
    if not dot or len(extension) > 10:
        stem, dot, extension = text.strip(" ."), "", ""
    short = stem.encode()[:LONGEST].decode(errors="ignore").strip()
    return f"{short or 'bestand'}{dot}{extension}"


def put_away(path: Path, shelf: str, name: str, reports: dict[str, str]) -> Path:
    """Move a file to a folder beside it, with its reports by extension; return its new place.

    A name that is there gets a number behind it. The name is taken before the file comes, so that two
    programs never put two files on one place.
    """
    folder = _folder(path.parent, shelf)
    stem, dot, extension = name.rpartition(".") if "." in name else (name, "", "")
    for number in count(1):
        target = folder / (name if number == 1 else f"{stem} ({number}){dot}{extension}")
        beside = {Path(f"{target}{ending}"): text for ending, text in reports.items()}
        if not any(os.path.lexists(one) for one in (target, *beside)) and _take(target, b""):
            break
    for place, text in beside.items():
        _take(place, text.encode("utf-8", "replace"))
    try:
        os.replace(path, target)
    except OSError:  # somebody was first; leave nothing that looks like a file of his
        for one in (target, *beside):
            one.unlink(missing_ok=True)
        raise
    return target


def _folder(parent: Path, name: str) -> Path:
    folder = parent / name
    folder.mkdir(exist_ok=True)
    if folder.is_symlink() or not folder.is_dir():
        raise StorageError(f"De map {folder} is een koppeling. Maak er een gewone map van.")
    return folder


def _take(path: Path, text: bytes) -> bool:
    try:
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o640), "wb") as file:
            file.write(text)
    except FileExistsError:
        return False
    return True
