"""Delivered counts of people, the days they are about, and shares of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from metrics.disclosure import LIMIT, Disclosed
from metrics.rounding import rounded

UNKNOWN = "onbekend"
SHARE_LIMIT = 20  # no share of fewer people than this is shown


@dataclass(frozen=True)
class Count:
    """A delivered count: `low` to `high` people ("< 5" is 1 to 4); a secret one has no `high`."""

    low: int = 0
    high: int | None = 0

    def __add__(self, other: Count) -> Count:
        secret = self.high is None or other.high is None
        return Count(self.low + other.low, None if secret else self.high + other.high)

    def disclosed(self, as_of: date) -> Disclosed:
        """Return what may be shown of it; a secret count stays shielded."""
        if self.high is None:
            return Disclosed("shielded", None, as_of, LIMIT)
        low, high = rounded(self.low, as_of), rounded(self.high, as_of)
        if low.state != "shown" or high.value is None or high.value <= low.value:
            return low
        return Disclosed("shown", low.value, as_of, LIMIT, high.value)


@dataclass(frozen=True)
class Span:
    """A stretch of days over which a flow was counted; both ends belong to it."""

    start: date
    end: date


def added(counts: Iterable[Count]) -> Count:
    """Return the sum of counts; no counts are none."""
    total = Count()
    for count in counts:
        total += count
    return total


def share(part: Disclosed | None, whole: Disclosed | None) -> float | None:
    """Return a part as a share of the whole, from shown numbers only; None of fewer than SHARE_LIMIT."""
    if part is None or whole is None or part.state != "shown" or whole.state != "shown":
        return None
    return part.value / whole.value if whole.value >= SHARE_LIMIT else None


def year_before(day: date) -> date:
    """Return the same day a year earlier; the last of the month stays the last."""
    following = day + timedelta(days=1)
    start = following.replace(year=following.year - 1, day=min(following.day, 28))
    return start - timedelta(days=1) if following.day <= 28 else day.replace(year=day.year - 1)


def chained(spans: Iterable[Span], first: date, last: date) -> list[Span]:
    """Return spans that follow one another without a gap, the latest first, from `last` back to `first`.

    Each is the longest that fits, so a quarter goes before its months and nothing counts twice.
    """
    chain: list[Span] = []
    while last >= first:
        fitting = [span for span in spans if span.end == last and span.start >= first]
        if not fitting:
            break
        chain.append(min(fitting, key=lambda span: span.start))
        last = chain[-1].start - timedelta(days=1)
    return chain
