"""The paths of the what-if page in one chart: what was counted, and where every scenario leads."""

from __future__ import annotations

from datetime import date

from metrics.scenario_outcome import Outcome
from metrics.scenario_path import path
from metrics.scenario_words import figure as figure_text
from metrics.scenario_words import units
from reference.dutch import date_long, date_short
from ui import palette, what_if_chance
from ui.burnup_plot import HEIGHT, MARGIN
from ui.chart_base import SMALL, bold, figure, safe
from ui.shapes import Chart, Table
from ui.time_axis import count_axis, time_axis
from ui.what_if_view import NOW, View, end_text, sign_text

DASHES = {NOW: "dot", "a": "solid", "b": "dash", "c": "longdash", "d": "dashdot"}


def paths(found: View) -> Chart | None:
    """Return the past and the path of every scenario with an end date; None when there is nothing to draw."""
    drawn = {sign: _points(one, found.as_of) for sign, one in found.shown.items()}
    drawn = {sign: points for sign, points in drawn.items() if points}
    if not drawn:
        return None
    past = _past(found)
    last = max(found.shown[sign].target.end for sign in drawn)
    band = _fan(found)
    values = [value for points in (past, *drawn.values()) for _, value in points]
    values += [value for area in band for value in area["y"]]
    goals = [found.shown[sign].progress.target_value or 0 for sign in drawn]
    data = [*band, *([_line(past, palette.ACTUAL, "solid", 4)] if past else [])]
    data += [_line(points, _colour(sign, found), DASHES[sign], 3) for sign, points in drawn.items()]
    ends = _ends(drawn, found)
    room = 12 + max(9 * len(one["text"].removeprefix("<b>").removesuffix("</b>")) for one in ends)
    chart = figure(
        data,
        HEIGHT,
        hovermode="closest",
        margin=MARGIN | {"r": room},
        xaxis=time_axis((found.target.start, last)) | {"nticks": 6, "tickangle": 0},
        yaxis=count_axis(1.12 * max([4, *values, *goals])),
        annotations=[*ends, *_aims(drawn, found)],
        shapes=_goals(drawn, found),
    )
    return Chart(chart, _alt(drawn, found), _table(past, drawn, found))


def _points(one: Outcome, as_of: date) -> list[tuple[date, float]]:
    if one.course is None or one.target.end is None:
        return []
    return path(one.course, min(as_of, one.target.end), one.target.end)


def _past(found: View) -> list[tuple[date, float]]:
    target, base = found.target, found.base
    if base.number is None:
        return []
    stop = min(found.as_of, target.end or found.as_of)
    points = what_if_chance.past(target, stop)
    origin = [(target.start, 0.0)]
    last = [(base.number.as_of, base.amount.value)] if base.number.state == "shown" else []
    last = [one for one in last if points and one[0] > points[-1][0]]
    return [*origin, *points, *last] if points else []


def _fan(found: View) -> list[dict]:
    ahead = what_if_chance.fan(what_if_chance.forecast(found.target, found.as_of, found.main))
    if not ahead:
        return []
    days = [point.day.isoformat() for point in ahead]
    band = [*(p.high.value for p in ahead), *(p.low.value for p in reversed(ahead))]
    fill = {"fill": "toself", "fillcolor": palette.see_through(palette.FORECAST, 0.16), "line": {"width": 0}}
    return [_base([*days, *reversed(days)], band, hoverinfo="skip") | fill]


def _base(x: list, y: list, **more) -> dict:
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, **more}


def _line(points: list[tuple[date, float]], colour: str, dash: str, width: float) -> dict:
    hover = [f"{safe(date_long(day))}<br>{bold(figure_text(value))}" for day, value in points]
    style = {"line": {"color": colour, "width": width, "dash": dash}, "text": hover, "hoverinfo": "text"}
    return _base([day.isoformat() for day, _ in points], [value for _, value in points], **style)


def _colour(sign: str, found: View) -> str:
    if sign == NOW:
        return palette.ACTUAL
    return palette.FORECAST if found.shown[sign] is found.main else palette.MUTED


def _ends(drawn: dict, found: View) -> list[dict]:
    """The sign and end value at the end of every path; ends that lie close share a label."""
    groups: list[tuple[date, float, list[str]]] = []
    top = max(value for points in drawn.values() for _, value in points) or 1
    for sign, points in drawn.items():
        day, value = points[-1]
        near = [one for one in groups if one[0] == day and abs(one[1] - value) < 0.06 * top]
        if near:
            near[0][2].append(sign)
        else:
            groups.append((day, value, [sign]))
    return [_end_label(day, signs, drawn, found) for day, _, signs in groups]


def _end_label(day: date, signs: list[str], drawn: dict, found: View) -> dict:
    words = ", ".join(f"{sign_text(sign)} {end_text(found.shown[sign])}" for sign in signs)
    value = drawn[signs[0]][-1][1]
    look = {"font": {"size": SMALL, "color": _colour(signs[-1], found)}, "showarrow": False}
    behind = {"bgcolor": palette.see_through(palette.PAPER, 0.8), "borderpad": 1}
    place = {"xanchor": "left", "xshift": 6, "yanchor": "middle", **behind}
    return {"x": day.isoformat(), "y": value, "text": bold(words), **look, **place}


def _wanted(drawn: dict, found: View) -> dict[tuple[date, float], list[str]]:
    """Goal and deadline, with the signs that share them."""
    wanted: dict[tuple[date, float], list[str]] = {}
    for sign in drawn:
        one = found.shown[sign]
        if one.progress.target_value is not None:
            wanted.setdefault((one.target.end, one.progress.target_value), []).append(sign)
    return wanted


def _goals(drawn: dict, found: View) -> list[dict]:
    look = {"type": "line", "line": {"color": palette.TARGET, "width": 1.5, "dash": "dot"}, "opacity": 0.6}
    origin = {"x0": found.target.start.isoformat(), "y0": 0}
    return [{**look, **origin, "x1": day.isoformat(), "y1": value} for day, value in _wanted(drawn, found)]


def _aims(drawn: dict, found: View) -> list[dict]:
    labels = []
    for (day, value), signs in _wanted(drawn, found).items():
        who = "" if len(signs) == len(drawn) else f" {', '.join(map(sign_text, signs))}"
        look = {"font": {"size": SMALL, "color": palette.TARGET}, "showarrow": False}
        place = {"xanchor": "right", "xshift": -4, "yanchor": "bottom", "yshift": 2}
        text = bold(f"doel{who} {figure_text(value)}")
        labels.append({"x": day.isoformat(), "y": value, "text": text, **look, **place})
    return labels


def _alt(drawn: dict, found: View) -> str:
    unit = units(found.base)[1]
    ends = [
        f"{sign_text(sign)}: {figure_text(points[-1][1])} op {date_long(points[-1][0])}"
        for sign, points in drawn.items()
    ]
    return f"Lijngrafiek van opgetelde {unit} vanaf {date_long(found.target.start)}. " + "; ".join(ends) + "."


def _table(past: list, drawn: dict, found: View) -> Table:
    rows = [(date_short(day), "geteld", figure_text(value)) for day, value in past]
    for sign, points in drawn.items():
        rows += [(date_short(day), sign_text(sign), figure_text(value)) for day, value in points]
    return Table(("Datum", "Scenario", units(found.base)[1].capitalize()), tuple(rows))
