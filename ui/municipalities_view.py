"""The municipalities side by side: always per 1.000 inhabitants, because no source gives them a target."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from metrics.disclosure import Disclosed
from metrics.screen import REGION, SUBREGIONS
from reference.dutch import LABELS, date_long, join_words, number
from reference.load import Municipality, municipalities
from ui.municipality_numbers import PER, Choice, counted, days, inhabitants, late, per_thousand, present
from ui.ranked import ranked_bars
from ui.region_map import tile_map
from ui.shapes import Bar, Chart, Drawing, Shown, Tile
from ui.tables import as_table_html
from ui.view import as_shown, unbroken
from ui.words import is_word

NO_TARGET = (
    "De bronnen verdelen geen enkel doel over de gemeenten. Daarom vergelijken we niet met een doel, maar "
    "per 1.000 inwoners. Voor elk jaar nemen we de inwoners van 2022."
)


def rate(answer: Disclosed, people: int | None, unit: str) -> Shown:
    """Return a figure per 1.000 as text; a hidden count keeps its own unit, '< 5 garantiebanen'."""
    if (value := per_thousand(answer, people)) is not None:
        return Shown(number(value, 2), value)
    shown = as_shown(answer)
    return Shown(f"{shown.text} {unit}" if answer.state == "below" else shown.text, None, True)


def headline(chosen: Choice) -> str:
    """Return which municipality has most per 1.000 inhabitants, of those that may be shown."""
    rates = {m.name: per_thousand(counted(chosen, m.code), m.inhabitants_2022) for m in present()}
    seen = {name: round(value, 2) for name, value in rates.items() if value is not None}
    most = max(seen.values(), default=0)
    if not most:
        return f"Per gemeente is het aantal {chosen.metric.unit} nu niet te tonen"
    if len(seen) == 1:
        name, unit = next(iter(seen)), chosen.metric.unit
        return f"Alleen van {name} is het aantal te tonen: {number(most, 2)} {unit} {PER}"
    names = [name for name, value in seen.items() if value == most]
    verb = "telt" if len(names) == 1 else "tellen"
    of = "" if len(seen) == len(rates) else f" van de {len(seen)} gemeenten met een getal"
    return f"{join_words(names)} {verb} {PER} de meeste {chosen.metric.unit}{of}: {number(most, 2)}"


def descriptor(chosen: Choice) -> str:
    """Return what the figures are: metric, whose, period, rule and the year of the inhabitants."""
    return (
        f"{chosen.metric.label} van inwoners van de gemeente, {chosen.since}, per 1.000 inwoners van 2022; "
        f"telregel: {LABELS['counting'][chosen.counting]}. Een getal met een eigen datum is van die dag."
    )


def region_map(chosen: Choice) -> Drawing:
    """Return the seven tiles with their figure per 1.000 inhabitants; a tile leads to the profile."""
    tiles = [_tile(chosen, m) for m in present()]
    return tile_map(tiles, f"{chosen.metric.label} {PER}")


def ranking(chosen: Choice) -> Chart:
    """Return the municipalities from most to least per 1.000 inhabitants, hidden ones last."""
    found = [(m, counted(chosen, m.code)) for m in present()]
    found.sort(key=lambda pair: (-(per_thousand(pair[1], pair[0].inhabitants_2022) or -1), pair[0].name))
    unit = chosen.metric.unit
    bars = [Bar(f"{m.name}{late(chosen, m.code)}", rate(a, m.inhabitants_2022, unit)) for m, a in found]
    return ranked_bars(bars, f"{chosen.metric.unit} {PER}", column="Gemeente")


def areas_headline(chosen: Choice) -> str:
    """Return how the two sub-regions compare per 1.000 inhabitants."""
    rates = {name: per_thousand(counted(chosen, name), inhabitants(name)) for name in SUBREGIONS}
    if any(value is None for value in rates.values()):
        return "De subregio's zijn nog niet te vergelijken"
    least, most = sorted(rates, key=rates.get)
    if round(rates[least], 2) == round(rates[most], 2):
        return f"{least} en {most} tellen per 1.000 inwoners evenveel"
    return f"{most} telt per 1.000 inwoners meer dan {least}"


def areas_table(chosen: Choice) -> str:
    """Return the sub-regions and the region: count, per 1.000 inhabitants, and the date of the number."""
    columns = ("Gebied", chosen.metric.unit.capitalize(), PER.capitalize(), "Inwoners 2022", "Stand")
    rows = [_area_row(chosen, name) for name in (*SUBREGIONS, REGION)]
    return as_table_html(rows, columns, "De twee subregio's en de regio")


def former_members(chosen: Choice) -> str:
    """Return who left the region, with the number of the time that they belonged to it."""
    items = []
    for m in (m for m in municipalities() if m.valid_until):
        said = "voormalig, telt in deze periode niet mee"
        if m.is_member(chosen.period.start):
            shown = as_shown(counted(chosen, m.code))
            said = shown.text if is_word(shown) else f"{unbroken(shown.text)} {chosen.metric.unit}"
        items.append(f"{m.name} ({m.subregion}), lid tot en met {date_long(m.valid_until)}: {said}")
    return "; ".join(items) + ". De subregio's tellen hen in hun tijd mee, maar hun inwoners niet."


def place_href(name: str) -> str:
    """Return the address of a municipality's profile under the filters that show now."""
    shown = st.query_params.to_dict()
    kept = {key: shown[key] for key in ("peildatum", "periode", "telregel") if key in shown}
    return f"/gemeenten?{urlencode(kept | {'gebied': name})}"


def _tile(chosen: Choice, m: Municipality) -> Tile:
    answer = counted(chosen, m.code)
    shown = as_shown(answer) if answer.state != "shown" else rate(answer, m.inhabitants_2022, "")
    unit = chosen.metric.unit if shown.hidden else f"{PER}{late(chosen, m.code)}"
    return Tile(m.code, m.name, shown, unit, place_href(m.name))


def _area_row(chosen: Choice, place: str) -> tuple[str, ...]:
    answer, people = counted(chosen, place), inhabitants(place)
    value = per_thousand(answer, people)
    name = "Hele regio" if place == REGION else place
    text = number(value, 2) if value is not None else "–"
    return name, as_shown(answer).text, text, number(people), unbroken(days(chosen, place))
