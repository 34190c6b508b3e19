"""Trajectories of one municipality: for whom, by whom, how far they got, and whether work lasted.

Unit: trajectories begun from a day up to a date (a person may have several), by municipality of the client.
Placed: a day of placement that has come. Lasting: still at work six or twelve months after the placement;
who can't be observed that long yet, or of whom nobody said it, is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import date

from metrics.disclosure import CROSSED_LIMIT, LIMIT, Disclosed
from metrics.guard import Relation
from metrics.participation_counts import UNKNOWN
from metrics.participation_talks import median
from metrics.rounding import ALL, cross_table, protected, rounded
from storage.database import Database

STEPS = ("intake", "diagnose", "training", "werken-met-behoud", "opleiding", "matching")
# The groups for whom Haarlem buys apart (document S3, lines 1462-1490), and who else has a trajectory.
GROUPS = ("direct-bemiddelbaar", "statushouder", "pro-vso", "50-plus", "ex-gedetineerde", "evc", "overig")
# Groups and provisions that tell of health, origin or detention (GDPR art. 9 and 10): the higher limit.
SENSITIVE = frozenset(
    {"statushouder", "pro-vso", "ex-gedetineerde", "garantiebaan", "beschut", "dagbesteding"}
)
WORK = ("garantiebaan", "beschut", "leerwerkplek", "werkervaringsplaats", "vrijwilligerswerk")
NORM_START, NORM_END = date(2018, 1, 1), date(2019, 12, 31)  # the years of T-H17-06


@dataclass(frozen=True)
class Row:
    """What may be shown of the trajectories of one group or provider."""

    begun: Disclosed
    running: Disclosed
    placed: Disclosed
    seen_6: Disclosed
    kept_6: Disclosed
    seen_12: Disclosed
    kept_12: Disclosed


@dataclass(frozen=True)
class Paths:
    """What may be shown of all trajectories up to a date; ALL has the totals.

    `steps`: last known step of learning-and-working trajectories; `norm`: provider to trajectories begun in
    the years of the norm; `days`: median days from start to placement; `suppliers`: who delivered the rows.
    """

    as_of: date
    groups: Mapping[str, Row]
    providers: Mapping[str, Row]
    provisions: Mapping[str, Row]
    steps: Mapping[str, Disclosed]
    norm: Mapping[str, Disclosed]
    days: int | None
    suppliers: tuple[str, ...]


def paths(database: Database, municipality: str, start: date, as_of: date) -> Paths | None:
    """Return the trajectories begun since a day up to a date; None when there are none."""
    asked = {"municipality": municipality, "start": start, "as_of": as_of}
    rows = database.query(_ROWS, asked).to_pylist()
    if not rows:
        return None
    waits = [{"days": one["days"], "people": one["number"]} for one in rows if one["days"] is not None]
    suppliers = database.query(_SUPPLIERS, asked)["supplier"].to_pylist()
    learning = [one for one in rows if one["provision"] == "leerwerktraject"]
    bought = [one for one in rows if one["in_norm"]]
    return Paths(
        as_of=as_of,
        groups=_table(rows, group_of, as_of, SENSITIVE),
        providers=_table(rows, _coded("provider"), as_of),
        provisions=_table(rows, _coded("provision"), as_of, SENSITIVE),
        steps=_counted(learning, _coded("step"), as_of),
        norm=_counted(bought, _coded("provider"), as_of),
        days=median(waits),
        suppliers=tuple(suppliers),
    )


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


def group_of(row: Mapping) -> str:
    """Return the group of the strategy that a trajectory belongs to."""
    if "evc" in (row["target_group"], row["provision"]):
        return "evc"
    if row["target_group"] in ("pro", "vso"):
        return "pro-vso"
    return row["target_group"] if row["target_group"] in GROUPS else "overig"


_FACTS = ("begun", "running", "ended", "placed", "unplaced", "seen_6", "unseen_6", "kept_6", "lost_6",
          "seen_12", "unseen_12", "kept_12", "lost_12")  # fmt: skip
# What anybody can subtract within one group: the whole and its two parts.
_SPLITS = (
    ("begun", "running", "ended"), ("begun", "placed", "unplaced"),
    ("placed", "seen_6", "unseen_6"), ("seen_6", "kept_6", "lost_6"),
    ("placed", "seen_12", "unseen_12"), ("seen_12", "kept_12", "lost_12"),
)  # fmt: skip


def _table(
    rows: Iterable[Mapping], key: Callable[[Mapping], str], as_of: date, sensitive: Set[str] = frozenset()
) -> dict[str, Row]:
    """Return a row per code and for ALL, protected together: no small number can be worked out."""
    counts: dict[tuple[str, str], int] = {}
    codes = dict.fromkeys([ALL])
    for one in rows:
        codes.setdefault(key(one))
        for fact, holds in _facts(one).items():
            for code in (key(one), ALL):
                counts[code, fact] = counts.get((code, fact), 0) + (one["number"] if holds else 0)
    relations = [
        Relation((code, whole), ((code, one), (code, two))) for code in codes for whole, one, two in _SPLITS
    ]
    parts = [code for code in codes if code != ALL]
    relations += [Relation((ALL, fact), tuple((code, fact) for code in parts)) for fact in _FACTS]
    limits = {
        (code, fact): LIMIT if code == ALL or fact == "begun" and code not in sensitive else CROSSED_LIMIT
        for code, fact in counts
    }
    shown = protected(counts, relations, limits, as_of)
    return {code: Row(**{name: shown[code, name] for name in Row.__annotations__}) for code in codes}


def _facts(one: Mapping) -> dict[str, bool]:
    placed, running = one["placed"], one["running"]
    found = {"begun": True, "running": running, "ended": not running}
    found |= {"placed": placed, "unplaced": not placed}
    for months in ("6", "12"):
        kept = one[f"kept_{months}"]
        seen = kept is not None
        found |= {
            f"seen_{months}": seen, f"unseen_{months}": placed and not seen,
            f"kept_{months}": seen and kept, f"lost_{months}": seen and not kept,
        }  # fmt: skip
    return found


def _coded(column: str) -> Callable[[Mapping], str]:
    return lambda one: one[column] or UNKNOWN


def _counted(rows: Iterable[Mapping], key: Callable[[Mapping], str], as_of: date) -> dict[str, Disclosed]:
    counts: dict[tuple[str], int] = {}
    for one in rows:
        counts[(key(one),)] = counts.get((key(one),), 0) + one["number"]
    return {code[0]: shown for code, shown in cross_table(counts, as_of).items()} if counts else {}


_ROWS = f"""
    SELECT target_group, provider, provision, step,
        coalesce(end_date > $as_of, true) AS running,
        coalesce(placed_date <= $as_of, false) AS placed,
        CASE WHEN placed THEN placed_date - start_date END AS days,
        CASE WHEN placed AND placed_date + INTERVAL 6 MONTH <= $as_of THEN sustained_6 END AS kept_6,
        CASE WHEN placed AND placed_date + INTERVAL 12 MONTH <= $as_of THEN sustained_12 END AS kept_12,
        start_date BETWEEN DATE '{NORM_START}' AND DATE '{NORM_END}' AS in_norm,
        CAST(sum(quantity_low) AS BIGINT) AS number
    FROM trajectories WHERE municipality = $municipality AND start_date BETWEEN $start AND $as_of
    GROUP BY ALL ORDER BY ALL
"""
_SUPPLIERS = """
    SELECT DISTINCT supplier FROM trajectories JOIN delivery ON delivery.id = delivery_id
    WHERE municipality = $municipality AND start_date BETWEEN $start AND $as_of ORDER BY ALL
"""
_WORK = """
    SELECT job_type,
        CAST(sum(quantity_low) FILTER (start_date >= $start) AS BIGINT) AS begun,
        CAST(sum(quantity_low) FILTER (coalesce(end_date >= $as_of, true)) AS BIGINT) AS running
    FROM placements WHERE municipality = $municipality AND start_date <= $as_of AND job_type IS NOT NULL
    GROUP BY ALL
"""
