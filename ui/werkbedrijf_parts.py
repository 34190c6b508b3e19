"""Breakdowns of the Werkbedrijf's numbers: sector, channel, kind of work; and the rules side by side."""

from __future__ import annotations

from datetime import date

import streamlit as st

from metrics.cells import REGION, UNKNOWN
from metrics.forecast_words import stock_explained
from metrics.placements import COUNTING
from metrics.screen import COUNTED
from reference.dutch import LABELS, date_long
from reference.load import targets
from ui.access import database, screen
from ui.courses import stock
from ui.forecasts import stock_ahead
from ui.parts import Part, part_bars
from ui.periods import Counted, Span, count, span_of
from ui.shapes import Drawing
from ui.tables import as_table_html
from ui.view import as_shown, figure, standings, upper
from ui.werkbedrijf_view import NOT_ADDED, Choice, counted

BREAKDOWNS = (("channel", "Kanaal"), ("job_type", "Soort werk"))
SECTORS = (
    "De 280 is het deel van de bedrijven: banen bij de overheid tellen alleen mee in de 440. Inleen en "
    "onbekend kunnen bij elk van beide horen en maken daarom alleen de bovengrens."
)
ABOUT_RULES = "Alle vier tellen wat in de periode begon. Een kleine baan is een plaatsing, geen garantiebaan."
ABOUT_STOCK = (
    "Wat op de peildatum loopt, is een ander getal dan wat in een periode begon: wie stopt, telt hier niet "
    "meer mee. Dit getal beweegt in stappen van minstens vijf."
)
ABOUT_COVENANT = "Het convenant van 2019 is een inspanning: er is geen doel om mee te vergelijken."
_ORDER = {"shown": 0, "below": 1, "shielded": 2}


def parts(choice: Choice, dimension: str) -> list[tuple[str, Counted]]:
    """Return the parts of a breakdown that occur, largest first and unknown last.

    A municipality's parts are placements, under the higher limit; a sub-region shows the region's.
    """
    data, place = database(), choice.place if choice.is_municipality else None
    return _parts(
        data.identity, data.version, choice.span, choice.stop, dimension, _rule(choice), place, data
    )


@st.cache_data(show_spinner=False, max_entries=500)
def _parts(
    identity: str, version: int, span: Span, stop: date, dimension: str, rule: str, place: str | None, _data
) -> list[tuple[str, Counted]]:
    numbers = screen(span.chain_start, span.chain_end)
    found = [(code, _part(span, stop, dimension, rule, place, code)) for code in numbers.codes(dimension)]
    found = [(code, one) for code, one in found if one.answer.state != "shown" or one.answer.value]
    return sorted(
        found,
        key=lambda pair: (pair[0] == UNKNOWN, _ORDER[pair[1].answer.state], -(pair[1].answer.value or 0)),
    )


def drawing(choice: Choice, dimension: str, column: str) -> Drawing:
    """Return a breakdown as bars; each part names the days that its number speaks of."""
    rows = [
        Part(_label(dimension, code), as_shown(one.answer), one.when(choice.span))
        for code, one in parts(choice, dimension)
    ]
    return part_bars(rows, unit(choice), column)


def unit(choice: Choice) -> str:
    """Return what a breakdown counts."""
    return "plaatsingen" if choice.is_municipality else COUNTING[_rule(choice)].unit


def scope_text(choice: Choice) -> str:
    """Return of which area and under which rule the breakdowns are."""
    if choice.is_municipality:
        return "Per gemeente alleen plaatsingen van elke omvang, en pas vanaf 10."
    if choice.place != REGION:
        return "Van de hele regio: voor een deelregio is er geen uitsplitsing."
    if _rule(choice) != choice.rule:
        return "Personen tellen niet op over jaren; hier staan plaatsingen."
    return "Hele regio."


def rule_text(choice: Choice) -> str:
    """Return the counting rule in words."""
    return COUNTING[choice.rule].rule


def finding(choice: Choice, dimension: str, column: str) -> str:
    """Return the largest part of a breakdown."""
    seen = [(code, one) for code, one in parts(choice, dimension) if one.answer.state == "shown"]
    seen = [(code, one) for code, one in seen if code != UNKNOWN and one.is_clean(choice.span)]
    if not seen:
        return f"{column}: voor {choice.span.label} is er te weinig om te vergelijken"
    code, most = max(seen, key=lambda pair: pair[1].answer.value)
    label = LABELS[dimension].get(code, code)
    return f"{column}: {label} het vaakst ({as_shown(most.answer).text} {unit(choice)})"


