"""Unfinished imports: kept in the database without bytes or persons, so that they can be taken up again."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from data_loaders import drafts
from data_loaders.drafts import Draft
from reference.dutch import number, plural
from storage.database import Database
from storage.errors import StorageError
from ui.access import database, may_edit, shows_sample
from ui.data_words import kind_label, moment, rows_text, supplier_name
from ui.import_state import (
    LAST,
    Waiting,
    as_dict,
    from_dict,
    next_number,
    put,
    say,
    set_open,
    waiting,
)
from ui.markup import safe
from ui.sections import part, small

NAME = "uw-naam"
SHOWN = 5


def keep(one: Waiting) -> Waiting:
    """Keep a file as it is now; a file without rows isn't worth keeping."""
    if one.intake.cleaned is None or shows_sample() or not may_edit():
        return one
    stated = as_dict(one.answers, one.step)
    by = (st.session_state.get(NAME) or "").strip() or None
    try:
        draft = drafts.keep(database(), one.intake, stated, by, one.draft)
    except StorageError as error:
        say(f"Dit tussenresultaat is niet bewaard: {error}")
        return one
    return put(replace(one, draft=draft)) if one.number in waiting() else one


def forget_draft(one: Waiting) -> None:
    """Remove what the database kept of a file."""
    if one.draft is not None and not shows_sample():
        drafts.discard(database(), one.draft)


def take_up(draft: int) -> bool:
    """Take up an import where it was left; say so when it is no longer there."""
    mine = next((one for one in waiting().values() if one.draft == draft), None)
    if mine is None:
        found = drafts.resume(database(), draft)
        if found is None:
            say("Deze import is er niet meer: hij is opgeslagen, weggegooid of ouder dan 14 dagen.")
            return False
        intake, stated = found
        answers, step = from_dict(stated)
        mine = put(Waiting(next_number(), intake, None, answers, draft=draft, step=min(step, LAST)))
    set_open(mine.number)
    return True


def unfinished(data: Database) -> list[Draft]:
    """Return the imports that were left and aren't on screen in this session."""
    here = {one.draft for one in waiting().values()}
    return [draft for draft in drafts.drafts(data) if draft.id not in here]


def unfinished_list(data: Database) -> None:
    """Show the imports that were left, to go on with or to throw away."""
    found = unfinished(data)
    if not found:
        return
    part("Nog niet afgemaakt")
    small("Bewaard zonder het bestand zelf en zonder persoonsgegevens, hoogstens 14 dagen.")
    for draft in found[:SHOWN]:
        _row(draft)
    if len(found) > SHOWN:
        with st.expander(f"Toon ook de andere ({number(len(found) - SHOWN)})", key="andere-concepten"):
            for draft in found[SHOWN:]:
                _row(draft)


def _row(draft: Draft) -> None:
    problems = f"{number(draft.problems)} {plural(draft.problems, 'melding', 'meldingen')}"
    details = [rows_text(draft.kind, draft.rows), supplier_name(draft.supplier), problems]
    details += [f"door {draft.by}" if draft.by else "zonder naam", moment(draft.kept_at)]
    with st.container(horizontal=True, vertical_alignment="center", key=f"concept-{draft.id}"):
        st.html(
            f'<p><b class="rm-file-name">{safe(draft.file)}</b><br>'
            f'<span class="rm-small">{safe(" · ".join(details))}</span></p>',
            width="stretch",
        )
        st.button("Verder", key=f"verder-concept-{draft.id}", on_click=take_up, args=(draft.id,))
        st.button(
            "Weggooien", key=f"weg-concept-{draft.id}", on_click=_throw_away, args=(draft.id,),
            type="tertiary",
        )  # fmt: skip


def _throw_away(draft: int) -> None:
    if may_edit() and not shows_sample():
        drafts.discard(database(), draft)
        say("De import is weggegooid.")


def label(one: Waiting) -> str:
    """Return a file as a sentence names it."""
    return f"“{one.intake.file}” ({kind_label(one.intake.kind)})"
