"""What UWV published itself about jobs for the target group, to end a bridge at."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from metrics.bridge import Bridge, Step
from storage.database import Database

# The unit that a published figure must have, by the last way of counting of a bridge.
UNITS = {"uwv-banen": "banen", "uwv-personen": "personen"}
REST = "blijft over: wat UWV weet en wij niet, of anders telt"


@dataclass(frozen=True)
class UwvFigure:
    """A number of the whole region as UWV published it: public, so shown as it is."""

    value: float
    unit: str
    day: date
    document: str


def uwv_figure(database: Database, destination: str, start: date, until: date) -> UwvFigure | None:
    """Return the last delivered figure of UWV about a way of counting from `start` until a day, if any."""
    if destination not in UNITS:
        return None
    found = database.query(
        "SELECT low, high, unit, reference_date, document FROM published_figures"
        " JOIN delivery ON delivery.id = delivery_id"
        " WHERE municipality IS NULL AND party IS NULL AND reference_date BETWEEN $start AND $until"
        " AND low = high AND lower(unit) = $unit"
        " AND (supplier = 'uwv' OR regexp_matches(document || ' ' || title, '\\bUWV\\b', 'i'))"
        " AND regexp_matches(document || ' ' || title, 'banenafspraak|garantieba|doelgroepregister', 'i')"
        " ORDER BY reference_date DESC, delivery_id DESC, row_number LIMIT 1",
        {"start": start, "until": until, "unit": UNITS[destination]},
    ).to_pylist()
    if not found:
        return None
    row = found[0]
    return UwvFigure(float(row["low"]), row["unit"], row["reference_date"], row["document"])


def to_published(bridge: Bridge, figure: UwvFigure) -> Bridge:
    """Return the bridge with a last step to a figure of the same day: what counting does not explain."""
    step = Step(REST, figure.value - bridge.end, figure.value)
    return replace(bridge, end=figure.value, steps=(*bridge.steps, step))
