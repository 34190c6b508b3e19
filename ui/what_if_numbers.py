"""The numbers of the what-if page: outcomes, bridges and their data, counted once per data version."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from metrics.bridge import MODES, Bridge
from metrics.bridge_screen import shown_bridge
from metrics.scenario import NEUTRAL, Scenario
from metrics.scenario_outcome import Outcome
from metrics.scenario_screen import ScenarioScreen, screen_outcome
from metrics.scenario_solve import Answer, Swing, sensitivity, solve
from reference.load import Target, targets
from storage.database import Database
from ui.access import database, screen

# The bridges on offer; a free choice of both ends would let a visitor subtract one from another.
BRIDGES = {
    "Garantiebanen en banen zoals UWV ze telt": ("min25", "uwv-banen"),
    "Garantiebanen en personen zoals UWV ze telt": ("min25", "uwv-personen"),
    "Alles wat is geleverd en garantiebanen": ("geleverd", "min25"),
    "Garantiebanen en banen van 25,5 uur": ("min25", "per25.5"),
}
BRIDGED = "T-LSA-02"


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


def bridge(name: str, as_of: date) -> Bridge | None:
    """Return one of the bridges on offer over the period of the 440; None when none may be shown yet."""
    data = database()
    return _bridge(data.identity, data.version, *BRIDGES[name], as_of, data)


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
def _bridge(
    identity: str, version: int, origin: str, destination: str, as_of: date, _data: Database
) -> Bridge | None:
    target = targets()[BRIDGED]
    numbers = screen(target.start, target.end)
    return shown_bridge(_data, numbers, MODES[origin][1], MODES[destination][1], as_of)
