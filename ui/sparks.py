"""Small multiples: the course of each municipality in its own small picture, all on one scale."""

from collections.abc import Sequence
from datetime import date

from reference.dutch import date_short, number
from ui import palette
from ui.markup import link, picture, safe, status_badge
from ui.shapes import Drawing, Series, Table
from ui.words import is_word

WIDTH, HEIGHT, AIR = 300, 110, 8


def small_multiples(series: Sequence[Series], unit: str, start: date, end: date) -> Drawing:
    """A panel per municipality from zero to the highest value of all, and a cell that explains the scale."""
    top = scale_top(series)
    panels = (spark_panel(one, start, end, top, unit, [o for o in series if o is not one]) for one in series)
    key = (
        '<div class="rm-panel rm-panel-key"><p><b>Leeswijzer</b></p>'
        f"<p>Elk vak loopt van 0 tot {safe(number(top, 0 if top >= 10 else 1))} {safe(unit)}, "
        f"van {safe(date_short(start))} tot {safe(date_short(end))}.</p>"
        "<p>De grijze lijnen zijn de andere gemeenten.</p></div>"
    )
    html = f'<div class="rm-panels">{"".join(panels)}{key}</div>'
    alt = f"Verloop per gemeente, {unit}: " + "; ".join(_sentence(one) for one in series) + "."
    return Drawing(html, alt, _table(series, unit))


def spark_panel(
    one: Series, start: date, end: date, top: float, unit: str, others: Sequence[Series] = ()
) -> str:
    """One panel: name, latest number, status and the line; `others` are drawn in grey behind it."""
    lines = "".join(_polyline(o, start, end, top, palette.PREVIOUS, 1.5, 0.5) for o in others)
    lines += _polyline(one, start, end, top, palette.ACTUAL, 3.5) + _dot(one, start, end, top)
    base = f'<path d="M0 {HEIGHT - AIR}H{WIDTH}" stroke="{palette.PREVIOUS}" stroke-width="1.5"/>'
    box = f'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" fill="none"'
    svg = f"<svg {box}>{base}{lines}</svg>"
    word = " rm-word" if is_word(one.latest) else ""
    units = "" if is_word(one.latest) else f' <span class="rm-unit">{safe(unit)}</span>'
    return (
        f'<section class="rm-panel"><p class="rm-name">{link(one.name, one.href)}</p>'
        f'<p class="rm-figure{word}"><b>{safe(one.latest.text)}</b>{units}</p>{picture(svg, _sentence(one))}'
        f'<p class="rm-ends"><span>{safe(date_short(start))}</span><span>{safe(date_short(end))}</span></p>'
        f"{status_badge(one.status) if one.status else ''}</section>"
    )


def scale_top(series: Sequence[Series]) -> float:
    """The highest drawable value of all series: the shared top of the panels; 1 when there is none."""
    values = [p.shown.drawable for one in series for p in one.points if p.shown.drawable is not None]
    return max(values, default=0) or 1


def _places(one: Series, start: date, end: date, top: float) -> list[tuple[float, float]]:
    days = max((end - start).days, 1)
    inner = HEIGHT - 2 * AIR
    return [
        (AIR + (WIDTH - 2 * AIR) * (p.day - start).days / days, HEIGHT - AIR - inner * p.shown.drawable / top)
        for p in one.points
        if p.shown.drawable is not None
    ]


def _polyline(
    one: Series, start: date, end: date, top: float, colour: str, width: float, ink: float = 1
) -> str:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in _places(one, start, end, top))
    look = f'stroke="{colour}" stroke-width="{width}" stroke-opacity="{ink}" stroke-linejoin="round"'
    return f'<polyline points="{path}" {look}/>' if path else ""


def _dot(one: Series, start: date, end: date, top: float) -> str:
    places = _places(one, start, end, top)
    if not places:
        return ""
    x, y = places[-1]
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5.5" fill="{palette.ACTUAL}" stroke="{palette.PAPER}"/>'


def _sentence(one: Series) -> str:
    course = ", ".join(f"{date_short(p.day)} {p.shown.text}" for p in one.points)
    return f"{one.name}: {course or one.latest.text}"


def _table(series: Sequence[Series], unit: str) -> Table:
    """Dates down, municipalities across; a date that a municipality lacks is a dash."""
    days = sorted({p.day for one in series for p in one.points})
    shown = [{p.day: p.shown.text for p in one.points} for one in series]
    rows = tuple((date_short(day), *(texts.get(day, "–") for texts in shown)) for day in days)
    return Table((f"Datum ({unit})", *(one.name for one in series)), rows)
