"""How many placements reach other hour thresholds than 25, as a share that screens may use.

Two thresholds close together, or two dates, could be subtracted to find a few people. So there are few
thresholds and few dates (quarter ends), and a date counts only when every band between two shown thresholds,
and every step of such a band since the date before, is 0 or at least the limit. What a scenario shows is the
disclosed count at 25 hours times the disclosed share of the whole region; nothing else is counted for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from metrics.disclosure import LIMIT
from metrics.metric import Question, Scope
from metrics.placements import PLACEMENTS
from metrics.screen import COUNTED, Screen

THRESHOLD = Decimal(25)
NOTHING = Decimal(0)  # the threshold that every placement reaches
ALLOWED = tuple(Decimal(text) for text in ("20", "24", "25", "25.5", "28", "30", "32", "36"))
# Threshold to placements at or above it, from the start up to one date.
Levels = dict[Decimal, int]


@dataclass(frozen=True)
class Snapshot:
    """The thresholds that may be shown on a date, and the exact counts at each of them."""

    day: date
    levels: Levels


@dataclass(frozen=True)
class HourShare:
    """The placements at or above `threshold` as a share of those at or above 25 hours, on `day`."""

    threshold: Decimal
    share: float
    day: date


def quarter_ends(screen: Screen, until: date) -> list[date]:
    """Return the quarter ends among a screen's reference dates, oldest first."""
    ends = [point for point in screen.checkpoints if point.month % 3 == 0 and point.day >= 30]
    return [point for point in ends if point <= until]


def is_fresh(screen: Screen, counting: str, day: date) -> bool:
    """Return whether the region's count of a day is shown as it was on that very day."""
    answer = screen.stand(counting, day)
    return answer.state == "shown" and (answer.as_of == day or answer.value == 0)


class HourLevels:
    """The shares per hour threshold of one screen's region."""

    def __init__(self, screen: Screen) -> None:
        days = quarter_ends(screen, screen.end)
        self._days = [day for day in days if all(is_fresh(screen, rule, day) for rule in COUNTED)]
        self.snapshots = _walk(self._days, self._counts(screen)) if self._days else []

    def share(self, threshold: Decimal, day: date) -> HourShare | None:
        """Return the share at the shown threshold nearest to the one asked; None when there is none."""
        known = [one for one in self.snapshots if one.day <= day]
        if not known or not known[-1].levels[THRESHOLD]:
            return None
        last = known[-1]
        shown = [one for one in last.levels if one != NOTHING]
        nearest = min(shown, key=lambda one: (abs(one - threshold), one))
        return HourShare(nearest, last.levels[nearest] / last.levels[THRESHOLD], last.day)

    def _counts(self, screen: Screen) -> list[Levels]:
        """Return per date the exact counts at every threshold: placements of at least so many hours."""
        question = Question(
            PLACEMENTS,
            Scope(region=True),
            screen.start,
            screen.end,
            screen.end,
            ("hours", "checkpoint"),
            screen.checkpoints,
        )
        found = [(hours, day, one.low) for (hours, day), one in screen.compute(question).items()]
        return [
            {
                threshold: round(sum(n for hours, begun, n in found if begun <= day and hours >= threshold))
                for threshold in (NOTHING, *ALLOWED)
            }
            for day in self._days
        ]


def _walk(days: Sequence[date], counted: Sequence[Levels]) -> list[Snapshot]:
    """Take a date when all shown bands moved safely, then add the thresholds that split them safely."""
    shown: tuple[Decimal, ...] = (NOTHING, THRESHOLD)
    last = dict.fromkeys((NOTHING, *ALLOWED), 0)
    snapshots = []
    for day, levels in zip(days, counted, strict=True):
        before = _bands(last, shown)
        if not all(_is_safe(now - then) for now, then in zip(_bands(levels, shown), before, strict=True)):
            continue
        for threshold in ALLOWED:
            wider = tuple(sorted({*shown, threshold}))
            if all(map(_is_safe, _bands(levels, wider))):
                shown = wider
        last = levels
        snapshots.append(Snapshot(day, {threshold: levels[threshold] for threshold in shown}))
    return snapshots


def _bands(levels: Levels, shown: Sequence[Decimal]) -> list[int]:
    """Return the placements between two shown thresholds, and those above the last one."""
    return [*(levels[low] - levels[high] for low, high in pairwise(shown)), levels[shown[-1]]]


def _is_safe(step: int) -> bool:
    return step == 0 or step >= LIMIT
