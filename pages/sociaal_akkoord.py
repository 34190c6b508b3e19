import streamlit as st

st.title("sociaal_akkoord")
