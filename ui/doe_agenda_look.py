"""How actions look: status with shape and word, period, and what they reached as it may be shown."""

from __future__ import annotations

from decimal import Decimal

from metrics.agenda import SEVERAL, UNASSIGNED, Action
from metrics.agenda_result import plain, reached
from reference.dutch import LABELS, date_short, number, percent
from reference.load import dutch_municipalities
from ui.markup import safe

SHAPES = {
    "gedaan": "circle", "loopt": "half", "te-laat": "square", "niet-begonnen": "ring", "gestopt": "dash",
}  # fmt: skip
GROUPS = LABELS["pillar"] | {SEVERAL: "meer dan één pijler", UNASSIGNED: "geen pijler geleverd"}
NO_STATUS = "status onbekend"


def status_text(one: Action) -> str:
    """Return the word of an action's status."""
    return LABELS["action_status"][one.status] if one.status else NO_STATUS


def status_mark(one: Action) -> str:
    """Return shape and word of an action's status in its colour."""
    mark = '<i class="rm-mark" aria-hidden="true"></i>'
    shape = SHAPES[one.status] if one.status else "ring"
    return f'<span class="rm-status rm-{shape}">{mark}{safe(status_text(one))}</span>'


def period_text(one: Action) -> str:
    """Return from when to when; an end that nobody gave is said."""
    start = date_short(one.start) if one.start else "begin onbekend"
    return f"{start} – {date_short(one.end) if one.end else 'einde onbekend'}"


def where_text(one: Action) -> str:
    """Return regional or local, with the municipality where one was given."""
    level = LABELS["action_level"][one.level] if one.level else "regionaal of lokaal onbekend"
    name = dutch_municipalities().get(one.municipality or "", "")
    return f"{level}, {name}" if name else level


def result_text(one: Action) -> str:
    """Return what was reached beside what was aimed at: '510 van 600 personen (85 %)'."""
    unit = one.unit or ""
    aim = _range(one.target_low, one.target_high)
    result = reached(one)
    if result is None:
        return f"streefwaarde {aim} {unit}, geen stand geleverd".replace(" ,", ",") if aim else ""
    if not aim:
        return f"{result.text} {unit}, zonder streefwaarde".replace(" ,", ",")
    share = f" ({percent(result.share)})" if result.share is not None else ""
    return f"{result.text} van {aim} {unit}".strip() + share


def money_text(one: Action) -> str:
    """Return what an action costs and who pays, and which of the two nobody gave."""
    amount = euro(one.amount) if one.amount is not None else "geen bedrag geleverd"
    return f"{amount}, uit: {one.money_source}" if one.money_source else f"{amount}, geldbron onbekend"


def euro(value: Decimal) -> str:
    """Return an amount in euros."""
    decimals = 0 if value == int(value) else 2
    return f"€ {number(value, decimals)}"


def _range(low: Decimal | None, high: Decimal | None) -> str:
    if low is None:
        return ""
    return plain(low) if high in (None, low) else f"{plain(low)} tot {plain(high)}"

