"""Today's truth behind the dials of pace and hours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from metrics.scenario_path import DAYS_PER_MONTH
from metrics.standing import rule_of
from reference.load import Target

HOURS_PER_JOB = 25.5
# What was counted up to a day (optionally under another rule), and the day it speaks of.
Count = Callable[[date, str | None], tuple[float, date] | None]


@dataclass(frozen=True)
class Measured:
    """Today's truth behind the dials, None where unknown: `pace` per month in the unit counted, the mean of
    the last 12 months or of the period so far; `mean_hours` a week per placement; `large_share` in %."""

    pace: float | None
    mean_hours: float | None
    large_share: float | None


def measure(goal: Target, as_of: date, count: Count, hours_per_job: float = HOURS_PER_JOB) -> Measured:
    """Return today's truth, given how to count."""
    now = count(as_of, None)
    if now is None:
        return Measured(None, None, None)
    value, day = now
    earlier = _year_before(day)
    before, since = 0.0, goal.start - timedelta(days=1)
    if earlier >= goal.start:
        before, since = count(earlier, None) or (0.0, since)
    pace = (value - before) / max((day - since).days / DAYS_PER_MONTH, 1)
    rule = rule_of(goal)
    placed = count(as_of, "placements") if rule in ("min25", "per25.5") else None
    if not placed or not placed[0]:
        return Measured(pace, None, None)
    if rule == "min25":
        return Measured(pace, None, 100 * value / placed[0])
    return Measured(pace, value * hours_per_job / placed[0], None)


def _year_before(day: date) -> date:
    """The 29th of February has no day a year earlier."""
    leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if leap_day else day.day)
