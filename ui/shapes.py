"""What the chart and card builders take and give: plain values that already passed disclosure control."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import plotly.graph_objects as go


@dataclass(frozen=True)
class Shown:
    """A number as it may be seen: its Dutch text, and its value unless the value is hidden."""

    text: str
    value: float | None
    hidden: bool = False

    @property
    def drawable(self) -> float | None:
        """The value where a chart may draw it, else None."""
        return None if self.hidden else self.value


class Table(NamedTuple):
    """The table beside a chart: headings and rows of text, every row as long as the headings."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Chart:
    """A Plotly figure, the sentence that replaces it for who cannot see it, and its table."""

    figure: "go.Figure"
    alt: str
    table: Table


@dataclass(frozen=True)
class Drawing:
    """A chart as HTML for `st.html`, its replacing sentence, and its table."""

    html: str
    alt: str
    table: Table


@dataclass(frozen=True)
class BulletRow:
    """One target: the count, its target (None: no number in the source) and its status word.

    `pace` is the elapsed share of the period (0 to 1, None without a deadline). `low` and `high` are the ends
    of the interval where hours, register or sector are unknown; both or neither.
    """

    label: str
    shown: Shown
    target: Shown | None
    unit: str
    status: str
    pace: float | None = None
    low: Shown | None = None
    high: Shown | None = None


@dataclass(frozen=True)
class TimePoint:
    """A value on a date, with the ends of its interval where it is uncertain."""

    day: date
    shown: Shown
    low: Shown | None = None
    high: Shown | None = None


@dataclass(frozen=True)
class Published:
    """A number as a document stated it: its reference date, the number and a short name of the document."""

    day: date
    shown: Shown
    label: str


@dataclass(frozen=True)
class Series:
    """The course of one municipality; `latest` is the number printed beside its name."""

    name: str
    points: Sequence[TimePoint]
    latest: Shown
    status: str | None = None
    href: str | None = None


@dataclass(frozen=True)
class Tile:
    """One municipality on the schematic map; `code` (CBS) decides its place."""

    code: str
    name: str
    shown: Shown
    unit: str
    href: str
    status: str | None = None


@dataclass(frozen=True)
class Pair:
    """Two values of one thing, and the difference in words ('+6', 'afgeschermd')."""

    label: str
    first: Shown
    second: Shown
    difference: Shown


@dataclass(frozen=True)
class Bar:
    """One part of a breakdown; `share` is its share of the whole as text ('45 %') where that may be shown."""

    label: str
    shown: Shown
    share: str | None = None


@dataclass(frozen=True)
class Card:
    """One agreement on the overview. `date_text` and `source` are whole Dutch phrases; links may be None."""

    row: BulletRow
    date_text: str
    source: str
    source_href: str | None = None
    href: str | None = None
    note: str | None = None
