"""What makes a kind of delivery: its columns, the rows it gives, and the checks on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pyarrow as pa
import pyarrow.compute as pc

from data_loaders.categories import (
    read_channel,
    read_contract,
    read_job_type,
    read_level,
    read_party,
    read_pillar,
    read_sector,
    read_target_group,
    read_track,
)
from data_loaders.columns import Column, Recogniser
from data_loaders.dates import read_date
from data_loaders.hours import read_fte, read_hours
from data_loaders.moments import read_moment
from data_loaders.municipalities import read_home, read_work
from data_loaders.offers import Offer
from data_loaders.privacy import DANGER, FORBIDDEN
from data_loaders.values import Reader, read_amount, read_boolean, read_count
from storage.deliveries import UNDATED

# Type of a column: how a cell is read, and as what it is kept.
READERS: dict[str, tuple[Reader, pa.DataType]] = {
    "date": (read_date, pa.date32()),
    "moment": (read_moment, pa.timestamp("us")),
    "hours": (read_hours, pa.decimal128(6, 2)),
    "fte": (read_fte, pa.decimal128(8, 4)),
    "amount": (read_amount, pa.decimal128(12, 2)),
    "count": (read_count, pa.int32()),
    "boolean": (read_boolean, pa.bool_()),
    "home": (read_home, pa.string()),
    "work": (read_work, pa.string()),
    "job_type": (read_job_type, pa.string()),
    "contract": (read_contract, pa.string()),
    "target_group": (read_target_group, pa.string()),
    "sector": (read_sector, pa.string()),
    "channel": (read_channel, pa.string()),
    "pillar": (read_pillar, pa.string()),
    "party": (read_party, pa.string()),
    "level": (read_level, pa.int32()),
    "track": (read_track, pa.string()),
}
TEXTS = frozenset({"text", "code", "person"})  # kept as they are; "person" is made a pseudonym first
LARGE = 12  # digits of a column of amounts
RECOGNISED_ONLY = "recognised"  # known, but of no use to this kind


@dataclass(frozen=True)
class Check:
    """One rule over the typed rows. `where` and `issue` are SQL; `issue` gives the Dutch clause.

    The clause follows the place of the cell. Warnings that are `grouped` are told once per clause. `sort` is
    the code under which its problems are grouped on screen (sorts.py has the words).
    """

    field: str
    severity: str
    where: str
    issue: str
    grouped: bool = False
    source: str = "typed"
    sort: str = "rij"


@dataclass(frozen=True)
class Kind:
    """A kind of delivery. `output` gives each stored column its type and its SQL over the typed rows.

    `readers` are the types of its own, beside READERS.
    """

    key: str
    label: str
    one: str
    columns: tuple[Column, ...]
    others: tuple[str, ...]  # headings that are nearly like a column of this kind, and mean something else
    needs: str  # the columns that such a list has at least, as a Dutch clause
    anchor: str  # the field that every row of data has; without it a row may be a note or a total
    number: str  # the field with a row's own number, "" when it has none
    period: tuple[str, ...]  # stored dates, the first to the last of which is the period; () when undated
    telling: frozenset[str]  # fields that only this kind has
    signs: frozenset[str]  # one of these fields must be there; empty when none needs to be
    counted: frozenset[str]  # optional fields without which a figure is less certain
    output: tuple[tuple[str, pa.DataType, str], ...]
    checks: tuple[Check, ...]
    offers: Mapping[str, Offer]  # what the template has of each field; a field without is not offered
    readers: Mapping[str, tuple[Reader, pa.DataType]]
    source: str = "typed"  # SQL of the rows that are stored: the typed ones, or made of those

    @cached_property
    def recogniser(self) -> Recogniser:
        """Return what matches headings to the fields of this kind."""
        return Recogniser(self.columns, FORBIDDEN, DANGER, self.others)

    @cached_property
    def by_field(self) -> dict[str, Column]:
        """Return the columns by their field."""
        return {column.field: column for column in self.columns}

    def reader(self, column: Column) -> tuple[Reader, pa.DataType]:
        """Return how a cell of a column is read, and as what it is kept; not for TEXTS."""
        return self.readers.get(column.type) or READERS[column.type]

    def nature(self, field: str) -> str:
        """Return "date" for a field that is kept as a day, "amount" for a large number, else its type."""
        column = self.by_field[field]
        kept = pa.string() if column.type in TEXTS | {RECOGNISED_ONLY} else self.reader(column)[1]
        if pa.types.is_temporal(kept):
            return "date"
        return "amount" if pa.types.is_decimal(kept) and kept.precision >= LARGE else column.type

    def span(self, table: pa.Table) -> tuple[date, date] | None:
        """Return the first and the last day of rows of this kind, None where no row has one."""
        if not self.period:
            return UNDATED
        ends = [pc.min_max(table.column(name).cast(pa.date32())).as_py() for name in self.period]
        days = [day for one in ends for day in one.values() if day]
        if not days:  # rows of a kind that may do without dates
            return UNDATED if table.num_rows else None
        return min(days), max(days)

    @property
    def schema(self) -> pa.Schema:
        """Return the schema of the rows that are stored: place in the file, then `output`."""
        place = [pa.field("sheet", pa.string()), pa.field("row_number", pa.int32())]
        return pa.schema(place + [pa.field(name, kind) for name, kind, _ in self.output])
