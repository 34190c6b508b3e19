"""The database: one file, one connection, a cursor per call, one writer at a time."""

from __future__ import annotations

import hashlib
import shutil
import threading
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import Any, Self

import duckdb
import pyarrow as pa

from reference.load import municipalities
from storage.deliveries import DeliveryLog, Provenance
from storage.errors import DatabaseLocked, DatabaseNewer, DiskFull, KeyMismatch, StorageError
from storage.imports import remove_old_drafts
from storage.kinds import kind_views
from storage.rehearsing import Rehearsal, rehearse
from storage.staging import remove_unsettled

_FOLDER = Path(__file__).parent
_MIGRATIONS = sorted((_FOLDER / "migrations").glob("[0-9][0-9][0-9]_*.sql"))
_VIEWS = (_FOLDER / "views.sql").read_text(encoding="utf-8") + kind_views()
SCHEMA_VERSION = int(_MIGRATIONS[-1].name[:3])


class Database(DeliveryLog):
    """A Regiomonitor database.

    `version` is the data version: a counter that every writing transaction raises and that is
    never reused. With `identity` it belongs in every cache key.
    """

    def __init__(self, path: Path, connection: duckdb.DuckDBPyConnection, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self._connection = connection
        self._lock = threading.RLock()
        self.identity = self._meta("identity")
        self.version = int(self._meta("version"))

    @classmethod
    def open(cls, path: Path, read_only: bool = False) -> Self:
        """Return the database at a path, made or migrated where needed.

        Raises DatabaseLocked, DatabaseNewer or StorageError, each with a Dutch sentence.
        """
        if not read_only:
            path.parent.mkdir(parents=True, exist_ok=True)
        connection = _connect(path, read_only)
        try:
            if read_only:
                _check_schema(path, connection)
            else:
                connection = _migrate(path, connection)
                remove_unsettled(connection)
                remove_old_drafts(connection)
                _refresh(connection)
                _catch_up(connection)
            return cls(path, connection, read_only)
        except BaseException:
            connection.close()
            raise

    def query(
        self,
        sql: str,
        parameters: Mapping[str, Any] | None = None,
        tables: Mapping[str, pa.Table] | None = None,
    ) -> pa.Table:
        """Return the result of one query as an Arrow table; safe to call from any thread.

        `tables` take the place of the stored ones with the same name, for this query only.
        """
        try:
            with self._connection.cursor() as cursor:
                for name, rows in (tables or {}).items():
                    cursor.register(name, rows)
                return cursor.sql(sql, params=dict(parameters or {})).to_arrow_table()
        except duckdb.FatalException as error:
            self._reopen()
            raise DiskFull(
                "De database kon niet verder en is opnieuw geopend. Probeer het nog eens."
            ) from error

    def use_key(self, fingerprint: str) -> None:
        """Bind this database to a pseudonym key, or raise KeyMismatch when it has another one."""
        with self._transaction() as cursor:
            cursor.execute(
                "INSERT INTO meta VALUES ('key', $mark) ON CONFLICT DO NOTHING", {"mark": fingerprint}
            )
        if self._meta("key") != fingerprint:
            raise KeyMismatch(
                f"De sleutel voor pseudoniemen past niet bij {self.path.name}. Zet het juiste bestand "
                f"{self.path.name}.key naast de database, of de juiste waarde in REGIOMONITOR_KEY."
            )

    def rehearsal(
        self, kind: str, rows: pa.Table, provenance: Provenance, replaces: Sequence[int] = ()
    ) -> AbstractContextManager[Rehearsal]:
        """Give the database as it would be after `deliver`, to compute figures on; nothing is stored."""
        return rehearse(self, kind, rows, provenance, replaces)

    def tidy(self) -> None:
        """Write everything to the file, so that what was removed isn't left readable in the log beside it."""
        with suppress(duckdb.TransactionException), self._connection.cursor() as cursor:
            cursor.execute("CHECKPOINT")  # refused while somebody writes; then a later one does it

    def close(self) -> None:
        """Close the file; other processes may then open it, and this object can be opened again."""
        self._connection.close()

    def reopen(self) -> None:
        """Open a closed file again, with what other processes changed in it meanwhile."""
        self._reopen()
        self.identity, self.version = self._meta("identity"), int(self._meta("version"))

    def _meta(self, key: str) -> str:
        return self.query("SELECT value FROM meta WHERE key = $key", {"key": key})["value"][0].as_py()

    @contextmanager
    def _transaction(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Give a cursor inside one transaction: all of it happens, or nothing."""
        with self._lock:
            if self.read_only:
                raise StorageError(f"De database {self.path.name} is alleen te lezen.")
            cursor = self._connection.cursor()
            try:
                cursor.begin()
                yield cursor
                cursor.commit()
            except duckdb.FatalException as error:
                self._reopen()
                raise DiskFull(
                    "Er is niets opgeslagen: de schijf is vol. Maak ruimte en probeer het opnieuw."
                ) from error
            except BaseException:
                with suppress(duckdb.Error):
                    cursor.rollback()
                raise
            finally:
                cursor.close()

    def _reopen(self) -> None:
        """After a fatal error the engine refuses everything until the file is opened anew."""
        with self._lock:
            with suppress(duckdb.Error):
                self._connection.close()
            self._connection = _connect(self.path, self.read_only)


def _connect(path: Path, read_only: bool) -> duckdb.DuckDBPyConnection:
    if read_only and not path.exists():
        raise StorageError(f"De database {path} bestaat niet.")
    try:
        return duckdb.connect(str(path), read_only=read_only)
    except duckdb.IOException as error:
        if "lock" in str(error).lower():
            raise DatabaseLocked(
                f"De database {path} is in gebruik door een ander programma, waarschijnlijk het dashboard. "
                "Stop dat programma of laad het bestand op de pagina Gegevens."
            ) from error
        raise StorageError(f"Het bestand {path} is niet als database te openen.") from error
    except duckdb.Error as error:
        raise StorageError(f"Het bestand {path} is niet als database te openen.") from error


def _schema_version(connection: duckdb.DuckDBPyConnection) -> int:
    tables = {row[0] for row in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    if "meta" not in tables:
        return 0
    return int(connection.execute("SELECT value FROM meta WHERE key = 'schema'").fetchall()[0][0])


def _check_schema(path: Path, connection: duckdb.DuckDBPyConnection) -> None:
    found = _schema_version(connection)
    _refuse_newer(path, found)
    if found < SCHEMA_VERSION:
        raise StorageError(
            f"De database {path.name} is leeg of van een oudere versie. Open haar eerst in het dashboard."
        )


def _refuse_newer(path: Path, found: int) -> None:
    if found > SCHEMA_VERSION:
        raise DatabaseNewer(
            f"De database {path.name} is gemaakt door een nieuwere versie van de Regiomonitor "
            f"(schema {found}; deze versie kent {SCHEMA_VERSION}). Werk de Regiomonitor bij."
        )


def _migrate(path: Path, connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """Bring the schema up to date in one transaction, after a copy of a file that already held one."""
    found = _schema_version(connection)
    _refuse_newer(path, found)
    if found == SCHEMA_VERSION:
        return connection
    if found:
        connection.execute("CHECKPOINT")
        connection.close()
        shutil.copy2(path, path.with_name(f"{path.name}.schema{found}"))
        connection = _connect(path, read_only=False)
    connection.begin()
    for migration in _MIGRATIONS[found:]:
        connection.execute(migration.read_text(encoding="utf-8"))
    if not found:
        meta = {"identity": uuid.uuid4().hex, "version": "0", "schema": "0"}
        connection.execute(
            "INSERT INTO meta SELECT unnest($keys), unnest($values)",
            {"keys": list(meta), "values": list(meta.values())},
        )
    connection.execute("UPDATE meta SET value = $new WHERE key = 'schema'", {"new": str(SCHEMA_VERSION)})
    connection.commit()
    return connection


def _refresh(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the views and the municipalities anew when their text changed, and the facts with them."""
    rows = [(m.code, m.name, m.subregion, m.valid_from, m.valid_until) for m in municipalities()]
    mark = hashlib.sha256(f"{_VIEWS}{rows}".encode()).hexdigest()
    # All of it: a result that was read in part keeps a transaction open, and then nothing can be erased.
    known = connection.execute("SELECT value FROM meta WHERE key = 'views'").fetchall()
    if known and known[0][0] == mark:
        return
    connection.begin()
    connection.execute(
        "CREATE OR REPLACE TABLE municipality (code VARCHAR, name VARCHAR, subregion VARCHAR,"
        " valid_from DATE, valid_until DATE)"
    )
    for row in rows:
        connection.execute(
            "INSERT INTO municipality VALUES ($1, $2, $3, coalesce($4, DATE '1900-01-01'),"
            " coalesce($5, DATE '9999-12-31'))",
            list(row),
        )
    connection.execute(_VIEWS)
    DeliveryLog.refresh_facts(connection)
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('views', $mark)", {"mark": mark})
    connection.commit()


def _catch_up(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the facts anew that a stopped process left behind its deliveries."""
    connection.begin()
    DeliveryLog.refresh_stale(connection)
    connection.commit()
