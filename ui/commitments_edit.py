"""Editing one record: a form, what somebody else changed meanwhile, and taking the last change back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from reference.dutch import date_short
from storage.commitments import EditedMeanwhile, new_record, save, undo, wipe
from storage.errors import StorageError
from storage.register_fields import NAMES
from storage.register_log import Change, changes, of_record, stamp, stated
from ui.access import database, may_edit, shows_sample
from ui.commitments_form import Field, draw, key_of, typed, word
from ui.commitments_history import history
from ui.data_actions import stated_name
from ui.markup import safe
from ui.sections import part, small
from ui.tables import as_table_html

_SAID, _CONFLICT, _SURE = "afspraken-melding", "afspraken-tweespraak", "afspraken-zeker"


@dataclass(frozen=True)
class Conflict:
    """What somebody typed while somebody else saved."""

    record: str
    mine: Mapping[str, str | None]
    newer: Sequence[Change]


def editor(record: str, fields: Sequence[Field], title: str = "Wijzigen", past: bool = True) -> None:
    """Draw the form of one record for who may edit and stated a name, with its history if `past`."""
    if not _open():
        return
    mine = of_record(changes(database()), record)
    seen = stamp(mine)
    _message(record)
    _conflict(record, seen, fields)
    with st.expander(title, key=f"wijzig-{record}"):
        with st.form(f"vorm-{record}-{seen}", border=False):
            draw(record, seen, fields)
            st.form_submit_button(
                "Bewaren", type="primary", on_click=_save, args=(record, seen, tuple(fields)),
                key=f"bewaar-{record}",
            )  # fmt: skip
        last = [one for one in mine if one.revision]
        if last:
            when = f"{last[-1].changed_by}, {date_short(last[-1].changed_at.date())}"
            label = f"Laatste wijziging terugdraaien ({when})"
            st.button(label, key=f"terug-{record}", on_click=_undo, args=(record, seen))
            _wiper(record)
        if past:
            history(mine)


def adder(kind: str, fields: Sequence[Field], title: str) -> None:
    """Draw a form that adds a record of a kind ("vergadering", "knelpunt")."""
    if not _open():
        return
    _message(kind)
    with st.expander(title, key=f"nieuw-{kind}"), st.form(f"nieuwe-{kind}", border=False):
        draw(kind, "nieuw", fields)
        st.form_submit_button(
            "Toevoegen", type="primary", on_click=_add, args=(kind, tuple(fields)), key=f"voeg-toe-{kind}"
        )


def take_away(record: str, kind: str, label: str) -> None:
    """Draw the button that takes a record away; its history stays in the database."""
    if may_edit() and not shows_sample() and stated_name():
        seen = stamp(of_record(changes(database()), record))
        st.button(label, key=f"weg-{record}", on_click=_remove, args=(record, kind, seen))


def _wiper(record: str) -> None:
    """Offer to remove typed texts for good, after a second yes."""
    if st.session_state.get(_SURE) != record:
        st.button("Ingetypte teksten wissen", key=f"wis-{record}", on_click=_ask, args=(record,))
        return
    small("De teksten verdwijnen voorgoed, ook uit de geschiedenis. De status en de datums blijven.")
    with st.container(horizontal=True, gap="small"):
        st.button("Ja, wissen", key=f"wis-ja-{record}", on_click=_wipe, args=(record,))
        st.button("Nee", key=f"wis-nee-{record}", on_click=_ask, args=(None,))


def _ask(record: str | None) -> None:
    st.session_state[_SURE] = record


def _wipe(record: str) -> None:
    st.session_state.pop(_SURE, None)
    _act(record, "De teksten zijn gewist.", lambda by: wipe(database(), record, by))


def _open() -> bool:
    return may_edit() and not shows_sample() and stated_name() is not None


def _save(record: str, seen: str, fields: Sequence[Field]) -> None:
    mine = typed(record, seen, fields)
    if not mine:
        st.session_state[_SAID] = (record, "Er is niets veranderd.")
        return
    _act(record, "De wijziging is bewaard.", lambda by: save(database(), record, seen, mine, by), mine)


def _undo(record: str, seen: str) -> None:
    done = "De laatste wijziging is teruggedraaid."
    _act(record, done, lambda by: undo(database(), record, seen, by))


def _remove(record: str, kind: str, seen: str) -> None:
    _act(kind, "Weggehaald.", lambda by: save(database(), record, seen, {"removed": "ja"}, by))


def _add(kind: str, fields: Sequence[Field]) -> None:
    mine = typed(kind, "nieuw", fields)
    if _act(kind, "Toegevoegd.", lambda by: new_record(database(), kind, mine, by)):
        for field in fields:
            st.session_state.pop(key_of(kind, "nieuw", field.name), None)


def _act(
    place: str, done: str, do: Callable[[str], object], mine: Mapping[str, str | None] | None = None
) -> bool:
    """Do it and say what came of it; what another changed meanwhile waits for a choice."""
    st.session_state.pop(_CONFLICT, None)
    said, kept = done, True
    if not may_edit() or shows_sample():  # a form of before the switch may still be on somebody's screen
        said, kept = "Wijzigen kan hier niet.", False
    else:
        try:
            do(stated_name() or "")
        except EditedMeanwhile as error:
            said, kept = str(error), False
            if mine is not None:
                st.session_state[_CONFLICT] = Conflict(place, dict(mine), error.newer)
        except StorageError as error:
            said, kept = str(error), False
    st.session_state[_SAID] = (place, said)
    return kept


def _message(place: str) -> None:
    said = st.session_state.get(_SAID)
    if said and said[0] == place:
        st.session_state.pop(_SAID)
        st.html(f'<p class="rm-said" role="status">{safe(said[1])}</p>')


def _conflict(record: str, seen: str, fields: Sequence[Field]) -> None:
    """Show both values where two people edited, and let the second choose."""
    found: Conflict | None = st.session_state.get(_CONFLICT)
    if found is None or found.record != record:
        return
    author = found.newer[-1].changed_by if found.newer else "iemand anders"
    now = stated(of_record(changes(database()), record))
    touched = {one.field for one in found.newer} | set(found.mine)
    rows = [
        (
            NAMES[one.name].capitalize(),
            word(one, now.get(one.name)),
            word(one, found.mine[one.name]) if one.name in found.mine else "niet gewijzigd",
        )
        for one in fields
        if one.name in touched
    ]
    with st.container(key="tweespraak"):
        part(f"{author} heeft dit intussen gewijzigd")
        st.html(as_table_html(rows, ("Veld", f"Nu, van {author}", "Uw invoer"), "Kies wat er blijft staan"))
        with st.container(horizontal=True, gap="small"):
            st.button("Mijn invoer bewaren", key="mijn-invoer", type="primary", on_click=_insist,
                      args=(found, seen))  # fmt: skip
            st.button(f"Laten zoals {author} het schreef", key="hun-invoer", on_click=_give_way)


def _insist(found: Conflict, seen: str) -> None:
    mine = found.mine
    done = "Uw wijziging is bewaard."
    _act(found.record, done, lambda by: save(database(), found.record, seen, mine, by), mine)


def _give_way() -> None:
    st.session_state.pop(_CONFLICT, None)
