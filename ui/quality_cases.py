"""Rows that may speak of the same placement, side by side, for the analyst to decide on."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from metrics.matching import KINDS, Pair, Side, open_pairs, pairs, renewals, sides
from reference.dutch import count_word, date_long, number, plural
from storage.database import Database
from storage.matching import LONGEST_REASON, Decision, decisions
from ui import quality_actions as actions
from ui.access import shows_sample
from ui.cards import definitions, note
from ui.data_words import moment, supplier_name
from ui.quality_pair import kept_text, pair_table
from ui.quality_words import PAIRS, RULES
from ui.sections import part, section, small

PER_SCREEN = 5
OPEN, DECIDED = "Nog te beslissen", "Al beslist"


def cases(data: Database) -> None:
    """Show the rules, the pairs of the chosen kind, and every decision so far."""
    found = _pairs(data.identity, data.version, data)
    counts = open_pairs(found)
    section(_finding(found, counts), "Alleen voor de analist. Personen staan er niet bij.")
    actions.show_news()
    st.html(definitions([(f"{PAIRS[kind]} ({number(counts[kind])})", RULES[kind]) for kind in KINDS]))
    _renewals(data)
    if found:
        if shows_sample():
            st.html(note("Bij voorbeeldgegevens valt er niets te beslissen.", "Dit is een voorbeeld."))
        else:
            actions.ask_name()
        with st.container(horizontal=True):
            kind, state = _choose(found)
        chosen = [one for one in found if one.kind == kind and (one.decision is None) == (state == OPEN)]
        _screen(data, chosen, state)
    _history(decisions(data))


def _finding(found: Sequence[Pair], counts) -> str:
    doubtful = counts["leveranciers"] + counts["gelijkenis"] + counts["levering"]
    if doubtful:
        verb = plural(doubtful, "plaatsing staat", "plaatsingen staan")
        return f"{_begin(doubtful)} {verb} er misschien dubbel in: beslis per geval"
    if counts["tegenspraak"]:
        much = counts["tegenspraak"]
        verb = plural(much, "plaatsing is", "plaatsingen zijn")
        return f"{_begin(much)} {verb} later anders geleverd; de nieuwste levering telt"
    if found:
        return "Geen enkele dubbele rij vraagt een beslissing"
    return "Geen enkele plaatsing staat er dubbel in"


def _begin(count: int) -> str:
    """Return a number as the first word of a sentence; of "één" only the first letter is a capital."""
    return count_word(count).replace("éé", "eé").capitalize()


def _renewals(data: Database) -> None:
    found = renewals(data)
    if found:
        rows = plural(found, "rij is", "rijen zijn")
        small(
            f"Daarnaast: {number(found)} {rows} een verlenging (zelfde persoon en werkgever, hoogstens 31 "
            "dagen ertussen) en dus geen nieuwe plaatsing."
        )


def _choose(found: Sequence[Pair]) -> tuple[str, str]:
    """Ask which pairs to show; the address remembers it."""
    present = [kind for kind in KINDS if any(pair.kind == kind for pair in found)]
    names = {PAIRS[kind]: kind for kind in present}
    kind = st.selectbox("Soort geval", list(names), key="geval", bind="query-params", width=360)
    state = st.selectbox("Stand", [OPEN, DECIDED], key="beslist", bind="query-params", width=220)
    return names[kind], state


def _screen(data: Database, chosen: Sequence[Pair], state: str) -> None:
    if not chosen:
        small("Hier is niets (meer) te beslissen." if state == OPEN else "Hierover is nog niets beslist.")
        return
    total = len(chosen)
    screens = [f"{at + 1} t/m {min(at + PER_SCREEN, total)}" for at in range(0, total, PER_SCREEN)]
    at = 0
    if len(screens) > 1:
        shown = st.selectbox(
            f"Gevallen (van {number(total)})", screens, key="gevallen", bind="query-params", width=220
        )
        at = screens.index(shown) * PER_SCREEN
    here = chosen[at : at + PER_SCREEN]
    rows = sides(data, here)
    standing = {one.id: one for one in decisions(data) if one.standing}
    for pair in here:
        _case(pair, rows[pair.one], rows[pair.other], standing.get(pair.decision))


def _case(pair: Pair, one: Side, other: Side, decision: Decision | None) -> None:
    key = f"{pair.one}-{pair.other}".replace(" ", "")
    employer = one.row["employer"] or "werkgever onbekend"
    with st.container(border=True, key=f"geval-{pair.one[0]}-{pair.one[2]}-{pair.other[0]}-{pair.other[2]}"):
        part(f"{employer}, {date_long(pair.start_date)}")
        st.html(pair_table(one, other))
        if decision is not None:
            _taken(decision)
        elif not shows_sample():
            _buttons(pair, key)


def _buttons(pair: Pair, key: str) -> None:
    choices = ((pair.one, "Alleen A telt"), (pair.other, "Alleen B telt"), (None, "Beide tellen"))
    st.text_input("Waarom? (mag leeg)", key=f"waarom-{key}", max_chars=LONGEST_REASON, width=480)
    with st.container(horizontal=True):
        for side, label in choices:
            st.button(
                label, key=f"{label}-{key}", on_click=actions.decide_on, args=(pair, side, f"waarom-{key}")
            )


def _taken(decision: Decision) -> None:
    small(_told(decision))
    if not shows_sample():
        st.button(
            "Beslissing terugnemen", key=f"terug-{decision.id}", on_click=actions.undo, args=(decision.id,)
        )


def _history(made: Sequence[Decision]) -> None:
    if not made:
        return
    with st.expander(f"Alle beslissingen ({number(len(made))})", key="beslissingen"):
        st.html(definitions([(f"Beslissing {one.id}", _full(one)) for one in made]))


def _full(one: Decision) -> str:
    who = dict.fromkeys(supplier_name(row.supplier) for row in one.rows)
    text = f"{PAIRS.get(one.kind, one.kind)} ({', '.join(who)}), begin {date_long(one.rows[0].start_date)}. "
    text += _told(one)
    if not one.standing:
        text += f" Teruggenomen door {one.ended_by or 'onbekend'}, {moment(one.ended_at)}."
    elif not one.rows_known:
        text += " De rijen van deze beslissing zijn er niet (allemaal) meer; zij doet nu niets of minder."
    return text


def _told(one: Decision) -> str:
    why = f" Reden: {one.reason}." if one.reason else ""
    return f"{kept_text(one)} Beslist door {one.decided_by or 'onbekend'}, {moment(one.decided_at)}.{why}"


@st.cache_data(show_spinner=False, max_entries=4)
def _pairs(identity: str, version: int, _data: Database) -> list[Pair]:
    return pairs(_data)
