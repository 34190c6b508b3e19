"""The report of one file before it is stored: what was understood, what is wrong, and what to do now."""

from __future__ import annotations

import streamlit as st

from data_loaders.intake import Intake
from data_loaders.origin import UNKNOWN
from data_loaders.storing import Plan, plan
from reference.dutch import join_words, number, plural
from storage.database import Database
from ui import data_actions as actions
from ui.cards import definitions
from ui.data_answers import answers
from ui.data_mapping import mapping_table
from ui.data_problems import privacy_line, problem_lists, sentence
from ui.data_queue import Waiting, drop
from ui.data_words import curled, moment, named, period, rows_text, supplier_name
from ui.markup import safe
from ui.sections import part, small

BOTH, NEW = "Beide houden", "Vervangen"


def report(one: Waiting, data: Database) -> None:
    """Show one waiting file with its decision."""
    intake = one.intake
    with st.container(border=True, key=f"bestand-{one.number}"):
        part(intake.file)
        met = plan(data, intake) if intake.table is not None and intake.table.num_rows else None
        st.html(f'<p class="rm-verdict-line">{verdict(intake, met)}</p>')
        if met is not None and met.same:
            _close(one, "Sluiten")
            return
        if intake.kind:
            st.html(definitions(facts(intake)))
            privacy_line(intake)
        problem_lists(intake, one.number)
        mapping_table(intake, one.number)
        answers(one)
        _decision(one, met)


def verdict(intake: Intake, met: Plan | None) -> str:
    """Return in one sentence what may happen with a file, with its mark."""
    if met is not None and met.same:
        at = moment(met.same.delivered_at)
        return _marked(
            "ring", f"Dit bestand was al geladen op {at} (levering {met.same.id}); er verandert niets."
        )
    bad = left_out(intake)
    if any(one.severity == "question" for one in intake.problems):
        return _marked("triangle", "Er is een vraag. Daarna kan het bestand worden opgeslagen.")
    if met is None:
        errors = [one for one in intake.problems if one.severity == "error"]
        if intake.kind is None and len(errors) == 1:
            return _marked("square", f"Niet geladen: {_lower(sentence(errors[0]))}")
        return _marked(
            "square", "Dit bestand kan zo niet worden opgeslagen. Verbeter het en laad het opnieuw."
        )
    if met.partly and not bad:
        names = join_words([f"levering {one.id}" for one in met.partly])
        return _marked("triangle", f"Overlapt voor een deel met {names}. Kies onderaan wat er moet gebeuren.")
    if bad:
        rows = f"{number(bad)} van de {number(intake.rows)} {plural(intake.rows, 'rij', 'rijen')}"
        return _marked("triangle", f"{rows} {plural(bad, 'heeft', 'hebben')} een fout.")
    if not intake.accepted:
        return _marked(
            "square", "Dit bestand kan zo niet worden opgeslagen. Verbeter het en laad het opnieuw."
        )
    return _marked("circle", f"Klaar om op te slaan: {rows_text(intake.kind, intake.table.num_rows)}.")


def facts(intake: Intake) -> list[tuple[str, str]]:
    """Return what was understood of a file, as terms and texts."""
    supplier = supplier_name(intake.supplier)
    if intake.supplier == UNKNOWN:
        reason = "zonder leverancier vervangt dit bestand nooit een eerder bestand; kies er hieronder een"
    else:
        reason = curled(intake.supplier_reason)
    found = [("Inhoud", _counts(intake)), ("Leverancier", f"{supplier} ({reason})")]
    if intake.period:
        found.append(("Periode", period(*intake.period)))
    if intake.header_row:
        sheet = f"blad “{intake.sheet}”, " if intake.sheet else ""
        found.append(("Gelezen", f"{sheet}koppen in rij {intake.header_row}"))
    return found


def left_out(intake: Intake) -> int:
    """Return how many rows have an error and may be left out."""
    return intake.rows - intake.table.num_rows if intake.table is not None else 0


def choice_of(met: Plan) -> actions.Choice | None:
    """Return the choice that a file without partial overlap implies, or None when one is to be asked."""
    return None if met.partly else actions.Choice(tuple(one.id for one in met.inside))


def _counts(intake: Intake) -> str:
    text = f"{rows_text(intake.kind, intake.rows)} gelezen"
    if intake.table is None:
        return text
    bad = left_out(intake)
    return (
        f"{text}, {number(intake.table.num_rows)} op te slaan, {number(bad) if bad else 'geen'} met een fout"
    )


def _decision(one: Waiting, met: Plan | None) -> None:
    intake = one.intake
    asked = any(each.severity == "question" for each in intake.problems)
    choice = None
    if met is not None and not asked:
        choice = _overlap(one, met)
        if met.inside:
            names = join_words([named(each) for each in met.inside])
            small(f"Bij opslaan vervangt dit bestand {names}.")
    with st.container(horizontal=True):
        if met is not None and not asked:
            bad = left_out(intake)
            arguments = (one.number, choice)
            st.button(
                "Opslaan", key=f"opslaan-{one.number}", type="primary", on_click=actions.save, args=arguments,
                disabled=choice is None or not intake.accepted,
            )  # fmt: skip
            if bad and not intake.accepted:
                rows = f"{number(bad)} {plural(bad, 'rij', 'rijen')}"
                st.button(
                    f"Opslaan zonder de rijen met fouten ({rows} weglaten)", key=f"zonder-{one.number}",
                    on_click=actions.save, args=(*arguments, True), disabled=choice is None, wrap=True,
                )  # fmt: skip
        _close(one, "Niet opslaan" if intake.kind else "Sluiten")


def _overlap(one: Waiting, met: Plan) -> actions.Choice | None:
    """Ask about each delivery that the period overlaps in part; None until all are answered."""
    chosen = {}
    for other in met.partly:
        st.html(
            f"<p><b>Dit bestand ({safe(period(*one.intake.period))}) overlapt voor een deel met "
            f"{safe(named(other))} van dezelfde leverancier.</b> Wat moet er gebeuren?</p>"
        )
        chosen[other.id] = st.radio(
            f"Levering {other.id}", (NEW, BOTH), None, horizontal=True,
            key=f"overlap-{one.number}-{other.id}",
            captions=(f"levering {other.id} telt niet meer mee", "wat in beide staat telt twee keer"),
        )  # fmt: skip
    if None in chosen.values():
        return None
    inside = tuple(each.id for each in met.inside)
    replaced = tuple(key for key, answer in chosen.items() if answer == NEW)
    return actions.Choice(inside + replaced, tuple(key for key, answer in chosen.items() if answer == BOTH))


def _close(one: Waiting, label: str) -> None:
    st.button(label, key=f"weg-{one.number}", on_click=drop, args=(one.number,))


def _marked(shape: str, text: str) -> str:
    return f'<span class="rm-{shape}"><i class="rm-mark" aria-hidden="true"></i></span> {safe(text)}'


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
