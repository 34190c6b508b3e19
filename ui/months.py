"""Flow per month, read off a cumulative line that may be shown: months without a point stand together."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from reference.dutch import month_name
from ui.shapes import Shown, TimePoint
from ui.view import figure


def monthly(points: Sequence[TimePoint], start: date, stop: date) -> list[TimePoint]:
    """Return what began per month from `start` to `stop`, both included.

    Where the line has no point at a month's end, that month and the next ones share one step: each gets
    their mean, and its text names the months and their sum. Months after the last point are shielded.
    """
    known = {point.day: point.shown.value for point in points}
    found: list[TimePoint] = []
    waiting: list[date] = []
    before = known.get(start - timedelta(days=1), 0.0)
    for first, last in _months(start, stop):
        waiting.append(first)
        if last in known:
            found += _together(waiting, known[last] - before)
            before, waiting = known[last], []
    return found + [TimePoint(day, Shown("nog afgeschermd", None, True)) for day in waiting]


def merged(points: Sequence[TimePoint]) -> bool:
    """Return whether any month stands together with others."""
    return any("samen" in point.shown.text for point in points)


def _months(start: date, stop: date) -> Iterator[tuple[date, date]]:
    year, month = start.year, start.month
    while date(year, month, 1) <= stop:
        last = date(year, month, monthrange(year, month)[1])
        yield date(year, month, 1), min(last, stop)
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def _together(months: Sequence[date], step: float) -> list[TimePoint]:
    if len(months) == 1:
        return [TimePoint(months[0], Shown(figure(step), step))]
    span = f"{month_name(months[0].month)} t/m {month_name(months[-1].month)} {months[-1].year}"
    mean = step / len(months)
    shown = Shown(f"{span} samen {figure(step)}", mean)
    return [TimePoint(day, shown) for day in months]
