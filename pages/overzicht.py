"""Overzicht: halen we het?"""

import streamlit as st

from ui import filters
from ui.cards import card_grid
from ui.view import card, most_urgent_first, standings

with filters.bar():
    as_of = filters.reference_date()
    rule = filters.counting()
found = most_urgent_first(standings(["T-LSA-01","T-LSA-02","T-LSA-03","T-LSA-04","T-LSA-05","T-LSA-06","T-H17-01"], as_of, rule))
st.title("Overzicht")
st.html(card_grid([card(s) for s in found]))
