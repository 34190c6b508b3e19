"""Targets and published figures that came as a delivery, in the shape of those of the source documents."""

from __future__ import annotations

from typing import Any

from metrics.catalogue import METRICS
from metrics.placements import COUNTING
from reference.dutch import LABELS, date_long
from reference.load import Figure, Target, TargetScope, dutch_municipalities, suppliers
from storage.database import Database

NOT_MEASURED = "Bij dit doel is geen meting opgegeven."
_WITH_FILE = (
    "SELECT one.*, file_name, supplier FROM {view} one JOIN delivery ON delivery.id = delivery_id "
    "ORDER BY delivery_id, sheet, row_number"
)


def delivered_targets(database: Database) -> tuple[Target, ...]:
    """Return the targets of the deliveries that count now, in the order of delivery.

    `document` is what the delivery names, `lines` is the place of the row: delivery, file, sheet and row. A
    number that two deliveries use gets the delivery behind it.
    """
    rows = database.query(_WITH_FILE.format(view="delivered_targets")).to_pylist()
    numbers = [row["target_id"] for row in rows]
    return tuple(_target(row, numbers.count(row["target_id"]) > 1) for row in rows)


def delivered_figures(database: Database) -> tuple[Figure, ...]:
    """Return the published figures of the deliveries that count now, in the order of delivery."""
    rows = database.query(_WITH_FILE.format(view="published_figures")).to_pylist()
    return tuple(_figure(row) for row in rows)


def _target(row: dict[str, Any], is_shared: bool) -> Target:
    metric = row["metric"]
    rule = COUNTING.get(row["counting"] or "") or (METRICS[metric] if metric else None)
    key = f"{row['target_id']} (levering {row['delivery_id']})" if is_shared else row["target_id"]
    scope = _scope(row)
    return Target(
        key=key, title=row["title"], agreement=row["agreement"], theme="arbeidsmarkt",
        party_text=scope.text, metric=metric, not_measured=None if metric else NOT_MEASURED,
        at_least=row["at_least"], at_most=row["at_most"], unit=row["unit"], scope=scope,
        start=row["start_date"], end=row["end_date"], open_ended=row["end_date"] is None,
        counting=row["counting"], counting_rule=rule.rule if rule else NOT_MEASURED,
        strength=row["strength"], document=row["document"], section=row["section"] or "",
        lines=_place(row), note=_by(row["supplier"]), derived_from=(), baseline=None,
        pillar=None, mismatch=_mismatch(row),
    )  # fmt: skip


def _figure(row: dict[str, Any]) -> Figure:
    day = row["reference_date"]
    return Figure(
        key=row["figure_id"] or f"levering {row['delivery_id']}, rij {row['row_number']}",
        title=row["title"], kind="realisatie", low=row["low"], high=row["high"], unit=row["unit"],
        scope=_scope(row), start=row["period_start"], end=day, date_text=date_long(day),
        target=row["target"], metric=None, document=row["document"],
        section=f"blz. {row['page']}" if row["page"] else "", lines=_place(row),
        note=_by(row["supplier"]),
    )  # fmt: skip


def _scope(row: dict[str, Any]) -> TargetScope:
    sector = row.get("sector")
    if row["municipality"]:
        name = dutch_municipalities().get(row["municipality"], row["municipality"])
        return TargetScope("municipality", row["municipality"], sector, name)
    if row["party"]:
        return TargetScope("party", row["party"], sector, LABELS["party"][row["party"]])
    return TargetScope("region", None, sector, "de regio")


def _place(row: dict[str, Any]) -> str:
    sheet = f', blad "{row["sheet"]}"' if row["sheet"] else ""
    return f'levering {row["delivery_id"]}, "{row["file_name"]}"{sheet}, rij {row["row_number"]}'


def _by(supplier: str) -> str:
    if supplier == "onbekend":
        return "Niet bekend is wie dit leverde."
    name = next((one.name for one in suppliers() if one.code == supplier), supplier)
    return f"Geleverd door {name}."


def _mismatch(row: dict[str, Any]) -> str | None:
    """Return that a target counts in another unit than its metric, None where they agree."""
    if not row["metric"]:
        return None
    metric = COUNTING.get(row["counting"] or "") or METRICS[row["metric"]]
    if row["unit"].strip().lower() in (metric.unit, metric.unit_one):
        return None
    return f"Het doel gaat over {row['unit']}, en geteld zijn {metric.unit}."
