"""Why two ways of counting differ, step by step: also why our number is not that of UWV."""

from __future__ import annotations

from datetime import date

import streamlit as st

from metrics.bridge import Bridge
from metrics.bridge_published import UwvFigure
from metrics.scenario_words import figure
from reference.dutch import date_long
from ui.bridge_chart import bridge_bars
from ui.sections import section, small
from ui.show import show
from ui.what_if_numbers import BRIDGES, bridge, labels, spans

WHY = "Waarom wijkt ons cijfer af van UWV?"
PERIOD = "brug-periode"
OWN_END = (
    "De brug eindigt bij ons eigen aantal, geteld zoals UWV telt: er is geen cijfer van UWV zelf over deze "
    "dag. Lever dat als gepubliceerd cijfer; dan eindigt de brug daar."
)


def why_different(as_of: date) -> None:
    """The bridge between our number and another way of counting, over any period that the data covers."""
    heading = st.container()
    with st.container(horizontal=True, gap="small"):
        chosen = st.selectbox("Verschil", list(BRIDGES), key="brug", bind="query-params", width=420)
        periods = spans(as_of)
        if st.session_state.get(PERIOD) not in (None, *periods):
            del st.session_state[PERIOD]
        years = st.selectbox("Begonnen in", list(periods), key=PERIOD, bind="query-params", width=180)
    found, stated = bridge(chosen, periods[years], as_of)
    about_uwv = "UWV" in chosen
    if found is None:
        with heading:
            section(WHY if about_uwv else chosen, f"Over {years} is er nog geen kwartaal dat te tonen is.")
        return
    names = labels(BRIDGES[chosen])
    if _ends_at_uwv(found, stated):
        names[1] = f"{stated.unit} volgens UWV zelf ({stated.document})"
    with heading:
        asked = WHY if about_uwv else "Waarom wijken twee telwijzen af?"
        section(
            f"{asked} {figure(found.start)} tegenover {figure(found.end)}",
            f"Van {names[0]} naar {names[1]}; hele regio, {years}, stand {date_long(found.as_of)}.",
        )
    show(bridge_bars(found, *names), "brugbalken", "Van het ene getal naar het andere, stap voor stap")
    if about_uwv and not _ends_at_uwv(found, stated):
        small(_nearest(stated))


def _ends_at_uwv(found: Bridge, stated: UwvFigure | None) -> bool:
    return stated is not None and stated.day == found.as_of


def _nearest(stated: UwvFigure | None) -> str:
    if stated is None:
        return OWN_END
    number = f"{figure(stated.value)} {stated.unit}"
    return f"{OWN_END} Van een andere dag is er wel een: {number} op {date_long(stated.day)}."
