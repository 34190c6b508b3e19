"""What-if: the same metrics over other numbers.

A Scenario is a set of dials, each a plain number or code; None is today's truth. It turns a question into
another question and a target into another target, and never touches a formula (design §7). Neutral dials give
the baseline to the last digit.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import Decimal

from metrics.metric import Parameters, Question
from metrics.placements import ACTIVE, COUNTING
from metrics.scenario_dials import DIALS, SEATS, DialProblem, check_dial
from metrics.standing import rule_of
from reference.load import Target

# Dials that mean something only for a region, for placements, and under one counting rule.
_REGIONAL = ("sector", "members", "spread", "by_hand")
_OF_PLACEMENTS = ("counting", "sector", "members")
_OF_RULE = {
    "threshold": "min25",
    "large_share": "min25",
    "hours_per_job": "per25.5",
    "mean_hours": "per25.5",
}
_ELSEWHERE = {
    "threshold": "geldt alleen als banen van een minimum aantal uren tellen",
    "large_share": "geldt alleen als banen van een minimum aantal uren tellen",
    "hours_per_job": "geldt alleen als banen naar rato van hun uren tellen",
    "mean_hours": "geldt alleen als banen naar rato van hun uren tellen",
}


@dataclass(frozen=True)
class Scenario:
    """The dials; None is today's truth.

    `target` in the target's unit; `threshold`, `hours_per_job`, `mean_hours` in hours a week; `pace`
    (absolute) and `extra` (on top of today's pace) in the unit counted, per month from now; `outflow` in % of
    what stands per month (today's truth is 0: a placement that ended keeps counting); `large_share` in % of
    placements at or above the threshold; `delay` in months before the inflow from now on begins; `members`
    "zeven": only who lives in the seven present municipalities; `by_hand` follows the order of SEATS.
    """

    target: int | None = None
    deadline: date | None = None
    start: date | None = None
    counting: str | None = None
    threshold: Decimal | None = None
    hours_per_job: Decimal | None = None
    sector: str | None = None
    members: str | None = None
    pace: Decimal | None = None
    extra: Decimal | None = None
    outflow: Decimal | None = None
    mean_hours: Decimal | None = None
    large_share: Decimal | None = None
    spread: str | None = None
    by_hand: tuple[int, ...] | None = None
    delay: int | None = None

    def turned(self) -> dict[str, object]:
        """Return the dials that do not stand at today's truth, in the order of the dials."""
        found = {one.name: getattr(self, one.name) for one in fields(self)}
        return {dial: value for dial, value in found.items() if value is not None}


NEUTRAL = Scenario()


def asked(question: Question, scenario: Scenario) -> Question:
    """Return the question that a scenario asks in place of another; with neutral dials the same one."""
    metric = question.metric
    for rules in (COUNTING, ACTIVE):
        if scenario.counting and metric in rules.values():
            metric = rules[scenario.counting]
    scope = question.scope
    if scenario.sector:
        scope = replace(scope, sector=None if scenario.sector == "beide" else scenario.sector)
    if scenario.members:
        scope = replace(scope, municipalities=SEATS)
    return replace(
        question,
        metric=metric,
        scope=scope,
        start=scenario.start or question.start,
        end=scenario.deadline or question.end,
        parameters=_parameters(question.parameters, scenario),
    )


def aimed(target: Target, scenario: Scenario) -> Target:
    """Return the target of a scenario; the same one when its dials are neutral."""
    changes: dict[str, object] = {}
    if scenario.target is not None:
        changes |= _bounds(target, Decimal(scenario.target))
    if scenario.deadline:
        changes |= {"end": scenario.deadline, "open_ended": False}
    if scenario.start:
        changes["start"] = scenario.start
    if scenario.counting:
        changes["counting"] = scenario.counting
        changes["metric"] = COUNTING[scenario.counting].key
    if scenario.sector:
        sector = None if scenario.sector == "beide" else scenario.sector
        changes["scope"] = replace(target.scope, sector=sector)
    return replace(target, **changes) if changes else target


def applies(dial: str, target: Target, scenario: Scenario = NEUTRAL) -> bool:
    """Return whether turning a dial can change anything for a target, given the other dials."""
    rule = rule_of(target, scenario.counting)
    if dial in _OF_PLACEMENTS and rule is None:
        return False
    if dial in _REGIONAL and target.scope.kind != "region":
        return False
    return dial not in _OF_RULE or rule == _OF_RULE[dial]


def fitting(scenario: Scenario, target: Target) -> tuple[Scenario, tuple[str, ...]]:
    """Return the scenario without the dials that do not apply to a target, and a Dutch note for each."""
    idle = [dial for dial in scenario.turned() if not applies(dial, target, scenario)]
    notes = tuple(f"{DIALS[dial].label} {_ELSEWHERE.get(dial, 'geldt niet voor dit doel')}." for dial in idle)
    return replace(scenario, **dict.fromkeys(idle)), notes


def problems(scenario: Scenario, target: Target) -> list[DialProblem]:
    """Return what is wrong with a scenario for a target, a Dutch sentence per dial."""
    start = scenario.start or target.start
    found = [check_dial(dial, value, str(value), start) for dial, value in scenario.turned().items()]
    wrong = [problem for problem in found if problem]
    end = scenario.deadline or target.end
    if scenario.start and not scenario.deadline and end and end <= scenario.start:
        wrong.append(
            DialProblem("start", str(scenario.start), "De begindatum moet voor de einddatum liggen.")
        )
    if scenario.spread == "hand" and scenario.by_hand is None:
        wrong.append(DialProblem("by_hand", "", "Vul bij de eigen verdeling zeven getallen in."))
    if scenario.pace is not None and scenario.extra is not None:
        text = "Kies een tempo of een verandering van het tempo, niet allebei."
        wrong.append(DialProblem("extra", str(scenario.extra), text))
    return wrong


def _parameters(parameters: Parameters, scenario: Scenario) -> Parameters:
    changes = {}
    if scenario.threshold is not None:
        changes["hours_threshold"] = float(scenario.threshold)
    if scenario.hours_per_job is not None:
        changes["hours_per_job"] = float(scenario.hours_per_job)
    return replace(parameters, **changes) if changes else parameters


def _bounds(target: Target, value: Decimal) -> dict[str, Decimal | None]:
    """A number replaces the bound that the target has; a range keeps its width above the new lower bound."""
    if target.at_least is None and target.at_most is not None:
        return {"at_most": value}
    if target.at_least is None or target.at_most is None:
        return {"at_least": value}
    return {"at_least": value, "at_most": value + target.at_most - target.at_least}
