"""What Dienstverlening says about who was still at work after six and after twelve months."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from metrics.service_cohorts import Cohort, observed
from reference.dutch import count_word, date_long, percent, plural
from ui import sections, service_data
from ui.cards import empty_state
from ui.service_look import Split, split_bars
from ui.shapes import Drawing
from ui.show import show
from ui.view import as_shown

WORDS = ("zeker nog aan het werk", "geen einddatum geleverd", "gestopt")
SHORT = ("aan het werk", "onbekend", "gestopt")
ABOUT = (
    "Begonnen plaatsingen van inwoners van de regio, werk dat kan meetellen voor een afspraak. Verlenging "
    "hoort bij de plaatsing. Zonder einddatum is niet zeker of iemand nog werkt. Aantallen zijn afgerond op "
    "vijftallen; aandelen komen uit die aantallen."
)


def seen(chosen: service_data.Chosen) -> tuple[list[Cohort], date | None]:
    """Return the quarters of the period, and until when they can be followed (None: no placements)."""
    found, delivered = service_data.placed()
    until = min(chosen.as_of, delivered) if delivered else None
    if until is None or chosen.all_years:
        return list(found), until
    start, end = chosen.question.start, min(chosen.question.end, until)
    return [one for one in found if start <= one.quarter <= end], until


def draw(found: Sequence[Cohort], until: date | None) -> None:
    """Put both courses on the page; without placements what to deliver."""
    if not found or until is None:
        remedy = "Lever plaatsingen met begin- en einddatum; een kwartaal is na zes maanden te volgen."
        st.html(empty_state("Nog niets te volgen", remedy, "/gegevens", "Naar Gegevens"))
        return
    for months in (6, 12):
        if observed(found, months, until):
            sections.part(f"Na {count_word(months)} maanden", left_out(found, months, until))
            show(bars(found, months, until), f"na-{months}", f"Plaatsingen na {months} maanden")


def title(found: Sequence[Cohort], until: date | None) -> str:
    """Return the share at work after six and twelve months of the quarters that can be observed."""
    said = []
    for months in (6, 12) if until else ():
        if between := _between(observed(found, months, until), months):
            said.append(f"{between} na {count_word(months)} maanden")
    if not said:
        return "Aan het werk blijven: nog geen kwartaal is lang genoeg te volgen"
    return f"Nog aan het werk: {' en '.join(said)}"


def bars(found: Sequence[Cohort], months: int, until: date) -> Drawing:
    """Return the quarters that can be observed so many months on, oldest first."""
    rows = [_split(one, months) for one in observed(found, months, until)]
    return split_bars(rows, WORDS, SHORT, "plaatsingen", "Begonnen in")


def left_out(found: Sequence[Cohort], months: int, until: date) -> str:
    """Return how many quarters are left out since they can't be observed to the end yet."""
    late = [one for one in found if one.seen(months) > until]
    if not late:
        return ""
    word = plural(len(late), "kwartaal is", "kwartalen zijn")
    said = f"{count_word(len(late)).capitalize()} {word} op {date_long(until)} nog geen"
    return f"{said} {count_word(months)} maanden te volgen en {plural(len(late), 'blijft', 'blijven')} weg."


def quarter(day: date) -> str:
    """Return "1e kwartaal 2016"."""
    return f"{(day.month + 2) // 3}e kwartaal {day.year}"


def _split(one: Cohort, months: int) -> Split:
    parts = (as_shown(one.working[months]), as_shown(one.undated), as_shown(one.ended[months]))
    return Split(f"{quarter(one.quarter)} ({as_shown(one.begun).text})", parts, _share(one.shares(months)))


def _share(between: tuple[float, float] | None) -> str:
    if between is None:
        return "–"
    low, high = map(percent, between)
    return low if low == high else f"{low.removesuffix(' %')} tot {high}"


def _between(found: Sequence[Cohort], months: int) -> str:
    """Return the mean share of quarters, each weighing as many as began, from shown numbers."""
    told = [(one.shares(months), one.begun.value) for one in found if one.shares(months)]
    whole = sum(begun for _, begun in told)
    if not whole:
        return ""
    low, high = (sum(shares[end] * begun for shares, begun in told) / whole for end in (0, 1))
    return _share((low, high))
