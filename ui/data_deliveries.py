"""All deliveries with their state; one of them opened, with its rows and what may be done with it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from reference.dutch import number
from storage.database import Database
from storage.deliveries import Delivery
from storage.rows import changes_of, rows_of
from ui import data_actions as actions
from ui.access import shows_sample
from ui.cards import definitions, note
from ui.data_receipt import download, replaced_text, terms
from ui.data_values import value_text
from ui.data_words import DONE, day, kind_label, moment, period, period_cell, status, supplier_name
from ui.import_words import plain
from ui.kind_words import field_word, stored_word
from ui.sections import part, small
from ui.tables import as_table_html

SHOWN = 15
MOST_ROWS = 1000
COLUMNS = ("#", "Leverancier", "Soort", "Periode", "Rijen", "Geladen op", "Door", "Stand")
OPEN = "levering"


def delivery_list(deliveries: Sequence[Delivery]) -> None:
    """Show the newest deliveries, and the others behind one line."""
    rows = [_row(one, deliveries) for one in deliveries]
    st.html(
        as_table_html(
            rows[:SHOWN], COLUMNS, "Alle leveringen" if len(rows) <= SHOWN else "Nieuwste leveringen"
        )
    )
    if len(rows) > SHOWN:
        with st.expander(f"Toon ook de oudere ({number(len(rows) - SHOWN)})", key="oudere-leveringen"):
            st.html(as_table_html(rows[SHOWN:], COLUMNS, "Oudere leveringen"))


def choose(deliveries: Sequence[Delivery]) -> Delivery | None:
    """Ask which delivery to open; `?levering=3` in the address opens that one."""
    stated = st.query_params.get(OPEN, "")
    known = {str(one.id): one for one in deliveries}
    if stated and stated not in known:
        small(f"Er is geen levering {stated}.")
    key = "kies-levering"
    if key not in st.session_state and stated in known:
        st.session_state[key] = stated
    chosen = st.selectbox(
        "Levering openen", list(known), None, lambda one: _label(known[one]), key=key,
        placeholder="Kies een levering", on_change=_remember, args=(key,),
    )  # fmt: skip
    return known.get(chosen)


def _remember(key: str) -> None:
    if st.session_state[key]:
        st.query_params[OPEN] = st.session_state[key]
    else:
        st.query_params.pop(OPEN, None)


def opened(delivery: Delivery, deliveries: Sequence[Delivery], data: Database) -> None:
    """Show one delivery: its origin, its history, its rows, and what may be done with it."""
    part(f"Levering {delivery.id}: {plain(delivery.file_name)}")
    small(f"Stand: {status(delivery, deliveries)}.")
    st.html(definitions([*terms(delivery), *_history(data, delivery)]))
    if not shows_sample():
        _buttons(delivery, deliveries)
    if delivery.erased:
        return
    with st.expander("Gelezen kolommen", key=f"kolommen-levering-{delivery.id}"):
        rows = [(heading, field_word(field, delivery.kind)) for heading, field in delivery.mapping.items()]
        st.html(
            as_table_html(rows, ("Kop in het bestand", "Gelezen als"), f"Kolommen van levering {delivery.id}")
        )
    rows_table(delivery, data)


def rows_table(delivery: Delivery, data: Database) -> None:
    """Show the rows as stored, without the persons; the file and row lead back to the source."""
    table = rows_of(data, delivery.kind, delivery.id, MOST_ROWS)
    columns = {name: table.column(name) for name in table.column_names}
    shown = {
        stored_word(name, delivery.kind): [
            None if value is None else value_text(name, value) for value in column.to_pylist()
        ]
        for name, column in columns.items()
        if column.null_count < len(column)
    }
    first = f"de eerste {number(MOST_ROWS)} van " if delivery.row_count > MOST_ROWS else ""
    count = f"{first}{number(delivery.row_count)}"
    small(f"Rijen zoals ze zijn bewaard: {count}. Lege kolommen en personen staan er niet bij.")
    alt = f"Rijen van levering {delivery.id}"
    st.dataframe(shown, hide_index=True, height=380, key=f"rijen-{delivery.id}", alt=alt, placeholder="")


def _buttons(delivery: Delivery, deliveries: Sequence[Delivery]) -> None:
    state = status(delivery, deliveries)
    back = replaced_text(delivery, deliveries)
    if delivery.active and back:
        small(f"Na terugnemen telt weer mee: {back}.")
    with st.container(horizontal=True):
        if delivery.active:
            st.button(
                "Terugnemen", key=f"terug-{delivery.id}", on_click=actions.withdraw, args=(delivery.id,)
            )
        elif state == "teruggenomen":
            st.button(
                "Herstellen", key=f"herstel-{delivery.id}", on_click=actions.restore, args=(delivery.id,)
            )
        if not delivery.erased and st.button("Definitief wissen …", key=f"wis-{delivery.id}"):
            erase_dialog(delivery, deliveries)
        download(delivery, 0, f"download-levering-{delivery.id}")
    if state.startswith("vervangen"):
        newer = state.rpartition("#")[2]
        st.html(note(f"Neem levering {newer} terug om deze levering weer te laten tellen."))


@st.dialog("Levering definitief wissen")
def erase_dialog(delivery: Delivery, deliveries: Sequence[Delivery]) -> None:
    """Ask for the reason and a confirmation before rows are gone for good."""
    back = replaced_text(delivery, deliveries)
    more = f" Wat deze levering verving ({plain(back)}) telt daarna niet vanzelf weer mee." if back else ""
    rows = f"{number(delivery.row_count)} rijen van levering {delivery.id}"
    whose = f"{rows} ({supplier_name(delivery.supplier)})"
    st.markdown(f"De {whose} verdwijnen voorgoed. Alleen het ontvangstbewijs blijft.{more}")
    st.text_input("Reden", key=f"reden-{delivery.id}", max_chars=200)
    st.checkbox("Ik weet dat dit niet ongedaan te maken is", key=f"zeker-{delivery.id}")
    if st.button(
        "Definitief wissen", key=f"wis-echt-{delivery.id}", type="primary", on_click=_erase,
        args=(delivery.id,),
    ):  # fmt: skip
        if _given(delivery.id):
            st.rerun()
        st.html(note("Geef een reden en vink aan dat u het zeker weet."))


def _given(delivery_id: int) -> bool:
    reason, sure = st.session_state.get(f"reden-{delivery_id}"), st.session_state.get(f"zeker-{delivery_id}")
    return bool(sure and (reason or "").strip())


def _erase(delivery_id: int) -> None:
    if _given(delivery_id):
        actions.erase(delivery_id, st.session_state[f"reden-{delivery_id}"])


def _row(delivery: Delivery, deliveries: Sequence[Delivery]) -> tuple[str, ...]:
    return (
        f"#{delivery.id}", supplier_name(delivery.supplier), kind_label(delivery.kind),
        period_cell(delivery.period_start, delivery.period_end), number(delivery.row_count),
        day(delivery.delivered_at).replace(" ", "\u00a0"), delivery.delivered_by or "–",
        status(delivery, deliveries),
    )  # fmt: skip


def _history(data: Database, delivery: Delivery) -> list[tuple[str, str]]:
    done = [one for one in changes_of(data, delivery.id) if one.action != "geleverd"]
    return [
        (
            DONE.get(one.action, one.action).capitalize(),
            f"{moment(one.at)}, door {one.by or 'onbekend'}" + (f": {one.reason}" if one.reason else ""),
        )
        for one in done
    ]


def _label(delivery: Delivery) -> str:
    days = period(delivery.period_start, delivery.period_end)
    return f"#{delivery.id} · {supplier_name(delivery.supplier)} · {days} · {delivery.file_name}"
