"""Keep and share: scenarios under a name in one's own database, and the comparison as a workbook."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from metrics.scenario_outcome import Outcome
from reference.dutch import date_long
from storage.errors import StorageError
from storage.scenarios import (
    SavedScenario,
    delete_scenario,
    duplicate_scenario,
    rename_scenario,
    save_scenario,
    saved_scenarios,
)
from ui import what_if_chance, what_if_state
from ui.access import database, may_edit, shows_sample
from ui.data_actions import stated_name
from ui.markup import link, safe
from ui.sections import section, small
from ui.what_if_view import View, sign_text

Writer = Callable[[Mapping[str, Outcome], Mapping[str, str]], bytes]
NAME, NEW_NAME, PICKED = "scenario-naam", "scenario-nieuwe-naam", "scenario-keuze"
_SAID, _SURE = "scenario-melding", "scenario-zeker"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def keep(found: View, write: Writer) -> None:
    """Draw how to mail, download, keep and open what is on screen."""
    section("Bewaren en delen", "Het adres van deze pagina is de hele vergelijking: mail het om te delen.")

    def workbook() -> bytes:
        chances = {
            sign_text(sign): what_if_chance.in_words(what_if_chance.forecast(found.target, found.as_of, one))
            for sign, one in found.shown.items()
        }
        return write({sign_text(sign): one for sign, one in found.shown.items()}, chances)

    st.download_button("Downloaden als Excel", workbook, "wat-als.xlsx", XLSX, key="wat-als-excel")
    if shows_sample():
        small("Onder een naam bewaren kan bij eigen gegevens, niet bij de voorbeeldgegevens.")
        return
    if may_edit():
        with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
            st.text_input("Naam van deze vergelijking", key=NAME, max_chars=100, width=320)
            st.button("Bewaren", key="scenario-bewaren", on_click=_act, args=(_save, found.target.key))
    if said := st.session_state.pop(_SAID, None):
        st.html(f'<p class="rm-said" role="status">{safe(said)}</p>')
    known = saved_scenarios(database())
    if known:
        _list(known)


def _list(known: Sequence[SavedScenario]) -> None:
    st.html(f'<ul class="rm-kept">{"".join(map(_item, known))}</ul>')
    if not may_edit():
        return
    names = {one.name: one for one in known}
    if st.session_state.get(PICKED) not in names:
        st.session_state.pop(PICKED, None)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        picked = names[st.selectbox("Bewaarde vergelijking", list(names), key=PICKED, width=280)]
        st.text_input("Nieuwe naam", key=NEW_NAME, max_chars=100, width=280)
        st.button("Hernoemen", on_click=_act, args=(_rename, picked.id), key="scenario-hernoemen")
        st.button("Kopie maken", on_click=_act, args=(_duplicate, picked.id), key="scenario-kopie")
        st.button("Verwijderen", on_click=_ask, args=(picked.id,), key="scenario-weg")
    if st.session_state.get(_SURE) == picked.id:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.html(f"<p>“{safe(picked.name)}” voorgoed verwijderen?</p>", width="content")
            st.button("Ja, verwijderen", on_click=_act, args=(_delete, picked.id), key="scenario-ja")
            st.button("Nee", on_click=_ask, args=(None,), key="scenario-nee")


def _item(one: SavedScenario) -> str:
    day = f'<span class="rm-small">bewaard op {date_long(one.created_at.date())}</span>'
    gone = "".join(f'<span class="rm-wrong">{safe(sentence)}</span>' for sentence in one.gone)
    name = link(one.name, f"/wat-als?{one.code}") if one.present else safe(one.name)
    return f"<li>{name} {day}{gone}</li>"


def _act(action: Callable[..., str], *args) -> None:
    st.session_state.pop(_SURE, None)
    if shows_sample() or not may_edit():  # a button of before the switch may still be on somebody's screen
        st.session_state[_SAID] = "Bewaren kan hier niet."
        return
    try:
        st.session_state[_SAID] = action(*args)
    except StorageError as error:
        st.session_state[_SAID] = str(error)


def _ask(scenario_id: int | None) -> None:
    st.session_state[_SURE] = scenario_id


def _save(key: str) -> str:
    code = what_if_state.address(afspraak=key)
    kept = save_scenario(database(), st.session_state.get(NAME) or "", code, [key], stated_name())
    st.session_state[NAME] = ""
    return f"“{kept.name}” is bewaard."


def _rename(scenario_id: int) -> str:
    return f"De vergelijking heet nu “{rename_scenario(database(), scenario_id, _new_name()).name}”."


def _duplicate(scenario_id: int) -> str:
    copy = duplicate_scenario(database(), scenario_id, _new_name(), stated_name())
    return f"“{copy.name}” is een kopie."


def _delete(scenario_id: int) -> str:
    delete_scenario(database(), scenario_id)
    return "De vergelijking is verwijderd."


def _new_name() -> str:
    name, st.session_state[NEW_NAME] = st.session_state.get(NEW_NAME) or "", ""
    return name
