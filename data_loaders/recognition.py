"""What kind of list a workbook holds, and on which sheets, told by the headings alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from data_loaders import (
    actions,
    budgets,
    caseloads,
    goals,
    indicators,
    internships,
    own_targets,
    placements,
    promise_updates,
    published_figures,
    sroi_contracts,
    talks,
    trajectories,
    vacancies,
)
from data_loaders.columns import HeadingMap, Recogniser, key, map_headings
from data_loaders.kind import Kind
from data_loaders.privacy import DANGER, FORBIDDEN
from data_loaders.table import Found, HeadingFinder, is_marker
from data_loaders.workbook import Sheet

_MODULES = (
    placements, internships, vacancies, caseloads, talks, trajectories, sroi_contracts,
    indicators, published_figures, own_targets, budgets, actions, goals, promise_updates,
)  # fmt: skip
KINDS: dict[str, Kind] = {one.KIND.key: one.KIND for one in _MODULES}
_ANY = Recogniser(
    [column for kind in KINDS.values() for column in kind.columns], FORBIDDEN, DANGER
)  # knows whether a text is a heading of any kind at all
LIKELY = 3  # so many kinds are looked at closely
ENOUGH = 4  # without its date it takes so many columns to see what a list was meant to be


@dataclass(frozen=True)
class Part:
    """One sheet that holds a list of a kind: where its headings are, and what they mean."""

    kind: Kind
    found: Found
    map: HeadingMap

    @property
    def sheet(self) -> Sheet:
        """Return the sheet."""
        return self.found.sheet

    @property
    def strength(self) -> int:
        """Return how much the headings look like this kind; 0 when they don't."""
        fields = set(self.map.fields) - {"period", "count"}
        if self.kind.anchor not in fields and len(fields) < ENOUGH:
            return 0
        if self.kind.signs and not self.kind.signs & fields:
            return 0
        return len(fields) + 2 * len(fields & self.kind.telling) if len(fields) > 1 else 0


def recognise(
    sheets: tuple[Sheet, ...], kind: str | None, choices: Mapping[str, str | None] | None,
    header_rows: Mapping[str, int] | None = None,
) -> tuple[Part, ...]:  # fmt: skip
    """Return for each sheet with a list the kind that it looks like most; the stated kind goes first.

    `header_rows` says of a sheet on which row its headings end; with a stated kind that is a list.
    """
    parts = []
    for sheet in sheets:
        row = (header_rows or {}).get(sheet.name)
        found = _parts(sheet, [kind] if kind else list(KINDS), choices, row)
        candidates = found if choices else _likely(found)
        usable = [
            part for one in candidates
            if (part := _mapped(one, choices)).strength or (kind and row)
        ]  # fmt: skip
        if usable:
            parts.append(max(usable, key=lambda part: part.strength))
    return tuple(parts)


def _parts(
    sheet: Sheet, names: Sequence[str], choices: Mapping[str, str | None] | None, row: int | None
) -> list[tuple[Kind, Found]]:
    """Return where the headings of each of these kinds would be."""
    known = cache(_ANY.recognise)  # most cells are no heading of any kind, so that is asked first
    finder, found = HeadingFinder(sheet, row), []
    for name in names:
        stated = {key(text): to for text, to in (choices or {}).items() if to in KINDS[name].by_field}
        reader = _reader(KINDS[name].recogniser, known, stated)
        if place := finder.find(reader):
            found.append((KINDS[name], place))
    return found


def _reader(
    recogniser: Recogniser, known: Callable[[tuple[str, ...]], str | None], stated: Mapping[str, str | None]
) -> Callable[[tuple[str, ...]], str | None]:
    def read(readings: tuple[str, ...]) -> str | None:
        if stated and (field := stated.get(key(readings[0]))):
            return field
        return None if known(readings) is None else recogniser.recognise(readings)

    return read


def _likely(found: list[tuple[Kind, Found]]) -> list[tuple[Kind, Found]]:
    """Return the few kinds of which most fields are there; only those are asked for what is nearly one."""

    def told(one: tuple[Kind, Found]) -> int:
        kind, place = one
        fields = {kind.recogniser.recognise(heading.readings) for heading in place.headings} - {None, ""}
        return len(fields) + 2 * len(fields & kind.telling)

    first = set(map(id, sorted(found, key=told, reverse=True)[:LIKELY]))
    return [one for one in found if id(one) in first]


def _mapped(one: tuple[Kind, Found], choices: Mapping[str, str | None] | None) -> Part:
    kind, found = one
    headings = [heading for heading in found.headings if not is_marker(heading)]
    return Part(kind, found, map_headings(headings, kind.recogniser, choices))
