"""Doe-agenda 2020–2022: wat begon er per pijler, wat doet Haarlem erbij, en met welk geld?"""

import streamlit as st

from reference.dutch import date_long, date_short
from ui import doe_agenda_plan as plan
from ui import doe_agenda_view as view
from ui import filters
from ui.cards import empty_state, note, source_line
from ui.show import show
from ui.view import metric_url

with filters.bar():
    as_of = filters.reference_date()

found = view.activity(as_of) if as_of and as_of >= view.START else None
if found is not None:
    st.title(view.headline(found), anchor=False)
elif as_of is None:
    st.title("Hier komt te staan wat er voor de doe-agenda 2020–2022 begon", anchor=False)
else:
    st.title(f"Op {date_long(as_of)} was de doe-agenda nog niet begonnen", anchor=False)

if found is None or found.total is None:
    remedy = "Lever plaatsingen of stages van 2020 tot en met 2022 aan, of kies een latere peildatum."
    st.html(empty_state("Plaatsingen en stages per pijler", remedy, "/gegevens", "Naar Gegevens"))
else:
    span = f"{date_short(view.START)} – {date_short(found.as_of)}"
    st.html(f'<p class="rm-detail">Begonnen plaatsingen en stages van alle soorten in de regio, {span}.</p>')
    st.header(view.largest(found.parts), anchor=False)
    show(view.pillar_bars(found), "pijlers", "Begonnen plaatsingen en stages per pijler")
    st.html(source_line(f"{plan.source()}, r. 122-130", view.rule(), href=metric_url("pillar_placements")))
    st.header(view.growth(as_of), anchor=False)
    show(view.course(as_of), "verloop", "Begonnen plaatsingen en stages, opgeteld vanaf 1 januari 2020")
    st.html(note(plan.LATER, "Effecten komen later."))

for heading, sections in plan.chapters(as_of):
    st.header(heading, anchor=False)
    for section in sections:
        st.html(section)
