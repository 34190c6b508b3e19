"""Participatie: hoe staat het met de participatiestrategie van Haarlem uit 2017?"""

import streamlit as st

from ui import filters, sections
from ui import participation_decisions as decisions
from ui import participation_groups as groups
from ui import participation_paths as paths
from ui import participation_plan as plan
from ui import participation_process as process
from ui import participation_provisions as provisions
from ui import participation_stock as stock
from ui import participation_talks as talks
from ui import participation_unknown as unknown
from ui.participation_access import asked, spending
from ui.participation_look import contents

with filters.bar():
    chosen = asked()

if chosen is None:
    what = (
        "Hier komen de drie klantgroepen, de participatiegesprekken, trajecten en voorzieningen. Lever een "
        "klantenbestand, gesprekken of trajecten."
    )
    sections.no_data("Participatie: hier komt te staan hoe het met de strategie van 2017 gaat", what)
else:
    sections.head(groups.headline(chosen), groups.about(chosen))
    st.html(contents(plan.CHAPTERS))
    groups.draw(chosen)
    talks.draw(chosen)
    stock.draw(chosen)
    process.draw(chosen)
    paths.draw(chosen)
    provisions.draw(chosen)

plan.draw_money(chosen, spending(chosen))
plan.draw_pilots()
decisions.draw(chosen.as_of if chosen else None)
unknown.draw(chosen)
