"""What was decided in 2017: money per year, the seven pilots, the five decisions and their milestones."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import streamlit as st

from metrics.commitments import State
from metrics.participation_money import Money
from reference.dutch import count_word, date_long, number, percent
from reference.load import Milestone, budgets, contradictions, documents, figures, milestones, rules
from ui.cards import note, source_line
from ui.commitments_state import current
from ui.markup import link, safe, status_badge
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
# The five points of the decision: what, lines, the promises that belong to it, and its milestone or term.
DECISIONS = (
    ("Werkzoekenden indelen in drie groepen", "99-109", ("A-H17-01",), None),
    ("Re-integratie: voor wie wordt waar ingekocht", "113-131", ("A-H17-02", "A-H17-03", "A-H17-04"), None),
    ("Raamcontracten voor twee jaar, met een optie", "135-143", ("A-H17-05",), "T-H17-05"),
    ("Een participatiebedrijf verkennen", "147-149", ("A-H17-06",), "T-H17-08"),
    ("De rol van de sociale wijkteams verkennen", "153-157", ("A-H17-07",), "T-H17-09"),
)
MILESTONES = ("T-H17-07", "T-H17-09", "T-H17-08", "T-H17-10", "T-H17-11", "T-H17-12", "T-H17-13")


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
    rows = [
        (f"{place}. {name}", f"r. {line}", "niets geleverd")
        for place, (name, line) in enumerate(PILOTS, start=1)
    ]
    st.html(as_table_html(rows, ("Pilot", "Regel", "Aantallen"), "De zeven pilots"))
    st.html(note(
        "De strategie noemt geen aantallen per pilot, wel wat ervan is geleerd: aandacht voor de persoon "
        "werkt, de "
        "meesten hebben hulp en een jobcoach nodig, en samen met UWV en partners gaat het beter (r. "
        "919-965).",
        "Wat eruit kwam.",
    ))  # fmt: skip
    st.html(source_line(f"{documents()[DOCUMENT].short}, r. {one.lines}", one.note))


def draw_decisions(as_of: date | None) -> None:
    """Draw the chapter of the decisions and their milestones."""
    found = current()
    chapter(_decision_finding(found), "besluiten", (
        "De vijf punten van het besluit van 20 juni 2017, de toezeggingen die erbij horen en wat er nu "
        "van bekend is."
    ))  # fmt: skip
    body = "".join(_decision(place, one, found) for place, one in enumerate(DECISIONS, start=1))
    st.html(f'<ul class="rm-bullets">{body}</ul>')
    st.html(source_line(f"{documents()[DOCUMENT].short}, r. 99-157", rules()["T-H17-05"].text))
    chapter(_milestone_finding(as_of), "mijlpalen", (
        "Momenten die de strategie noemt. Waar de bron een seizoen of maand noemt, is de datum onze uitleg."
    ))  # fmt: skip
    rows = [_milestone(milestones()[key], as_of, found) for key in MILESTONES]
    columns = ("Mijlpaal", "Volgens de bron", "Gelezen als", "Wat bekend is", "Regel")
    st.html(wide(as_table_html(rows, columns, "Mijlpalen van de strategie")))


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


def _decision_finding(found: dict[str, State]) -> str:
    keys = [key for _, _, promised, _ in DECISIONS for key in promised]
    known = [key for key in keys if found[key].status in ("gedaan", "loopt", "te laat")]
    return f"Van {len(known)} van de {len(keys)} toezeggingen in het besluit is bekend hoe het ermee staat"


def _decision(place: int, one: tuple, found: dict[str, State]) -> str:
    title, lines, promised, term = one
    states = "".join(
        f"<p>{link(found[key].commitment.commitment, f'/afspraken?afspraak={key}')} "
        f"{status_badge(found[key].status)}</p>"
        for key in promised
    )
    return (
        f'<li><p class="rm-bullet-label">{place}. {safe(title)}</p><div class="rm-bullet-bar">{states}</div>'
        f'<div class="rm-bullet-text"><p class="rm-small">{safe(_term(term))}</p>'
        f'<p class="rm-source">r. {safe(lines)}</p></div></li>'
    )


def _term(key: str | None) -> str:
    if key in milestones():
        return f"Mijlpaal: {milestones()[key].due_text}"
    if key in rules():
        rule = rules()[key]
        return f"Looptijd: {date_long(rule.start)} tot en met {date_long(rule.end)}"
    return "De bron noemt geen moment"


def _milestone_finding(as_of: date | None) -> str:
    due = [milestones()[key].due for key in MILESTONES]
    if as_of is None:
        return f"De strategie noemt {count_word(len(due))} mijlpalen"
    over = sum(1 for one in due if one and one <= as_of)
    return (
        f"Op {date_long(as_of)} was het moment van {count_word(over)} van de {count_word(len(due))} "
        "mijlpalen voorbij"
    )


def _milestone(one: Milestone, as_of: date | None, found: dict[str, State]) -> tuple[str, ...]:
    promised = [state for state in found.values() if one.key in state.commitment.indicator]
    known = "; ".join(f"{state.status}: {state.because}" for state in promised) or "niets vastgelegd"
    read = date_long(one.due) if one.due else "geen datum"
    return (one.title, one.due_text, read, known, f"r. {one.lines}")


def _euro(value: Decimal) -> str:
    return f"€ {number(value)}"
