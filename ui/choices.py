"""Choices inside a page, in the address like every filter."""

import streamlit as st

from reference.load import Target, targets

_GOALS = {"440: overheid en bedrijven": "T-LSA-02", "280: alleen bedrijven": "T-LSA-01"}


def headline_goal() -> Target:
    """Ask which of the two headline targets the burn-up shows; return it."""
    chosen = st.radio("Doel", list(_GOALS), key="doel", bind="query-params", horizontal=True)
    return targets()[_GOALS[chosen]]
