"""A metric is a constant; `compute` adds scope, period and breakdown to its one formula."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from reference.load import members
from storage.database import Database

Variant = Literal["low", "high"] | frozenset[str]  # which end; a set names the unknowns at their high end
Key = tuple[str | date | None, ...]

# Columns that a view gives twice, as <name>_low and <name>_high: what is certain, and what may be.
INTERVALS = {
    "placements": ("hours", "quantity", "registered", "person"),
    "internships": ("quantity", "learning"),
    "activities": ("quantity",),
}
# What a result may be broken down by, and the column or expression that holds it.
DIMENSIONS = {
    "municipality": "municipality",
    "subregion": "subregion",
    "sector": "sector",
    "channel": "channel",
    "job_type": "job_type",
    "target_group": "target_group",
    "party": "party",
    "pillar": "pillar",
    "activity": "activity",
    "track": "track",
    "month": "strftime(start_date, '%Y-%m')",
    "hours": "hours",
    "checkpoint": "checkpoint",
}


# Every day of a period with the first reference date ($checkpoints, in order) at or after it.
CALENDAR = (
    "(SELECT began, checkpoint FROM"
    " (SELECT unnest(generate_series($start::DATE, list_max($checkpoints::DATE[]), INTERVAL 1 DAY))::DATE"
    " AS began)"
    " ASOF JOIN (SELECT unnest($checkpoints::DATE[]) AS checkpoint) AS points"
    " ON began <= checkpoint) AS calendar"
)


@dataclass(frozen=True)
class Metric:
    """What is counted.

    `formula` is one SQL aggregate over the view's columns; `$hours_threshold`, `$hours_per_job` and
    `$baseline` are its only parameters, so a dial never edits it. `kind`: flow counts what began in a
    period, stock what is active on a reference date. `additive`: the parts of a breakdown add up.
    """

    key: str
    label: str
    unit: str
    unit_one: str
    view: str
    formula: str
    kind: Literal["flow", "stock"]
    direction: Literal["up", "down"]
    rule: str
    additive: bool


@dataclass(frozen=True)
class Scope:
    """Whose rows count; an empty scope is everything, `region=True` the members of the region.

    Codes as in reference; None means no restriction.
    """

    region: bool = False
    municipalities: tuple[str, ...] = ()
    subregion: str | None = None
    sector: str | None = None
    party: str | None = None
    channel: str | None = None
    job_type: str | None = None
    target_group: str | None = None
    pillar: str | None = None


@dataclass(frozen=True)
class Parameters:
    """The numbers inside formulas: hours of a garantiebaan (letter of 2015, r. 35: 25), paid hours of one
    job in the national count (25.5), and the internships that existed already (agreement, r. 261: 60)."""

    hours_threshold: float = 25
    hours_per_job: float = 25.5
    baseline: int = 60


@dataclass(frozen=True)
class Amount:
    """What is known (`value`), and the interval that closes it (`low`, `high`), in the metric's unit."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Question:
    """A metric asked of a scope: `start` and `end` bound the period (both included), `as_of` cuts it off."""

    metric: Metric
    scope: Scope
    start: date
    end: date
    as_of: date
    by: tuple[str, ...] = ()
    checkpoints: tuple[date, ...] = ()
    parameters: Parameters = field(default_factory=Parameters)
    known_at: int | None = None


def compute(database: Database, question: Question) -> dict[Key, Amount]:
    """Return an Amount per key of the breakdown; without a breakdown the one key is ().

    Keys follow `question.by`; None in a key means unknown. By checkpoint an amount is what that date adds to
    the one before, also of people. KeyError for an unknown dimension.
    """
    low, high = certain(database, question), _run(database, question, "high")
    zero = 0.0
    return {key: Amount(low.get(key, zero), low.get(key, zero), high.get(key, zero)) for key in high | low}


def certain(database: Database, question: Question) -> dict[Key, float]:
    """Return what is known for certain per key of the breakdown: half the work of `compute`."""
    return _run(database, question, "low")


def formula_text(question: Question) -> str:
    """Return the SQL that counts what is known, for the reader who wants to check it."""
    return _sql(question, "low")[0]


def rows(database: Database, question: Question, limit: int = 1000, variant: Variant = "high") -> list[dict]:
    """Return the facts that may count ("low": that count for certain), with delivery, sheet and row.

    For the analyst only. A row counts when the formula over that row alone is above zero.
    """
    inner, parameters = _facts(question, variant)
    place = "delivery_id, sheet, row_number"
    counted = f"SELECT {place} FROM facts GROUP BY ALL HAVING {question.metric.formula} > 0"
    sql = f"WITH facts AS ({inner}) FROM facts SEMI JOIN ({counted}) USING ({place})"
    order = " ORDER BY start_date, delivery_id, row_number"
    return database.query(f"{sql}{order} LIMIT {int(limit)}", parameters).to_pylist()


