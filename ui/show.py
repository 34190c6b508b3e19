"""Puts a chart or drawing on the page, with its table under it."""

import streamlit as st

from ui.chart_base import PLOTLY_CONFIG
from ui.shapes import Chart, Drawing
from ui.tables import table_html


def show(chart: Chart | Drawing, key: str, caption: str) -> None:
    """The chart with its replacing text and a closed 'Toon als tabel'; `key` is unique on the page."""
    if isinstance(chart, Chart):
        st.plotly_chart(chart.figure, theme=None, config=PLOTLY_CONFIG, alt=chart.alt, key=key)
    else:
        st.html(chart.html)
    with st.expander("Toon als tabel", key=f"{key}-tabel"):
        st.html(table_html(chart.table, caption))
