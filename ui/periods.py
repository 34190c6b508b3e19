"""The periods that can be chosen, such that no two of them can be subtracted to find a person.

Periods that overlap would let a visitor subtract one view from another. So every period lies in one of a few
chains that don't overlap, and a year inside a chain is the difference of two numbers that the chain shows.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from metrics.disclosure import Disclosed
from metrics.screen import Screen
from reference.dutch import date_long
from reference.load import targets
from ui.access import reference_dates, screen
from ui.courses import line
from ui.shapes import TimePoint
from ui.view import plain

DAY = timedelta(days=1)
_AGREED, _COVENANT = targets()["T-LSA-02"], targets()["T-WB-01"]


@dataclass(frozen=True)
class Span:
    """A period and the chain in which its numbers are counted; `chain_end` None means up to now."""

    start: date
    end: date
    chain_start: date
    chain_end: date | None
    label: str

    @property
    def is_term(self) -> bool:
        """Whether this is the whole period of the 440, and not a year."""
        return (self.start, self.end) == (_AGREED.start, _AGREED.end)

    @property
    def starts_chain(self) -> bool:
        return self.start == self.chain_start

    def stop(self, as_of: date) -> date:
        """Return the last day that counts."""
        return min(as_of, self.end)


@dataclass(frozen=True)
class Counted:
    """A number of a period, and the first day that it covers: earlier than asked where a step is shared."""

    answer: Disclosed
    since: date

    def is_clean(self, span: Span) -> bool:
        """Whether the number speaks of the period alone, from its first day."""
        return self.since == span.start

    def when(self, span: Span) -> str:
        """Return the days that the number speaks of."""
        until = date_long(self.answer.as_of)
        return f"stand t/m {until}" if self.is_clean(span) else f"{date_long(self.since)} t/m {until}"


def span_of(year: int | None) -> Span:
    """Return a calendar year, or the period of the 440 for None."""
    if year is None:
        years = f"{_AGREED.start.year}–{_AGREED.end.year}"
        return Span(_AGREED.start, _AGREED.end, _AGREED.start, _AGREED.end, years)
    start, end = date(year, 1, 1), date(year, 12, 31)
    return Span(start, end, *_chain(year), str(year))


def count(span: Span, as_of: date, read: Callable[[Screen, date], Disclosed]) -> Counted:
    """Return a number of a period; `read` asks a screen for the count since the chain began."""
    numbers, stop = screen(span.chain_start, span.chain_end), span.stop(as_of)
    last = read(numbers, stop)
    if span.starts_chain:
        return Counted(last, span.start)
    before = read(numbers, span.start - DAY)
    return Counted(_step(last, before, stop), before.as_of + DAY)


def points(span: Span, as_of: date, counting: str, place: str) -> list[TimePoint]:
    """Return the cumulative points of a place within the period, from zero at its start."""
    found = line(span.chain_start, span.chain_end, counting, span.stop(as_of), place)
    before = [point.shown.value for point in found if point.day < span.start]
    base = before[-1] if before else 0.0
    return [TimePoint(p.day, plain(p.shown.value - base)) for p in found if p.day >= span.start]


def covered_from(span: Span, counting: str, place: str) -> date:
    """Return the first day that the points of a place cover.

    That day is earlier than the period when no number of the day before it may be shown.
    """
    before = line(span.chain_start, span.chain_end, counting, span.start - DAY, place)
    return before[-1].day + DAY if before else span.chain_start


def _step(last: Disclosed, before: Disclosed, stop: date) -> Disclosed:
    hidden = replace(last, state="shielded", value=None, high=None, as_of=stop)
    if last.state != "shown":
        return last
    if before.state != "shown" or (last.as_of == before.as_of and last.as_of < stop):
        return hidden
    value = last.value - before.value
    return replace(last, value=value, high=value + max(_unknown(last) - _unknown(before), 0))


def _unknown(answer: Disclosed) -> float:
    return 0.0 if answer.high is None else answer.high - answer.value


def _chain(year: int) -> tuple[date, date | None]:
    if year >= _COVENANT.start.year:
        return _COVENANT.start, None
    if year > _AGREED.end.year:
        return date(_AGREED.end.year + 1, 1, 1), _COVENANT.start - DAY
    if year >= _AGREED.start.year:
        return _AGREED.start, _AGREED.end
    first = min([day.year for day in reference_dates()], default=year)
    return date(min(first, year), 1, 1), _AGREED.start - DAY