def opened(database: Database, question: Question, unknown: str) -> float:
    """Return the count if one unknown ("hours", "registered", "sector", "municipality" …) were in its favour.

    The others stay at what is certain; ValueError for a breakdown, which has no single count.
    """
    (amount,) = _run(database, question, frozenset({unknown})).values()
    return amount


def end_of(name: str, variant: Variant) -> str:
    """Return at which end of its interval a column is taken."""
    if isinstance(variant, str):
        return variant
    return "high" if name in variant else "low"


def _run(database: Database, question: Question, variant: Variant) -> dict[Key, float]:
    sql, parameters = _sql(question, variant)
    result = database.query(sql, parameters).to_pylist()
    width = len(question.by)
    return {tuple(row[f"k{i}"] for i in range(width)): float(row["amount"]) for row in result}


def _sql(question: Question, variant: Variant) -> tuple[str, Mapping[str, object]]:
    keys = [f"{DIMENSIONS[name]} AS k{i}" for i, name in enumerate(question.by)]
    inner, parameters = _facts(question, variant)
    if "checkpoint" in question.by and "DISTINCT person" in question.metric.formula:
        inner = _first_of_each(question, inner)
    group = " GROUP BY ALL" if keys else ""
    answers = ", ".join([*keys, f"{question.metric.formula} AS amount"])
    return f"SELECT {answers} FROM ({inner}){group}", parameters


def _first_of_each(question: Question, inner: str) -> str:
    """Keep a person's first checkpoint only, so that what checkpoints add can be added up."""
    kept = [DIMENSIONS[name] for name in question.by if name != "checkpoint"]
    columns = ", ".join([*kept, "person", "registered", "counts"])
    return f"SELECT {columns}, min(checkpoint) AS checkpoint FROM ({inner}) GROUP BY ALL"


def _facts(question: Question, variant: Variant) -> tuple[str, dict[str, object]]:
    """Return the rows in scope, with the columns that the formula names, and all parameters."""
    metric = question.metric
    asked = [name for name in INTERVALS[metric.view] if name in metric.formula or name in question.by]
    certain = ", ".join(f"{name}_{end_of(name, variant)} AS {name}" for name in asked)
    where, parameters = _where(question, variant)
    numbers = {
        name: value for name, value in vars(question.parameters).items() if f"${name}" in metric.formula
    }
    return f"SELECT *, {certain} FROM {_source(question)} WHERE {where}", parameters | numbers


def _source(question: Question) -> str:
    view = question.metric.view
    source = view if question.known_at is None else f"{view}_known_at({int(question.known_at)})"
    if "checkpoint" not in question.by:
        return source
    return f"(FROM {source} JOIN {CALENDAR} ON start_date = began)"


def _where(question: Question, variant: Variant) -> tuple[str, dict[str, object]]:
    scope, parameters = question.scope, {"as_of": question.as_of}
    if question.metric.kind == "flow":
        tests = ["start_date BETWEEN $start AND least($end, $as_of)"]
        parameters |= {"start": question.start, "end": question.end}
    else:
        tests = ["start_date <= $as_of AND coalesce(end_date >= $as_of, true)"]
    if "checkpoint" in question.by:
        parameters["checkpoints"] = list(question.checkpoints)
    if scope.region:
        tests.append(_membership(question, parameters, variant))
    if scope.sector:
        tests.append(_sector(variant))
        parameters["sector"] = scope.sector
    if scope.municipalities:
        tests.append("list_contains($municipalities, municipality)")
        parameters["municipalities"] = list(scope.municipalities)
    for name in ("subregion", "party", "channel", "job_type", "target_group", "pillar"):
        if (code := getattr(scope, name)) is not None:
            tests.append(f"{name} = ${name}")
            parameters[name] = code
    return " AND ".join(tests), parameters


def _membership(question: Question, parameters: dict[str, object], variant: Variant) -> str:
    """A flow uses membership on the start date, a stock on the reference date."""
    unknown = "true" if end_of("municipality", variant) == "high" else "false"
    if question.metric.kind == "flow":
        return f"coalesce(member, {unknown})"
    parameters["members"] = [municipality.code for municipality in members(question.as_of)]
    return f"coalesce(list_contains($members, municipality), {unknown})"


def _sector(variant: Variant) -> str:
    """Hired-in and unknown may belong to either sector: certain for none, possible for both."""
    if end_of("sector", variant) == "low":
        return "coalesce(sector = $sector, false)"
    return "(sector = $sector OR sector = 'inleen' OR sector IS NULL)"
