"""What kind of list a workbook holds, and on which sheets, told by the headings alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

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
from data_loaders.columns import HeadingMap, key, map_headings
from data_loaders.kind import Kind
from data_loaders.table import Found, find_headings, is_marker
from data_loaders.workbook import Sheet

_MODULES = (
    placements, internships, vacancies, caseloads, talks, trajectories, sroi_contracts,
    indicators, published_figures, own_targets, budgets, actions, goals, promise_updates,
)  # fmt: skip
KINDS: dict[str, Kind] = {one.KIND.key: one.KIND for one in _MODULES}
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
        candidates = [_part(sheet, KINDS[name], choices, row) for name in ([kind] if kind else KINDS)]
        usable = [part for part in candidates if part and (part.strength or (kind and row))]
        if usable:
            parts.append(max(usable, key=lambda part: part.strength))
    return tuple(parts)


def _part(
    sheet: Sheet, kind: Kind, choices: Mapping[str, str | None] | None, row: int | None
) -> Part | None:
    recogniser = kind.recogniser
    stated = {key(heading): name for heading, name in (choices or {}).items() if name in kind.by_field}

    def known(readings: tuple[str, ...]) -> str | None:
        return stated.get(key(readings[0])) or recogniser.recognise(readings)

    found = find_headings(sheet, known if stated else recogniser.recognise, row)
    if found is None:
        return None
    headings = [heading for heading in found.headings if not is_marker(heading)]
    return Part(kind, found, map_headings(headings, recogniser, choices))
