"""Which supplier delivered what, until when, and where a stretch of days is missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from metrics.calendar import covered_until, main_suppliers
from storage.database import Database
from storage.deliveries import Delivery

Days = tuple[date, date]


@dataclass(frozen=True)
class Coverage:
    """The active deliveries of one kind by one supplier. `gaps` are the stretches (both ends included)
    between the first and the last day that no delivery covers; `rows` is exact, so for the analyst only."""

    kind: str
    supplier: str
    deliveries: int
    rows: int
    start: date
    end: date
    latest: datetime
    gaps: tuple[Days, ...]


@dataclass(frozen=True)
class DefaultDate:
    """The default reference date, the main suppliers (largest first), and who of them reaches least far."""

    day: date
    main: tuple[str, ...]
    last: tuple[str, ...]


def coverage(database: Database) -> list[Coverage]:
    """Return one line per kind and supplier with active deliveries, placements first, most rows first."""
    groups: dict[tuple[str, str], list[Delivery]] = {}
    for delivery in database.deliveries():
        if delivery.active:
            groups.setdefault((delivery.kind, delivery.supplier), []).append(delivery)
    found = [_of(kind, supplier, group) for (kind, supplier), group in groups.items()]
    return sorted(found, key=lambda one: (one.kind != "placement", one.kind, -one.rows, one.supplier))


def why_default(database: Database) -> DefaultDate | None:
    """Return why the default reference date is what it is, or None without placements."""
    day = covered_until(database)
    if day is None:
        return None
    lines = [one for one in coverage(database) if one.kind == "placement"]
    leading = main_suppliers({one.supplier: one.rows for one in lines})
    main = [one for one in lines if one.supplier in leading]
    return DefaultDate(
        day, tuple(one.supplier for one in main), tuple(one.supplier for one in main if one.end == day)
    )


def _of(kind: str, supplier: str, group: list[Delivery]) -> Coverage:
    periods = sorted((one.period_start, one.period_end) for one in group)
    return Coverage(
        kind,
        supplier,
        len(group),
        sum(one.row_count for one in group),
        periods[0][0],
        max(end for _, end in periods),
        max(one.delivered_at for one in group),
        _gaps(periods),
    )


def _gaps(periods: list[Days]) -> tuple[Days, ...]:
    day = timedelta(days=1)
    gaps, covered = [], periods[0][1]
    for start, end in periods[1:]:
        if start > covered + day:
            gaps.append((covered + day, start - day))
        covered = max(covered, end)
    return tuple(gaps)
