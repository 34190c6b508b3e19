"""What of a burn-up can be drawn, and where it lies in the plot."""

from collections.abc import Sequence
from datetime import date

from ui.shapes import Published, Shown, TimePoint
from ui.time_axis import BELOW

HEIGHT = 420
MARGIN = {"l": 0, "r": 8, "t": 26, "b": BELOW}
INNER = HEIGHT - MARGIN["t"] - MARGIN["b"]


class Plot:
    """The drawable points of a burn-up beside all that was given; `top` is the end of the y axis."""

    def __init__(
        self,
        points: Sequence[TimePoint],
        target: Shown | None,
        start: date,
        end: date,
        published: Sequence[Published],
        reference: date | None,
        forecast: Sequence[TimePoint],
    ) -> None:
        self.points, self.stated = points, published
        self.start, self.end, self.reference, self.target = start, end, reference, target
        self.actual = drawable(points)
        self.ahead = [self.actual[-1], *drawable(forecast)] if self.actual and drawable(forecast) else []
        self.published = [p for p in published if p.shown.drawable is not None]
        self.goal = target.drawable if target is not None else None
        days = [start, end, *(p.day for p in (*self.actual, *self.ahead, *self.published))]
        self.first_day, self.last_day = min(days), max([*days, *([reference] if reference else [])])
        self.top = 1.12 * max([self.goal or 0, 4, *self._heights()])

    def share(self, day: date, value: float) -> tuple[float, float]:
        """Place of a value in the plot, both from 0 to 1."""
        width = max((self.last_day - self.first_day).days, 1)
        return (day - self.first_day).days / width, value / self.top

    def lines(self) -> list[list[tuple[float, float]]]:
        """The lines that are drawn, as places in the plot."""
        path = [self.share(self.start, 0), self.share(self.end, self.goal)] if self.goal is not None else []
        actual = [self.share(p.day, p.shown.value) for p in self.actual]
        ahead = [self.share(p.day, p.shown.value) for p in self.ahead]
        return [path, [self.share(self.start, 0), *actual], ahead]

    def _heights(self) -> list[float]:
        shown = [s for p in (*self.actual, *self.ahead) for s in (p.shown, p.high)]
        shown += [p.shown for p in self.published]
        return [s.drawable for s in shown if s is not None and s.drawable is not None]


def drawable(points: Sequence[TimePoint]) -> list[TimePoint]:
    """The points whose value may be drawn, in their order."""
    return [p for p in points if p.shown.drawable is not None]
