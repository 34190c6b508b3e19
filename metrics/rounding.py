"""Tables of people that screens may show: rounded to fives, small counts as "< 5", none to be worked out.

For counts without a ledger: client groups, talks, trajectories. Rounding protects between two dates and
between two filters; within a table this module thinks like somebody who subtracts, and rounds no number so
that a small count next to it becomes known. Rules and limits: design §8.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import product
from math import inf

from metrics.disclosure import CROSSED_LIMIT, LIMIT, Disclosed
from metrics.guard import AMBIGUITY, Bounds, Cell, Relation, narrowed

BASE = 5  # shown counts are multiples of it
ALL = "alle"  # in a key: the total over that dimension


def rounded(count: int, as_of: date, limit: int = LIMIT) -> Disclosed:
    """Return one count of people as a screen may show it: 0, "below" the limit, or rounded to fives."""
    if 0 < count < limit:
        return Disclosed("below", None, as_of, limit)
    return Disclosed("shown", _nearest(count), as_of, limit)


def cross_table(
    counts: Mapping[tuple, int], as_of: date, limit: int = LIMIT, crossed: int = CROSSED_LIMIT
) -> dict[tuple, Disclosed]:
    """Return what may be shown of a table and of all its totals, with ALL in the place of a dimension.

    `counts` has one count per tuple of codes, all of one length. Totals over all dimensions but one have
    the lower limit, cells where two or more dimensions meet the higher one.
    """
    whole = with_totals(counts)
    limits = {cell: crossed if _crossed(cell) else limit for cell in whole}
    return protected(whole, _margins(whole), limits, as_of)


def protected(
    counts: Mapping[Cell, int], relations: Sequence[Relation], limits: Mapping[Cell, int], as_of: date
) -> dict[Cell, Disclosed]:
    """Return what may be shown of counts that add up as `relations` say.

    "below" is a count of 1 to its limit - 1; "shielded" one that is hidden to protect another.
    """
    hidden: set[Cell] = set()
    while True:
        bounds = {cell: _known(count, limits[cell], cell in hidden) for cell, count in counts.items()}
        exposed = _exposed(counts, limits, narrowed(bounds, relations))
        if exposed is None or not _hide_one_more(exposed, counts, relations, hidden):
            break
    shown = {cell: rounded(count, as_of, limits[cell]) for cell, count in counts.items()}
    return shown | {cell: Disclosed("shielded", None, as_of, limits[cell]) for cell in hidden}


def with_totals(counts: Mapping[tuple, int]) -> dict[tuple, int]:
    """Return the counts with every total: ALL in the place of one, more or all dimensions."""
    found: dict[tuple, int] = {}
    for key, count in counts.items():
        for places in product(*((code, ALL) for code in key)):
            found[places] = found.get(places, 0) + count
    return found


def _nearest(count: int) -> int:
    return (count + BASE // 2) // BASE * BASE


def _crossed(cell: tuple) -> bool:
    return sum(code != ALL for code in cell) > 1


def _margins(whole: Mapping[tuple, int]) -> list[Relation]:
    """Return which cells add up to which, one dimension at a time."""
    parts: dict[tuple, list[tuple]] = {}
    for cell in whole:
        for place, code in enumerate(cell):
            if code != ALL:
                parts.setdefault((*cell[:place], ALL, *cell[place + 1 :], place), []).append(cell)
    return [Relation(total[:-1], tuple(sorted(cells, key=str))) for total, cells in parts.items()]


def _known(count: int, limit: int, hidden: bool) -> tuple[float, float]:
    """Return between what bounds a reader knows a count to be."""
    if hidden:
        return 0, inf
    if 0 < count < limit:
        return 1, limit - 1
    if count == 0:
        return 0, 0
    middle = _nearest(count)
    return max(middle - BASE // 2, limit), middle + BASE // 2


def _exposed(counts: Mapping[Cell, int], limits: Mapping[Cell, int], bounds: Bounds) -> Cell | None:
    """Return a small count that would be known too well."""
    for cell, count in counts.items():
        low, high = bounds[cell]
        if 0 < count < limits[cell] and high - low < AMBIGUITY:
            return cell
    return None


def _hide_one_more(
    exposed: Cell, counts: Mapping[Cell, int], relations: Sequence[Relation], hidden: set[Cell]
) -> bool:
    """Hide a neighbour of an exposed count, parts before totals and never by size; else the count itself."""
    reached = {exposed}
    for _ in range(3):
        near = [one for one in relations if reached & {one.total, *one.parts}]
        around = list(dict.fromkeys(cell for one in near for cell in (*one.parts, one.total)))
        # A zero is hidden only when nothing else is left: everybody knows what does not occur.
        others = [cell for cell in around if cell not in hidden and cell != exposed]
        if choice := [cell for cell in others if counts[cell]] or others:
            hidden.add(choice[0])
            return True
        reached.update(around)
    if exposed in hidden:
        return False
    hidden.add(exposed)
    return True
