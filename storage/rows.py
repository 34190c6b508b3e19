"""The rows and the history of one delivery, for the analyst; pseudonyms of persons stay inside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import pyarrow as pa

from storage.database import Database
from storage.kinds import KINDS


@dataclass(frozen=True)
class Change:
    """One thing that was done to a delivery. `by` is a stated name; times are UTC."""

    action: str
    at: datetime
    by: str | None
    reason: str | None


def rows_of(database: Database, kind: str, delivery_id: int, limit: int = 1000) -> pa.Table:
    """Return the first rows of a delivery as stored, in the order of the file, without person_key."""
    return database.query(
        "SELECT COLUMNS(name -> name NOT IN ('delivery_id', 'person_key')) "
        f"FROM {KINDS[kind]} WHERE delivery_id = $id "
        "ORDER BY sheet, row_number LIMIT $most",
        {"id": delivery_id, "most": limit},
    )


def subjects_of(database: Database, kind: str, delivery_id: int, column: str) -> set[str]:
    """Return what the rows of a delivery speak of: the values of a column, such as the indicators."""
    found = database.query(
        f'SELECT DISTINCT "{column}" AS subject FROM {KINDS[kind]} WHERE delivery_id = $id',
        {"id": delivery_id},
    )
    return set(found["subject"].to_pylist())


def changes_of(database: Database, delivery_id: int) -> list[Change]:
    """Return what was done to a delivery, oldest first."""
    found = database.query(
        "SELECT action, changed_at AS at, changed_by AS by, reason FROM change "
        "WHERE delivery_id = $id ORDER BY version",
        {"id": delivery_id},
    )
    return [Change(**row) for row in found.to_pylist()]
