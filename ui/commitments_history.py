"""The history of a record: when, who, what, the old value and the new one; nothing is ever left out."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from reference.load import documents
from storage.commitments import WIPED
from storage.register_fields import NAMES
from storage.register_log import Change
from ui.commitments_form import dutch
from ui.parts import wide
from ui.sections import small
from ui.tables import as_table_html

_COLUMNS = ("Wanneer", "Wie", "Wat", "Eerst", "Daarna", "Hoe")


def history(found: Sequence[Change]) -> None:
    """Show every change of a record, newest first."""
    if not found:
        small("Nog niemand heeft hier iets gewijzigd of aangeleverd.")
        return
    rows = [
        (
            f"{one.changed_at:%d-%m-%Y %H:%M}", one.changed_by, NAMES[one.field],
            _value(one.field, one.old), _value(one.field, one.new), _how(one),
        )
        for one in reversed(found)
    ]  # fmt: skip
    st.html(wide(as_table_html(rows, _COLUMNS, "Alle wijzigingen, de nieuwste boven (tijd in UTC)")))


def _how(one: Change) -> str:
    if one.delivery:
        return f"levering {one.delivery}"
    if one.undoes == WIPED:
        return "tekst gewist"
    return f"wijziging {one.undoes} teruggedraaid" if one.undoes else f"wijziging {one.revision}"


def _value(field: str, value: str | None) -> str:
    if value is None:
        return "–"
    if field in ("due", "day"):
        return dutch(value)
    return documents()[value].short if field == "evidence_document" else value
