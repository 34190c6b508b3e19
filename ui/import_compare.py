"""Step 4: what storing would change against what it replaces, and then storing it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import streamlit as st

from data_loaders.comparing import Change, Comparison, compare
from data_loaders.intake import Intake
from data_loaders.storing import Plan, plan, provenance
from reference.dutch import join_words, number, plural
from storage.database import Database
from storage.errors import StorageError
from ui import import_save as saving
from ui.cards import note
from ui.data_values import value_text
from ui.data_words import named, period, rows_text
from ui.import_effect import HEADLINE, Move, expected_text, moves, numbers
from ui.import_loading import drop
from ui.import_state import Waiting
from ui.import_verdict import left_out, verdict
from ui.import_words import topic
from ui.kind_words import stored_word
from ui.markup import safe
from ui.sections import small
from ui.tables import as_table_html

BOTH, NEW = "Beide houden", "Vervangen"
SHOWN = 50
_CACHE = "import-vergelijking"


@dataclass(frozen=True)
class Preview:
    """What storing would do: rows beside what it replaces, and the numbers of the agreements."""

    rows: Comparison
    headline: str
    moves: tuple[Move, ...]


def compare_step(one: Waiting, data: Database) -> None:
    """Show what would change, ask what the periods leave open, and offer to store."""
    intake = one.intake
    met = plan(data, intake) if intake.table is not None and intake.table.num_rows else None
    if met is None or any(each.severity == "question" for each in intake.problems):
        st.html(f'<p class="rm-verdict-line">{verdict(intake, met)}</p>')
        _close(one)
        return
    if met.same:
        st.html(f'<p class="rm-verdict-line">{verdict(intake, met)}</p>')
        _close(one, "Sluiten")
        return
    choice = _overlap(one, met)
    if met.inside:
        names = join_words([named(each) for each in met.inside])
        small(f"Bij opslaan vervangt dit bestand {names}.")
    if choice is not None:
        _preview(one, data, choice)
    _decision(one, choice)


def _preview(one: Waiting, data: Database, choice: saving.Choice) -> None:
    found = preview(one, data, choice)
    if found is None:
        return
    rows = found.rows
    against = "de levering die u vervangt" if choice.replace else "wat er al is"
    topic(_rows_finding(one.intake, rows, bool(choice.replace)))
    tiles = (("Nieuw", rows.new), ("Gewijzigd", rows.changed), ("Ongewijzigd", rows.unchanged),
             ("Verdwenen", rows.gone))  # fmt: skip
    cells = "".join(
        f'<div><dt>{word}</dt><dd class="rm-figure"><b>{number(count)}</b></dd></div>'
        for word, count in tiles
    )
    st.html(f'<dl class="rm-four" aria-label="Vergeleken met {safe(against)}">{cells}</dl>')
    if rows.changed_rows:
        with st.expander(_changed_title(rows), key=f"gewijzigd-{one.number}", expanded=rows.changed <= 10):
            st.html(_changed_table(one.intake, rows))
    topic(found.headline)
    if found.moves:
        lines = [(move.title, str(move.before), str(move.after)) for move in found.moves]
        st.html(as_table_html(lines, ("Afspraak", "Nu", "Na opslaan"), "Wat er verandert aan de afspraken"))
    else:
        small("Geen enkele afspraak krijgt hierdoor een ander cijfer.")


def preview(one: Waiting, data: Database, choice: saving.Choice) -> Preview | None:
    """Return what storing would do, counted inside a transaction that is always taken back."""
    key = (id(one.intake), data.identity, data.version, choice)
    known = st.session_state.get(_CACHE)
    if known and known[0] == key:
        return known[1]
    intake = one.intake
    try:
        rows = compare(data, intake, choice.replace)
        before = numbers(data)
        with data.rehearsal(intake.kind, intake.table, provenance(intake, None), choice.replace) as tried:
            after = numbers(tried)
    except StorageError as error:
        st.html(note(str(error), "Nog niet vergeleken."))
        return None
    found = Preview(rows, expected_text(before[HEADLINE], after[HEADLINE]), tuple(moves(before, after)))
    st.session_state[_CACHE] = (key, found)
    return found


def _rows_finding(intake: Intake, rows: Comparison, replaces: bool) -> str:
    if not replaces:
        return f"{rows_text(intake.kind, intake.table.num_rows).capitalize()} erbij; er wordt niets vervangen"
    parts = [
        f"{number(count)} {word}"
        for count, word in (
            (rows.new, "nieuw"), (rows.changed, "gewijzigd"), (rows.unchanged, "ongewijzigd"),
            (rows.gone, "verdwenen"),
        ) if count
    ]  # fmt: skip
    return f"Vergeleken met wat wordt vervangen: {join_words(parts)}"


def _changed_title(rows: Comparison) -> str:
    shown = min(len(rows.changed_rows), SHOWN)
    count = f"{number(rows.changed)} {plural(rows.changed, 'gewijzigde rij', 'gewijzigde rijen')}"
    return f"{count}: wat er stond en wat er komt te staan" + (
        f" (de eerste {shown} wijzigingen)" if shown < len(rows.changed_rows) else ""
    )


def _changed_table(intake: Intake, rows: Comparison) -> str:
    changes = rows.changed_rows[:SHOWN]
    # Both ends of an interval that change alike are one change: a number of hours has two ends.
    ends = Counter(_interval(each) for each in changes)
    lines = dict.fromkeys(_line(each, intake.kind, ends[_interval(each)] == 2) for each in changes)
    return as_table_html(list(lines), ("Rij", "Wat", "Veld", "Was", "Wordt"), "Gewijzigde rijen")


def _interval(change: Change) -> tuple[object, ...]:
    stem = change.field.removesuffix("_low").removesuffix("_high")
    return change.row_number, change.what, stem, change.old, change.new


def _line(change: Change, kind: str, whole: bool) -> tuple[str, ...]:
    name = change.field
    field = stored_word(name, kind)
    if whole:
        field = field.removesuffix(" (laag)").removesuffix(" (hoog)")
    texts = _text(name, change.old), _text(name, change.new)
    return f"rij {change.row_number}", change.what or "–", field, *texts


def _text(name: str, value: object) -> str:
    if name == "person_key":
        return "niet getoond"
    return "leeg" if value is None else value_text(name, value)


def _decision(one: Waiting, choice: saving.Choice | None) -> None:
    intake, bad = one.intake, left_out(one.intake)
    with st.container(horizontal=True, key=f"besluit-{one.number}"):
        st.button(
            "Opslaan", key=f"opslaan-{one.number}", type="primary", on_click=saving.save,
            args=(one.number, choice), disabled=choice is None or not intake.accepted,
        )  # fmt: skip
        if bad and not intake.accepted:
            rows = f"{number(bad)} {plural(bad, 'rij', 'rijen')}"
            st.button(
                f"Opslaan zonder de rijen met fouten ({rows} weglaten)", key=f"zonder-{one.number}",
                on_click=saving.save, args=(one.number, choice, True), disabled=choice is None, wrap=True,
            )  # fmt: skip
        _close(one)
    if bad and not intake.accepted:
        small("De cijfers hierboven zijn geteld zonder de rijen met fouten.")


def _overlap(one: Waiting, met: Plan) -> saving.Choice | None:
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
    kept = tuple(key for key, answer in chosen.items() if answer == BOTH)
    return saving.Choice(inside + replaced, kept)


def _close(one: Waiting, label: str = "Niet opslaan, weggooien") -> None:
    st.button(label, key=f"weg-{one.number}", on_click=drop, args=(one.number,), type="tertiary")
