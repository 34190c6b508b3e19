"""The cells of ledgers: places and their sums, cumulative counts, and what can be subtracted from what.

A cell is a tuple: (counting, place), (counting, "region", dimension, code) or (counting, "party", code).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from metrics.guard import Relation
from metrics.metric import Scope
from reference.load import municipalities

REGION = "region"
UNKNOWN = "onbekend"
SUBREGIONS = ("IJmond", "Zuid-Kennemerland")


@dataclass(frozen=True)
class Counts:
    """Cumulative counts per checkpoint of one key: what is certain, and what may be."""

    low: list[float]
    high: list[float]


def scope_of_cell(cell: tuple) -> Scope:
    """Return the scope that a cell of a ledger stands for."""
    if cell[0] == "party":
        return Scope(party=cell[1])
    if len(cell) == 3:
        return Scope(region=True, **({cell[1]: cell[2]} if cell[2] != UNKNOWN else {}))
    place = cell[0]
    if place == REGION:
        return Scope(region=True)
    if place in SUBREGIONS:
        return Scope(region=True, subregion=place)
    return Scope(region=True, municipalities=(place,))


def accumulated(steps: dict, points: Sequence[date]) -> dict[tuple, Counts]:
    # In a fixed order: which neighbour a ledger hides depends on it, and may not differ between two starts.
    keys = sorted({key[:-1] for key in steps}, key=str)
    found = {}
    for key in keys:
        amounts = [steps.get((*key, point)) for point in points]
        low = list(accumulate(round(a.low) if a else 0 for a in amounts))
        high = list(accumulate(round(a.high) if a else 0 for a in amounts))
        found[key] = Counts(low, high)
    return found


def by_place(name: str, per_municipality: dict[str | None, list[int]], length: int) -> dict[tuple, list[int]]:
    """Return counts per municipality, sub-region and region; every place is there, also with zero."""
    nothing = [0] * length
    counts = {(name, m.code): per_municipality.get(m.code, nothing) for m in municipalities()}
    for subregion in SUBREGIONS:
        inside = [counts[name, m.code] for m in municipalities() if m.subregion == subregion]
        counts[name, subregion] = [sum(values) for values in zip(*inside, strict=True)]
    both = [counts[name, subregion] for subregion in SUBREGIONS]
    counts[name, REGION] = [sum(values) for values in zip(*both, strict=True)]
    return counts


def place_relations(name: str) -> list[Relation]:
    # Smallest first: that is the order in which numbers are held back to protect another.
    relations = [Relation((name, REGION), tuple((name, subregion) for subregion in SUBREGIONS))]
    by_size = sorted(municipalities(), key=lambda m: m.inhabitants_2022 or 0)
    for subregion in SUBREGIONS:
        inside = tuple((name, m.code) for m in by_size if m.subregion == subregion)
        relations.append(Relation((name, subregion), inside))
    return relations


def under(counts: dict[tuple, list[int]]) -> tuple[dict[tuple, list[int]], list[Relation]]:
    """Return the placements under 25 hours, which nobody shows but anyone can subtract."""
    derived, relations = {}, []
    for cell, all_of_them in counts.items():
        if cell[0] != "placements":
            continue
        large = ("min25", *cell[1:])
        if large in counts:
            small = ("under25", *cell[1:])
            derived[small] = [a - b for a, b in zip(all_of_them, counts[large], strict=True)]
            relations.append(Relation(cell, (large, small)))
    return derived, relations
