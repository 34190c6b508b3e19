"""What began for the doe-agenda: activity per pillar and its course."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from metrics.catalogue import METRICS
from metrics.cells import UNKNOWN
from metrics.disclosure import LIMIT, Disclosed
from reference.dutch import LABELS, date_long, date_short, number
from reference.load import targets
from ui.access import screen
from ui.parts import Part, part_bars
from ui.shapes import Drawing, Series, Table, TimePoint
from ui.sparks import scale_top, spark_panel
from ui.view import as_shown, date_text, plain, standings, target_url

PILLARS = ("T-RAA-P1", "T-RAA-P2", "T-RAA-P3", "T-RAA-P4")
START, END = targets()["T-RAA-P1"].start, targets()["T-RAA-P1"].end
UNIT = "plaatsingen en stages"
UNASSIGNED = "niet toe te wijzen"


@dataclass(frozen=True)
class Activity:
    """What began for the doe-agenda up to a date: in all (None: nothing delivered), and per pillar."""

    as_of: date
    total: Disclosed | None
    parts: list[Part]


def activity(as_of: date) -> Activity:
    """Return the activity in the region since 1 January 2020; `as_of` lies in the period or after it."""
    found = standings(PILLARS, as_of)
    stop = min(as_of, END)
    if all(standing.number is None for standing in found):
        return Activity(stop, None, [])
    numbers = screen(START, END)
    parts = [
        Part(
            LABELS["pillar"][standing.target.pillar],
            as_shown(standing.number),
            date_text(standing),
            standing.progress.status,
            target_url(standing.target),
        )
        for standing in found
    ]
    rest = numbers.activities(stop, UNKNOWN)
    parts.append(Part(UNASSIGNED, as_shown(rest), _when(rest)))
    return Activity(stop, numbers.activities(stop), parts)


def page_title(as_of: date | None, found: Activity | None) -> str:
    """Return the page's h1: the finding, or what will stand here."""
    if found is not None:
        return headline(found)
    if as_of is None:
        return "Hier komt te staan wat er voor de doe-agenda 2020–2022 begon"
    return f"Op {date_long(as_of)} was de doe-agenda nog niet begonnen"


def headline(found: Activity) -> str:
    """Return the page's finding: how much began, and that no number was agreed."""
    if found.total is None:
        return "Voor de doe-agenda zijn nog geen plaatsingen of stages geleverd"
    if found.total.state != "shown":
        return "De doe-agenda noemt geen getal als doel, en er begon nog te weinig om te tonen"
    amount = plain(found.total.value).text
    return f"Er begonnen {amount} {UNIT}; de doe-agenda zelf noemt geen getal als doel"


def largest(parts: Iterable[Part]) -> str:
    """Return which pillar holds most of what may be shown."""
    seen = [part for part in parts if part.shown.drawable and part.label != UNASSIGNED]
    if not seen:
        return "Wat er per pijler begon, is nog te weinig om te tonen"
    most = max(seen, key=lambda part: part.shown.drawable)
    where = most.label if most.label.startswith("van ") else f"in de pijler {most.label}"
    return f"De meeste begonnen {where}: {most.shown.text}"


def rule() -> str:
    """Return how the activity counts."""
    return METRICS["pillar_placements"].rule


def pillar_bars(found: Activity) -> Drawing:
    """Return the pillars as bars, with what no pillar could be given."""
    return part_bars(found.parts, UNIT, "Pijler")


def course(as_of: date) -> Drawing:
    """Return the cumulative course of each pillar, each on its own scale, as small panels."""
    numbers, stop = screen(START, END), min(as_of, END)
    codes = [*LABELS["pillar"], UNKNOWN]
    lines = [
        Series(
            LABELS["pillar"].get(code, UNASSIGNED),
            [TimePoint(day, plain(value)) for day, value in numbers.activity_line(stop, code)],
            as_shown(numbers.activities(stop, code)),
        )
        for code in codes
    ]
    panels = "".join(spark_panel(one, START, END, scale_top([one]), "", ()) for one in lines)
    key = (
        '<div class="rm-panel rm-panel-key"><p><b>Leeswijzer</b></p><p>Elke lijn telt op vanaf januari 2020 '
        "en heeft een eigen schaal: de hoogte vergelijkt geen pijlers.</p>"
        f"<p>Een stap van minder dan {LIMIT} staat er nog niet in.</p></div>"
    )
    alt = f"Verloop per pijler, {UNIT}: " + "; ".join(f"{one.name} {one.latest.text}" for one in lines)
    return Drawing(f'<div class="rm-panels">{panels}{key}</div>', alt, _course_table(lines))


def growth(as_of: date) -> str:
    """Return how the count of all pillars went, as one sentence between two dates that may be shown."""
    points = screen(START, END).activity_line(min(as_of, END))
    if not points:
        return "Er is nog geen verloop te tonen"
    last_day, last = points[-1]
    year_ends = [point for point in points if point[0] <= date(START.year, 12, 31) and point[1] > 0]
    if not year_ends or year_ends[-1][0] == last_day:
        return f"Tot en met {date_long(last_day)} begonnen er {number(last)}"
    first_day, first = year_ends[-1]
    now = f"{number(last)} op {date_long(last_day)}"
    return f"De stand ging van {number(first)} op {date_long(first_day)} naar {now}"


def _when(answer: Disclosed) -> str:
    return f"stand t/m {date_long(answer.as_of)}"


def _course_table(lines: list[Series]) -> Table:
    days = sorted({point.day for one in lines for point in one.points})
    shown = [{point.day: point.shown.text for point in one.points} for one in lines]
    rows = tuple((date_short(day), *(texts.get(day, "–") for texts in shown)) for day in days)
    return Table(("Datum", *(one.name for one in lines)), rows)
