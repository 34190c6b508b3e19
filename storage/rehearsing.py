"""What the figures would become: a delivery stored in a transaction that is never committed."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import pyarrow as pa

from storage.deliveries import DeliveryLog, Provenance
from storage.errors import DiskFull, StorageError

if TYPE_CHECKING:
    from storage.database import Database


class Rehearsal(DeliveryLog):
    """The database as it would be after a delivery. It answers every query, and nothing of it stays.

    `identity` is its own, so that what is kept of its answers never passes for the real ones.
    """

    read_only = True

    def __init__(self, database: Database, cursor: duckdb.DuckDBPyConnection) -> None:
        self.path: Path = database.path
        self.identity = f"{database.identity}-proef-{uuid.uuid4().hex}"
        self.version = database.version
        self._cursor = cursor
        self._lock = threading.RLock()

    def query(
        self,
        sql: str,
        parameters: Mapping[str, Any] | None = None,
        tables: Mapping[str, pa.Table] | None = None,
    ) -> pa.Table:
        """Return the result of one query, as `Database.query` does; one at a time."""
        with self._lock:
            for name, rows in (tables or {}).items():
                self._cursor.register(name, rows)
            try:
                return self._cursor.sql(sql, params=dict(parameters or {})).to_arrow_table()
            finally:
                for name in tables or {}:
                    self._cursor.unregister(name)

    @contextmanager
    def _transaction(self) -> Iterator[duckdb.DuckDBPyConnection]:
        with self._lock:
            yield self._cursor

    @staticmethod
    def _next_number(cursor: duckdb.DuckDBPyConnection) -> int:
        """Return the number that the delivery may well get; the real counter is left alone."""
        return cursor.execute("SELECT coalesce(max(id), 0) + 1 FROM delivery").fetchone()[0]


@contextmanager
def rehearse(
    database: Database, kind: str, rows: pa.Table, provenance: Provenance, replaces: Sequence[int]
) -> Iterator[Rehearsal]:
    """Give the database as it would be with this delivery. Others can read meanwhile, and not write.

    Raises StorageError for a database that is only read, DiskFull without room.
    """
    with database._lock:
        if database.read_only:
            raise StorageError(f"De database {database.path.name} is alleen te lezen.")
        cursor = database._connection.cursor()
        try:
            cursor.begin()
            trial = Rehearsal(database, cursor)
            trial.deliver(kind, rows, provenance, replaces)
            yield trial
        except duckdb.FatalException as error:
            database._reopen()
            raise DiskFull("Er is te weinig ruimte op de schijf om dit door te rekenen.") from error
        finally:
            with suppress(duckdb.Error):
                cursor.rollback()
            cursor.close()
