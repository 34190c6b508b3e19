"""Where a target will end: a middle, a band that holds 8 times in 10, and the chance of reaching it.

A forecast looks ahead from monthly counts (`forecast_model`), also from before the target's period. For the
analyst it starts from exact counts; for screens from a line of numbers that are already shown, so it can tell
nothing else. It counts what is known for certain: unknown hours are in neither the middle nor the band.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np

from metrics.forecast_history import History, ShownLine, exact_history, shown_history, stretches
from metrics.forecast_model import YEAR, futures
from metrics.internships import INTERNSHIPS_EXTRA
from metrics.placements import JOBS
from metrics.standing import is_delivered, question_of
from reference.load import Target
from storage.database import Database

LOW, HIGH = 0.1, 0.9
# No model of small counts knows more than this, so a chance never reads as certainty.
LEAST_CHANCE = 0.01

Reason = Literal[
    "voorbij",
    "geen termijn",
    "geen getal in bron",
    "niets geleverd",
    "te weinig gegevens",
    "geen verloop",
    "eigen aanname",
    "uitstel",
    "andere begindatum",
    "andere gemeenten",
]


@dataclass(frozen=True)
class Point:
    """A coming day with the middle of the possible numbers on it, and the band that holds 8 times in 10."""

    day: date
    middle: float
    low: float
    high: float


@dataclass(frozen=True)
class Forecast:
    """Where a number ends on `deadline`, in its own unit.

    `end` is as likely too low as too high; `low` to `high` holds 8 times in 10; `probability` is that of
    meeting the goal (0.01–0.99; None without a goal). `since` is the last known day, `value` the number on
    it, `pace` the mean count per month of the last year, `course` the ends of the months to come.
    """

    end: float
    low: float
    high: float
    probability: float | None
    deadline: date
    since: date
    value: float
    pace: float
    course: tuple[Point, ...]


@dataclass(frozen=True)
class NoForecast:
    """Why there is no forecast; the words are in `forecast_words`."""

    reason: Reason


@dataclass(frozen=True)
class Goal:
    """The bounds that the number should end within; None is no bound."""

    at_least: float | None = None
    at_most: float | None = None


def goal_of(target: Target) -> Goal:
    """Return the bounds of a target as plain numbers."""
    return Goal(*(None if bound is None else float(bound) for bound in (target.at_least, target.at_most)))


def target_forecast(
    database: Database,
    target: Target,
    as_of: date,
    counting: str | None = None,
    municipalities: tuple[str, ...] = (),
) -> Forecast | NoForecast:
    """Return where a target ends, from exact counts up to a reference date. For the analyst, not screens."""
    if reason := _refusal(target, as_of):
        return NoForecast(reason)
    question = question_of(target, as_of, counting, (), municipalities)
    if question is None or as_of < target.start or not is_delivered(database, question):
        return NoForecast("niets geleverd")
    history = exact_history(database, question)
    return forecast(history, target.end, goal_of(target), whole=question.metric is not JOBS)


def screen_forecast(
    target: Target,
    line: Sequence[tuple[date, float]],
    as_of: date,
    *,
    earlier: Sequence[ShownLine] = (),
    goal: Goal | None = None,
    pace: float | None = None,
    whole: bool = True,
    known_from: date | None = None,
) -> Forecast | NoForecast:
    """Return where a target ends, from nothing but its disclosed cumulative line up to a reference date.

    `line` holds the points since target.start as Screen.line gives them (Screen.internship_line for the extra
    internships); `earlier` the lines of periods before it that screens show too. `goal` replaces the
    target's bounds, `pace` (per month) its own pace, `whole=False` is for jobs of 25.5 hours. Months up to
    `known_from` are left out of the past: before the first number of a party a month is unknown, not 0.
    """
    if reason := _refusal(target, as_of, goal):
        return NoForecast(reason)
    shown = ShownLine(target.start, [point for point in line if point[0] <= as_of])
    if not shown.points:
        return NoForecast("niets geleverd")
    extra = target.metric == INTERNSHIPS_EXTRA.key
    baseline = float(target.baseline or 0) if extra else 0.0
    history = shown_history(shown, target.end, earlier, baseline, known_from)
    return forecast(history, target.end, goal or goal_of(target), pace=pace, whole=whole)


def forecast(
    history: History, deadline: date, goal: Goal, *, pace: float | None = None, whole: bool = True
) -> Forecast | NoForecast:
    """Return where a number ends, given its past; `pace` fixes the mean count per month from now on."""
    ahead = stretches(history.since, deadline)
    if not ahead:
        return NoForecast("voorbij")
    if len(history.counts) < YEAR:
        return NoForecast("te weinig gegevens")
    fixed = None if pace is None else pace / history.each if history.each else 0.0
    drawn = futures(history.counts, [one.share for one in ahead], fixed).cumsum(axis=1)
    totals = np.maximum(history.value + history.each * np.maximum(drawn - history.debt, 0), history.reached)
    if whole:
        totals = np.rint(totals)
    if pace is None:
        pace = history.each * sum(history.counts[-YEAR:]) / YEAR
    return summary([one.end for one in ahead], totals, goal, history.since, history.value, pace)


def summary(
    days: Sequence[date], totals: np.ndarray, goal: Goal, since: date, value: float, pace: float
) -> Forecast:
    """Return draws x days possible numbers as a forecast; the last day is the deadline."""
    lows, middles, highs = np.quantile(totals, (LOW, 0.5, HIGH), axis=0, method="inverted_cdf").tolist()
    course = tuple(map(Point, days, middles, lows, highs))
    last, chance = course[-1], _chance(totals[:, -1], goal)
    return Forecast(last.middle, last.low, last.high, chance, last.day, since, value, pace, course)


def _refusal(target: Target, as_of: date, goal: Goal | None = None) -> Reason | None:
    if (goal or goal_of(target)) == Goal():
        return "geen getal in bron"
    if target.end is None or target.start is None:
        return "geen termijn"
    return "voorbij" if as_of >= target.end else None


def _chance(ends: np.ndarray, goal: Goal) -> float | None:
    if goal == Goal():
        return None
    met = np.ones(len(ends), bool)
    if goal.at_least is not None:
        met &= ends >= goal.at_least
    if goal.at_most is not None:
        met &= ends <= goal.at_most
    return float(np.clip(met.mean(), LEAST_CHANCE, 1 - LEAST_CHANCE))
