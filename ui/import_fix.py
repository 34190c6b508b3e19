"""The rows with a problem as a table to correct them in: the text of each cell, a tick to leave a row out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import streamlit as st

from data_loaders.understanding import Cell, Intake
from reference.dutch import number, plural
from ui.import_loading import change
from ui.import_problems import sentence, sort_label
from ui.import_state import Waiting, waiting
from ui.import_words import field_label, readable, topic
from ui.sections import small

MOST = 200
ROW, OUT, WHY = "_rij", "_weg", "_melding"
HIDDEN = ("sheet", "row_number", "person_key")
ERRORS, REMARKS, MINE = "error", "warning", "mine"
_SHOWN = "import-tabel"

Place = tuple[str, int]


@dataclass(frozen=True)
class Table:
    """The table as it is on screen: its key, and which row of the file stands in which line."""

    key: str
    places: tuple[Place, ...]


def fix_table(one: Waiting) -> None:
    """Show the table to correct in, with a choice of rows."""
    choices = _choices(one)
    if one.intake.cleaned is None or not choices:
        return
    topic("Verbeteren in de tabel")
    chosen = st.selectbox(
        "Toon de rijen met", list(choices), format_func=lambda key: f"{_name(key)} ({len(choices[key])})",
        key=f"rijen-met-{one.number}", on_change=take_edits, args=(one.number,), width=420,
    )  # fmt: skip
    places = choices[chosen or next(iter(choices))]
    small(
        "Typ over wat niet klopt, of vink aan dat een rij weg moet. Uw eigen bestand verandert niet."
        + (f" Hieronder de eerste {MOST} van {number(len(places))} rijen." if len(places) > MOST else "")
    )
    _editor(one, places[:MOST])
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            "Verbeteringen controleren", key=f"controleer-{one.number}", on_click=take_edits,
            args=(one.number,),
        )  # fmt: skip


def pending(number_: int) -> dict[str, Any]:
    """Return what was typed in the table and not read yet, as changes for `change`."""
    shown: Table | None = st.session_state.get(f"{_SHOWN}-{number_}")
    one = waiting().get(number_)
    if shown is None or one is None:
        return {}
    edits = (st.session_state.get(shown.key) or {}).get("edited_rows") or {}
    corrections, omit = dict(one.answers.corrections), set(one.answers.omit)
    for line, cells in edits.items():
        place = shown.places[int(line)]
        for name, value in cells.items():
            if name == OUT:
                (omit.add if value else omit.discard)(place)
            else:
                corrections[Cell(*place, name)] = str(value or "").strip()
    return {"corrections": corrections, "omit": frozenset(omit)} if edits else {}


def take_edits(number_: int) -> None:
    """Read the rows anew with what was typed in the table."""
    if changes := pending(number_):
        change(number_, **changes)


def problem_places(intake: Intake, severity: str) -> list[Place]:
    """Return the rows that have a problem of this severity, in the order of the file."""
    found = (
        (problem.sheet or "", problem.row_number)
        for problem in intake.problems
        if problem.severity == severity and problem.row_number is not None
    )
    return list(dict.fromkeys(found))


def _choices(one: Waiting) -> dict[str, list[Place]]:
    """Return what may be shown: rows with an error, with a remark, and the ones that were changed."""
    mine = {(cell.sheet, cell.row_number) for cell in one.answers.corrections} | one.answers.omit
    found = {
        ERRORS: problem_places(one.intake, ERRORS),
        REMARKS: problem_places(one.intake, REMARKS),
        MINE: sorted(mine),
    }
    sorts = {
        problem.sort: None
        for problem in one.intake.problems
        if problem.severity == ERRORS and problem.row_number is not None
    }
    if len(sorts) > 1:
        found |= {
            sort: list(
                dict.fromkeys(
                    (problem.sheet or "", problem.row_number)
                    for problem in one.intake.problems
                    if problem.sort == sort and problem.row_number is not None
                )
            )
            for sort in sorts
        }
    return {key: places for key, places in found.items() if places}


def _name(key: str) -> str:
    names = {ERRORS: "een fout", REMARKS: "een opmerking", MINE: "een verbetering van u"}
    return names.get(key) or sort_label(key).lower()


def _editor(one: Waiting, places: Sequence[Place]) -> None:
    rows = _rows(one, places)
    if not rows.num_rows:
        return
    found = tuple(zip(rows.column("sheet").to_pylist(), rows.column("row_number").to_pylist(), strict=True))
    # What is typed belongs to the lines as they are now, so other lines are another table.
    state = (found, sorted(one.answers.corrections.items()), sorted(one.answers.omit))
    key = f"tabel-{one.number}-{hash(repr(state))}"
    st.session_state[f"{_SHOWN}-{one.number}"] = Table(key, found)
    data, config = _columns(one, rows, found)
    st.data_editor(
        data, column_config=config, hide_index=True, num_rows="fixed", key=key, disabled=(ROW, WHY),
        row_height=38, height=min(42 + 38 * len(found), 460), placeholder="",
        alt=f"Rijen van {one.intake.file} om te verbeteren",
    )  # fmt: skip


def _rows(one: Waiting, places: Sequence[Place]) -> pa.Table:
    """Return the gathered rows at these places."""
    cleaned = one.intake.cleaned
    wanted = set(places)
    numbers = pa.array({row for _, row in wanted}, pa.int32())
    near = cleaned.filter(pc.is_in(cleaned.column("row_number"), numbers))
    sheets, rows = near.column("sheet").to_pylist(), near.column("row_number").to_pylist()
    return near.filter(pa.array([place in wanted for place in zip(sheets, rows, strict=True)], pa.bool_()))


def _columns(one: Waiting, rows: pa.Table, places: Sequence[Place]) -> tuple[pa.Table, Mapping[str, Any]]:
    """Return the table with the corrections in it, and how its columns are shown."""
    why: dict[Place, list[str]] = {}
    wrong: dict[str, None] = {}
    for problem in one.intake.problems:
        place = (problem.sheet or "", problem.row_number)
        if problem.row_number is not None and place in set(places):
            why.setdefault(place, []).append(sentence(problem))
            if problem.field:
                wrong[problem.field] = None
    several = len({sheet for sheet, _ in places}) > 1
    data: dict[str, list[Any]] = {
        ROW: [f"{sheet}, {row}" if several else str(row) for sheet, row in places],
        OUT: [place in one.answers.omit for place in places],
        WHY: [" ".join(why.get(place, ["–"])) for place in places],
    }
    fields = [name for name in rows.column_names if name not in HIDDEN]
    for name in sorted(fields, key=lambda each: each not in wrong):
        texts = zip(places, rows.column(name).to_pylist(), strict=True)
        said = one.answers.corrections
        data[name] = [said.get(Cell(*place, name), readable(text or "")) for place, text in texts]
    headings = {field: heading for heading, field in one.intake.mapping.items()}
    config: dict[str, Any] = {
        ROW: st.column_config.TextColumn("Rij", pinned=True, width=60 if not several else 160),
        OUT: st.column_config.CheckboxColumn("Weglaten", width=120),
        WHY: st.column_config.TextColumn("Wat er is", width="large"),
    }
    config |= {name: st.column_config.TextColumn(headings.get(name) or field_label(name)) for name in fields}
    return pa.table(data), config


def changes_text(one: Waiting) -> str:
    """Return how much the analyst changed in a file, or an empty text."""
    cells, rows = len(one.answers.corrections), len(one.answers.omit)
    parts = []
    if cells:
        parts.append(f"{number(cells)} {plural(cells, 'cel', 'cellen')} verbeterd")
    if rows:
        parts.append(f"{number(rows)} {plural(rows, 'rij', 'rijen')} weggelaten")
    mapped = sum(len(texts) for texts in one.answers.values.values())
    if mapped:
        parts.append(f"{number(mapped)} {plural(mapped, 'woord', 'woorden')} vertaald")
    return ", ".join(parts)
