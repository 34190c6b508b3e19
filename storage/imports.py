"""What the import keeps: how to read layouts, and imports that were left halfway. No figure rests on it.

So keeping something does not raise the data version. Texts that go in and come out are JSON of the loaders.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from storage.database import Database
from storage.errors import StorageError

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


def save_draft(database: Database, row: Mapping[str, Any], replaces: int | None = None) -> int:
    """Keep an import that is left halfway and return its number; one it `replaces` goes in the same step."""
    with database._transaction() as cursor:
        number = cursor.execute("SELECT nextval('import_draft_number')").fetchone()[0]
        cursor.execute(
            "INSERT INTO import_draft BY NAME SELECT $id AS id, $file_name AS file_name, $kind AS kind,"
            " $supplier AS supplier, $row_count AS row_count, $problem_count AS problem_count,"
            " $step AS step, $kept_at AS kept_at, $kept_by AS kept_by, $intake AS intake,"
            " $stated AS stated, $cleaned::BLOB AS cleaned",
            {"id": number, "kept_at": _now(), **row},
        )
        cursor.execute("DELETE FROM import_draft WHERE id = $old", {"old": replaces})
    return number


def drafts_of(database: Database) -> list[dict[str, Any]]:
    """Return the imports that wait, newest first, without their rows."""
    sql = f"SELECT {_LISTED} FROM import_draft WHERE kept_at >= $since ORDER BY kept_at DESC, id DESC"
    return database.query(sql, {"since": _now() - timedelta(days=DRAFT_DAYS)}).to_pylist()


def draft_of(database: Database, draft_id: int) -> dict[str, Any]:
    """Return an import that waits, with its rows; StorageError says in Dutch when it is gone."""
    found = database.query("SELECT * FROM import_draft WHERE id = $id", {"id": draft_id}).to_pylist()
    if not found:
        raise StorageError("Deze import is niet meer bewaard. Laad het bestand opnieuw.")
    return found[0]


def delete_draft(database: Database, draft_id: int) -> None:
    """Remove an import that waits; one that is gone already stays gone."""
    with database._transaction() as cursor:
        cursor.execute("DELETE FROM import_draft WHERE id = $id", {"id": draft_id})
    database.tidy()


def delete_old_drafts(database: Database) -> int:
    """Remove the imports that waited too long and return how many there were."""
    since = {"since": _now() - timedelta(days=DRAFT_DAYS)}
    found = database.query("SELECT id FROM import_draft WHERE kept_at < $since", since)
    if found.num_rows:
        with database._transaction() as cursor:
            cursor.execute("DELETE FROM import_draft WHERE kept_at < $since", since)
        database.tidy()
    return found.num_rows


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)
