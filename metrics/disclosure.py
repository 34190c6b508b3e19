"""Small counts: hidden, and not recoverable by subtraction.

Counts grow over time, so what leaks is a step: the difference between two views. Therefore a number on a
screen comes from a Ledger, which walks the reference dates that pages offer and lets a number move only
when its step is 0 or at least the limit, and when no subtraction (totals, counting rules) gives a hidden
step away. A number that may not move keeps its last value with its date; one that never could shows "< 5"
or "afgeschermd". Rules and limits: design §8.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from metrics.guard import HISTORY, Account, Cell, Guard, Memory, Relation

# For totals of a region, sub-region or municipality; and for a municipality crossed with a group or channel.
LIMIT = int(os.environ.get("REGIOMONITOR_LIMIT", "5"))
CROSSED_LIMIT = int(os.environ.get("REGIOMONITOR_CROSSED_LIMIT", "10"))


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
        self._memories: list[Memory] = []
        accounts = {cell: Account() for cell in counts}
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

    def _advance(self, index: int, accounts: dict[Cell, Account]) -> None:
        values = {cell: counts[index] for cell, counts in self._counts.items()}
        held = self._hold_fixed(index, accounts, values)
        free = [cell for cell in values if not self._is_fixed(cell)]
        guard = Guard(
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

    def _state(self, cell: Cell, account: Account, hidden: set[Cell], guard: Guard) -> str:
        if cell not in hidden or (account.at >= 0 and account.shown > 0):
            return "shown"
        return "below" if guard.may_say_small(cell) else "shielded"

    def _is_fixed(self, cell: Cell) -> bool:
        return any(ledger.knows(cell) for ledger in self._fixed)

    def _hold_fixed(self, index: int, accounts: dict[Cell, Account], values: dict[Cell, int]) -> set[Cell]:
        """Take over what the other ledgers show; return the cells that they hold back."""
        held = set()
        for cell in filter(self._is_fixed, self._counts):
            elsewhere = next(ledger for ledger in self._fixed if ledger.knows(cell))
            value, at, state = elsewhere._states[cell][index]
            accounts[cell].shown, accounts[cell].at = (value if state == "shown" else 0), at
            if state != "shown" or value != values[cell]:
                held.add(cell)
        return held


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
