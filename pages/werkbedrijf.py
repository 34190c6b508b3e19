"""Werkbedrijf: waar komen de garantiebanen vandaan, en wat loopt er nu?"""

import streamlit as st

from metrics.cells import REGION
from ui import choices, filters, periods, sections
from ui import werkbedrijf_parts as parts
from ui import werkbedrijf_view as view
from ui.agreement_list import agreement_list
from ui.cards import card_grid, empty_state, source_line
from ui.months import months_chart
from ui.show import show
from ui.view import card, source_text, standings, target_url

with filters.bar():
    as_of = filters.reference_date()
    if as_of:
        year, place, rule = filters.period(as_of), filters.place(as_of), filters.counting()

if as_of is None:
    what = "Hier komen de garantiebanen per sector, gebied, kanaal en maand. Lever daarvoor plaatsingen aan."
    sections.no_data("Werkbedrijf: hoeveel garantiebanen zijn er?", what)
    st.stop()

choice = view.Choice(as_of, periods.span_of(year), place, rule)
sections.head(view.headline(choice), view.about(choice))
if not choice.has_begun:
    st.html(empty_state("Er is nog niets geteld", "Kies een latere peildatum of een andere periode."))
    st.stop()
if choice.is_agreed:
    st.html(card_grid([card(one) for one in standings(view.TERM, as_of)], 2))

heading = st.container()
goal = choices.headline_goal() if choice.is_agreed else view.both()
with heading:
    sections.section(view.course_title(choice, goal.key), view.course_detail(choice, goal.key))
show(view.course_chart(choice, goal.key), "verloop", "Verloop")
st.html(source_line(source_text(goal), parts.rule_text(choice), href=target_url(goal)))

sections.section(parts.sector_finding(choice), f"{parts.detail(choice)} {parts.SECTORS}")
show(parts.drawing(choice, "sector", "Sector"), "sector", "Per sector")
if place == REGION:
    sections.section(view.subregions_finding(choice), f"Naar woongemeente. {parts.detail(choice)}")
    show(view.subregions(choice), "deelregio", "Per deelregio")
for dimension, column in parts.BREAKDOWNS:
    sections.section(parts.finding(choice, dimension, column), parts.detail(choice))
    show(parts.drawing(choice, dimension, column), dimension, column)

months = view.months(choice)
sections.section(view.months_finding(months), view.months_detail(choice, months))
show(months_chart(months, choice.unit), "maanden", "Begonnen per maand")

sections.section(parts.rules_finding(choice), parts.ABOUT_RULES)
st.html(parts.rules_table(choice))
sections.section(parts.stock_finding(choice), f"{parts.ABOUT_STOCK} {parts.stock_ahead_text(choice)}".strip())
st.html(source_line("geleverde plaatsingen", parts.rule_text(choice), href="/gegevens"))

sections.section(parts.covenant_finding(choice), parts.ABOUT_COVENANT)
show(agreement_list(standings(view.COVENANT, as_of)), "convenant", "Afspraken van het convenant van 2019")
