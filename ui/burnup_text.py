"""The words of a burn-up: direct labels, the replacing text and the table."""

from datetime import date
from typing import NamedTuple

from reference.dutch import date_long, date_short
from ui import palette
from ui.burnup_plot import INNER, Plot
from ui.chart_base import SMALL, bold, coloured
from ui.placing import Label, Place, place
from ui.shapes import Table, TimePoint
from ui.words import interval


class _Wanted(NamedTuple):
    day: date
    value: float
    text: str
    colour: str


def labels(plot: Plot) -> list[dict]:
    """Direct labels, most important first: they choose their place in that order."""
    wanted = _wanted(plot)
    spots = [Label(one.text, *plot.share(one.day, one.value)) for one in wanted]
    places = place(spots, INNER, plot.lines())
    return [*map(_label, wanted, places), *_reference_label(plot.reference)]


def alt_text(plot: Plot, unit: str) -> str:
    """Target, course, forecast and published figures as one paragraph."""
    goal = f"Doel {plot.target.text} {unit} op {date_long(plot.end)}. " if plot.target is not None else ""
    when = f" Peildatum {date_long(plot.reference)}." if plot.reference else ""
    ahead = "; ".join(_sentence(p) for p in plot.ahead[1:])
    stated = "; ".join(f"{p.label}: {p.shown.text}" for p in plot.stated)
    return (
        f"Lijngrafiek van opgetelde {unit} vanaf {date_long(plot.start)}. {goal}"
        f"Stand: {'; '.join(map(_sentence, plot.points)) or 'geen cijfers'}."
        + (f" Prognose: {ahead}." if ahead else "")
        + (f" Gepubliceerd: {stated}." if stated else "")
        + when
    )


def table(plot: Plot, unit: str) -> Table:
    """All that was given, also what could not be drawn."""
    rows = [_row(p, "stand") for p in plot.points] + [_row(p, "prognose") for p in plot.ahead[1:]]
    rows += [(date_long(p.day), p.label, p.shown.text, "–") for p in plot.stated]
    if plot.target is not None:
        rows.append((date_long(plot.end), "doel", plot.target.text, "–"))
    return Table(("Datum", "Soort", unit[:1].upper() + unit[1:], "Onzeker"), tuple(rows))


def _wanted(plot: Plot) -> list[_Wanted]:
    found = []
    if plot.actual:
        last = plot.actual[-1]
        text = f"{date_short(last.day)}: {last.shown.text}"
        found.append(_Wanted(last.day, last.shown.value, text, palette.ACTUAL))
    elif plot.points:
        # Nothing to draw: the words stand at the foot of the plot, on no height that could be read off.
        last = plot.points[-1]
        found.append(_Wanted(last.day, 0, f"{date_short(last.day)}: {last.shown.text}", palette.MUTED))
    if plot.goal is not None:
        found.append(_Wanted(plot.end, plot.goal, f"doel {plot.target.text}", palette.TARGET))
    if plot.ahead:
        last = plot.ahead[-1]
        between = interval(last.low, last.high)
        text = f"prognose {last.shown.text}" + (f" ({between})" if between else "")
        found.append(_Wanted(last.day, last.shown.value, text, palette.FORECAST))
    stated = [(p.day, p.shown.value, f"{p.label}: {p.shown.text}") for p in plot.published]
    return found + [_Wanted(*one, palette.TEXT) for one in stated]


def _label(wanted: _Wanted, spot: Place) -> dict:
    shift = {"xanchor": spot.anchor, "xshift": spot.xshift, "yshift": spot.yshift, "yanchor": "middle"}
    at = {"x": wanted.day.isoformat(), "y": wanted.value, "text": bold(wanted.text)}
    # Where no free place is left the line runs behind the words, not through them.
    behind = {"bgcolor": palette.see_through(palette.PAPER, 0.8), "borderpad": 1}
    return {**at, "font": {"size": SMALL, "color": wanted.colour}, "showarrow": False, **behind, **shift}


def _reference_label(reference: date | None) -> list[dict]:
    if reference is None:
        return []
    text = coloured(f"peildatum {date_short(reference)}", palette.MUTED)
    at = {"xref": "x", "yref": "paper", "y": 1, "yanchor": "bottom", "xanchor": "auto"}
    return [{"x": reference.isoformat(), "text": text, "font": {"size": SMALL}, "showarrow": False, **at}]


def _sentence(point: TimePoint) -> str:
    between = interval(point.low, point.high)
    return f"{date_long(point.day)} {point.shown.text}" + (f" (onzeker: {between})" if between else "")


def _row(point: TimePoint, kind: str) -> tuple[str, ...]:
    return date_long(point.day), kind, point.shown.text, interval(point.low, point.high) or "–"
