"""Step 2: each heading with three of its values, the field it was taken for and how sure that is."""

from __future__ import annotations

from decimal import Decimal

import streamlit as st

from data_loaders.intake import KINDS, Intake, Problem
from data_loaders.kind import RECOGNISED_ONLY
from data_loaders.understanding import HeadingRead
from reference.dutch import count_word, join_words, number, plural
from ui.cards import note
from ui.import_loading import change, forget_columns
from ui.import_problems import sentence
from ui.import_state import Waiting, say, waiting
from ui.import_words import certainty_badge, field_label, plain, readable
from ui.markup import safe
from ui.sections import small

NO_LIST = "In dit bestand is geen lijst herkend. Kies bij stap 1 het blad en de rij met de koppen."
UNUSED = "niet gebruiken"
FULL_WEEK = ("36", "38", "40")


def columns_step(one: Waiting) -> None:
    """Show every heading with a choice of the field that it means."""
    intake = one.intake
    if intake.kind is None and not intake.headings:
        st.html(note(NO_LIST))
        return
    st.html(f'<p class="rm-detail">{safe(summary(intake))}</p>')
    _remembered(one)
    _full_week(one)
    for problem in _twice(intake):
        st.html(note(sentence(problem), "Vraag."))
    if one.data is None:
        small("Het bestand zelf is er niet meer. Kies het opnieuw om een kolom anders te laten lezen.")
    for index, (heading, sheets) in enumerate(_headings(intake)):
        _heading(one, index, heading, sheets)


def summary(intake: Intake) -> str:
    """Return in words how many headings are used, doubtful, ignored and dropped."""
    counts: dict[str, int] = {}
    for heading, _ in _headings(intake):
        counts[heading.certainty] = counts.get(heading.certainty, 0) + 1
    total, dropped, ignored = sum(counts.values()), counts.get("verboden", 0), counts.get("genegeerd", 0)
    used = total - dropped - ignored
    columns = plural(total, "kolom wordt", "kolommen worden")
    text = f"{number(used)} van de {number(total)} {columns} gebruikt."
    if doubtful := counts.get("vermoedelijk", 0):
        text += f" Bij {count_word(doubtful)} is de betekenis een vermoeden: kijk of het klopt."
    if ignored:
        text += f" Niet gebruikt: {_names(intake, 'genegeerd')}."
    if dropped:
        text += f" Om privacy weggelaten: {_names(intake, 'verboden')}; die inhoud is nergens bewaard."
    return text


def _names(intake: Intake, certainty: str) -> str:
    return join_words([f"“{each.text}”" for each, _ in _headings(intake) if each.certainty == certainty])


def _headings(intake: Intake) -> list[tuple[HeadingRead, list[str]]]:
    """Return the headings of all sheets, the same heading once, with the sheets that have it."""
    found: dict[tuple[str, str], tuple[HeadingRead, list[str]]] = {}
    for heading in intake.headings:
        _, sheets = found.setdefault((heading.text, heading.certainty), (heading, []))
        sheets.append(heading.sheet)
    return list(found.values())


def _heading(one: Waiting, index: int, heading: HeadingRead, sheets: list[str]) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"kop-{one.number}-{index}"):
        st.html(_heading_html(heading, sheets), width="stretch")
        if heading.certainty != "verboden":
            _choice(one, f"veld-{one.number}-{index}", heading)
        st.html(f"<p>{certainty_badge(heading.certainty)}</p>", width=190)


def _choice(one: Waiting, key: str, heading: HeadingRead) -> None:
    kind, fields = one.intake.kind, [UNUSED, *_fields(one.intake.kind)]
    if heading.field and heading.field not in fields:
        fields.append(heading.field)
    at = fields.index(heading.field or UNUSED)
    if one.data is not None:
        at, st.session_state[key] = 0, fields[at]  # what is chosen stays what was read
    st.selectbox(
        f"Kolom “{plain(heading.text)}” lezen als", fields, at,
        format_func=lambda name: name if name == UNUSED else field_label(name, kind),
        disabled=one.data is None, key=key if one.data is not None else f"{key}-vast", width=300,
        label_visibility="collapsed", on_change=_chosen, args=(one.number, heading.text, key),
    )  # fmt: skip


def _heading_html(heading: HeadingRead, sheets: list[str]) -> str:
    places = f"kolom {heading.letter}" + (f" · {len(sheets)} bladen" if len(sheets) > 1 else "")
    if heading.certainty == "verboden" or heading.field == "person_key":
        samples = "<i>inhoud niet getoond</i>"
    else:
        samples = " · ".join(safe(readable(text)) for text in heading.samples) or "<i>leeg</i>"
    return (
        f'<p class="rm-heading"><b>{safe(heading.text)}</b> <span class="rm-small">{safe(places)}</span></p>'
        f'<p class="rm-samples">{samples}</p>'
    )


def _fields(kind: str | None) -> list[str]:
    if kind is None:
        return []
    return [column.field for column in KINDS[kind].columns if column.type != RECOGNISED_ONLY]


def _chosen(number_: int, heading: str, key: str) -> None:
    """Read a heading as the chosen field; another heading that had it is left out, and that is said."""
    one = waiting().get(number_)
    if one is None:
        return
    chosen = st.session_state[key]
    field = None if chosen == UNUSED else chosen
    columns: dict[str, str | None] = {**one.answers.columns, heading: field}
    for other in one.intake.headings if field else ():
        if other.text != heading and other.field == field and columns.get(other.text, field) == field:
            columns[other.text] = None
            label = field_label(field, one.intake.kind)
            say(f"“{other.text}” wordt nu niet gebruikt, want “{heading}” is nu: {label}.")
    change(number_, columns=columns)


def _twice(intake: Intake) -> list[Problem]:
    return [one for one in intake.problems if one.severity == "question" and not _about_fte(intake, one)]


def _about_fte(intake: Intake, problem: Problem) -> bool:
    return problem.column is not None and intake.mapping.get(problem.column) == "fte" and not problem.options


def _full_week(one: Waiting) -> None:
    """Ask how many hours a full job has, where the file gives parts of one."""
    questions = [each for each in one.intake.problems if each.severity == "question"]
    asked = [each for each in questions if _about_fte(one.intake, each)]
    current = one.intake.choices.hours_per_fte
    if not asked and current is None:
        return
    key, text = f"voltijd-{one.number}", number(current) if current else None
    st.session_state[key] = text if text in FULL_WEEK else None
    for problem in asked:
        st.html(note(sentence(problem), "Vraag."))
    st.radio(
        "Uren van een volledige baan", FULL_WEEK, None, key=key, horizontal=True, on_change=_hours,
        args=(one.number, key),
    )  # fmt: skip


def _hours(number_: int, key: str) -> None:
    if st.session_state[key]:
        change(number_, hours_per_fte=Decimal(st.session_state[key]))


def _remembered(one: Waiting) -> None:
    """Say that columns were taken over from an earlier delivery, and offer to forget that."""
    if not one.intake.recalled:
        return
    with st.container(horizontal=True, vertical_alignment="center", key=f"onthouden-{one.number}"):
        said = "Kolommen en woorden zijn daarvan overgenomen."
        st.html(note(f"{one.intake.recalled} {said}", "Deze indeling is bekend."), width="stretch")
        if one.data is not None:
            st.button(
                "Vergeten en opnieuw lezen", key=f"vergeet-{one.number}", on_click=forget_columns,
                args=(one.number,),
            )  # fmt: skip

