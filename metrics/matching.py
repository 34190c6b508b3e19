"""Rows that speak, or may speak, of the same placement: pairs with the rule that applies to them.

For the analyst only: rows stand side by side, though without the pseudonyms of persons.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from metrics.matching_pairs import PAIRS, RENEWALS, ROWS
from storage.database import Database
from storage.matching import Marked

# What makes two rows a pair, the most urgent first. Of the last two only the newest row counts; of the
# others both do, until the analyst decides.
KINDS = ("leveranciers", "gelijkenis", "levering", "tegenspraak", "herhaling")
NEWEST_WINS = ("tegenspraak", "herhaling")
# Which mark a decision on a kind of pair goes by: the placement survives a correction of the row; where rows
# of one placement differ, what they say tells them apart; where they don't, only the delivery does.
_MARK = {
    "leveranciers": "placement_mark",
    "gelijkenis": "placement_mark",
    "levering": "content_mark",
    "tegenspraak": "content_mark",
    "herhaling": "delivered_mark",
}

Place = tuple[int, str, int]


@dataclass(frozen=True)
class Pair:
    """Two rows by their place (delivery, sheet, row). `one` is the row of the newest delivery where the
    newest wins. `decision` is the id of the standing decision on exactly these two, or None."""

    kind: str
    one: Place
    other: Place
    start_date: date
    decision: int | None


@dataclass(frozen=True)
class Side:
    """A row of a pair as stored, without the person; `counts` is False when another row counts for it."""

    row: dict
    counts: bool
    marked: Marked


def pairs(database: Database) -> list[Pair]:
    """Return all pairs of placement rows that count now or would have, newest start first."""
    known = {"known": database.version}
    decided = _decided(database)
    found = []
    for row in database.query(PAIRS, known).to_pylist():
        one, other = _place(row["one"]), _place(row["other"])
        decision = max(decided.get(one, set()) & decided.get(other, set()), default=None)
        found.append(Pair(row["kind"], one, other, row["start_date"], decision))
    return found


def open_pairs(found: Sequence[Pair]) -> Counter[str]:
    """Return how many pairs of each kind nobody decided on."""
    return Counter(pair.kind for pair in found if pair.decision is None)


def sides(database: Database, wanted: Sequence[Pair]) -> dict[Place, Side]:
    """Return the rows of these pairs by their place; ask for a screenful at a time."""
    mark = {place: _MARK[pair.kind] for pair in wanted for place in (pair.one, pair.other)}
    deliveries, sheets, numbers = zip(*mark, strict=True) if mark else ((), (), ())
    parameters = {
        "known": database.version,
        "days": list({pair.start_date for pair in wanted}),
        "deliveries": list(deliveries),
        "sheets": list(sheets),
        "numbers": list(numbers),
    }
    found = {}
    for row in database.query(ROWS, parameters).to_pylist():
        place = row["delivery_id"], row["sheet"], row["row_number"]
        marked = Marked(row[mark[place]], row["supplier"], row["start_date"])
        found[place] = Side(row, row["counts"], marked)
    return found


def renewals(database: Database) -> int:
    """Return how many rows continue an earlier placement and so are no placement of their own."""
    return int(database.query(RENEWALS, {"known": database.version})["number"][0].as_py())


def _decided(database: Database) -> dict[Place, set[int]]:
    found: dict[Place, set[int]] = {}
    rows = database.query("FROM decided_placements($known)", {"known": database.version}).to_pylist()
    for row in rows:
        place = row["delivery_id"], row["sheet"], row["row_number"]
        found.setdefault(place, set()).add(row["decision_id"])
    return found


def _place(stored: dict) -> Place:
    return stored["d"], stored["s"], stored["r"]
