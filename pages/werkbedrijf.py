import streamlit as st

st.title("werkbedrijf")
