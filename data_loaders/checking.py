"""Rows of text made typed and checked, as SQL over the scratch table in memory: one rule per problem.

Each distinct value of a column is read once, in Python, and joined back; so a hundred thousand rows cost as
much as their few thousand different dates, hours and names.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pyarrow as pa
import pyarrow.compute as pc

from data_loaders.categories import party_of_employer
from data_loaders.kind import READERS, TEXTS, Check, Column, Kind
from data_loaders.values import CELL_ERRORS, MISSING, Reading, cell_error
from reference.load import municipalities
from storage.scratch import Scratch

MOST = 200  # problems told one by one per rule; the rest is counted
SQL_TYPES = {pa.date32(): "DATE", pa.bool_(): "BOOLEAN", pa.string(): "VARCHAR", pa.int32(): "INTEGER"}


@dataclass(frozen=True)
class Finding:
    """A problem in a row: `count` is how many rows it stands for; without a row it closes a long list."""

    severity: str
    field: str
    sheet: str
    row: int | None
    value: str | None
    issue: str
    count: int


@dataclass(frozen=True)
class Checked:
    """The rows without errors, in the schema of their kind, and what was found."""

    table: pa.Table
    findings: tuple[Finding, ...]


def check_rows(
    kind: Kind, rows: pa.Table, headings: Mapping[str, str], today: date, hours_per_fte: Decimal | None = None
) -> Checked:
    """Return the typed rows of a list. `rows` has sheet, row_number and a text column per field."""
    with Scratch() as scratch:
        fields = [name for name in rows.column_names if name in kind.by_field]
        numbered = rows.append_column("rid", pa.array(range(rows.num_rows), pa.int32()))
        scratch.register("cells", numbered)
        scratch.register("region", _region())
        scratch.execute("CREATE TABLE bad (rid INTEGER)")
        findings = []
        for name in fields:
            findings += _read_column(scratch, kind.by_field[name], rows.column(name), headings.get(name, ""))
        _type_rows(scratch, kind, fields, rows)
        for check in kind.checks:
            if check.field in fields or not check.field:
                findings += _run(scratch, check, today)
        parameters = {"hours_per_fte": hours_per_fte}
        output = ", ".join(f"CAST({sql} AS {_sql(type_)}) AS {name}" for name, type_, sql in kind.output)
        statement = f"SELECT sheet, row_number, {output} FROM typed ANTI JOIN bad USING (rid) ORDER BY rid"
        used = parameters if "$hours_per_fte" in statement else {}
        return Checked(scratch.query(statement, used).cast(kind.schema), tuple(findings))


def _sql(type_: pa.DataType) -> str:
    return SQL_TYPES.get(type_) or f"DECIMAL({type_.precision}, {type_.scale})"


def _region() -> pa.Table:
    return pa.table(
        {
            "code": [one.code for one in municipalities()],
            "valid_from": [one.valid_from or date(1900, 1, 1) for one in municipalities()],
            "valid_until": [one.valid_until or date(9999, 12, 31) for one in municipalities()],
        }
    )


def _read_column(scratch: Scratch, column: Column, cells: pa.ChunkedArray, heading: str) -> list[Finding]:
    """Read the distinct values of a column, register them as a table, and tell what couldn't be read."""
    if column.field == "employer":
        _register(scratch, "employer_party", party_of_employer, pc.unique(cells), heading, pa.string())
    if column.type in TEXTS:
        return _text_errors(scratch, column.field, cells)
    reader, type_ = READERS[column.type]
    readings = _register(scratch, column.field, reader, pc.unique(cells), heading, type_)
    found = []
    for severity in ("error", "warning"):
        if any(one.severity == severity for one in readings):
            found += _tell(
                scratch, column.field, severity,
                f'SELECT c.rid, c.sheet, c.row_number, c."{column.field}" AS value, r.issue, r."group" AS grp '
                f'FROM cells c JOIN "read_{column.field}" r ON c."{column.field}" = r.raw '
                f"WHERE r.severity = '{severity}'",
                grouped=severity == "warning",
            )  # fmt: skip
    return found


def _register(
    scratch: Scratch, name: str, reader: Callable[[str, str], Reading], values: pa.Array, heading: str,
    type_: pa.DataType,
) -> list[Reading]:  # fmt: skip
    texts = [text for text in values.to_pylist() if text is not None]
    readings = [reader(text, heading) for text in texts]
    table = pa.table(
        {
            "raw": pa.array(texts, pa.string()),
            "low": pa.array([one.low for one in readings], type_),
            "high": pa.array([one.high for one in readings], type_),
            "severity": pa.array([one.severity for one in readings], pa.string()),
            "issue": pa.array([one.issue for one in readings], pa.string()),
            "group": pa.array([one.group for one in readings], pa.string()),
        }
    )
    scratch.register(f"read_{name}", table)
    return readings


