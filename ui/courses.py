"""Courses over time: cumulative points that may be shown, each counted once per data version."""

from __future__ import annotations

from datetime import date

import streamlit as st

from metrics.cells import REGION
from reference.load import Target
from storage.database import Database
from ui.access import database, screen
from ui.shapes import TimePoint
from ui.view import as_shown, plain, standings, upper

# Rules that only move with the placements of their place: their own value is read at those dates.
_FOLLOWING = ("per25.5", "persons")


def course(target: Target, as_of: date, counting: str | None = None) -> list[TimePoint]:
    """Return a target's cumulative count up to a reference date, with its interval at every point."""
    numbers = screen(target.start, target.end)
    rule = counting or target.counting
    if target.metric in ("internships", "internships_extra"):
        days = [day for day, _ in numbers.internship_line(as_of)]
    elif target.scope.sector:
        days = [day for day, _ in numbers.sector_line(_moves(rule), target.scope.sector, as_of)]
    else:
        days = [day for day, _ in numbers.line(_moves(rule), as_of)]
    return [_point(target, day, counting) for day in days]


def line(start: date, end: date | None, counting: str, as_of: date, place: str = REGION) -> list[TimePoint]:
    """Return the cumulative points of a place since `start` that may be shown, without intervals."""
    data = database()
    points = _line(data.identity, data.version, start, end, counting, place, data)
    return [TimePoint(day, plain(value)) for day, value in points if day <= as_of]


def stock(start: date, end: date | None, counting: str, as_of: date) -> float | None:
    """Return what runs in the region on a reference date; None when it is too small to show."""
    data = database()
    return _stock(data.identity, data.version, start, end, counting, as_of, data)


def _moves(counting: str) -> str:
    return "placements" if counting in _FOLLOWING else counting


def _point(target: Target, day: date, counting: str | None) -> TimePoint:
    answer = standings([target.key], day, counting)[0].number
    shown, high = as_shown(answer), upper(answer)
    return TimePoint(day, shown, shown if high else None, high)


@st.cache_data(show_spinner=False, max_entries=1000)
def _line(
    identity: str, version: int, start: date, end: date | None, counting: str, place: str, _data: Database
) -> list[tuple[date, float]]:
    numbers = screen(start, end)
    return numbers.line(counting, numbers.end, place)


@st.cache_data(show_spinner=False, max_entries=1000)
def _stock(
    identity: str, version: int, start: date, end: date | None, counting: str, as_of: date, _data: Database
) -> float | None:
    return screen(start, end).active(counting, as_of)
