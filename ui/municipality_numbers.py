"""The numbers of municipalities for a chosen period and rule, counted once per data version."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

import streamlit as st

from metrics.cells import REGION, SUBREGIONS
from metrics.disclosure import Disclosed
from metrics.metric import Metric
from metrics.placements import COUNTING
from metrics.screen import Screen
from reference.dutch import date_long, date_short
from reference.load import Municipality, municipalities, targets
from storage.database import Database
from ui.access import database
from ui.periods import Counted, Span, count, span_of
from ui.view import unbroken

AGREEMENT = targets()["T-LSA-02"]
PER = "per 1.000 inwoners"
# Numbers whose days differ more than this in all are not set beside others in a sentence.
APART = timedelta(days=62)


@dataclass(frozen=True)
class Choice:
    """What the filters ask: a year (None: the period of the agreement), a reference date and a rule."""

    year: int | None
    as_of: date
    counting: str

    @property
    def period(self) -> Span:
        return span_of(self.year)

    @property
    def stop(self) -> date:
        return self.period.stop(self.as_of)

    @property
    def metric(self) -> Metric:
        return COUNTING[self.counting]

    @property
    def span(self) -> str:
        return f"{date_short(self.period.start)} – {date_short(self.stop)}"

    @property
    def since(self) -> str:
        return f"van {date_long(self.period.start)} tot en met {date_long(self.stop)}"


def choice(as_of: date, year: int | None, counting: str | None) -> Choice | None:
    """Return the period and rule to count, or None when the period begins after the reference date."""
    return Choice(year, as_of, counting or AGREEMENT.counting) if span_of(year).start <= as_of else None


def counted(chosen: Choice, place: str) -> Disclosed:
    """Return what may be shown of the region, a sub-region or a municipality."""
    return _found(chosen, place).answer


def per_thousand(answer: Disclosed, inhabitants: int | None) -> float | None:
    """Return a count per 1.000 inhabitants of 2022; None where the count or the inhabitants are not known."""
    if answer.state != "shown" or not inhabitants:
        return None
    return 1000 * answer.value / inhabitants


def late(chosen: Choice, place: str) -> str:
    """Return the days of a number that speaks of other days than was asked, else nothing."""
    found = _found(chosen, place)
    if found.answer.state != "shown" or (found.is_clean(chosen.period) and found.answer.as_of >= chosen.stop):
        return ""
    return " " + unbroken(f"({days(chosen, place)})")


def is_comparable(chosen: Choice, place: str) -> bool:
    """Return whether a number is shown and its days differ at most two months from the ones asked."""
    found, period = _found(chosen, place), chosen.period
    if found.answer.state != "shown":
        return False
    return (period.start - found.since) + (chosen.stop - found.answer.as_of) <= APART


def days(chosen: Choice, place: str) -> str:
    """Return the days that a number speaks of, in short."""
    found = _found(chosen, place)
    until = date_short(found.answer.as_of)
    return f"t/m {until}" if found.is_clean(chosen.period) else f"{date_short(found.since)} – {until}"


def present() -> list[Municipality]:
    """Return the seven municipalities of today, which is where the 2022 inhabitants are known."""
    return [m for m in municipalities() if m.inhabitants_2022]


def inhabitants(place: str) -> int | None:
    """Return the inhabitants of 2022 of the region, a sub-region or a municipality."""
    inside = [m for m in present() if place in (REGION, m.subregion, m.code)]
    return sum(m.inhabitants_2022 for m in inside) or None


@st.cache_data(show_spinner=False, max_entries=256)
def _numbers(
    identity: str, version: int, year: int | None, as_of: date, counting: str, _data: Database
) -> dict[str, Counted]:
    places = (*SUBREGIONS, REGION, *(m.code for m in municipalities()))
    return {place: count(span_of(year), as_of, _placed(counting, place)) for place in places}


def _placed(counting: str, place: str) -> Callable[[Screen, date], Disclosed]:
    return lambda numbers, day: numbers.placed(counting, day, place)


def _found(chosen: Choice, place: str) -> Counted:
    data = database()
    asked = (chosen.year, chosen.as_of, chosen.counting)
    return _numbers(data.identity, data.version, *asked, data)[place]
