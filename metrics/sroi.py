"""Social return (SROI): contracts, what was promised on them and which places came of it.

Contracts, euros and promised places are no people and exact. Realised places and internships are people:
rounded, small counts hidden, also against subtraction from the totals. Only approved contracts count.
Internships count for a second pillar of the agreement too (letter of 2015, r. 63), so places and internships
are never added up. A contract states no date of a place: what was realised belongs to the contract's start.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from metrics.disclosure import CROSSED_LIMIT, LIMIT, Disclosed
from metrics.guard import Relation
from metrics.rounding import ALL, protected
from storage.database import Database

APPROVED = "goedgekeurd"
STATUSES = ("goedgekeurd", "ingediend", "concept", "afgekeurd", None)
PEOPLE = ("places", "internships")


@dataclass(frozen=True)
class Contract:
    """One contract. Euros and promised places are exact, None means unknown; people are disclosed.

    `places` and `internships` are None where nothing was delivered.
    """

    key: str
    name: str | None
    contractor: str | None
    status: str | None
    start: date
    end: date | None
    value: Decimal | None
    obligation: Decimal | None
    realised: Decimal | None
    promised: int | None
    places: Disclosed | None
    internships: Disclosed | None


@dataclass(frozen=True)
class Year:
    """The approved contracts that began in a year; `promised` is None where none of them says so."""

    year: int
    contracts: int
    promised: int | None
    places: Disclosed | None
    internships: Disclosed | None


@dataclass(frozen=True)
class Sroi:
    """Contracts (newest first), approved years, and the totals over all approved contracts."""

    contracts: tuple[Contract, ...]
    years: tuple[Year, ...]
    places: Disclosed | None
    internships: Disclosed | None

    @property
    def approved(self) -> tuple[Contract, ...]:
        """Return the contracts that count."""
        return tuple(one for one in self.contracts if one.status == APPROVED)


def sroi(database: Database, municipality: str, as_of: date) -> Sroi:
    """Return the contracts of a municipality (or of none) that began up to a date (view sroi_contracts)."""
    rows = database.query(_SQL, {"municipality": municipality, "as_of": as_of}).to_pylist()
    approved = [row for row in rows if row["status"] == APPROVED]
    years = sorted({row["start"].year for row in approved})
    shown = {name: _disclosed(rows, approved, name, as_of) for name in PEOPLE}
    totals = {name: _known(approved, name, shown[name], ALL) for name in PEOPLE}
    return Sroi(
        tuple(_contract(row, shown) for row in rows),
        tuple(_year(year, approved, shown) for year in years),
        **totals,
    )


def _disclosed(rows: list[dict], approved: list[dict], name: str, as_of: date) -> dict[Hashable, Disclosed]:
    """Return what may be shown per contract, per year of approved contracts, and of all those (ALL).

    Who works for one contractor is a crossed count (design §8), so a contract has the higher limit.
    """
    counts: dict[Hashable, int] = {_cell(row): row[name] or 0 for row in rows}
    limits: dict[Hashable, int] = dict.fromkeys(counts, CROSSED_LIMIT)
    parts: dict[int, list[Hashable]] = {}
    for row in approved:
        parts.setdefault(row["start"].year, []).append(_cell(row))
    counts |= {year: sum(counts[cell] for cell in cells) for year, cells in parts.items()}
    counts[ALL] = sum(counts[year] for year in parts)
    # The total of a single contract is that contract.
    alone = {year: CROSSED_LIMIT for year, cells in parts.items() if len(cells) == 1}
    limits = dict.fromkeys(counts, LIMIT) | limits | alone
    limits |= {ALL: CROSSED_LIMIT} if len(approved) == 1 else {}
    relations = [Relation(year, tuple(cells)) for year, cells in parts.items()]
    return protected(counts, [*relations, Relation(ALL, tuple(parts))], limits, as_of)


def _cell(row: dict) -> tuple[str | None, str]:
    return row["status"], row["key"]


def _contract(row: dict, shown: dict[str, dict[Hashable, Disclosed]]) -> Contract:
    people = {name: None if row[name] is None else shown[name][_cell(row)] for name in PEOPLE}
    return Contract(**{**row, **people})


def _year(year: int, approved: list[dict], shown: dict[str, dict[Hashable, Disclosed]]) -> Year:
    own = [row for row in approved if row["start"].year == year]
    promised = [row["promised"] for row in own if row["promised"] is not None]
    people = {name: _known(own, name, shown[name], year) for name in PEOPLE}
    return Year(year, len(own), sum(promised) if promised else None, **people)


def _known(
    rows: list[dict], name: str, shown: dict[Hashable, Disclosed], cell: Hashable
) -> Disclosed | None:
    """Return a total, or None where none of its contracts says how many."""
    return shown[cell] if any(row[name] is not None for row in rows) else None


_SQL = """
SELECT contract_id AS key, max(contract_name) AS name, max(contractor) AS contractor, status,
    min(start_date) AS start, max(end_date) AS end,
    sum(contract_value) AS value, sum(obligation) AS obligation, sum(realised_value) AS realised,
    sum(places_committed)::INTEGER AS promised, sum(places_realised)::INTEGER AS places,
    sum(internships_realised)::INTEGER AS internships
FROM sroi_contracts
WHERE start_date <= $as_of AND coalesce(municipality, $municipality) = $municipality
GROUP BY contract_id, status ORDER BY start DESC, key
"""
