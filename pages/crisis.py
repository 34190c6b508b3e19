"""Crisis en context: wat deden uitkeringen en vacatures sinds februari 2020, en wanneer kwam welke actie?"""

import streamlit as st

from metrics.cells import REGION
from ui import crisis_titles as titles
from ui import crisis_view as view
from ui import filters, sections
from ui.cards import empty_state, source_line
from ui.crisis_chart import event_line
from ui.crisis_data import VIEWS, best_view, by_month, found_courses, line, marks, source_words
from ui.crisis_words import about, headline, place_name
from ui.show import show

with filters.bar():
    indicator, place, asked = view.choose()

found = found_courses()
events = by_month(marks(place))
course = found.get(indicator)
if course is None or not course.places.get(place):
    st.title(titles.no_series(indicator, place), anchor=False)
    st.html(empty_state("Cijfers per gemeente en maand", titles.REMEDY, "/gegevens", "Naar Gegevens"))
else:
    shown = best_view(course, place, asked)
    sections.head(headline(course, place), about(course))
    sections.section(f"{VIEWS[shown]}, met elke actie en maatregel op de lijn", titles.fallback(asked, shown))
    other = line(course, REGION, shown) if place != REGION and shown != "aantal" else None
    st.html(view.key_line(place, bool(other)))
    beside = ("De regio", other) if other else None
    name = place_name(place)
    chart = event_line(line(course, place, shown), name, shown, view.UNITS[shown], events, beside)
    show(chart, "lijn", headline(course, place))
    st.html(source_line(source_words(course), titles.AS_GIVEN, titles.span(course, place)))

sections.section(titles.events_title(events), titles.ABOUT_EVENTS)
st.html(view.event_list(events))

if found:
    sections.section(titles.series_title(found, place), "Elke geleverde reeks; de naam opent haar hierboven.")
    show(view.all_series(found, place), "reeksen", "De reeksen naast elkaar")
if course is not None:
    sections.section(*titles.places_title(course, asked))
    show(view.per_place(course, asked), "gemeenten", "Per gemeente")
sections.section("Wat we niet weten")
st.html(view.gaps(found, place))
