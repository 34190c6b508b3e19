"""The reference dates that screens offer: month ends and the dates of published figures."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from metrics.metric import Metric
from reference.load import figures
from storage.database import Database

# A supplier is a main one when at least this share of the rows comes from it.
MAIN_SUPPLIER_SHARE = 0.10
KIND_OF_VIEW = {"placements": "placement", "internships": "internship"}


def published_dates() -> list[date]:
    """Return the reference dates of the realised figures that documents published, oldest first."""
    return sorted({figure.end for figure in figures().values() if figure.kind != "context" and figure.end})


def checkpoints(start: date, end: date) -> tuple[date, ...]:
    """Return every reference date from start to end that screens offer, with end itself."""
    ends = [
        date(year, month, monthrange(year, month)[1])
        for year in range(start.year, end.year + 1)
        for month in range(1, 13)
    ]
    points = {point for point in [*ends, *published_dates(), end] if start <= point <= end}
    return tuple(sorted(points))


def covered_until(database: Database) -> date | None:
    """Return the default reference date: the last day that all main suppliers of placements cover.

    None when no placements were delivered.
    """
    deliveries = [d for d in database.deliveries("placement") if d.active]
    total = sum(d.row_count for d in deliveries)
    last: dict[str, date] = {}
    count: dict[str, int] = {}
    for delivery in deliveries:
        last[delivery.supplier] = max(delivery.period_end, last.get(delivery.supplier, date.min))
        count[delivery.supplier] = count.get(delivery.supplier, 0) + delivery.row_count
    main = [last[name] for name, rows in count.items() if rows >= MAIN_SUPPLIER_SHARE * total]
    return min(main, default=None)


def covered_from(database: Database) -> date | None:
    """Return the first day of the earliest active delivery, or None when there is none."""
    return min((d.period_start for d in database.deliveries() if d.active), default=None)


def is_covered(database: Database, metric: Metric, start: date, end: date) -> bool:
    """Return whether any active delivery of the metric's kind covers a day of the period."""
    kind = KIND_OF_VIEW.get(metric.view)
    return any(
        d.active and d.period_start <= end and d.period_end >= start for d in database.deliveries(kind)
    )
