"""Small counts: hidden, and not recoverable by subtraction.

Counts grow over time, so what leaks is a step: the difference between two views. Therefore a number on a
screen comes from a Ledger, which walks the reference dates that pages offer and lets a number move only
when its step is 0 or at least the limit, and when no subtraction (totals, counting rules) gives a hidden
step away. A number that may not move keeps its last value with its date; one that never could shows "< 5"
or "afgeschermd". Rules and limits: design §8.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable, Mapping, Sequence
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


# A hidden count keeps at least this many other possible values.
AMBIGUITY = 2
Bounds = dict[Cell, tuple[float, float]]
# How many earlier reference dates an attacker is thought to compare with.
HISTORY = 12


@dataclass
class _Account:
    """What was last shown of a cell, and when (-1: never; that it was 0 before everything, all know)."""

    shown: int = 0
    at: int = -1


@dataclass
class _Memory:
    """What an attacker knew at an earlier checkpoint, and the small counts that must stay unknown there."""

    bounds: Bounds
    secrets: set[Cell]


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
        self._memories: list[_Memory] = []
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
        values = {cell: counts[index] for cell, counts in self._counts.items()}
        held = self._hold_fixed(index, accounts, values)
        free = [cell for cell in values if not self._is_fixed(cell)]
        guard = _Guard(
            values, accounts, self._relations, self.limit, free, held, self._derived, self._memories, index
        )
        hidden = guard.protect()
        self._memories = [*self._memories, guard.memory()][-HISTORY:]
        for cell, account in accounts.items():
            if cell in self._derived:
                if guard.is_known(cell):
                    account.shown, account.at = values[cell], index
            elif cell not in hidden and not self._is_fixed(cell):
                account.shown, account.at = values[cell], index
            state = self._state(cell, account, hidden, guard)
            self._states[cell].append((account.shown, account.at, state))

    def _state(self, cell: Cell, account: _Account, hidden: set[Cell], guard: _Guard) -> str:
        if cell not in hidden or (account.at >= 0 and account.shown > 0):
            return "shown"
        return "below" if guard.may_say_small(cell) else "shielded"

    def _is_fixed(self, cell: Cell) -> bool:
        return any(ledger.knows(cell) for ledger in self._fixed)

    def _hold_fixed(self, index: int, accounts: dict[Cell, _Account], values: dict[Cell, int]) -> set[Cell]:
        """Take over what the other ledgers show; return the cells that they hold back."""
        held = set()
        for cell in filter(self._is_fixed, self._counts):
            elsewhere = next(ledger for ledger in self._fixed if ledger.knows(cell))
            value, at, state = elsewhere._states[cell][index]
            accounts[cell].shown, accounts[cell].at = (value if state == "shown" else 0), at
            if state != "shown" or value != values[cell]:
                held.add(cell)
        return held


class _Guard:
    """One checkpoint: decides which numbers stay as they were so that no small step can be computed.

    It thinks like an attacker who subtracts, knows why each cell is hidden, remembers earlier dates and
    narrows down the interval of each hidden number until nothing changes any more.
    """

    def __init__(
        self,
        values: Mapping[Cell, int],
        accounts: Mapping[Cell, _Account],
        relations: Sequence[Relation],
        limit: Callable[[Cell], int],
        free: Sequence[Cell],
        held: set[Cell],
        derived: frozenset[Cell],
        memories: Sequence[_Memory],
        turn: int,
    ) -> None:
        self._memories, self._turn = memories, turn
        self._values, self._accounts, self._relations = values, accounts, relations
        self._limit, self._derived = limit, derived
        self._free = {cell for cell in free if cell not in derived}
        self._sensitive = {cell for cell in free if self._is_small(cell)}
        self._hidden = (self._sensitive - derived) | held
        self._vague: set[Cell] = set()
        self._bounds: Bounds = {}

    def protect(self) -> set[Cell]:
        """Return the cells that keep their old value."""
        while True:
            self._bounds = self._narrowed({cell: self._first_bounds(cell) for cell in self._values})
            exposed, secrets = self._exposed()
            if exposed is None:
                return self._hidden
            if not self._hide_one_more(exposed):
                secrets.discard(exposed)  # only what is public already says so much

    def is_known(self, cell: Cell) -> bool:
        """Return whether an attacker knows this number exactly."""
        low, high = self._bounds[cell]
        return low == high

    def memory(self) -> _Memory:
        """Return what later checkpoints must keep unknown."""
        return _Memory(self._bounds, set(self._sensitive))

    def may_say_small(self, cell: Cell) -> bool:
        """Return whether "< 5" may be said of a hidden number."""
        return self._is_small(cell) and cell not in self._vague

    def _step(self, cell: Cell) -> int:
        return self._values[cell] - self._accounts[cell].shown

    def _is_small(self, cell: Cell) -> bool:
        return 0 < self._step(cell) < self._limit(cell)

    def _exposed(self) -> tuple[Cell | None, set[Cell]]:
        """Return a small count that would be known too well, now or at an earlier date, and its secrets."""
        for memory in (_Memory(self._bounds, self._sensitive), *self._memories):
            if not memory.secrets:
                continue
            bounds = memory.bounds
            if bounds is not self._bounds:
                # Counts never fall: what a number is now, it was at most before.
                bounds = self._narrowed(
                    {cell: (low, min(high, self._bounds[cell][1])) for cell, (low, high) in bounds.items()}
                )
            for cell in self._values:
                if cell in memory.secrets and bounds[cell][1] - bounds[cell][0] < AMBIGUITY:
                    return cell, memory.secrets
        return None, set()

    def _hide_one_more(self, exposed: Cell) -> bool:
        """Hide the first moving neighbour, parts before totals; else say less about the hidden ones.

        The order is the relation's, never the size: a choice by size would tell that the others are larger.
        """
        reached = {exposed}
        for _ in range(3):
            near = [relation for relation in self._relations if reached & {relation.total, *relation.parts}]
            around = list(dict.fromkeys(cell for r in near for cell in (*self._turned(r.parts), r.total)))
            others = [*(cell for cell in around if cell != exposed), exposed]
            free = [cell for cell in others if cell in self._free - self._hidden]
            # What moves goes first; hiding what stands still says that it might have moved.
            if choice := [cell for cell in free if self._step(cell)] or free:
                self._hidden.add(choice[0])
                return True
            if vague := {cell for cell in around if cell in self._hidden} - self._vague:
                self._vague |= vague
                return True
            reached.update(around)
        return False

    def _turned(self, parts: tuple[Cell, ...]) -> tuple[Cell, ...]:
        """Return the parts in an order that changes with the date, so that not always the same one waits."""
        start = self._turn % len(parts)
        return parts[start:] + parts[:start]

    def _narrowed(self, bounds: Bounds) -> Bounds:
        changed = True
        while changed:
            changed = False
            for relation in self._relations:
                changed |= _narrow(bounds, relation)
        return bounds

    def _first_bounds(self, cell: Cell) -> tuple[float, float]:
        shown, limit = self._accounts[cell].shown, self._limit(cell)
        if cell in self._derived or cell in self._vague or not self._step(cell) and cell in self._hidden:
            return shown, inf
        if cell not in self._hidden:
            return self._values[cell], self._values[cell]
        if shown:  # an old number says only that it has moved
            return shown + 1, inf
        return (1, limit - 1) if self._is_small(cell) else (limit, inf)


def _narrow(bounds: Bounds, relation: Relation) -> bool:
    """Tighten bounds by what the sum says; return whether anything changed."""
    total, parts = relation.total, relation.parts
    lows, highs = sum(bounds[p][0] for p in parts), sum(bounds[p][1] for p in parts)
    changed = _tighten(bounds, total, lows, highs)
    for part in parts:
        rest_low = sum(bounds[p][0] for p in parts if p != part)
        rest_high = sum(bounds[p][1] for p in parts if p != part)
        changed |= _tighten(bounds, part, bounds[total][0] - rest_high, bounds[total][1] - rest_low)
    return changed


def _tighten(bounds: Bounds, cell: Cell, low: float, high: float) -> bool:
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
