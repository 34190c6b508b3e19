"""The log of what people stated about promises, bottlenecks and meetings: edits and deliveries, oldest first.

Nothing in it is ever altered, and the log of an earlier data version can be asked for again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from reference.load import suppliers
from storage.database import Database
from storage.register_fields import FIELDS, NAMES

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
    names = {one.code: one.name for one in suppliers()}
    by = row["delivered_by"] or f"levering van {names.get(row['supplier'], row['supplier'])}"
    values = {name: row[name] for name in _DELIVERED_FIELDS if row.get(name) is not None}
    return [
        Change(
            row["commitment"], field, None, value.isoformat() if isinstance(value, date) else value,
            row["delivered_at"], by, row["first_known"], delivery=row["delivery_id"],
        )
        for field, value in values.items()
    ]  # fmt: skip
