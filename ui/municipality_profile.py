"""One municipality or sub-region: its numbers under every rule, its course, its parts, its facts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import streamlit as st

from metrics.cells import SUBREGIONS, UNKNOWN
from metrics.disclosure import CROSSED_LIMIT, Disclosed
from metrics.placements import COUNTING
from metrics.screen import Screen
from reference.dutch import LABELS, date_long, join_words, number
from reference.load import Municipality, municipalities
from storage.database import Database
from ui.access import database, screen
from ui.burnup import burn_up
from ui.cards import definitions, note
from ui.municipality_numbers import PER, Choice, counted, days, inhabitants, late, per_thousand
from ui.parts import Part, part_bars, wide
from ui.periods import Counted, count, points, span_of
from ui.shapes import Chart, Drawing
from ui.show import show
from ui.tables import as_table_html
from ui.view import as_shown, unbroken, upper

PARTS = {"channel": "Kanaal", "sector": "Sector", "job_type": "Soort werk", "target_group": "Doelgroep"}
WHY = (
    f"Van een gemeente met een kenmerk erbij tonen we een aantal pas vanaf {CROSSED_LIMIT}: een kleiner "
    "aantal kan naar één mens wijzen. Soms verdwijnt ook een groter deel, omdat het kleine anders uit te "
    "rekenen is. De delen tellen plaatsingen, welke telregel ook gekozen is."
)


def draw(chosen: Choice, place: str) -> None:
    """Draw the profile: facts, rules, course, and the parts of a municipality."""
    st.html(facts(place))
    st.html(rules_table(chosen, place))
    name = place_name(place)
    line = course(chosen, place)
    if line is None:
        st.header(f"Van {name} is nog geen verloop te tonen", anchor=False)
        st.html(note("De stappen tussen de peildatums zijn te klein om te tonen."))
    else:
        heading = f"Zo liep het aantal {chosen.metric.unit} op in {name}{late(chosen, place)}"
        st.header(heading, anchor=False)
        caption = f"{chosen.metric.label} in {name}, opgeteld, {days(chosen, place)}"
        show(line, "verloop", caption)
    if place not in SUBREGIONS:
        st.header(largest_part(chosen, place), anchor=False)
        st.html(note(WHY, "Waarom niet alles te zien is."))
        for dimension, title in PARTS.items():
            st.subheader(title, anchor=False)
            bars, left_out = parts(chosen, place, dimension)
            if bars is not None:
                show(bars, dimension, f"Plaatsingen in {place_name(place)} naar {title.lower()}")
            st.html(f'<p class="rm-small">{left_out}</p>')


def headline(chosen: Choice, place: str) -> str:
    """Return a place's number, with its figure per 1.000 inhabitants where it may be shown."""
    answer = counted(chosen, place)
    name, unit = place_name(place), chosen.metric.unit
    if answer.state == "shielded":
        return f"Van {name} is het aantal {unit} nu niet te tonen"
    share = per_thousand(answer, inhabitants(place))
    rate = f", {number(share, 2)} {PER}" if share is not None else ""
    return f"{name} telt {as_shown(answer).text} {unit}{rate}{late(chosen, place)}"


def place_name(place: str) -> str:
    """Return the name of a sub-region or municipality."""
    return next((m.name for m in municipalities() if m.code == place), place)


def rules_table(chosen: Choice, place: str) -> str:
    """Return the number under each counting rule, with its interval and its own date."""
    rows = []
    for code in COUNTING:
        answer = counted(replace(chosen, counting=code), place)
        share = per_thousand(answer, inhabitants(place))
        high = upper(answer)
        rows.append(
            (
                LABELS["counting"][code].capitalize(),
                as_shown(answer).text,
                f"tot {high.text}" if high else "–",
                number(share, 2) if share is not None else "–",
                unbroken(days(replace(chosen, counting=code), place)),
            )
        )
    columns = ("Telregel", "Aantal", "Met het onbekende erbij", PER.capitalize(), "Stand")
    return wide(as_table_html(rows, columns, f"{place_name(place)} onder elke telregel, {chosen.span}"))


