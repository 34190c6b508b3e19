"""Checks on typed rows, as SQL over a scratch table in memory: one rule per problem, and all of them run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

import numpy as np
import pyarrow as pa

from data_loaders.kind import Check, Kind
from data_loaders.progress import NOBODY, Progress
from data_loaders.typing_rows import type_rows
from storage.scratch import Scratch

# A row that was made of a cell of a wide sheet is stored with the row of that cell.
CELL_ROW = "coalesce(try_cast(regexp_extract(cell, '\\d+$') AS INTEGER), row_number)"
TYPED = 0.6  # the share of the time that reading the cells takes
MOST = 200  # problems told one by one per rule; the rest is counted
SQL_TYPES = {
    pa.date32(): "DATE", pa.timestamp("us"): "TIMESTAMP", pa.bool_(): "BOOLEAN", pa.string(): "VARCHAR",
    pa.int32(): "INTEGER",
}  # fmt: skip


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
    sort: str = ""  # of the rule; "" for a text that couldn't be read
    cell: str | None = None  # where the value stood before a wide sheet was made rows


@dataclass(frozen=True)
class Checked:
    """The rows without errors, in the schema of their kind, what was found, and how many rows are wrong.

    `wrong` counts rows of the file; a wide row gives several rows in `table`.
    """

    table: pa.Table
    findings: tuple[Finding, ...]
    wrong: int


def check_rows(
    kind: Kind, rows: pa.Table, headings: Mapping[str, str], today: date,
    hours_per_fte: Decimal | None = None, progress: Progress = NOBODY,
) -> Checked:  # fmt: skip
    """Return the typed rows of a list. `rows` has sheet, row_number and a text column per field."""
    typed = type_rows(kind, rows, headings, today, hours_per_fte, progress.within(0, TYPED))
    checks = progress.within(TYPED, 1)
    fields = [name for name in rows.column_names if f"{name}_code" in typed.table.column_names]
    with Scratch() as scratch:
        scratch.register("typed", typed.table)
        scratch.execute("CREATE TABLE bad (rid INTEGER)")
        _find_twice(scratch, fields, kind.number)
        findings = []
        for name, issues in typed.issues.items():
            findings += _read_issues(scratch, name, issues)
        for done, check in enumerate(kind.checks):
            checks("De rijen worden gecontroleerd", done / len(kind.checks))
            if check.field in fields or not check.field:
                findings += _run(scratch, check)
        wrong = scratch.query("SELECT count(DISTINCT rid) AS n FROM bad")["n"][0].as_py()
        return Checked(_output(scratch, kind), tuple(_with_cells(findings, rows)), wrong)


def _with_cells(findings: list[Finding], rows: pa.Table) -> list[Finding]:
    """Return findings with the cell that each row was made of, for rows that say so."""
    if "cell" not in rows.column_names:
        return findings
    places = zip(rows.column("sheet").to_pylist(), rows.column("row_number").to_pylist(), strict=True)
    cells = dict(zip(places, rows.column("cell").to_pylist(), strict=True))
    return [replace(one, cell=cells.get((one.sheet, one.row))) for one in findings]


def _find_twice(scratch: Scratch, fields: list[str], own: str) -> None:
    """Make twice_row and twice_id: rows whose whole content, or number, stands in an earlier row."""
    content = ", ".join(f'"{name}_code"' for name in fields)
    number = f'"{own}"' if own in fields else "CAST(NULL AS VARCHAR)"
    for name, value in (("row", f"hash({content})"), ("id", number)):
        scratch.execute(
            f"CREATE TABLE twice_{name} AS WITH "
            f"keyed AS (SELECT rid, row_number, {value} AS value FROM typed), "
            "firsts AS (SELECT value, min(rid) AS rid, arg_min(row_number, rid) AS row FROM keyed "
            "WHERE value IS NOT NULL GROUP BY value HAVING count(*) > 1) "
            "SELECT keyed.rid, firsts.row AS first_row FROM keyed JOIN firsts USING (value) "
            "WHERE keyed.rid > firsts.rid"
        )


def _output(scratch: Scratch, kind: Kind) -> pa.Table:
    """Return the rows without errors as they are stored, in the order of the file."""
    output = ", ".join(f'CAST({sql} AS {_sql(type_)}) AS "{name}"' for name, type_, sql in kind.output)
    # No parameters: with them the engine takes six times as long to hand over the rows.
    row = CELL_ROW if "cell" in kind.by_field else "row_number"
    table = scratch.query(
        f"SELECT rid, sheet, {row} AS row_number, {output} FROM {kind.source} ANTI JOIN bad USING (rid)"
    )
    order = np.asarray(table.column("rid"))
    table = table.drop_columns(["rid"]).cast(kind.schema)
    if np.any(order[1:] < order[:-1]):
        table = table.combine_chunks().take(pa.array(np.argsort(order)))
    return table


def _sql(type_: pa.DataType) -> str:
    return SQL_TYPES.get(type_) or f"DECIMAL({type_.precision}, {type_.scale})"


def _read_issues(scratch: Scratch, field: str, issues: pa.Table) -> list[Finding]:
    """Tell of a column what couldn't be read, errors before warnings."""
    scratch.register(f"issues_{field}", issues)
    found = []
    for severity in sorted(set(issues.column("severity").to_pylist())):
        sql = (
            f'SELECT rid, sheet, row_number, "{field}_raw" AS value, issue, grp FROM typed '
            f'JOIN "issues_{field}" ON code = "{field}_code" WHERE severity = \'{severity}\''
        )
        found += _tell(scratch, field, severity, sql, grouped=severity == "warning")
    return found


def _run(scratch: Scratch, check: Check) -> list[Finding]:
    value = f'"{check.field}_raw"' if check.field else "NULL"
    sql = (
        f"SELECT rid, sheet, row_number, {value} AS value, {check.issue} AS issue, NULL AS grp "
        f"FROM {check.source} WHERE {check.where}"
    )
    return _tell(scratch, check.field, check.severity, sql, check.grouped, check.sort)


def _tell(
    scratch: Scratch, field: str, severity: str, sql: str, grouped: bool = False, sort: str = ""
) -> list[Finding]:
    """Return the findings of a rule, at most MOST and then how many more; errors keep their rows out."""
    if not scratch.query(f"SELECT rid FROM ({sql}) LIMIT 1").num_rows:
        return []  # as most rules find: the windows below are dear
    if severity == "error":
        scratch.execute(f"INSERT INTO bad SELECT rid FROM ({sql})")
    by = "coalesce(grp, issue)" if grouped else "rid, issue"
    shown = scratch.query(
        f"WITH found AS ({sql}), ranked AS (SELECT *, count(*) OVER (PARTITION BY {by}) AS many, "
        f"row_number() OVER (PARTITION BY {by} ORDER BY rid) AS place FROM found) "
        f"SELECT *, count(*) OVER () AS total FROM ranked WHERE place = 1 ORDER BY rid LIMIT {MOST}"
    ).to_pylist()
    found = [
        Finding(
            severity, field, row["sheet"], row["row_number"], row["value"], row["issue"], row["many"], sort
        )
        for row in shown
    ]
    rest = shown[0]["total"] - MOST if shown else 0
    if rest > 0:
        found.append(Finding(severity, field, "", None, None, found[0].issue, rest, sort))
    return found
