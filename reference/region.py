"""The CSV files: municipalities, places, parties, suppliers and commitments."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reference.citation import cited_lines
from reference.entry import Entry, read_csv
from reference.labels import LABELS

_BESIDE_THE_NAME = re.compile(r"\bgemeente\b|^gem\b")
_NOT_A_LETTER = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Commitment:
    """What a party promised without a number of its own. `period_end` None means: no end given."""

    key: str
    document: str
    lines: str
    party: str
    commitment: str
    pillar: str
    indicator: str
    strength: str
    unit: str
    scope: str
    period_start: date
    period_end: date | None
    counting_rule: str
    note: str


@dataclass(frozen=True)
class Municipality:
    """A municipality of the region. Both ends of its membership are inclusive; None means unlimited."""

    code: str
    name: str
    subregion: str
    inhabitants_2022: int | None
    valid_from: date | None
    valid_until: date | None
    board_member: str

    def is_member(self, on: date) -> bool:
        """Whether the municipality belongs to the region on this date."""
        return (self.valid_from or on) <= on <= (self.valid_until or on)


@dataclass(frozen=True)
class Party:
    """A party of the Lokaal Sociaal Akkoord with the employer names that count for it."""

    code: str
    name: str
    aliases: tuple[str, ...]
    valid_from: date | None
    valid_until: date | None


@dataclass(frozen=True)
class Supplier:
    """An organisation that delivers files, with the names by which a file may be recognised."""

    code: str
    name: str
    aliases: tuple[str, ...]


def normalise_place(name: str) -> str:
    """The name as places() keys it: lower case, no accents, punctuation or the word 'gemeente'."""
    spelled = unicodedata.normalize("NFKD", name.lower().replace("&", " en "))
    plain = spelled.encode("ascii", "ignore").decode()
    return _NOT_A_LETTER.sub(" ", _BESIDE_THE_NAME.sub(" ", plain)).strip()


def read_municipalities(path: Path) -> tuple[Municipality, ...]:
    """The municipalities that are or were in the region, the present ones first."""
    found = []
    for entry in read_csv(path, "code"):
        found.append(Municipality(
            code=entry.text("code"), name=entry.text("name"),
            subregion=entry.choice("subregion", ("Zuid-Kennemerland", "IJmond")),
            inhabitants_2022=int(entry.number("inhabitants_2022")) if entry.has("inhabitants_2022") else None,
            valid_from=entry.date("valid_from") if entry.has("valid_from") else None,
            valid_until=entry.date("valid_until") if entry.has("valid_until") else None,
            board_member=entry.text("board_member") if entry.has("board_member") else "",
        ))
        entry.close()
    return tuple(found)


def read_names(path: Path) -> dict[str, str]:
    """Code to name, for every Dutch municipality."""
    found = {}
    for entry in read_csv(path, "code"):
        found[entry.text("code")] = entry.text("name")
        entry.close()
    return found


def read_places(path: Path) -> dict[str, tuple[str, ...]]:
    """Normalised place to the codes it may mean."""
    found = {}
    for entry in read_csv(path, "name"):
        found[normalise_place(entry.text("name"))] = tuple(entry.text("codes").split("|"))
        entry.close()
    return found


def _aliases(entry: Entry) -> tuple[str, ...]:
    return tuple(entry.text("aliases").split("|")) if entry.has("aliases") else ()


def read_parties(path: Path) -> tuple[Party, ...]:
    """The parties; one without aliases is recognised only where the delivery itself names the party."""
    found = []
    for entry in read_csv(path, "code"):
        found.append(Party(
            code=entry.text("code"), name=entry.text("name"), aliases=_aliases(entry),
            valid_from=entry.date("valid_from") if entry.has("valid_from") else None,
            valid_until=entry.date("valid_until") if entry.has("valid_until") else None,
        ))
        entry.close()
    return tuple(found)


def read_suppliers(path: Path) -> tuple[Supplier, ...]:
    """Who delivers files."""
    found = []
    for entry in read_csv(path, "code"):
        found.append(Supplier(code=entry.text("code"), name=entry.text("name"), aliases=_aliases(entry)))
        entry.close()
    return tuple(found)


def read_commitments(path: Path) -> list[Commitment]:
    """The commitments of one document, in the order of the file."""
    found = []
    for entry in read_csv(path, "id"):
        found.append(_commitment(entry))
        entry.close()
    return found


def _commitment(entry: Entry) -> Commitment:
    document, lines = entry.text("document"), entry.text("lines")
    try:
        cited_lines(document, lines)
    except ValueError as error:
        entry.fail("lines", f"klopt niet: {error}")
    start, end = entry.date("period_start"), entry.date("period_end") if entry.has("period_end") else None
    if end and end < start:
        entry.fail("period_end", "ligt voor 'period_start'")
    return Commitment(
        key=entry.text("id"), document=document, lines=lines, party=entry.text("party"),
        commitment=entry.text("commitment"), pillar=entry.text("pillar"), indicator=entry.text("indicator"),
        strength=entry.choice("strength", LABELS["commitment"]),
        unit=entry.text("unit"), scope=entry.text("scope"),
        period_start=start, period_end=end, counting_rule=entry.text("counting_rule"),
        note=entry.text("note") if entry.has("note") else "",
    )
