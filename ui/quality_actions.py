"""What the buttons beside a case do; each says in Dutch what came of it."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from metrics.matching import Pair, Place, sides
from storage.errors import StorageError
from storage.matching import decide, take_back
from ui.access import database, may_edit, shows_sample
from ui.data_actions import NAME, stated_name
from ui.markup import safe

_NEWS = "gezegd-over-gevallen"


def ask_name() -> None:
    """Ask once for the name that a decision gets."""
    st.text_input(
        "Uw naam (komt bij elke beslissing te staan; wordt niet gecontroleerd)",
        key=NAME, persist_state="session", max_chars=80, width=480,
    )  # fmt: skip


def show_news() -> None:
    """Show what the last button did."""
    if text := st.session_state.pop(_NEWS, None):
        st.html(f'<div class="rm-said" role="status"><p>{safe(text)}</p></div>')


def decide_on(pair: Pair, keep: Place | None, reason_key: str) -> None:
    """Let only one row of a pair count, or both (`keep` None)."""
    reason = st.session_state.get(reason_key)

    def do() -> str:
        data = database()
        found = sides(data, [pair])
        if {pair.one, pair.other} - set(found):
            raise StorageError("Een van deze rijen is er niet meer. Er is niets beslist.")
        rows = [found[pair.one].marked, found[pair.other].marked]
        kept = found[keep].marked.mark if keep else None
        decide(data, pair.kind, rows, kept, stated_name(), reason)
        return "Uw beslissing is bewaard: deze plaatsing telt één keer." if keep else (
            "Uw beslissing is bewaard: beide rijen tellen."
        )

    _safely(do)


def undo(decision_id: int) -> None:
    """Take a decision back; the rule applies again."""

    def do() -> str:
        take_back(database(), decision_id, stated_name())
        return f"Beslissing {decision_id} is teruggenomen: de regel geldt weer."

    _safely(do)


def _safely(do: Callable[[], str]) -> None:
    st.session_state[_NEWS] = _refusal() or _tried(do)


def _tried(do: Callable[[], str]) -> str:
    try:
        return do()
    except StorageError as error:
        return str(error)


def _refusal() -> str | None:
    if not may_edit():
        return "Op deze server kunnen geen gegevens worden veranderd."
    if shows_sample():
        return "Er is niets veranderd: intussen zijn de voorbeeldgegevens gekozen."
    if stated_name() is None:
        return "Vul eerst uw naam in. Er is nog niets veranderd."
    return None
