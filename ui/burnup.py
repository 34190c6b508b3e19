"""The burn-up: what was reached so far, beside the straight path to the target."""

from collections.abc import Sequence
from datetime import date

from reference.dutch import date_long, date_short
from ui import palette
from ui.chart_base import SMALL, bold, coloured, figure, safe
from ui.placing import Label, place
from ui.shapes import Chart, Published, Shown, Table, TimePoint
from ui.time_axis import BELOW, time_axis
from ui.words import interval

HEIGHT, ABOVE = 420, 26
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
    plot = _Plot(points, target, start, end, published, reference, forecast)
    data = [*_band(plot.actual, palette.ACTUAL), *_band(plot.ahead, palette.FORECAST)]
    data += [_path(plot)] if plot.goal is not None else []
    data += [_ahead_line(plot)] if plot.ahead else []
    data += _actual(plot, unit)
    data += [_diamonds(plot.published, unit)] if plot.published else []
    chart = figure(
        data,
        HEIGHT,
        hovermode="closest",
        margin={"l": 0, "r": 8, "t": ABOVE, "b": BELOW},
        xaxis=time_axis((plot.first_day, plot.last_day)),
        yaxis={
            "range": [0, plot.top],
            "nticks": 6,
            "tickformat": ",.0f",
            "automargin": True,
            "rangemode": "tozero",
        },
        annotations=_labels(plot),
        shapes=_reference_line(reference),
    )
    return Chart(chart, _alt(plot, points, unit), _table(plot, points, published, unit))


class _Plot:
    """The drawable part of what was given, and where it lies in the plot."""

    def __init__(self, points, target, start, end, published, reference, forecast) -> None:
        self.start, self.end, self.reference, self.target = start, end, reference, target
        self.actual = [p for p in points if p.shown.drawable is not None]
        self.ahead = [self.actual[-1], *_drawable(forecast)] if self.actual and _drawable(forecast) else []
        self.published = [p for p in published if p.shown.drawable is not None]
        self.goal = target.drawable if target is not None else None
        days = [start, end, *(p.day for p in (*self.actual, *self.ahead, *self.published))]
        self.first_day, self.last_day = min(days), max([*days, *([reference] if reference else [])])
        self.top = 1.12 * max([self.goal or 0, 4, *self._heights()])

    def _heights(self) -> list[float]:
        shown = [s for p in (*self.actual, *self.ahead) for s in (p.shown, p.high)]
        shown += [p.shown for p in self.published]
        return [s.drawable for s in shown if s is not None and s.drawable is not None]

    def share(self, day: date, value: float) -> tuple[float, float]:
        """Place of a value in the plot, both from 0 to 1."""
        width = max((self.last_day - self.first_day).days, 1)
        return (day - self.first_day).days / width, value / self.top

    def line(self, points: Sequence[TimePoint]) -> list[tuple[float, float]]:
        return [self.share(p.day, p.shown.value) for p in points]


def _drawable(points: Sequence[TimePoint]) -> list[TimePoint]:
    return [p for p in points if p.shown.drawable is not None]


def _line(days: Sequence[date], values: Sequence[float], **more) -> dict:
    base = {"type": "scatter", "mode": "lines", "hoverinfo": "skip"}
    return {**base, "x": [d.isoformat() for d in days], "y": list(values), **more}


def _path(plot: _Plot) -> dict:
    dashed = {"color": palette.TARGET, "width": 2.5, "dash": "dash"}
    return _line((plot.start, plot.end), (0, plot.goal), line=dashed)


def _ahead_line(plot: _Plot) -> dict:
    dotted = {"color": palette.FORECAST, "width": 3, "dash": "dot"}
    return _line([p.day for p in plot.ahead], [p.shown.value for p in plot.ahead], line=dotted)


def _band(points: Sequence[TimePoint], colour: str) -> list[dict]:
    """The area between low and high; where a point has none, the band is as thin as the line."""
    if not any(p.low and p.high for p in points):
        return []
    highs = [_end(p.high, p) for p in points]
    lows = [_end(p.low, p) for p in points]
    days = [p.day for p in points]
    area = {"fill": "toself", "fillcolor": palette.see_through(colour, 0.18), "line": {"width": 0}}
    return [_line([*days, *reversed(days)], [*highs, *reversed(lows)], **area)]


def _end(end: Shown | None, point: TimePoint) -> float:
    return point.shown.value if end is None or end.drawable is None else end.drawable


def _actual(plot: _Plot, unit: str) -> list[dict]:
    if not plot.actual:
        return []
    days, values = [p.day for p in plot.actual], [p.shown.value for p in plot.actual]
    thick = {"color": palette.ACTUAL, "width": 4}
    origin = ([plot.start], [0]) if days[0] > plot.start else ([], [])
    few = len(days) <= FEW
    sizes = [7 if few else 0] * (len(days) - 1) + [13]
    hover = [f"{safe(date_long(p.day))}<br>{bold(p.shown.text)} {safe(unit)}" for p in plot.actual]
    marker = {
        "size": sizes,
        "color": palette.ACTUAL,
        "opacity": 1,
        "line": {"color": palette.PAPER, "width": 1},
    }
    dots = {"mode": "markers", "marker": marker, "text": hover, "hoverinfo": "text", "cliponaxis": False}
    return [_line([*origin[0], *days], [*origin[1], *values], line=thick), _line(days, values, **dots)]


