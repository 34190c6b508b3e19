"""Flow per month as upright columns."""

from collections.abc import Sequence

from reference.dutch import month_name
from ui import palette
from ui.chart_base import SMALL, bold, coloured, figure, hatch, safe
from ui.shapes import Chart, Table, TimePoint
from ui.time_axis import BELOW, count_axis, time_axis

HEIGHT, ABOVE = 320, 28
LABELLED = 13
MONTH = 26 * 24 * 3600 * 1000


def monthly_columns(points: Sequence[TimePoint], unit: str) -> Chart:
    """A column per month; the day of a point is the first of its month. Hidden months are hatched stubs.

    Up to 13 months carry their number; with more the axis and the table tell it.
    """
    shown = [p for p in points if p.shown.drawable]
    hidden = [p for p in points if p.shown.drawable is None]
    top = 1.15 * max([p.shown.value for p in shown], default=4)
    data = [_columns(shown, [p.shown.value for p in shown], {"color": palette.ACTUAL}, unit)] if shown else []
    data += [_columns(hidden, [0.07 * top] * len(hidden), hatch(), unit)] if hidden else []
    days = [p.day for p in points]
    labelled = len(points) <= LABELLED
    chart = figure(
        data,
        HEIGHT,
        hovermode="closest",
        bargap=0.2,
        margin={"l": 0, "r": 8, "t": ABOVE, "b": BELOW},
        xaxis=time_axis((min(days), max(days)), air=18) if days else {"visible": False},
        yaxis=count_axis(top, visible=not labelled),
        annotations=_labels(points, top) if labelled else _key(hidden),
    )
    return Chart(chart, _alt(points, unit), _table(points, unit))


def _columns(points: Sequence[TimePoint], heights: list[float], marker: dict, unit: str) -> dict:
    text = [f"{safe(_month(p))}<br>{bold(p.shown.text)} {safe(unit)}" for p in points]
    x = [p.day.isoformat() for p in points]
    look = {"marker": marker, "hovertext": text, "hoverinfo": "text", "width": MONTH}
    return {"type": "bar", "x": x, "y": heights, **look}


def _labels(points: Sequence[TimePoint], top: float) -> list[dict]:
    labels = []
    for point in points:
        value = point.shown.drawable
        height = 0.07 * top if value is None else value
        word = value is None
        text = coloured(point.shown.text, palette.MUTED) if word else bold(point.shown.text)
        base = {
            "x": point.day.isoformat(),
            "y": height,
            "text": text,
            "yanchor": "bottom",
            "showarrow": False,
            "font": {"size": SMALL},
        }
        # Words stand upright: beside one another they would not fit on a phone.
        upright = {"textangle": -90, "yshift": 6} if len(point.shown.text) > 4 else {}
        labels.append({**base, **upright})
    return labels


def _key(hidden: Sequence[TimePoint]) -> list[dict]:
    if not hidden:
        return []
    words = ", ".join(dict.fromkeys(p.shown.text for p in hidden))
    place = {"xref": "paper", "yref": "paper", "x": 0, "y": 1, "xanchor": "left", "yanchor": "bottom"}
    text = coloured(f"▨ gearceerd: {words}", palette.MUTED)
    return [{**place, "text": text, "showarrow": False, "font": {"size": SMALL}}]


def _month(point: TimePoint) -> str:
    return f"{month_name(point.day.month)} {point.day.year}"


def _alt(points: Sequence[TimePoint], unit: str) -> str:
    return f"Kolommen per maand, {unit}: " + "; ".join(f"{_month(p)} {p.shown.text}" for p in points) + "."


def _table(points: Sequence[TimePoint], unit: str) -> Table:
    rows = tuple((_month(p), p.shown.text) for p in points)
    return Table(("Maand", unit[:1].upper() + unit[1:]), rows)
