"""Money per year against what was spent, and the seven pilots before the strategy."""

from __future__ import annotations

from decimal import Decimal

import streamlit as st

from metrics.participation_money import Money
from reference.dutch import count_word, number, percent
from reference.load import budgets, contradictions, documents, figures
from ui.cards import note, source_line
from ui.participation_access import HAARLEM, Choice
from ui.participation_look import chapter
from ui.parts import wide
from ui.tables import as_table_html

DOCUMENT = "S3"
CHAPTERS = {
    "klantgroepen": "Klantgroepen",
    "gesprekken": "Gesprekken",
    "bestand": "Klantenbestand",
    "proces": "Proces",
    "trajecten": "Trajecten",
    "voorzieningen": "Voorzieningen",
    "geld": "Geld",
    "pilots": "Pilots",
    "besluiten": "Besluiten",
    "mijlpalen": "Mijlpalen",
    "niet-weten": "Wat we niet weten",
}
# Our names of the seven pilots; each line is where the source lists it.
PILOTS = (
    ("Beschut werk en arbeidsmatige dagbesteding samen", "894"),
    ("Garantiebanen en de wachtlijst voor de Wsw", "896"),
    ("Schoolverlaters van speciaal onderwijs en praktijkonderwijs", "898"),
    ("Project 300+", "900"),
    ("Mensen die al in het bestand zaten", "902"),
    ("De Verbeelding in Zandvoort", "904"),
    ("Indicering", "906"),
)


def draw_money(chosen: Choice | None, years: list[Money]) -> None:
    """Draw the chapter of the money: available under both readings, and spent."""
    name = chosen.name if chosen else "Haarlem"
    if not years:
        chapter(f"Voor {name} is geen budget bekend", "geld")
        text = (
            "De strategie noemt alleen bedragen voor Haarlem, en van deze gemeente zijn geen budgetten "
            "geleverd."
        )
        st.html(note(text))
        return
    chapter(_money_finding(years), "geld", (
        f"Re-integratiebudget van het Rijk voor {name} en wat is besteed, in euro's per jaar. Bedragen "
        "zijn exact."
    ))  # fmt: skip
    columns = ("Jaar", "Budget, onze lezing", "Budget, andere lezing", "Besteed", "Deel, onze lezing",
               "Deel, andere lezing")  # fmt: skip
    rows = [_money_row(one) for one in years]
    st.html(wide(as_table_html(rows, columns, "Budget en besteding per jaar, twee lezingen")))
    if chosen is None or chosen.code == HAARLEM:
        said = next(one for one in contradictions() if one.key == "K-03")
        text = f"Eerste lezing: {said.reading_one} Tweede lezing: {said.reading_two} {said.how_we_read}"
        st.html(note(text, "Vijf jaartallen, vier bedragen."))
        whole = budgets()["B-05"]
        st.html(source_line(f"{documents()[DOCUMENT].short}, r. {budgets()['B-01'].lines}",
                            "het hele rijksbudget van 2018 en 2019 gaat hierheen als de raad dat "
                            f"vaststelt (r. {whole.lines})",
                            _spent_sources(years)))  # fmt: skip


def draw_pilots() -> None:
    """Draw the chapter of the seven pilots."""
    one = figures()["R-07"]
    chapter(f"{count_word(len(PILOTS)).capitalize()} pilots gingen aan de strategie vooraf", "pilots", (
        "Pilots Participeren naar vermogen in Haarlem en Zandvoort, begonnen vanaf mei 2015 en in 2016 "
        "geëvalueerd."
    ))  # fmt: skip
    rows = [(f"{place}. {name}", f"r. {line}") for place, (name, line) in enumerate(PILOTS, start=1)]
    st.html(as_table_html(rows, ("Pilot", "Regel"), "De zeven pilots"))
    st.html(note(
        "Aantallen per pilot zijn niet geleverd en de strategie noemt ze niet. Wel wat ervan is geleerd: "
        "aandacht voor de persoon werkt, de meesten hebben hulp en een jobcoach nodig, en samen met UWV "
        "en partners gaat het beter (r. 919-965).",
        "Wat eruit kwam.",
    ))  # fmt: skip
    st.html(source_line(f"{documents()[DOCUMENT].short}, r. {one.lines}", one.note))


def _money_finding(years: list[Money]) -> str:
    both = [one for one in years if one.spent and one.ours]
    if not both:
        total = sum((one.ours for one in years if one.ours), Decimal(0))
        return (
            f"Er is {_euro(total)} toegezegd; wat is besteed, is niet geleverd"
            if total
            else "Besteed, zonder budget"
        )
    spent, given = sum(one.spent[0] for one in both), sum(one.ours for one in both)
    first, last = both[0].year, both[-1].year
    return f"Van {first} tot en met {last} is {percent(spent / given)} van het budget besteed, in onze lezing"


def _money_row(one: Money) -> tuple[str, ...]:
    spent = "niet geleverd" if one.spent is None else _euro(one.spent[0])
    if one.spent and one.spent[1] > one.spent[0]:
        spent = f"{_euro(one.spent[0])} tot {_euro(one.spent[1])}"
    return (
        str(one.year), _given(one.ours), _given(one.other), spent,
        _part(one.spent, one.ours), _part(one.spent, one.other),
    )  # fmt: skip


def _given(amount: Decimal | None) -> str:
    return "geen bedrag in bron" if amount is None else _euro(amount)


def _part(spent: tuple[Decimal, Decimal] | None, given: Decimal | None) -> str:
    return "–" if spent is None or not given else percent(spent[0] / given)


def _spent_sources(years: list[Money]) -> str:
    names = sorted({name for one in years for name in one.sources})
    return f"besteding volgens: {', '.join(names)}" if names else ""


def _euro(value: Decimal) -> str:
    return f"€ {number(value)}"
