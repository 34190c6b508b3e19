"""Money for the doe-agenda: what actions plan, what is available and what was spent, per source of money.

All in euros, over 2020 to 2022. Delivered amounts and those of the decision stand side by side, never summed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from metrics.agenda import END, HAARLEM, START, Action
from reference.load import Budget, budgets
from storage.database import Database

MEASURES = ("begroot", "beschikbaar", "gedekt", "besteed")
ROUTINE = "Gewoon participatiebudget"
# The funds that the decision names: words by which a delivery means them, our name, its id in the register.
_NAMED = (
    (("perspectief op werk",), "Perspectief op Werk", "B-08"),
    (("corona", "steunpakket"), "Coronasteun van het Rijk", "B-08"),
    (("tozo",), "Vrij geld voor Tozo 2", "B-06"),
    (("buig",), "Overschot op de bijstandsbudgetten (BUIG)", "B-07"),
    (("participatiebudget", "participatiemiddelen", "re-integratie"), ROUTINE, None),
)
# Of one line, year and place the newest delivery speaks, whoever sent it: it is the same money. Two readings
# of one table are never added up.
_AMOUNTS = """
    WITH newest AS (
        SELECT one.*, file_name FROM budgets one
        JOIN (SELECT id, file_name FROM delivery) ON id = delivery_id
        WHERE agreement = 'raa' AND "year" BETWEEN $first AND $last
        QUALIFY delivery_id = max(delivery_id) OVER (
            PARTITION BY lower(line), "year", measure, municipality, reading)
    )
    SELECT min(line) AS line, reading, measure, sum(amount_low) AS low, sum(amount_high) AS high,
        list(DISTINCT coalesce(document, file_name) ORDER BY coalesce(document, file_name)) AS documents,
        list(DISTINCT "year" ORDER BY "year") AS years
    FROM newest GROUP BY lower(line), reading, measure ORDER BY min("year"), lower(line), measure
"""
_SPENT = """
    WITH newest AS (
        FROM budgets
        WHERE agreement = 'participatie' AND measure = 'besteed' AND municipality = $place
            AND lower(line) LIKE '%re-integratie%'
        QUALIFY delivery_id = max(delivery_id) OVER (PARTITION BY lower(line), "year", reading)
    )
    SELECT "year", sum(amount_low) AS low, sum(amount_high) AS high FROM newest
    WHERE reading IS NULL GROUP BY "year" ORDER BY "year"
"""


class Euros(NamedTuple):
    """An amount, or a range where the source gives one."""

    low: Decimal
    high: Decimal


@dataclass
class Fund:
    """One source of money. `planned` is what actions ask of it; None where no action names an amount.

    `actions` and `without_amount` count the actions that it pays. `stated` is what the decision says.
    """

    name: str
    stated: Budget | None = None
    planned: Decimal | None = None
    actions: int = 0
    without_amount: int = 0
    amounts: dict[str, Euros] = field(default_factory=dict)
    documents: list[str] = field(default_factory=list)
    years: list[int] = field(default_factory=list)

    @property
    def available(self) -> Euros | None:
        """What a delivery calls available, else what the decision states, else None."""
        if "beschikbaar" in self.amounts:
            return self.amounts["beschikbaar"]
        return Euros(self.stated.low, self.stated.high) if self.stated and self.stated.low else None


def funds(database: Database, actions: Iterable[Action]) -> list[Fund]:
    """Return the funds: those the decision names, then those that only deliveries name."""
    found = {name: Fund(name, budgets()[key] if key else None) for _, name, key in _NAMED}
    years = {"first": START.year, "last": END.year}
    for row in database.query(_AMOUNTS, years).to_pylist():
        fund = _fund(found, row["line"], row["reading"])
        before = fund.amounts.get(row["measure"], Euros(Decimal(0), Decimal(0)))
        fund.amounts[row["measure"]] = Euros(before.low + row["low"], before.high + row["high"])
        fund.documents += [one for one in row["documents"] if one not in fund.documents]
        fund.years += [one for one in row["years"] if one not in fund.years]
    for action in actions:
        if action.money_source and not action.decided:
            _plan(_fund(found, action.money_source, None), action)
    return list(found.values())


def reintegration_spent(database: Database) -> dict[int, Euros]:
    """Return what Haarlem spent on re-integration per year, in euros, as delivered."""
    rows = database.query(_SPENT, {"place": HAARLEM}).to_pylist()
    return {row["year"]: Euros(row["low"], row["high"]) for row in rows}


def _fund(found: dict[str, Fund], line: str, reading: str | None) -> Fund:
    """Return the fund that a line means, made when it is new."""
    words = line.casefold()
    known = next((name for marks, name, _ in _NAMED if any(mark in words for mark in marks)), None)
    name = known or line[:1].upper() + line[1:]
    if reading:
        name = f"{name} (lezing: {reading})"
    return found.setdefault(name, Fund(name))


def _plan(fund: Fund, action: Action) -> None:
    fund.actions += 1
    if action.amount is None:
        fund.without_amount += 1
    else:
        fund.planned = (fund.planned or Decimal(0)) + action.amount
