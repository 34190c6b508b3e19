"""Vacancies per month of opening: inside the norm, not to be told, outside."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from metrics.service import OUTSIDE, UNKNOWN, WITHIN, Timed, counted
from reference.dutch import month_name
from ui import palette
from ui.chart_base import SMALL, bold, coloured, figure, hatch
from ui.columns import ABOVE, HEIGHT, MONTH
from ui.service_view import HOURS, SHARE_LIMIT, WORDS, share
from ui.shapes import Chart, Table
from ui.time_axis import BELOW, count_axis, time_axis

_LOOKS = {WITHIN: {"color": palette.ACTUAL}, UNKNOWN: hatch(), OUTSIDE: {"color": palette.ATTENTION}}


def months_title(rows: Sequence[Timed]) -> str:
    """Return the years between which the share inside the norm moved."""
    years = [(year, _of_year(rows, year)) for year in sorted({row.month.year for row in rows})]
    told = [(year, share(own)) for year, own in years if _whole(own) >= SHARE_LIMIT]
    if len(told) < 2:
        return f"Per maand: kandidaten binnen en na {HOURS} uur"
    (first, then), (last, now) = told[0], told[-1]
    return f"Binnen de norm: {then} in {first} en {now} in {last}"


def months_chart(rows: Sequence[Timed]) -> Chart:
    """Return columns per month in three parts; months without a vacancy with a candidate stay empty."""
    months = _months(rows)
    counts = {
        outcome: [counted((row for row in rows if row.month == day), outcome) for day in months]
        for outcome in _LOOKS
    }
    days = [month.isoformat() for month in months]
    said = {
        outcome: [f"{_name(day)}<br>{bold(str(n))} {word}" for day, n in zip(months, own, strict=True)]
        for (outcome, own), word in zip(counts.items(), WORDS, strict=True)
    }
    data = [
        {"type": "bar", "x": days, "y": counts[outcome], "marker": look, "width": MONTH,
         "hovertext": said[outcome], "hoverinfo": "text"}
        for outcome, look in _LOOKS.items()
    ]  # fmt: skip
    top = 1.15 * max(map(sum, zip(*counts.values(), strict=True)), default=4)
    chart = figure(
        data, HEIGHT, barmode="stack", hovermode="closest", bargap=0.2,
        margin={"l": 0, "r": 8, "t": ABOVE, "b": BELOW},
        xaxis=time_axis((months[0], months[-1]), air=18) if months else {"visible": False},
        yaxis=count_axis(top or 4), annotations=[_legend()],
    )  # fmt: skip
    table = _table(rows, months, counts)
    said = "; ".join(f"{row[0]} {row[-1]}" for row in table.rows)
    return Chart(chart, f"Kolommen per maand, vacatures binnen de norm: {said}.", table)


def _legend() -> dict:
    text = "   ".join((
        coloured(f"■ {WORDS[0]}", palette.ACTUAL), coloured(f"▨ {WORDS[1]}", palette.MUTED),
        coloured(f"■ {WORDS[2]}", palette.ATTENTION),
    ))  # fmt: skip
    place = {"xref": "paper", "yref": "paper", "x": 0, "y": 1, "xanchor": "left", "yanchor": "bottom"}
    return {**place, "text": text, "showarrow": False, "font": {"size": SMALL}}


def _table(rows: Sequence[Timed], months: Sequence[date], counts: dict[str, list[int]]) -> Table:
    lines = [
        (_name(month), *(str(counts[outcome][place]) for outcome in _LOOKS),
         share([row for row in rows if row.month == month]))
        for place, month in enumerate(months)
    ]  # fmt: skip
    for year in sorted({month.year for month in months}):
        own = _of_year(rows, year)
        lines.append((f"heel {year}", *(str(counted(own, outcome)) for outcome in _LOOKS), share(own)))
    heads = ("Maand van openen", *(word[:1].upper() + word[1:] for word in WORDS), "Binnen de norm")
    return Table(heads, tuple(lines))


def _months(rows: Sequence[Timed]) -> list[date]:
    found = sorted({row.month for row in rows})
    if not found:
        return []
    first, last = (one.year * 12 + one.month - 1 for one in (found[0], found[-1]))
    return [date(count // 12, count % 12 + 1, 1) for count in range(first, last + 1)]


def _of_year(rows: Sequence[Timed], year: int) -> list[Timed]:
    return [row for row in rows if row.month.year == year]


def _whole(rows: Sequence[Timed]) -> int:
    return sum(row.count for row in rows if row.outcome in _LOOKS)


def _name(month: date) -> str:
    return f"{month_name(month.month)} {month.year}"
