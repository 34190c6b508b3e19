"""Zoeken: waar staat dit doel, deze toezegging, deze partij of dit begrip?"""

import streamlit as st

from ui.search_view import results

words = st.text_input(
    "Zoeken in alles", key="zoek", bind="query-params", max_chars=100,
    placeholder="bijvoorbeeld no-risk, 280, Velsen of T-LSA-02",
)  # fmt: skip
results(words)
