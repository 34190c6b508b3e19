"""The four steps of an import: the bar that shows them, and the way from one to the other."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from reference.dutch import number
from ui.import_fix import take_edits
from ui.import_keeping import keep
from ui.import_state import CHECK, COLUMNS, FIRST, LAST, Waiting, opened, put, set_open, waiting

NAMES = {FIRST: "Bestand", COLUMNS: "Kolommen", CHECK: "Controle", LAST: "Vergelijken en opslaan"}


def step_bar(one: Waiting) -> None:
    """Show where the analyst is, with what each step still asks; every step can be gone to."""
    key = f"stap-{one.number}"
    st.session_state[key] = one.step
    st.segmented_control(
        "Stap van deze import", list(NAMES), format_func=lambda step: _name(one, step), key=key,
        required=True, label_visibility="collapsed", width="stretch", on_change=_chosen,
        args=(one.number, key),
    )  # fmt: skip


def _name(one: Waiting, step: int) -> str:
    asked = todo(one, step)
    return f"{step} {NAMES[step]}" + (f" ({number(asked)})" if asked else "")


def todo(one: Waiting, step: int) -> int:
    """Return how many things a step still asks."""
    intake = one.intake
    if step == COLUMNS:
        return sum(problem.severity == "question" for problem in intake.problems)
    if step == CHECK and intake.kind is not None:
        return sum(problem.count for problem in intake.problems if problem.severity == "error")
    return 0


def onward(one: Waiting) -> None:
    """Offer the step before and the step after."""
    with st.container(horizontal=True, horizontal_alignment="distribute", key=f"verder-balk-{one.number}"):
        if one.step > FIRST:
            before = one.step - 1
            st.button(
                f"Terug naar {NAMES[before]}", key=f"vorige-{one.number}", on_click=go,
                args=(one.number, before),
            )  # fmt: skip
        if one.step < LAST:
            after = one.step + 1
            st.button(
                f"Verder naar {NAMES[after]}", key=f"volgende-{one.number}", type="primary", on_click=go,
                args=(one.number, after),
            )  # fmt: skip


def go(number_: int, step: int) -> None:
    """Go to a step; what was typed in the table of the step that is left goes along."""
    take_edits(number_)
    one = waiting().get(number_)
    if one is None or step not in NAMES:
        return
    keep(put(replace(one, step=step)))


def close() -> None:
    """Go back to the list; the file stays there."""
    one = opened()
    if one is not None:
        take_edits(one.number)
    set_open(None)


def _chosen(number_: int, key: str) -> None:
    go(number_, st.session_state[key] or FIRST)
