"""Deliveries: what came in, what it replaced, and how to take it back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

import duckdb
import pyarrow as pa

from storage import staging
from storage.errors import StorageError
from storage.kinds import KINDS

UNDATED = (date(1900, 1, 1), date(9999, 12, 31))  # the period of rows that hold at any time
# The facts of now, as tables; views.sql has a macro `<name>_known_at(version)` for each of them.
FACTS = {"placement": "placements", "internship": "internships"}
_ACTIVITIES = (
    "CREATE OR REPLACE VIEW activities AS SELECT 'plaatsing' AS activity, * FROM placements"
    " UNION ALL BY NAME SELECT 'stage' AS activity, * FROM internships"
)


@dataclass(frozen=True)
class Provenance:
    """Where rows came from: supplier, period (first and last day) and the file they stood in."""

    supplier: str
    period_start: date
    period_end: date
    file_name: str
    sheet: str
    checksum: str
    delivered_by: str | None = None
    mapping: dict[str, str] = field(default_factory=dict)
    dropped_columns: tuple[str, ...] = ()


@dataclass(frozen=True)
class Delivery(Provenance):
    """A stored delivery. `active`: its rows count now. `replaces`: ids of what it took the place of."""

    id: int = 0
    kind: str = ""
    row_count: int = 0
    delivered_at: datetime = datetime.min
    active: bool = True
    erased: bool = False
    replaces: tuple[int, ...] = ()
    replaced_by: int | None = None

    @property
    def dated(self) -> bool:
        """Return whether its rows belong to a period; a goal tree holds at any time."""
        return (self.period_start, self.period_end) != UNDATED


class DeliveryLog:
    """The part of the database that stores deliveries; each method is one transaction."""

    _together = False

    def deliver(
        self, kind: str, rows: pa.Table, provenance: Provenance, replaces: Sequence[int] = (),
        halfway: Callable[[], None] = lambda: None,
    ) -> Delivery:  # fmt: skip
        """Store rows as a new delivery and return it; the deliveries in `replaces` stop counting.

        `rows` has exactly the columns of the kind's table without delivery_id; ValueError if not. `halfway`
        is called when about half of the work is done; what it raises stops the rest, and nothing is stored.
        """
        with self._lock:
            number = self._stage(KINDS[kind], rows)
            try:
                halfway()
                return self._deliver(number, kind, rows, provenance, replaces)
            except BaseException:
                if rows.num_rows >= staging.MANY:
                    with suppress(StorageError, duckdb.Error), self._transaction() as cursor:
                        staging.remove_unsettled(cursor)
                raise

    def _stage(self, table: str, rows: pa.Table) -> int:
        """Return the number of the new delivery; many rows are stored under it already."""
        with self._transaction() as cursor:
            expected = {row[0] for row in cursor.execute(f"DESCRIBE {table}").fetchall()} - {"delivery_id"}
            if set(rows.column_names) != expected:
                raise ValueError(f"columns differ from {table}: {expected ^ set(rows.column_names)}")
            number = self._next_number(cursor)
            if rows.num_rows >= staging.MANY:
                staging.mark(cursor, table, number)
                staging.insert_rows(cursor, table, number, rows)
        return number

    def _deliver(
        self, number: int, kind: str, rows: pa.Table, provenance: Provenance, replaces: Sequence[int]
    ) -> Delivery:
        with self._transaction() as cursor:
            version = self._raise_version(cursor, "geleverd", number, provenance.delivered_by)
            cursor.execute(
                "INSERT INTO delivery BY NAME SELECT $id AS id, $kind AS kind, $supplier AS supplier,"
                " $period_start AS period_start, $period_end AS period_end, $file_name AS file_name,"
                " $sheet AS sheet, $checksum AS checksum, $delivered_at AS delivered_at,"
                " $delivered_by AS delivered_by, $mapping AS mapping,"
                " $dropped_columns::VARCHAR[] AS dropped_columns, $row_count AS row_count,"
                " $replaces::INTEGER[] AS replaces",
                self._row(number, kind, rows.num_rows, provenance, replaces),
            )
            if rows.num_rows >= staging.MANY:
                staging.settle(cursor, number)
            else:
                staging.insert_rows(cursor, KINDS[kind], number, rows)
            self._close(cursor, replaces, version)
            self._open(cursor, [number], version)
            if self._together:
                staging.mark_stale(cursor, kind)
            else:
                self.refresh_facts(cursor, version, kind)
        if not self._together:  # until the facts follow, readers keep those of the version that they know
            self.version = version
        return self.delivery(number)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Make the facts anew once for all that is delivered inside, instead of after each delivery.

        Each delivery is a transaction of its own all the same. What stops halfway is made good at the next
        start. Until the end, readers see the facts and the version of before.
        """
        self._together = True
        try:
            yield
        finally:
            self._together = False
            with self._transaction() as cursor:
                version = self.refresh_stale(cursor)
            self.version = version

    @staticmethod
    def refresh_stale(cursor: duckdb.DuckDBPyConnection) -> int:
        """Make the facts anew that stayed behind; return the data version."""
        version = int(cursor.execute("SELECT value FROM meta WHERE key = 'version'").fetchone()[0])
        for kind in staging.take_stale(cursor):
            DeliveryLog.refresh_facts(cursor, version, kind)
        return version

    def withdraw(self, delivery_id: int, by: str | None = None, reason: str | None = None) -> Delivery:
        """Undo a delivery: it stops counting and what it had replaced counts again. Returns it."""
        delivery = self.delivery(delivery_id)
        if not delivery.active:  # reopening what it replaced would count beside what replaced it
            raise StorageError(f"Levering {delivery_id} telt niet mee en is dus niet terug te nemen.")
        return self._switch("teruggenomen", delivery_id, by, reason, [delivery_id], delivery.replaces)

    def restore(self, delivery_id: int, by: str | None = None, reason: str | None = None) -> Delivery:
        """Undo the undoing: the delivery counts again in place of what it had replaced. Returns it."""
        replaced = self.delivery(delivery_id).replaces
        return self._switch("hersteld", delivery_id, by, reason, close=replaced, reopen=[delivery_id])

    def erase(self, delivery_id: int, by: str | None = None, reason: str | None = None) -> Delivery:
        """Remove the rows of a delivery for good; only its receipt stays. Returns the delivery."""
        kind = self.delivery(delivery_id).kind
        with self._transaction() as cursor:
            version = self._raise_version(cursor, "gewist", delivery_id, by, reason)
            cursor.execute(f"DELETE FROM {KINDS[kind]} WHERE delivery_id = $id", {"id": delivery_id})
            self._close(cursor, [delivery_id], version)
            cursor.execute(
                "UPDATE delivery SET erased_at = $now WHERE id = $id", {"now": _now(), "id": delivery_id}
            )
            self.refresh_facts(cursor, version, kind)
        self.version = version
        with self._connection.cursor() as cursor:
            cursor.execute("CHECKPOINT")  # else the erased rows stay readable in the log file
        return self.delivery(delivery_id)

    def deliveries(self, kind: str | None = None) -> list[Delivery]:
        """Return all deliveries, newest first; of one kind where given."""
        return self._deliveries("coalesce(kind = $kind, true)", {"kind": kind})

    def delivery(self, delivery_id: int) -> Delivery:
        """Return one delivery; KeyError if there is none with this id."""
        found = self._deliveries("id = $id", {"id": delivery_id})
        if not found:
            raise KeyError(delivery_id)
        return found[0]

    def _deliveries(self, where: str, parameters: dict[str, Any]) -> list[Delivery]:
        rows = self.query(
            "SELECT delivery.*, validity.delivery_id IS NOT NULL AS active,"
            " (SELECT max(newer.id) FROM delivery newer JOIN delivery_validity open"
            "  ON open.delivery_id = newer.id AND open.known_until IS NULL"
            "  WHERE list_contains(newer.replaces, delivery.id)) AS replaced_by"
            " FROM delivery LEFT JOIN delivery_validity validity"
            "  ON validity.delivery_id = delivery.id AND validity.known_until IS NULL"
            f" WHERE {where} ORDER BY id DESC",
            parameters,
        ).to_pylist()
        return [_delivery(row) for row in rows]

    def _switch(
        self,
        action: str,
        delivery_id: int,
        by: str | None,
        reason: str | None,
        close: Sequence[int],
        reopen: Sequence[int],
    ) -> Delivery:
        erased = {delivery.id for delivery in self.deliveries() if delivery.erased}
        with self._transaction() as cursor:
            version = self._raise_version(cursor, action, delivery_id, by, reason)
            self._close(cursor, close, version)
            self._open(cursor, [number for number in reopen if number not in erased], version)
            self.refresh_facts(cursor, version)
        self.version = version
        return self.delivery(delivery_id)

    @staticmethod
    def refresh_facts(
        cursor: duckdb.DuckDBPyConnection, version: int | None = None, kind: str | None = None
    ) -> None:
        """Make the tables of facts anew, so that readers need no window functions on every click.

        Only those of the one kind that changed, where it is given.
        """
        if version is None:
            version = int(cursor.execute("SELECT value FROM meta WHERE key = 'version'").fetchone()[0])
        changed = list(FACTS.values()) if kind is None else [FACTS[kind]] if kind in FACTS else []
        for facts in changed:
            cursor.execute(f"CREATE OR REPLACE TABLE {facts} AS FROM {facts}_known_at({version})")
        if changed:
            cursor.execute(_ACTIVITIES)

    @staticmethod
    def _next_number(cursor: duckdb.DuckDBPyConnection) -> int:
        return cursor.execute("SELECT nextval('delivery_number')").fetchone()[0]

    @staticmethod
    def _row(
        number: int, kind: str, count: int, provenance: Provenance, replaces: Sequence[int]
    ) -> dict[str, Any]:
        stated = {name: getattr(provenance, name) for name in Provenance.__dataclass_fields__}
        return stated | {
            "id": number,
            "kind": kind,
            "row_count": count,
            "replaces": list(replaces),
            "delivered_at": _now(),
            "mapping": json.dumps(provenance.mapping),
            "dropped_columns": list(provenance.dropped_columns),
        }

    @staticmethod
    def _raise_version(
        cursor: duckdb.DuckDBPyConnection,
        action: str,
        delivery_id: int,
        by: str | None,
        reason: str | None = None,
    ) -> int:
        version = int(cursor.execute("SELECT value FROM meta WHERE key = 'version'").fetchone()[0]) + 1
        cursor.execute("UPDATE meta SET value = $new WHERE key = 'version'", {"new": str(version)})
        cursor.execute(
            "INSERT INTO change VALUES ($version, $now, $action, $id, $by, $reason)",
            {
                "version": version,
                "now": _now(),
                "action": action,
                "id": delivery_id,
                "by": by,
                "reason": reason,
            },
        )
        return version

    @staticmethod
    def _close(cursor: duckdb.DuckDBPyConnection, deliveries: Sequence[int], version: int) -> None:
        cursor.execute(
            "UPDATE delivery_validity SET known_until = $version WHERE known_until IS NULL"
            " AND list_contains($ids::INTEGER[], delivery_id)",
            {"version": version, "ids": list(deliveries)},
        )

    @staticmethod
    def _open(cursor: duckdb.DuckDBPyConnection, deliveries: Sequence[int], version: int) -> None:
        cursor.execute(
            "INSERT INTO delivery_validity SELECT unnest($ids::INTEGER[]), $version, NULL"
            " EXCEPT SELECT delivery_id, $version, NULL FROM delivery_validity WHERE known_until IS NULL",
            {"version": version, "ids": list(deliveries)},
        )


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)


def _delivery(row: dict[str, Any]) -> Delivery:
    known = {name: row[name] for name in Delivery.__dataclass_fields__ if name in row}
    return Delivery(
        **known
        | {
            "mapping": json.loads(row["mapping"]),
            "dropped_columns": tuple(row["dropped_columns"]),
            "replaces": tuple(row["replaces"]),
            "erased": row["erased_at"] is not None,
        }
    )
