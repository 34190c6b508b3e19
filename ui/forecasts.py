"""Where running agreements will end, from numbers that screens show; an ended period has a result instead."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

import streamlit as st

from metrics.forecast import Forecast, NoForecast, ShownLine, screen_forecast
from metrics.forecast_stock import StockForecast, shown_stock_forecast
from metrics.forecast_words import explained
from metrics.pillars import PILLAR_PLACEMENTS
from metrics.screen import COUNTED, Screen
from reference.load import Target, members, targets
from storage.database import Database
from ui.access import database, reference_dates, screen
from ui.periods import Span, span_of
from ui.shapes import TimePoint
from ui.view import plain

DAY = timedelta(days=1)
Line = list[tuple[date, float]]


def forecast_of(target: Target, as_of: date) -> Forecast | NoForecast:
    """Return where a target ends as it was agreed."""
    data = database()
    return _forecast(data.identity, data.version, target.key, as_of, data)


def fan(found: Forecast | NoForecast | None) -> list[TimePoint]:
    """Return a forecast as points of a chart; nothing where there is none."""
    if not isinstance(found, Forecast):
        return []
    return [TimePoint(one.day, plain(one.middle), plain(one.low), plain(one.high)) for one in found.course]


def ahead(target: Target, as_of: date) -> list[TimePoint]:
    """Return where a burn-up goes on; nothing for an ended period."""
    return fan(forecast_of(target, as_of))


def ahead_text(target: Target, as_of: date, unit: str) -> str:
    """Return the forecast of a running period in words, or why there is none; nothing for an ended one."""
    found = forecast_of(target, as_of)
    if isinstance(found, NoForecast) and found.reason != "te weinig gegevens":
        return ""
    return explained(found, unit)


def line(numbers: Screen, target: Target, until: date) -> Line:
    """Return the cumulative points of a target that screens show; nothing where they show no course of it."""
    scope, rule = target.scope, target.counting
    if target.metric in ("internships", "internships_extra"):
        return numbers.internship_line(until)
    if target.metric == PILLAR_PLACEMENTS.key:
        return numbers.activity_line(until, target.pillar) if scope.kind == "region" else []
    if scope.sector:
        return numbers.sector_line(rule, scope.sector, until) if rule in COUNTED else []
    if scope.kind == "party":
        return numbers.party_line(rule, scope.code, until) if rule in COUNTED else []
    if scope.kind == "municipality":
        return numbers.line(rule, until, scope.code)
    return numbers.line(rule, until) if scope.kind == "region" else []


def forecast_line(
    target: Target, goal: Target, as_of: date, *, pace: float | None = None, factor: float = 1.0
) -> Forecast | NoForecast:
    """Return where `goal` ends: another form of a target, counted since the target's own start.

    `pace` (per month) takes the place of its own; `factor` says how much of its numbers counts.
    """
    beyond = target.end is not None and as_of > target.end
    numbers = screen(target.start, None if beyond else target.end)
    points = line(numbers, goal, as_of)
    if not points and line(numbers, target, as_of):
        return NoForecast("geen verloop")
    # Before the first delivery a month is unknown, which is not zero; of a party before its first number.
    of_party = goal.scope.kind == "party"
    before = [] if of_party else _earlier(target, goal)
    first = before[0].start if before else target.start
    eve = reference_dates()[0].replace(day=1) - DAY
    known_from = points[0][0] if points and of_party else eve if eve >= first else None
    scaled = [(day, value * factor) for day, value in points]
    earlier = [ShownLine(one.start, [(d, v * factor) for d, v in one.points]) for one in before]
    whole = goal.counting != "per25.5" and factor == 1.0
    return screen_forecast(
        goal, scaled, as_of, earlier=earlier, pace=pace, whole=whole, known_from=known_from
    )


def stock_ahead(span: Span, counting: str, as_of: date) -> StockForecast | NoForecast:
    """Return where the region's stock stands a year after a reference date."""
    data = database()
    return _stock(data.identity, data.version, span.chain_start, counting, as_of, data)


def _earlier(target: Target, goal: Target) -> Sequence[ShownLine]:
    """Return the line of the period before the target's own, as other pages show it."""
    span = span_of(target.start.year - 1)
    if span.chain_end != target.start - DAY:
        return []
    numbers = screen(span.chain_start, span.chain_end)
    return [ShownLine(span.chain_start, line(numbers, goal, span.chain_end))]


@st.cache_data(show_spinner=False, max_entries=1000)
def _forecast(identity: str, version: int, key: str, as_of: date, _data: Database) -> Forecast | NoForecast:
    return forecast_line(targets()[key], targets()[key], as_of)


@st.cache_data(show_spinner=False, max_entries=200)
def _stock(
    identity: str, version: int, start: date, counting: str, as_of: date, _data: Database
) -> StockForecast | NoForecast:
    span = span_of(start.year)
    numbers = screen(span.chain_start, span.chain_end)
    begun = [ShownLine(start, numbers.line(counting, as_of))]
    running = numbers.active_line(counting, as_of)
    before = span_of(start.year - 1)
    if before.chain_end and members(before.chain_end) == members(start):  # else some left with their region
        numbers = screen(before.chain_start, before.chain_end)
        begun = [ShownLine(before.chain_start, numbers.line(counting, before.chain_end)), *begun]
        running = [*numbers.active_line(counting, before.chain_end), *running]
    later = as_of.year + 1
    deadline = date(later, as_of.month, monthrange(later, as_of.month)[1])
    covered = reference_dates()[0]  # before the first delivery nothing is known, which is not nothing
    return shown_stock_forecast(begun, [one for one in running if one[0] >= covered], deadline)
