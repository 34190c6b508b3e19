"""The guided import on the page Gegevens: one file with its four steps, or the list of all files."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from data_loaders.storing import plan
from storage.database import Database
from ui import data_actions as actions
from ui.access import OWN, library, may_edit, shows_sample
from ui.cards import empty_state, note
from ui.data_receipt import receipt
from ui.import_check import check_step
from ui.import_columns import columns_step
from ui.import_compare import compare_step
from ui.import_file import file_step
from ui.import_keeping import NAME, take_up, unfinished_list
from ui.import_list import file_list
from ui.import_loading import drop, receive, round_number
from ui.import_progress import progress
from ui.import_reading import reader, take_over
from ui.import_state import CHECK, COLUMNS, FIRST, IMPORT, LAST, STEP, Waiting, opened, put, set_open
from ui.import_steps import close, onward, step_bar
from ui.import_templates import templates
from ui.import_verdict import verdict
from ui.import_words import plain
from ui.sections import section, small

MOST_RECEIPTS = 20  # that stand in full behind the newest one


def arrive() -> Waiting | None:
    """Take over what was read, and return the file that session or address says to show."""
    if not may_edit() or shows_sample():
        return None
    if reader().jobs and not reader().busy():
        take_over()
    stated, step = st.query_params.get(IMPORT), st.query_params.get(STEP, "")
    if opened() is None and stated:
        if not stated.isdigit() or not take_up(int(stated)):
            set_open(None)
        elif step.isdigit() and FIRST <= int(step) <= LAST:
            put(replace(opened(), step=int(step)))
    one = opened()
    if one is not None:
        _address(one)
    return one


def _address(one: Waiting) -> None:
    """Put the file and its step in the address, so that a reload finds them back; both or neither."""
    for name, value in ((IMPORT, one.draft), (STEP, one.step if one.draft else None)):
        if value is None:
            st.query_params.pop(name, None)
        elif st.query_params.get(name) != str(value):
            st.query_params[name] = str(value)


def one_file(one: Waiting, data: Database) -> None:
    """Show one file: what may happen with it, its four steps, and the step that it is at."""
    st.button("Terug naar alle bestanden", key="terug-naar-lijst", on_click=close, type="tertiary",
              icon=":material/arrow_back:")  # fmt: skip
    if progress():
        return
    intake = one.intake
    met = plan(data, intake) if intake.table is not None and intake.table.num_rows else None
    st.title(plain(intake.file), anchor=False)
    st.html(f'<p class="rm-verdict-line" role="status">{verdict(intake, met)}</p>')
    if intake.kind is None and not any(sheet.rows for sheet in intake.sheets_seen):
        st.button("Sluiten", key=f"weg-{one.number}", on_click=drop, args=(one.number,))
        return
    step_bar(one)
    with st.container(key="stap-inhoud"):
        if one.step == COLUMNS:
            columns_step(one)
        elif one.step == CHECK:
            check_step(one)
        elif one.step == LAST:
            compare_step(one, data)
        else:
            file_step(one)
    onward(one)


def loading(data: Database) -> None:
    """Show the way in: first one's own database, then the uploader and the files that wait."""
    section("Bestanden laden")
    if shows_sample():
        st.html(note(
            "De voorbeeldgegevens blijven zoals ze zijn. Voor uw eigen bestanden is er een eigen database. "
            "U kunt altijd terug: de knop daarvoor staat dan links onder het menu.", "Dit is een voorbeeld."
        ))  # fmt: skip
        st.button("Eigen gegevens gebruiken", key="eigen-gegevens", type="primary", on_click=_own)
        templates()
        return
    if not data.deliveries():
        st.html(empty_state(
            "Begin met een lijst zoals u die hebt",
            "Een export uit Excel is genoeg: één rij per plaatsing, met de startdatum en de gemeente. "
            "U ziet eerst wat er is begrepen. Er telt pas iets mee als u op Opslaan klikt.",
        ))  # fmt: skip
    st.text_input(
        "Uw naam (komt bij elke levering te staan; wordt niet gecontroleerd)",
        key=NAME, persist_state="session", max_chars=80, width=480,
    )  # fmt: skip
    _uploader()
    progress()
    file_list(data)
    _receipts(data)
    unfinished_list(data)
    templates()


def _uploader() -> None:
    # Every type is taken in: the uploader itself would refuse in English, the reader does so in Dutch.
    uploads = st.file_uploader(
        "Bestanden (xlsx, xls, xlsb, ods, csv, txt of tsv; hoogstens 100 MB per bestand)",
        accept_multiple_files=True, key=f"bestanden-{round_number()}",
    )  # fmt: skip
    small("U mag alles tegelijk kiezen. Het bestand zelf staat alleen in het geheugen zolang u bezig bent.")
    if uploads and may_edit():
        receive(uploads)
        st.rerun()


def _receipts(data: Database) -> None:
    """Show the newest receipt of this session, and the others behind one line."""
    newest, *older = actions.receipts() or [None]
    everything = data.deliveries()
    if newest:
        receipt(newest, everything)
    if older:
        with st.expander(f"Eerdere ontvangstbewijzen ({len(older)})", key="eerdere-bewijzen"):
            for one in older[:MOST_RECEIPTS]:
                receipt(one, everything)
            if older[MOST_RECEIPTS:]:
                small(f"De andere {len(older) - MOST_RECEIPTS} staan bij de leveringen hieronder.")


def _own() -> None:
    if may_edit():
        library().switch(OWN)


