"""The exact counts of one period, each counted once: what ledgers and intervals are made of, not screens."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from itertools import accumulate

from metrics.bridge_sums import BridgeSums
from metrics.calendar import checkpoints
from metrics.cells import UNKNOWN, Counts, accumulated, scope_of_cell
from metrics.metric import Amount, Key, Metric, Question, Scope, certain, compute
from metrics.placements import ACTIVE, COUNTING
from metrics.summary import Summary, adds_up
from storage.database import Database

DIMENSIONS = ("sector", "channel", "job_type", "target_group")
# What sums of the facts are made for; each sum keeps one of these apart.
SUMMED = (*DIMENSIONS, "party")


class PeriodCounts:
    """The exact counts of a period at its reference dates (`checkpoints`), and at no other day."""

    def __init__(self, database: Database, start: date, end: date) -> None:
        self._database = database
        self.start, self.end = start, end
        self.checkpoints = checkpoints(start, end)
        self._cumulated: dict[tuple, dict[tuple, Counts]] = {}
        self._amounts: dict[tuple, Amount] = {}
        self._courses: dict[tuple, dict[date, float]] = {}
        self._sums: dict[str, Summary] = {}

    def amount(self, counting: str, cell: tuple, as_of: date) -> Amount:
        """Return the exact count of a cell with its interval, counted once."""
        if (counting, cell, as_of) not in self._amounts:
            by = (cell[1],) if cell[2:] == (UNKNOWN,) else ()
            scope = scope_of_cell(cell)
            self._amounts[counting, cell, as_of] = self._counted(COUNTING[counting], scope, as_of, by)
        return self._amounts[counting, cell, as_of]

    def _counted(self, metric: Metric, scope: Scope, as_of: date, by: tuple[str, ...]) -> Amount:
        """`by` leaves only who has no code; persons are counted on all dates at once."""
        key = (None,) if by else ()
        if metric.additive:
            return self.compute(self.question(metric, scope, as_of, by)).get(key, Amount(0.0, 0.0, 0.0))
        counts = self.cumulated(metric, scope, by).get(key)
        last = sum(point <= as_of for point in self.checkpoints) - 1
        if counts is None or last < 0:
            return Amount(0.0, 0.0, 0.0)
        return Amount(counts.low[last], counts.low[last], counts.high[last])

    def compute(self, question: Question) -> dict[Key, Amount]:
        """Return the exact answer to a question about this period, over sums of the facts where these do."""
        return compute(self._facts(question), question)

    def _facts(self, question: Question) -> Database | Summary:
        """Return what answers a question: sums per sector or other property, or the facts themselves."""
        wanted = {name for name in SUMMED if name in question.by or getattr(question.scope, name)}
        dates = question.as_of in self.checkpoints and question.start == self.start
        if not adds_up(question) or not dates or len(wanted) > 1:
            return self._database
        column = wanted.pop() if wanted else "sector"
        if column not in self._sums:
            self._sums[column] = Summary(self._database, self.start, self.checkpoints, (column,))
        return self._sums[column]

    def question(self, metric: Metric, scope: Scope, as_of: date, by: tuple[str, ...] = ()) -> Question:
        return Question(metric, scope, self.start, self.end, as_of, by, self.checkpoints)

    def cumulated(self, metric: Metric, scope: Scope, by: tuple[str, ...]) -> dict[tuple, Counts]:
        if (metric.key, scope, by) not in self._cumulated:
            steps = self.compute(self.question(metric, scope, self.end, (*by, "checkpoint")))
            self._cumulated[metric.key, scope, by] = accumulated(steps, self.checkpoints)
        return self._cumulated[metric.key, scope, by]

    def course(self, counting: str, scope: Scope) -> dict[date, float]:
        """Return what is certain on every reference date, from one question; hours to nine decimals."""
        if (counting, scope) not in self._courses:
            question = self.question(COUNTING[counting], scope, self.end, ("checkpoint",))
            steps = certain(self._facts(question), question)
            totals = accumulate(steps.get((point,), 0.0) for point in self.checkpoints)
            rounded = (round(total, 9) for total in totals)
            self._courses[counting, scope] = dict(zip(self.checkpoints, rounded, strict=True))
        return self._courses[counting, scope]

    def running(self, counting: str) -> list[int]:
        """Return the region's stock on every reference date, for certain."""
        metric = ACTIVE[counting]
        facts = self._running if metric.additive else self._database
        questions = [self.question(metric, Scope(region=True), point) for point in self.checkpoints]
        return [round(certain(facts, question)[()]) for question in questions]

    @cached_property
    def _running(self) -> BridgeSums:
        return BridgeSums(self._database, self.start, self.checkpoints)
