"""Where a pace leads: end value, what is needed per month, and the path in between.

One model for all: each month `pace` comes in and `outflow` (a share) of what stands ends; the inflow from
now on begins `delay` months later. Without outflow and delay it is what progress.py computes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

DAYS_PER_MONTH = 30.4375


@dataclass(frozen=True)
class Course:
    """From `value` on, with `pace` per month, for `months` months. `outflow` is a share between 0 and 1."""

    value: float
    pace: float
    months: float
    outflow: float = 0.0
    delay: float = 0.0

    @property
    def remains(self) -> float:
        """Return what is left at the end of what stands now."""
        return self.value * (1 - self.outflow) ** self.months

    @property
    def inflow_months(self) -> float:
        """Return how many months something comes in."""
        return max(self.months - self.delay, 0.0)

    @property
    def kept_months(self) -> float:
        """Return how many months of inflow are still there at the end."""
        if not self.outflow:
            return self.inflow_months
        return (1 - (1 - self.outflow) ** self.inflow_months) / self.outflow

    @property
    def end(self) -> float:
        """Return the value at the end."""
        return self.remains + self.pace * self.kept_months


def months_left(as_of: date, end: date) -> float:
    """Return the months from a day to the deadline, 0 once it has passed."""
    return max((end - as_of).days / DAYS_PER_MONTH, 0.0)


def required(course: Course, goal: float) -> float | None:
    """Return the pace per month that reaches the goal at the end; None when it needs none or can't be."""
    missing = max(goal - course.remains, 0.0)
    if not missing or not course.kept_months:
        return None
    return missing / course.kept_months


def path(course: Course, as_of: date, end: date) -> list[tuple[date, float]]:
    """Return the value on `as_of`, after each month, and on the last day."""
    points = []
    days = max((end - as_of).days, 0)
    for month in range(int(days / DAYS_PER_MONTH) + 1):
        day = as_of + timedelta(days=round(month * DAYS_PER_MONTH))
        points.append((day, replace(course, months=float(month)).end))
    if points and points[-1][0] < end:
        points.append((end, replace(course, months=days / DAYS_PER_MONTH).end))
    return points
