"""Participation talks against everybody in the caseload, with each reading of who everybody is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import streamlit as st

from metrics.disclosure import Disclosed
from metrics.participation_counts import share
from metrics.participation_talks import Talks
from metrics.rounding import ALL
from reference.dutch import LABELS, date_long, percent
from reference.load import contradictions, figures, targets
from ui import sections
from ui.cards import definitions, empty_state, note, source_line
from ui.participation_access import START, Choice, clients, spoken
from ui.participation_look import ShareRow, chapter, share_bars
from ui.parts import wide
from ui.shapes import Shown
from ui.show import show
from ui.tables import as_table_html
from ui.view import as_shown, source_text, target_url

GOAL = targets()["T-H17-01"]
PUBLISHED = figures()["C-08"]
NUMERATORS = {"invited": "Uitgenodigd", "held": "Gesproken", "planned": "Gesproken, met een plan van aanpak"}


@dataclass(frozen=True)
class Whole:
    """One reading of 'everybody': how many people, and what that number is."""

    name: str
    people: Disclosed | None
    about: str


def draw(chosen: Choice) -> None:
    """Draw the chapter of the participation talks."""
    found = spoken(chosen)
    if found is None:
        chapter("Participatiegesprekken zijn nog niet geleverd", "gesprekken")
        text = (
            f"Van {chosen.name} zijn geen gesprekken geleverd. Lever een lijst met uitnodigingen en "
            "gesprekken."
        )
        st.html(empty_state("Participatiegesprekken", text, "/gegevens", "Naar Gegevens"))
        return
    wholes = _wholes(chosen, found)
    chapter(_finding(found, wholes), "gesprekken", _detail(chosen, found))
    show(_bars(found, wholes), "gesprekken-staven", "Bereik van de gesprekken per lezing van 'alle'")
    st.html(source_line(source_text(GOAL), GOAL.counting_rule, f"stand t/m {date_long(found.as_of)}",
                        href=target_url(GOAL)))  # fmt: skip
    st.html(definitions([(one.name, one.about) for one in wholes]))
    st.html(note(_reading(found), "Wie telt als alle?"))
    if found.referred:
        _referred(found)


def reach(chosen: Choice) -> tuple[str, float] | None:
    """Return the first reading of everybody that can be counted, and the share of it that was spoken."""
    found = spoken(chosen)
    for whole in _wholes(chosen, found) if found else ():
        if (value := share(found.counts["held"], whole.people)) is not None:
            return whole.name, value
    return None


def _wholes(chosen: Choice, found: Talks) -> list[Whole]:
    """Return the readings: the stock on the day, the first stock with all inflow since, the published "
    "number."""
    load, day = clients(chosen.code), found.as_of
    last, first = load.last(day), load.last(START)
    wholes = []
    if last is not None:
        text = (
            f"Wie op {date_long(last)} in het klantenbestand stond. Wie al vertrok, telt in de noemer niet "
            "meer."
        )
        wholes.append(Whole("Het bestand van nu", load.total(last).disclosed(last), text))
    if first is not None and last is not None:
        wholes.append(_everybody(chosen, first, last))
    if chosen.is_haarlem:
        text = (
            "De strategie noemt ruim 3.800 Haarlemmers die voor hun levensonderhoud een beroep doen op de "
            f"gemeente (juni 2017, r. {PUBLISHED.lines}). Het is een ondergrens uit een stuk en beweegt "
            "niet mee."
        )
        wholes.append(
            Whole("Ruim 3.800 uit de strategie", Disclosed("shown", float(PUBLISHED.low), day, 0), text)
        )
    return wholes


def _everybody(chosen: Choice, first: date, last: date) -> Whole:
    """Return the stock at the start with everybody who came in since; None where a stretch lacks."""
    load = clients(chosen.code)
    came = load.inflow(first + timedelta(days=1), last)
    people = None if came is None else (load.total(first) + came).disclosed(last)
    text = (
        f"De stand op {date_long(first)}, de laatste vóór de start, met iedereen die er tot en met "
        f"{date_long(last)} bij kwam. Wie vertrok en terugkwam, telt twee keer."
    )
    if people is None:
        text = f"De instroom van na {date_long(first)} is niet zonder gaten geleverd."
    return Whole("Iedereen sinds de start", people, text)


