"""Saved what-if scenarios: kept under a name in the database, until somebody deletes them.

Saving changes no number, so it does not raise the data version; do not keep this list in a cache.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from reference.load import METRIC_KEYS, targets
from storage.database import Database
from storage.errors import StorageError

LONGEST_NAME = 80
_NO_METRIC = ""


@dataclass(frozen=True)
class SavedScenario:
    """A scenario under a name. `code` as in the address; `author` is a stated name; `created_at` is UTC."""

    id: int
    name: str
    code: str
    author: str | None
    created_at: datetime
    targets: tuple[str, ...]
    metrics: tuple[str, ...]

    @property
    def present(self) -> tuple[str, ...]:
        """Return the keys of its targets that still exist."""
        return tuple(key for key in self.targets if key in targets())

    @property
    def gone(self) -> tuple[str, ...]:
        """Return a Dutch sentence for every target or metric that it was saved for and that has gone."""
        pairs = zip(self.targets, self.metrics, strict=True)
        said = (_why_gone(self.name, key, metric) for key, metric in pairs)
        return tuple(sentence for sentence in said if sentence)


def saved_scenarios(database: Database) -> list[SavedScenario]:
    """Return every saved scenario, newest first."""
    rows = database.query("SELECT * FROM scenario ORDER BY created_at DESC, id DESC").to_pylist()
    return [_scenario(row) for row in rows]


def saved_scenario(database: Database, scenario_id: int) -> SavedScenario:
    """Return one saved scenario; StorageError says in Dutch when it has been deleted."""
    rows = database.query("SELECT * FROM scenario WHERE id = $id", {"id": scenario_id}).to_pylist()
    if not rows:
        raise StorageError("Dit scenario bestaat niet meer.")
    return _scenario(rows[0])


def save_scenario(
    database: Database, name: str, code: str, target_keys: Sequence[str], author: str | None = None
) -> SavedScenario:
    """Keep a scenario under a name and return it; StorageError says in Dutch why it can't be kept.

    KeyError for a target that does not exist.
    """
    metrics = [targets()[key].metric or _NO_METRIC for key in target_keys]
    return _insert(database, _good_name(database, name), code, list(target_keys), metrics, author)


def duplicate_scenario(
    database: Database, scenario_id: int, name: str, author: str | None = None
) -> SavedScenario:
    """Keep a scenario once more under another name, with the targets of the first; return the copy."""
    one = saved_scenario(database, scenario_id)
    new_name = _good_name(database, name)
    return _insert(database, new_name, one.code, list(one.targets), list(one.metrics), author)


def rename_scenario(database: Database, scenario_id: int, name: str) -> SavedScenario:
    """Give a scenario another name and return it."""
    saved_scenario(database, scenario_id)
    values = {"id": scenario_id, "name": _good_name(database, name, scenario_id)}
    with database._transaction() as cursor:
        cursor.execute("UPDATE scenario SET name = $name WHERE id = $id", values)
    return saved_scenario(database, scenario_id)


def delete_scenario(database: Database, scenario_id: int) -> None:
    """Remove a scenario; one that is gone already stays gone."""
    with database._transaction() as cursor:
        cursor.execute("DELETE FROM scenario WHERE id = $id", {"id": scenario_id})


def _insert(
    database: Database, name: str, code: str, keys: list[str], metrics: list[str], author: str | None
) -> SavedScenario:
    with database._transaction() as cursor:
        number = cursor.execute("SELECT nextval('scenario_number')").fetchone()[0]
        cursor.execute(
            "INSERT INTO scenario VALUES ($id, $name, $code, $author, $created_at, $targets, $metrics)",
            {
                "id": number,
                "name": name,
                "code": code,
                "author": (author or "").strip() or None,
                "created_at": datetime.now(UTC).replace(tzinfo=None),
                "targets": keys,
                "metrics": metrics,
            },
        )
    return saved_scenario(database, number)


def _why_gone(name: str, key: str, metric: str) -> str | None:
    target = targets().get(key)
    if target is None:
        return f"Het doel {key} van scenario “{name}” bestaat niet meer."
    if metric and metric not in METRIC_KEYS:
        return f"De telling van “{target.title}” waarmee “{name}” is bewaard, bestaat niet meer."
    if metric != (target.metric or _NO_METRIC):
        return f"“{target.title}” wordt nu anders geteld dan toen “{name}” werd bewaard."
    return None


def _good_name(database: Database, name: str, own: int | None = None) -> str:
    wanted = " ".join(name.split())
    if not wanted:
        raise StorageError("Geef het scenario een naam.")
    if len(wanted) > LONGEST_NAME:
        raise StorageError(f"De naam is te lang: hoogstens {LONGEST_NAME} tekens.")
    taken = {one.name.casefold() for one in saved_scenarios(database) if one.id != own}
    if wanted.casefold() in taken:
        raise StorageError(f"Er is al een scenario met de naam “{wanted}”. Kies een andere naam.")
    return wanted


def _scenario(row: dict) -> SavedScenario:
    return SavedScenario(**row | {"targets": tuple(row["targets"]), "metrics": tuple(row["metrics"])})
