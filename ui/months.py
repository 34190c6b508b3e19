"""Flow per month, read off a cumulative line that may be shown: months without a point stand together."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from reference.dutch import month_name
from ui.columns import monthly_columns
from ui.shapes import Chart, Shown, Table, TimePoint
from ui.view import figure

HIDDEN = Shown("afgeschermd", None, True)


@dataclass(frozen=True)
class Month:
    """What began in a month; `together` says so where the number is the mean of several months."""

    point: TimePoint
    together: str = ""

    @property
    def name(self) -> str:
        return f"{month_name(self.point.day.month)} {self.point.day.year}"


def monthly(points: Sequence[TimePoint], start: date, stop: date, since: date | None = None) -> list[Month]:
    """Return what began per month from `start` to `stop`, both included.

    Where the line has no point at a month's end, that month and the next ones share one step: each shows
    their mean, and `together` names the months and their sum. Months after the last point are shielded, and
    so is the first step when it covers days before `start` (`since`).
    """
    known = {point.day: point.shown.value for point in points}
    found: list[Month] = []
    waiting: list[date] = []
    before = known.get(start - timedelta(days=1), 0.0)
    for first, last in _months(start, stop):
        waiting.append(first)
        if last in known and not found and since is not None and since < start:
            found += [Month(TimePoint(day, HIDDEN)) for day in waiting]
            before, waiting = known[last], []
        elif last in known:
            found += _together(waiting, known[last] - before)
            before, waiting = known[last], []
    return found + [Month(TimePoint(day, HIDDEN)) for day in waiting]


def months_chart(found: Sequence[Month], unit: str) -> Chart:
    """Return the columns per month; text and table tell which months stand together."""
    chart = monthly_columns([one.point for one in found], unit)
    rows = tuple((one.name, one.point.shown.text, one.together or "–") for one in found)
    said = "; ".join(f"{one.name} {one.together or one.point.shown.text}" for one in found)
    table = Table(("Maand", unit[:1].upper() + unit[1:], "Maanden samen"), rows)
    return replace(chart, alt=f"Kolommen per maand, {unit}: {said}.", table=table)


def merged(found: Sequence[Month]) -> bool:
    """Return whether any month stands together with others."""
    return any(one.together for one in found)


def highest(found: Sequence[Month]) -> Month | None:
    """Return the month with the most, of those that stand alone; None where there is none."""
    alone = [one for one in found if one.point.shown.drawable and not one.together]
    return max(alone, key=lambda one: one.point.shown.value, default=None)


def _months(start: date, stop: date) -> Iterator[tuple[date, date]]:
    year, month = start.year, start.month
    while date(year, month, 1) <= stop:
        last = date(year, month, monthrange(year, month)[1])
        yield date(year, month, 1), min(last, stop)
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def _together(months: Sequence[date], step: float) -> list[Month]:
    if len(months) == 1:
        return [Month(TimePoint(months[0], Shown(figure(step), step)))]
    span = f"{month_name(months[0].month)} t/m {month_name(months[-1].month)} {months[-1].year}"
    mean = step / len(months)
    shown = Shown(f"gem. {figure(mean)}", mean)
    return [Month(TimePoint(day, shown), f"{span} samen {figure(step)}") for day in months]
