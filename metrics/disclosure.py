"""Small counts: hidden, and not recoverable by subtraction.

Counts grow over time, so what leaks is a step: the difference between two views. Therefore a number on a
screen comes from a Ledger, which walks the reference dates that pages offer and lets a number move only
when its step is 0 or at least the limit, and when no subtraction (totals, counting rules) gives a hidden
step away. A number that may not move keeps its last value with its date; one that never could shows "< 5"
or "afgeschermd". Rules and limits: design §8.
"""

from __future__ import annotations

import os
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import inf
from typing import Literal

Cell = Hashable

# For totals of a region, sub-region or municipality; and for a municipality crossed with a group or channel.
LIMIT = int(os.environ.get("REGIOMONITOR_LIMIT", "5"))
CROSSED_LIMIT = int(os.environ.get("REGIOMONITOR_CROSSED_LIMIT", "10"))


@dataclass(frozen=True)
class Relation:
    """`total` is the sum of `parts`: an attacker may subtract one from the other."""

    total: Cell
    parts: tuple[Cell, ...]


@dataclass(frozen=True)
class Disclosed:
    """What may be shown of one count.

    shown: `value` as it was on `as_of`; below: a count of 1 to `limit` - 1; shielded: hidden to protect
    another; `high` closes the interval of what is unknown, rounded up in steps of the limit.
    """

    state: Literal["shown", "below", "shielded"]
    value: float | None
    as_of: date
    limit: int
    high: float | None = None


@dataclass
class _Account:
    shown: int = 0
    at: int = -1  # index of the checkpoint of `shown`; -1: never shown, 0 is what everybody knew before


class Ledger:
    """Cumulative counts per cell that may be shown, per checkpoint.

    `counts[cell][i]` is the count up to `checkpoints[i]`, never falling. `derived` cells are not displayed
    but an attacker can compute them, so they are protected too. `fixed` gives cells that another ledger
    already shows, as (value, index) per checkpoint: they can't be hidden here any more.
    """

    def __init__(
        self,
        checkpoints: Sequence[date],
        counts: Mapping[Cell, Sequence[int]],
        relations: Sequence[Relation] = (),
        limits: Mapping[Cell, int] | None = None,
        derived: frozenset[Cell] = frozenset(),
        fixed: Sequence[Ledger] = (),
    ) -> None:
        self.checkpoints = tuple(checkpoints)
        self._counts = counts
        self._limits = dict(limits or {})
        self._relations = relations
        self._derived = derived
        self._fixed = fixed
        self._states: dict[Cell, list[tuple[int, int, str]]] = {cell: [] for cell in counts}
        accounts = {cell: _Account() for cell in counts}
        for index in range(len(self.checkpoints)):
            self._advance(index, accounts)

    def at(self, cell: Cell, as_of: date) -> Disclosed:
        """Return what may be shown of a cell on a reference date (the last checkpoint up to it)."""
        index = max((i for i, point in enumerate(self.checkpoints) if point <= as_of), default=None)
        limit = self.limit(cell)
        if index is None:
            return Disclosed("shown", 0, as_of, limit)
        value, at, state = self._states[cell][index]
        if state == "shown":
            return Disclosed("shown", value, self.checkpoints[max(at, 0)], limit)
        return Disclosed(state, None, self.checkpoints[index], limit)

    def series(self, cell: Cell, as_of: date) -> list[tuple[date, int]]:
        """Return the points of a cumulative line that may be shown, up to a reference date."""
        points = []
        for index, (value, at, state) in enumerate(self._states[cell]):
            if state == "shown" and at == index and self.checkpoints[index] <= as_of:
                points.append((self.checkpoints[index], value))
        return points

    def limit(self, cell: Cell) -> int:
        return self._limits.get(cell, LIMIT)

    def counts(self, cell: Cell) -> Sequence[int]:
        """Return the exact counts that went in; only for another ledger's margins."""
        return self._counts[cell]

    def knows(self, cell: Cell) -> bool:
        return cell in self._counts

    def _advance(self, index: int, accounts: dict[Cell, _Account]) -> None:
        steps = {cell: counts[index] - accounts[cell].shown for cell, counts in self._counts.items()}
        held = self._hold_fixed(index, accounts, steps)
        small = {
            c
            for c, step in steps.items()
            if 0 < step < self.limit(c) and c not in held and not self._is_fixed(c)
        }
        guard = _Guard(
            steps, accounts, self._relations, self.limit, small, held, self._derived, self._is_fixed
        )
        hidden = guard.protect()
        for cell, account in accounts.items():
            if cell in self._derived:
                if guard.is_known(cell):
                    account.shown, account.at = self._counts[cell][index], index
            elif cell not in hidden and not self._is_fixed(cell):
                account.shown, account.at = self._counts[cell][index], index
            self._states[cell].append((account.shown, account.at, self._state(cell, account, hidden, guard)))

    def _state(self, cell: Cell, account: _Account, hidden: set[Cell], guard: _Guard) -> str:
        if account.at >= 0 and (account.shown > 0 or cell not in hidden):
            return "shown"
        if cell not in hidden:
            return "shown"
        return "below" if guard.may_say_small(cell) else "shielded"

    def _is_fixed(self, cell: Cell) -> bool:
        return any(ledger.knows(cell) for ledger in self._fixed)

    def _hold_fixed(self, index: int, accounts: dict[Cell, _Account], steps: dict[Cell, int]) -> set[Cell]:
        """Take over what the other ledger shows; return the cells that it holds back."""
        held = set()
        for cell in self._counts:
            if self._is_fixed(cell):
                elsewhere = next(ledger for ledger in self._fixed if ledger.knows(cell))
                value, at, state = elsewhere._states[cell][index]
                shown = value if state == "shown" else 0
                accounts[cell].shown, accounts[cell].at = shown, at
                steps[cell] = self._counts[cell][index] - shown
                if steps[cell] or state != "shown":
                    held.add(cell)
        return held


