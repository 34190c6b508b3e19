"""Many rows, stored before they belong to a delivery, so that the facts are made from settled rows.

Of rows that its own transaction wrote the engine knows no numbers, and joins them the wrong way round: a
million rows then cost twice the time and a third more memory. Staged rows count for nothing until their
delivery exists; a mark in `meta` says which they are, and what stopped halfway is removed at the next start.
"""

from __future__ import annotations

import duckdb
import pyarrow as pa

MANY = 50_000  # fewer rows go with their delivery, in one transaction
ROW_GROUP = 122_880  # as the engine stores them
_MARK, _STALE = "staging:", "stale:"


def insert_rows(cursor: duckdb.DuckDBPyConnection, table: str, number: int, rows: pa.Table) -> None:
    """Insert rows as those of the delivery with this number, in pieces that two cores can share."""
    pieces = rows.to_batches(max_chunksize=ROW_GROUP)
    cursor.register("incoming", pa.Table.from_batches(pieces, rows.schema))
    cursor.execute(f"INSERT INTO {table} BY NAME SELECT {number} AS delivery_id, * FROM incoming")
    cursor.unregister("incoming")


def mark(cursor: duckdb.DuckDBPyConnection, table: str, number: int) -> None:
    """Remember that the rows with this number have no delivery yet."""
    cursor.execute("INSERT INTO meta VALUES ($mark, $table)", {"mark": f"{_MARK}{number}", "table": table})


def settle(cursor: duckdb.DuckDBPyConnection, number: int) -> None:
    """Forget the mark: the rows have their delivery."""
    cursor.execute("DELETE FROM meta WHERE key = $mark", {"mark": f"{_MARK}{number}"})


def remove_unsettled(cursor: duckdb.DuckDBPyConnection) -> None:
    """Remove the rows whose delivery never came."""
    left = cursor.execute(f"SELECT key, value FROM meta WHERE key LIKE '{_MARK}%'").fetchall()
    for key, table in left:
        number = int(key.removeprefix(_MARK))
        cursor.execute(f"DELETE FROM {table} WHERE delivery_id = $number", {"number": number})
        settle(cursor, number)


def mark_stale(cursor: duckdb.DuckDBPyConnection, kind: str) -> None:
    """Remember that the facts of a kind are behind its deliveries."""
    cursor.execute("INSERT INTO meta VALUES ($key, '') ON CONFLICT DO NOTHING", {"key": f"{_STALE}{kind}"})


def take_stale(cursor: duckdb.DuckDBPyConnection) -> list[str]:
    """Return the kinds whose facts are behind, and forget that they are."""
    found = cursor.execute(f"DELETE FROM meta WHERE key LIKE '{_STALE}%' RETURNING key").fetchall()
    return [key.removeprefix(_STALE) for (key,) in found]