def _text_errors(scratch: Scratch, field: str, cells: pa.ChunkedArray) -> list[Finding]:
    wrong = pa.array(sorted(CELL_ERRORS))
    found = pc.unique(cells.filter(pc.is_in(pc.utf8_lower(cells), wrong)))
    texts = found.to_pylist()
    if not texts:
        return []
    table = pa.table({"raw": found, "issue": [cell_error(text) for text in texts]})
    scratch.register(f"wrong_{field}", table)
    return _tell(
        scratch, field, "error",
        f'SELECT c.rid, c.sheet, c.row_number, c."{field}" AS value, r.issue, NULL AS grp '
        f'FROM cells c JOIN "wrong_{field}" r ON c."{field}" = r.raw',
    )  # fmt: skip


def _type_rows(scratch: Scratch, kind: Kind, fields: list[str], rows: pa.Table) -> None:
    """Make the table `typed`: per field its value, its `_high` end, its `_raw` text and whether it was wrong."""
    parts, joins = ["c.rid", "c.sheet", "c.row_number"], []
    missing = ", ".join("'" + word.replace("'", "''") + "'" for word in sorted(MISSING))
    for column in kind.columns:
        name = column.field
        type_ = "VARCHAR" if column.type in TEXTS else _sql(READERS[column.type][1]) if column.type in READERS else ""
        if not type_:
            continue
        if name not in fields:
            parts.append(
                f'CAST(NULL AS {type_}) AS "{name}", CAST(NULL AS {type_}) AS "{name}_high", '
                f'CAST(NULL AS VARCHAR) AS "{name}_raw", false AS "{name}_wrong"'
            )
        elif column.type in TEXTS:
            text = f'CASE WHEN lower(c."{name}") IN ({missing}) THEN NULL ELSE c."{name}" END'
            parts.append(f'{text} AS "{name}", c."{name}" AS "{name}_raw"')
        else:
            parts.append(
                f'"{name}_r".low AS "{name}", "{name}_r".high AS "{name}_high", c."{name}" AS "{name}_raw", '
                f"coalesce(\"{name}_r\".severity = 'error', false) AS \"{name}_wrong\""
            )
            joins.append(f'LEFT JOIN "read_{name}" "{name}_r" ON c."{name}" = "{name}_r".raw')
    if "employer" in fields:
        parts.append("employer_p.low AS employer_party")
        joins.append('LEFT JOIN read_employer_party employer_p ON c."employer" = employer_p.raw')
    else:
        parts.append("CAST(NULL AS VARCHAR) AS employer_party")
    whole = ", ".join(f'c."{name}"' for name in fields)
    parts.append(_same("same_row", f"hash({whole})", "first_same_row"))
    identity = 'c."placement_id"' if "placement_id" in fields else "NULL"
    parts.append(_same("same_id", identity, "first_same_id"))
    scratch.execute(f"CREATE TABLE typed AS SELECT {', '.join(parts)} FROM cells c {' '.join(joins)}")


def _same(name: str, expression: str, first: str) -> str:
    """Return SQL for which time a value occurs (1 is the first) and in which row it occurred first."""
    window = f"OVER (PARTITION BY {expression} ORDER BY c.rid)"
    known = f"{expression} IS NOT NULL"
    return (
        f"CASE WHEN {known} THEN row_number() {window} ELSE 1 END AS {name}, "
        f"first_value(c.row_number) {window} AS {first}"
    )


def _run(scratch: Scratch, check: Check, today: date) -> list[Finding]:
    value = f'"{check.field}_raw"' if check.field else "NULL"
    sql = (
        f"SELECT rid, sheet, row_number, {value} AS value, {check.issue} AS issue, NULL AS grp "
        f"FROM typed WHERE {check.where}"
    )
    parameters = {"today": today} if "$today" in sql else {}
    return _tell(scratch, check.field, check.severity, sql, check.grouped, parameters)


def _tell(
    scratch: Scratch, field: str, severity: str, sql: str, grouped: bool = False,
    parameters: Mapping[str, object] | None = None,
) -> list[Finding]:  # fmt: skip
    """Return the findings of a rule, at most MOST and then how many more; errors keep their rows out."""
    if severity == "error":
        scratch.execute(f"INSERT INTO bad SELECT rid FROM ({sql})", parameters)
    by = "PARTITION BY coalesce(grp, issue)" if grouped else "PARTITION BY rid, issue"
    shown = scratch.query(
        f"WITH found AS ({sql}), ranked AS (SELECT *, count(*) OVER ({by}) AS many, "
        f"row_number() OVER ({by} ORDER BY rid) AS place FROM found) "
        f"SELECT *, count(*) OVER () AS total FROM ranked WHERE place = 1 ORDER BY rid LIMIT {MOST}",
        parameters,
    ).to_pylist()
    found = [
        Finding(severity, field, row["sheet"], row["row_number"], row["value"], row["issue"], row["many"])
        for row in shown
    ]
    rest = shown[0]["total"] - MOST if shown else 0
    if rest > 0:
        found.append(Finding(severity, field, "", None, None, found[0].issue, rest))
    return found
