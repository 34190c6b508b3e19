"""Gemeenten: doet elke gemeente haar deel, per 1.000 inwoners?"""

import streamlit as st

from metrics.cells import REGION
from reference.dutch import date_long
from ui import delivered_view as delivered
from ui import filters
from ui import municipalities_view as view
from ui import municipality_numbers as numbers
from ui import municipality_profile as profile
from ui.cards import empty_state, note, source_line
from ui.show import show
from ui.view import source_text, target_url

with filters.bar():
    as_of = filters.reference_date()
    year = filters.period(as_of) if as_of else None
    place = filters.place(as_of) if as_of else REGION
    rule = filters.counting() if as_of else None

chosen = numbers.choice(as_of, year, rule) if as_of else None
if chosen is None:
    early = as_of and f"Op {date_long(as_of)} was deze periode nog niet begonnen"
    st.title(early or "Hier komt te staan hoe de gemeenten zich verhouden", anchor=False)
    remedy = "Lever plaatsingen aan, of kies een latere peildatum."
    st.html(empty_state("Plaatsingen per 1.000 inwoners, per gemeente", remedy, "/gegevens", "Naar Gegevens"))
    st.stop()

st.title(view.headline(chosen) if place == REGION else profile.headline(chosen, place), anchor=False)
st.html(f'<p class="rm-detail">{view.descriptor(chosen)}</p>')
if place != REGION:
    profile.draw(chosen, place)
    st.header(view.headline(chosen), anchor=False)

heading = st.header if place == REGION else st.subheader
left, right = st.columns(2, gap="large")
with left:
    heading("Op de kaart", anchor=False)
    show(view.region_map(chosen), "kaart", f"{chosen.metric.label} {numbers.PER}")
with right:
    heading("Van meeste naar minste", anchor=False)
    show(view.ranking(chosen), "volgorde", f"{chosen.metric.label} {numbers.PER}")
if apart := view.not_comparable(chosen):
    st.html(note(apart, "Let op de dagen."))
st.html(source_line(source_text(numbers.AGREEMENT), chosen.metric.rule, href=target_url(numbers.AGREEMENT)))
st.html(note(view.NO_TARGET, "Geen doel per gemeente."))
delivered.draw_own(place, as_of)
st.header(view.areas_headline(chosen), anchor=False)
st.html(view.areas_table(chosen))
st.html(note(view.former_members(chosen), "Vroegere leden."))
