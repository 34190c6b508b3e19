"""How a file was read: which heading became which field, with three values as they are stored."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pyarrow.compute as pc
import streamlit as st

from data_loaders.intake import KINDS, Intake
from reference.dutch import LABELS, number
from reference.load import dutch_municipalities
from ui.data_words import FIELDS
from ui.sections import small
from ui.tables import as_table_html

SAMPLES = 3
HIDDEN = "niet getoond"


def mapping_table(intake: Intake, number_: int) -> None:
    """Show the columns that were read, dropped and ignored, behind one line."""
    if not intake.mapping:
        return
    count = len(intake.mapping)
    with st.expander(f"Zo zijn de kolommen gelezen ({count})", key=f"kolommen-{number_}"):
        rows = [
            (heading, FIELDS.get(field, field), samples(intake, field))
            for heading, field in intake.mapping.items()
        ]
        st.html(
            as_table_html(
                rows,
                ("Kop in het bestand", "Gelezen als", "Zo wordt het bewaard"),
                f"Kolommen van {intake.file}",
            )
        )
        if intake.ignored_columns:
            names = ", ".join(f"“{name}”" for name in intake.ignored_columns)
            small(f"Niet herkend en niet gebruikt: {names}.")


def samples(intake: Intake, field: str) -> str:
    """Return three different values of a field as they would be stored; a person is never shown."""
    if field == "person_key":
        return HIDDEN
    column = stored_column(intake.kind, field)
    if intake.table is None or column is None:
        return "–"
    values = pc.drop_null(intake.table.column(column)).slice(0, 5000).unique().slice(0, SAMPLES)
    return "; ".join(value_text(column, value) for value in values.to_pylist()) or "leeg"


def stored_column(kind: str, field: str) -> str | None:
    """Return the stored column that a field of a delivery ends in, or None when it is only checked."""
    for name, _, source in KINDS[kind].output:
        if re.search(rf"\b{field}\b", source):
            return name
    return None


def value_text(column: str, value: object) -> str:
    """Return a stored value in Dutch."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    if isinstance(value, Decimal):
        return number(value, 0 if value == value.to_integral_value() else 2)
    if column.startswith("municipality"):
        return dutch_municipalities().get(str(value), str(value))
    return LABELS.get(column, {}).get(str(value), str(value))