def course(chosen: Choice, place: str) -> Chart | None:
    """Return the cumulative course without a target path, or None when no step may be shown."""
    found = points(chosen.period, chosen.as_of, chosen.counting, place)
    if not any(point.shown.value for point in found):
        return None
    start, end = chosen.period.start, chosen.period.end
    mark = chosen.stop if chosen.stop < end else None
    return burn_up(found, None, start, end, unit=chosen.metric.unit, reference=mark)


def parts(chosen: Choice, place: str, dimension: str) -> tuple[Drawing | None, str]:
    """Return the parts that may be shown as bars, and a sentence that names the ones that may not."""
    found, labels = _parts(chosen, place, dimension), LABELS[dimension] | {UNKNOWN: UNKNOWN}
    seen = [(labels[code], a) for code, a in found.items() if a.answer.state == "shown" and a.answer.value]
    seen.sort(key=lambda pair: -pair[1].answer.value)
    bars = [Part(label, as_shown(one.answer), one.when(chosen.period)) for label, one in seen]
    drawn = part_bars(bars, "plaatsingen", PARTS[dimension]) if bars else None
    return drawn, _left_out(labels, found)


def largest_part(chosen: Choice, place: str) -> str:
    """Return which kind of work holds most placements of those that may be shown."""
    found = _parts(chosen, place, "job_type")
    answers = {code: one.answer for code, one in found.items() if code != UNKNOWN}
    seen = {code: a.value for code, a in answers.items() if a.state == "shown" and a.value}
    if not seen:
        return f"Waaruit de plaatsingen in {place_name(place)} bestaan, is niet te tonen"
    most = max(seen, key=seen.get)
    return f"De grootste groep in {place_name(place)} is {LABELS['job_type'][most]}: {number(seen[most])}"


def facts(place: str) -> str:
    """Return inhabitants, sub-region, member of the board and membership of a municipality."""
    m = next((m for m in municipalities() if m.code == place), None)
    if m is None:
        names = join_words([m.name for m in municipalities() if m.subregion == place and m.inhabitants_2022])
        return definitions([("Gemeenten", names), ("Inwoners", _people(inhabitants(place)))])
    return definitions(
        [
            ("Inwoners", _people(m.inhabitants_2022)),
            ("Subregio", m.subregion),
            ("In het bestuur van het Werkbedrijf", m.board_member or "geen, de gemeente is geen lid meer"),
            ("Lid van de regio", _membership(m)),
        ]
    )


def _people(count: int | None) -> str:
    return f"{number(count)} (2022)" if count else "voor 2022 niet bekend: de gemeente is geen lid meer"


def _membership(m: Municipality) -> str:
    if m.valid_until:
        return f"tot en met {date_long(m.valid_until)}"
    return "ja, de hele periode"


def _left_out(labels: dict[str, str], found: dict[str, Counted]) -> str:
    states = {"below": f"Minder dan {CROSSED_LIMIT}", "shielded": "Afgeschermd"}
    said = []
    for state, words in states.items():
        names = [labels[code] for code, one in found.items() if one.answer.state == state]
        said += [f"{words}: {join_words(names)}."] if names else []
    return " ".join(said)


def _parts(chosen: Choice, place: str, dimension: str) -> dict[str, Counted]:
    data = database()
    return _crossed(data.identity, data.version, chosen.year, chosen.as_of, dimension, place, data)


@st.cache_data(show_spinner=False, max_entries=256)
def _crossed(
    identity: str, version: int, year: int | None, as_of: date, dimension: str, place: str, _data: Database
) -> dict[str, Counted]:
    span = span_of(year)
    codes = screen(span.chain_start, span.chain_end).codes(dimension)
    return {code: count(span, as_of, _part(dimension, code, place)) for code in codes}


def _part(dimension: str, code: str, place: str) -> Callable[[Screen, date], Disclosed]:
    return lambda numbers, day: numbers.crossed(dimension, code, place, day)
