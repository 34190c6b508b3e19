import streamlit as st

st.title("gemeenten")
