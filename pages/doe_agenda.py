"""Doe-agenda 2020–2022: welke acties zijn er, hoe staan ze ervoor, wat begon er, en met welk geld?"""

import streamlit as st

from reference.dutch import date_short
from ui import doe_agenda_filters, filters, sections
from ui import doe_agenda_money as money
from ui import doe_agenda_plan as plan
from ui import doe_agenda_register as register
from ui import doe_agenda_view as view
from ui.cards import empty_state, note, source_line
from ui.doe_agenda_data import listed, spent
from ui.doe_agenda_data import money as read_money
from ui.doe_agenda_timeline import timeline
from ui.doe_agenda_unknown import unknown
from ui.show import show
from ui.view import metric_url

with filters.bar():
    as_of = filters.reference_date()
    found = listed(doe_agenda_filters.choose())

activity = view.activity(as_of) if as_of and as_of >= view.START else None
st.title(view.page_title(as_of, activity), anchor=False)
if activity is None or activity.total is None:
    remedy = "Lever plaatsingen of stages van 2020 tot en met 2022 aan, of kies een latere peildatum."
    st.html(empty_state("Plaatsingen en stages per pijler", remedy, "/gegevens", "Naar Gegevens"))
else:
    span = f"{date_short(view.START)} – {date_short(activity.as_of)}"
    about = f"Begonnen plaatsingen en stages van alle soorten in de regio, {span}. De filters kiezen acties."
    st.html(f'<p class="rm-detail">{about}</p>')
    st.header(view.largest(activity.parts), anchor=False)
    show(view.pillar_bars(activity), "pijlers", "Begonnen plaatsingen en stages per pijler")
    st.html(source_line(f"{plan.source()}, r. 122-130", view.rule(), href=metric_url("pillar_placements")))
    st.header(view.growth(as_of), anchor=False)
    show(view.course(as_of), "verloop", "Begonnen plaatsingen en stages, opgeteld vanaf 1 januari 2020")
st.html(note(plan.LATER, "Effecten komen later.") + plan.MEANWHILE)

sections.section(register.headline(found), register.detail(found))
show(timeline(found.delivered, as_of), "tijdlijn", "Acties van de doe-agenda")
if not found.all_delivered:
    st.html(empty_state("Acties van de doe-agenda", register.REMEDY, "/gegevens", "Naar Gegevens"))
sections.section(register.decided_headline(found.decided), register.ABOUT_DECIDED)
st.html(register.decided_list(found.decided))

budget = read_money()
sections.section(money.headline(budget, plan.money_headline()), money.ABOUT)
show(money.fund_bars(budget), "geld", "Geld voor de doe-agenda")
st.html(plan.readings_note() + plan.readings_table(spent()))
sections.section(plan.ADDENDUM)
st.html(plan.addendum(as_of))
sections.section(plan.DECIDED)
st.html(plan.decisions())
sections.section("Wat we niet weten")
st.html(unknown(found, budget))
