"""Small pictures of lines side by side: the five series of a place, or one series in each municipality."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from metrics.context import BASE, FIRST, LAST, Point
from ui import palette
from ui.crisis_data import moment
from ui.crisis_words import value_text
from ui.markup import link, picture, safe
from ui.shapes import Drawing, Table

WIDTH, HEIGHT, AIR = 300, 110, 8
_DAYS = (LAST - FIRST).days


@dataclass(frozen=True)
class Panel:
    """One small picture: name, number as text, remark under it, its line, and the ends of its scale."""

    name: str
    text: str
    remark: str
    points: Sequence[Point]
    view: str
    scale: tuple[float, float]
    href: str | None = None


def panels(found: Sequence[Panel], key: str) -> Drawing:
    """Return the panels with a cell that explains their scale; a period without value interrupts a line."""
    inner = "".join(_panel(one) for one in found)
    guide = f'<div class="rm-panel rm-panel-key"><p><b>Leeswijzer</b></p><p>{safe(key)}</p></div>'
    alt = "; ".join(_sentence(one) for one in found) + "."
    return Drawing(f'<div class="rm-panels">{inner}{guide}</div>', alt, _table(found))


def scale_of(lines: Sequence[Sequence[Point]], from_zero: bool) -> tuple[float, float]:
    """Return the lowest and highest value of lines, so that their panels may be compared."""
    values = [one.value for points in lines for one in points if one.value is not None] or [0.0]
    low, high = (0.0 if from_zero else min(values)), max(values)
    return low, high if high > low else low + 1


def _panel(one: Panel) -> str:
    parts = [_base_line(), *(_polyline(part, one.scale) for part in _unbroken(one.points))]
    box = f'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" fill="none"'
    svg = f"<svg {box}>{''.join(parts)}{_dot(one)}</svg>"
    word = " rm-word" if one.text[:1].isalpha() else ""
    return (
        f'<section class="rm-panel"><p class="rm-name">{link(one.name, one.href)}</p>'
        f'<p class="rm-figure{word}"><b>{safe(one.text)}</b></p>{picture(svg, _sentence(one))}'
        f'<p class="rm-ends"><span>{FIRST.year}</span><span>{LAST.year}</span></p>'
        f'<p class="rm-small">{safe(one.remark)}</p></section>'
    )


def _unbroken(points: Sequence[Point]) -> list[list[Point]]:
    """Return the stretches of a line between its gaps."""
    parts: list[list[Point]] = [[]]
    for one in points:
        if one.value is None:
            parts.append([])
        else:
            parts[-1].append(one)
    return [part for part in parts if part]


def _place(day: date, value: float, scale: tuple[float, float]) -> tuple[float, float]:
    low, high = scale
    across = AIR + (WIDTH - 2 * AIR) * (day - FIRST).days / _DAYS
    return across, HEIGHT - AIR - (HEIGHT - 2 * AIR) * (value - low) / (high - low)


def _polyline(part: Sequence[Point], scale: tuple[float, float]) -> str:
    places = [_place(one.first, one.value, scale) for one in part]
    if len(places) == 1:  # a single value between two gaps would be an invisible line
        places.append((places[0][0] + 4, places[0][1]))
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    return f'<polyline points="{path}" stroke="{palette.ACTUAL}" stroke-width="3.5" stroke-linejoin="round"/>'


def _base_line() -> str:
    """Return the upright line at February 2020 and the foot of the picture."""
    x = _place(BASE, 0, (0, 1))[0]
    dashes = f'stroke="{palette.PREVIOUS}" stroke-width="1.5" stroke-dasharray="4 4"'
    foot = f'<path d="M0 {HEIGHT - 1}H{WIDTH}" stroke="{palette.PREVIOUS}" stroke-width="1.5"/>'
    return f'<path d="M{x:.1f} 0V{HEIGHT}" {dashes}/>{foot}'


def _dot(one: Panel) -> str:
    known = [point for point in one.points if point.value is not None]
    if not known:
        return ""
    x, y = _place(known[-1].first, known[-1].value, one.scale)
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5.5" fill="{palette.ACTUAL}" stroke="{palette.PAPER}"/>'


def _sentence(one: Panel) -> str:
    return f"{one.name}: {one.text}" + (f", {one.remark}" if one.remark else "")


def _table(found: Sequence[Panel]) -> Table:
    """Periods down, one column per panel; a word says why there is no value."""
    moments = {point.first: moment(point) for one in found for point in one.points}
    shown = [{point.first: value_text(point, one.view) for point in one.points} for one in found]
    rows = tuple((moments[day], *(texts.get(day, "–") for texts in shown)) for day in sorted(moments))
    return Table(("Periode", *(one.name for one in found)), rows)
