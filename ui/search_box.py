"""The search box that stands beside every page: what is typed there opens the page of results."""

from __future__ import annotations

import streamlit as st

_TYPED, _ASKED = "zoek-overal", "zoekvraag"


def search_box() -> None:
    """Draw the box."""
    st.text_input(
        "Zoeken in alles", key=_TYPED, placeholder="doel, partij, begrip …", max_chars=100, on_change=_ask
    )


def asked() -> str | None:
    """Return once what was just typed in the box, else None."""
    return st.session_state.pop(_ASKED, None)


def _ask() -> None:
    words = (st.session_state.get(_TYPED) or "").strip()
    if words:
        st.session_state[_ASKED], st.session_state[_TYPED] = words, ""
