"""What-if outcomes that screens may show."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from metrics.disclosure import Disclosed
from metrics.metric import Amount
from metrics.progress import Progress, measure_against
from metrics.scenario import NEUTRAL, Scenario, aimed, fitting
from metrics.scenario_counter import Counter, ScenarioScreen
from metrics.scenario_measured import HOURS_PER_JOB, measure
from metrics.scenario_outcome import Counted, Outcome, conclude
from metrics.shown import known_amount, mostly_unknown
from metrics.standing import is_measurable
from reference.load import Target

__all__ = ["ScenarioScreen", "screen_outcome"]


def screen_outcome(
    sight: ScenarioScreen, target: Target, as_of: date, scenario: Scenario = NEUTRAL
) -> Outcome:
    """Return the outcome of a scenario as screens may show it; neutral dials give the shown standing.

    A count that a screen may not show gives the nearest one that it may; `notes` say so, and the scenario in
    the outcome is the one that was counted.
    """
    turned, notes = fitting(scenario, target)
    goal = aimed(target, turned)
    counter = Counter(sight, target, goal, turned)
    number, more = counter.told(as_of)
    standing = sight.standing(target, goal, as_of)
    amount = known_amount(number, min(as_of, goal.end or as_of)) if number else None
    unchanged = goal == target and number == standing.number
    progress = standing.progress if unchanged else _progress(goal, number, amount, as_of)
    measured = measure(goal, as_of, counter.estimate, float(turned.hours_per_job or HOURS_PER_JOB))
    counted = Counted(amount, number, progress, measured)
    in_force = counter.in_force(as_of)
    return conclude(in_force, goal, as_of, counted, counter.places(as_of), (*notes, *more))


def _progress(goal: Target, number: Disclosed | None, amount: Amount | None, as_of: date) -> Progress:
    measurable = is_measurable(goal) and not mostly_unknown(number)
    progress = measure_against(goal, amount, as_of, measurable, exact=False)
    if number is not None and number.state == "shown":
        return progress
    return replace(progress, amount=None, share=None, pace=None, gap=None, required_per_month=None)
