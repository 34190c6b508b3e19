"""How far the reading of files is, with a button to stop it that answers while a file is read."""

from __future__ import annotations

import streamlit as st

from reference.dutch import number
from ui.import_loading import stop
from ui.import_reading import reader, take_over
from ui.markup import safe

EVERY = 0.5  # seconds between two looks


def progress() -> bool:
    """Show how far the reading is and return True while there is any; the page itself waits for it."""
    if not reader().jobs:
        return False
    if not reader().busy():
        take_over()
        return False
    _bar()
    return True


@st.fragment(run_every=EVERY)
def _bar() -> None:
    """Draw the bar every half second; when all is read the whole page is drawn anew."""
    found = reader()
    current = found.current()
    if current is None:
        st.rerun()
    at, job = current
    which = f"Bestand {number(at)} van {number(len(found.jobs))}: " if len(found.jobs) > 1 else ""
    doing = f" {job.label}." if job.label else ""
    with st.container(border=True, key="lezen"):
        file = f'<b class="rm-file-name">{safe(which)}“{safe(job.name)}”</b>'
        st.html(f'<p role="status">{file}{safe(doing)}</p>')
        st.progress(min(found.share(), 1.0), f"{number(int(100 * found.share()))} % gelezen")
        st.button("Annuleren", key="lezen-stoppen", on_click=stop)
