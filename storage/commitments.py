"""Stating what became of a promise, a bottleneck or a meeting: added to the log, never written over.

A save is checked against the state that its author saw, so nobody overwrites somebody else unseen. It raises
the data version.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from storage.database import Database
from storage.errors import StorageError
from storage.register_fields import TEXTS, kind_of, tidied
from storage.register_log import Change, changes, of_record, stamp, stated

# What a wiping has where an undoing names the revision that it took back.
WIPED = 0


class EditedMeanwhile(StorageError):
    """Somebody else changed the record after it was read; `newer` holds what changed."""

    def __init__(self, newer: list[Change]) -> None:
        self.newer = newer
        who = newer[-1].changed_by if newer else "iemand anders"
        super().__init__(f"Intussen gewijzigd door {who}. Er is nog niets bewaard.")


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


def wipe(database: Database, record: str, by: str) -> int:
    """Remove every text that people typed in a record, also from its history, and return the data version.

    For text that should never have been kept: earlier data versions lose it too. Statuses and dates stay;
    what a spreadsheet brought goes with its delivery.
    """
    author, fields = _author(by), list(TEXTS)
    with database._transaction() as cursor:
        mine = of_record(changes(database), record)
        had = {one.field: None for one in mine if one.revision and one.field in TEXTS}
        if not had:
            raise StorageError("Er is geen tekst om te wissen.")
        cursor.execute(
            "UPDATE register_change SET old_value = NULL, new_value = NULL"
            " WHERE record = $record AND list_contains($fields::VARCHAR[], field)",
            {"record": record, "fields": fields},
        )
        version = _write(cursor, database, record, mine, {}, had, author, WIPED)
    database.version = version
    with database._connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")  # else the erased text stays readable in the log file
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