def _diamonds(published: Sequence[Published], unit: str) -> dict:
    marker = {
        "symbol": "diamond",
        "size": 14,
        "color": palette.PAPER,
        "line": {"color": palette.TEXT, "width": 2.5},
    }
    hover = [f"{safe(p.label)}<br>{bold(p.shown.text)} {safe(unit)}" for p in published]
    dots = {"mode": "markers", "marker": marker, "text": hover, "hoverinfo": "text", "cliponaxis": False}
    return _line([p.day for p in published], [p.shown.value for p in published], **dots)


def _labels(plot: _Plot) -> list[dict]:
    """Direct labels, most important first: they choose their place in that order."""
    wanted: list[tuple[date, float, str, str]] = []
    if plot.actual:
        last = plot.actual[-1]
        wanted.append(
            (last.day, last.shown.value, f"{date_short(last.day)}: {last.shown.text}", palette.ACTUAL)
        )
    if plot.goal is not None:
        wanted.append((plot.end, plot.goal, f"doel {plot.target.text}", palette.TARGET))
    if plot.ahead:
        last = plot.ahead[-1]
        between = interval(last.low, last.high)
        text = f"prognose {last.shown.text}" + (f" ({between})" if between else "")
        wanted.append((last.day, last.shown.value, text, palette.FORECAST))
    wanted += [(p.day, p.shown.value, f"{p.label}: {p.shown.text}", palette.TEXT) for p in plot.published]
    path = [plot.share(plot.start, 0), plot.share(plot.end, plot.goal)] if plot.goal is not None else []
    lines = [path, [plot.share(plot.start, 0), *plot.line(plot.actual)], plot.line(plot.ahead)]
    spots = [Label(text, *plot.share(day, value)) for day, value, text, _ in wanted]
    places = place(spots, HEIGHT - ABOVE - BELOW, lines)
    return [_label(w, p) for w, p in zip(wanted, places, strict=True)] + _reference_label(plot.reference)


def _label(wanted: tuple[date, float, str, str], spot) -> dict:
    day, value, text, colour = wanted
    shift = {"xanchor": spot.anchor, "xshift": spot.xshift, "yshift": spot.yshift, "yanchor": "middle"}
    # A paper-coloured ground keeps a grid line from striking through the text.
    ground = {"bgcolor": palette.see_through(palette.PAPER, 0.8), "borderpad": 0, "showarrow": False}
    font = {"size": SMALL, "color": colour}
    return {"x": day.isoformat(), "y": value, "text": bold(text), "font": font, **ground, **shift}


def _reference_line(reference: date | None) -> list[dict]:
    if reference is None:
        return []
    ends = {"x0": reference.isoformat(), "x1": reference.isoformat(), "y0": 0, "y1": 1}
    line = {"color": palette.PREVIOUS, "width": 1.5, "dash": "dot"}
    return [{"type": "line", "xref": "x", "yref": "paper", "layer": "below", "line": line, **ends}]


def _reference_label(reference: date | None) -> list[dict]:
    if reference is None:
        return []
    text = coloured(f"peildatum {date_short(reference)}", palette.MUTED)
    place_ = {
        "xref": "x",
        "yref": "paper",
        "y": 1,
        "yanchor": "bottom",
        "xanchor": "auto",
        "showarrow": False,
    }
    return [{"x": reference.isoformat(), "text": text, "font": {"size": SMALL}, **place_}]


def _alt(plot: _Plot, points: Sequence[TimePoint], unit: str) -> str:
    goal = f"Doel {plot.target.text} {unit} op {date_long(plot.end)}. " if plot.target is not None else ""
    course = "; ".join(_sentence(p) for p in points) or "geen cijfers"
    ahead = "; ".join(_sentence(p) for p in plot.ahead[1:])
    stated = "; ".join(f"{p.label}: {p.shown.text}" for p in plot.published)
    return (
        f"Lijngrafiek van opgetelde {unit} vanaf {date_long(plot.start)}. {goal}Stand: {course}."
        + (f" Prognose: {ahead}." if ahead else "")
        + (f" Gepubliceerd: {stated}." if stated else "")
    )


def _sentence(point: TimePoint) -> str:
    between = interval(point.low, point.high)
    return f"{date_long(point.day)} {point.shown.text}" + (f" (onzeker: {between})" if between else "")


def _table(plot: _Plot, points: Sequence[TimePoint], published: Sequence[Published], unit: str) -> Table:
    rows = [(date_long(p.day), "stand", p.shown.text, interval(p.low, p.high) or "–") for p in points]
    rows += [
        (date_long(p.day), "prognose", p.shown.text, interval(p.low, p.high) or "–") for p in plot.ahead[1:]
    ]
    rows += [(date_long(p.day), p.label, p.shown.text, "–") for p in published]
    if plot.target is not None:
        rows.append((date_long(plot.end), "doel", plot.target.text, "–"))
    return Table(("Datum", "Soort", unit[:1].upper() + unit[1:], "Onzeker"), tuple(rows))
