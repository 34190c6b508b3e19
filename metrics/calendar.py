"""The reference dates that screens offer: month ends and the dates of published figures."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
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


def main_suppliers(rows: Mapping[str, int]) -> set[str]:
    """Return the suppliers that deliver at least a tenth of the rows, given the rows of each."""
    least = MAIN_SUPPLIER_SHARE * sum(rows.values())
    return {supplier for supplier, number in rows.items() if number >= least}


def covered_until(database: Database) -> date | None:
    """Return the default reference date: the last day that all main suppliers of placements cover.

    None when no placements were delivered.
    """
    last: dict[str, date] = {}
    rows: dict[str, int] = {}
    for delivery in database.deliveries("placement"):
        if delivery.active:
            last[delivery.supplier] = max(delivery.period_end, last.get(delivery.supplier, date.min))
            rows[delivery.supplier] = rows.get(delivery.supplier, 0) + delivery.row_count
    return min((last[supplier] for supplier in main_suppliers(rows)), default=None)


def covered_from(database: Database) -> date | None:
    """Return the first day of the earliest active delivery, or None when there is none."""
    counted = (one for one in database.deliveries() if one.active and one.kind in KIND_OF_VIEW.values())
    return min((one.period_start for one in counted), default=None)


def is_covered(database: Database, metric: Metric, start: date, end: date) -> bool:
    """Return whether any active delivery of the metric's kind covers a day of the period."""
    kind = KIND_OF_VIEW.get(metric.view)
    return any(
        d.active and d.period_start <= end and d.period_end >= start for d in database.deliveries(kind)
    )
