"""An empty workbook to fill in, for each kind of delivery."""

from __future__ import annotations

import streamlit as st

from data_loaders.intake import KINDS
from data_loaders.templates import TEMPLATES, template
from ui.data_words import kind_label

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def templates() -> None:
    """Offer the template of the kind that is chosen."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="sjablonen"):
        kind = st.selectbox(
            "Nog geen lijst? Begin met een sjabloon", [kind for kind in TEMPLATES if kind in KINDS],
            format_func=lambda key: kind_label(key).capitalize(), key="sjabloon-soort", width=320,
        )  # fmt: skip
        st.download_button(
            "Sjabloon downloaden (xlsx)", lambda: template(kind), f"Sjabloon {kind_label(kind)}.xlsx", XLSX,
            key="sjabloon", on_click="ignore",
        )  # fmt: skip
