"""The municipalities side by side: always per 1.000 inhabitants, because no source gives them a target."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

import streamlit as st

from metrics.disclosure import Disclosed
from metrics.metric import Metric
from metrics.placements import COUNTING
from metrics.screen import REGION, SUBREGIONS
from reference.dutch import LABELS, date_long, date_short, join_words, number
from reference.load import Municipality, municipalities, targets
from storage.database import Database
from ui.access import database, screen
from ui.ranked import ranked_bars
from ui.region_map import tile_map
from ui.shapes import Bar, Chart, Drawing, Shown, Tile
from ui.tables import as_table_html
from ui.view import as_shown, unbroken
from ui.words import is_word

AGREEMENT = targets()["T-LSA-02"]
PER = "per 1.000 inwoners"
NO_TARGET = (
    "De bronnen verdelen geen enkel doel over de gemeenten. Daarom vergelijken we niet met een doel, maar "
    "per 1.000 inwoners. Voor elk jaar nemen we de inwoners van 2022."
)


@dataclass(frozen=True)
class Choice:
    """What the filters ask: a period that stops at the reference date, and a counting rule."""

    start: date
    end: date
    stop: date
    counting: str

    @property
    def metric(self) -> Metric:
        return COUNTING[self.counting]

    @property
    def span(self) -> str:
        return f"{date_short(self.start)} – {date_short(self.stop)}"

    @property
    def since(self) -> str:
        return f"van {date_long(self.start)} tot en met {date_long(self.stop)}"


def choice(as_of: date, year: int | None, counting: str | None) -> Choice | None:
    """Return the period and rule to count, or None when the period begins after the reference date."""
    start = date(year, 1, 1) if year else AGREEMENT.start
    end = date(year, 12, 31) if year else AGREEMENT.end
    return Choice(start, end, min(as_of, end), counting or AGREEMENT.counting) if start <= as_of else None


def counted(chosen: Choice, place: str) -> Disclosed:
    """Return what may be shown of the region, a sub-region or a municipality."""
    data = database()
    period = (chosen.start, chosen.end, chosen.stop)
    return _numbers(data.identity, data.version, *period, chosen.counting, data)[place]


def per_thousand(answer: Disclosed, inhabitants: int | None) -> float | None:
    """Return a count per 1.000 inhabitants of 2022; None where the count or the inhabitants are not known."""
    if answer.state != "shown" or not inhabitants:
        return None
    return 1000 * answer.value / inhabitants


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
    bars = [Bar(f"{m.name}{late(chosen, a)}", rate(a, m.inhabitants_2022, unit)) for m, a in found]
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
    columns = ("Gebied", chosen.metric.unit.capitalize(), PER.capitalize(), "Inwoners 2022", "Stand t/m")
    rows = [_area_row(chosen, name) for name in (*SUBREGIONS, REGION)]
    return as_table_html(rows, columns, "De twee subregio's en de regio")


def former_members(chosen: Choice) -> str:
    """Return who left the region, with the number of the time that they belonged to it."""
    items = []
    for m in (m for m in municipalities() if m.valid_until):
        said = "voormalig, telt in deze periode niet mee"
        if m.is_member(chosen.start):
            shown = as_shown(counted(chosen, m.code))
            said = shown.text if is_word(shown) else f"{unbroken(shown.text)} {chosen.metric.unit}"
        items.append(f"{m.name} ({m.subregion}), lid tot en met {date_long(m.valid_until)}: {said}")
    return "; ".join(items) + ". De subregio's tellen hen in hun tijd mee, maar hun inwoners niet."


def late(chosen: Choice, answer: Disclosed) -> str:
    """Return the date of a number that lags behind the reference date, else nothing."""
    if answer.state != "shown" or answer.as_of >= chosen.stop:
        return ""
    return " " + unbroken(f"(t/m {date_short(answer.as_of)})")


def present() -> list[Municipality]:
    """Return the seven municipalities of today, which is where the 2022 inhabitants are known."""
    return [m for m in municipalities() if m.inhabitants_2022]


def inhabitants(place: str) -> int | None:
    """Return the inhabitants of 2022 of the region, a sub-region or a municipality."""
    inside = [m for m in present() if place in (REGION, m.subregion, m.code)]
    return sum(m.inhabitants_2022 for m in inside) or None


def place_href(name: str) -> str:
    """Return the address of a municipality's profile under the filters that show now."""
    shown = st.query_params.to_dict()
    kept = {key: shown[key] for key in ("peildatum", "periode", "telregel") if key in shown}
    return f"/gemeenten?{urlencode(kept | {'gebied': name})}"


def _tile(chosen: Choice, m: Municipality) -> Tile:
    answer = counted(chosen, m.code)
    shown = rate(answer, m.inhabitants_2022, chosen.metric.unit)
    unit = "" if shown.hidden else f"{PER}{late(chosen, answer)}"
    return Tile(m.code, m.name, shown, unit, place_href(m.name))


def _area_row(chosen: Choice, place: str) -> tuple[str, ...]:
    answer, people = counted(chosen, place), inhabitants(place)
    value = per_thousand(answer, people)
    name = "Hele regio" if place == REGION else place
    text = number(value, 2) if value is not None else "–"
    return name, as_shown(answer).text, text, number(people), date_short(answer.as_of)


@st.cache_data(show_spinner=False, max_entries=256)
def _numbers(
    identity: str, version: int, start: date, end: date, stop: date, counting: str, _data: Database
) -> dict[str, Disclosed]:
    found = screen(start, end)
    places = (*SUBREGIONS, REGION, *(m.code for m in municipalities()))
    return {place: found.placed(counting, stop, place) for place in places}
