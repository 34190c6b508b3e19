"""What a scenario leads to: the stand, the status, what is needed, and where the pace ends."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from math import ceil

from metrics.disclosure import Disclosed
from metrics.metric import Amount, compute
from metrics.progress import Progress, measure_against
from metrics.scenario import NEUTRAL, Scenario, aimed, asked, fitting
from metrics.scenario_measured import HOURS_PER_JOB, Measured, measure
from metrics.scenario_path import Course, months_left, required
from metrics.scenario_shares import Part, spread_over
from metrics.standing import is_delivered, is_measurable, question_of, rule_of
from reference.load import Target
from storage.database import Database


@dataclass(frozen=True)
class Counted:
    """What an outcome rests on; `number` is what a screen may show of it, None for exact counts."""

    amount: Amount | None
    number: Disclosed | None
    progress: Progress
    measured: Measured


@dataclass(frozen=True)
class Outcome:
    """What a scenario leads to, in the unit counted.

    `number` is what a screen may show (None for exact outcomes), `amount` the interval behind it; `pace` is
    what is assumed per month from now; `required_per_month` reaches the target at the deadline;
    `placements_needed` is the number of placements that takes, given hours; `end_value` is where the pace
    ends, `reaches` whether that is enough. None where it does not apply. `notes` are Dutch sentences.
    """

    scenario: Scenario
    target: Target
    as_of: date
    amount: Amount | None
    number: Disclosed | None
    progress: Progress
    measured: Measured
    course: Course | None
    pace: float | None
    required_per_month: float | None
    placements_needed: int | None
    end_value: float | None
    reaches: bool | None
    parts: tuple[Part, ...]
    notes: tuple[str, ...]

    @property
    def status(self) -> str:
        return self.progress.status

    @property
    def end_share(self) -> float | None:
        """Return the end value as a share of the target (1 = exactly reached)."""
        goal = self.progress.target_value
        return self.end_value / goal if goal and self.end_value is not None else None


Places = Callable[[], Mapping[str, float]]


def outcome(database: Database, target: Target, as_of: date, scenario: Scenario = NEUTRAL) -> Outcome:
    """Return the exact outcome of a scenario, for the analyst; neutral dials give the target's standing."""
    turned, notes = fitting(scenario, target)
    goal = aimed(target, turned)

    def amount_on(day: date, rule: str | None = None, by: tuple[str, ...] = ()) -> dict | None:
        question = question_of(goal, min(day, goal.end or day), rule, by)
        if question is None or not is_delivered(database, question):
            return None
        return compute(database, asked(question, replace(turned, counting=None)))

    def count(day: date, rule: str | None = None) -> tuple[float, date] | None:
        found = amount_on(day, rule)
        return (found[()].value, min(day, goal.end or day)) if found else None

    def places() -> dict[str, float]:
        found = amount_on(as_of, None, ("municipality",)) or {}
        return {key[0]: one.value for key, one in found.items() if key[0]}

    found = amount_on(as_of)
    amount = found[()] if found else None
    progress = measure_against(goal, amount, as_of, is_measurable(goal))
    measured = measure(goal, as_of, count, _hours_per_job(turned))
    counted = Counted(amount, None, progress, measured)
    return conclude(turned, goal, as_of, counted, places, notes)


def conclude(
    scenario: Scenario, goal: Target, as_of: date, counted: Counted, places: Places, notes: tuple[str, ...]
) -> Outcome:
    """Return the outcome that follows from what was counted; the same arithmetic for shell and screen."""
    wanted, at_most = counted.progress.target_value, goal.at_least is None
    course = _course(scenario, goal, as_of, counted)
    needed = required(course, wanted) if course and wanted is not None and not at_most else None
    end_value = course.end if course and goal.end else None
    return Outcome(
        scenario=scenario,
        target=goal,
        as_of=as_of,
        amount=counted.amount,
        number=counted.number,
        progress=counted.progress,
        measured=counted.measured,
        course=course,
        pace=course.pace if course else None,
        required_per_month=needed,
        placements_needed=_placements(scenario, goal, needed, course, counted.measured),
        end_value=end_value,
        reaches=_reaches(end_value, wanted, at_most),
        parts=_parts(scenario, wanted, needed, as_of, places),
        notes=notes,
    )


def _reaches(end_value: float | None, wanted: float | None, at_most: bool) -> bool | None:
    if end_value is None or wanted is None:
        return None
    return end_value <= wanted + 1e-9 if at_most else end_value >= wanted - 1e-9


def _course(scenario: Scenario, goal: Target, as_of: date, counted: Counted) -> Course | None:
    """Return where the pace leads from what is known; None when that is nothing, or hidden."""
    amount, number, measured = counted.amount, counted.number, counted.measured
    if amount is None or (number is not None and number.state != "shown"):
        return None
    pace = (measured.pace or 0.0) * _scale(scenario, measured) + float(scenario.extra or 0)
    if scenario.pace is not None:
        pace = float(scenario.pace)
    months = months_left(as_of, goal.end) if goal.end else 0.0
    outflow = float(scenario.outflow or 0) / 100
    return Course(amount.value, max(pace, 0.0), months, outflow, scenario.delay or 0)


def _scale(scenario: Scenario, measured: Measured) -> float:
    """Placements from now on of other hours: as many placements, which count for more or less."""
    for dial, today in (("mean_hours", measured.mean_hours), ("large_share", measured.large_share)):
        value = getattr(scenario, dial)
        if value is not None and today:
            return float(value) / today
    return 1.0


def _placements(
    scenario: Scenario, goal: Target, needed: float | None, course: Course | None, measured: Measured
) -> int | None:
    """Return how many placements must begin from now on, given their hours."""
    if needed is None or course is None:
        return None
    total = needed * course.inflow_months
    rule = rule_of(goal)
    if rule == "min25":
        share = float(scenario.large_share or 0) or measured.large_share
        return ceil(total * 100 / share - 1e-9) if share else None
    if rule == "per25.5":
        hours = float(scenario.mean_hours or 0) or measured.mean_hours
        return ceil(total * _hours_per_job(scenario) / hours - 1e-9) if hours else None
    return ceil(total - 1e-9)


def _parts(
    scenario: Scenario, wanted: float | None, needed: float | None, as_of: date, places: Places
) -> tuple[Part, ...]:
    if scenario.spread is None or not wanted:
        return ()
    placed = places() if scenario.spread == "doelgroep" else {}
    return spread_over(scenario.spread, int(wanted), needed, as_of.year, placed, scenario.by_hand)


def _hours_per_job(scenario: Scenario) -> float:
    return float(scenario.hours_per_job or HOURS_PER_JOB)
