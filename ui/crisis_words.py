"""The sentences about the crisis: what a line did since February 2020, and how its values read."""

from __future__ import annotations

from collections.abc import Sequence

from metrics.cells import REGION
from metrics.context import INDICATORS, LAST, PRESENT, Course, Point, swing
from reference.dutch import number, percent
from reference.load import members
from ui.crisis_data import COUNT, INDEX, PER, moment, source_words

STATES = {
    "bekend": "", "nihil": "nul", "geheim": "geheim", "onder-grens": "onder de grens van de bron",
    "nvt": "niet van toepassing", "onbekend": "onbekend", "niet-geleverd": "niet geleverd",
    "onvolledig": "niet van alle zeven gemeenten bekend",
}  # fmt: skip
STEPS = {1: "per maand", 3: "per kwartaal", 12: "per jaar"}


def place_name(place: str) -> str:
    """Return a place as a sentence uses it: 'de regio' or 'Velsen'."""
    if place == REGION:
        return "de regio"
    return next((one.name for one in members(LAST) if one.code == place), place)


def headline(course: Course, place: str) -> str:
    """Return what the series did since February 2020: its furthest point and its last one."""
    name, where = INDICATORS[course.indicator], place_name(place)
    points = course.places.get(place, ())
    told = swing(points)
    if told is not None:
        high = _apart(told.extreme, told.base)
        start = f"{name} in {where}: in {moment(told.extreme)} {high} {moment(told.base)}"
        if told.extreme == told.latest:
            return f"{start}, het verste punt en de laatste stand"
        return f"{start}, in {moment(told.latest)} {apart(told.latest.value / told.base.value - 1)}"
    known = [one for one in points if one.state in PRESENT]
    if not known:
        return f"{name} in {where}: nog geen cijfers geleverd"
    most, latest = max(known, key=lambda one: one.value), known[-1]
    high, last = value_text(most, COUNT), value_text(latest, COUNT)
    return f"{name} in {where}: {high} in {moment(most)}, {last} in {moment(latest)}"


def short(course: Course, place: str) -> str:
    """Return the headline of a small panel: the last value beside the base."""
    told = swing(course.places.get(place, ()))
    return f"{_apart(told.latest, told.base)} {moment(told.base)}" if told else ""


def about(course: Course) -> str:
    """Return unit, rhythm, scope, counting rule and source of a series."""
    unit = course.unit or "aantal, zoals de bron telt"
    part = f", alleen {course.dimension}" if course.dimension else ""
    region = "de som van de zeven gemeenten" if course.summed else "zoals de bron haar geeft"
    rhythm = f"{STEPS[course.step]}, naar {source_words(course)}"
    return f"{INDICATORS[course.indicator]}{part}, {unit}, {rhythm}. De regio is {region}."


def value_text(point: Point, view: str) -> str:
    """Return a value as text: '148', '12,3', or the word for why there is none; a star is provisional."""
    if point.value is None:
        return STATES[point.state]
    decimals = {INDEX: 0, PER: 1, COUNT: 0}[view] if point.value else 0
    return number(point.value, decimals) + ("*" if point.provisional else "")


def unknown(course: Course, place: str) -> list[str]:
    """Return what this line does not tell, as sentences."""
    points = course.places.get(place, ())
    name, items = INDICATORS[course.indicator], []
    for state, words in STATES.items():
        found = [one for one in points if one.state == state and state not in PRESENT]
        if found:
            items.append(f"{name}: {_span(found)} {words}. De lijn is daar open, niet nul.")
    provisional = [one for one in points if one.provisional]
    if provisional:
        items.append(f"{name}: {_span(provisional)} voorlopig; de bron kan dat nog bijstellen.")
    if course.left_out:
        other = "cijfers van een andere bron, eenheid, uitsplitsing of periode"
        items.append(f"{name}: {course.left_out} geleverde {other} staan niet in de lijn.")
    return items


def apart(share: float) -> str:
    """Return how far a value lies from the base: '14 % erboven'."""
    if abs(share) < 0.005:
        return "gelijk"
    return f"{percent(abs(share))} {'erboven' if share > 0 else 'eronder'}"


def _apart(one: Point, base: Point) -> str:
    share = one.value / base.value - 1
    if abs(share) < 0.005:
        return "gelijk aan"
    return f"{percent(abs(share))} {'boven' if share > 0 else 'onder'}"


def _span(points: Sequence[Point]) -> str:
    first, last = moment(points[0]), moment(points[-1])
    if len(points) == 1:
        return f"{first} is"
    return f"{len(points)} perioden ({first} tot en met {last}) zijn"
