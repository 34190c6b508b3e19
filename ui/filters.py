"""Filters: each has a Dutch key that stands in the address, so a view can be mailed and survives F5."""

from __future__ import annotations

from datetime import date

import streamlit as st

from metrics.cells import REGION, SUBREGIONS
from metrics.placements import COUNTING
from reference.dutch import LABELS, date_long
from reference.load import members
from ui.access import default_date, reference_dates

ALL_PLACES = "Hele regio"
OWN_RULE = "Zoals de afspraak"
TERM = "Looptijd afspraak"


def reference_date() -> date | None:
    """Ask for the reference date; return the chosen one, or None (with nothing drawn) without data."""
    dates = reference_dates()
    if not dates:
        return None
    options = {date_long(day): day for day in reversed(dates)}
    default = date_long(default_date())
    chosen = st.selectbox(
        "Peildatum",
        list(options),
        index=list(options).index(default),
        key="peildatum",
        bind="query-params",
        help="Maandeinden en de datums van gepubliceerde cijfers. Alle standen tellen tot en met deze dag.",
    )
    return options[chosen]


def place(as_of: date) -> str:
    """Ask for an area; return "region", the name of a sub-region or the code of a municipality."""
    names = {ALL_PLACES: REGION} | {name: name for name in SUBREGIONS}
    names |= {municipality.name: municipality.code for municipality in members(as_of)}
    chosen = st.selectbox(
        "Gebied",
        list(names),
        key="gebied",
        bind="query-params",
        help="Naar woongemeente. De bronnen geven geen doel per gemeente; u ziet het aandeel van een gebied.",
    )
    return names[chosen]


def place_name(code: str, as_of: date) -> str:
    """Return the name of an area as a sentence uses it."""
    if code == REGION:
        return "de regio"
    return next((m.name for m in members(as_of) if m.code == code), code)


def counting() -> str | None:
    """Ask for the counting rule; return its code, or None for the rule of each agreement."""
    names = {OWN_RULE: None} | {LABELS["counting"][code]: code for code in COUNTING}
    chosen = st.selectbox(
        "Telregel",
        list(names),
        key="telregel",
        bind="query-params",
        help="Plaatsingen, banen van minstens 25 uur, banen van 25,5 uur (landelijke regel) of personen.",
    )
    return names[chosen]


def period(as_of: date) -> int | None:
    """Ask for a calendar year; return it, or None for the period of the agreement itself."""
    years = sorted({day.year for day in reference_dates() if day <= as_of}, reverse=True)
    chosen = st.selectbox(
        "Periode",
        [TERM, *map(str, years)],
        key="periode",
        bind="query-params",
        help="De looptijd van de afspraak, of één kalenderjaar.",
    )
    return None if chosen == TERM else int(chosen)


def bar():
    """Return the container that holds a page's filters side by side."""
    return st.container(horizontal=True, key="filters")
