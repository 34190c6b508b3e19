"""Decisions on rows that speak of the same placement: kept with who, when and why, until taken back.

A decision changes what counts, so it raises the data version; what a version knew stays as it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal

from storage.database import Database
from storage.errors import StorageError

Choice = Literal["one", "all"]
# A decision speaks of rows, not of a delivery; the list of changes wants a number all the same.
_NO_DELIVERY = 0
LONGEST_REASON = 200


@dataclass(frozen=True)
class Marked:
    """A row as a decision names it: a mark of what it says, its supplier and start date."""

    mark: str
    supplier: str
    start_date: date


@dataclass(frozen=True)
class Decision:
    """What was decided on two or more rows.

    `choice`: "one" lets only `kept` count, "all" every row. `standing` is False once it was taken back;
    `rows_known` is False when its rows are no longer among those that count, and then it decides nothing.
    Times are UTC; names are stated, not proven.
    """

    id: int
    kind: str
    choice: Choice
    kept: str | None
    rows: tuple[Marked, ...]
    decided_by: str | None
    decided_at: datetime
    reason: str | None
    ended_by: str | None
    ended_at: datetime | None
    rows_known: bool

    @property
    def standing(self) -> bool:
        """Return whether nobody took it back."""
        return self.ended_at is None

    @property
    def marks(self) -> frozenset[str]:
        """Return the marks of its rows."""
        return frozenset(row.mark for row in self.rows)


def decide(
    database: Database,
    kind: str,
    rows: Sequence[Marked],
    kept: str | None,
    by: str | None,
    reason: str | None = None,
) -> Decision:
    """Let one row count (`kept`, its mark) or all of them (None), and return the decision.

    A standing decision on the same rows ends. StorageError says in Dutch what is missing.
    """
    said = " ".join((reason or "").split()) or None
    if said and len(said) > LONGEST_REASON:
        raise StorageError(f"De reden is te lang: hoogstens {LONGEST_REASON} tekens.")
    marks = {row.mark for row in rows}
    if len(marks) < 2 or (kept is not None and kept not in marks):
        raise StorageError("Deze rijen zijn niet meer te vergelijken. Bekijk de pagina opnieuw.")
    with database._transaction() as cursor:
        version = database._raise_version(cursor, "vergeleken", _NO_DELIVERY, by, said)
        for earlier in _standing_on(database, marks):
            _end(cursor, earlier, by, version)
        number = cursor.execute("SELECT nextval('match_number')").fetchone()[0]
        choice = "all" if kept is None else "one"
        cursor.execute(
            "INSERT INTO match_decision VALUES ($1, $2, $3, $4, $5, $6, $7, NULL, NULL, NULL)",
            [number, kind, choice, by, _now(), said, version],
        )
        for row in rows:
            values = [number, row.mark, row.mark == kept, row.supplier, row.start_date]
            cursor.execute("INSERT INTO match_row VALUES ($1, $2, $3, $4, $5)", values)
        database.refresh_facts(cursor, version, "placement")
    database.version = version
    return _decision(database, number)


def take_back(database: Database, decision_id: int, by: str | None, reason: str | None = None) -> Decision:
    """End a decision, so that the rule applies again; return it. It stays in the history."""
    if not _decision(database, decision_id).standing:
        raise StorageError("Deze beslissing was al teruggenomen.")
    with database._transaction() as cursor:
        version = database._raise_version(cursor, "beslissing teruggenomen", _NO_DELIVERY, by, reason)
        _end(cursor, decision_id, by, version)
        database.refresh_facts(cursor, version, "placement")
    database.version = version
    return _decision(database, decision_id)


def decisions(database: Database) -> list[Decision]:
    """Return every decision, newest first, also those that were taken back."""
    rows: dict[int, list[dict]] = {}
    for row in database.query("FROM match_row ORDER BY start_date, mark").to_pylist():
        rows.setdefault(row["decision_id"], []).append(row)
    known = _known(database) if rows else set()
    found = database.query("FROM match_decision ORDER BY id DESC").to_pylist()
    return [_made(one, rows[one["id"]], known) for one in found]


def _made(stored: dict, rows: list[dict], known: set[str]) -> Decision:
    own = {name: stored[name] for name in Decision.__dataclass_fields__ if name in stored}
    marked = tuple(Marked(row["mark"], row["supplier"], row["start_date"]) for row in rows)
    return Decision(
        **own,
        kept=next((row["mark"] for row in rows if row["kept"]), None),
        rows=marked,
        rows_known={row.mark for row in marked} <= known,
    )


def _known(database: Database) -> set[str]:
    """Return the marks of decided rows that are among the rows of now."""
    found = database.query(
        "SELECT unnest([content_mark, placement_mark, delivered_mark]) AS mark"
        " FROM marked_placements($known, (SELECT list(DISTINCT start_date) FROM match_row))",
        {"known": database.version},
    )
    return set(found["mark"].to_pylist())


def _standing_on(database: Database, marks: set[str]) -> list[int]:
    return [one.id for one in decisions(database) if one.standing and one.marks == marks]


def _end(cursor, decision_id: int, by: str | None, version: int) -> None:
    cursor.execute(
        "UPDATE match_decision SET known_until = $version, ended_by = $by, ended_at = $now WHERE id = $id",
        {"version": version, "by": by, "now": _now(), "id": decision_id},
    )


def _decision(database: Database, decision_id: int) -> Decision:
    found = next((one for one in decisions(database) if one.id == decision_id), None)
    if found is None:
        raise StorageError("Deze beslissing bestaat niet.")
    return found


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
