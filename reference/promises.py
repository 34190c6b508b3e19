"""Who made which promise, and what the documents say became of it.

Every answer is read once from the folder `promises`, complete or not at all, else ReferenceError is raised.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from reference.citation import cited_lines
from reference.entry import Entry, read_csv
from reference.load import Commitment, commitments, documents, targets

FOLDER = Path(__file__).parent / "promises"
# How many lines each document has in our numbering; a citation beyond the last one is a mistake.
LAST_LINES = MappingProxyType({"S0": 536, "S1": 105, "S2": 505, "S3": 1523, "S4": 365})
AGREEMENT_OF = MappingProxyType(
    {"S0": "lsa", "S1": "lsa", "S2": "werkbedrijf", "S3": "participatie", "S4": "raa"}
)


@dataclass(frozen=True)
class Promiser:
    """A party that promised something; one with members is a group of others."""

    code: str
    name: str
    members: tuple[str, ...]


@dataclass(frozen=True)
class Known:
    """What a document says became of a promise, in our words, with the day it speaks of."""

    status: str | None
    day: date
    text: str
    document: str
    lines: str


@dataclass(frozen=True)
class Measured:
    """The target whose number is the promise; `whole` is False where the promise is more than the number."""

    target: str
    whole: bool


@cache
def promisers() -> Mapping[str, Promiser]:
    """Code to party, the groups included."""
    found = {}
    for entry in read_csv(FOLDER / "parties.csv", "code"):
        code, members = entry.text("code"), _several(entry, "members")
        found[code] = Promiser(code, entry.text("name"), members)
        entry.close()
    return MappingProxyType(found)


@cache
def promised_by() -> Mapping[str, tuple[str, ...]]:
    """The party as a commitment names it, to the codes of who that is: parties by name, or a group."""
    found = {}
    for entry in read_csv(FOLDER / "promised_by.csv", "party"):
        party, codes = entry.text("party"), _several(entry, "codes")
        for code in codes:
            if code not in promisers():
                entry.fail("codes", f"noemt onbekende partij '{code}'")
        found[party] = codes
        entry.close()
    return MappingProxyType(found)


def named(one: Commitment) -> tuple[str, ...]:
    """The codes of the parties that promised this by name."""
    return tuple(code for code in promised_by()[one.party] if not promisers()[code].members
                 or code == "klankbordgroep")  # fmt: skip


def shared(one: Commitment) -> tuple[str, ...]:
    """The codes of the parties that promised this as part of a group only."""
    inside = [code for group in promised_by()[one.party] for code in promisers()[group].members]
    return tuple(code for code in dict.fromkeys(inside) if code not in named(one))


@cache
def known() -> Mapping[str, Known]:
    """Key of a commitment to what a document says became of it."""
    keys, found = {one.key for one in commitments()}, {}
    for entry in read_csv(FOLDER / "known.csv", "commitment"):
        key = entry.choice("commitment", keys)
        status = entry.choice("status", ("gedaan", "loopt", "te laat"))
        day, text = entry.date("date"), entry.text("known")
        found[key] = Known(status, day, text, entry.text("document"), entry.text("lines"))
        entry.close()
    return MappingProxyType(found)


@cache
def measured() -> Mapping[str, Measured]:
    """Key of a commitment to the target that measures it."""
    found = {}
    for entry in read_csv(FOLDER / "measured.csv", "commitment"):
        target = entry.choice("target", targets())
        found[entry.text("commitment")] = Measured(target, entry.choice("whole", ("ja", "nee")) == "ja")
        entry.close()
    return MappingProxyType(found)


def why_no_such_lines(document: str, lines: str) -> str | None:
    """Return in Dutch why a citation can't be right, or None when document and lines exist."""
    if document not in documents():
        return f"'{document}' is geen stuk; kies uit {', '.join(documents())}"
    try:
        passages = cited_lines(document, lines)
    except ValueError as error:
        return f"{error}; schrijf bijvoorbeeld 71 of 71-73"
    for key, first, last in passages:
        if key not in LAST_LINES:
            return f"'{key}' is geen stuk; kies uit {', '.join(documents())}"
        if first < 1 or last > LAST_LINES[key]:
            return f"{documents()[key].short} heeft geen regel {last}, maar {LAST_LINES[key]} regels"
    return None


def _several(entry: Entry, field: str) -> tuple[str, ...]:
    return tuple(entry.text(field).split("|")) if entry.has(field) else ()
