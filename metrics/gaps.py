"""What each unknown does to each target: the count with one unknown at a time in its favour. Exact."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from metrics.disclosure import LIMIT, widened
from metrics.metric import INTERVALS, Question, compute, opened
from metrics.standing import is_delivered, question_of
from reference.load import Target, targets
from storage.database import Database

# What may be unknown about a row, in the order of the design: hours, register, sector, municipality.
UNKNOWNS = ("hours", "registered", "learning", "sector", "municipality", "quantity", "person")


@dataclass(frozen=True)
class Gap:
    """What is unknown about a target. `value` is certain; `alone` gives per unknown how much would be added
    if it alone were in favour; `together` if all were. They need not add up: one row may miss two things."""

    target: Target
    value: float
    alone: dict[str, float]
    together: float
    as_of: date

    @property
    def widest(self) -> str | None:
        """Return the unknown that adds most by itself, or None when each by itself adds nothing."""
        found = [name for name in UNKNOWNS if self.alone.get(name, 0) > 0]
        return max(found, key=lambda name: self.alone[name], default=None)


def gaps(database: Database, as_of: date) -> list[Gap]:
    """Return per measured target with rows what its unknowns do, the widest first."""
    found = [_gap(database, target, as_of) for target in targets().values() if target.metric]
    return sorted((one for one in found if one), key=lambda one: -one.together)


def in_steps(gap: Gap, value: float) -> Gap:
    """Return a gap as a screen for everybody may show it: beside a shown value, in steps of the limit."""
    alone = {name: widened(0, added, LIMIT) for name, added in gap.alone.items()}
    return replace(gap, value=value, alone=alone, together=widened(0, gap.together, LIMIT))


def _gap(database: Database, target: Target, as_of: date) -> Gap | None:
    question = question_of(target, min(as_of, target.end or as_of))
    if question is None or question.as_of < question.start or not is_delivered(database, question):
        return None
    amount = compute(database, question)[()]
    alone = {name: opened(database, question, name) - amount.low for name in _possible(question)}
    return Gap(target, amount.value, alone, amount.high - amount.low, question.as_of)


def _possible(question: Question) -> list[str]:
    """Return which unknowns can touch the answer at all."""
    scope = {"sector": question.scope.sector, "municipality": question.scope.region}
    columns = INTERVALS[question.metric.view]
    return [name for name in UNKNOWNS if scope.get(name) or name in columns]
