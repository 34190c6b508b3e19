"""Breakdowns: horizontal bars with their number beside the name, in the order they were given."""

from collections.abc import Sequence

from ui import palette
from ui.chart_base import LINE, bars, bold, coloured, hatch, note, safe, sheet, wrapped
from ui.shapes import Bar, Chart, Table
from ui.words import is_word

BAR, GAP = 14, 24
STUB = 0.06
CHARACTERS = 48


def ranked_bars(rows: Sequence[Bar], unit: str, *, column: str = "Onderdeel") -> Chart:
    """Bars from one zero, name left and number right above each; a hidden cell is a hatched stub, never zero.

    `unit` stands in the alternative text and the table; `column` heads the first column of the table.
    """
    longest = max((row.shown.drawable or 0 for row in rows), default=0) or 1
    notes, places = _text(rows)
    tops = list(zip(rows, places, strict=True))
    seen = [(row.shown.drawable, y) for row, y in tops if row.shown.drawable]
    hidden = [y for row, y in tops if row.shown.drawable is None]
    data = [
        bars([longest] * len(places), places, BAR, {"color": palette.SURFACE}),
        bars([value for value, _ in seen], [y for _, y in seen], BAR, {"color": palette.ACTUAL}),
        bars([STUB * longest] * len(hidden), hidden, BAR, hatch()),
    ]
    height = int(places[-1] + BAR / 2 + 6) if places else 0
    figure = sheet([trace for trace in data if trace["y"]], height, (0, longest), annotations=notes)
    return Chart(figure, _alt(rows, unit), _table(rows, unit, column))


def _text(rows: Sequence[Bar]) -> tuple[list[dict], list[float]]:
    """The text of the rows, and for each the middle of its bar."""
    notes, places, y = [], [], LINE / 2
    for row in rows:
        notes.append(note(_number(row), 1, y, xanchor="right"))
        for line in wrapped(row.label, CHARACTERS - len(row.shown.text) - len(row.share or "") - 3):
            notes.append(note(safe(line), 0, y))
            y += LINE
        places.append(y + BAR / 2 - 6)
        y = places[-1] + BAR / 2 + GAP
    return notes, places


def _number(row: Bar) -> str:
    share = "" if row.share is None else coloured(f" · {row.share}", palette.MUTED)
    return (coloured(row.shown.text, palette.MUTED) if is_word(row.shown) else bold(row.shown.text)) + share


def _alt(rows: Sequence[Bar], unit: str) -> str:
    parts = (f"{row.label} {row.shown.text}" + (f" ({row.share})" if row.share else "") for row in rows)
    return f"Staafgrafiek, {unit}: " + "; ".join(parts) + "."


def _table(rows: Sequence[Bar], unit: str, column: str) -> Table:
    heading = unit[:1].upper() + unit[1:]
    if any(row.share for row in rows):
        return Table((column, heading, "Deel"), tuple((r.label, r.shown.text, r.share or "–") for r in rows))
    return Table((column, heading), tuple((row.label, row.shown.text) for row in rows))
