"""The page about the crisis: its filters, its panels, its list of events and what it cannot tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from metrics.cells import REGION
from metrics.context import INDICATORS, INHABITANTS_YEAR, LAST, Course, Point
from reference.dutch import date_short, number
from reference.load import members
from ui.crisis_data import COUNT, INDEX, PER, VIEWS, Mark, best_view, line, moment
from ui.crisis_panels import Panel, panels, scale_of
from ui.crisis_titles import places_view
from ui.crisis_words import place_name, short, unknown, value_text
from ui.filters import ALL_PLACES
from ui.markup import link, safe
from ui.sections import address
from ui.shapes import Drawing

UNITS = {INDEX: "(februari 2020 = 100)", PER: "per 1.000 inwoners", COUNT: ""}


def choose() -> tuple[str, str, str]:
    """Draw the filters; return the code of the indicator, of the place and of the view."""
    names = {name: code for code, name in INDICATORS.items()}
    places = {ALL_PLACES: REGION} | {one.name: one.code for one in members(LAST)}
    views = {words: code for code, words in VIEWS.items()}
    help_text = f"Inwoners van {INHABITANTS_YEAR}, voor alle jaren dezelfde."
    series = st.selectbox("Reeks", list(names), key="reeks", bind="query-params")
    place = st.selectbox("Gebied", list(places), key="gebied", bind="query-params")
    view = st.selectbox("Weergave", list(views), key="weergave", bind="query-params", help=help_text)
    return names[series], places[place], views[view]


def key_line(place: str, has_beside: bool) -> str:
    """Return what the lines of the chart mean."""
    parts = [("line", place_name(place).capitalize() if place == REGION else place_name(place))]
    parts += [("other", "de hele regio")] if has_beside else []
    parts += [("open", "voorlopig"), ("dot", "actie of maatregel, met nummer")]
    items = "".join(f'<span><i class="rm-key-{css}"></i>{safe(word)}</span>' for css, word in parts)
    return f'<p class="rm-key" aria-hidden="true">{items}</p>'


def event_list(events: Mapping[date, Sequence[Mark]]) -> str:
    """Return the events with the number that they have on the line, with date, party and source."""
    items = []
    for number_, found in enumerate(events.values(), start=1):
        lines = "".join(_event(one) for one in found)
        items.append(f"<li><b>{number_}</b><div>{lines}</div></li>")
    return f'<ol class="rm-events">{"".join(items)}</ol>'


def all_series(found: Mapping[str, Course], place: str) -> Drawing:
    """Return every series of a place as an index on one scale; what has no index per 1.000 inhabitants."""
    views = {code: best_view(course, place, INDEX) for code, course in found.items()}
    lines = {code: line(course, place, views[code]) or () for code, course in found.items()}
    scale = scale_of([lines[code] for code in found if views[code] == INDEX], from_zero=False)
    shown = []
    for code, course in found.items():
        points, view = lines[code], views[code]
        own = scale if view == INDEX else scale_of([points], from_zero=True)
        text, remark = latest_text(points, view), _remark(course, place, view, points)
        to = _to(INDICATORS[code], place, view)
        shown.append(Panel(INDICATORS[code], text, remark, points, view, own, to))
    low, high = (number(end) for end in scale)
    key = (
        f"Een index loopt in elk vak van {low} tot {high}; 100 is februari 2020, de stippellijn. Een reeks "
        "zonder waarde in die maand staat per 1.000 inwoners, op een eigen schaal. Waar de lijn ophoudt, is "
        "er geen cijfer."
    )
    return panels(shown, key)


def per_place(course: Course, view: str) -> Drawing:
    """Return one series in each municipality, on one scale; absolute numbers are never set side by side."""
    shared = places_view(course, view)
    codes = [one for one in members(LAST) if one.code in course.places]
    lines = {one.code: line(course, one.code, shared) or () for one in codes}
    scale = scale_of(list(lines.values()), from_zero=shared == PER)
    shown = [
        Panel(
            one.name, latest_text(lines[one.code], shared), _when(lines[one.code]), lines[one.code], shared,
            scale, _to(INDICATORS[course.indicator], one.code, shared),
        )
        for one in codes
    ]  # fmt: skip
    decimals = 0 if shared == INDEX else 1
    low, high = (number(end, decimals) for end in scale)
    ends = f"Elk vak loopt van {low} tot {high} {UNITS[shared]}."
    return panels(shown, f"{ends} De stippellijn is februari 2020.")


def latest_text(points: Sequence[Point], view: str) -> str:
    """Return the last value of a line, or a word."""
    known = [one for one in points if one.value is not None]
    return value_text(known[-1], view) if known else "geen waarde"


def gaps(found: Mapping[str, Course], place: str) -> str:
    """Return what the page doesn't tell, as a list."""
    lacking = [name for code, name in INDICATORS.items() if code not in found]
    items = [f"Niet geleverd: {', '.join(lacking)}."] if lacking else []
    items += [sentence for course in found.values() for sentence in unknown(course, place)]
    items += [
        "Een actie op de lijn zegt wanneer zij begon, niet dat de lijn daardoor veranderde.",
        "De reeksen zijn niet gecorrigeerd voor het seizoen. Bij kleine aantallen zegt een index weinig.",
        f"Per 1.000 inwoners rekent alle jaren met de inwoners van {INHABITANTS_YEAR} (CBS), niet met de "
        "beroepsbevolking.",
        "Wie twee uitkeringen heeft, staat in twee reeksen: tel reeksen niet op.",
    ]
    return '<ul class="rm-gaps">' + "".join(f"<li>{safe(one)}</li>" for one in items) + "</ul>"


def _event(one: Mark) -> str:
    quiet = " · ".join(part for part in (one.words, f"bron: {one.source}" if one.source else "") if part)
    title = link(one.title, "/doe-agenda" if one.is_action else None)
    return f'<p>{safe(date_short(one.day))}: {title}</p><p class="rm-small">{safe(quiet)}</p>'


def _remark(course: Course, place: str, view: str, points: Sequence[Point]) -> str:
    told = short(course, place) if view == INDEX else UNITS[view]
    return ", ".join(part for part in (told, _when(points)) if part)


def _when(points: Sequence[Point]) -> str:
    known = [one for one in points if one.value is not None]
    return f"{moment(known[-1])}{', voorlopig' if known[-1].provisional else ''}" if known else ""


def _to(series: str, place: str, view: str) -> str:
    where = None if place == REGION else place_name(place)
    return address("crisis", {"reeks": series, "gebied": where, "weergave": VIEWS[view]})
