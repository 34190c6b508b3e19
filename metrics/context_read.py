"""Reads the series of the crisis: which rows make one line, and what the region is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from metrics.cells import REGION
from metrics.context import ADDITIVE, FIRST, INCOMPLETE, INDICATORS, LAST, MISSING, PRESENT, Course, Point
from reference.load import members
from storage.database import Database

LABOUR_REGION = "AM37"  # code of the CBS for Zuid-Kennemerland en IJmond
_STEPS = ((27, 32, 1), (85, 93, 3), (360, 367, 12))  # days of a period, and the months that it takes
# Of each cell the newest delivery speaks; a day belongs to its month, of which the last day speaks.
_OBSERVED = """
    SELECT indicator, source, unit, dimension, coalesce(municipality, region_code) AS place,
        if(period_start = period_end, date_trunc('month', period_start)::DATE, period_start) AS first,
        if(period_start = period_end, last_day(period_end), period_end) AS last,
        "value"::DOUBLE AS "value", state, provisional
    FROM indicators
    WHERE indicator IN (SELECT unnest($indicators)) AND period_end >= $first AND period_start <= $last
        AND coalesce(municipality, region_code) IN (SELECT unnest($places))
    QUALIFY row_number() OVER (
        PARTITION BY indicator, source, unit, dimension, place, first, last
        ORDER BY delivery_id DESC, period_end DESC, row_number) = 1
    ORDER BY last
"""


def courses(
    database: Database, indicators: Iterable[str] = INDICATORS, first: date = FIRST, last: date = LAST
) -> dict[str, Course]:
    """Return the courses of the indicators that were delivered, keyed on their code."""
    places, indicators = [one.code for one in members(LAST)], list(indicators)
    asked = {"indicators": indicators, "places": [*places, LABOUR_REGION], "first": first, "last": last}
    rows = database.query(_OBSERVED, asked).to_pylist()
    found = {}
    for indicator in indicators:
        own = [row for row in rows if row["indicator"] == indicator and _step(row)]
        if any(row["state"] in PRESENT for row in own):
            found[indicator] = _course(indicator, own, places)
    return found


def _step(row: Mapping[str, Any]) -> int | None:
    days = (row["last"] - row["first"]).days + 1
    return next((step for least, most, step in _STEPS if least <= days <= most), None)


def _course(indicator: str, rows: list[dict], places: Sequence[str]) -> Course:
    """Return one line of an indicator: that of all people before a part, then the one with most values."""
    lines: dict[tuple, list[dict]] = {}
    for row in rows:
        lines.setdefault((row["source"], row["unit"], row["dimension"], _step(row)), []).append(row)
    chosen = max(lines, key=lambda line: (line[2] is None, *_weight(lines[line])))
    source, unit, dimension, step = chosen
    found = {place: _filled([row for row in lines[chosen] if row["place"] == place], step)
             for place in (*places, LABOUR_REGION)}  # fmt: skip
    found = {place: points for place, points in found.items() if points}
    own = found.pop(LABOUR_REGION, ())
    region = own or (_summed(found, places, unit) if indicator in ADDITIVE else ())
    if region:
        found[REGION] = region
    return Course(indicator, source, unit, dimension, step, found, not own, len(rows) - len(lines[chosen]))


def _weight(rows: Sequence[Mapping]) -> tuple[int, int]:
    values = sum(row["state"] in PRESENT for row in rows)
    return values, -_step(rows[0])


def _filled(rows: Sequence[Mapping], step: int) -> tuple[Point, ...]:
    """Return the points from first to last period, with one for each period that was not delivered."""
    known = {row["first"]: Point(row["first"], row["last"], row["value"], row["state"], row["provisional"])
             for row in rows}  # fmt: skip
    if not known:
        return ()
    points, day, end = [], min(known), max(known)
    while day <= end:
        after = _later(day, step)
        points.append(known.get(day) or Point(day, after - timedelta(days=1), None, MISSING))
        day = after
    return tuple(points)


def _later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1)


def _summed(
    found: Mapping[str, tuple[Point, ...]], places: Sequence[str], unit: str | None
) -> tuple[Point, ...]:
    """Return the sum of all municipalities per period; percentages are never added up."""
    if unit and ("%" in unit or "procent" in unit.lower()):
        return ()
    by_day = {place: {point.first: point for point in found.get(place, ())} for place in places}
    days = sorted({day for points in by_day.values() for day in points})
    return tuple(_sum([by_day[place].get(day) for place in places]) for day in days)


def _sum(parts: Sequence[Point | None]) -> Point:
    known = [one for one in parts if one is not None]
    first, last = known[0].first, known[0].last
    if {one.state for one in known} == {"nvt"}:
        return Point(first, last, None, "nvt")
    if len(known) < len(parts) or any(one.value is None for one in known):
        return Point(first, last, None, INCOMPLETE)
    total = sum(one.value for one in known)
    provisional = any(one.provisional for one in known)
    return Point(first, last, total, "bekend" if total else "nihil", provisional)
