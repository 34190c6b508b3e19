"""The crisis around the agenda: series of CBS and UWV per municipality, from 2019 to 2022.

These are published statistics, rounded and shielded by their publisher, and therefore exempt from hiding. A
period without a value stays without one: it is never zero and never filled in. The region is its own series
where the publisher gives one, else the sum of the seven municipalities, and nothing where one of them lacks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reference.load import Municipality

INDICATORS = {
    "ww": "WW-uitkeringen",
    "bijstand": "Personen met bijstand",
    "tozo": "Tozo-uitkeringen",
    "jeugdwerkloosheid": "Jeugdwerkloosheid",
    "vacatures": "Vacatures",
}
FIRST, LAST = date(2019, 1, 1), date(2022, 12, 31)
BASE = date(2020, 2, 29)  # index 100: the last month before the crisis
INHABITANTS_YEAR = 2022
# Counts, of which the municipalities add up to the region; shares and densities never do.
ADDITIVE = frozenset({
    "inwoners", "bijstand", "bijstand-instroom", "bijstand-uitstroom", "uitstroom-naar-werk", "reintegratie",
    "wsw", "ww", "tozo", "jeugdwerkloosheid", "vacatures", "banenafspraak", "vsv", "deelnemers-mbo",
})  # fmt: skip
PRESENT = ("bekend", "nihil")
MISSING, INCOMPLETE = "niet-geleverd", "onvolledig"


@dataclass(frozen=True)
class Point:
    """One period of a series. `value` is None unless `state` is bekend or nihil."""

    first: date
    last: date
    value: float | None
    state: str
    provisional: bool = False


@dataclass(frozen=True)
class Course:
    """An indicator over time in each place that it was delivered for, and in the region (REGION).

    `step` is the months between two points. `left_out` counts observations of other sources, units, parts or
    periods, which are never mixed in. `summed`: the region is the sum of its municipalities.
    """

    indicator: str
    source: str
    unit: str | None
    dimension: str | None
    step: int
    places: Mapping[str, tuple[Point, ...]]
    summed: bool
    left_out: int


@dataclass(frozen=True)
class Swing:
    """What happened to a line since the base: the points of base, largest departure and last value."""

    base: Point
    extreme: Point
    latest: Point


def indexed(points: Sequence[Point]) -> tuple[Point, ...] | None:
    """Return a line as an index: 100 is the period of February 2020; None where that has no value above 0."""
    base = _base(points)
    return None if base is None else _scaled(points, 100 / base.value)


def per_thousand(points: Sequence[Point], places: Iterable[Municipality]) -> tuple[Point, ...] | None:
    """Return a line per 1.000 inhabitants of 2022 of these municipalities; None where they are unknown."""
    inhabitants = [one.inhabitants_2022 for one in places]
    if not inhabitants or None in inhabitants:
        return None
    return _scaled(points, 1000 / sum(inhabitants))


def swing(points: Sequence[Point]) -> Swing | None:
    """Return base, the point furthest from it afterwards, and the last value; None without a base."""
    base = _base(points)
    after = [one for one in points if base and one.first > base.first and one.value is not None]
    if not after:
        return None
    return Swing(base, max(after, key=lambda one: abs(one.value - base.value)), after[-1])


def _base(points: Sequence[Point]) -> Point | None:
    """Return the month or quarter of the base; a whole year would have the crisis in its own base."""
    return next((one for one in points if one.first <= BASE <= one.last and one.value
                 and (one.last - one.first).days < 95), None)  # fmt: skip


def _scaled(points: Sequence[Point], factor: float) -> tuple[Point, ...]:
    return tuple(
        Point(p.first, p.last, None if p.value is None else p.value * factor, p.state, p.provisional)
        for p in points
    )
