"""The line of one series with every action and measure as a numbered event on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from metrics.context import FIRST, LAST, Point
from reference.dutch import month_name
from ui import palette
from ui.chart_base import SMALL, bold, figure, safe
from ui.crisis_data import INDEX, Mark, moment
from ui.crisis_words import value_text
from ui.shapes import Chart, Table
from ui.time_axis import BELOW, time_axis

HEIGHT, LANE = 430, 20
APART = 3  # months between two numbers on one lane, so that they stay apart on a phone


def event_line(
    points: Sequence[Point],
    name: str,
    view: str,
    unit: str,
    events: Mapping[date, Sequence[Mark]],
    beside: tuple[str, Sequence[Point]] | None = None,
) -> Chart:
    """Return the line of a place, with that of the region in grey `beside` it, and the events on it.

    A period without a value interrupts the line; provisional values are dotted. An event on such a gap stands
    on the foot of the chart.
    """
    others = beside[1] if beside else ()
    low, high = _reach([*points, *others], view)
    lanes = _lanes(list(events))
    data = [_trace(others, palette.PREVIOUS, 2, view, unit)] if others else []
    data += _own(points, view, unit) + [_dots(points, events, low, view)]
    drawn = figure(
        data,
        HEIGHT + LANE * (max(lanes.values(), default=0) + 1),
        hovermode="closest",
        margin={"l": 0, "r": 8, "t": 10 + LANE * (max(lanes.values(), default=0) + 1), "b": BELOW},
        xaxis=time_axis((FIRST, LAST)),
        yaxis={"range": [low, high], "nticks": 6, "tickformat": ",.0f" if high - low > 5 else ",.1f",
               "automargin": True, "ticklabelstandoff": 6},
        annotations=[_number(n, day, lanes[day]) for n, day in enumerate(events, start=1)],
        shapes=[*_stems(points, events, low, high), *([_hundred()] if view == INDEX else [])],
    )  # fmt: skip
    return Chart(drawn, _alt(points, name, view, unit, events), _table(points, name, view, events, beside))


def _own(points: Sequence[Point], view: str, unit: str) -> list[dict]:
    """Return the line in two parts: settled, and from there on provisional and dotted."""
    start = next((i for i, one in enumerate(points) if one.provisional), len(points))
    settled = _trace(points[:start], palette.ACTUAL, 4, view, unit)
    if start == len(points):
        return [settled]
    tail = _trace(points[max(start - 1, 0) :], palette.ACTUAL, 4, view, unit)
    return [settled, tail | {"line": {"color": palette.ACTUAL, "width": 3, "dash": "dot"}}]


def _trace(points: Sequence[Point], colour: str, width: float, view: str, unit: str) -> dict[str, Any]:
    hover = [f"{safe(moment(one))}<br>{bold(value_text(one, view))} {safe(unit)}" for one in points]
    return {
        "type": "scatter", "mode": "lines", "connectgaps": False, "x": [_x(one) for one in points],
        "y": [one.value for one in points], "text": hover, "hoverinfo": "text",
        "line": {"color": colour, "width": width},
    }  # fmt: skip


def _dots(
    points: Sequence[Point], events: Mapping[date, Sequence[Mark]], low: float, view: str
) -> dict[str, Any]:
    hover = []
    for number, (day, found) in enumerate(events.items(), start=1):
        at = _at(points, day)
        value = value_text(at, view) if at else "geen cijfer"
        titles = "<br>".join(safe(one.title) for one in found)
        hover.append(f"{bold(str(number))} {month_name(day.month)} {day.year}: {safe(value)}<br>{titles}")
    edge = {"color": palette.PAPER, "width": 2}
    return {
        "type": "scatter", "mode": "markers", "x": [_middle(day) for day in events],
        "y": [_height(points, day, low) for day in events], "text": hover, "hoverinfo": "text",
        "marker": {"size": 12, "color": palette.ATTENTION, "line": edge}, "cliponaxis": False,
    }  # fmt: skip


def _stems(
    points: Sequence[Point], events: Mapping[date, Sequence[Mark]], low: float, high: float
) -> list[dict]:
    line = {"color": palette.PREVIOUS, "width": 1, "dash": "dot"}
    ends = [(_middle(day), _height(points, day, low)) for day in events]
    look = {"type": "line", "y1": high, "line": line, "layer": "below"}
    return [{**look, "x0": x, "x1": x, "y0": y} for x, y in ends]


def _number(number: int, day: date, lane: int) -> dict[str, Any]:
    font = {"size": SMALL, "color": palette.ATTENTION}
    return {"text": bold(str(number)), "x": _middle(day), "xref": "x", "y": 1, "yref": "paper",
            "yshift": 10 + LANE * lane, "showarrow": False, "font": font, "yanchor": "middle"}  # fmt: skip


def _hundred() -> dict[str, Any]:
    line = {"color": palette.TARGET, "width": 1.5, "dash": "dash"}
    ends = {"x0": 0, "x1": 1, "y0": 100, "y1": 100}
    return {"type": "line", "xref": "paper", "yref": "y", "layer": "below", "line": line, **ends}


def _lanes(days: Sequence[date]) -> dict[date, int]:
    """Return for each event how high its number stands, so that no two numbers touch."""
    found: dict[date, int] = {}
    ends: list[int] = []
    for day in days:
        month = day.year * 12 + day.month
        lane = next((i for i, last in enumerate(ends) if month - last >= APART), len(ends))
        ends[lane : lane + 1] = [month]
        found[day] = lane
    return found


def _reach(points: Sequence[Point], view: str) -> tuple[float, float]:
    values = [one.value for one in points if one.value is not None] or [0, 1]
    if view == INDEX:
        air = max((max(values) - min(values)) * 0.08, 3)
        return min(*values, 100) - air, max(*values, 100) + air
    return 0, max(values) * 1.08 or 1


def _at(points: Sequence[Point], day: date) -> Point | None:
    return next((one for one in points if one.first <= day <= one.last and one.value is not None), None)


def _height(points: Sequence[Point], day: date, low: float) -> float:
    found = _at(points, day)
    return low if found is None else found.value


def _x(one: Point) -> str:
    return (one.first + (one.last - one.first) / 2).isoformat()


def _middle(day: date) -> str:
    return (day + timedelta(days=14)).isoformat()


def _alt(points: Sequence[Point], name: str, view: str, unit: str, events: Mapping) -> str:
    known = [one for one in points if one.value is not None]
    if not known:
        return f"Lijn van {name}: geen cijfers."
    ends = f"van {value_text(known[0], view)} in {moment(known[0])} tot {value_text(known[-1], view)}"
    last = f"in {moment(known[-1])}, met {len(events)} maanden met een gebeurtenis"
    return f"Lijn van {name}, {unit}: {ends} {last}."


def _table(
    points: Sequence[Point], name: str, view: str, events: Mapping, beside: tuple[str, Sequence[Point]] | None
) -> Table:
    """Periods down; a star is provisional, a word says why there is no value."""
    numbers = {day: str(number) for number, day in enumerate(events, start=1)}
    other = {one.first: value_text(one, view) for one in beside[1]} if beside else {}
    rows = []
    for one in points:
        on = ", ".join(number for day, number in numbers.items() if one.first <= day <= one.last)
        extra = (other.get(one.first, "–"),) if beside else ()
        rows.append((moment(one), value_text(one, view), *extra, on or "–"))
    return Table(("Periode", name, *((beside[0],) if beside else ()), "Gebeurtenis"), tuple(rows))
