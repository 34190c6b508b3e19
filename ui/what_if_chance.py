"""The forecast beside a what-if: a band and a chance, only where the past says something about it."""

from __future__ import annotations

from datetime import date, timedelta

import streamlit as st

from metrics.forecast import Forecast, NoForecast, ShownLine, screen_forecast
from metrics.forecast_words import chance
from metrics.scenario import Scenario, aimed
from metrics.scenario_outcome import Outcome
from metrics.screen import Screen
from reference.load import Target, targets
from storage.database import Database
from ui.access import database, screen
from ui.periods import span_of
from ui.shapes import TimePoint
from ui.view import plain

DAY = timedelta(days=1)
# The dials that leave what was counted as it is, so that its months say something about the months to come.
_SAME_PAST = {"target", "deadline", "pace", "extra", "spread", "by_hand"}
Line = list[tuple[date, float]]


def forecast(target: Target, as_of: date, outcome: Outcome) -> Forecast | NoForecast | None:
    """Return where a scenario ends with a band; None when its dials change what is counted."""
    turned = set(outcome.scenario.turned())
    if not turned <= _SAME_PAST or outcome.number is None or outcome.number.state != "shown":
        return None
    if target.end and as_of > target.end:  # the line of what was counted stops at the target's own deadline
        return NoForecast("voorbij") if not turned else None
    pace = outcome.pace if turned & {"pace", "extra"} else None
    data = database()
    return _forecast(data.identity, data.version, target.key, as_of, outcome.scenario, pace, data)


def in_words(found: Forecast | NoForecast | None) -> str:
    """Return a chance for a table; a dash where there is none."""
    if not isinstance(found, Forecast) or found.probability is None:
        return "–"
    return chance(found.probability)


def fan(found: Forecast | NoForecast | None) -> list[TimePoint]:
    """Return a forecast as points of a chart; nothing where there is none."""
    if not isinstance(found, Forecast):
        return []
    return [TimePoint(one.day, plain(one.middle), plain(one.low), plain(one.high)) for one in found.course]


@st.cache_data(show_spinner=False, max_entries=1000)
def _forecast(
    identity: str,
    version: int,
    key: str,
    as_of: date,
    scenario: Scenario,
    pace: float | None,
    _data: Database,
) -> Forecast | NoForecast:
    target = targets()[key]
    goal = aimed(target, scenario)
    return screen_forecast(
        goal,
        line(screen(target.start, target.end), target, as_of),
        as_of,
        earlier=_earlier(target),
        pace=pace,
        whole=goal.counting != "per25.5",
    )


def line(numbers: Screen, target: Target, until: date) -> Line:
    """Return the cumulative points of a target that screens show."""
    if target.metric in ("internships", "internships_extra"):
        return numbers.internship_line(until)
    if target.scope.sector:
        return numbers.sector_line(target.counting, target.scope.sector, until)
    if target.scope.kind == "region":
        return numbers.line(target.counting, until)
    return []


def _earlier(target: Target) -> list[ShownLine]:
    """Return the line of the period before the target's own, as other pages show it."""
    span = span_of(target.start.year - 1)
    if span.chain_end != target.start - DAY:
        return []
    numbers = screen(span.chain_start, span.chain_end)
    return [ShownLine(span.chain_start, line(numbers, target, span.chain_end))]


def past(target: Target, until: date) -> Line:
    """Return what was counted of a target over time, for a chart."""
    return line(screen(target.start, target.end), target, until)
