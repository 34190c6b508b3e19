"""A metric beside its target: share, pace, gap and status."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from metrics.metric import Amount
from reference.load import Target

# Limits of the status words; pace is the share of the target over the elapsed share of the period.
ON_COURSE, ATTENTION, TOO_EARLY, UNKNOWN_LIMIT = 0.95, 0.80, 0.10, 0.20


@dataclass(frozen=True)
class Progress:
    """Where a target stands.

    `share` is value / target (0.335 = 33,5 %), `expected_share` the elapsed share of the period, `pace` the
    one over the other, `gap` what is missing in the target's unit, `required_per_month` the gap over the
    months left. None where it does not apply.
    """

    amount: Amount | None
    target_value: float | None
    share: float | None
    expected_share: float | None
    pace: float | None
    gap: float | None
    required_per_month: float | None
    status: str


def elapsed_share(start: date, end: date, as_of: date) -> float:
    """Return the share of the period that has passed, both days included, between 0 and 1."""
    return min(max(((as_of - start).days + 1) / ((end - start).days + 1), 0.0), 1.0)


def measure_against(
    target: Target, amount: Amount | None, as_of: date, measurable: bool = True, exact: bool = True
) -> Progress:
    """Return the progress of a target given what was counted (None: nothing delivered).

    `measurable` is False when unit, scope or period of number and target differ. `exact` is False for a
    number that disclosure control made vaguer: its width says nothing about how much is unknown.
    """
    goal = _goal(target)
    bounded = target.start is not None and target.end is not None
    elapsed = elapsed_share(target.start, target.end, as_of) if bounded else None
    value = amount.value if amount else None
    share = value / goal if value is not None and goal else None
    gap = max(goal - value, 0.0) if value is not None and goal is not None else None
    return Progress(
        amount=amount,
        target_value=goal,
        share=share,
        expected_share=elapsed,
        pace=share / elapsed if share is not None and elapsed else None,
        gap=gap,
        required_per_month=_required(gap, target, as_of),
        status=status(target, amount, as_of, measurable, exact),
    )


def status(
    target: Target, amount: Amount | None, as_of: date, measurable: bool = True, exact: bool = True
) -> str:
    """Return the status word of a target (design §6)."""
    if _goal(target) is None:
        return "geen getal in bron"
    if amount is None:
        return "niets geleverd"
    if not measurable or (exact and unknown_share(amount) > UNKNOWN_LIMIT):
        return "niet meetbaar"
    words = {_word(target, bound, as_of) for bound in (amount.low, amount.high)}
    return words.pop() if len(words) == 1 else "onzeker"


def _word(target: Target, value: float, as_of: date) -> str:
    if target.at_least is None:  # only an upper bound: it is met as long as it holds
        return _bounded(target, value, as_of)
    if target.at_most is not None and value > target.at_most:
        return _outside(target, as_of)
    if value >= target.at_least:
        return "gehaald"
    if target.end is None or target.start is None:
        return "geen termijn"
    if as_of >= target.end:
        return "niet gehaald"
    elapsed = elapsed_share(target.start, target.end, as_of)
    if elapsed < TOO_EARLY:
        return "te vroeg"
    pace = value / float(target.at_least) / elapsed
    if pace >= ON_COURSE:
        return "op koers"
    return "aandacht" if pace >= ATTENTION else "achter"


def _outside(target: Target, as_of: date) -> str:
    if target.end is None:
        return "geen termijn"
    return "niet gehaald" if as_of >= target.end else "achter"


def _bounded(target: Target, value: float, as_of: date) -> str:
    if value > target.at_most:
        return _outside(target, as_of)
    return "gehaald" if target.end is not None and as_of >= target.end else "op koers"


def _goal(target: Target) -> float | None:
    bound = target.at_least if target.at_least is not None else target.at_most
    return None if bound is None else float(bound)


def unknown_share(amount: Amount) -> float:
    """Return the share of the upper bound that is unknown, between 0 and 1."""
    return (amount.high - amount.low) / amount.high if amount.high else 0.0


def _required(gap: float | None, target: Target, as_of: date) -> float | None:
    if not gap or target.end is None or as_of >= target.end:
        return None
    return gap / ((target.end - as_of).days / 30.4375)
