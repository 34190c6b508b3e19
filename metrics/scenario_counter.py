"""Counts for a what-if that screens may show: everything is computed from numbers that are shown already.

The only new counts are the shares per hour threshold (scenario_hours.py), which are disclosed by themselves.
So a scenario beside the baseline tells no more than the pages do.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from metrics.disclosure import LIMIT, Disclosed
from metrics.scenario import Scenario
from metrics.scenario_dials import SEATS
from metrics.scenario_hours import THRESHOLD, HourLevels, HourShare
from metrics.scenario_measured import HOURS_PER_JOB
from metrics.scenario_words import figure
from metrics.screen import Screen
from metrics.shown import ShownStanding, shown_standing
from metrics.standing import rule_of
from reference.dutch import date_long
from reference.load import Target, municipalities
from storage.database import Database

Screens = Callable[[date, date | None], Screen]
Told = tuple[Disclosed | None, tuple[str, ...]]
FORMER = tuple(one.code for one in municipalities() if one.code not in SEATS)
LEAST = {"below": 1.0, "shielded": float(LIMIT)}
HIDDEN = "Dit aantal is te klein om te tonen; daarom verandert deze knop hier niets."


class ScenarioScreen:
    """The disclosed numbers of one data version, for any scenario. Keep it for as long as the data version.

    `screens` gives the Screen of a period; no end means up to the last reference date. What was asked once is
    remembered, so a dial that changes no count costs no query.
    """

    def __init__(self, database: Database, screens: Screens) -> None:
        self._database, self._screens = database, screens
        self._standings: dict[tuple, ShownStanding] = {}
        self._levels: dict[tuple[date, date], HourLevels] = {}

    def standing(self, target: Target, goal: Target, day: date) -> ShownStanding:
        """Return what is shown of a target under the counting rule and sector of `goal`, on a day."""
        day = min(day, goal.end or day)
        beyond = target.end is not None and day > target.end
        key = (target.key, goal.counting, goal.scope.sector, day)
        if key not in self._standings:
            counted = replace(target, counting=goal.counting, metric=goal.metric, scope=goal.scope)
            if beyond:
                counted = replace(counted, end=None, open_ended=True)
            screen = self.screen(target, day)
            self._standings[key] = shown_standing(self._database, screen, counted, day)
        return self._standings[key]

    def screen(self, target: Target, day: date) -> Screen:
        """Return the screen that counts a target up to a day, also past its own deadline."""
        beyond = target.end is not None and day > target.end
        return self._screens(target.start, None if beyond else target.end)

    def levels(self, target: Target, day: date) -> HourLevels:
        """Return the shares per hour threshold in the region."""
        screen = self.screen(target, day)
        if (screen.start, screen.end) not in self._levels:
            self._levels[screen.start, screen.end] = HourLevels(screen)
        return self._levels[screen.start, screen.end]


@dataclass(frozen=True)
class Counter:
    """Counts for one scenario of one target, from shown numbers only."""

    sight: ScenarioScreen
    target: Target
    goal: Target
    scenario: Scenario

    def told(self, day: date, rule: str | None = None) -> Told:
        """Return the number on a day and the notes that go with it."""
        goal = self.goal if rule is None else replace(self.goal, counting=rule)
        number = self.sight.standing(self.target, goal, day).number
        notes: tuple[str, ...] = ()
        for dial, change in (
            ("members", self._only_members),
            ("start", self._since_start),
            ("threshold", self._at_threshold),
            ("hours_per_job", self._per_job),
        ):
            if getattr(self.scenario, dial) is None or number is None:
                continue
            if number.state != "shown":
                return number, (*notes, HIDDEN)
            number, more = change(number, goal, min(day, goal.end or day))
            notes += more
        return number, notes

    def estimate(self, day: date, rule: str | None) -> tuple[float, date] | None:
        """Return a number to reckon on with and its date; a hidden one counts as the least it may be."""
        number, _ = self.told(day, rule)
        if number is None:
            return None
        return LEAST.get(number.state, number.value), number.as_of

    def in_force(self, day: date) -> Scenario:
        """Return the scenario with the hour threshold that is really counted, for the words beside it."""
        if self.scenario.threshold is None:
            return self.scenario
        plain = replace(self, scenario=replace(self.scenario, threshold=None))
        number, _ = plain.told(day)
        shown = number is not None and number.state == "shown" and self.goal.scope.kind == "region"
        found = self._hour_share(number, min(day, self.goal.end or day)) if shown else None
        return replace(self.scenario, threshold=found.threshold if found else None)

    def places(self, day: date) -> Callable[[], dict[str, float]]:
        """Return how to weigh the municipalities: by what is shown of each."""
        screen, rule = self.sight.screen(self.target, day), rule_of(self.goal) or "placements"

        def weights() -> dict[str, float]:
            found = {code: screen.placed(rule, day, code) for code in SEATS}
            return {code: LEAST.get(one.state, one.value) for code, one in found.items()}

        return weights

    def _only_members(self, number: Disclosed, goal: Target, day: date) -> Told:
        if goal.scope.sector:
            return number, ("Binnen één sector zijn de oud-gemeenten op het scherm niet apart te tellen.",)
        screen = self.sight.screen(self.target, day)
        former = [screen.placed(goal.counting, day, code) for code in FORMER]
        if any(one.state != "shown" for one in former):
            return number, ("In de oud-gemeenten wonen te weinig mensen om ze apart te tellen.",)
        gone = sum(one.value for one in former)
        return _changed(number, number.value - gone, -gone), ()

    def _since_start(self, number: Disclosed, goal: Target, day: date) -> Told:
        if goal.start <= self.target.start:
            return number, ("Het scherm telt niet van vóór het begin van de afspraak.",)
        if goal.start > day:
            return Disclosed("shown", 0, day, number.limit, 0), ()
        before = self.sight.standing(self.target, goal, goal.start - timedelta(days=1)).number
        if before is None or before.state != "shown":
            return number, (HIDDEN,)
        earlier = (before.high or before.value) - before.value  # what was unknown then is not of now
        return _changed(number, number.value - before.value, -before.value - earlier), ()

    def _at_threshold(self, number: Disclosed, goal: Target, day: date) -> Told:
        wanted = self.scenario.threshold
        if goal.counting != "min25" or wanted == THRESHOLD:
            return number, ()
        if goal.scope.kind != "region":
            return number, ("Buiten de hele regio telt het scherm alleen de grens van 25 uur.",)
        found = self._hour_share(number, day)
        if found is None:
            return number, (f"Bij {figure(wanted)} uur is geen ander aantal te tonen dan bij 25 uur.",)
        value = round(number.value * found.share)
        return _changed(number, value, value - number.value), self._hour_notes(found, number.as_of)

    def _hour_share(self, number: Disclosed, day: date) -> HourShare | None:
        """Return the nearest share to use; None when the result would be too close to 25 hours."""
        found = self.sight.levels(self.target, day).share(self.scenario.threshold, number.as_of)
        if found is None or abs(round(number.value * found.share) - number.value) < LIMIT:
            return None
        return found

    def _hour_notes(self, found: HourShare, day: date) -> tuple[str, ...]:
        wanted, near = figure(self.scenario.threshold), figure(found.threshold)
        notes = []
        if near != wanted:
            notes.append(f"Geteld bij {near} uur: dat is te tonen, en ligt het dichtst bij {wanted} uur.")
        if found.day != day:
            notes.append(f"Geschat met het aandeel van {date_long(found.day)}.")
        if self.goal.scope.sector:
            notes.append("Geschat met het aandeel in de hele regio, van alle sectoren.")
        return tuple(notes)

    def _per_job(self, number: Disclosed, goal: Target, day: date) -> Told:
        """The hours are shown already (jobs times 25.5); another size of one job only divides them again."""
        if goal.counting != "per25.5":
            return number, ()
        factor = HOURS_PER_JOB / float(self.scenario.hours_per_job)
        high = None if number.high is None else number.high * factor
        return replace(number, value=number.value * factor, high=high), ()


def _changed(number: Disclosed, value: float, shift: float) -> Disclosed:
    """Return a number with another value; what is unknown stays as wide as it was."""
    high = None if number.high is None else max(number.high + shift, value, 0)
    return replace(number, value=max(value, 0), high=high)
