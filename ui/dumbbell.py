"""Two values per municipality, and what lies between them."""

from collections.abc import Sequence

from ui import palette
from ui.chart_base import LINE, SMALL, bold, coloured, note, safe, sheet, wrapped
from ui.shapes import Chart, Pair, Shown, Table
from ui.words import is_word

KEY, DOT, GAP = 44, 14, 30
CHARACTERS = 48
FIRST = {
    "size": DOT,
    "color": palette.PAPER,
    "line": {"width": 3, "color": palette.PREVIOUS},
    "symbol": "circle",
}
SECOND = {
    "size": DOT,
    "color": palette.ACTUAL,
    "line": {"width": 2, "color": palette.PAPER},
    "symbol": "circle",
}


def dumbbell(rows: Sequence[Pair], unit: str, first: str, second: str, *, column: str = "Gemeente") -> Chart:
    """Open dot `first`, filled dot `second` on one scale from zero, the difference at the right.

    A hidden end has no dot: its words stand in the text, so that no position gives it away.
    """
    values = [s.drawable for row in rows for s in (row.first, row.second) if s.drawable is not None]
    reach = max(values, default=1) or 1
    y, (shapes, notes) = float(KEY), _key(first, second)
    dots: dict[str, list[tuple[float, float]]] = {"first": [], "second": []}
    for row in rows:
        notes.append(note(_difference(row), 1, y, xanchor="right", xshift=DOT / 2))
        for line in wrapped(row.label, CHARACTERS - len(_plain_difference(row))):
            notes.append(note(safe(line), 0, y, xshift=-DOT / 2))
            y += LINE
        y -= 2
        shapes += _lines(row, y, reach)
        for end, shown in (("first", row.first), ("second", row.second)):
            if shown.drawable is not None:
                dots[end].append((shown.drawable, y))
        y += GAP
    data = [_dots(dots[end], marker) for end, marker in (("first", FIRST), ("second", SECOND)) if dots[end]]
    # Room at both ends, so that a dot at zero or at the maximum is whole.
    margin = {"l": DOT / 2 + 1, "r": DOT / 2 + 1, "t": 0, "b": 0}
    figure = sheet(data, int(y - GAP + DOT), (0, reach), annotations=notes, shapes=shapes, margin=margin)
    return Chart(figure, _alt(rows, unit, first, second), _table(rows, first, second, column))


def _dots(places: list[tuple[float, float]], marker: dict) -> dict:
    x, y = [p[0] for p in places], [p[1] for p in places]
    return {"type": "scatter", "mode": "markers", "x": x, "y": y, "marker": marker, "cliponaxis": False}


def _lines(row: Pair, y: float, reach: float) -> list[dict]:
    scale = {"type": "line", "x0": 0, "x1": reach, "y0": y, "y1": y, "layer": "below"}
    lines = [{**scale, "line": {"color": palette.GRID, "width": 2}}]
    if row.first.drawable is not None and row.second.drawable is not None:
        between = {"x0": row.first.drawable, "x1": row.second.drawable}
        lines.append({**scale, **between, "line": {"color": palette.ACTUAL, "width": 4}})
    return lines


def _plain_difference(row: Pair) -> str:
    if not is_word(row.difference):
        return f"{row.difference.text} ({row.first.text} → {row.second.text})"
    return row.first.text if row.first.text == row.second.text else f"{row.first.text} → {row.second.text}"


def _difference(row: Pair) -> str:
    plain = _plain_difference(row)
    if is_word(row.difference):
        return coloured(plain, palette.MUTED)
    return bold(row.difference.text) + coloured(plain[len(row.difference.text) :], palette.MUTED)


def _key(first: str, second: str) -> tuple[list[dict], list[dict]]:
    muted = {"size": SMALL, "color": palette.MUTED}
    start = 20 + round(7.2 * len(first)) + 20
    rings = [(2, palette.PAPER, palette.PREVIOUS), (start + 2, palette.ACTUAL, palette.ACTUAL)]
    return [_ring(*ring) for ring in rings], [
        note(safe(first), 0, 10, xshift=20 - DOT / 2, font=muted),
        note(safe(second), 0, 10, xshift=start + 20 - DOT / 2, font=muted),
    ]


def _ring(left: float, fill: str, edge: str) -> dict:
    """A dot of the key, in pixels from the left."""
    size = {
        "xref": "paper",
        "xsizemode": "pixel",
        "xanchor": 0,
        "x0": left - DOT / 2,
        "x1": left + DOT / 2 - 1,
    }
    return {
        "type": "circle",
        **size,
        "y0": 4,
        "y1": 17,
        "fillcolor": fill,
        "line": {"width": 3, "color": edge},
    }


def _alt(rows: Sequence[Pair], unit: str, first: str, second: str) -> str:
    parts = (
        f"{row.label} {first} {row.first.text}, {second} {row.second.text}, verschil {row.difference.text}"
        for row in rows
    )
    return f"Vergelijking, {unit}: " + "; ".join(parts) + "."


def _table(rows: Sequence[Pair], first: str, second: str, column: str) -> Table:
    columns = (column, *(name[:1].upper() + name[1:] for name in (first, second)), "Verschil")
    return Table(columns, tuple((r.label, *map(_text, (r.first, r.second, r.difference))) for r in rows))


def _text(shown: Shown) -> str:
    return shown.text
