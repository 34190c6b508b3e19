"""Money for the doe-agenda on screen: per fund what actions plan, what is available and what was spent."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from metrics.agenda_money import MEASURES, ROUTINE, Euros, Fund
from reference.dutch import LABELS
from ui.doe_agenda_look import euro
from ui.doe_agenda_plan import amount, range_text
from ui.markup import safe
from ui.shapes import Drawing, Table

ABOUT = (
    "Euro's over 2020 tot en met 2022, alle gemeenten en pijlers samen: de filters kiezen hier niet. "
    "Gepland is wat geleverde acties vragen; beschikbaar, besteed en gedekt zijn zoals geleverd."
)
NO_AMOUNT = "geen getal in bron"


def headline(found: Sequence[Fund], without: str) -> str:
    """Return whether what actions plan fits in what is available; `without` is said when that is unknown."""
    both = [fund for fund in found if fund.planned is not None and fund.available is not None]
    if not both:
        return without
    planned = sum(fund.planned for fund in both)
    low, high = sum(fund.available.low for fund in both), sum(fund.available.high for fund in both)
    names = " en ".join(fund.name for fund in both)
    there, asked = range_text(Euros(low, high)), f"De acties vragen {euro(planned)} uit {names}"
    return f"{asked}, en daar is {there} beschikbaar" if planned <= low else f"{asked}, en er is {there}"


def fund_bars(found: Sequence[Fund]) -> Drawing:
    """Return the funds with their amounts as bars on one scale; a hatched part lies between low and high."""
    longest = max((value.high for fund in found for _, value in _amounts(fund) if value), default=Decimal(1))
    html = f'<ul class="rm-funds">{"".join(_item(fund, longest) for fund in found)}</ul>'
    said = [
        f"{fund.name}: " + ", ".join(f"{name} {_text(fund, name, value)}" for name, value in _amounts(fund))
        for fund in found
    ]
    heads = ("Geld", "Gepland in acties", "Beschikbaar", "Besteed", "Volgens het besluit", "Documenten")
    return Drawing(html, "; ".join(said) + ".", Table(heads, tuple(map(_row, found))))


def _item(fund: Fund, longest: Decimal) -> str:
    rows = "".join(_bar(fund, name, value, longest) for name, value in _amounts(fund))
    return f'<li><h3>{safe(fund.name)}</h3>{rows}<p class="rm-small">{safe(_remark(fund))}</p></li>'


def _bar(fund: Fund, name: str, value: Euros | None, longest: Decimal) -> str:
    inner = ""
    if value is not None:
        css = "rm-fund-aim" if name == "beschikbaar" else "rm-value"
        inner = f'<i class="{css}" style="left:0;width:{100 * value.low / longest:.2f}%"></i>'
        if value.high > value.low:
            left, width = 100 * value.low / longest, 100 * (value.high - value.low) / longest
            inner += f'<i class="rm-fund-range" style="left:{left:.2f}%;width:{width:.2f}%"></i>'
    bar = f'<span class="rm-line" aria-hidden="true">{inner}</span>'
    text = safe(_text(fund, name, value))
    return f'<div class="rm-fund-row"><p class="rm-small">{safe(name)}</p>{bar}<p>{text}</p></div>'


def _amounts(fund: Fund) -> list[tuple[str, Euros | None]]:
    """Return what the bars show: planned and available always, the others where they were delivered."""
    planned = None if fund.planned is None else Euros(fund.planned, fund.planned)
    parts = [("gepland in acties", planned), ("beschikbaar", fund.available)]
    others = [one for one in MEASURES if one != "beschikbaar" and one in fund.amounts]
    return parts + [(LABELS["budget_measure"][one], fund.amounts[one]) for one in others]


def _text(fund: Fund, name: str, value: Euros | None) -> str:
    if value is not None:
        return range_text(value)
    if name == "beschikbaar":
        return NO_AMOUNT if fund.stated or fund.name == ROUTINE else "niets geleverd"
    if not fund.actions:
        return "geen actie noemt dit geld"
    return "geen bedrag bij de acties"


def _remark(fund: Fund) -> str:
    """Return how many actions it pays, what the decision says of it, and which documents were named."""
    parts = []
    if fund.actions:
        noun = "actie" if fund.actions == 1 else "acties"
        lacking = f", waarvan {fund.without_amount} zonder bedrag" if fund.without_amount else ""
        parts.append(f"{fund.actions} {noun}{lacking}")
    if fund.stated:
        parts.append(f"besluit 2020: {amount(fund.stated)} (r. {fund.stated.lines})")
        parts.append(fund.stated.condition.rstrip("."))
    if fund.name == ROUTINE:
        parts.append("het besluit noemt dit geld zonder bedrag (r. 309-319)")
        parts.append("het budget van het Rijk staat hieronder, in twee lezingen")
    if fund.documents:
        years = ", ".join(map(str, sorted(fund.years)))
        parts.append(f"geleverd over {years} (document: {', '.join(fund.documents)})")
    return " · ".join(part for part in parts if part)


def _row(fund: Fund) -> tuple[str, ...]:
    shown = dict(_amounts(fund))
    spent = fund.amounts.get("besteed")
    return (
        fund.name, _text(fund, "gepland in acties", shown["gepland in acties"]),
        _text(fund, "beschikbaar", shown["beschikbaar"]), range_text(spent) if spent else "niets geleverd",
        amount(fund.stated) if fund.stated else NO_AMOUNT, ", ".join(fund.documents) or "–",
    )  # fmt: skip

