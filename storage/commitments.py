"""What people stated about promises, bottlenecks and meetings since the sources: only ever added to.

A save is checked against the state that its author saw, so nobody overwrites somebody else unseen. It raises
the data version, and an earlier version can be asked for again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from storage.database import Database
from storage.errors import StorageError
from storage.register_fields import FIELDS, NAMES, kind_of, tidied

_EDITS = (
    "SELECT record, revision, field, old_value AS old, new_value AS new, known_from AS first_known,"
    " changed_at, changed_by, undoes, NULL::INTEGER AS delivery FROM register_change"
    " WHERE known_from <= $version"
)
_DELIVERED = (
    "SELECT row.*, validity.known_from, (SELECT min(known_from) FROM delivery_validity first"
    "  WHERE first.delivery_id = row.delivery_id) AS first_known,"
    " delivery.delivered_at, delivery.delivered_by, delivery.supplier FROM commitment_update row"
    " JOIN delivery_validity validity ON validity.delivery_id = row.delivery_id"
    " AND validity.known_from <= $version AND coalesce(validity.known_until > $version, true)"
    " JOIN delivery ON delivery.id = row.delivery_id"
)
_DELIVERED_FIELDS = FIELDS["toezegging"]


@dataclass(frozen=True)
class Change:
    """One field that got another value. `revision` counts the saves of a record; a delivery has none."""

    record: str
    field: str
    old: str | None
    new: str | None
    changed_at: datetime
    changed_by: str
    first_known: int
    revision: int | None = None
    undoes: int | None = None
    delivery: int | None = None


class EditedMeanwhile(StorageError):
    """Somebody else changed the record after it was read; `newer` holds what changed."""

    def __init__(self, newer: list[Change]) -> None:
        self.newer = newer
        who = newer[-1].changed_by if newer else "iemand anders"
        super().__init__(f"Intussen gewijzigd door {who}. Er is nog niets bewaard.")


def changes(database: Database, version: int | None = None) -> list[Change]:
    """Return every change as known at a data version (default: now), oldest first."""
    at = {"version": database.version if version is None else version}
    edits = [_edit(row) for row in database.query(_EDITS, at).to_pylist()]
    return _with_old(sorted((*edits, *_all_delivered(database, at)), key=_in_order))


def of_record(found: Iterable[Change], record: str) -> list[Change]:
    """Return the changes of one record, in the order given."""
    return [one for one in found if one.record == record]


def stated(found: Iterable[Change]) -> dict[str, str]:
    """Return field to value as the changes of one record leave it; a field that nobody states is absent."""
    values: dict[str, str | None] = {}
    for one in found:
        values[one.field] = one.new
    return {field: value for field, value in values.items() if value is not None}


def stamp(found: Iterable[Change]) -> str:
    """Return a mark of the state that the changes of one record make: a save must name what it saw."""
    listed = list(found)
    last = max((one.revision for one in listed if one.revision), default=0)
    deliveries = sorted({one.delivery for one in listed if one.delivery})
    return f"{last}:{','.join(map(str, deliveries))}"


def save(database: Database, record: str, seen: str, new: Mapping[str, str | None], by: str) -> int | None:
    """Keep new values of a record and return the data version, or None when nothing differs.

    `seen` is the `stamp` of the state that the author saw: EditedMeanwhile when it is another one by now.
    StorageError says in Dutch which value can't be kept.
    """
    author, wanted = _author(by), tidied(record, new)
    with database._transaction() as cursor:
        mine = of_record(changes(database), record)
        if stamp(mine) != seen:
            raise EditedMeanwhile(_newer(mine, seen))
        before = stated(mine)
        differ = {field: value for field, value in wanted.items() if value != before.get(field)}
        if not differ:
            return None
        version = _write(cursor, database, record, mine, before, differ, author, None)
    database.version = version
    return version


def undo(database: Database, record: str, seen: str, by: str) -> int:
    """Take the last save of a record back and return the data version; undoing once more brings it back.

    StorageError when there is nothing to take back, EditedMeanwhile as with `save`.
    """
    author = _author(by)
    with database._transaction() as cursor:
        mine = of_record(changes(database), record)
        if stamp(mine) != seen:
            raise EditedMeanwhile(_newer(mine, seen))
        last = max((one.revision for one in mine if one.revision), default=None)
        if last is None:
            raise StorageError("Er is geen wijziging om terug te draaien.")
        back = {one.field: one.old for one in mine if one.revision == last}
        version = _write(cursor, database, record, mine, stated(mine), back, author, last)
    database.version = version
    return version


def new_record(database: Database, kind: str, values: Mapping[str, str | None], by: str) -> str:
    """Add a "knelpunt" or a "vergadering" and return its key; StorageError says which value is unfit."""
    author, prefix = _author(by), {"knelpunt": "KN-N", "vergadering": "V-"}[kind]
    wanted = tidied(f"{prefix}0", values)
    with database._transaction() as cursor:
        number = cursor.execute("SELECT nextval('register_number')").fetchone()[0]
        record = f"{prefix}{number}"
        given = {field: value for field, value in wanted.items() if value is not None}
        version = _write(cursor, database, record, [], {}, given, author, None)
    database.version = version
    return record


def _write(cursor, database, record, mine, before, values, author, undoes) -> int:
    version = database._raise_version(cursor, f"{kind_of(record)} gewijzigd", 0, author, record)
    revision = max((one.revision for one in mine if one.revision), default=0) + 1
    now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    for field, value in values.items():
        cursor.execute(
            "INSERT INTO register_change VALUES ($record, $revision, $field, $old, $new, $version, $now,"
            " $author, $undoes)",
            {
                "record": record, "revision": revision, "field": field, "old": before.get(field),
                "new": value, "version": version, "now": now, "author": author, "undoes": undoes,
            },
        )  # fmt: skip
    return version


def _newer(mine: list[Change], seen: str) -> list[Change]:
    last, _, deliveries = seen.partition(":")
    known = set(filter(None, deliveries.split(",")))
    return [
        one for one in mine
        if (one.revision and one.revision > int(last)) or (one.delivery and str(one.delivery) not in known)
    ]  # fmt: skip


def _author(by: str) -> str:
    name = " ".join(by.split())
    if not name:
        raise StorageError("Vul eerst uw naam in. Er is nog niets veranderd.")
    return name[:80]


def _in_order(one: Change) -> tuple:
    return one.first_known, one.record, list(NAMES).index(one.field)


def _with_old(found: list[Change]) -> list[Change]:
    """Give delivered values the value that they took the place of; edits wrote theirs down."""
    now: dict[tuple[str, str], str | None] = {}
    told = []
    for one in found:
        place = (one.record, one.field)
        told.append(replace(one, old=now.get(place)) if one.delivery else one)
        now[place] = one.new
    return told


def _edit(row: dict) -> Change:
    return Change(**{name: row[name] for name in Change.__dataclass_fields__})


def _all_delivered(database: Database, at: dict[str, int]) -> list[Change]:
    """Return what lists state; a list of an earlier day never undoes what one of a later day stated."""
    rows = sorted(database.query(_DELIVERED, at).to_pylist(), key=lambda row: row["first_known"])
    latest: dict[tuple[str, str], date] = {}
    found = []
    for row in rows:
        for one in _delivered(row):
            place = (one.record, one.field)
            if row["reference_date"] >= latest.get(place, date.min):
                latest[place] = row["reference_date"]
                found.append(one)
    return found


def _delivered(row: dict) -> list[Change]:
    by = row["delivered_by"] or f"levering van {row['supplier']}"
    values = {name: row[name] for name in _DELIVERED_FIELDS if row.get(name) is not None}
    return [
        Change(
            row["commitment"], field, None, value.isoformat() if isinstance(value, date) else value,
            row["delivered_at"], by, row["first_known"], delivery=row["delivery_id"],
        )
        for field, value in values.items()
    ]  # fmt: skip
