"""What is wrong with a file, grouped by how serious it is: the first on screen, all of them to download."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from data_loaders.intake import Intake, Problem
from data_loaders.problems import place
from reference.dutch import number, plural
from ui.csv_export import csv_bytes
from ui.data_words import curled
from ui.sections import small
from ui.tables import as_table_html

SHOWN = 50
COLUMNS = ("Cel", "Kolom", "Waarde", "Wat er is en wat u kunt doen")
WORDS = {"error": "fout", "question": "vraag", "warning": "let op"}


def sentence(problem: Problem) -> str:
    """Return what is wrong and what to do, without the file and the cell that stand beside it."""
    start = place(problem.file)
    if not problem.message.startswith(start):
        return curled(problem.message)
    _, colon, text = problem.message[len(start) :].partition(": ")
    return curled(text[:1].upper() + text[1:] if colon else problem.message)


def where(problem: Problem) -> str:
    """Return the cell, else the row that the message names, with the sheet where it has one."""
    cell = problem.cell or _row_in(problem)
    return f"{problem.sheet}!{cell}" if problem.sheet and cell else cell or problem.sheet or "bestand"


def problem_lists(intake: Intake, key: int) -> None:
    """Show the errors, then the remarks, and offer all of them as a download."""
    errors = [one for one in intake.problems if one.severity == "error"]
    remarks = [one for one in intake.problems if one.severity == "warning"]
    if errors and not _whole_file(intake, errors):
        count = f"{number(len(errors))} {plural(len(errors), 'fout', 'fouten')}"
        st.html(_table(errors, f"{count} in {intake.file}"))
        _download(intake, key)
    if remarks:
        title = f"{number(len(remarks))} {plural(len(remarks), 'opmerking', 'opmerkingen')}"
        stand = plural(len(remarks), "staat", "staan")
        with st.expander(f"{title} ({stand} opslaan niet in de weg)", key=f"opmerkingen-{key}"):
            st.html(_table(remarks, f"{title} over {intake.file}"))
            if not errors:
                _download(intake, key)


def _whole_file(intake: Intake, errors: Sequence[Problem]) -> bool:
    """Say whether the verdict above already told the one thing that is wrong."""
    return intake.kind is None and len(errors) == 1


def _download(intake: Intake, key: int) -> None:
    data, name = problems_csv(intake), f"meldingen {intake.file}.csv"
    label = "Alle meldingen downloaden (csv)"
    st.download_button(label, data, name, "text/csv", key=f"meldingen-{key}", on_click="ignore")


def problems_csv(intake: Intake) -> bytes:
    """Return all problems of a file as CSV for Excel."""
    columns = ("Ernst", "Bestand", "Blad", "Cel", "Kolom", "Waarde", "Melding")
    rows = [
        (WORDS[one.severity], one.file, one.sheet, one.cell, one.column, one.value, sentence(one))
        for one in intake.problems
    ]
    return csv_bytes(columns, rows)


def _table(problems: Sequence[Problem], caption: str) -> str:
    shown = problems[:SHOWN]
    if len(problems) > SHOWN:
        caption += f", de eerste {SHOWN} staan hieronder"
    rows = [(where(one), one.column or "–", one.value or "–", sentence(one)) for one in shown]
    return as_table_html(rows, COLUMNS, caption)


def _row_in(problem: Problem) -> str | None:
    head = problem.message[: problem.message.find(": ")]
    _, found, row = head.rpartition("rij ")
    return f"rij {row}" if found and row.isdigit() else None


def privacy_line(intake: Intake) -> None:
    """Name the columns that were dropped, and why."""
    if intake.dropped_columns:
        names = ", ".join(f"“{name}”" for name in intake.dropped_columns)
        small(f"Weggelaten om privacy: {names}. De inhoud van deze kolommen is nergens bewaard.")
