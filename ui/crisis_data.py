"""The series of the crisis and the events on them, read once per data version."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from metrics.agenda import END, HAARLEM, Action, narrowed, places_of
from metrics.cells import REGION
from metrics.context import FIRST, LAST, Course, Point, indexed, per_thousand
from metrics.context_read import courses
from reference.dutch import date_long, date_short
from reference.events import events
from reference.load import Municipality, documents, members, rules
from storage.database import Database
from ui.access import database
from ui.doe_agenda_data import actions

INDEX, PER, COUNT = "index", "per1000", "aantal"
VIEWS = {INDEX: "Index, februari 2020 = 100", PER: "Per 1.000 inwoners van 2022", COUNT: "Aantal"}


@dataclass(frozen=True)
class Mark:
    """Something that happened on a day. `words` names who and until when, `source` the document."""

    day: date
    title: str
    words: str
    source: str
    is_action: bool = False


def found_courses() -> Mapping[str, Course]:
    """Return the delivered series, keyed on the code of the indicator."""
    data = database()
    return _courses(data.identity, data.version, data)


def municipalities_of(place: str) -> list[Municipality]:
    """Return the municipalities of a place: one, or all seven."""
    return places_of(place, members(LAST)) or list(members(LAST))


def line(course: Course, place: str, view: str) -> tuple[Point, ...] | None:
    """Return the line of a place in a view; None where the view can't be made of it."""
    points = course.places.get(place)
    if not points or view == COUNT:
        return points
    return indexed(points) if view == INDEX else per_thousand(points, municipalities_of(place))


def best_view(course: Course, place: str, asked: str) -> str:
    """Return the view that was asked for, or the count per inhabitant, or else the plain count."""
    return next(view for view in (asked, PER, COUNT) if view == COUNT or line(course, place, view))


def marks(place: str) -> list[Mark]:
    """Return what happened in a place or for the whole region from 2019 to 2022, oldest first."""
    found = [
        Mark(one.day, one.title, "", f"{documents()[one.document].short}, r. {one.lines}")
        for one in events()
        if one.place is None or place in (REGION, one.place)
    ]
    local = rules()["T-RAA-04"]
    if place in (REGION, HAARLEM):
        words = "derde kwartaal 2020 tot en met 2021"
        source = f"{documents()[local.document].short}, r. {local.lines}"
        found.append(Mark(local.start, "Begin van de extra acties van Haarlem", words, source))
    acting = narrowed(actions(), places_of(place, members(END)), None, None)
    found += [_mark(one) for one in acting if one.start and FIRST <= one.start <= LAST]
    return sorted(found, key=lambda one: one.day)


def by_month(found: Sequence[Mark]) -> dict[date, list[Mark]]:
    """Return the events per month, keyed on the first of the month, oldest first."""
    months: dict[date, list[Mark]] = {}
    for one in found:
        months.setdefault(one.day.replace(day=1), []).append(one)
    return months


def _mark(one: Action) -> Mark:
    until = f"tot en met {date_short(one.end)}" if one.end else "einde onbekend"
    words = ", ".join(part for part in (one.owner, until) if part)
    return Mark(one.start, f"Actie {one.key}: {one.title}", words, "", is_action=True)


def source_words(course: Course) -> str:
    """Return the publisher of a course, as 'CBS' or 'bron zonder naam'."""
    return {"cbs": "CBS", "uwv": "UWV", "duo": "DUO"}.get(course.source, "bron zonder naam in de levering")


def moment(point: Point) -> str:
    """Return the period of a point: 'augustus 2020', '1e kwartaal 2020' or '2020'."""
    days = (point.last - point.first).days
    if days < 32:
        return date_long(point.first).split(" ", 1)[1]
    if days < 95:
        return f"{(point.first.month + 2) // 3}e kwartaal {point.first.year}"
    return str(point.first.year)


@st.cache_data(show_spinner=False, max_entries=8)
def _courses(identity: str, version: int, _data: Database) -> dict[str, Course]:
    return courses(_data)
