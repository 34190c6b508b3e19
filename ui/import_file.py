"""Step 1: what the file was taken for, with the reason of each and a way to say otherwise."""

from __future__ import annotations

import re

import streamlit as st

from data_loaders.intake import KINDS, Intake
from reference.dutch import join_words, number, plural
from ui.cards import definitions, note
from ui.data_words import curled, kind_label, period, rows_text, supplier_name
from ui.import_loading import change
from ui.import_origin import period_field, period_reason, supplier_field
from ui.import_state import Waiting, say, waiting
from ui.import_words import plain, sentence_start
from ui.sections import small

LAST_HEADER_ROW = 60
CHOOSE = "nog kiezen"
HOW = "Kies hieronder de soort en de rij met de koppen. Bij stap 2 kiest u dan wat elke kolom betekent."


def file_step(one: Waiting) -> None:
    """Show kind, sheets, heading row, supplier and period, each with why it was taken for that."""
    intake = one.intake
    if one.data is None:
        st.html(note(
            "Dit is een import van eerder. Het bestand zelf is niet bewaard, alleen de rijen die eruit zijn "
            "gelezen. Blad, koppen, soort en leverancier kunt u pas weer wijzigen als u het bestand opnieuw "
            "kiest.", "Verder waar u was.",
        ))  # fmt: skip
        st.html(definitions(facts(intake)))
        return
    if intake.kind is None:
        st.html(note(HOW, "Is het toch een lijst?"))
    with st.container(key=f"herkend-{one.number}"):
        with st.container(gap="xxsmall"):
            _kind(one)
        with st.container(gap="xxsmall"):
            _sheets(one)
        with st.container(gap="xxsmall"):
            supplier_field(one)
        with st.container(gap="xxsmall"):
            period_field(one)


def facts(intake: Intake) -> list[tuple[str, str]]:
    """Return what was understood of a file, as terms and texts with their reason."""
    found = [("Inhoud", f"{rows_text(intake.kind, intake.rows)} ({kind_reason(intake)})")]
    found.append(("Leverancier", f"{supplier_name(intake.supplier)} ({curled(intake.supplier_reason)})"))
    if intake.period:
        found.append(("Periode", f"{period(*intake.period)} ({period_reason(intake)})"))
    if intake.reason:
        found.append(("Gelezen", _reason(intake)))
    return found


def _reason(intake: Intake) -> str:
    return curled(re.sub(r"'([^']*)'", r'"\1"', intake.reason))


def kind_reason(intake: Intake) -> str:
    """Return why a file is taken for a kind of list."""
    known = len({heading.text for heading in intake.headings if heading.field})
    total = len({heading.text for heading in intake.headings})
    return f"herkend aan de koppen: {number(known)} van de {number(total)}"



def _kind(one: Waiting) -> None:
    key, current = f"soort-{one.number}", one.intake.kind or one.answers.kind
    kinds = list(KINDS) if current else [CHOOSE, *KINDS]
    st.session_state[key] = current or CHOOSE
    st.selectbox(
        "Soort lijst", kinds, key=key,
        format_func=lambda kind: kind if kind == CHOOSE else kind_label(kind).capitalize(),
        on_change=_chosen, args=(one.number, "kind", key), width=420,
    )  # fmt: skip
    if current:
        small("Door u gekozen." if one.answers.kind else sentence_start(kind_reason(one.intake)))


def _sheets(one: Waiting) -> None:
    seen = [sheet for sheet in one.intake.sheets_seen if sheet.rows]
    used = [sheet for sheet in seen if sheet.used]
    if len(seen) > 1:
        key = f"bladen-{one.number}"
        st.session_state[key] = [sheet.name for sheet in used]
        st.multiselect(
            "Bladen die worden gelezen", [sheet.name for sheet in seen], key=key, placeholder="Kies een blad",
            format_func=lambda name: _sheet_label(one.intake, name), on_change=_sheets_chosen,
            args=(one.number, key), width=620,
        )  # fmt: skip
        small(_left_out(one))
    for sheet in used or [sheet for sheet in seen if len(seen) == 1]:
        key = f"koprij-{one.number}-{sheet.name}"
        rows = list(range(1, min(max(sheet.rows, 1), LAST_HEADER_ROW) + 1))
        current = sheet.header_row if sheet.header_row in rows else None
        st.session_state[key] = current
        name = f" op blad “{plain(sheet.name)}”" if sheet.name and len(seen) > 1 else ""
        st.selectbox(
            f"Rij met de koppen{name}", rows, key=key, placeholder="Kies een rij", on_change=_header_chosen,
            args=(one.number, sheet.name, key), width=420,
        )  # fmt: skip
    if used:
        small("Door u gekozen." if one.answers.header_rows else sentence_start(_reason(one.intake)))


def _sheet_label(intake: Intake, name: str) -> str:
    sheet = next(each for each in intake.sheets_seen if each.name == name)
    hidden = "" if sheet.visible else ", verborgen"
    return f"{name} ({number(sheet.rows)} {plural(sheet.rows, 'rij', 'rijen')}{hidden})"


def _left_out(one: Waiting) -> str:
    """Return which sheets aren't read, and why."""
    intake, chosen = one.intake, one.answers.sheets
    left = [sheet for sheet in intake.sheets_seen if not sheet.used and sheet.rows]
    if not left:
        return "Alle bladen worden gelezen."
    reasons = []
    for sheet in left:
        if chosen is not None and sheet.name not in chosen:
            why = "door u uitgezet"
        elif not sheet.visible:
            why = "verborgen"
        elif sheet.kind and sheet.kind != intake.kind:
            why = f"lijkt een lijst met {kind_label(sheet.kind)}"
        else:
            why = "geen lijst herkend"
        reasons.append(f"“{sheet.name}” ({why})")
    return f"Niet gelezen: {join_words(reasons)}."


def _chosen(number_: int, what: str, key: str) -> None:
    one, value = waiting().get(number_), st.session_state[key]
    value = value.strip() if isinstance(value, str) else value
    if one is not None and value and value != CHOOSE:
        # Another kind has other fields, so what was said about columns and cells no longer holds.
        more = {"columns": {}, "values": {}, "corrections": {}} if what == "kind" else {}
        change(number_, **{what: value}, **more)


def _sheets_chosen(number_: int, key: str) -> None:
    if not st.session_state[key]:
        say("Kies ten minste één blad. Er is niets veranderd.")
        return
    change(number_, sheets=tuple(st.session_state[key]))


def _header_chosen(number_: int, sheet: str, key: str) -> None:
    one = waiting().get(number_)
    if one is not None and st.session_state[key]:
        change(number_, header_rows={**one.answers.header_rows, sheet: st.session_state[key]})
