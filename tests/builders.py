"""Rows and databases for tests, so that a test shows only what matters to it."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pyarrow as pa

from storage.database import Database
from storage.deliveries import Provenance

_SCHEMAS: dict[str, pa.Schema] = {}

PLACEMENT = {
    "sheet": "Blad1",
    "placement_id": None,
    "person_key": None,
    "start_date": date(2015, 3, 2),
    "end_date": None,
    "hours": 32,
    "hours_low": None,
    "hours_high": None,
    "job_type": "regulier",
    "contract_kind": None,
    "target_group": "participatiewet",
    "in_register": True,
    "municipality_home": "GM0392",
    "municipality_work": None,
    "employer": None,
    "sector": "markt",
    "sbi": None,
    "kvk": None,
    "channel": "wsp",
    "pillar": None,
    "party": None,
    "via_sroi": None,
    "sroi_value": None,
    "quantity_low": 1,
    "quantity_high": 1,
}
INTERNSHIP = {
    "sheet": "Blad1",
    "internship_id": None,
    "person_key": None,
    "start_date": date(2015, 9, 1),
    "end_date": None,
    "hours": 24,
    "hours_low": None,
    "hours_high": None,
    "level": 2,
    "track": "bbl",
    "crebo": None,
    "school": None,
    "employer": None,
    "municipality_home": "GM0392",
    "municipality_work": None,
    "sector": None,
    "channel": None,
    "pillar": None,
    "party": None,
    "extra": None,
    "via_sroi": None,
    "quantity_low": 1,
    "quantity_high": 1,
}
DEFAULTS = {"placement": PLACEMENT, "internship": INTERNSHIP}


def table(kind: str, rows: list[dict]) -> pa.Table:
    """Return rows as the loaders hand them over; `hours=None` means unknown (0 to 40)."""
    full = []
    for number, row in enumerate(rows, start=2):
        values = DEFAULTS[kind] | row
        hours = values.pop("hours")
        low, high = (0, 40) if hours is None else (hours, hours)
        values["hours_low"] = Decimal(str(low if values["hours_low"] is None else values["hours_low"]))
        values["hours_high"] = Decimal(str(high if values["hours_high"] is None else values["hours_high"]))
        full.append({"row_number": number} | values)
    return pa.Table.from_pylist(full, schema=_schema(kind))


def _schema(kind: str) -> pa.Schema:
    if kind not in _SCHEMAS:
        migration = Path(__file__).parents[1] / "storage/migrations/001_start.sql"
        with duckdb.connect() as connection:
            connection.execute(migration.read_text(encoding="utf-8"))
            schema = connection.sql(f"FROM {kind} LIMIT 0").to_arrow_table().schema
        _SCHEMAS[kind] = pa.schema([field for field in schema if field.name != "delivery_id"])
    return _SCHEMAS[kind]


def provenance(**changes) -> Provenance:
    """Return where a test delivery came from: WSP, the year 2015, unless said otherwise."""
    values = {
        "supplier": "wsp",
        "period_start": date(2015, 1, 1),
        "period_end": date(2015, 12, 31),
        "file_name": "wsp.xlsx",
        "sheet": "Blad1",
        "checksum": "0" * 64,
    }
    return Provenance(**values | changes)


def filled(path: Path, placements: list[dict] = (), internships: list[dict] = (), **changes) -> Database:
    """Return a database with these placements and internships in it."""
    database = Database.open(path / "test.duckdb")
    for kind, rows in (("placement", placements), ("internship", internships)):
        if rows:
            database.deliver(kind, table(kind, rows), provenance(**changes))
    return database


def kind_table(database: Database, kind: str, rows: list[dict]) -> pa.Table:
    """Return rows of any kind as the loaders hand them over; a field that is left out is unknown."""
    schema = database.query(f'FROM "{kind}" LIMIT 0', None).schema
    schema = pa.schema([field for field in schema if field.name != "delivery_id"])
    plain = dict.fromkeys(schema.names) | {"sheet": "Blad1"}
    full = [plain | {"row_number": place} | row for place, row in enumerate(rows, start=2)]
    return pa.Table.from_pylist(full, schema=schema)
