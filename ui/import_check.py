"""Step 3: what is wrong with the rows, and the ways to put it right."""

from __future__ import annotations

import streamlit as st

from data_loaders.marking import marked_workbook
from reference.dutch import number, plural
from ui.cards import note
from ui.import_columns import NO_LIST
from ui.import_fix import changes_text, fix_table, pending
from ui.import_loading import change, undo
from ui.import_problems import group_list, grouped, problems_csv
from ui.import_state import Waiting
from ui.import_values import value_lists
from ui.import_verdict import left_out
from ui.import_words import topic
from ui.sections import small

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LATE = "Het bestand zelf is er niet meer, dus een werkboek met gemarkeerde cellen is er nu niet bij."


def check_step(one: Waiting) -> None:
    """Show the problems by kind, the words to translate, the table to correct in, and the downloads."""
    intake = one.intake
    if intake.kind is None:
        st.html(note(NO_LIST))
        return
    topic(finding(one))
    _mine(one)
    if any(each.severity == "question" for each in intake.problems):
        st.html(note("De rijen worden pas gecontroleerd als de vraag bij stap 2 is beantwoord."))
    group_list(one.number, intake)
    value_lists(one)
    fix_table(one)
    if intake.problems:
        _downloads(one)


def finding(one: Waiting) -> str:
    """Return in one sentence what is left to do."""
    intake, groups = one.intake, grouped(one.intake)
    wrong = sum(group.count for group in groups if group.severity == "error")
    remarks = sum(group.count for group in groups if group.severity == "warning")
    notes = f"{number(remarks) if remarks else 'geen'} {plural(remarks, 'opmerking', 'opmerkingen')}"
    if not wrong:
        stand = "; die " + plural(remarks, "staat", "staan") + " opslaan niet in de weg" if remarks else ""
        return f"Geen fouten, {notes}{stand}"
    bad = left_out(intake)
    rows = f" in {number(bad)} {plural(bad, 'rij', 'rijen')}" if bad else ""
    still = "Nog " if one.past else ""
    count = f"{number(wrong)} {plural(wrong, 'fout', 'fouten')}"
    return f"{still}{count}{rows}, {notes}"


def _mine(one: Waiting) -> None:
    """Show what the analyst changed, and the way back."""
    text = changes_text(one)
    if not text and not one.past:
        return
    with st.container(horizontal=True, vertical_alignment="center", key=f"gewijzigd-balk-{one.number}"):
        if text:
            small(f"Door u: {text}.")
        if one.past:
            st.button(
                "Laatste wijziging ongedaan maken", key=f"ongedaan-{one.number}", on_click=undo,
                args=(one.number,), type="tertiary",
            )  # fmt: skip
        if one.answers.corrections or one.answers.omit:
            st.button(
                "Alle verbeteringen terugdraaien", key=f"alles-terug-{one.number}", on_click=_all_back,
                args=(one.number,), type="tertiary",
            )  # fmt: skip


def _all_back(number_: int) -> None:
    change(number_, **(pending(number_) | {"corrections": {}, "omit": frozenset()}))


def _downloads(one: Waiting) -> None:
    topic("Liever in Excel verbeteren?")
    small("Download uw werkboek met de foute cellen gemarkeerd, verbeter het en laad het hier opnieuw.")
    with st.container(horizontal=True, vertical_alignment="center"):
        if one.data is not None:  # the workbook is made when it is asked for, outside this session
            st.download_button(
                "Uw eigen werkboek met gemarkeerde cellen (xlsx)",
                lambda: marked_workbook(one.data, one.intake.file, one.intake),
                f"gemarkeerd {_stem(one.intake.file)}.xlsx", XLSX, key=f"gemarkeerd-{one.number}",
                on_click="ignore",
            )  # fmt: skip
        st.download_button(
            "Alle meldingen (csv)", problems_csv(one.intake), f"meldingen {_stem(one.intake.file)}.csv",
            "text/csv", key=f"meldingen-{one.number}", on_click="ignore",
        )  # fmt: skip
    if one.data is None:
        small(LATE)


def _stem(file: str) -> str:
    return file.rpartition(".")[0] or file
