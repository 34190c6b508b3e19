"""Participation talks of one municipality: who was invited, spoken and has a plan, and how long that took.

Unit: people where every talk has a person key, else talks. Scope: the municipality of the client, from the
start of the project. A talk counts when its day has come and somebody appeared.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from metrics.disclosure import Disclosed
from metrics.participation_counts import SHARE_LIMIT, UNKNOWN, Count
from metrics.rounding import cross_table
from storage.database import Database

STEPS = ("invited", "held", "planned", "missed", "waiting_talk", "waiting_plan")


@dataclass(frozen=True)
class Talks:
    """What may be shown of the talks up to a date. `persons` says whether people were counted, or talks.

    `days` has per stretch the median number of days, None when fewer than SHARE_LIMIT went through it;
    `referred` has (client group or ALL, referral or ALL) to a count.
    """

    as_of: date
    persons: bool
    counts: Mapping[str, Disclosed]
    days: Mapping[str, int | None]
    referred: Mapping[tuple[str, str], Disclosed]


def talks(database: Database, municipality: str, start: date, as_of: date) -> Talks | None:
    """Return the talks since a day up to a date; None when none were delivered of this municipality."""
    asked = {"municipality": municipality, "start": start, "as_of": as_of}
    row = database.query(_COUNTS, asked).to_pylist()[0]
    if not row["rows"]:
        return None
    persons = not row["keyless"]
    names = [f"{name}_persons" if persons else name for name in STEPS]
    counts = {
        name: Count(row[column] or 0, row[column] if persons else row[f"{name}_high"]).disclosed(as_of)
        if row[column] else Count().disclosed(as_of)
        for name, column in zip(STEPS, names, strict=True)
    }  # fmt: skip
    days = {name: median(database.query(sql, asked).to_pylist()) for name, sql in _DAYS.items()}
    referred = {
        (one["client_group"] or UNKNOWN, one["referral"] or UNKNOWN): one["people"]
        for one in database.query(_REFERRED, asked).to_pylist()
    }
    return Talks(as_of, persons, counts, days, cross_table(referred, as_of) if referred else {})


def delivered_until(database: Database, kind: str) -> date | None:
    """Return the last day that the deliveries of a kind cover; None without any."""
    return max((one.period_end for one in database.deliveries(kind) if one.active), default=None)


def median(rows: Iterable[Mapping[str, int]]) -> int | None:
    """Return the median of `days`, each counting for `people`; None of fewer than SHARE_LIMIT people."""
    counted = sorted((row["days"], row["people"]) for row in rows)
    whole = sum(people for _, people in counted)
    if whole < SHARE_LIMIT:
        return None
    passed = 0
    for days, people in counted:
        passed += people
        if 2 * passed >= whole:
            return days
    return None


_ROWS = """
    WITH told AS (
        SELECT *, coalesce(outcome IN ('niet-verschenen', 'afgezegd'), false) AS missed,
            coalesce(talk_date <= $as_of, false) AND NOT missed AS held,
            held AND coalesce(plan_date <= $as_of, false) AS planned,
            coalesce(invited_date <= $as_of, false) AS invited,
            invited AND NOT held AND NOT missed AS waiting_talk,
            held AND NOT planned AND coalesce(outcome <> 'geen-plan', true) AS waiting_plan
        FROM talks
        WHERE municipality = $municipality AND coalesce(invited_date, talk_date) BETWEEN $start AND $as_of
    )
"""
_EACH = ", ".join(
    f"CAST(sum(quantity_low) FILTER ({step}) AS BIGINT) AS {step}, "
    f"CAST(sum(quantity_high) FILTER ({step}) AS BIGINT) AS {step}_high, "
    f"count(DISTINCT person_key) FILTER ({step}) AS {step}_persons"
    for step in STEPS
)
_COUNTS = f"""{_ROWS} SELECT count(*) AS rows, count(*) FILTER (person_key IS NULL) AS keyless, {_EACH}
    FROM told"""
_REFERRED = f"""{_ROWS} SELECT client_group, referral, CAST(sum(quantity_low) AS BIGINT) AS people
    FROM told WHERE held GROUP BY ALL"""
_DAYS = {
    "talk": f"""{_ROWS} SELECT talk_date - invited_date AS days, CAST(sum(quantity_low) AS BIGINT) AS people
        FROM told WHERE held AND invited AND talk_date >= invited_date GROUP BY ALL""",
    "plan": f"""{_ROWS} SELECT plan_date - talk_date AS days, CAST(sum(quantity_low) AS BIGINT) AS people
        FROM told WHERE planned AND plan_date >= talk_date GROUP BY ALL""",
    # Only people whose talk and trajectory bear the same key can be followed.
    "trajectory": f"""{_ROWS} SELECT days, count(*) AS people FROM (
            SELECT min(trajectories.start_date - talk_date) AS days
            FROM told JOIN trajectories USING (person_key)
            WHERE held AND trajectories.start_date BETWEEN talk_date AND $as_of GROUP BY person_key)
        GROUP BY ALL""",
}
