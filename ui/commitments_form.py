"""The fields of a form that edits one record: what they show, what was typed, and what that differs in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import streamlit as st

from reference.load import documents
from storage.register_fields import STATUSES

_NO_DOCUMENT = "geen stuk"


@dataclass(frozen=True)
class Field:
    """A field of a form: `choices` maps what the screen says to what is kept; `long` is a box of lines."""

    name: str
    label: str
    value: str | None
    choices: Mapping[str, str | None] | None = None
    long: bool = False
    is_date: bool = False


def promise_fields(now: Mapping[str, str], computed: str, party: str) -> list[Field]:
    """Return the fields of a promise or a checklist point, with what was stated of them."""
    statuses = {f"volgt uit stukken en rijen ({computed})": None} | {one: one for one in STATUSES}
    papers = {_NO_DOCUMENT: None} | {one.short: key for key, one in documents().items()}
    return [
        Field("status", "Status", now.get("status"), statuses),
        Field("owner", f"Eigenaar (leeg: {party.split(' (')[0]})", now.get("owner")),
        Field("evidence", "Bewijs, in gewone woorden", now.get("evidence"), long=True),
        Field("evidence_document", "Stuk", now.get("evidence_document"), papers),
        Field("evidence_lines", "Regels in het stuk, zoals 71-73", now.get("evidence_lines")),
        Field("next_step", "Volgende stap", now.get("next_step")),
        Field("due", "Datum volgende stap (dd-mm-jjjj)", now.get("due"), is_date=True),
    ]


def draw(record: str, seen: str, fields: Sequence[Field]) -> None:
    """Draw the fields; `seen` is the state they show, so another state gives fresh fields."""
    for field in fields:
        key = key_of(record, seen, field.name)
        if field.choices is not None:
            options, values = list(field.choices), list(field.choices.values())
            at = values.index(field.value) if field.value in values else 0
            st.selectbox(field.label, options, index=at, key=key, width=480)
        elif field.long:
            st.text_area(field.label, field.value or "", max_chars=500, key=key, height=90)
        else:
            shown = dutch(field.value) if field.is_date else field.value or ""
            st.text_input(field.label, shown, max_chars=160, key=key, width=480)


def typed(record: str, seen: str, fields: Sequence[Field]) -> dict[str, str | None]:
    """Return what was typed, only where it differs from what the form showed."""
    values = {}
    for field in fields:
        said = st.session_state.get(key_of(record, seen, field.name))
        if field.choices is not None:
            value = field.choices.get(said)
        else:
            value = _iso(said or "") if field.is_date else (said or "").strip()
        if (value or None) != field.value:
            values[field.name] = value or None
    return values


def word(field: Field, value: str | None) -> str:
    """Return a value as the form says it."""
    if field.choices is not None:
        return next((said for said, kept in field.choices.items() if kept == value), value or "–")
    return (dutch(value) if field.is_date else value) or "–"


def key_of(record: str, seen: str, name: str) -> str:
    """Return the key of a field on the page."""
    return f"veld-{record}-{seen}-{name}"


def dutch(value: str | None) -> str:
    """Return a kept date as dd-mm-jjjj."""
    return datetime.strptime(value, "%Y-%m-%d").strftime("%d-%m-%Y") if value else ""


def _iso(said: str) -> str:
    """Return dd-mm-jjjj as the database keeps it; what can't be read stays, to be named."""
    try:
        return datetime.strptime(said.strip(), "%d-%m-%Y").strftime("%Y-%m-%d") if said.strip() else ""
    except ValueError:
        return said
