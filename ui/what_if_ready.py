"""Ready-made comparisons: questions that came up in the documents, one click away."""

from __future__ import annotations

import streamlit as st

from reference.load import Target
from ui.what_if_state import put

# Name on the button, and the codes of the scenarios that it puts side by side (the baseline stands first).
READY: dict[str, tuple[str, ...]] = {
    "280 of 440": ("d280.sm", "d440"),
    "25, 25,5 of personen": ("h25_5", "r255", "rpe"),
    "9 of 7 gemeenten": ("g7",),
    "Eind 2016 of 2017": ("e2017-12-31",),
}
_REGIONAL = "region"


def draw(target: Target) -> None:
    """Draw a button per comparison, for the targets that they speak of."""
    if target.scope.kind != _REGIONAL or target.counting is None:
        return
    with st.container(horizontal=True, key="klaar", vertical_alignment="center", gap="small"):
        for name, codes in READY.items():
            st.button(name, key=f"klaar-{codes[0]}", on_click=put, args=(codes,))
