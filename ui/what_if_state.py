"""The scenarios of the what-if page. They live in the address only: a, b, c and d hold their codes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlencode

import streamlit as st

from metrics.scenario import NEUTRAL, Scenario, problems
from metrics.scenario_codes import Decoded, decode, encode
from reference.load import Target

LETTERS = ("a", "b", "c", "d")
# A scenario that is there and changes nothing; the code of no dials is empty, and an address drops that.
AS_NOW = "nu"
CHOSEN = "scenario"
KEPT_PARAMETERS = ("afspraak", "peildatum", *LETTERS)


def scenarios() -> dict[str, Decoded]:
    """Return the scenarios in the address by letter; there is always one to turn the dials of."""
    found = {letter: _decoded(st.query_params[letter]) for letter in LETTERS if letter in st.query_params}
    return found or {LETTERS[0]: Decoded(NEUTRAL, ())}


def chosen() -> str:
    """Return the letter of the scenario on the dials."""
    letter = str(st.session_state.get(CHOSEN) or st.query_params.get(CHOSEN, "")).lower()
    known = scenarios()
    return letter if letter in known else next(iter(known))


def current() -> Scenario:
    """Return the scenario on the dials."""
    return scenarios()[chosen()].scenario


def mend(target: Target) -> tuple[str, ...]:
    """Take out of the address what cannot be for a target, such as an end before the start; return why."""
    said = []
    for letter, one in scenarios().items():
        wrong = problems(one.scenario, target)
        if not wrong:
            continue
        dials = {problem.dial for problem in wrong}
        dials |= {"spread"} if "by_hand" in dials else set()
        write(replace(one.scenario, **dict.fromkeys(dials)), letter)
        said += [*one.notes, *(f"{problem.message} Dat telt niet mee." for problem in wrong)]
    return tuple(said)


def choose() -> None:
    """Ask which scenario the dials turn, when there is more than one."""
    letters = [letter.upper() for letter in scenarios()]
    if len(letters) == 1:
        return
    if st.session_state.get(CHOSEN) not in (None, *letters):
        del st.session_state[CHOSEN]
    label = "Scenario op de knoppen"
    st.radio(label, letters, key=CHOSEN, bind="query-params", horizontal=True)


def write(scenario: Scenario, letter: str | None = None) -> None:
    """Put a scenario in the address, in place of the one on the dials."""
    st.query_params[letter or chosen()] = encode(scenario) or AS_NOW


def add() -> None:
    """Add a copy of the scenario on the dials and take it on the dials."""
    free = [letter for letter in LETTERS if letter not in scenarios()]
    if free:
        copied = current()
        write(copied, chosen())
        write(copied, free[0])
        st.session_state[CHOSEN] = free[0].upper()


def remove() -> None:
    """Take the scenario on the dials away."""
    gone = chosen()
    st.query_params.pop(gone, None)
    st.session_state.pop(CHOSEN, None)


def neutral() -> None:
    """Turn all dials back to today's truth."""
    write(NEUTRAL)


def put(codes: Sequence[str]) -> None:
    """Show these scenarios side by side, in place of all that were there."""
    for letter in LETTERS:
        st.query_params.pop(letter, None)
    for letter, code in zip(LETTERS, codes, strict=False):
        st.query_params[letter] = code or AS_NOW
    st.session_state.pop(CHOSEN, None)


def address(**changes: str) -> str:
    """Return the address of this view as a query string, with other values for some parameters."""
    known = {name: st.query_params[name] for name in KEPT_PARAMETERS if name in st.query_params}
    return urlencode(known | changes)


def _decoded(code: str) -> Decoded:
    return Decoded(NEUTRAL, ()) if code == AS_NOW else decode(code)
