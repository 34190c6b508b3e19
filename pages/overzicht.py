"""Overzicht: halen we het?"""

import streamlit as st

st.title("Overzicht")
