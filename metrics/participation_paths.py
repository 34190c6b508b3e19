"""Trajectories of one municipality: for whom, by whom, how far they got, and whether work lasted.

Unit: trajectories begun from a day up to a date (a person may have several), by municipality of the client.
Placed: a day of placement that has come. Lasting: still at work six or twelve months after the placement;
who can't be observed that long yet, or of whom nobody said it, is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from metrics.disclosure import CROSSED_LIMIT, LIMIT, Disclosed
from metrics.guard import Relation
from metrics.participation_counts import UNKNOWN
from metrics.participation_talks import median
from metrics.rounding import ALL, cross_table, protected
from storage.database import Database

Code = Callable[[Mapping], str]  # of a row: its code in one way of dividing
STEPS = ("intake", "diagnose", "training", "werken-met-behoud", "opleiding", "matching")
# The groups for whom Haarlem buys apart (document S3, lines 1462-1490), and who else has a trajectory.
GROUPS = ("direct-bemiddelbaar", "statushouder", "pro-vso", "50-plus", "ex-gedetineerde", "evc", "overig")
# Groups and provisions that tell of health, origin or detention (GDPR art. 9 and 10): the higher limit.
SENSITIVE = frozenset(
    {"statushouder", "pro-vso", "ex-gedetineerde", "garantiebaan", "beschut", "dagbesteding"}
)
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
        **_tables(rows, _DIVIDED, as_of),
        steps=_counted(learning, _coded("step"), as_of),
        norm=_counted(bought, _coded("provider"), as_of),
        days=median(waits),
        suppliers=tuple(suppliers),
    )


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


def _tables(rows: Sequence[Mapping], keys: Mapping[str, Code], as_of: date) -> dict[str, dict[str, Row]]:
    """Return per way of dividing (`keys`) a row per code and for ALL, protected together.

    The ways share the totals, so that nothing small can be worked out from one table beside another.
    """
    counts: dict[tuple[str, str, str], int] = {}
    codes = {name: list(dict.fromkeys(map(key, rows))) for name, key in keys.items()}
    for one in rows:
        places = [(name, key(one)) for name, key in keys.items() if len(codes[name]) > 1] + [(ALL, ALL)]
        for fact, holds in _facts(one).items():
            for place in places:
                counts[*place, fact] = counts.get((*place, fact), 0) + (one["number"] if holds else 0)
    shown = protected(counts, _relations(counts), {cell: _limit(cell) for cell in counts}, as_of)
    every = _row(shown, ALL, ALL)
    return {
        name: {ALL: every} | {code: _row(shown, name, code) if len(found) > 1 else every for code in found}
        for name, found in codes.items()
    }


def _relations(counts: Mapping[tuple[str, str, str], int]) -> list[Relation]:
    """Return what adds up: within one code the splits, within one way of dividing the codes."""
    places = dict.fromkeys((name, code) for name, code, _ in counts)
    found = [
        Relation((*place, whole), ((*place, one), (*place, two)))
        for place in places for whole, one, two in _SPLITS
    ]  # fmt: skip
    for name in dict.fromkeys(name for name, _ in places if name != ALL):
        parts = [place for place in places if place[0] == name]
        found += [Relation((ALL, ALL, fact), tuple((*place, fact) for place in parts)) for fact in _FACTS]
    return found


def _limit(cell: tuple[str, str, str]) -> int:
    """Return below what a count is small: the higher limit where a group is crossed, or sensitive."""
    name, code, fact = cell
    return LIMIT if name == ALL or fact == "begun" and code not in SENSITIVE else CROSSED_LIMIT


def _row(shown: Mapping[tuple[str, str, str], Disclosed], name: str, code: str) -> Row:
    return Row(**{fact: shown[name, code, fact] for fact in Row.__annotations__})


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


def _coded(column: str) -> Code:
    return lambda one: one[column] or UNKNOWN


_DIVIDED = {"groups": group_of, "providers": _coded("provider"), "provisions": _coded("provision")}


def _counted(rows: Iterable[Mapping], key: Code, as_of: date) -> dict[str, Disclosed]:
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
