"""What is given, with its source: the only door to the files in this folder.

Every answer is read once, complete or not at all, and read-only. A wrong file raises ReferenceError.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Any

from reference.agreements import METRIC_KEYS, read_agreement
from reference.citation import cited_lines
from reference.contradictions import Contradiction, read_contradictions
from reference.models import (
    Budget,
    Document,
    Figure,
    Milestone,
    ReferenceError,
    Rule,
    Target,
    TargetScope,
)
from reference.region import (
    Commitment,
    Municipality,
    Party,
    Supplier,
    normalise_place,
    read_commitments,
    read_municipalities,
    read_names,
    read_parties,
    read_places,
    read_suppliers,
)

__all__ = [
    "METRIC_KEYS", "Budget", "Commitment", "Contradiction", "Document", "Figure", "Milestone",
    "Municipality", "Party", "ReferenceError", "Rule", "Supplier", "Target", "TargetScope",
    "ambiguous_places", "budgets", "cited_lines", "commitments", "contradictions", "documents",
    "dutch_municipalities", "figures", "members", "milestones", "municipalities", "normalise_place",
    "parties", "places", "rules", "suppliers", "targets",
]

FOLDER = Path(__file__).parent
_SERIES = ("T-LSA", "T-NAT", "T-WB", "T-H17", "T-RAA", "R", "C", "B", "D")


def documents() -> Mapping[str, Document]:
    """Key ("S0") to source document."""
    return _agreements()[0]


def targets() -> Mapping[str, Target]:
    """Register id ("T-LSA-02") to target, in the order of the register."""
    return _of_kind(Target)


def milestones() -> Mapping[str, Milestone]:
    """Register id to what must be done or decided, in the order of the register."""
    return _of_kind(Milestone)


def figures() -> Mapping[str, Figure]:
    """Register id to a number that a document published, in the order of the register."""
    return _of_kind(Figure)


def budgets() -> Mapping[str, Budget]:
    """Register id to money set aside, in the order of the register."""
    return _of_kind(Budget)


def rules() -> Mapping[str, Rule]:
    """Register id to counting rule, definition, rule or duration, in the order of the register."""
    return _of_kind(Rule)


@cache
def commitments() -> tuple[Commitment, ...]:
    """What the parties promised without a number, document by document."""
    found = [one for path in _files("commitments", "csv") for one in read_commitments(path)]
    return tuple(sorted(found, key=lambda one: one.document))


@cache
def contradictions() -> tuple[Contradiction, ...]:
    """Where the documents contradict one another or themselves, and which reading we take."""
    return read_contradictions(FOLDER / "contradictions.csv")


@cache
def municipalities() -> tuple[Municipality, ...]:
    """The seven municipalities of the region, then the two former members."""
    return read_municipalities(FOLDER / "municipalities.csv")


def members(on: date) -> tuple[Municipality, ...]:
    """The municipalities of the region on a date: nine until 2016, eight in 2017-2018, seven since 2019."""
    return tuple(one for one in municipalities() if one.is_member(on))


@cache
def dutch_municipalities() -> Mapping[str, str]:
    """CBS code to name, for the Netherlands of 2022 and the former members of the region."""
    return MappingProxyType(read_names(FOLDER / "dutch_municipalities.csv"))


@cache
def places() -> Mapping[str, str]:
    """Name as `normalise_place` gives it (place, municipality or abbreviation) to code; never a guess."""
    names = {normalise_place(name): code for code, name in dutch_municipalities().items()}
    listed = {place: codes[0] for place, codes in _listed_places().items() if len(codes) == 1}
    return MappingProxyType(names | listed)


@cache
def ambiguous_places() -> Mapping[str, tuple[str, ...]]:
    """Normalised place that lies, or lay, in more than one municipality, to the codes it may mean."""
    several = {place: codes for place, codes in _listed_places().items() if len(codes) > 1}
    return MappingProxyType(several)


@cache
def parties() -> tuple[Party, ...]:
    """The parties of the Lokaal Sociaal Akkoord, with the names of their employers."""
    return read_parties(FOLDER / "parties.csv")


@cache
def suppliers() -> tuple[Supplier, ...]:
    """Who delivers files, with the names that may stand in a title, file or sheet name."""
    return read_suppliers(FOLDER / "suppliers.csv")


@cache
def _listed_places() -> Mapping[str, tuple[str, ...]]:
    return read_places(FOLDER / "places.csv")


def _files(folder: str, extension: str) -> list[Path]:
    return sorted((FOLDER / folder).glob(f"*.{extension}"))


@cache
def _of_kind(kind: type) -> Mapping[str, Any]:
    return MappingProxyType({one.key: one for one in _agreements()[1] if isinstance(one, kind)})


@cache
def _agreements() -> tuple[Mapping[str, Document], tuple[Any, ...]]:
    read = sorted((read_agreement(path) for path in _files("targets", "toml")), key=lambda one: one[0].key)
    found = sorted((one for _, stated in read for one in stated), key=_in_register)
    _refuse_twice(found)
    _refuse_dangling(found)
    return MappingProxyType({document.key: document for document, _ in read}), tuple(found)


def _in_register(one: Any) -> tuple[int, str]:
    series = one.key.rpartition("-")[0]
    if series not in _SERIES:
        raise ReferenceError(f"targets/*.toml, {one.key}: veld 'key' begint niet met {', '.join(_SERIES)}.")
    return _SERIES.index(series), one.key


def _refuse_twice(found: list[Any]) -> None:
    for one, following in pairwise(found):
        if one.key == following.key:
            raise ReferenceError(f"targets/*.toml, {one.key}: veld 'key' komt twee keer voor.")


def _refuse_dangling(found: list[Any]) -> None:
    """A derived target or a published figure speaks of a target that exists."""
    known = {one.key for one in found if isinstance(one, Target)}
    for one in found:
        named = one.derived_from if isinstance(one, Target) else ()
        named += (one.target,) if isinstance(one, Figure) and one.target else ()
        for key in named:
            if key not in known:
                raise ReferenceError(f"targets/*.toml, {one.key}: een veld noemt onbekend doel '{key}'.")
