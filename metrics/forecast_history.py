"""The months that a forecast looks back on, exact for the analyst or read off a line that screens show."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from metrics.calendar import KIND_OF_VIEW, MAIN_SUPPLIER_SHARE
from metrics.coverage import Coverage, coverage
from metrics.disclosure import LIMIT
from metrics.forecast_model import MOST_YEARS, YEAR
from metrics.internships import INTERNSHIPS, INTERNSHIPS_EXTRA
from metrics.metric import Metric, Question, compute
from metrics.placements import JOBS, PERSONS, PLACEMENTS
from storage.database import Database

DAY = timedelta(days=1)
# Periods of deliveries are often read off their rows: a month that lacks so few days counts as whole.
LATE_START, EARLY_END = 15, 7


@dataclass(frozen=True)
class History:
    """What is known on `since`: `counts` per whole calendar month before it, oldest first, and the target's
    number `value`. `reached` is what the number will not fall below. One more count adds `each` to it, after
    the first `debt` counts, which add nothing (internships up to the 60 that existed already)."""

    counts: tuple[float, ...]
    since: date
    value: float
    reached: float
    each: float = 1.0
    debt: float = 0.0


@dataclass(frozen=True)
class ShownLine:
    """Cumulative points (day, value) that screens show, counted from zero before `start`."""

    start: date
    points: Sequence[tuple[date, float]]


@dataclass(frozen=True)
class Stretch:
    """A coming calendar month, or the part of it that counts: its last day and its share of the month."""

    end: date
    share: float


def stretches(since: date, end: date) -> tuple[Stretch, ...]:
    """Return the months after `since` up to and including `end`."""
    found, day = [], since + DAY
    while day <= end:
        last = min(_month_end(day), end)
        found.append(Stretch(last, ((last - day).days + 1) / _month_end(day).day))
        day = last + DAY
    return tuple(found)


def exact_history(database: Database, question: Question) -> History:
    """Return the history behind a target's question, from where all main suppliers deliver."""
    base = _counted(question.metric)
    first, last = _known_days(database, base)
    since = question.as_of if question.as_of < last else _rounded(last, question.end)
    start = max(first, date(since.year - MOST_YEARS - 1, 1, 1))
    asked = replace(question, as_of=since, by=())
    found = compute(database, replace(asked, metric=base, start=start, by=("month",)))
    counts = [found[month,].low if (month,) in found else 0.0 for month in _months(start, since)]
    if question.scope.party:
        # A party without a tagged row delivered nothing: that is not a zero.
        counts = counts[next((i for i, count in enumerate(counts) if count), len(counts)) :]
    value = compute(database, asked)[()].low
    reached = compute(database, replace(question, by=()))[()].low
    each, debt = _worth(database, asked, base, value)
    return History(tuple(counts), since, value, reached, each, debt)


def shown_history(
    line: ShownLine,
    end: date,
    earlier: Sequence[ShownLine] = (),
    baseline: float = 0.0,
    known_from: date | None = None,
) -> History:
    """Return the history that a shown line tells, a step spread evenly over the days that it covers.

    `earlier` are lines of periods before it that don't overlap, oldest first. What such a line still hid at
    its end is nearly always less than the limit, and is taken as half of that. Months up to `known_from` do
    not count as past.
    """
    days, totals = _joined([*earlier, line])
    since = _rounded(date.fromordinal(days[-1]), end)
    begun = float(line.points[-1][1]) if line.points else 0.0
    value = max(begun - baseline, 0.0)
    counts = _spread(days, totals, (known_from or date.fromordinal(days[0])) + DAY, since)
    return History(counts, since, value, value, 1.0, max(baseline - begun, 0.0))


def monthly_of(lines: Sequence[ShownLine], start: date, since: date) -> tuple[float, ...]:
    """Return what shown lines on end grew per whole month after `start` up to `since`, spread evenly."""
    days, totals = _joined(lines)
    return _spread(days, totals, start + DAY, since)


def _joined(lines: Sequence[ShownLine]) -> tuple[list[int], list[float]]:
    """Return lines that follow each other as one: days (ordinals) and running totals, from zero."""
    days, totals = [(lines[0].start - DAY).toordinal()], [0.0]
    for line in lines:
        eve = (line.start - DAY).toordinal()
        if (gap := eve - days[-1]) > 0:
            pace = totals[-1] / max(days[-1] - days[0], 1)
            days.append(eve)
            totals.append(totals[-1] + min(pace * gap, LIMIT / 2))
        opening = totals[-1]
        for day, value in line.points:
            if day.toordinal() > days[-1]:
                days.append(day.toordinal())
                totals.append(opening + value)
    return days, totals


def _spread(days: list[int], totals: list[float], start: date, since: date) -> tuple[float, ...]:
    months = _months(start, since)
    if not months:
        return ()
    first = date.fromisoformat(f"{months[0]}-01")
    ends = [first.toordinal() - 1]
    for _ in months:
        ends.append(_month_end(date.fromordinal(ends[-1]) + DAY).toordinal())
    return tuple(np.diff(np.interp(ends, days, totals)).tolist())


def _counted(metric: Metric) -> Metric:
    """Return what is counted underneath: hours and people come with placements."""
    under = {JOBS.key: PLACEMENTS, PERSONS.key: PLACEMENTS, INTERNSHIPS_EXTRA.key: INTERNSHIPS}
    return under.get(metric.key, metric)


def _worth(database: Database, asked: Question, base: Metric, value: float) -> tuple[float, float]:
    """Return what one more count adds to the target's number, and how many add nothing first."""
    if base is asked.metric:
        return 1.0, 0.0
    if base is INTERNSHIPS:
        begun, existing = compute(database, replace(asked, metric=base))[()].low, asked.parameters.baseline
        if value == max(begun - existing, 0):
            return 1.0, max(existing - begun, 0.0)
        return (value / begun if begun else 1.0), 0.0  # the delivery says itself which ones are extra
    year = replace(asked, start=asked.as_of - 364 * DAY)
    count = compute(database, replace(year, metric=base))[()].low
    return (compute(database, year)[()].low / count if count else 1.0), 0.0


def _known_days(database: Database, metric: Metric) -> tuple[date, date]:
    """Return from and until when all main suppliers deliver, since their last gap."""
    kind = KIND_OF_VIEW.get(metric.view)
    lines = [one for one in coverage(database) if kind in (None, one.kind)]
    main = [one for one in lines if one.rows >= MAIN_SUPPLIER_SHARE * sum(other.rows for other in lines)]
    return max(map(_whole_since, main)), min(one.end for one in main)


def _whole_since(line: Coverage) -> date:
    return max([line.start, *(end + DAY for _, end in line.gaps)])


def _months(start: date, since: date) -> list[str]:
    """Return the whole months ("2015-09") from `start` up to `since`."""
    first = start.year * YEAR + start.month - 1 + (start.day > LATE_START)
    until = (since + DAY).year * YEAR + (since + DAY).month - 1
    return [f"{month // YEAR}-{month % YEAR + 1:02}" for month in range(first, until)]


def _rounded(day: date, end: date) -> date:
    """Return the end of the month where hardly a week of it is left, unless the deadline comes first."""
    last = _month_end(day)
    return last if (last - day).days <= EARLY_END and last < end else day


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
