"""Placements in the kinds of work that the participation strategy names."""

from __future__ import annotations

from datetime import date

from metrics.disclosure import CROSSED_LIMIT, Disclosed
from metrics.rounding import rounded
from storage.database import Database

WORK = ("garantiebaan", "beschut", "leerwerkplek", "werkervaringsplaats", "vrijwilligerswerk")


def work(
    database: Database, municipality: str, start: date, as_of: date
) -> dict[str, tuple[Disclosed, Disclosed]]:
    """Return per kind of work of the strategy how many placements began since a day, and how many run.

    Unit: placements in the deliveries of placements, of residents; "runs" means on the reference date.
    """
    asked = {"municipality": municipality, "start": start, "as_of": as_of}
    found = {row["job_type"]: row for row in database.query(_WORK, asked).to_pylist()}
    return {
        kind: (
            rounded(found[kind]["begun"] or 0, as_of, CROSSED_LIMIT),
            rounded(found[kind]["running"] or 0, as_of, CROSSED_LIMIT),
        )
        for kind in WORK
        if kind in found
    }


_WORK = """
    SELECT job_type,
        CAST(sum(quantity_low) FILTER (start_date >= $start) AS BIGINT) AS begun,
        CAST(sum(quantity_low) FILTER (coalesce(end_date >= $as_of, true)) AS BIGINT) AS running
    FROM placements WHERE municipality = $municipality AND start_date <= $as_of AND job_type IS NOT NULL
    GROUP BY ALL
"""
