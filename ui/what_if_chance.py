"""The forecast beside a what-if: a band and a chance, only where the past says something about it."""

from __future__ import annotations

from datetime import date

import streamlit as st

from metrics.forecast import Forecast, NoForecast, Reason
from metrics.forecast_words import chance
from metrics.scenario import Scenario, aimed
from metrics.scenario_measured import HOURS_PER_JOB
from metrics.scenario_outcome import Outcome
from metrics.standing import rule_of
from reference.load import Target, targets
from storage.database import Database
from ui.access import database, screen
from ui.forecasts import Line, fan, forecast_line, line
from ui.what_if_numbers import outcome

__all__ = ["fan", "forecast", "in_words", "past"]

# The dials that no past says anything about, and why.
_NO_PAST: dict[str, Reason] = {
    "outflow": "eigen aanname",
    "delay": "uitstel",
    "start": "andere begindatum",
    "members": "andere gemeenten",
}
_OWN_PACE = {"pace", "extra", "mean_hours", "large_share"}


def forecast(target: Target, as_of: date, found: Outcome) -> Forecast | NoForecast | None:
    """Return where a scenario ends with a band, or why that can't be said; None for a hidden number."""
    if found.number is None or found.number.state != "shown":
        return None
    turned = set(found.scenario.turned())
    if reason := next((why for dial, why in _NO_PAST.items() if dial in turned), None):
        return NoForecast(reason)
    factor = _factor(target, as_of, found)
    if factor is None:
        return NoForecast("geen verloop")
    pace = found.pace if turned & _OWN_PACE else None
    data = database()
    return _forecast(data.identity, data.version, target.key, as_of, found.scenario, pace, factor, data)


def in_words(found: Forecast | NoForecast | None) -> str:
    """Return a chance for a table; a dash where there is none."""
    if not isinstance(found, Forecast) or found.probability is None:
        return "–"
    return chance(found.probability)


def past(target: Target, until: date) -> Line:
    """Return what was counted of a target over time, for a chart."""
    return line(screen(target.start, target.end), target, until)


def _factor(target: Target, as_of: date, found: Outcome) -> float | None:
    """Return how much of the shown line counts at another hours threshold or job size; None if unknown."""
    scenario = found.scenario
    if scenario.hours_per_job is not None and rule_of(found.target) == "per25.5":
        return HOURS_PER_JOB / float(scenario.hours_per_job)
    if scenario.threshold is None:
        return 1.0
    plain = Scenario(counting=scenario.counting, sector=scenario.sector, deadline=scenario.deadline)
    whole = outcome(target, as_of, plain).number
    if whole is None or whole.state != "shown" or not whole.value:
        return None
    return found.number.value / whole.value


@st.cache_data(show_spinner=False, max_entries=1000)
def _forecast(
    identity: str,
    version: int,
    key: str,
    as_of: date,
    scenario: Scenario,
    pace: float | None,
    factor: float,
    _data: Database,
) -> Forecast | NoForecast:
    target = targets()[key]
    return forecast_line(target, aimed(target, scenario), as_of, pace=pace, factor=factor)
