"""The numbers of the what-if page: outcomes, bridges and their data, counted once per data version."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from metrics.bridge import MODES, Bridge
from metrics.bridge_published import UwvFigure, to_published, uwv_figure
from metrics.bridge_screen import Shown, bridge_history, bridge_on, sums_of
from metrics.bridge_sums import BridgeSums
from metrics.scenario import NEUTRAL, Scenario
from metrics.scenario_outcome import Outcome
from metrics.scenario_screen import ScenarioScreen, screen_outcome
from metrics.scenario_solve import Answer, Swing, sensitivity, solve
from reference.load import Target, targets
from storage.database import Database
from ui.access import database, default_date, reference_dates, screen
from ui.periods import Span, span_of

STANDARD = "T-LSA-02"
# The bridges on offer; a free choice of both ends would let a visitor subtract one from another.
BRIDGES = {
    "Garantiebanen en banen zoals UWV ze telt": ("min25", "uwv-banen"),
    "Garantiebanen en personen zoals UWV ze telt": ("min25", "uwv-personen"),
    "Alles wat is geleverd en garantiebanen": ("geleverd", "min25"),
    "Garantiebanen en banen van 25,5 uur": ("min25", "per25.5"),
    "Garantiebanen en personen": ("min25", "persons"),
}


def choices() -> dict[str, Target]:
    """Return the targets that a what-if makes sense for: those with a number that are measured."""
    found = targets().values()
    return {one.key: one for one in found if one.metric and (one.at_least or one.at_most) is not None}


def outcome(target: Target, as_of: date, scenario: Scenario = NEUTRAL) -> Outcome:
    """Return what a scenario leads to, from numbers that screens may show."""
    data = database()
    return _outcome(data.identity, data.version, target.key, as_of, scenario, data)


def swings(target: Target, as_of: date, scenario: Scenario) -> list[Swing]:
    """Return per dial what one step does, the largest effect first."""
    return sensitivity(lambda one: outcome(target, as_of, one), scenario)


def answer(target: Target, as_of: date, scenario: Scenario, dial: str) -> Answer:
    """Return what a dial would have to be to reach the target."""
    return solve(lambda one: outcome(target, as_of, one), scenario, dial)


def warm_up_what_if() -> None:
    """Count what the first look at this page asks beside the numbers of the other pages."""
    day = default_date()
    if day is None:
        return
    data, target = database(), targets()[STANDARD]
    sight = _sight(data.identity, data.version, data)
    for one in {min(day, target.end), day}:
        sight.levels(target, one)
        outcome(target, one)
    bridge(next(iter(BRIDGES)), next(iter(spans(day).values())), day)


def spans(as_of: date) -> dict[str, Span]:
    """Return the periods that the data covers up to a day, last first, by name; none of them overlap."""
    found: dict[date, Span] = {}
    for day in reference_dates():
        if day <= as_of:
            span = span_of(day.year)
            found[span.chain_start] = span
    return {_years(span, as_of): span for _, span in sorted(found.items(), reverse=True)}


def bridge(name: str, span: Span, as_of: date) -> tuple[Bridge | None, UwvFigure | None]:
    """Return one of the bridges on offer over a period, and what UWV published itself about it.

    The bridge is None when none may be shown yet. It ends at UWV's figure when that is of the same day, else
    at our own count in UWV's way.
    """
    origin, destination = BRIDGES[name]
    history = [one for one in _history(origin, destination, span.chain_start) if one.day >= span.chain_start]
    found = bridge_on(MODES[origin][1], history, as_of)
    if found is None:
        return None, None
    data = database()
    figure = _stated(data.identity, data.version, destination, span.chain_start, found.as_of, data)
    if figure is not None and figure.day == found.as_of:
        return to_published(found, figure), figure
    return found, figure


def _years(span: Span, as_of: date) -> str:
    first, last = span.chain_start.year, min(span.chain_end or as_of, as_of).year
    return str(first) if first == last else f"{first}–{last}"


def _history(origin: str, destination: str, start: date) -> list[Shown]:
    data = database()
    return _bridges(data.identity, data.version, origin, destination, start, data)


def labels(names: Sequence[str]) -> list[str]:
    """Return what ways of counting are called."""
    return [MODES[name][0] for name in names]


@st.cache_resource(show_spinner=False, max_entries=2)
def _sight(identity: str, version: int, _data: Database) -> ScenarioScreen:
    return ScenarioScreen(_data, screen)


@st.cache_resource(show_spinner=False, max_entries=4000)
def _outcome(
    identity: str, version: int, key: str, as_of: date, scenario: Scenario, _data: Database
) -> Outcome:
    return screen_outcome(_sight(identity, version, _data), targets()[key], as_of, scenario)


@st.cache_data(show_spinner=False, max_entries=200)
def _bridges(
    identity: str, version: int, origin: str, destination: str, start: date, _data: Database
) -> list[Shown]:
    span = span_of(start.year)
    before = span_of(start.year - 1)
    known = before.chain_end is not None and reference_dates()[0] <= before.chain_end < start
    earlier = _history(origin, destination, before.chain_start) if known else []
    numbers = screen(span.chain_start, span.chain_end)
    sums = _sums(identity, version, start, _data)
    history = bridge_history(_data, numbers, MODES[origin][1], MODES[destination][1], earlier, sums)
    return [*earlier, *history]


@st.cache_resource(show_spinner=False, max_entries=8)
def _sums(identity: str, version: int, start: date, _data: Database) -> BridgeSums | None:
    span = span_of(start.year)
    return sums_of(_data, screen(span.chain_start, span.chain_end))


@st.cache_data(show_spinner=False, max_entries=200)
def _stated(
    identity: str, version: int, destination: str, start: date, until: date, _data: Database
) -> UwvFigure | None:
    return uwv_figure(_data, destination, start, until)
