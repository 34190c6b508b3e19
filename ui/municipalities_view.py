"""The municipalities side by side: always per 1.000 inhabitants, because no source gives them a target."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from metrics.cells import REGION, SUBREGIONS
from metrics.disclosure import Disclosed
from reference.dutch import LABELS, date_long, join_words, number
from reference.load import Municipality, municipalities
from ui.municipality_numbers import (
    PER,
    Choice,
    counted,
    days,
    inhabitants,
    is_comparable,
    late,
    per_thousand,
    present,
)
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
    """Return which municipality has most per 1.000 inhabitants, of those whose days can be compared."""
    rates = {m.name: _rate(chosen, m.code) for m in present() if is_comparable(chosen, m.code)}
    most = max(rates.values(), default=0)
    if not most:
        return f"Per gemeente is het aantal {chosen.metric.unit} over deze dagen niet te vergelijken"
    if len(rates) == 1:
        return f"Alleen van {next(iter(rates))} is er een getal over deze dagen: {number(most, 2)} {PER}"
    names = [name for name, value in rates.items() if value == most]
    verb = "telt" if len(names) == 1 else "tellen"
    of = "" if len(rates) == len(present()) else f" van de {len(rates)} gemeenten die te vergelijken zijn"
    return f"{join_words(names)} {verb} {PER} de meeste {chosen.metric.unit}{of}: {number(most, 2)}"


def not_comparable(chosen: Choice) -> str:
    """Return which municipalities have a number over days that differ too much; empty when none has."""
    names = [
        m.name
        for m in present()
        if counted(chosen, m.code).state == "shown" and not is_comparable(chosen, m.code)
    ]
    if not names:
        return ""
    return (
        f"Bij {join_words(names)} gaat het getal over dagen die samen meer dan twee maanden afwijken. "
        "Een klein aantal verandert pas als er genoeg bij zijn gekomen. Vergelijk deze niet met de andere."
    )


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
    found.sort(key=lambda pair: (not is_comparable(chosen, pair[0].code), -_rate(chosen, pair[0].code)))
    unit = chosen.metric.unit
    bars = [Bar(f"{m.name}{late(chosen, m.code)}", rate(a, m.inhabitants_2022, unit)) for m, a in found]
    return ranked_bars(bars, f"{chosen.metric.unit} {PER}", column="Gemeente")


def areas_headline(chosen: Choice) -> str:
    """Return how the two sub-regions compare per 1.000 inhabitants."""
    if not all(is_comparable(chosen, name) for name in SUBREGIONS):
        return "De subregio's zijn over deze dagen niet te vergelijken"
    rates = {name: _rate(chosen, name) for name in SUBREGIONS}
    least, most = sorted(rates, key=rates.get)
    if rates[least] == rates[most]:
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


def _rate(chosen: Choice, place: str) -> float:
    """The figure as it is written, with two decimals; -1 where none may be shown, so that it sorts last."""
    value = per_thousand(counted(chosen, place), inhabitants(place))
    return -1.0 if value is None else round(value, 2)


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
