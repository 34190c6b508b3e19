"""What a delivery changes against those that it replaces: rows that are new, changed, the same and gone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from data_loaders.kind import Kind
from data_loaders.recognition import KINDS
from data_loaders.understanding import Intake
from storage.database import Database
from storage.kinds import KINDS as TABLES

MOST = 200  # changed rows told one by one
PLACE = frozenset({"sheet", "row_number"})  # where a row stands says nothing about what it is
PERSON = ("person_key", "employer", "start_date")
# What a row says, in kinds whose rows have no number and no person; the rest says what it is about.
SAYS = frozenset({"state", "status", "label", "value", "secret", "provisional"})


@dataclass(frozen=True)
class Change:
    """One field of a row that changes. `row_number` is the row in the new file, `what` names it in words."""

    row_number: int
    what: str
    field: str
    old: Any
    new: Any


@dataclass(frozen=True)
class Comparison:
    """How many rows are new, changed, the same and gone, and the first changes field by field."""

    new: int
    changed: int = 0
    unchanged: int = 0
    gone: int = 0
    changed_rows: tuple[Change, ...] = ()


def compare(database: Database, intake: Intake, replaces: Sequence[int]) -> Comparison:
    """Return what the rows of an intake change against these deliveries of the same kind.

    A row with the same content is the same row, wherever it stands. Of the others, a row is the same when it
    has the same number, else the same person, employer and start date; in kinds without these when it is
    about the same (period, place, measure). Two rows alike are two rows.
    """
    if not replaces or intake.table is None:
        return Comparison(0 if intake.table is None else intake.table.num_rows)
    kind = KINDS[intake.kind or ""]
    found = database.query(_sql(kind), {"ids": list(replaces)}, {"incoming": intake.table}).to_pylist()[0]
    changes = [change for pair in found["pairs"] or () for change in _changes(kind, pair["old"], pair["new"])]
    return Comparison(
        found["new"], found["changed"], found["unchanged"], found["gone"], tuple(changes[:MOST])
    )


def _sql(kind: Kind) -> str:
    """Return the query that pairs old rows with new ones, by their content first and then by each key."""
    names = [name for name in kind.schema.names if name not in PLACE]
    keys = [names, *_keys(kind, names)]
    columns = ", ".join(f'"{name}"' for name in names)
    steps = [
        _numbered("old0", f"SELECT sheet, row_number, {columns} FROM {TABLES[kind.key]}"
                  " WHERE list_contains($ids::INTEGER[], delivery_id)"),
        _numbered("new0", f"SELECT sheet, row_number, {columns} FROM incoming"),
    ]  # fmt: skip
    for step, key in enumerate(keys):
        steps += _step(step, key, whole=step == 0)
    last = len(keys)
    by_key = " UNION ALL ".join(f"FROM pairs{step}" for step in range(1, last)) or "FROM pairs0 WHERE false"
    steps.append(f"changed AS ({by_key})")
    return (
        f"WITH {', '.join(steps)} SELECT (SELECT count(*) FROM new{last}) AS new,"
        " (SELECT count(*) FROM changed) AS changed, (SELECT count(*) FROM pairs0) AS unchanged,"
        f" (SELECT count(*) FROM old{last}) AS gone,"
        " (SELECT list({'old': one, 'new': other}) FROM (SELECT old0 AS one, new0 AS other FROM"
        f" (FROM changed ORDER BY new_rid LIMIT {MOST}) JOIN old0 ON old0.rid = old_rid"
        " JOIN new0 ON new0.rid = new_rid ORDER BY new_rid)) AS pairs"
    )


def _keys(kind: Kind, names: list[str]) -> list[list[str]]:
    """Return the columns by which a row is known, surest first."""
    number = [name for name, _, sql in kind.output if kind.number and sql == kind.number]
    person = [name for name in PERSON if name in names]
    keys = [number] if number else []
    if "person_key" in names:
        return [*keys, person]
    types = {name: type_ for name, type_, _ in kind.output}
    about = [name for name in names if not _says(name, types[name])]
    return keys or ([about] if len(about) < len(names) else [])


def _says(name: str, type_: pa.DataType) -> bool:
    said = pa.types.is_decimal(type_) or pa.types.is_boolean(type_)
    return said or name in SAYS or name.endswith(("_low", "_high"))


def _numbered(name: str, select: str) -> str:
    return (
        f"{name} AS MATERIALIZED (SELECT row_number() OVER (ORDER BY sheet, row_number) AS rid, * "
        f"FROM ({select}))"
    )


def _step(step: int, key: list[str], whole: bool) -> list[str]:
    """Return the parts of the query that pair what is left by a key, and what is left after that."""
    # The first column of a key must be known; of the whole content each may be empty.
    known = "true" if whole else f'"{key[0]}" IS NOT NULL'
    content = ", ".join(f'"{name}"' for name in key)
    parts = [
        f"{side}_by{step} AS (SELECT rid, mark, row_number() OVER (PARTITION BY mark ORDER BY rid) AS place"
        f" FROM (SELECT rid, hash({content}) AS mark FROM {side}{step} WHERE {known}))"
        for side in ("old", "new")
    ]  # fmt: skip
    parts.append(
        f"pairs{step} AS MATERIALIZED (SELECT o.rid AS old_rid, n.rid AS new_rid"
        f" FROM old_by{step} o JOIN new_by{step} n USING (mark, place))"
    )
    parts += [
        f"{side}{step + 1} AS MATERIALIZED (FROM {side}{step} ANTI JOIN pairs{step} ON rid = {side}_rid)"
        for side in ("old", "new")
    ]
    return parts


def _changes(kind: Kind, old: dict[str, Any], new: dict[str, Any]) -> list[Change]:
    what = _named(kind, new)
    found = []
    for name in kind.schema.names:
        if name in PLACE or old[name] == new[name]:
            continue
        before, after = old[name], new[name]
        if name == "person_key":  # a pseudonym is nobody's business
            before, after = (before and "een persoon"), (after and "een andere persoon")
        found.append(Change(new["row_number"], what, name, before, after))
    return found


def _named(kind: Kind, row: dict[str, Any]) -> str:
    """Return what to call a row: its number, else the first texts that say what it is about."""
    number = [str(row[name]) for name, _, sql in kind.output if sql == kind.number and row[name]]
    return (number or [row[name] for name in ("employer", "title", "label") if row.get(name)] or [""])[0]
