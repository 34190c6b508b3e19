"""The board of the Werkbedrijf: its seats, what it must watch, and bottlenecks that documents name."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from reference.entry import Entry, read_csv
from reference.promises import FOLDER, Known


@dataclass(frozen=True)
class Seat:
    """A seat in the board of the Werkbedrijf. `own` is how the keys of its efforts begin."""

    seat: str
    represents: str
    lines: str
    own: str | None
    own_lines: str | None


@dataclass(frozen=True)
class Check:
    """A point that the board must watch, with what a document says of it."""

    key: str
    title: str
    document: str
    lines: str
    known: Known | None


@dataclass(frozen=True)
class Bottleneck:
    """A bottleneck or a piece of advice that a document names, in our words."""

    key: str
    kind: str
    text: str
    owner: str | None
    day: date | None
    document: str
    lines: str


@cache
def board() -> tuple[Seat, ...]:
    """The seats in the board of the Werkbedrijf, in the order of the covenant."""
    found = []
    for entry in read_csv(FOLDER / "board.csv", "seat"):
        found.append(Seat(
            entry.text("seat"), entry.text("represents"), entry.text("lines"),
            _maybe(entry, "own"), _maybe(entry, "own_lines"),
        ))  # fmt: skip
        entry.close()
    return tuple(found)


@cache
def checklist() -> tuple[Check, ...]:
    """What the covenant tells the board to watch beside the number of garantiebanen."""
    found = []
    for entry in read_csv(FOLDER / "checklist.csv", "key"):
        status, seen = _maybe(entry, "status"), None
        if entry.has("known"):
            day, text = entry.date("date"), entry.text("known")
            seen = Known(status, day, text, entry.text("known_document"), entry.text("known_lines"))
        one = Check(entry.text("key"), entry.text("title"), entry.text("document"), entry.text("lines"), seen)
        found.append(one)
        entry.close()
    return tuple(found)


@cache
def bottlenecks() -> tuple[Bottleneck, ...]:
    """The bottlenecks and the advice that the documents name."""
    found = []
    for entry in read_csv(FOLDER / "bottlenecks.csv", "key"):
        found.append(Bottleneck(
            entry.text("key"), entry.choice("kind", ("knelpunt", "advies")), entry.text("text"),
            _maybe(entry, "owner"), entry.date("date") if entry.has("date") else None,
            entry.text("document"), entry.text("lines"),
        ))  # fmt: skip
        entry.close()
    return tuple(found)


def _maybe(entry: Entry, field: str) -> str | None:
    return entry.text(field) if entry.has(field) else None
