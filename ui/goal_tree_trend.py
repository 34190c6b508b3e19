"""How a goal went over time, as the other pages count it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from data_loaders.statistics_codes import INDICATORS
from metrics.cells import REGION
from metrics.context import Course, Point
from reference.dutch import date_long
from reference.goal_tree import GoalNode
from reference.load import Target, targets
from ui import doe_agenda_view
from ui.burnup import burn_up
from ui.courses import course
from ui.crisis_words import STATES, STEPS
from ui.goal_tree_data import series
from ui.goal_tree_measured import counted_as, latest, moment
from ui.shapes import Chart, Drawing, Shown, Table
from ui.view import figure, goal, published_points, standings

NO_TREND = "Van dit doel is hier geen verloop te tonen: er is geen reeks, of die staat op een andere pagina."
_WIDTH = 49  # pixels of a column with the gap beside it
MOST = 36  # columns that still stand apart on a phone
_ADDED_UP = ("placements", "garantiebanen", "jobs", "persons", "internships", "internships_extra")


@dataclass(frozen=True)
class Trend:
    """A chart with its finding and descriptor."""

    title: str
    about: str
    chart: Chart | Drawing


def trend(node: GoalNode, as_of: date) -> Trend | None:
    """Return the course of a goal up to a date; None where no page counts it over time."""
    target = targets().get(node.target or "")
    metric = target.metric if target and target.metric else node.metric
    if metric in INDICATORS:
        return _series(metric, as_of)
    if metric == "pillar_placements" and as_of >= doe_agenda_view.START:
        return Trend(doe_agenda_view.growth(as_of), "Begonnen plaatsingen en stages per pijler in de regio.",
                     doe_agenda_view.course(as_of))  # fmt: skip
    if metric not in _ADDED_UP or (target and target.scope.kind != "region" and metric[0] != "i"):
        return None
    if target and target.metric:
        return _added_up(target, None, as_of, goal(target))
    key, counting = counted_as(metric, as_of)
    return _added_up(targets()[key], counting, as_of, None)


def _added_up(target: Target, counting: str | None, as_of: date, aim: Shown | None) -> Trend | None:
    """Return the cumulative count over a target's term; `aim` None: the tree names no target for it."""
    points = course(target, as_of, counting)
    last = standings([target.key], as_of, counting)[0]
    if not points or last.metric is None:
        return None
    end, unit = target.end or as_of, last.metric.unit
    chart = burn_up(
        points, aim if target.end else None, target.start, end, unit=unit,
        published=published_points(target, as_of) if aim else (), reference=as_of if as_of < end else None,
    )  # fmt: skip
    title = f"Op {date_long(points[-1].day)} stond de teller op {points[-1].shown.text} {unit}"
    return Trend(title, f"Opgeteld vanaf {date_long(target.start)}. {last.metric.rule}", chart)


def _series(indicator: str, as_of: date) -> Trend | None:
    found = series().get(indicator)
    last = latest(found, as_of)
    if found is None or last is None:
        return None
    points = [one for one in found.places[REGION] if one.last <= as_of][-MOST:]
    known = [one for one in points if one.value is not None]
    label = INDICATORS[indicator][0]
    title = f"{label}: van {figure(round(known[0].value, 1))} in {moment(known[0])} naar "
    title += f"{figure(round(last.value, 1))} in {moment(last)}"
    about = f"{label}, {found.unit or 'aantal'}, {STEPS[found.step]}, hele regio. Kolommen vanaf nul."
    return Trend(title, about, columns(points, found, label))


def columns(points: Sequence[Point], found: Course, label: str) -> Drawing:
    """Return a column per period on a scale from zero; a period without a number is a hatched stub."""
    top = max((one.value for one in points if one.value is not None), default=0) or 1
    drawn = "".join(_column(one, top) for one in points)
    ends = f"<span>{moment(points[0])}</span><span>{moment(points[-1])}</span>"
    rows = tuple((moment(one), _text(one)) for one in points)
    html = (
        f'<div style="max-width:{_WIDTH * max(len(points), 4)}px"><div class="rm-tree-columns" '
        f'aria-hidden="true">{drawn}</div><p class="rm-ends">{ends}</p></div>'
    )
    alt = f"Kolommen {STEPS[found.step]}: " + "; ".join(f"{when} {text}" for when, text in rows)
    return Drawing(html, alt, Table(("Periode", label), rows))


def _column(point: Point, top: float) -> str:
    if point.value is None:
        return '<i class="rm-stub"></i>'
    return f'<i style="height:{100 * point.value / top:.1f}%"></i>'


def _text(point: Point) -> str:
    return STATES[point.state] if point.value is None else figure(round(point.value, 1))
