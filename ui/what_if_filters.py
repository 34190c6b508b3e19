"""What a what-if is asked about: the agreement and the reference date, both in the address."""

from __future__ import annotations

from datetime import date

import streamlit as st

from reference.dutch import date_long
from reference.load import Target, targets
from ui import filters
from ui.access import reference_dates
from ui.markup import link, safe
from ui.view import figure
from ui.what_if_numbers import STANDARD, choices
from ui.what_if_state import address

PARAMETER, _KEY = "afspraak", "wat-als-afspraak"


def ask() -> tuple[Target, date | None]:
    """Ask for the agreement and the reference date; the date is None, and nothing drawn, without data."""
    if not reference_dates():
        return targets()[STANDARD], None
    known = choices()
    stated = st.query_params.get(PARAMETER)
    if _KEY not in st.session_state or st.session_state[_KEY] not in known:
        st.session_state[_KEY] = stated if stated in known else STANDARD
    st.selectbox(
        "Afspraak", list(known), format_func=lambda key: _name(known[key]), key=_KEY, on_change=_chosen
    )
    return known[st.session_state[_KEY]], filters.reference_date()


def earlier_day(target: Target, as_of: date) -> str:
    """Return, when the period is over, a sentence with a link to a date halfway; else nothing."""
    if target.end is None or as_of < target.end:
        return ""
    halfway = target.start + (target.end - target.start) / 2
    within = [day for day in reference_dates() if target.start < day <= halfway]
    if not within:
        return ""
    day = date_long(within[-1])
    href = f"/wat-als?{address(peildatum=day)}"
    words = f"De periode liep tot en met {date_long(target.end)}: u ziet het resultaat."
    return f'<p class="rm-small">{safe(words)} {link(f"Bekijk de vraag zoals die op {day} lag", href)}.</p>'


def _chosen() -> None:
    st.query_params[PARAMETER] = st.session_state[_KEY]


def _name(target: Target) -> str:
    low, high = target.at_least, target.at_most
    number = figure(low) if high is None or low == high else f"{figure(low)}–{figure(high)}"
    return f"{number} · {target.title}"
