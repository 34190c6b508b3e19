"""What the gaps do to the targets: the finding of Datakwaliteit, and the table behind it."""

from __future__ import annotations

from datetime import date

import streamlit as st

from metrics.gaps import UNKNOWNS, Gap, gaps, in_steps
from reference.dutch import date_long
from storage.database import Database
from ui.cards import note
from ui.quality_words import UNKNOWN_SHORT, gap_sentence
from ui.sections import head, section
from ui.tables import as_table_html
from ui.view import figure, standings


def opening(data: Database, as_of: date | None, exact: bool) -> None:
    """Show the page's finding: the gap that does most to a target."""
    found = _shown(data, as_of, exact) if as_of else []
    unsure = [gap for gap in found if gap.widest and not gap.target.derived_from]
    detail = "Hoe volledig en op tijd de leveringen zijn, en wat een gat doet met welk doel."
    if not exact:
        detail += " Kleine aantallen zijn afgerond of afgeschermd."
    if unsure:
        head(gap_sentence(max(unsure, key=_weight), exact), detail)
    elif found:
        head("Geen enkel doel wordt onzeker door wat er ontbreekt", detail)
    else:
        head("Er staat nog geen stand om naast de gaten te leggen", detail)


def effects(data: Database, as_of: date | None, exact: bool) -> None:
    """Show per target what each unknown would add by itself, and all of them together."""
    if as_of is None:
        return
    found = _shown(data, as_of, exact)
    unsure = [gap for gap in found if gap.together]
    columns = [name for name in UNKNOWNS if any(gap.alone.get(name) for gap in unsure)]
    if not unsure:
        return
    section(
        f"Bij {len(unsure)} van de {len(found)} gemeten doelen maakt een gat de stand onzeker",
        f"Wat er bij komt als één onbekende meetelt, en als alles meetelt; stand t/m {date_long(as_of)} of "
        "de einddatum van het doel.",
    )
    rows = [_row(gap, columns) for gap in unsure]
    names = ("Doel", "Zeker", *(UNKNOWN_SHORT[name] for name in columns), "Hoogstens")
    table = as_table_html(rows, names, "Wat elke onbekende doet met elk doel")
    st.html(f'<div class="rm-effects">{table}</div>')
    text = "De kolommen tellen niet op: één rij kan twee dingen missen en telt dan pas als beide meevallen."
    if not exact:
        text += " Aantallen zijn naar boven afgerond op vijftallen."
    st.html(note(text, "Lees dit zo."))


def _row(gap: Gap, columns: list[str]) -> tuple[str, ...]:
    goal = gap.target.at_least
    title = gap.target.title + (f" (doel {figure(goal)})" if goal else "")
    added = [gap.alone.get(name) for name in columns]
    cells = ("–" if value is None else f"+{figure(value)}" if value else "0" for value in added)
    return title, figure(gap.value), *cells, figure(gap.value + gap.together)


def _weight(gap: Gap) -> float:
    """The headline is about the target that moves most, measured along its own number."""
    goal = float(gap.target.at_least or 0)
    return gap.alone[gap.widest] / goal if goal else 0


def _shown(data: Database, as_of: date, exact: bool) -> list[Gap]:
    found = _gaps(data.identity, data.version, as_of, data)
    if exact:
        return found
    numbers = {one.target.key: one.number for one in standings([gap.target.key for gap in found], as_of)}
    return [
        in_steps(gap, number.value)
        for gap in found
        if (number := numbers[gap.target.key]) is not None and number.state == "shown"
    ]


@st.cache_data(show_spinner=False, max_entries=8)
def _gaps(identity: str, version: int, as_of: date, _data: Database) -> list[Gap]:
    return gaps(_data, as_of)
