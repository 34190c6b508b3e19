"""Who delivered a file and over which days, as recognised, to be changed on screen."""

from __future__ import annotations

from datetime import date

import streamlit as st

from data_loaders.intake import Intake
from data_loaders.origin import UNKNOWN
from reference.load import suppliers
from ui.data_words import curled, supplier_name
from ui.import_loading import change
from ui.import_state import Waiting, say
from ui.import_words import sentence_start
from ui.sections import small

EARLIEST, LAST = date(1990, 1, 1), date(2060, 12, 31)


def period_reason(intake: Intake) -> str:
    """Return where the period comes from."""
    if intake.period_stated:
        return "door u gekozen"
    if intake.period_named == intake.period:
        return "gelezen in de titel, de bestandsnaam of de bladnaam"
    return "van de eerste tot en met de laatste datum in de rijen"


def supplier_field(one: Waiting) -> None:
    """Show who delivered the file, with why, to be changed."""
    names = {each.name: each.code for each in suppliers()}
    current = supplier_name(one.intake.supplier)
    key, other = f"leverancier-{one.number}", f"andere-{one.number}"
    st.session_state[key] = current
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            "Leverancier", list(dict.fromkeys([current, *names])), key=key, on_change=_named,
            args=(one.number, key), width=420,
        )  # fmt: skip
        st.text_input(
            "Of een andere leverancier", placeholder="alleen als die niet in de lijst staat", key=other,
            max_chars=60, on_change=_named, args=(one.number, other), width=300,
        )  # fmt: skip
    if one.intake.supplier == UNKNOWN:
        small(
            "Niet genoemd in titel, bestandsnaam of bladnaam. Zonder leverancier vervangt dit bestand nooit "
            "een eerder bestand; kies er een."
        )
    else:
        reason = "door u gekozen" if one.answers.supplier else curled(one.intake.supplier_reason)
        small(sentence_start(reason))


def period_field(one: Waiting) -> None:
    """Show over which days the file speaks, with why, to be changed."""
    days = one.intake.period
    if days is None:
        return
    keys = (f"van-{one.number}", f"tot-{one.number}")
    with st.container(horizontal=True, gap="small"):
        for key, label, day in zip(keys, ("Eerste dag", "Laatste dag"), days, strict=True):
            st.session_state[key] = day
            st.date_input(
                label, format="DD-MM-YYYY", key=key, min_value=min(EARLIEST, day), max_value=max(LAST, day),
                on_change=_days, args=(one.number, *keys), width=200,
            )  # fmt: skip
    reason = period_reason(one.intake)
    small(sentence_start(reason))


def _days(number_: int, first: str, last: str) -> None:
    start, end = st.session_state[first], st.session_state[last]
    if start is None or end is None or start > end:
        say("De eerste dag van de periode ligt na de laatste. Er is niets veranderd.")
        return
    change(number_, period=(start, end))


def _named(number_: int, key: str) -> None:
    if name := (st.session_state[key] or "").strip():
        change(number_, supplier=name)
