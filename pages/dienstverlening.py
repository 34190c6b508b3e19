"""Dienstverlening: hoe snel krijgt een werkgever een geschikte kandidaat, en wie blijft er aan het werk?"""

import streamlit as st

from ui import filters, sections, service_cohorts, service_data
from ui import service_offers as offers
from ui import service_view as view
from ui.cards import empty_state, note
from ui.service_months import months_chart, months_title
from ui.service_unknown import unknown
from ui.show import show

with filters.bar():
    chosen = service_data.asked()

if chosen is None:
    what = "Hier staat hoe snel er een kandidaat is en wie blijft werken. Lever vacatures en plaatsingen."
    sections.no_data("Dienstverlening: hoe snel is er een geschikte kandidaat?", what)
    st.stop()

rows = service_data.outcomes(chosen.question)
found = service_data.vacancies(chosen.question)
sections.head(view.headline(rows), view.detail(chosen, rows))
if not rows:
    remedy = "Lever vacatures met de datum van openen en van de eerste kandidaat, of kies een andere periode."
    st.html(empty_state("Geen vacatures in deze periode", remedy, "/gegevens", "Naar Gegevens"))
else:
    st.html(note(view.reading(chosen) + ". " + view.OPEN, "Zo is geteld."))
    sections.section(view.distribution_title(rows), view.ABOUT_HOURS)
    show(view.distribution(rows), "uren", "Uren van vacature tot eerste geschikte kandidaat")
    st.html(view.norm_source())
    readings = view.readings(chosen)
    sections.section(view.readings_title(readings), view.ABOUT_READINGS)
    show(view.reading_bars(readings), "lezingen", "Binnen de norm onder elke lezing")
    by_channel = view.channels(rows)
    sections.section(view.channels_title(by_channel), view.ABOUT_CHANNELS)
    show(view.channel_bars(by_channel), "kanalen", "Binnen de norm per kanaal")
    sections.section(months_title(rows), view.ABOUT_MONTHS)
    show(months_chart(rows), "maanden", "Vacatures per maand van openen, naar de norm")
    sections.section(offers.states_title(found), offers.ABOUT_STATES)
    show(offers.states_chart(found), "stand", "Vacatures naar stand")
    st.html(offers.states_table(found))
    sections.section(offers.instruments_title(found), offers.ABOUT_INSTRUMENTS)
    st.html(offers.instruments_table(found))

cohorts, until = service_cohorts.seen(chosen)
sections.section(service_cohorts.title(cohorts, until), service_cohorts.ABOUT)
service_cohorts.draw(cohorts, until)
sections.section("Wat we niet weten")
st.html(unknown(rows, found))
