"""Where the labels in a line chart go, so that none covers another label or a line."""

from collections.abc import Sequence
from dataclasses import dataclass

# A phone: what does not collide on 330 pixels does not collide on a wider plot either.
NARROW = 330
LETTER = 7.6
LINE = 20
AWAY = 12


@dataclass(frozen=True)
class Label:
    """A text that belongs to a point, `x` and `y` as shares (0 to 1) of the plot, y from below."""

    text: str
    x: float
    y: float


@dataclass(frozen=True)
class Place:
    """Shift of the text in pixels (right and up) and the side that is held ('left', 'right', 'center')."""

    xshift: int
    yshift: int
    anchor: str


Box = tuple[float, float, float, float]


def place(
    labels: Sequence[Label], height: float, lines: Sequence[Sequence[tuple[float, float]]]
) -> list[Place]:
    """A place for each label, first come first served, over a plot of `height` pixels with these lines.

    Lines are points in the same shares as the labels.
    """
    ink = [(x * NARROW, y * height) for line in lines for x, y in _dense(line)]
    taken: list[Box] = []
    places = []
    for label in labels:
        options = [(_box(label, option, height), option) for option in _options(label)]
        costs = [(_cost(box, taken, ink, height), order) for order, (box, _) in enumerate(options)]
        box, best = options[min(costs)[1]]
        taken.append(box)
        places.append(best)
    return places


def _options(label: Label) -> list[Place]:
    """Above before below, near before far; the side towards the middle of the plot first."""
    side = "right" if label.x > 0.5 else "left"
    other = "left" if side == "right" else "right"
    found = []
    for distance in (AWAY + 4, AWAY + 4 + LINE, AWAY + 4 + 2 * LINE, AWAY + 4 + 3 * LINE):
        for up in (distance, -distance):
            found += [Place(0, up, side), Place(0, up, "center"), Place(0, up, other)]
    beside = [Place(AWAY, 0, "left"), Place(-AWAY, 0, "right")]
    return found[:6] + beside + found[6:]


def _box(label: Label, option: Place, height: float) -> Box:
    width = LETTER * len(label.text)
    start = {"left": 0.0, "right": -width, "center": -width / 2}[option.anchor]
    left = label.x * NARROW + option.xshift + start
    middle = label.y * height + option.yshift
    return left, middle - LINE / 2, left + width, middle + LINE / 2


def _cost(box: Box, taken: Sequence[Box], ink: Sequence[tuple[float, float]], height: float) -> float:
    left, bottom, right, top = box
    outside = max(0, -left) + max(0, right - NARROW) + max(0, -bottom) + max(0, top - height)
    covered = sum(1 for x, y in ink if left - 2 < x < right + 2 and bottom - 1 < y < top + 1)
    struck = sum(1 for b in taken if left < b[2] + 6 and right > b[0] - 6 and bottom < b[3] and top > b[1])
    return 1000 * struck + 40 * outside + 5 * covered


def _dense(line: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The line with enough points in between to notice a label that lies across it."""
    dense = list(line[:1])
    for (x0, y0), (x1, y1) in zip(line, line[1:], strict=False):
        dense += [(x0 + (x1 - x0) * i / 24, y0 + (y1 - y0) * i / 24) for i in range(1, 25)]
    return dense
