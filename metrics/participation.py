"""The caseload of one municipality: its stock by group, who moved between groups, who came and who left.

Unit: people with a benefit, as the municipality counted them. A newer delivery of the same count replaces an
older one. Where a delivery breaks a number down in several ways, the breakdown that covers most is read.
Group and provision are kept apart: the group is never inferred from the work that somebody does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from metrics.disclosure import LIMIT, Disclosed
from metrics.participation_counts import UNKNOWN, Count, Span, added, chained, year_before
from metrics.rounding import ALL, cross_table
from storage.database import Database

GROUPS = ("zonder-afstand", "overbrugbaar", "onoverbrugbaar")
DIMENSIONS = ("client_group", "duration", "age", "household")
FLOWS = ("instroom", "uitstroom", "uitstroom-naar-werk")


@dataclass(frozen=True)
class Flow:
    """How many came or left over the days of `span`; `whole` when those are the whole stretch asked for."""

    count: Count
    span: Span
    whole: bool


@dataclass(frozen=True)
class Moves:
    """Who changed of group: (group before, group after) to what may be shown, over the days of `span`."""

    found: Mapping[tuple[str, str], Disclosed]
    span: Span
    whole: bool


@dataclass
class Caseload:
    """All counts of one municipality. Kept per data version; every question is answered from it."""

    stocks: dict[date, dict[tuple, dict[tuple, Count]]] = field(default_factory=dict)
    flows: dict[str, dict[Span, dict[tuple, Count]]] = field(default_factory=dict)
    moved: dict[Span, dict[tuple[str, str], Count]] = field(default_factory=dict)

    def dates(self, dimension: str | None = None) -> list[date]:
        """Return the days with a stock, oldest first; with a dimension, those broken down by it."""
        if dimension is None:
            return sorted(self.stocks)
        place = DIMENSIONS.index(dimension)
        return [day for day in sorted(self.stocks) if any(made[place] for made in self.stocks[day])]

    def last(self, as_of: date, dimension: str | None = None) -> date | None:
        """Return the last such day up to a date, or None."""
        return max((day for day in self.dates(dimension) if day <= as_of), default=None)

    def total(self, day: date) -> Count:
        """Return the stock on a day: the total as delivered, else the largest sum of parts."""
        ways = self.stocks[day]
        return _most({key: count for rows in ways.values() for key, count in rows.items()})

    def parts(self, day: date, dimension: str) -> dict[str, Disclosed]:
        """Return what may be shown of a stock by code of one dimension; ALL is the total.

        People of whom the code is not delivered are UNKNOWN; a part that was delivered as secret stays so.
        """
        place = DIMENSIONS.index(dimension)
        ways = [rows for made, rows in self.stocks[day].items() if made[place]]
        if not ways:
            return {}
        counts: dict[str, Count] = {}
        for key, count in max(ways, key=lambda rows: added(rows.values()).low).items():
            counts[key[place]] = counts.get(key[place], Count()) + count
        return _shown_parts(counts, self.total(day), day)

    def moves(self, after: date, until: date) -> Moves | None:
        """Return who changed of group after one day, up to and including another; None when not delivered."""
        chain = chained(self.moved, after + timedelta(days=1), until)
        if not chain:
            return None
        counts: dict[tuple[str, str], int] = {}
        for span in chain:
            for key, count in self.moved[span].items():
                counts[key] = counts.get(key, 0) + count.low
        shown = {key: one for key, one in cross_table(counts, until).items() if ALL not in key}
        return Moves(shown, Span(chain[-1].start, until), chain[-1].start == after + timedelta(days=1))

    def flow(self, measure: str, as_of: date) -> Flow | None:
        """Return the flow over the year up to the last day with one; over fewer days where a part lacks."""
        spans = self.flows.get(measure, {})
        last = max((span.end for span in spans if span.end <= as_of), default=None)
        if last is None:
            return None
        first = year_before(last) + timedelta(days=1)
        chain = chained(spans, first, last)
        if not chain:
            return None
        return Flow(
            added(_most(spans[span]) for span in chain),
            Span(chain[-1].start, last),
            chain[-1].start == first,
        )

    def inflow(self, first: date, last: date) -> Count | None:
        """Return who came in over these days, both included; None unless all of them were delivered."""
        spans = self.flows.get("instroom", {})
        chain = chained(spans, first, last)
        if last >= first and (not chain or chain[-1].start != first):
            return None
        return added(_most(spans[span]) for span in chain)


def caseload(database: Database, municipality: str) -> Caseload:
    """Return all counts of clients of a municipality (view caseloads)."""
    found = Caseload()
    for row in database.query(_SQL, {"municipality": municipality}).to_pylist():
        key = tuple(row[name] for name in DIMENSIONS)
        count = Count(row["low"], None if row["secret"] else row["high"])
        day, before = row["reference_date"], row["client_group_before"]
        if row["measure"] == "stand":
            found.stocks.setdefault(day, {}).setdefault(_made(key), {})[key] = count
        elif row["period_start"] is not None:
            span = Span(row["period_start"], day)
            if before is None:
                found.flows.setdefault(row["measure"], {}).setdefault(span, {})[key] = count
            elif row["client_group"] is not None and row["measure"] == "instroom":
                moved = found.moved.setdefault(span, {})
                pair = (before, row["client_group"])
                moved[pair] = moved.get(pair, Count()) + count
    return found


def reference_dates(database: Database) -> list[date]:
    """Return every day of which a stock of clients was delivered, oldest first."""
    sql = "SELECT DISTINCT reference_date FROM caseloads WHERE measure = 'stand' ORDER BY ALL"
    return database.query(sql)["reference_date"].to_pylist()


def grouped_dates(database: Database) -> list[date]:
    """Return the days of which a stock by client group was delivered, oldest first."""
    sql = """SELECT DISTINCT reference_date FROM caseloads
             WHERE measure = 'stand' AND client_group IS NOT NULL ORDER BY ALL"""
    return database.query(sql)["reference_date"].to_pylist()


def places(database: Database) -> list[str]:
    """Return the codes of the municipalities of whom clients, talks or trajectories were delivered."""
    sql = """SELECT DISTINCT municipality FROM (
                 SELECT municipality FROM caseloads UNION ALL SELECT municipality FROM talks
                 UNION ALL SELECT municipality FROM trajectories)
             WHERE municipality IS NOT NULL ORDER BY ALL"""
    return database.query(sql)["municipality"].to_pylist()


def _shown_parts(counts: Mapping[str, Count], total: Count, day: date) -> dict[str, Disclosed]:
    secret = {code for code, count in counts.items() if count.high is None}
    known = {(code,): count.low for code, count in counts.items() if code not in secret}
    rest = total.low - sum(count.high or 0 for count in counts.values())
    if rest > 0 and not secret:
        known[(UNKNOWN,)] = rest
    shown = {key[0]: one for key, one in cross_table(known, day).items()}
    shown |= {code: Disclosed("shielded", None, day, LIMIT) for code in secret}
    return shown | {ALL: total.disclosed(day)}


def _made(key: tuple) -> tuple:
    return tuple(code is not None for code in key)


def _most(rows: Mapping[tuple, Count]) -> Count:
    """Return the total as delivered, else the largest sum of the ways in which it is broken down."""
    ways: dict[tuple, list[Count]] = {}
    for key, count in rows.items():
        ways.setdefault(_made(key), []).append(count)
    whole = ways.get((False,) * len(DIMENSIONS))
    return added(whole) if whole else max(map(added, ways.values()), key=lambda count: count.low)


_SQL = """
    WITH newest AS (
        FROM caseloads WHERE municipality = $municipality
        QUALIFY delivery_id = max(delivery_id) OVER (
            PARTITION BY reference_date, period_start, measure, client_group IS NULL,
                         client_group_before IS NULL, duration IS NULL, age IS NULL, household IS NULL)
    )
    SELECT reference_date, period_start, measure, client_group_before, client_group, duration, age, household,
        CAST(sum(quantity_low) AS BIGINT) AS low, CAST(sum(quantity_high) AS BIGINT) AS high,
        bool_or(secret) AS secret
    FROM newest GROUP BY ALL
"""
