"""All files of this session in a compact list, with the state of each; what is ready is stored at once."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from data_loaders.origin import UNKNOWN
from data_loaders.storing import Plan, plan
from reference.dutch import number, plural
from storage.database import Database
from ui import import_save as saving
from ui.data_words import files_text, period, rows_text, supplier_name
from ui.import_loading import drop
from ui.import_state import Waiting, set_open, waiting
from ui.import_verdict import ERROR, QUESTION, READY, SAME, SHAPES, left_out, state, verdict_text
from ui.markup import safe
from ui.sections import part

ALL, PAGE = "alle", 25


@dataclass(frozen=True)
class Line:
    """A waiting file with its state, and the choice with which it may be stored as it is."""

    one: Waiting
    state: str
    met: Plan | None
    choice: saving.Choice | None


def file_list(data: Database) -> None:
    """Show the waiting files; several that are ready may be stored at once."""
    lines = [_line(data, one) for one in waiting().values()]
    if not lines:
        return
    part(f"{files_text(len(lines))} {plural(len(lines), 'wacht', 'wachten')} op uw beslissing")
    ready = [line for line in lines if line.state == READY]
    with st.container(horizontal=True, vertical_alignment="center", key="lijst-balk"):
        if ready:
            st.button(
                f"Alles opslaan wat klaar is ({files_text(len(ready))})", key="alles-opslaan", type="primary",
                on_click=saving.save_all,
                args=([line.one.number for line in ready], [line.choice for line in ready]),
            )  # fmt: skip
        if len(lines) > 1:
            st.button(
                "Alles weggooien", key="alles-weg", on_click=_drop_all, type="tertiary",
                args=([line.one.number for line in lines],),
            )  # fmt: skip
    shown = _chosen(lines)
    for line in shown[:PAGE]:
        _row(line)
    if len(shown) > PAGE:
        with st.expander(f"Toon ook de andere ({number(len(shown) - PAGE)})", key="andere-bestanden"):
            for line in shown[PAGE:]:
                _row(line)


def _line(data: Database, one: Waiting) -> Line:
    intake = one.intake
    met = plan(data, intake) if intake.table is not None and intake.table.num_rows else None
    return Line(one, state(intake, met), met, saving.choice_of(met) if met else None)


def _chosen(lines: list[Line]) -> list[Line]:
    """Ask which state to show, where there is more than one."""
    counts = {name: sum(line.state == name for line in lines) for name in (READY, QUESTION, ERROR, SAME)}
    present = [name for name, count in counts.items() if count]
    if len(lines) < 4 or len(present) < 2:
        return lines
    chosen = st.segmented_control(
        "Toon", [ALL, *present], format_func=lambda name: f"{name} ({number(counts.get(name, len(lines)))})",
        key="lijst-stand", default=ALL, label_visibility="collapsed",
    )  # fmt: skip
    return [line for line in lines if chosen in (None, ALL, line.state)]


def _row(line: Line) -> None:
    one = line.one
    mark = '<i class="rm-mark" aria-hidden="true"></i>'
    with st.container(horizontal=True, vertical_alignment="center", key=f"bestand-{one.number}"):
        st.html(
            f'<p><span class="rm-status rm-{SHAPES[line.state]}">{mark}{line.state}</span> '
            f'<b class="rm-file-name">{safe(one.intake.file)}</b><br>'
            f'<span class="rm-small">{safe(_details(line))}</span></p>',
            width="stretch",
        )
        st.button("Openen", key=f"open-{one.number}", on_click=set_open, args=(one.number,))
        st.button("Weggooien", key=f"weg-{one.number}", on_click=drop, args=(one.number,), type="tertiary")


def _details(line: Line) -> str:
    """Return in a few words what a file holds, or why it can't be stored."""
    intake = line.one.intake
    if intake.kind is None or line.state == SAME or (line.state == ERROR and not left_out(intake)):
        return _short(verdict_text(intake, line.met))
    supplier = "leverancier onbekend" if intake.supplier == UNKNOWN else supplier_name(intake.supplier)
    parts = [rows_text(intake.kind, intake.rows), supplier]
    parts += [period(*intake.period)] if intake.period else []
    if line.state in (QUESTION, ERROR):
        parts.append(verdict_text(intake, line.met))
    return " · ".join(parts)


def _short(text: str) -> str:
    """Return the first sentence; the others stand with the file itself."""
    first, stop, rest = text.partition(". ")
    return f"{first}." if stop and rest[:1].isupper() else text


def _drop_all(numbers: list[int]) -> None:
    for each in numbers:
        drop(each)
