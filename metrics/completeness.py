"""How complete the delivered rows are: per kind, field, supplier and month. Exact, so for the analyst.

What everybody may see of it is made by `coarse`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from metrics.disclosure import CROSSED_LIMIT, LIMIT
from metrics.quality import FEWEST_ROWS
from storage.database import Database
from storage.kinds import KINDS, VIEWS

# Columns that say where a row stood or how a number is written, and nothing that could be missing.
_SKIPPED = {"delivery_id", "sheet", "row_number", "cell"}
# The facts of these leave out renewals and columns, so the rows themselves are read; this gives their place.
_PLACE = {
    "placement": "municipality_home",
    "internship": "coalesce(municipality_work, municipality_home)",
}
# A share is rounded to the finest of these steps that is at least five rows wide.
_STEPS = (0.01, 0.02, 0.05, 0.1, 0.25)
OUTSIDE_PERIOD, OUTSIDE_REGION = "outside_period", "outside_region"

Cell = tuple[str, date | None]


@dataclass(frozen=True)
class Filled:
    """Rows of one kind per supplier and month (its first day; None without a date).

    `rows` counts them; `filled` counts per field those in which it is known, and under "outside_period" and
    "outside_region" those that begin outside their delivery's period or are of outside the region.
    """

    kind: str
    fields: tuple[str, ...]
    rows: dict[Cell, int]
    filled: dict[str, dict[Cell, int]]

    def count(self, field: str, cells: Iterable[Cell]) -> tuple[int, int]:
        """Return in how many rows of these cells a field is known, and the number of rows."""
        chosen = list(cells)
        return sum(self.filled[field][cell] for cell in chosen), sum(self.rows[cell] for cell in chosen)

    def cells(self, supplier: str | None = None, year: int | None = None) -> list[Cell]:
        """Return the cells of a supplier and a year, or of all."""
        return [
            (who, month) for who, month in self.rows
            if supplier in (None, who) and (year is None or (month is not None and month.year == year))
        ]  # fmt: skip


@dataclass(frozen=True)
class Coarse:
    """A share that everybody may see: in steps of at least five rows, and a word where few rows differ.

    `word`: "all"; "nearly" (1 to 9 rows missing); "some"; "hardly" (1 to 9 rows known); "none"; "few" (fewer
    than 20 rows in all). Only "all", "some" and "none" have a share (0 to 1).
    """

    word: Literal["all", "nearly", "some", "hardly", "none", "few"]
    share: float | None


def kinds_present(database: Database) -> list[str]:
    """Return the kinds of which rows count now, in the order of the product."""
    active = {one.kind for one in database.deliveries() if one.active}
    return [kind for kind in KINDS if kind in active]


def completeness(database: Database, kind: str) -> Filled:
    """Return how complete the active rows of a kind are."""
    tests = _tests(database, kind)
    counts = ", ".join(f"count(*) FILTER ({test}) AS {name}" for name, test in tests.items())
    sql = (
        f"SELECT supplier, CAST(date_trunc('month', start_date) AS DATE) AS month, count(*) AS n, {counts} "
        f"FROM ({_source(kind)}) AS row JOIN delivery ON delivery.id = delivery_id GROUP BY ALL"
    )
    found = database.query(sql).to_pylist()
    rows = {(one["supplier"], one["month"]): one["n"] for one in found}
    filled = {name: {(one["supplier"], one["month"]): one[name] for one in found} for name in tests}
    fields = tuple(name for name in tests if name not in (OUTSIDE_PERIOD, OUTSIDE_REGION))
    return Filled(kind, fields, rows, filled)


def coarse(known: int, rows: int) -> Coarse:
    """Return what everybody may see of a share: nothing that points at fewer than ten rows."""
    if rows < FEWEST_ROWS:
        return Coarse("few", None)
    if known in (0, rows):
        return Coarse("all", 1.0) if known else Coarse("none", 0.0)
    if rows - known < CROSSED_LIMIT:
        return Coarse("nearly", None)
    if known < CROSSED_LIMIT:
        return Coarse("hardly", None)
    step = next(step for step in _STEPS if step * rows >= LIMIT)
    return Coarse("some", min(max(round(known / rows / step), 1), round(1 / step) - 1) * step)


def _tests(database: Database, kind: str) -> dict[str, str]:
    """Return per field the SQL test that it is known; a column that can't be empty is no field."""
    tests = {}
    for column in database.query(f"DESCRIBE {KINDS[kind]}").to_pylist():
        name = column["column_name"]
        if name == "hours_low":
            tests["hours"] = "NOT (hours_low = 0 AND hours_high = 40)"
        elif name not in _SKIPPED and column["null"] == "YES" and not name.endswith(("_high", "_timed")):
            tests[name] = f"row.{name} IS NOT NULL"
    tests[OUTSIDE_PERIOD] = "start_date NOT BETWEEN period_start_of_file AND period_end_of_file"
    tests[OUTSIDE_REGION] = "NOT member"
    return tests


def _source(kind: str) -> str:
    """Return the SQL of the active rows with their day, membership and the period of their file."""
    period = (
        "SELECT id AS delivery_id, period_start AS period_start_of_file, period_end AS period_end_of_file "
        "FROM delivery JOIN delivery_validity ON delivery_id = id AND known_until IS NULL"
    )
    if kind in VIEWS:
        return f"SELECT * FROM {VIEWS[kind][0]} JOIN ({period}) USING (delivery_id)"
    rows = f"(FROM {KINDS[kind]} JOIN ({period}) USING (delivery_id)) AS delivered"
    if kind not in _PLACE:
        return f"SELECT *, NULL::DATE AS start_date, NULL::BOOLEAN AS member FROM {rows}"
    known = f"CASE WHEN {_PLACE[kind]} IS NOT NULL THEN code IS NOT NULL END AS member"
    return (
        f"SELECT delivered.*, {known} FROM {rows}"
        f" LEFT JOIN municipality ON code = {_PLACE[kind]} AND start_date BETWEEN valid_from AND valid_until"
    )
