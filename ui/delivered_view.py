"""Targets that were delivered beside the sources, such as a municipality's own: where they stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import streamlit as st

from metrics.cells import REGION
from metrics.delivered import delivered_targets
from metrics.disclosure import LIMIT, Disclosed
from metrics.screen import Screen
from metrics.shown import ShownStanding, beside
from metrics.standing import FAR, is_delivered, question_of, rule_of
from reference.dutch import count_word, join_words, percent
from reference.load import Target, municipalities
from storage.database import Database
from ui.access import database, shows_sample
from ui.agreement_list import agreement_list
from ui.cards import note
from ui.periods import Span, count, span_of
from ui.register_entries import Entry, target_entry
from ui.show import show

BADGE = (
    "Deze doelen staan niet in de bronnen. Iemand leverde ze als bestand aan; bij elk doel staat uit welk "
    "stuk het komt en in welke levering het zit."
)
NO_WAY = "Voor dit soort doel toont het dashboard geen getal: een klein aantal zou zijn uit te rekenen."
NO_PERIOD = (
    "Een getal over deze looptijd is niet te tonen, omdat er dan een klein aantal is uit te rekenen. Een "
    "looptijd die op de eerste van een maand begint en binnen 2015-2016, 2017-2018 of vanaf 2019 valt kan "
    "wel."
)


def targets_of(place: str | None = None) -> list[Target]:
    """Return the delivered targets: all, or the own ones of municipalities in a place (REGION: of all)."""
    data = database()
    found = _targets(data.identity, data.version, data)
    if place is None:
        return list(found)
    codes = {m.code for m in municipalities() if place in (REGION, m.subregion, m.code)}
    return [one for one in found if one.scope.kind == "municipality" and one.scope.code in codes]


def standing_of(target: Target, as_of: date) -> ShownStanding:
    """Return where a delivered target stands, by the same numbers as the other pages show."""
    data = database()
    return _standing(data.identity, data.version, target.key, as_of, data)


def own_headline(found: list[ShownStanding]) -> str:
    """Return which share of its own target each municipality has reached, where that may be shown."""
    shares = [f"{one.target.scope.text} {percent(one.progress.share)}" for one in found
              if one.progress.share is not None]  # fmt: skip
    if not shares:
        return "Van de eigen doelen van gemeenten is nog geen deel te tonen"
    return f"Deel van het eigen doel: {join_words(shares)}"


def draw_own(place: str, as_of: date) -> None:
    """Draw the own targets of the municipalities in a place; nothing where none was delivered."""
    found = [standing_of(one, as_of) for one in targets_of(place)]
    if found:
        st.header(own_headline(found), anchor=False)
        st.html(note(_about(), "Geleverd."))
        show(agreement_list(found), "eigen-doelen", "Eigen doelen van gemeenten")


def draw_all(as_of: date | None) -> None:
    """Draw all delivered targets; nothing where none was delivered."""
    found = targets_of()
    if found and as_of:
        many = "is één doel" if len(found) == 1 else f"zijn {count_word(len(found))} doelen"
        st.subheader(f"Naast de stukken {many} geleverd", anchor=False)
        st.html(note(_about()))
        show(agreement_list([standing_of(one, as_of) for one in found]), "geleverd", "Geleverde doelen")


def entry_of(key: str) -> Entry | None:
    """Return the entry of a delivered target by its number."""
    return next((target_entry(one) for one in targets_of() if one.key == key), None)


def _about() -> str:
    return f"{BADGE} Deze doelen zijn verzonnen, als voorbeeld." if shows_sample() else BADGE


def _reader(target: Target) -> Callable[[Screen, date], Disclosed] | None:
    """Return how a screen is asked for the number of a target; None where no screen shows it."""
    scope, rule = target.scope, rule_of(target)
    place = scope.code if scope.kind == "municipality" else REGION
    if scope.sector or target.metric == "internships_extra":
        return None
    if target.metric == "internships":
        return lambda numbers, day: numbers.internships(day, place)
    if target.metric == "pillar_placements":
        return lambda numbers, day: numbers.activities_in(place, day)
    if scope.kind == "party":
        return lambda numbers, day: numbers.party(rule, scope.code, day)
    return lambda numbers, day: numbers.placed(rule, day, place)


def _span(target: Target) -> Span | None:
    """Return the period inside the chain of periods that pages show, None for one that cuts through it."""
    year = span_of(target.start.year)
    end = target.end or FAR
    if target.start.day != 1 or (year.chain_end and end > year.chain_end):
        return None
    return Span(target.start, end, year.chain_start, year.chain_end, target.title)


def _number(target: Target, as_of: date, data: Database) -> tuple[Disclosed | None, str | None]:
    """Return what may be shown for a target, and why that is nothing although there are rows."""
    question = question_of(target, as_of)
    stop = min(as_of, target.end or as_of)
    if question is None or stop < target.start or not is_delivered(data, question):
        return None, None
    read, span = _reader(target), _span(target)
    if read is None or span is None:
        return Disclosed("shielded", None, stop, LIMIT), NO_WAY if read is None else NO_PERIOD
    found = count(span, as_of, read)
    if found.is_clean(span):
        return found.answer, None
    return replace(found.answer, state="shielded", value=None, high=None), None


@st.cache_data(show_spinner=False, max_entries=8)
def _targets(identity: str, version: int, _data: Database) -> tuple[Target, ...]:
    return delivered_targets(_data)


@st.cache_data(show_spinner=False, max_entries=400)
def _standing(identity: str, version: int, key: str, as_of: date, _data: Database) -> ShownStanding:
    target = next(one for one in _targets(identity, version, _data) if one.key == key)
    number, reason = _number(target, as_of, _data)
    told = replace(target, mismatch=reason) if reason else target
    return beside(told, question_of(target, as_of), number, as_of)
