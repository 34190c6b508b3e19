"""Where the labels in a line chart go, so that none covers another label or a line."""

from collections.abc import Sequence
from dataclasses import dataclass

# A phone: what does not collide on this many pixels does not collide on a wider plot either.
NARROW = 312
LETTER = 7.2
LINE = 20
AWAY = 17
STEP = 6
NEAR = 0.15

Point = tuple[float, float]
Box = tuple[float, float, float, float]


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


def place(labels: Sequence[Label], height: float, lines: Sequence[Sequence[Point]]) -> list[Place]:
    """A place for each label, first come first served, over a plot of `height` pixels with these lines.

    Lines are points in the same shares as the labels. Worst is to cover a label, then a point, then a line.
    """
    ink = [spot for line in lines for spot in _sampled([(x * NARROW, y * height) for x, y in line])]
    dots = [_around(label, height) for label in labels]
    taken: list[Box] = []
    places = []
    for own, label in enumerate(labels):
        ground = _Ground(taken, dots[:own] + dots[own + 1 :], ink, height)
        options = _options(label, _below(label, labels))
        costs = [ground.cost(_box(label, option, height)) + 3 * order for order, option in enumerate(options)]
        best = options[costs.index(min(costs))]
        taken.append(_box(label, best, height))
        places.append(best)
    return places


def _below(label: Label, labels: Sequence[Label]) -> bool:
    """True when a neighbour lies higher: its label goes above, this one below."""
    return any(0 < other.y - label.y < NEAR and abs(other.x - label.x) < NEAR for other in labels)


def _options(label: Label, below: bool) -> list[Place]:
    """Near before far, above before below unless `below`; the side towards the middle of the plot first."""
    side, other = ("right", "left") if label.x > 0.5 else ("left", "right")
    shift = {"left": -6, "right": 6, "center": 0}
    found = []
    for distance in range(AWAY, AWAY + 4 * LINE, LINE):
        for up in (-distance, distance) if below else (distance, -distance):
            found += [Place(shift[anchor], up, anchor) for anchor in (side, "center", other)]
    beside = [Place(AWAY - 4, 0, "left"), Place(4 - AWAY, 0, "right")]
    return found[:6] + beside + found[6:]


def _around(label: Label, height: float) -> Box:
    x, y = label.x * NARROW, label.y * height
    return x - 7, y - 7, x + 7, y + 7


def _box(label: Label, option: Place, height: float) -> Box:
    width = LETTER * len(label.text)
    start = {"left": 0.0, "right": -width, "center": -width / 2}[option.anchor]
    left = label.x * NARROW + option.xshift + start
    middle = label.y * height + option.yshift
    return left, middle - LINE / 2, left + width, middle + LINE / 2


@dataclass(frozen=True)
class _Ground:
    """What a label may come to lie on."""

    taken: Sequence[Box]
    dots: Sequence[Box]
    ink: Sequence[Point]
    height: float

    def cost(self, box: Box) -> float:
        left, bottom, right, top = box
        outside = max(0, -left) + max(0, right - NARROW - 6) + max(0, -bottom) + max(0, top - self.height)
        covered = sum(1 for x, y in self.ink if left - 2 < x < right + 2 and bottom - 1 < y < top + 1)
        return 1000 * _struck(box, self.taken) + 40 * outside + 60 * _struck(box, self.dots) + 5 * covered


def _struck(box: Box, others: Sequence[Box]) -> int:
    left, bottom, right, top = box
    return sum(1 for b in others if left < b[2] + 4 and right > b[0] - 4 and bottom < b[3] and top > b[1])


def _sampled(line: Sequence[Point]) -> list[Point]:
    """The line as points a few pixels apart, so that a label across it is noticed."""
    spots = list(line[:1])
    for (x0, y0), (x1, y1) in zip(line, line[1:], strict=False):
        count = int(max(abs(x1 - x0), abs(y1 - y0)) / STEP) + 1
        spots += [(x0 + (x1 - x0) * i / count, y0 + (y1 - y0) * i / count) for i in range(1, count + 1)]
    return spots
