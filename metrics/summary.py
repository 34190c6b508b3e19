"""Facts summed up once, so that the same formulas run over thousands of rows in place of a million.

A Summary holds the placements of a period, added up per reference date and per everything that formulas and
scopes look at. It answers the questions of `compute` like a Database, with the very same SQL: an aggregate
over sums is the aggregate over the rows, as long as it adds quantities and names no persons.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any

import pyarrow as pa

from metrics.metric import CALENDAR, Question
from storage.database import Database

# What formulas of placements look at, beside quantities; and whose placements they are.
_COUNTED = ("hours_low", "hours_high", "registered_low", "registered_high", "counts")
_PLACES = ("municipality", "member", "subregion")


class Summary:
    """The placements that began from `start` up to the last of `days`, as if all began on one of these days.

    `columns` are the properties that questions may ask for beside the places. The sums are made at the first
    question; `days` are in order.
    """

    def __init__(self, database: Database, start: date, days: Sequence[date], columns: Sequence[str]) -> None:
        self._database, self._start, self._days = database, start, list(days)
        self._columns = tuple(columns)

    def query(self, sql: str, parameters: Mapping[str, Any] | None = None) -> pa.Table:
        """Return the result of a query in which `placements` is this summary."""
        return self._database.query(sql, parameters, {"placements": self._rows})

    @cached_property
    def _rows(self) -> pa.Table:
        kept = ", ".join((*_PLACES, *_COUNTED, *self._columns))
        sums = ", ".join(f"sum({name})::INTEGER AS {name}" for name in ("quantity_low", "quantity_high"))
        return self._database.query(
            f"SELECT checkpoint AS start_date, {kept}, {sums}"
            f" FROM placements JOIN {CALENDAR} ON start_date = began GROUP BY ALL",
            {"checkpoints": self._days, "start": self._start},
        )


def adds_up(question: Question) -> bool:
    """Return whether a summary answers a question as the facts themselves do."""
    metric = question.metric
    return metric.view == "placements" and metric.kind == "flow" and metric.additive
