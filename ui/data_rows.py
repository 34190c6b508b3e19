"""The rows behind the number of an agreement: for the analyst, who may follow it to file and row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

import streamlit as st

from metrics.catalogue import METRICS
from metrics.metric import Question, compute, rows
from metrics.standing import question_of
from reference.dutch import date_long, number
from reference.load import Target, dutch_municipalities, targets
from storage.database import Database
from storage.deliveries import Delivery
from ui.access import default_date, reference_dates
from ui.csv_export import csv_bytes
from ui.data_values import value_text
from ui.data_words import supplier_name
from ui.sections import small
from ui.view import figure

MOST = 1000
TARGET, AS_OF = "rijen", "peildatum"
COLUMNS = (
    "Leverancier",
    "Bestand",
    "Blad",
    "Rij",
    "Startdatum",
    "Uren",
    "Register",
    "Sector",
    "Gemeente",
    "Telt mee",
)


@dataclass(frozen=True)
class Found:
    """What counts for a target: the number, and its rows as texts (at most 1.000)."""

    target: Target
    as_of: date
    sentence: str
    rows: tuple[tuple[str, ...], ...]


def ask(data: Database) -> Found | None:
    """Ask for an agreement and a reference date; `?rijen=T-LSA-02&peildatum=…` answers both."""
    dates = {date_long(day): day for day in reversed(reference_dates())}
    if not dates:
        return None
    measured = {key: target for key, target in targets().items() if target.metric}
    with st.container(horizontal=True):
        key = _select("Afspraak", measured, lambda one: f"{one} · {measured[one].title}", TARGET, None)
        standard = date_long(default_date())
        day = _select("Peildatum", dates, str, AS_OF, standard)
    if key is None or day is None:
        return None
    return behind(data, measured[key], dates[day])


def behind(data: Database, target: Target, as_of: date) -> Found | None:
    """Return the rows that a target counts up to a reference date, certain ones and possible ones."""
    question = question_of(target, min(as_of, target.end or as_of))
    if question is None:
        return None
    amount = compute(data, question)[()]
    extra = question.metric.key == "internships_extra"
    if extra:  # the number is a difference, and its rows are those of all internships
        question = replace(question, metric=METRICS["internships"])
    possible = rows(data, question, MOST)
    certain = {_place(row) for row in rows(data, question, MOST, "low")}
    deliveries = {one.id: one for one in data.deliveries()}
    texts = tuple(_row(row, deliveries[row["delivery_id"]], _place(row) in certain) for row in possible)
    return Found(target, question.as_of, _sentence(question, amount, len(texts), extra), texts)


def table(found: Found) -> None:
    """Show the rows, and offer them as CSV."""
    small(found.sentence)
    if not found.rows:
        return
    columns = {name: [row[index] for row in found.rows] for index, name in enumerate(COLUMNS)}
    alt = f"Rijen achter {found.target.title}"
    st.dataframe(columns, hide_index=True, height=420, key="rijen-tabel", alt=alt)
    st.download_button(
        "Deze rijen downloaden (csv)", csv_bytes(COLUMNS, found.rows),
        f"rijen {found.target.key} {found.as_of:%Y-%m-%d}.csv", "text/csv", key="rijen-csv",
        on_click="ignore",
    )  # fmt: skip


def _select(label: str, options: Sequence[str], words, parameter: str, standard: str | None) -> str | None:
    key = f"kies-{parameter}"
    stated = st.query_params.get(parameter)
    if key not in st.session_state:
        st.session_state[key] = stated if stated in options else standard
    elif st.session_state[key] not in options:
        st.session_state[key] = standard
    return st.selectbox(
        label, list(options), format_func=words, key=key, placeholder="Kies een afspraak",
        on_change=_remember, args=(key, parameter), index=None if standard is None else 0,
    )  # fmt: skip


def _remember(key: str, parameter: str) -> None:
    if st.session_state[key]:
        st.query_params[parameter] = st.session_state[key]
    else:
        st.query_params.pop(parameter, None)


def _sentence(question: Question, amount, count: int, extra: bool) -> str:
    unit = question.metric.unit
    value = figure(amount.value)
    if amount.high > amount.value:
        value += f" (met wat onbekend is hoogstens {figure(amount.high)})"
    text = f"{value} {unit}, stand t/m {date_long(question.as_of)}. "
    if extra:
        baseline = question.parameters.baseline
        text += f"Extra is wat er boven de {baseline} begon die er al waren; de rijen zijn alle stages. "
    text += f"Hieronder {'de eerste ' if count == MOST else ''}{number(count)} rijen. "
    return (
        text
        + "Een verlenging staat bij de plaatsing waar zij bij hoort; een rij kan voor meer dan één staan."
    )


def _place(row: dict) -> tuple:
    return row["delivery_id"], row["sheet"], row["row_number"]


def _row(row: dict, delivery: Delivery, certain: bool) -> tuple[str, ...]:
    register = row.get("in_register")
    return (
        supplier_name(delivery.supplier),
        delivery.file_name,
        row["sheet"] or "–",
        str(row["row_number"]),
        f"{row['start_date']:%d-%m-%Y}",
        _hours(row.get("hours_low"), row.get("hours_high")),
        "onbekend" if register is None else "ja" if register else "nee",
        value_text("sector", row["sector"]) if row.get("sector") else "onbekend",
        dutch_municipalities().get(row["municipality"], row["municipality"])
        if row["municipality"]
        else "onbekend",
        "ja" if certain else "misschien",
    )


def _hours(low: Decimal | None, high: Decimal | None) -> str:
    if low is None or (low == 0 and high == 40):
        return "onbekend"
    text = value_text("hours", low)
    return text if low == high else f"{text} tot {value_text('hours', high)}"
