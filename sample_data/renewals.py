"""Second contracts of the same person at the same employer, with gaps around the limit of 31 days."""

from collections import Counter
from datetime import timedelta

from sample_data import names
from sample_data.calendar_plan import months_later
from sample_data.rows import Row

# Position in the list from which a first contract is sought -> days between its end and the next start.
ONE_PLACEMENT = {40: 1, 130: 1, 200: 13, 300: 30, 330: 1, 420: 31, 700: 1, 1100: 20, 1600: 1, 2300: 1}
TWO_PLACEMENTS = {520: 32}


def renewals(rows: list[Row]) -> list[Row]:
    """The rows to add: ten renewals, a third contract for one of them, and one that is too late to merge."""
    gaps = {**ONE_PLACEMENT, **TWO_PLACEMENTS}
    added = [_renewal(first, gaps[index]) for index, first in _firsts(rows, sorted(gaps))]
    third = {**_renewal(added[0], 1), "end": None, "contract_kind": "vast"}
    # Fewer hours in the second contract: the placement keeps those of the first.
    added[2] = {**added[2], "hours": (20, 20)}
    return [*added, third]


def _firsts(rows: list[Row], indexes: list[int]) -> list[tuple[int, Row]]:
    seen = Counter((row["supplier"], row["person"]) for row in rows)
    taken, found = set(), []
    for index in indexes:
        chosen = next(
            i
            for i in range(index, len(rows))
            if i not in taken and seen[(rows[i]["supplier"], rows[i]["person"])] == 1 and _renewable(rows[i])
        )
        taken.add(chosen)
        found.append((index, rows[chosen]))
    return found


def _renewable(row: Row) -> bool:
    # No gap may lie on a reference date that the answers use (30 September, 31 December), so that
    # 'active on that date' means one thing.
    return bool(
        row["in_register"]
        and row["person"]
        and row["home"]
        and row["party"] is None
        and row["job_type"] in ("garantiebaan", "loonkostensubsidie", "regulier")
        and row["end"] is not None
        and row["end"].month in (1, 2, 4, 5, 6, 11)
        and row["employer"] not in names.PARTY_EMPLOYERS
    )


def _renewal(first: Row, gap_days: int) -> Row:
    start = first["end"] + timedelta(days=gap_days)
    number = first["placement_id"]
    return {**first, "start": start, "end": months_later(start, 12), "placement_id": number and f"{number}V"}
