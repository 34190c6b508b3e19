"""Where each target stands, as screens may show it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from math import inf

from metrics.disclosure import LIMIT, Disclosed, widened
from metrics.metric import Amount, Metric, Question, compute
from metrics.progress import UNKNOWN_LIMIT, Progress, measure_against, unknown_share
from metrics.screen import Screen
from metrics.standing import is_delivered, is_measurable, question_of, rule_of
from reference.load import Target
from storage.database import Database


@dataclass(frozen=True)
class ShownStanding:
    """A target beside the number that may be shown for it.

    `number` is None when nothing was delivered or the target isn't measured; `as_of` is the earlier of the
    reference date and the deadline; `progress` is computed from what is shown, so it gives nothing away.
    """

    target: Target
    metric: Metric | None
    counting: str | None
    as_of: date
    number: Disclosed | None
    progress: Progress


def shown_standing(
    database: Database, screen: Screen, target: Target, as_of: date, counting: str | None = None
) -> ShownStanding:
    """Return a target's standing on a reference date; `screen` covers the target's own period."""
    stop = min(as_of, target.end or as_of)
    question = question_of(target, stop, counting)
    number = None
    if question is not None and stop >= target.start and is_delivered(database, question):
        number = _number(database, screen, target, stop, counting)
    return beside(target, question, number, as_of, counting)


def beside(
    target: Target, question: Question | None, number: Disclosed | None, as_of: date,
    counting: str | None = None,
) -> ShownStanding:  # fmt: skip
    """Return a target beside a number that may be shown; `question` is what the number answers."""
    stop = min(as_of, target.end or as_of)
    amount = known_amount(number, stop) if number else None
    measurable = is_measurable(target, counting) and not mostly_unknown(number)
    progress = measure_against(target, amount, as_of, measurable, exact=False)
    if number is None or number.state != "shown":
        progress = replace(progress, amount=None, share=None, pace=None, gap=None, required_per_month=None)
    metric = question.metric if question else None
    return ShownStanding(target, metric, rule_of(target, counting), stop, number, progress)


def _number(
    database: Database, screen: Screen, target: Target, stop: date, counting: str | None
) -> Disclosed | None:
    scope = target.scope
    if target.metric == "pillar_placements":
        if scope.kind == "municipality":
            return screen.activities_in(scope.code, stop)
        return screen.activities(stop, target.pillar)
    if target.metric == "internships":
        return screen.internships(stop)
    if target.metric == "internships_extra":
        return _extra(database, screen, target, stop)
    rule = rule_of(target, counting)
    if scope.kind == "party":
        return screen.party(rule, scope.code, stop)
    if scope.sector:
        return _sector(database, screen, target, stop, rule)
    if scope.kind == "municipality":
        return screen.placed(rule, stop, scope.code)
    return screen.placed(rule, stop)


def _extra(database: Database, screen: Screen, target: Target, stop: date) -> Disclosed:
    begun = screen.internships(stop)
    if begun.state != "shown":
        return begun
    amount = compute(database, question_of(target, begun.as_of))[()]
    if 0 < amount.value < begun.limit:
        return replace(begun, state="below", value=None)
    return replace(begun, value=amount.value, high=widened(amount.value, max(amount.high - amount.low, 0)))


def _sector(database: Database, screen: Screen, target: Target, stop: date, counting: str) -> Disclosed:
    """A sector's upper bound holds the hired-in and the unknown, which may belong to it."""
    number = screen.part(counting, "sector", target.scope.sector, stop)
    if number.state != "shown":
        return number
    amount = screen.compute(question_of(target, number.as_of, counting))[()]
    return replace(number, high=widened(number.value, max(amount.high - amount.low, 0)))


def mostly_unknown(number: Disclosed | None) -> bool:
    """Return whether more than a fifth is unknown for certain, given how vague the upper bound is."""
    if number is None or number.state != "shown" or number.high is None:
        return False
    unknown = max(number.high - number.value - number.limit + 1, 0)
    return unknown_share(Amount(number.value, number.value, number.value + unknown)) > UNKNOWN_LIMIT


def known_amount(number: Disclosed, stop: date) -> Amount:
    """Return what an onlooker knows of the number: the ends of what it may be on the reference date."""
    if number.state == "below":
        return Amount(1, 1, number.limit - 1)
    if number.state == "shielded":
        return Amount(number.limit, number.limit, inf)
    high = number.high if number.high is not None else number.value
    late = LIMIT - 1 if number.as_of < stop else 0
    return Amount(number.value, number.value, high + late)
