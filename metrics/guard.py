"""The guard of one reference date: which numbers stay as they were, so that nobody can subtract.

It thinks like an attacker who subtracts, knows why each number is hidden and remembers earlier dates, and
hides one number more until every small count keeps several possible values.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from math import inf

Cell = Hashable


@dataclass(frozen=True)
class Relation:
    """`total` is the sum of `parts`: an attacker may subtract one from the other."""

    total: Cell
    parts: tuple[Cell, ...]


# A hidden count keeps at least this many other possible values.
AMBIGUITY = 2
Bounds = dict[Cell, tuple[float, float]]
# How many earlier reference dates an attacker is thought to compare with.
HISTORY = 12


@dataclass
class Account:
    """What was last shown of a cell, and when (-1: never; that it was 0 before everything, all know)."""

    shown: int = 0
    at: int = -1


@dataclass
class Memory:
    """What an attacker knew at an earlier checkpoint, and the small counts that must stay unknown there."""

    bounds: Bounds
    secrets: set[Cell]


class Guard:
    """One checkpoint: decides which numbers stay as they were so that no small step can be computed.

    It thinks like an attacker who subtracts, knows why each cell is hidden, remembers earlier dates and
    narrows down the interval of each hidden number until nothing changes any more.
    """

    def __init__(
        self,
        values: Mapping[Cell, int],
        accounts: Mapping[Cell, Account],
        relations: Sequence[Relation],
        limit: Callable[[Cell], int],
        free: Sequence[Cell],
        held: set[Cell],
        derived: frozenset[Cell],
        memories: Sequence[Memory],
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
            self._bounds = narrowed(
                {cell: self._first_bounds(cell) for cell in self._values}, self._relations
            )
            exposed, secrets = self._exposed()
            if exposed is None:
                return self._hidden
            if not self._hide_one_more(exposed):
                secrets.discard(exposed)  # only what is public already says so much

    def is_known(self, cell: Cell) -> bool:
        """Return whether an attacker knows this number exactly."""
        low, high = self._bounds[cell]
        return low == high

    def memory(self) -> Memory:
        """Return what later checkpoints must keep unknown."""
        return Memory(self._bounds, set(self._sensitive))

    def may_say_small(self, cell: Cell) -> bool:
        """Return whether "< 5" may be said of a hidden number."""
        return self._is_small(cell) and cell not in self._vague

    def _step(self, cell: Cell) -> int:
        return self._values[cell] - self._accounts[cell].shown

    def _is_small(self, cell: Cell) -> bool:
        return 0 < self._step(cell) < self._limit(cell)

    def _exposed(self) -> tuple[Cell | None, set[Cell]]:
        """Return a small count that would be known too well, now or at an earlier date, and its secrets."""
        for memory in (Memory(self._bounds, self._sensitive), *self._memories):
            if not memory.secrets:
                continue
            bounds = memory.bounds
            if bounds is not self._bounds:
                # Counts never fall: what a number is now, it was at most before.
                bounds = narrowed(
                    {cell: (low, min(high, self._bounds[cell][1])) for cell, (low, high) in bounds.items()},
                    self._relations,
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

    def _first_bounds(self, cell: Cell) -> tuple[float, float]:
        shown, limit = self._accounts[cell].shown, self._limit(cell)
        if cell in self._derived or cell in self._vague or not self._step(cell) and cell in self._hidden:
            return shown, inf
        if cell not in self._hidden:
            return self._values[cell], self._values[cell]
        if shown:  # an old number says only that it has moved
            return shown + 1, inf
        return (1, limit - 1) if self._is_small(cell) else (limit, inf)


def narrowed(bounds: Bounds, relations: Sequence[Relation]) -> Bounds:
    """Return the bounds after every sum has said what it can, changed in place."""
    changed = True
    while changed:
        changed = False
        for relation in relations:
            changed |= _narrow(bounds, relation)
    return bounds


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
