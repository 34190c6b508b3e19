"""The parts that every page is built of: its head, its sections, and what stands where data is missing."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

import streamlit as st

from ui.cards import empty_state
from ui.markup import safe


def head(finding: str, detail: str) -> None:
    """The page's finding as h1, with the plain descriptor (what, unit, date, scope) under it."""
    st.title(finding, anchor=False)
    st.html(f'<p class="rm-detail">{safe(detail)}</p>')


def section(finding: str, detail: str = "") -> None:
    """A section's finding as h2, with its descriptor."""
    st.header(finding, anchor=False)
    if detail:
        st.html(f'<p class="rm-detail">{safe(detail)}</p>')


def part(title: str, detail: str = "") -> None:
    """A part of a section as h3."""
    st.subheader(title, anchor=False)
    if detail:
        st.html(f'<p class="rm-detail">{safe(detail)}</p>')


def small(text: str) -> None:
    """A remark in small type."""
    st.html(f'<p class="rm-small">{safe(text)}</p>')


def no_data(finding: str, what: str) -> None:
    """A page without data: what it will show, and where to upload."""
    st.title(finding, anchor=False)
    st.html(empty_state("Er zijn nog geen gegevens", what, "/gegevens", "Naar Gegevens"))


def address(page: str, filters: Mapping[str, str | None]) -> str:
    """Return the address of a page with these filters; filters that are None stay out."""
    chosen = {name: value for name, value in filters.items() if value is not None}
    return f"/{page}" + (f"?{urlencode(chosen)}" if chosen else "")
