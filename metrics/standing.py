"""Where each target stands: the metric, scope and period of the target, computed and set beside it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from metrics.calendar import is_covered
from metrics.catalogue import METRICS
from metrics.metric import Amount, Key, Metric, Parameters, Question, Scope, compute
from metrics.placements import COUNTING
from metrics.progress import Progress, measure_against
from reference.load import Figure, Target, figures
from storage.database import Database

FAR = date(9999, 12, 31)


@dataclass(frozen=True)
class Standing:
    """A target, what was counted for it up to `as_of`, and its progress. Exact, so not for screens."""

    target: Target
    metric: Metric | None
    counting: str | None
    as_of: date
    amount: Amount | None
    progress: Progress
    parts: dict[Key, Amount]


def rule_of(target: Target, counting: str | None = None) -> str | None:
    """Return the counting rule that applies: another one only for placement targets, None for the rest."""
    if target.metric is None or METRICS[target.metric] not in COUNTING.values():
        return None
    return counting or target.counting


def metric_of(target: Target, counting: str | None = None) -> Metric | None:
    """Return the metric of a target under a counting rule, or None when it is not measured."""
    if target.metric is None:
        return None
    rule = rule_of(target, counting)
    return COUNTING[rule] if rule else METRICS[target.metric]


def is_measurable(target: Target, counting: str | None = None) -> bool:
    """Return whether unit, scope and period of number and target agree."""
    return target.mismatch is None and rule_of(target, counting) in (None, target.counting)


def question_of(
    target: Target,
    as_of: date,
    counting: str | None = None,
    by: tuple[str, ...] = (),
    municipalities: tuple[str, ...] = (),
    known_at: int | None = None,
) -> Question | None:
    """Return the question that a target asks, or None when it is not measured.

    `municipalities` narrows it to people who live there; the number then no longer has the target's scope.
    """
    metric = metric_of(target, counting)
    if metric is None:
        return None
    scope = scope_of(target)
    if municipalities:
        scope = replace(scope, municipalities=municipalities)
    baseline = int(target.baseline) if target.baseline is not None else Parameters().baseline
    return Question(
        metric,
        scope,
        target.start,
        target.end or FAR,
        as_of,
        by,
        parameters=Parameters(baseline=baseline),
        known_at=known_at,
    )


def scope_of(target: Target) -> Scope:
    """Return whose rows count for a target: the region by residence, a party by employer (design §6)."""
    scope = target.scope
    return Scope(
        region=scope.kind == "region",
        municipalities=(scope.code,) if scope.kind == "municipality" else (),
        party=scope.code if scope.kind == "party" else None,
        sector=scope.sector,
        pillar=target.pillar,
    )


def standing(
    database: Database,
    target: Target,
    as_of: date,
    counting: str | None = None,
    by: tuple[str, ...] = (),
    municipalities: tuple[str, ...] = (),
    known_at: int | None = None,
) -> Standing:
    """Return where one target stands on a reference date; counting stops at the deadline."""
    stop = min(as_of, target.end or as_of)
    question = question_of(target, stop, counting, (), municipalities, known_at)
    amount, parts = None, {}
    if question is not None and is_delivered(database, question):
        amount = compute(database, question)[()]
        if by and "$baseline" not in question.metric.formula:  # a baseline of the whole has no parts
            parts = compute(database, replace(question, by=by))
    measurable = is_measurable(target, counting) and not municipalities
    progress = measure_against(target, amount, as_of, measurable)
    return Standing(
        target,
        question.metric if question else None,
        rule_of(target, counting),
        stop,
        amount,
        progress,
        parts,
    )


def is_delivered(database: Database, question: Question) -> bool:
    """Return whether there is anything to count: a delivery for the period, and for a party a tagged row."""
    stop = min(question.end, question.as_of)
    if not is_covered(database, question.metric, question.start, stop):
        return False
    if question.scope.party is None:
        return True
    tagged = database.query(
        "SELECT count(*) AS n FROM placements WHERE party = $party AND start_date BETWEEN $start AND $stop",
        {"party": question.scope.party, "start": question.start, "stop": stop},
    )
    return tagged["n"][0].as_py() > 0


def published(target: Target, as_of: date | None = None) -> list[Figure]:
    """Return the figures that documents published about a target, up to a reference date where given."""
    return [
        figure
        for figure in figures().values()
        if figure.target == target.key and (as_of is None or figure.end is None or figure.end <= as_of)
    ]
