"""Money for participation per year: what the source gives under both readings, and what was spent.

Unit: euros, exact. The source prints five years above four amounts; either 2017 is the year of the paper
(then the amounts are of 2018 to 2021), or the last year has none (2017 to 2020). Both stay visible.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from reference.load import budgets
from storage.database import Database

AMOUNTS = ("B-01", "B-02", "B-03", "B-04")


@dataclass(frozen=True)
class Money:
    """One year. `ours` and `other`: available under our reading and the other one; None: no amount.

    `spent` is (low, high) as delivered, None when nothing was; `sources` names the documents of `spent`.
    """

    year: int
    ours: Decimal | None
    other: Decimal | None
    spent: tuple[Decimal, Decimal] | None
    sources: tuple[str, ...]


def money(database: Database, municipality: str) -> list[Money]:
    """Return the years of which an amount or spending is known, in order."""
    stated = [one for one in (budgets()[key] for key in AMOUNTS) if one.scope.code == municipality]
    ours = {one.start.year: one.low for one in stated}
    other = {year - 1: amount for year, amount in ours.items()}
    rows = database.query(_SPENT, {"municipality": municipality}).to_pylist()
    spent = {row["year"]: row for row in rows}
    return [
        Money(
            year, ours.get(year), other.get(year),
            (spent[year]["low"], spent[year]["high"]) if year in spent else None,
            tuple(spent[year]["sources"] or ()) if year in spent else (),
        )
        for year in sorted({*ours, *other, *spent})
    ]  # fmt: skip


# A line that a newer delivery gives again counts once.
_SPENT = """
    SELECT year, sum(amount_low) AS low, sum(amount_high) AS high,
        list_sort(list_distinct(list(document) FILTER (document IS NOT NULL))) AS sources
    FROM (FROM budgets
          WHERE municipality = $municipality AND agreement = 'participatie' AND measure = 'besteed'
          QUALIFY delivery_id = max(delivery_id) OVER (PARTITION BY year, line))
    GROUP BY year ORDER BY year
"""