class _Guard:
    """One checkpoint: decides which steps stay hidden so that no small one can be computed."""

    def __init__(self, steps, accounts, relations, limit, small, held, derived, is_fixed) -> None:
        self._steps, self._accounts, self._limit, self._is_fixed = steps, accounts, limit, is_fixed
        self._relations = [
            (r.total, r.parts, accounts[r.total].shown - sum(accounts[p].shown for p in r.parts))
            for r in relations
        ]
        self._derived = derived
        self._sensitive = {c for c in small if c not in held}
        self._hidden = (small | held) - derived
        self._generic: set[Cell] = set()
        self._bounds: dict[Cell, tuple[float, float]] = {}

    def protect(self) -> set[Cell]:
        """Return the cells that keep their old value."""
        while True:
            self._propagate()
            exposed = next((cell for cell in self._sensitive if self._is_exposed(cell)), None)
            if exposed is None:
                return self._hidden
            if not self._hide_one_more(exposed):
                self._sensitive.discard(exposed)  # only a total that is public already says so much

    def is_known(self, cell: Cell) -> bool:
        low, high = self._bounds[cell]
        return low == high

    def may_say_small(self, cell: Cell) -> bool:
        return 0 < self._steps[cell] < self._limit(cell) and cell not in self._generic

    def _is_exposed(self, cell: Cell) -> bool:
        low, high = self._bounds[cell]
        return high - low < self._limit(cell) - 2

    def _hide_one_more(self, exposed: Cell) -> bool:
        """Hide the smallest moving neighbour, parts before totals; else say less about the hidden ones."""
        reached = {exposed}
        for _ in range(3):
            near = [(total, parts) for total, parts, _ in self._relations if reached & {total, *parts}]
            choice = [
                (cell == total, self._steps[cell], str(cell), cell)
                for total, parts in near
                for cell in (total, *parts)
                if self._steps[cell] > 0
                and cell not in self._hidden | self._derived
                and not self._is_fixed(cell)
            ]
            if choice:
                self._hidden.add(min(choice)[3])
                return True
            around = {cell for total, parts in near for cell in (total, *parts)}
            vague = (around & self._hidden) - self._generic
            if vague:
                self._generic |= vague
                return True
            reached |= around
        return False

    def _propagate(self) -> None:
        bounds = {cell: self._first_bounds(cell) for cell in self._steps}
        for _ in range(12):
            changed = False
            for total, parts, slack in self._relations:
                changed |= _narrow(bounds, total, parts, slack)
            if not changed:
                break
        self._bounds = bounds

    def _first_bounds(self, cell: Cell) -> tuple[float, float]:
        step = self._steps[cell]
        if cell in self._derived:
            return 0, inf
        if cell not in self._hidden:
            return step, step
        if cell in self._generic or self._accounts[cell].shown > 0:
            return (0 if cell in self._generic else 1), inf
        if self.may_say_small(cell):
            return 1, self._limit(cell) - 1
        return self._limit(cell), inf


def _narrow(
    bounds: dict[Cell, tuple[float, float]], total: Cell, parts: tuple[Cell, ...], slack: int
) -> bool:
    """Tighten bounds by sum(parts) - total = slack; return whether anything changed."""
    lows, highs = sum(bounds[p][0] for p in parts), sum(bounds[p][1] for p in parts)
    changed = _tighten(bounds, total, lows - slack, highs - slack)
    for part in parts:
        low, high = bounds[part]
        rest_low = sum(bounds[p][0] for p in parts if p != part)
        rest_high = sum(bounds[p][1] for p in parts if p != part)
        changed |= _tighten(
            bounds, part, bounds[total][0] + slack - rest_high, bounds[total][1] + slack - rest_low
        )
    return changed


def _tighten(bounds: dict[Cell, tuple[float, float]], cell: Cell, low: float, high: float) -> bool:
    old = bounds[cell]
    bounds[cell] = (max(old[0], low), min(old[1], high))
    return bounds[cell] != old


def steady(values: Sequence[int], limit: int = LIMIT) -> list[int | None]:
    """Return what may be shown of a count that rises and falls: it moves only by 0 or at least the limit.

    None stands for a count below the limit that was never shown before.
    """
    shown: list[int | None] = []
    last = 0
    for value in values:
        if abs(value - last) >= limit or value == 0:
            last = value
        shown.append(last if last or value == 0 else None)
    return shown


def widened(value: float, unknown: float, limit: int = LIMIT) -> float:
    """Return an upper bound that says no more than a multiple of the limit about what is unknown."""
    return value + -(-unknown // limit) * limit
