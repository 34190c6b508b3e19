"""What a visitor is asked: which part of the promises, which one promise, and a name before editing."""

from __future__ import annotations

import streamlit as st

from ui.access import may_edit, shows_sample
from ui.commitments_state import current
from ui.data_actions import NAME, stated_name
from ui.sections import small

LIST, PARTIES, BOARD, ISSUES = "Toezeggingen", "Partijen", "Bestuur", "Knelpunten en advies"
_PART, _ONE, _PICKED = "onderdeel", "afspraak", "kies-afspraak"


def choose() -> str:
    """Ask which part of the page shows."""
    names = (LIST, PARTIES, BOARD, ISSUES)
    return st.radio(
        "Onderdeel", names, key=_PART, bind="query-params", horizontal=True, label_visibility="collapsed"
    )


def asked() -> bool:
    """Whether the address asks for one promise."""
    return bool(st.query_params.get(_ONE))


def open_promise() -> str | None:
    """Ask for one promise; return its key, also of one that does not exist, or None for the whole list."""
    asked_for, found = st.query_params.get(_ONE), current()
    if asked_for in found:
        st.session_state[_PICKED] = asked_for
    elif st.session_state.get(_PICKED) not in found:
        st.session_state.pop(_PICKED, None)
    picked = st.selectbox(
        "Eén toezegging openen", list(found), index=None, key=_PICKED, placeholder="Kies, of typ een woord",
        format_func=lambda one: f"{one} · {found[one].commitment.commitment}", on_change=_remember,
        help="Haal de keuze weg voor alle toezeggingen.",
    )  # fmt: skip
    return picked or asked_for


def who() -> None:
    """Ask once for a name, for everything that is changed in this session."""
    if may_edit() and not shows_sample():
        st.text_input(
            "Uw naam (komt bij elke wijziging te staan; wordt niet gecontroleerd)",
            key=NAME, persist_state="session", max_chars=80, width=480,
        )  # fmt: skip
        if stated_name() is None:
            small("Vul uw naam in; dan verschijnen de knoppen om te wijzigen.")
    elif may_edit():
        small("Wijzigen kan bij eigen gegevens, niet bij de voorbeeldgegevens.")


def _remember() -> None:
    if st.session_state[_PICKED]:
        st.query_params[_ONE] = st.session_state[_PICKED]
    else:
        st.query_params.pop(_ONE, None)