def detail(choice: Choice) -> str:
    """Return what a breakdown counts, when and where."""
    what = unit(choice)
    return f"{what[:1].upper()}{what[1:]}, begonnen in {choice.span.label}. {scope_text(choice)}"


def sector_finding(choice: Choice) -> str:
    """Return how the count divides over companies and government."""
    found = dict(parts(choice, "sector"))
    if not all(one.is_clean(choice.span) for one in found.values()):
        return f"Per sector is {choice.span.label} niet precies af te bakenen"
    texts = {code: as_shown(one.answer).text for code, one in found.items()}
    companies, government = (texts.get(code, "nog geen") for code in ("markt", "overheid"))
    what = unit(choice)
    return f"{what[:1].upper()}{what[1:]}: bij bedrijven {companies}, bij de overheid {government}"


def rules_finding(choice: Choice) -> str:
    """Return the count under three rules in one sentence."""
    found = [(metric, counted(choice, rule=rule)) for rule, metric in COUNTING.items() if rule != "persons"]
    days = {(one.since, one.answer.as_of) for _, one in found if one and one.answer.state == "shown"}
    if len(days) != 1 or any(one is None or one.answer.state != "shown" for _, one in found):
        return "Vier telregels naast elkaar"
    first, *rest = (f"{as_shown(one.answer).text} {metric.unit}" for metric, one in found)
    return f"{first} zijn {' of '.join(rest)}"


def rules_table(choice: Choice) -> str:
    """Return the four counting rules side by side: what began, and apart from that what runs."""
    rows = []
    for rule, metric in COUNTING.items():
        found = counted(choice, rule=rule)
        shown = as_shown(found.answer) if found else NOT_ADDED
        high = upper(found.answer) if found else None
        between = f"{shown.text}–{high.text}" if high else "–"
        when = found.when(choice.span) if found else "–"
        rows.append((metric.label, shown.text, between, when, metric.rule))
    columns = ("Telregel", "Begonnen", "Onzeker", "Over", "Wat telt")
    return as_table_html(rows, columns, f"Begonnen in {choice.span.label}, volgens vier telregels")


def stock_finding(choice: Choice) -> str:
    """Return what runs on the reference date, as a figure of its own."""
    day = choice.as_of
    chain = span_of(day.year)
    running = stock(chain.chain_start, chain.chain_end, choice.rule, day)
    metric = COUNTING[choice.rule]
    if running is None:
        return f"Op {date_long(day)} lopen er te weinig {metric.unit} om te tonen"
    return f"Op {date_long(day)} lopen er {figure(running)} {metric.unit} in de regio"


def stock_ahead_text(choice: Choice) -> str:
    """Return where what runs will stand in a year, from who came in and who left; why not, if not."""
    if choice.rule not in COUNTED:
        return ""
    return stock_explained(stock_ahead(span_of(choice.as_of.year), choice.rule, choice.as_of), choice.unit)


def covenant_finding(choice: Choice) -> str:
    """Return what began since 2019, for which the covenant gives no number."""
    one = standings(["T-WB-01"], choice.as_of)[0]
    start = targets()["T-WB-01"].start.year
    if one.number is None or one.number.state != "shown":
        return f"Vanaf {start} noemt het convenant geen aantal"
    text = as_shown(one.number).text
    return f"Vanaf {start} noemt het convenant geen aantal; er begonnen {text} garantiebanen"


def _rule(choice: Choice) -> str:
    persons = choice.rule == "persons" and not choice.span.starts_chain
    return "placements" if persons else choice.rule


def _part(span: Span, stop: date, dimension: str, rule: str, place: str | None, code: str) -> Counted:
    if place is None:
        return count(span, stop, lambda numbers, day: numbers.part(rule, dimension, code, day))
    return count(span, stop, lambda numbers, day: numbers.crossed(dimension, code, place, day))


def _label(dimension: str, code: str) -> str:
    label = LABELS[dimension].get(code, UNKNOWN)
    return label[:1].upper() + label[1:]
