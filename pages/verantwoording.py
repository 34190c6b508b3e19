"""Verantwoording: waar komt elk getal vandaan, hoe telt het, en wat zie je niet?"""

import streamlit as st

from ui import accountability_view as view
from ui import filters
from ui.accountability_sections import ALL, SECTIONS, chosen_entry, draw, results

with filters.bar():
    words = st.text_input(
        "Zoeken",
        key="zoek",
        bind="query-params",
        placeholder="bijvoorbeeld stage, 280 of T-LSA-02",
        help="Zoekt in alle begrippen, doelen, cijfers, regels, tegenspraken en toezeggingen.",
    )
    section = st.selectbox("Onderdeel", [ALL, *SECTIONS], key="onderdeel", bind="query-params")
    as_of = filters.reference_date()

st.title(view.headline(), anchor=False)
st.html(
    '<p class="rm-detail">Van elk getal: het stuk en de regel, de periode, de telregel en wat wij zelf '
    "invulden. Klik een vermelding open voor alles.</p>"
)
asked = st.query_params.get("afspraak") or st.query_params.get("begrip")
if asked:
    chosen_entry(asked, as_of)
if words.strip():
    results(words)
else:
    draw(section, as_of)
