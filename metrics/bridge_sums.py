"""Placements summed up between a few days, so that a bridge over many days reads the facts once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import Any

import pyarrow as pa

from reference.load import municipalities
from storage.database import Database

LONG_AGO = date(1900, 1, 1)
_KEPT = "municipality, municipality_work, hours_low, registered_low, counts, sector"
# The place of work stands only with the row as delivered.
_WORK = (
    "SELECT delivery_id, sheet, row_number, municipality_work FROM placement"
    " WHERE municipality_work IS NOT NULL"
)


class BridgeSums:
    """The placements that began before or during a period, as if all began and ended on one of `days`.

    A start moves on to the next day and an end back to the last, so on each of `days` the same ones have
    begun and run. Days on which the period or the region changes are kept apart too.
    """

    def __init__(self, database: Database, start: date, days: Sequence[date]) -> None:
        self._database = database
        left = [one.valid_until for one in municipalities() if one.valid_until]
        self._days = sorted({*days, start - timedelta(days=1), *(day for day in left if day <= days[-1])})

    def query(self, sql: str, parameters: Mapping[str, Any] | None = None) -> pa.Table:
        """Return the result of a query in which `placements` are these sums (only what is certain)."""
        return self._database.query(sql, parameters, {"placements": self.rows})

    @cached_property
    def rows(self) -> pa.Table:
        """Return the sums, with the columns of the facts that a bridge looks at."""
        return self._database.query(
            "WITH points AS (SELECT unnest($days::DATE[]) AS point),"
            " starts AS (SELECT began, point AS start_day FROM"
            "  (SELECT DISTINCT start_date AS began FROM placements) ASOF JOIN points ON began <= point),"
            " ends AS (SELECT ended, coalesce(point, $long_ago::DATE) AS end_day FROM"
            "  (SELECT DISTINCT end_date AS ended FROM placements WHERE end_date IS NOT NULL)"
            "  ASOF LEFT JOIN points ON ended >= point)"
            f" SELECT start_day AS start_date, end_day AS end_date, {_KEPT},"
            " sum(quantity_low)::INTEGER AS quantity_low"
            " FROM placements JOIN starts ON start_date = began LEFT JOIN ends ON end_date = ended"
            f" LEFT JOIN ({_WORK}) USING (delivery_id, sheet, row_number) GROUP BY ALL",
            {"days": self._days, "long_ago": LONG_AGO},
        )
