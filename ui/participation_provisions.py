"""The provisions of the strategy: the learning-and-working trajectory with its six steps, and the others."""

from __future__ import annotations

import streamlit as st

from metrics.participation_counts import UNKNOWN
from metrics.participation_paths import STEPS, Paths
from metrics.rounding import ALL
from reference.dutch import LABELS, date_long
from reference.load import rules
from ui import sections
from ui.cards import definitions, note
from ui.participation_access import START, Choice, followed, placed
from ui.participation_look import chapter
from ui.parts import Part, part_bars, wide
from ui.shapes import Shown
from ui.show import show
from ui.tables import as_table_html
from ui.view import as_shown

STRATEGY = ("leerwerktraject", "garantiebaan", "beschut", "dagbesteding", "participatieplek")


def draw(chosen: Choice) -> None:
    """Draw the chapter of the provisions."""
    found, jobs = followed(chosen), placed(chosen)
    chapter(_finding(found), "voorzieningen", (
        f"Voorzieningen die de strategie noemt, {chosen.name}, begonnen vanaf {date_long(START)}. "
        "Trajecten en plaatsingen komen uit verschillende leveringen en zijn niet op te tellen."
    ))  # fmt: skip
    rows = [_provision(code, found, jobs) for code in STRATEGY]
    columns = (
        "Voorziening",
        "Begonnen trajecten",
        "Lopende trajecten",
        "Begonnen plaatsingen",
        "Lopende plaatsingen",
    )
    st.html(wide(as_table_html(rows, columns, "Voorzieningen uit de strategie")))
    if found and found.steps:
        _steps(found)
    elif found is not None:
        st.html(note("Van leerwerktrajecten is geen stap geleverd.", "Zes stappen."))
    st.html(definitions([("Garantiebaan en beschut werk", f"{rules()['D-05'].text} {rules()['D-05'].note}")]))


def _finding(found: Paths | None) -> str:
    row = found.provisions.get("leerwerktraject") if found else None
    if row is None:
        return "Van de voorzieningen uit de strategie is nog weinig geleverd"
    return f"Er begonnen {as_shown(row.begun).text} leerwerktrajecten"


def _provision(code: str, found: Paths | None, jobs: dict) -> tuple:
    row = found.provisions.get(code) if found else None
    begun, running = jobs.get(code, (None, None))
    absent = "niet in de levering"
    return (
        LABELS["provision"][code].capitalize(),
        as_shown(row.begun) if row else absent, as_shown(row.running) if row else absent,
        as_shown(begun) if begun else "–", as_shown(running) if running else "–",
    )  # fmt: skip


def _steps(found: Paths) -> None:
    codes = [*STEPS, *([UNKNOWN] if UNKNOWN in found.steps else [])]
    sections.part("Hoe ver leerwerktrajecten kwamen", (
        f"De laatst bekende stap van de {as_shown(found.steps[ALL]).text} begonnen leerwerktrajecten, in "
        "de volgorde van de strategie (r. 1120-1130). De levering zegt niet wanneer iemand een stap "
        "bereikte."
    ))  # fmt: skip
    parts = [
        Part(f"{number}. {LABELS['step'].get(code, 'stap onbekend')}" if code != UNKNOWN else "Stap onbekend",
             as_shown(found.steps[code]) if code in found.steps else Shown("0", 0.0))
        for number, code in enumerate(codes, start=1)
    ]  # fmt: skip
    show(
        part_bars(parts, "trajecten", "Stap"), "leerwerk-stappen", "Laatst bekende stap van leerwerktrajecten"
    )
