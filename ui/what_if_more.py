"""What stands under the answer of the what-if page: actions, tables, sensitivity, solving."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from metrics.scenario import applies
from metrics.scenario_codes import encode
from metrics.scenario_dials import DIALS
from metrics.scenario_solve import GRADED, Swing
from metrics.scenario_words import figure, in_words
from reference.dutch import percent
from ui import what_if_state as state
from ui.cards import note
from ui.markup import link, safe
from ui.sections import section
from ui.tables import as_table_html
from ui.what_if_dials import label
from ui.what_if_filters import earlier_day
from ui.what_if_numbers import answer, outcome, swings
from ui.what_if_rows import Effect, tornado
from ui.what_if_view import View, sign_text

SPREAD = "inwoners"
OURS = "Dit is een eigen verdeling: de bronnen geven geen doel per gemeente."


def actions(found: View) -> None:
    """Buttons to add, remove and reset scenarios, and what there is to know about them."""
    known = state.scenarios()
    with st.container(horizontal=True, key="scenario-knoppen", gap="small"):
        full = len(known) == len(state.LETTERS)
        st.button("Scenario toevoegen", on_click=state.add, disabled=full, key="scenario-toevoegen")
        sign = found.chosen.upper()
        turned = found.main is not found.base
        st.button(f"Scenario {sign} neutraal", on_click=state.neutral, disabled=not turned, key="neutraal")
        st.button(
            f"Scenario {sign} verwijderen",
            on_click=state.remove,
            disabled=found.chosen not in st.query_params,
            key="verwijderen",
        )
    if over := earlier_day(found.target, found.as_of):
        st.html(over)
    if not turned:
        st.html(
            f'<p class="rm-small">Scenario {sign} is nog gelijk aan vandaag: draai aan een knop, '
            "of kies een vergelijking.</p>"
        )
    for one in found.notes:
        st.html(note(one))


def places(found: View) -> None:
    """The target and the pace per month per municipality, today and in the chosen scenario."""
    spread = found.main.scenario.spread or SPREAD
    columns, lists = ["Gemeente"], []
    for sign in dict.fromkeys(("nu", found.chosen if found.main is not found.base else "nu")):
        one = found.shown[sign].scenario
        spread_out = replace(one, spread=spread, by_hand=found.main.scenario.by_hand)
        lists.append(outcome(found.target, found.as_of, spread_out).parts)
        columns += [f"Deel ({sign_text(sign)})", f"Nodig per maand ({sign_text(sign)})"]
    if not all(lists):
        return
    lines = []
    for parts in zip(*lists, strict=True):
        cells = [(figure(p.target), "–" if p.per_month is None else figure(p.per_month)) for p in parts]
        lines.append((parts[0].name, *(cell for pair in cells for cell in pair)))
    words = in_words("spread", spread)
    section("Wat het per gemeente zou vragen", f"Het regionale doel verdeeld {words}. {OURS}")
    st.html(as_table_html(lines, columns, f"Deel van het doel per gemeente, {words}"))


def sensitivity(found: View) -> None:
    """Which dial moves the end most: one step down and up for each."""
    scenario = found.main.scenario
    moved = [one for one in swings(found.target, found.as_of, scenario) if one.size]
    if not moved:
        return
    first = DIALS[moved[0].dial].label
    section(
        f"Van alle knoppen doet {first[:1].lower() + first[1:]} het meest",
        "Waar het uitkomt als deel van het doel, als één knop één stap lager of hoger staat.",
    )
    st.html(tornado([_effect(one) for one in moved], found.main.end_share))
    st.html('<p class="rm-small">Grijs: een stap lager. Blauw: een stap hoger. De streep is vandaag.</p>')


def needed(found: View) -> None:
    """What one dial would have to be to reach the target."""
    scenario = found.main.scenario
    section("Wat zou er nodig zijn?", "Eén knop verandert, de andere blijven staan zoals zij staan.")
    dials = [dial for dial in GRADED if applies(dial, found.target, scenario)]
    names = {label(dial): dial for dial in dials}
    start = list(names).index(label("pace"))
    chosen = st.selectbox("Knop", list(names), index=start, key="oplossen", bind="query-params", width=320)
    solved = answer(found.target, found.as_of, scenario, names[chosen])
    st.html(f'<p class="rm-lead">{safe(solved.text)}</p>')
    if solved.scenario is not None and solved.scenario != scenario:
        href = f"/wat-als?{state.address(**{found.chosen: encode(solved.scenario)})}"
        st.html(f"<p>{link(f'Zet dit op de knoppen van scenario {found.chosen.upper()}', href)}</p>")


def _effect(one: Swing) -> Effect:
    down = f"{in_words(one.dial, one.down)}: {percent(one.low)}"
    up = f"{in_words(one.dial, one.up)}: {percent(one.high)}"
    return Effect(label(one.dial), down, up, one.low, one.high)
