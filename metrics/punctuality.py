"""Whether each supplier delivers in its own rhythm, and who is late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from storage.database import Database

# A delivery is given this many days after the end of its period before it is called late.
GRACE = 30
# Days of a rhythm, at most, and the months that it stands for.
_RHYTHMS = ((10, 0), (45, 1), (75, 2), (135, 3), (270, 6), (550, 12), (900, 24), (1300, 36))


@dataclass(frozen=True)
class Punctuality:
    """The deliveries of one kind by one supplier. `months` is the rhythm (None: one delivery tells none, 0:
    every week or so); `expected` the last day of the next period, `late` the days past that and 30 more."""

    kind: str
    supplier: str
    covered: date
    months: int | None
    expected: date | None
    late: int


def punctuality(database: Database, on: date) -> list[Punctuality]:
    """Return one line per kind and supplier with active deliveries of a period, the latest first."""
    ends: dict[tuple[str, str], set[date]] = {}
    for one in database.deliveries():
        if one.active and one.dated:
            ends.setdefault((one.kind, one.supplier), set()).add(one.period_end)
    found = [_line(kind, supplier, sorted(days), on) for (kind, supplier), days in ends.items()]
    return sorted(found, key=lambda one: (-one.late, one.kind != "placement", one.kind, one.supplier))


def _line(kind: str, supplier: str, ends: list[date], on: date) -> Punctuality:
    steps = [(later - earlier).days for earlier, later in pairwise(ends)]
    if not steps:
        return Punctuality(kind, supplier, ends[-1], None, None, 0)
    rhythm = median(steps)
    months = next((months for most, months in _RHYTHMS if rhythm <= most), round(rhythm / 30.4375))
    expected = ends[-1] + timedelta(days=round(rhythm))
    late = max((on - expected).days - GRACE, 0)
    return Punctuality(kind, supplier, ends[-1], months, expected, late)
