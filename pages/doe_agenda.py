import streamlit as st

st.title("doe_agenda")
