"""Overzicht: halen we het, en wat vraagt aandacht?"""

import streamlit as st

from metrics.cells import REGION
from ui import filters, sections
from ui import overview_places as places
from ui import overview_view as view
from ui.agreement_list import agreement_list
from ui.cards import card_grid, source_line
from ui.months import months_chart
from ui.show import show
from ui.view import card, most_urgent_first, source_text, target_url

with filters.bar():
    as_of = filters.reference_date()
    if as_of:
        rule, place = filters.counting(), filters.place(as_of)

if as_of is None:
    what = "Hier komt te staan hoe ver de zeven afspraken met een getal zijn. Lever daarvoor plaatsingen aan."
    sections.no_data("Halen we de afspraken?", what)
    st.stop()

found = most_urgent_first(view.main_standings(as_of, rule))
both = view.whole(found)
sections.head(view.finding(found, as_of, rule), view.ABOUT)
if place != REGION:
    sections.section(places.area_finding(place, as_of, rule), places.area_detail(place, as_of, rule))
    show(places.area_bars(place, as_of, rule), "aandeel", "Aandeel van het gebied in de regio")
st.html(card_grid([card(one) for one in found], 2))

source = source_line(source_text(both.target), view.rule_text(rule), href=target_url(both.target))
sections.section(view.course_title(found, rule), view.course_detail(both, as_of, rule))
show(view.course_chart(as_of, rule), "verloop", "Verloop naar de 440 garantiebanen")
st.html(source)

months = view.months(as_of, rule)
sections.section(view.monthly_finding(both, rule), view.monthly_detail(months, as_of, rule))
show(months_chart(months, view.unit_of(rule)), "maanden", "Begonnen per maand")

series = places.municipal_lines(as_of, rule)
sections.section(places.municipal_finding(series, rule), places.municipal_detail(rule))
show(places.municipal_chart(series, as_of), "gemeenten", "Verloop per gemeente, per 1.000 inwoners")
show(places.subregion_bars(as_of, rule), "deelregios", "Per deelregio")
st.html(source)

groups = view.other_agreements(as_of)
sections.section(view.other_finding(groups))
for name, standings in groups:
    sections.part(name)
    show(agreement_list(standings), f"afspraken-{standings[0].target.agreement}", name)
