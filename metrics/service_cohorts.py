"""Who was still at work: placements by quarter of start, six and twelve months on.

Unit: placements (a renewal goes with the placement that it continues) of residents of the region, of every
kind of work that may count for an agreement. A placement without an end date is neither at work nor ended
for certain: it stays apart. A quarter that can't be observed to its last day yet is left out. All numbers
are disclosed: whatever date or period a page shows, a quarter gives the same numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from metrics.disclosure import LIMIT, Disclosed
from metrics.guard import Relation
from metrics.rounding import protected
from storage.database import Database

MONTHS = (6, 12)
SHARE_LIMIT = 20  # no share of fewer people


@dataclass(frozen=True)
class Cohort:
    """The placements that began in a quarter. Keys of `working` and `ended`: months after the start.

    `undated` have no end date. `seen` is per number of months the day until which one must know.
    """

    quarter: date
    begun: Disclosed
    undated: Disclosed
    working: dict[int, Disclosed]
    ended: dict[int, Disclosed]

    def seen(self, months: int) -> date:
        """Return the day on which the last placement of the quarter was so many months old."""
        return added(self.quarter, 3 + months)

    def shares(self, months: int) -> tuple[float, float] | None:
        """Return the lowest and highest share still at work, from shown numbers; None where not shown."""
        begun, working, undated = self.begun, self.working[months], self.undated
        if begun.state != "shown" or working.state != "shown" or undated.state == "shielded":
            return None
        if begun.value < SHARE_LIMIT:
            return None
        rest = undated.value if undated.state == "shown" else undated.limit - 1
        # Where somebody stopped, rounding may not make everybody stay.
        most = begun.value - (self.ended[months].value != 0)
        return min(working.value, most) / begun.value, min(working.value + rest, most) / begun.value


def cohorts(database: Database) -> list[Cohort]:
    """Return all quarters in which placements began, oldest first, whether observed to the end or not."""
    counts: dict[tuple, int] = {}
    for row in database.query(_SQL, None).to_pylist():
        counts |= {(row["quarter"], name): row[name] for name in _NAMES}
    quarters = sorted({quarter for quarter, _ in counts})
    relations = [one for quarter in quarters for one in _relations(quarter)]
    limits = dict.fromkeys(counts, LIMIT)
    shown = protected(counts, relations, limits, quarters[-1]) if quarters else {}
    return [_cohort(quarter, shown) for quarter in quarters]


def observed(found: Sequence[Cohort], months: int, until: date) -> list[Cohort]:
    """Return the quarters whose last placement was so many months old on a day."""
    return [one for one in found if one.seen(months) <= until]


def added(day: date, months: int) -> date:
    """Return the first day of a month so many months on."""
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


_NAMES = ("begun", "undated", "working_6", "ended_6", "working_12", "ended_12", "between")


def _relations(quarter: date) -> list[Relation]:
    """Return what adds up to what within a quarter; `between` ended from the seventh to the twelfth month."""
    sums = {
        ("begun", "undated", "working_6", "ended_6"),
        ("begun", "undated", "working_12", "ended_12"),
        ("working_6", "working_12", "between"),
        ("ended_12", "ended_6", "between"),
    }
    return [
        Relation((quarter, total), tuple((quarter, part) for part in parts)) for total, *parts in sorted(sums)
    ]


def _cohort(quarter: date, shown: dict[tuple, Disclosed]) -> Cohort:
    return Cohort(
        quarter,
        shown[quarter, "begun"],
        shown[quarter, "undated"],
        {months: shown[quarter, f"working_{months}"] for months in MONTHS},
        {months: shown[quarter, f"ended_{months}"] for months in MONTHS},
    )


def _sum(condition: str, name: str) -> str:
    return f"coalesce(sum(quantity_low) FILTER (WHERE {condition}), 0)::INTEGER AS {name}"


_HALF, _YEAR = "start_date + INTERVAL 6 MONTH", "start_date + INTERVAL 12 MONTH"
_SQL = f"""
SELECT date_trunc('quarter', start_date)::DATE AS quarter, {_sum("true", "begun")},
    {_sum("end_date IS NULL", "undated")}, {_sum(f"end_date >= {_HALF} AND end_date < {_YEAR}", "between")},
    {_sum(f"end_date >= {_HALF}", "working_6")}, {_sum(f"end_date < {_HALF}", "ended_6")},
    {_sum(f"end_date >= {_YEAR}", "working_12")}, {_sum(f"end_date < {_YEAR}", "ended_12")}
FROM placements WHERE counts AND member GROUP BY ALL ORDER BY ALL
"""
