"""What was decided for the doe-agenda: Haarlem's addendum, the money and the decisions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from metrics.agenda_money import Euros
from reference.dutch import LABELS, date_long, number
from reference.load import Budget, Commitment, budgets, commitments, documents, milestones, rules, targets
from ui.cards import definitions, note
from ui.markup import link
from ui.tables import as_table_html
from ui.view import as_shown, date_text, standings

DOCUMENT = "S4"
UNIT = "plaatsingen en stages"
ADDENDUM = "Haarlem doet er zelf acties bij, tot en met 2021"
DECIDED = "Het college stelde in oktober 2020 de aanpak en het addendum vast"
RIJK_MONEY = ("B-01", "B-02", "B-03", "B-04")

LATER = (
    "Een deel van wat de acties opleveren is pas na langere tijd te zien; een stand van nu zegt niet alles. "
    "Haarlem volgt de effecten in de begrotingsstukken en de coronamonitor (r. 341-345)."
)
MEANWHILE = (
    '<p class="rm-small">Wat uitkeringen en vacatures intussen deden, met elke actie op die lijn: '
    f'{link("Crisis en context", "/crisis")}.</p>'
)


def addendum(as_of: date | None) -> str:
    """Return Haarlem's own part: its period, how the source differs about it, its aim and what counts."""
    rule, aim = rules()["T-RAA-04"], targets()["T-RAA-03"]
    pairs = [
        ("Periode", f"{rule.text} (regel {rule.lines})"),
        ("Hoe we dat lezen", rule.note),
        ("Beoogd resultaat", f"{aim.title}, zonder getal in de bron (regel {aim.lines})."),
    ]
    if as_of is not None and as_of >= aim.start:
        standing = standings([aim.key], as_of)[0]
        said = f"{as_shown(standing.number).text} {UNIT}" if standing.number else "niets geleverd"
        since = f"{said} in Haarlem sinds {date_long(aim.start)}, {date_text(standing)}."
        pairs.append(("Wat er telt", f"{since} Status: {standing.progress.status}. {aim.note}"))
    return definitions(pairs)


def money_headline() -> str:
    """Return what the decision says about money for the doe-agenda."""
    tozo, surplus = budgets()["B-06"], budgets()["B-07"]
    return (
        f"Haarlem noemt {amount(tozo)} voor 2020 en verwacht {amount(surplus)} over te houden; "
        "voor de regio staat er geen bedrag"
    )


def readings_note() -> str:
    """Return why the re-integration budget has two readings."""
    whole = budgets()["B-05"]
    text = (
        "Bij het re-integratiebudget van het Rijk staan vijf jaartallen boven vier bedragen (besluit van "
        f"2017, r. {budgets()['B-01'].lines}). Wij lezen 2017 als het jaar van de nota. Het geld van 2018 en "
        f"2019 gaat helemaal naar re-integratie en participatie als de raad dat vaststelt (r. {whole.lines})."
    )
    return note(text, "Vijf jaren, vier bedragen.")


def readings_table(spent: Mapping[int, Euros]) -> str:
    """Return the re-integration budget per year under both readings, beside what deliveries say was spent."""
    found = [budgets()[key] for key in RIJK_MONEY]
    ours = {one.start.year: amount(one) for one in found}
    other = {one.start.year - 1: amount(one) for one in found}
    paid = {year: range_text(value) for year, value in spent.items()}
    rows = [
        (str(year), *(told.get(year, "–") for told in (ours, other, paid)))
        for year in sorted({*ours, *other, *paid})
    ]
    total = _euro(sum(one.low for one in found))
    rows.append(("samen", total, total, "–"))
    columns = ("Jaar", "Onze lezing", "Andere lezing", "Besteed, zoals geleverd")
    return as_table_html(rows, columns, "Re-integratiebudget van het Rijk voor Haarlem, twee lezingen")


def decisions() -> str:
    """Return what was decided about the doe-agenda, with the date and the lines."""
    pairs = [
        (one.due_text, f"{one.title} ({one.party_text}, r. {one.lines}). {one.note}".strip())
        for one in milestones().values()
        if one.agreement == "raa"
    ]
    settled = [one for one in _promised() if one.indicator == "mijlpaal"]
    for one in settled:
        pairs.append((_labelled(one.strength).capitalize(), f"{one.commitment} (r. {one.lines}). {one.note}"))
    return definitions(pairs)


def source() -> str:
    """Return the short name of the document that all of this comes from."""
    return documents()[DOCUMENT].short


def amount(budget: Budget) -> str:
    """Return the money of a budget in Dutch: an amount, a range, or that the source gives none."""
    if budget.low is None:
        return "geen getal in bron"
    if budget.low == budget.high:
        return _euro(budget.low)
    return f"{_euro(budget.low)} tot {_euro(budget.high)}"


def range_text(value: Euros) -> str:
    """Return an amount or a range in euros."""
    return _euro(value.low) if value.low == value.high else f"{_euro(value.low)} tot {_euro(value.high)}"


def _euro(value: Decimal) -> str:
    return f"€ {number(value)}"


def _promised() -> list[Commitment]:
    return [one for one in commitments() if one.document == DOCUMENT]


def _labelled(strength: str) -> str:
    return LABELS["commitment"][strength]
