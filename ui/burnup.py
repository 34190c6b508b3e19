"""The burn-up: what was reached so far, beside the straight path to the target."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from reference.dutch import date_long
from ui import palette
from ui.burnup_plot import HEIGHT, MARGIN, Plot
from ui.burnup_text import alt_text, labels, table
from ui.chart_base import bold, figure, safe
from ui.shapes import Chart, Published, Shown, TimePoint
from ui.time_axis import count_axis, time_axis

FEW = 24


def burn_up(
    points: Sequence[TimePoint],
    target: Shown | None,
    start: date,
    end: date,
    *,
    unit: str,
    published: Sequence[Published] = (),
    reference: date | None = None,
    forecast: Sequence[TimePoint] = (),
) -> Chart:
    """The cumulative count since `start`, the dashed path to `target` on `end`, published figures as marks.

    Hidden points are left out and the line runs straight between their neighbours; the table names them.
    `forecast` continues the line from the last point, with the band that `low` and `high` give.
    """
    plot = Plot(points, target, start, end, published, reference, forecast)
    drawn = figure(
        _traces(plot, unit),
        HEIGHT,
        hovermode="closest",
        margin=MARGIN,
        xaxis=time_axis((plot.first_day, plot.last_day)),
        yaxis=count_axis(plot.top),
        annotations=labels(plot),
        shapes=_reference_line(reference),
    )
    return Chart(drawn, alt_text(plot, unit), table(plot, unit))


def _traces(plot: Plot, unit: str) -> list[dict]:
    """From back to front: bands, path, forecast, course, published figures."""
    data = [*_band(plot.actual, palette.ACTUAL), *_band(plot.ahead, palette.FORECAST)]
    data += [_path(plot)] if plot.goal is not None else []
    data += [_ahead(plot)] if plot.ahead else []
    data += _actual(plot, unit) if plot.actual else []
    return data + ([_diamonds(plot.published, unit)] if plot.published else [])


def _line(days: Sequence[date], values: Sequence[float], **more: Any) -> dict:
    base = {"type": "scatter", "mode": "lines", "hoverinfo": "skip"}
    return {**base, "x": [d.isoformat() for d in days], "y": list(values), **more}


def _dots(days: Sequence[date], values: Sequence[float], hover: list[str], marker: dict) -> dict:
    look = {"mode": "markers", "marker": marker, "text": hover, "hoverinfo": "text", "cliponaxis": False}
    return _line(days, values, **look)


def _path(plot: Plot) -> dict:
    dashed = {"color": palette.TARGET, "width": 2.5, "dash": "dash"}
    return _line((plot.start, plot.end), (0, plot.goal), line=dashed)


def _ahead(plot: Plot) -> dict:
    dotted = {"color": palette.FORECAST, "width": 3, "dash": "dot"}
    return _line([p.day for p in plot.ahead], [p.shown.value for p in plot.ahead], line=dotted)


def _band(points: Sequence[TimePoint], colour: str) -> list[dict]:
    """The area between low and high; where a point has none, the band is as thin as the line."""
    if not any(p.low and p.high for p in points):
        return []
    days = [p.day for p in points]
    highs, lows = [_end(p.high, p) for p in points], [_end(p.low, p) for p in points]
    area = {"fill": "toself", "fillcolor": palette.see_through(colour, 0.18), "line": {"width": 0}}
    return [_line([*days, *reversed(days)], [*highs, *reversed(lows)], **area)]


def _end(end: Shown | None, point: TimePoint) -> float:
    return point.shown.value if end is None or end.drawable is None else end.drawable


def _actual(plot: Plot, unit: str) -> list[dict]:
    days, values = [p.day for p in plot.actual], [p.shown.value for p in plot.actual]
    origin = ([plot.start], [0]) if days[0] > plot.start else ([], [])
    thick = {"color": palette.ACTUAL, "width": 4}
    sizes = [7 if len(days) <= FEW else 0] * (len(days) - 1) + [13]
    edge = {"color": palette.PAPER, "width": 1}
    hover = [f"{safe(date_long(p.day))}<br>{bold(p.shown.text)} {safe(unit)}" for p in plot.actual]
    marker = {"size": sizes, "color": palette.ACTUAL, "opacity": 1, "line": edge}
    line = _line([*origin[0], *days], [*origin[1], *values], line=thick)
    return [line, _dots(days, values, hover, marker)]


def _diamonds(published: Sequence[Published], unit: str) -> dict:
    edge = {"color": palette.TEXT, "width": 2.5}
    marker = {"symbol": "diamond", "size": 14, "color": palette.PAPER, "line": edge}
    hover = [f"{safe(p.label)}<br>{bold(p.shown.text)} {safe(unit)}" for p in published]
    return _dots([p.day for p in published], [p.shown.value for p in published], hover, marker)


def _reference_line(reference: date | None) -> list[dict]:
    if reference is None:
        return []
    ends = {"x0": reference.isoformat(), "x1": reference.isoformat(), "y0": 0, "y1": 1}
    line = {"color": palette.PREVIOUS, "width": 1.5, "dash": "dot"}
    return [{"type": "line", "xref": "x", "yref": "paper", "layer": "below", "line": line, **ends}]
