"""What the analyst may say about a file: its supplier, period and kind, and the answer to its questions."""

from __future__ import annotations

from decimal import Decimal

import streamlit as st

from data_loaders.intake import KINDS, Intake, Problem
from data_loaders.origin import UNKNOWN
from reference.load import suppliers
from ui.data_problems import sentence
from ui.data_queue import Stated, Waiting, read_again, say
from ui.data_words import FIELDS, kind_label, supplier_name
from ui.markup import safe

SKIP = "Niet lezen"
FULL_WEEK = ("36", "38", "40")


def answers(one: Waiting) -> None:
    """Show the form that reads the file anew; open when there is a question or no supplier."""
    intake = one.intake
    if intake.kind is None:
        return
    questions = [problem for problem in intake.problems if problem.severity == "question"]
    title = "Beantwoord de vragen" if questions else "Leverancier, periode of soort wijzigen"
    ask = bool(questions) or intake.supplier == UNKNOWN
    with (
        st.expander(title, expanded=ask, key=f"wijzigen-{one.number}"),
        st.form(f"vorm-{one.number}", border=False),
    ):
        columns: dict[str, str | None] = {}
        hours = None
        for index, problem in enumerate(questions):
            if _about_fte(intake, problem):
                hours = _full_week(one, problem)
            else:
                columns |= _column(one, problem, index)
        supplier, days, kind = _origin(one)
        if st.form_submit_button("Opnieuw lezen", key=f"opnieuw-{one.number}"):
            if days is not None and days[0] > days[1]:
                say("De eerste dag van de periode ligt na de laatste. Er is niets veranderd.")
            else:
                columns = {**one.stated.columns, **columns}
                stated = Stated(supplier, days, kind, hours or one.stated.hours_per_fte, columns)
                with st.spinner("Het bestand wordt opnieuw gelezen …"):
                    read_again(one.number, stated)
            st.rerun()


def _origin(one: Waiting) -> tuple[str | None, tuple | None, str | None]:
    """Ask for supplier, period and kind; what the analyst left as it was stays as it was read."""
    intake = one.intake
    with st.container(horizontal=True):
        supplier = _supplier(one)
        days = None
        if intake.period:
            days = (
                st.date_input(
                    "Eerste dag", intake.period[0], format="DD-MM-YYYY", key=f"van-{_key(one)}", width=150
                ),
                st.date_input(
                    "Laatste dag", intake.period[1], format="DD-MM-YYYY", key=f"tot-{_key(one)}", width=150
                ),
            )
        kind = st.selectbox(
            "Soort lijst",
            list(KINDS),
            list(KINDS).index(intake.kind),
            kind_label,
            key=f"soort-{_key(one)}",
            width=160,
        )
    return (
        supplier or one.stated.supplier,
        days if days and days != intake.period else one.stated.period,
        kind if kind != intake.kind else one.stated.kind,
    )


def _supplier(one: Waiting) -> str | None:
    """Ask who delivered the file; return the name when it is another than was read."""
    intake = one.intake
    names = {each.name: each.code for each in suppliers()}
    current = supplier_name(intake.supplier)
    options = list(dict.fromkeys([current, *names]))
    chosen = st.selectbox("Leverancier", options, key=f"leverancier-{_key(one)}", width=260)
    other = st.text_input(
        "Of een andere leverancier", placeholder="alleen als die niet in de lijst staat",
        key=f"andere-{_key(one)}", max_chars=60, width=300,
    )  # fmt: skip
    return other.strip() or (chosen if chosen != current else None)


def _about_fte(intake: Intake, problem: Problem) -> bool:
    return problem.column is not None and intake.mapping.get(problem.column) == "fte" and not problem.options


def _full_week(one: Waiting, problem: Problem) -> Decimal | None:
    st.html(f"<p>{sentence_html(problem)}</p>")
    chosen = st.radio(
        "Uren van een volledige baan", FULL_WEEK, None, key=f"voltijd-{_key(one)}", horizontal=True
    )
    return Decimal(chosen) if chosen else None


def _column(one: Waiting, problem: Problem, index: int) -> dict[str, str | None]:
    """Ask which of two headings to read, or what a heading means; return heading to field or None."""
    st.html(f"<p>{sentence_html(problem)}</p>")
    key = f"vraag-{index}-{_key(one)}"
    if problem.options:
        if len(set(problem.options)) < len(problem.options):
            return {}  # both have the same text, so only the file itself can tell them apart
        chosen = st.radio("Deze kolom lezen", problem.options, None, key=key, horizontal=True)
        return {name: None for name in problem.options if name != chosen} if chosen else {}
    fields = {
        column.field: FIELDS.get(column.field, column.field) for column in KINDS[one.intake.kind].columns
    }
    chosen = st.selectbox(
        f"Kolom “{problem.column}” betekent", [SKIP, *fields], None, lambda field: fields.get(field, field),
        key=key, placeholder="Kies",
    )  # fmt: skip
    return {problem.column: None if chosen == SKIP else chosen} if chosen and problem.column else {}


def sentence_html(problem: Problem) -> str:
    """Return the question as escaped HTML."""
    return safe(sentence(problem))


def _key(one: Waiting) -> str:
    # A file that was read anew gets new widgets, so that they show what was read.
    return f"{one.number}-{hash((one.intake.supplier, one.intake.period, one.intake.kind))}"