def _finding(found: Talks, wholes: list[Whole]) -> str:
    said = [(one, share(found.counts["held"], one.people)) for one in wholes]
    known = [(one.name, value) for one, value in said if value is not None]
    if not known:
        return "Welk deel een participatiegesprek had, is niet te tonen"
    low, high = min(known, key=lambda one: one[1]), max(known, key=lambda one: one[1])
    if percent(low[1]) == percent(high[1]):
        return f"{percent(low[1])} had een participatiegesprek; het doel is iedereen"
    return (
        f"{percent(low[1])} tot {percent(high[1])} had een participatiegesprek; het hangt ervan af wie u "
        "meetelt"
    )


def _detail(chosen: Choice, found: Talks) -> str:
    unit = "Mensen" if found.persons else "Gesprekken (niet mensen: er is geen klantnummer geleverd)"
    held = as_shown(found.counts["held"]).text
    return (
        f"{unit} in {chosen.name}, {date_long(START)} tot en met {date_long(found.as_of)}: {held} gevoerd. "
        "Het doel van de strategie is een gesprek voor alle werkzoekenden in de Participatiewet, zonder "
        "einddatum."
    )


def _bars(found: Talks, wholes: list[Whole]):
    rows = []
    for whole in wholes:
        value = share(found.counts["held"], whole.people)
        rows.append(ShareRow(
            whole.name, value, as_shown(found.counts["held"]) if value is None else _of(found, whole),
            estimate_text="doel: iedereen, geen termijn",
        ))  # fmt: skip
    return share_bars(rows, "", "Lezing van 'alle'")


def _of(found: Talks, whole: Whole) -> Shown:
    held, people = as_shown(found.counts["held"]), as_shown(whole.people)
    unit = "mensen" if found.persons else "gesprekken"
    return Shown(f"{held.text} {unit} op {people.text} mensen", held.value)


def _reading(found: Talks) -> str:
    said = next(one for one in contradictions() if one.key == "K-21")
    unit = (
        ""
        if found.persons
        else " Zonder klantnummer kan iemand twee keer tellen; het aandeel is dan te hoog."
    )
    counted = "; ".join(
        f"{name.lower()}: {as_shown(found.counts[key]).text}" for key, name in NUMERATORS.items()
    )
    return f"{said.how_we_read} Ook de teller heeft meer lezingen. Geteld is: {counted}.{unit}"


def _referred(found: Talks) -> None:
    groups = [code for code in (*LABELS["client_group"], "onbekend") if (code, ALL) in found.referred]
    ways = [code for code in (*LABELS["referral"], "onbekend") if (ALL, code) in found.referred]
    sections.part(
        "Waarheen na het gesprek",
        f"Gevoerde gesprekken per klantgroep en verwijzing, {date_long(START)} tot en met "
        f"{date_long(found.as_of)}. Wij leiden een klantgroep nooit af uit de verwijzing.",
    )  # fmt: skip
    rows = [
        (LABELS["referral"].get(way, "verwijzing onbekend").capitalize(),
         *(_cell(found, group, way) for group in groups),
         as_shown(found.referred[ALL, way]))
        for way in ways
    ]  # fmt: skip
    rows.append(("Alle gesprekken", *(as_shown(found.referred[group, ALL]) for group in groups),
                 as_shown(found.referred[ALL, ALL])))  # fmt: skip
    heads = [LABELS["client_group"].get(group, "groep onbekend").capitalize() for group in groups]
    st.html(wide(as_table_html(rows, ("Verwezen naar", *heads, "Samen"), "Verwijzingen na het gesprek")))


def _cell(found: Talks, group: str, way: str) -> Shown | str:
    return as_shown(found.referred[group, way]) if (group, way) in found.referred else "0"
