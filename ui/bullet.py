"""The bullet bar: every target as a share of itself, with the pace it should have and the room for doubt."""

from collections.abc import Sequence

import plotly.graph_objects as go

from reference.dutch import percent
from ui import palette
from ui.chart_base import (
    LINE,
    SMALL,
    bars,
    bold,
    coloured,
    hatch,
    note,
    rule,
    safe,
    sheet,
    status_mark,
    wrapped,
)
from ui.shapes import BulletRow, Chart, Table
from ui.words import NO_NUMBER, REACH, interval, of_target, percentage, row_sentence, share_of_target

KEY, AXIS, TRACK, VALUE, GAP = 46, 30, 22, 12, 32
STUB = 9.0
# What fits on a phone of 360 pixels in this type size; a wider screen simply leaves room.
LABEL_CHARACTERS = 46
TEXT_CHARACTERS = 48


def bullet(rows: Sequence[BulletRow]) -> Chart:
    """Targets below one another in % of their own target, text above the bar so that it fits every width."""
    sketch = _Sketch()
    for row in rows:
        sketch.add(row)
    return Chart(sketch.figure(), _alt(rows), _table(rows))


class _Sketch:
    """Collects what is drawn while walking down the sheet; `y` is the pixel where the next row begins."""

    def __init__(self) -> None:
        self.y = float(KEY)
        self.tracks: list[float] = []
        self.values: list[tuple[float, float]] = []
        self.stubs: list[float] = []
        self.notes: list[dict] = []
        self.lines: list[dict] = []
        self.whiskers = False
        self.paces = False

    def add(self, row: BulletRow) -> None:
        """Draw one row and move down."""
        self._text(row)
        if row.target is not None and row.target.drawable:
            self.y += TRACK / 2 - 6  # from the middle of the next line to the middle of the bar
            self._bar(row)
            self.y += TRACK / 2
        self.y += GAP if row.target is not None else GAP - 16

    def _text(self, row: BulletRow) -> None:
        for line in wrapped(row.label, LABEL_CHARACTERS):
            self.notes.append(note(bold(line), 0, self.y))
            self.y += LINE
        status = row.status if row.target is not None else NO_NUMBER
        self.notes.append(note(status_mark(status), 1, self.y, xanchor="right"))
        for line in _value_lines(row, TEXT_CHARACTERS - len(status) - 3):
            self.notes.append(note(line, 0, self.y))
            self.y += LINE

    def _bar(self, row: BulletRow) -> None:
        self.tracks.append(self.y)
        share = share_of_target(row)
        if share is None:
            self.stubs.append(self.y)
        elif share > 0:
            self.values.append((min(share, REACH), self.y))
        if share is not None and share > REACH:
            self.notes.append(note(coloured("»", palette.PAPER), 1, self.y - 1, xanchor="right"))
        self._whisker(row)
        if row.pace is not None and row.pace < 1:
            self.paces = True
            self._crossing(100 * row.pace, TRACK / 2 + 3, palette.TEXT, 2)
        self._crossing(100, TRACK / 2 + 4, palette.TARGET, 5)

    def _crossing(self, x: float, reach: float, colour: str, width: float) -> None:
        self.lines.append(rule(x, self.y - reach, self.y + reach, palette.PAPER, width + 2))
        self.lines.append(rule(x, self.y - reach, self.y + reach, colour, width))

    def _whisker(self, row: BulletRow) -> None:
        low, high = percentage(row.low, row.target), percentage(row.high, row.target)
        if low is None or high is None or low == high:
            return
        self.whiskers = True
        low, high, y = min(low, REACH), min(high, REACH), self.y + (TRACK + VALUE) / 4 + 1
        across = {"type": "line", "x0": low, "x1": high, "y0": y, "y1": y}
        self.lines.append({**across, "line": {"color": palette.ATTENTION, "width": 3}})
        self.lines += [rule(end, y - 4, y + 4, palette.ATTENTION, 3) for end in (low, high)]

    def figure(self) -> go.Figure:
        """The sheet with its key above and its axis below."""
        below = self.y - GAP + 14
        data = [bars([100] * len(self.tracks), self.tracks, TRACK, {"color": palette.SURFACE})]
        if self.values:
            lengths, places = [v[0] for v in self.values], [v[1] for v in self.values]
            data.append(bars(lengths, places, VALUE, {"color": palette.ACTUAL}))
        if self.stubs:
            data.append(bars([STUB] * len(self.stubs), self.stubs, VALUE + 2, hatch()))
        if not self.tracks:
            return sheet([], int(below), (0, REACH), annotations=self.notes)
        shapes, notes = _key(self.paces, self.whiskers)
        return sheet(
            data,
            int(below) + AXIS,
            (0, REACH),
            annotations=self.notes + notes + _axis(below + 10),
            shapes=self.lines + shapes,
        )


def _value_lines(row: BulletRow, characters: int) -> list[str]:
    number, rest = of_target(row)
    between = interval(row.low, row.high)
    lines = wrapped(f"{number} {rest}", max(characters, 18))
    first = bold(number) + safe(lines[0][len(number) :])
    doubt = [coloured(f"onzeker: {between}", palette.ATTENTION)] if between else []
    return [first, *map(safe, lines[1:]), *doubt]


def _axis(y: float) -> list[dict]:
    muted = {"size": SMALL, "color": palette.MUTED}
    ticks = ((0, percent(0), "left"), (50, percent(0.5), "center"), (100, "doel (100 %)", "center"))
    return [note(text, x, y, xref="x", xanchor=anchor, font=muted) for x, text, anchor in ticks]


def _key(paces: bool, whiskers: bool) -> tuple[list[dict], list[dict]]:
    """The legend in pixels from the left, only with what the chart contains."""
    entries = [("stand", 26, palette.ACTUAL, VALUE), ("doel", 5, palette.TARGET, TRACK)]
    entries += [("nu verwacht", 2, palette.TEXT, TRACK)] if paces else []
    entries += [("onzeker", 26, palette.ATTENTION, 3)] if whiskers else []
    shapes, notes, x, y = [], [], 0, 10
    muted = {"size": SMALL, "color": palette.MUTED}
    for text, width, colour, height in entries:
        box = {"type": "rect", "xref": "paper", "xsizemode": "pixel", "xanchor": 0, "line": {"width": 0}}
        ends = {"x0": x, "x1": x + width, "y0": y - height / 2, "y1": y + height / 2}
        shapes.append({**box, **ends, "fillcolor": colour})
        notes.append(note(text, 0, y, xshift=x + width + 6, font=muted))
        x += width + 24 + round(7.2 * len(text))
    return shapes, notes


def _alt(rows: Sequence[BulletRow]) -> str:
    return "Staafgrafiek in procenten van het doel. " + "; ".join(row_sentence(row) for row in rows) + "."


def _table(rows: Sequence[BulletRow]) -> Table:
    columns = (
        "Afspraak",
        "Stand",
        "Onzeker",
        "Doel",
        "Eenheid",
        "Deel van het doel",
        "Nu verwacht",
        "Status",
    )
    return Table(columns, tuple(_cells(row) for row in rows))


def _cells(row: BulletRow) -> tuple[str, ...]:
    share = share_of_target(row)
    return (
        row.label,
        row.shown.text,
        interval(row.low, row.high) or "–",
        row.target.text if row.target else NO_NUMBER,
        row.unit,
        "–" if share is None else percent(share / 100),
        "–" if row.pace is None or row.target is None else percent(row.pace),
        row.status,
    )
