import streamlit as st

st.title("gegevens")
