"""Which dial matters most (tornado), and what it would take: the same outcomes asked again, nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from metrics.scenario import Scenario, applies
from metrics.scenario_dials import DIALS, FIRST_DAY, LAST_DAY, Dial
from metrics.scenario_outcome import HOURS_PER_JOB, Outcome
from metrics.scenario_words import in_words
from metrics.standing import rule_of

Evaluate = Callable[[Scenario], Outcome]
# The dials with an order, so with a step up and a step down.
GRADED = (
    "target",
    "deadline",
    "threshold",
    "hours_per_job",
    "pace",
    "outflow",
    "mean_hours",
    "large_share",
    "delay",
)
# More of these makes reaching the target harder.
_HARDER = ("target", "threshold", "hours_per_job", "outflow", "delay")
THRESHOLD = Decimal(25)


@dataclass(frozen=True)
class Swing:
    """What one step of a dial does to the end value as a share of the target, down and up."""

    dial: str
    down: int | Decimal | date
    up: int | Decimal | date
    low: float
    high: float

    @property
    def size(self) -> float:
        return abs(self.high - self.low)


@dataclass(frozen=True)
class Answer:
    """What it would take: the value of a dial nearest to today's truth that reaches the target, or None.

    `text` is the answer as a Dutch sentence; `scenario` has the dial turned, None when it is impossible.
    """

    dial: str
    value: int | Decimal | date | None
    scenario: Scenario | None
    text: str


def truths(outcome: Outcome) -> dict[str, int | Decimal | date | None]:
    """Return where every graded dial stands: as turned, else today's truth; None where unknown."""
    goal, measured, turned = outcome.target, outcome.measured, outcome.scenario
    bound = goal.at_least if goal.at_least is not None else goal.at_most
    today = {
        "target": None if bound is None else int(bound),
        "deadline": goal.end,
        "threshold": THRESHOLD if rule_of(goal) == "min25" else None,
        "hours_per_job": Decimal(str(HOURS_PER_JOB)) if rule_of(goal) == "per25.5" else None,
        "pace": _rounded(outcome.pace),
        "outflow": Decimal(0),
        "mean_hours": _rounded(measured.mean_hours),
        "large_share": _rounded(measured.large_share),
        "delay": 0,
    }
    return {dial: turned.turned().get(dial, value) for dial, value in today.items()}


def sensitivity(evaluate: Evaluate, scenario: Scenario, dials: Sequence[str] = GRADED) -> list[Swing]:
    """Return per dial what one sensible step down and up does, the largest effect first.

    A dial that does not apply, or whose truth is unknown, is left out; so is all when there is no end value.
    """
    middle = evaluate(scenario)
    if middle.end_share is None:
        return []
    swings = []
    for dial, value in truths(middle).items():
        if dial in dials and value is not None and applies(dial, middle.target, scenario):
            down, up = (_stepped(DIALS[dial], value, sign, middle.as_of) for sign in (-1, 1))
            shares = [evaluate(_turn(scenario, dial, one)).end_share for one in (down, up)]
            swings.append(Swing(dial, down, up, *(middle.end_share if s is None else s for s in shares)))
    return sorted(swings, key=lambda swing: -swing.size)


def solve(evaluate: Evaluate, scenario: Scenario, dial: str) -> Answer:
    """Return the value of a dial that just reaches the target, found by halving over the same outcomes.

    KeyError for a dial without an order.
    """
    known, middle = DIALS[dial], evaluate(scenario)
    now = truths(middle)[dial]
    if middle.reaches is None or not applies(dial, middle.target, scenario):
        return Answer(dial, None, None, f"{known.label} zegt bij dit doel niets over het halen ervan.")
    if middle.reaches:
        return Answer(dial, now, scenario, "Het doel wordt al gehaald zonder hier iets aan te veranderen.")
    grid = _grid(known, now, middle.as_of)

    def reaches(index: int) -> bool:
        return bool(evaluate(_turn(scenario, dial, _at(known, grid, index))).reaches)

    last = grid[1]
    if last < 0 or not reaches(last):
        return Answer(dial, None, None, f"{known.label} alleen is niet genoeg om het doel te halen.")
    found = _turn(scenario, dial, _at(known, grid, _first(reaches, last)))
    value = evaluate(found).scenario.turned()[dial]  # on a screen the nearest that is really counted
    text = f"{known.label} moet {in_words(dial, value)} zijn om het doel te halen."
    return Answer(dial, value, _turn(scenario, dial, value), text)


def _first(reaches: Callable[[int], bool], last: int) -> int:
    """Return the first index that reaches, given that the last one does."""
    low, high = 0, last
    while low < high:
        middle = (low + high) // 2
        if reaches(middle):
            high = middle
        else:
            low = middle + 1
    return low


Grid = tuple[int, int, int]  # first point, number of steps, direction; in units of the fineness


def _fineness(dial: Dial) -> Decimal:
    """How fine a solution is: a day, a whole number, or a tenth."""
    return Decimal("0.1") if dial.kind == "decimal" else Decimal(1)


def _grid(dial: Dial, now: int | Decimal | date | None, as_of: date) -> Grid:
    """The points from today's truth to the end of the dial, in the direction that helps."""
    direction = -1 if dial.key in _HARDER else 1
    if dial.kind == "date":
        start = max(now or as_of, as_of).toordinal()
        return start, LAST_DAY.toordinal() - start, direction
    fine = _fineness(dial)
    start = int((Decimal(now or dial.low)) / fine)
    end = int((dial.low if direction < 0 else dial.high) / fine)
    return start, (end - start) * direction, direction


def _at(dial: Dial, grid: Grid, index: int) -> int | Decimal | date:
    point = grid[0] + index * grid[2]
    if dial.kind == "date":
        return date.fromordinal(point)
    return point if dial.kind == "whole" else point * _fineness(dial)


def _turn(scenario: Scenario, dial: str, value: int | Decimal | date) -> Scenario:
    """A pace that is set takes the place of a change of the pace."""
    return replace(scenario, **{dial: value}, **({"extra": None} if dial == "pace" else {}))


def _stepped(dial: Dial, value: int | Decimal | date, sign: int, as_of: date) -> int | Decimal | date:
    if dial.kind == "date":
        moved = value + timedelta(days=sign * int(dial.step))
        return min(max(moved, as_of if as_of < value else FIRST_DAY), LAST_DAY)
    moved = min(max(value + sign * dial.step, dial.low), dial.high)
    return int(moved) if dial.kind == "whole" else moved


def _rounded(value: float | None) -> Decimal | None:
    return None if value is None else round(Decimal(value), 1)
