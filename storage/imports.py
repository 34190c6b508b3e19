"""What the import keeps: how to read layouts, and imports that were left halfway. No figure rests on it.

So keeping something does not raise the data version. Texts that go in and come out are JSON of the loaders.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import duckdb

if TYPE_CHECKING:
    from storage.database import Database

DRAFT_DAYS = 14  # how long an import that was left halfway waits
_LISTED = "id, file_name, kind, supplier, row_count, problem_count, step, kept_at, kept_by"


def save_memory(database: Database, row: Mapping[str, Any]) -> None:
    """Keep how a layout of a supplier is read, in place of what was kept of it; columns of import_memory."""
    with database._transaction() as cursor:
        cursor.execute(
            "INSERT OR REPLACE INTO import_memory BY NAME SELECT $supplier AS supplier, $layout AS layout,"
            " $kind AS kind, $headings AS headings, $words AS words, $hours_per_fte AS hours_per_fte,"
            " $kept_at AS kept_at, $kept_by AS kept_by, $delivery_id AS delivery_id",
            {"kept_at": _now(), **row},
        )


def memories_of(database: Database, supplier: str) -> list[dict[str, Any]]:
    """Return what is kept of the layouts of a supplier."""
    sql = "SELECT * FROM import_memory WHERE supplier = $supplier"
    return database.query(sql, {"supplier": supplier}).to_pylist()


def delete_memory(database: Database, supplier: str, layout: str) -> None:
    """Forget a layout of a supplier; one that is not kept stays so."""
    with database._transaction() as cursor:
        cursor.execute(
            "DELETE FROM import_memory WHERE supplier = $supplier AND layout = $layout",
            {"supplier": supplier, "layout": layout},
        )


def save_draft(database: Database, row: Mapping[str, Any], draft_id: int | None = None) -> int:
    """Keep an import that is left halfway and return its number; under its own number if it has one.

    Without `cleaned` in the row, the rows stay as they were kept before.
    """
    values = {"kept_at": _now(), **row}
    with database._transaction() as cursor:
        number = draft_id or cursor.execute("SELECT nextval('import_draft_number')").fetchone()[0]
        if "cleaned" in row:
            given = ", ".join(f"${name} AS {name}" for name in values)
            sql = f"INSERT OR REPLACE INTO import_draft BY NAME SELECT $id AS id, {given}"
        else:
            given = ", ".join(f"{name} = ${name}" for name in values)
            sql = f"UPDATE import_draft SET {given} WHERE id = $id"
        cursor.execute(sql, {"id": number, **values})
    return number


def drafts_of(database: Database) -> list[dict[str, Any]]:
    """Return the imports that wait, newest first, without their rows."""
    sql = f"SELECT {_LISTED} FROM import_draft WHERE kept_at >= $since ORDER BY kept_at DESC, id DESC"
    return database.query(sql, {"since": _now() - timedelta(days=DRAFT_DAYS)}).to_pylist()


def draft_of(database: Database, draft_id: int, columns: str = "*") -> dict[str, Any] | None:
    """Return an import that waits, with its rows; None when it is gone."""
    sql = f"SELECT {columns} FROM import_draft WHERE id = $id AND kept_at >= $since"
    found = database.query(sql, {"id": draft_id, "since": _now() - timedelta(days=DRAFT_DAYS)})
    return found.to_pylist()[0] if found.num_rows else None


def delete_draft(database: Database, draft_id: int) -> None:
    """Remove an import that waits; one that is gone already stays gone."""
    with database._transaction() as cursor:
        cursor.execute("DELETE FROM import_draft WHERE id = $id", {"id": draft_id})
    database.tidy()


def remove_old_drafts(connection: duckdb.DuckDBPyConnection) -> None:
    """Remove the imports that waited too long."""
    since = {"since": _now() - timedelta(days=DRAFT_DAYS)}
    if connection.execute("SELECT 1 FROM import_draft WHERE kept_at < $since", since).fetchone():
        connection.execute("DELETE FROM import_draft WHERE kept_at < $since", since)
        connection.execute("CHECKPOINT")  # else they stay readable in the log file


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)
