"""The actions of the doe-agenda: what was delivered, and what the decision of 2020 names, in one shape."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from metrics.cells import REGION
from reference.dutch import LABELS
from reference.load import Commitment, Municipality, commitments, documents, targets
from storage.database import Database

START, END = targets()["T-RAA-P1"].start, targets()["T-RAA-P1"].end
HAARLEM = "GM0392"
SEVERAL, UNASSIGNED = "meer-pijlers", "geen-pijler"
# How the register of the decision writes the pillars.
_DECIDED = {
    "RAA-1 uitkering naar werk": ("uitkering-naar-werk",),
    "RAA-2 werk naar werk": ("werk-naar-werk",),
    "RAA-3 onderwijs naar werk": ("onderwijs-naar-werk",),
    "RAA-4 werkgelegenheid": ("werkgelegenheid",),
    "RAA-1/2": ("uitkering-naar-werk", "werk-naar-werk"),
    "RAA: alle vier": tuple(LABELS["pillar"]),
    "RAA-addendum": (),
}
# Of one supplier the newest delivery speaks of an action; a file of an unknown supplier speaks for itself.
_DELIVERED = """
    SELECT one.*, file_name, supplier FROM actions one
    JOIN (SELECT id, file_name, supplier, checksum FROM delivery) ON id = delivery_id
    QUALIFY row_number() OVER (
        PARTITION BY if(supplier = 'onbekend', checksum, supplier), action_id
        ORDER BY delivery_id DESC, sheet, row_number) = 1
    ORDER BY start_date NULLS LAST, delivery_id, sheet, row_number
"""


@dataclass(frozen=True)
class Action:
    """One action. `pillars` empty: none given. `source` says in Dutch where it stands.

    Amounts are euros; numbers are in `unit`. None is unknown. `decided`: named by the decision, which gives
    only the years of the whole approach.
    """

    key: str
    title: str
    pillars: tuple[str, ...]
    level: str | None
    owner: str | None
    municipality: str | None
    start: date | None
    end: date | None
    indicator: str | None
    target_low: Decimal | None
    target_high: Decimal | None
    realised: Decimal | None
    unit: str | None
    amount: Decimal | None
    money_source: str | None
    status: str | None
    reference_date: date | None
    source: str
    note: str
    decided: bool

    @property
    def group(self) -> str:
        """The pillar under which it is listed."""
        if len(self.pillars) == 1:
            return self.pillars[0]
        return SEVERAL if self.pillars else UNASSIGNED


def delivered_actions(database: Database) -> tuple[Action, ...]:
    """Return the actions of the deliveries that count now, in order of their start; one per number."""
    return tuple(_delivered(row) for row in database.query(_DELIVERED).to_pylist())


def decided_actions() -> tuple[Action, ...]:
    """Return what the decision of October 2020 names, without what it calls background."""
    return tuple(_named(one) for one in commitments() if one.document == "S4" and one.strength != "context")


def narrowed(
    found: Iterable[Action], places: Iterable[Municipality] | None, pillar: str | None, level: str | None
) -> tuple[Action, ...]:
    """Return the actions of these municipalities (None: all), this pillar and this level (None: any).

    An action for the whole region belongs to each of its municipalities; one for several pillars to each.
    """
    codes = None if places is None else {one.code for one in places}
    return tuple(
        one
        for one in found
        if (codes is None or one.municipality is None or one.municipality in codes)
        and (pillar is None or pillar in one.pillars)
        and (level is None or one.level == level)
    )


def grouped(found: Iterable[Action]) -> dict[str, list[Action]]:
    """Return the actions per pillar in the order of the agenda, then those of several pillars or of none."""
    groups: dict[str, list[Action]] = {code: [] for code in (*LABELS["pillar"], SEVERAL, UNASSIGNED)}
    for one in found:
        groups[one.group].append(one)
    return {code: actions for code, actions in groups.items() if actions}


def places_of(code: str, members: Iterable[Municipality]) -> list[Municipality] | None:
    """Return the municipalities of a filter's area; None for the whole region."""
    if code == REGION:
        return None
    return [one for one in members if code in (one.code, one.subregion)]


def _delivered(row: dict[str, Any]) -> Action:
    sheet = f', blad "{row["sheet"]}"' if row["sheet"] else ""
    return Action(
        key=row["action_id"], title=row["title"], pillars=(row["pillar"],) if row["pillar"] else (),
        level=row["level"], owner=row["owner"], municipality=row["municipality"], start=row["start_date"],
        end=row["end_date"], indicator=row["indicator"], target_low=row["target_low"],
        target_high=row["target_high"], realised=row["realised"], unit=row["unit"], amount=row["amount"],
        money_source=row["money_source"], status=row["status"], reference_date=row["reference_date"],
        source=f'levering {row["delivery_id"]}, "{row["file_name"]}"{sheet}, rij {row["row_number"]}',
        note="", decided=False,
    )  # fmt: skip


def _named(one: Commitment) -> Action:
    local = one.scope == "Haarlem"
    money = one.indicator if one.indicator.startswith("B-") else None
    return Action(
        key=one.key, title=one.commitment, pillars=_DECIDED[one.pillar],
        level={"Haarlem": "lokaal", "regio": "regionaal"}.get(one.scope), owner=one.party,
        municipality=HAARLEM if local else None, start=one.period_start, end=one.period_end,
        indicator=None if money else one.indicator, target_low=None, target_high=None, realised=None,
        unit=None, amount=None, money_source=money, status=None, reference_date=None,
        source=f"{documents()[one.document].short}, r. {one.lines}", note=one.note, decided=True,
    )  # fmt: skip
