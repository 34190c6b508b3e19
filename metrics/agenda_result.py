"""What an action reached, as a screen may show it: people are rounded to fives, things are exact."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from metrics.agenda import END, Action
from metrics.rounding import rounded
from reference.dutch import number

# Units that count no people. Whatever is not named here may be people and is treated so.
THINGS = {
    "bedrijven", "werkgevers", "organisaties", "plekken", "arbeidsplekken", "leerwerkplekken", "bbl-plekken",
    "bijeenkomsten", "gesprekken met bedrijven", "acties", "rapportages", "vacatures", "contracten",
    "scholen", "euro", "uur", "fte", "webinars", "sessies",
}  # fmt: skip
SHARES = {"%", "procent"}
LEAST_FOR_SHARE = 20  # below it a share would tell more than the number does


class Reached(NamedTuple):
    """The number as text, and its share of the aim (0 to …) where that may be told."""

    text: str
    share: Decimal | None
    is_rounded: bool


def reached(one: Action) -> Reached | None:
    """Return what an action reached; None where nothing was delivered."""
    if one.realised is None:
        return None
    unit = (one.unit or "").strip().lower()
    if unit in THINGS or unit in SHARES:
        return Reached(plain(one.realised), None if unit in SHARES else _share(one.realised, one), False)
    shown = rounded(int(one.realised), one.reference_date or date(END.year, 12, 31))
    if shown.state != "shown":
        return Reached(f"< {shown.limit}", None, False)
    value = Decimal(shown.value)
    return Reached(plain(value), _share(value, one) if value >= LEAST_FOR_SHARE else None, True)


def _share(value: Decimal, one: Action) -> Decimal | None:
    """Return the share of the aim, not of a range or of nothing."""
    aim = one.target_low
    return value / aim if aim and aim >= LEAST_FOR_SHARE and one.target_high in (None, aim) else None


def plain(value: Decimal) -> str:
    """Return a number with the decimals that it has, three at most."""
    places = max(0, -value.normalize().as_tuple().exponent)
    return number(value, min(places, 3))
