"""Rows of actions, budgets and series for tests, so that a test shows only what matters to it."""

from calendar import monthrange
from datetime import date
from decimal import Decimal

import pyarrow as pa

from data_loaders.actions import KIND as ACTION
from data_loaders.budgets import KIND as BUDGET
from data_loaders.indicators import KIND as INDICATOR
from reference.load import members
from storage.database import Database
from tests.builders import provenance

SEVEN = tuple(one.code for one in members(date(2020, 2, 1)))
KINDS = {"action": ACTION, "budget": BUDGET, "indicator": INDICATOR}


def action(key: str = "H-1", **changes) -> dict:
    """An action of Haarlem in 2021 with an aim of 60 persons, unless said otherwise."""
    values = {
        "sheet": "Acties", "action_id": key, "title": "Mensen spreken", "pillar": "uitkering-naar-werk",
        "level": "lokaal", "owner": "gemeente Haarlem", "municipality": "GM0392",
        "start_date": date(2021, 1, 1), "end_date": date(2021, 12, 31), "indicator": "mensen gesproken",
        "target_low": Decimal(60), "target_high": Decimal(60), "realised": Decimal(32), "unit": "personen",
        "amount": Decimal(1000), "money_source": "Perspectief op Werk", "status": "loopt",
        "reference_date": date(2021, 6, 30),
    }  # fmt: skip
    return values | changes


def money(line: str, measure: str, low: int, high: int | None = None, **changes) -> dict:
    """An amount for the doe-agenda in 2021, in euros."""
    values = {
        "sheet": "Geld", "year": 2021, "period_start": date(2021, 1, 1), "period_end": date(2021, 12, 31),
        "line": line, "agreement": "raa", "municipality": "GM0392", "measure": measure,
        "amount_low": Decimal(low), "amount_high": Decimal(low if high is None else high), "source": None,
        "document": "Begroting", "reading": None,
    }  # fmt: skip
    return values | changes


def month(text: str, value: float | None, place: str = "GM0392", **changes) -> dict:
    """A WW number of UWV for a month ("2020-02"), known unless the value is None."""
    year, number = map(int, text.split("-"))
    values = {
        "sheet": "Reeks", "cell": None, "region_code": place,
        "municipality": place if place.startswith("GM") else None, "period_start": date(year, number, 1),
        "period_end": date(year, number, monthrange(year, number)[1]), "period_text": text,
        "indicator": "ww", "label": "WW-uitkeringen", "dimension": None,
        "value": None if value is None else Decimal(str(value)),
        "state": "geheim" if value is None else "bekend", "provisional": False, "unit": None, "source": "uwv",
    }  # fmt: skip
    return values | changes


def deliver(database: Database, kind: str, rows: list[dict], **changes) -> None:
    """Store rows of a kind as one delivery of 2020 to 2022."""
    numbered = [{"row_number": number} | row for number, row in enumerate(rows, start=2)]
    origin = {"period_start": date(2020, 1, 1), "period_end": date(2022, 12, 31), "file_name": f"{kind}.xlsx"}
    rows = pa.Table.from_pylist(numbered, schema=KINDS[kind].schema)
    database.deliver(kind, rows, provenance(**origin | changes))
