"""A bridge that screens may show: no step, and no change of a step over time, tells of one to four people.

Steps that are too small are merged with the next one. A bridge is taken at quarter ends only; when nothing
safe can be said of a quarter, the one before stays, with its date.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import pairwise

from metrics.bridge import BEGUN, HOME, RUNNING, Bridge, Mode, closed, counted, route
from metrics.bridge_sums import BridgeSums
from metrics.disclosure import LIMIT
from metrics.scenario_hours import is_fresh, quarter_ends
from metrics.screen import Screen
from storage.database import Database

# Modes that the screen shows elsewhere too, by the counting rule they follow.
_ON_SCREEN = {
    Mode(): "placements",
    Mode(large=True): "min25",
    Mode(unit="per25.5"): "placements",
    Mode(unit="persons"): "placements",
}
# Counts of people that pages show, whether or not they are kept here: no kept count may come close to one.
_PUBLIC = tuple(
    replace(mode, when=when)
    for mode in (Mode(), Mode(large=True), Mode(unit="persons"))
    for when in (BEGUN, RUNNING)
)


Values = dict[Mode, float]


@dataclass(frozen=True)
class Shown:
    """A bridge that may be shown on a day: the way it went, and the values of the modes kept, in order."""

    day: date
    destination: Mode
    values: Values


def shown_bridge(
    database: Database, screen: Screen, origin: Mode, destination: Mode, as_of: date
) -> Bridge | None:
    """Return the bridge of the last quarter end that can be shown, or None when there is none yet."""
    return bridge_on(origin, bridge_history(database, screen, origin, destination), as_of)


def bridge_on(origin: Mode, history: Sequence[Shown], as_of: date) -> Bridge | None:
    """Return the last bridge of a period up to a day; None when there is none yet."""
    known = [shown for shown in history if shown.day <= as_of]
    return _merged(origin, known[-1]) if known else None


def bridge_history(
    database: Database,
    screen: Screen,
    origin: Mode,
    destination: Mode,
    earlier: Sequence[Shown] = (),
    sums: BridgeSums | None = None,
) -> list[Shown]:
    """Return the bridges of a period, one per quarter end that can be shown.

    When the destination cannot be shown, one that keeps hired-in, or also goes by residence, takes its place;
    the bridge names its own destination. `earlier` is the history of the periods before: what runs on a day
    goes on from one period to the next, so what is shown of it must be safe beside that too. `sums` are those
    of `sums_of`, made once for all bridges of a period.
    """
    with_hired = replace(destination, hired=origin.hired)
    wanted = dict.fromkeys((destination, with_hired, replace(with_hired, region=HOME)))
    history: list[Shown] = []
    before = [_running(shown) for shown in earlier]
    sums = sums or sums_of(database, screen)
    for day in quarter_ends(screen, screen.end):

        @cache
        def count(mode: Mode, day: date = day) -> float:
            return counted(database, mode, screen.start, screen.end, day, sums)

        for one in wanted:
            modes = [origin, *(mode for _, mode in route(origin, one))]
            way = _Way(screen, day, {mode: count(mode) for mode in modes}, [*before, *history])
            if kept := _kept(way, modes):
                history.append(Shown(day, one, {mode: count(mode) for mode in kept}))
                break
    return history


def sums_of(database: Database, screen: Screen) -> BridgeSums | None:
    """Return the facts between the quarter ends of a period; None for a period without any."""
    days = quarter_ends(screen, screen.end)
    return BridgeSums(database, screen.start, days) if days else None


def _running(shown: Shown) -> Shown:
    """Leave what began in a period of its own: the next period counts that anew, from nothing."""
    return replace(shown, values={m: value for m, value in shown.values.items() if m.when == RUNNING})


@dataclass(frozen=True)
class _Way:
    """The exact values on one day of all modes on a way, and what was shown on earlier days."""

    screen: Screen
    day: date
    values: Values
    history: list[Shown]

    def may_show(self, mode: Mode) -> bool:
        """Return whether a value may be shown: beside what pages show, and beside what it was before."""
        rule = _ON_SCREEN.get(mode)
        if rule is not None and not is_fresh(self.screen, rule, self.day):
            return False
        if mode.unit == "per25.5":
            return True
        value = self.values[mode]
        near = [one for other, one in self.values.items() if other in _PUBLIC]
        before = [shown.values[mode] for shown in self.history if mode in shown.values]
        return _is_safe(value) and all(_is_safe(value - one) for one in (*near, *before))

    def may_step(self, one: Mode, other: Mode) -> bool:
        """Return whether a step may be shown: by itself, and beside the same step on every earlier day.

        Hours are no people: a step to or from jobs of 25,5 hours is safe beside its own placements.
        """
        if "per25.5" in (one.unit, other.unit):
            return replace(one, unit=other.unit) == other
        step = self.values[other] - self.values[one]
        known = [shown.values for shown in self.history if one in shown.values and other in shown.values]
        return _is_safe(step) and all(_is_safe(step - (old[other] - old[one])) for old in known)


def _kept(way: _Way, modes: list[Mode]) -> list[Mode]:
    """Return which modes to show, from the first to the last; nothing when those two can't both be shown."""
    first, last = modes[0], modes[-1]
    if last.unit == "per25.5" and len(modes) > 1:  # hours stand on the placements before them
        kept = _kept(way, modes[:-1])
        return [*kept, last] if kept and way.may_show(last) else []
    if not way.may_show(first) or not way.may_show(last):
        return []
    kept = [first]
    for mode in modes[1:-1]:
        if way.may_show(mode) and way.may_step(kept[-1], mode):
            kept.append(mode)
    while kept and len(modes) > 1 and not way.may_step(kept[-1], last):
        kept.pop()
    return [*kept, last] if kept and len(modes) > 1 else kept


def _merged(origin: Mode, shown: Shown) -> Bridge:
    """Return the bridge over what is shown; a merged step carries the labels of all it holds."""
    way = route(origin, shown.destination)
    modes, labels = [origin, *(mode for _, mode in way)], [label for label, _ in way]
    kept = [modes.index(mode) for mode in shown.values]
    said = ["; ".join(labels[i:j]) for i, j in pairwise(kept)]
    return closed(origin, shown.destination, shown.day, list(shown.values.values()), said)


def _is_safe(count: float) -> bool:
    return abs(count) < 1e-9 or abs(count) >= LIMIT
