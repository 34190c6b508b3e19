"""Wat als: andere doelen, regels en tempo's naast vandaag."""

import streamlit as st

from reports.scenario_workbook import scenario_workbook
from ui import sections
from ui import what_if_bridge as bridge
from ui import what_if_dials as dials
from ui import what_if_filters as filters
from ui import what_if_more as more
from ui import what_if_plot as plot
from ui import what_if_ready as ready
from ui import what_if_rows as rows
from ui import what_if_saved as saved
from ui import what_if_state as state
from ui import what_if_view as view
from ui.cards import source_line
from ui.show import show
from ui.view import source_text, target_url

heading = st.container(key="wat-als-kop")
left, right = st.columns([1, 2.1], gap="medium")
with left:
    knobs = st.container(key="knoppen")
with knobs:
    target, as_of = filters.ask()

if as_of is None:
    what = "Hier draait u aan doel, termijn, telregel en tempo, en ziet u waar het uitkomt."
    sections.no_data("Wat als het doel, de regel of het tempo anders was?", what)
    st.stop()

with knobs:
    mended = state.mend(target)
    state.choose()
    dials.draw(target, as_of)
found = view.view(target, as_of, mended)
with heading:
    sections.head(view.headline(found), view.about(found))
with right:
    ready.draw(target)
    st.html(rows.bullets(view.rows(found)).html)
    more.actions(found)

sections.section(view.asked(found), view.chance_sentence(found))
if chart := plot.paths(found):
    show(chart, "paden", "Het verloop tot nu en waar elk scenario uitkomt")
st.html(view.comparison(found))
st.html(source_line(source_text(target), view.rule_text(found), href=target_url(target)))
more.places(found)
more.sensitivity(found)
more.needed(found)
bridge.why_different(as_of)
saved.keep(found, scenario_workbook)
