"""What screens may show: exact counts go in, only disclosed numbers come out.

A Screen belongs to one period of one data version. It counts once per family of views (places, sectors,
channels …) at all reference dates and walks them through a Ledger, so that every page, filter and address
tells the same story and no two of them can be subtracted to find a person.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cached_property

from metrics.cells import REGION, UNKNOWN, by_place, place_relations, scope_of_cell, under
from metrics.disclosure import CROSSED_LIMIT, LIMIT, Disclosed, Ledger, steady, widened
from metrics.guard import Relation
from metrics.internships import INTERNSHIPS
from metrics.metric import Amount, Key, Question, Scope
from metrics.period_counts import DIMENSIONS, PeriodCounts
from metrics.pillars import PILLAR_PLACEMENTS
from metrics.placements import GARANTIEBANEN, PLACEMENTS
from storage.database import Database

# Rules whose counts are counts of placements; the other two follow the placements of their own cell.
COUNTED = {"placements": PLACEMENTS, "min25": GARANTIEBANEN}


class Screen:
    """The disclosed numbers of one period, up to the last day that deliveries cover.

    Places are "region", a sub-region by name, or a municipality by code.
    """

    def __init__(self, database: Database, start: date, end: date) -> None:
        self._exact = PeriodCounts(database, start, end)
        self.start, self.end, self.checkpoints = start, end, self._exact.checkpoints
        self._dimensions: dict[str, Ledger] = {}
        self._crossed: dict[str, Ledger] = {}
        self._stocks: dict[str, list[tuple[date, float | None]]] = {}

    def prepare(self) -> None:
        """Count every family of views once, so that no visitor waits for the first look at one."""
        for family in ("_places", "_parties", "_internships", "_activities", "_activity_places"):
            getattr(self, family)
        for dimension in DIMENSIONS:
            self._cross(dimension)

    def placed(self, counting: str, as_of: date, place: str = REGION) -> Disclosed:
        """Return the placements in a place under a counting rule."""
        return self._follow(counting, as_of, self._places, (place,))

    def stand(self, counting: str, as_of: date) -> Disclosed:
        """Return the region's placements or garantiebanen as `placed` does, without their interval."""
        return self._places.at((counting, REGION), as_of)

    def part(self, counting: str, dimension: str, code: str, as_of: date) -> Disclosed:
        """Return one part of the region's placements: a sector, channel, kind of work or target group."""
        return self._follow(counting, as_of, self.dimension(dimension), (REGION, dimension, code))

    def crossed(self, dimension: str, code: str, place: str, as_of: date) -> Disclosed:
        """Return one part of the placements in a municipality; the limit is the higher one."""
        return _known(self._cross(dimension), ("placements", place, dimension, code), as_of)

    def party(self, counting: str, code: str, as_of: date) -> Disclosed:
        """Return the placements at a party of the Sociaal Akkoord, wherever people live."""
        return self._follow(counting, as_of, self._parties, ("party", code))

    def internships(self, as_of: date, place: str = REGION) -> Disclosed:
        """Return the BBL and BOL internships begun in a place."""
        return self._internships.at(("internships", place), as_of)

    def activities(self, as_of: date, pillar: str | None = None) -> Disclosed:
        """Return the placements and internships begun in the region for a pillar, or for all of them."""
        return _known(self._activities, ("activities", pillar or REGION), as_of)

    def activities_in(self, place: str, as_of: date) -> Disclosed:
        """Return the placements and internships begun in a place, for all pillars."""
        return _known(self._activity_places, ("activities", place), as_of)

    def activity_line(self, as_of: date, pillar: str | None = None) -> list[tuple[date, int]]:
        """Return the cumulative points of a pillar, or of all, that may be shown up to a reference date."""
        cell = ("activities", pillar or REGION)
        return self._activities.series(cell, as_of) if self._activities.knows(cell) else []

    def line(self, counting: str, as_of: date, place: str = REGION) -> list[tuple[date, float]]:
        """Return the cumulative points of a place that may be shown, up to a reference date."""
        points = [point for point, _ in self._places.series(("placements", place), as_of)]
        if counting in COUNTED:
            return self._places.series((counting, place), as_of)
        course = self._exact.course(counting, scope_of_cell((place,)))
        return [(point, course[point]) for point in points]

    def internship_line(self, as_of: date, place: str = REGION) -> list[tuple[date, int]]:
        """Return the cumulative points of begun internships that may be shown, up to a reference date."""
        return self._internships.series(("internships", place), as_of)

    def sector_line(self, counting: str, sector: str, as_of: date) -> list[tuple[date, float]]:
        """Return the cumulative points of a sector in the region that may be shown."""
        parts, cell = self.dimension("sector"), (counting, REGION, "sector", sector)
        return parts.series(cell, as_of) if parts.knows(cell) else []

    def party_line(self, counting: str, code: str, as_of: date) -> list[tuple[date, float]]:
        """Return the cumulative points of a party that may be shown."""
        cell = (counting, "party", code)
        return self._parties.series(cell, as_of) if self._parties.knows(cell) else []

    def active(self, counting: str, as_of: date) -> float | None:
        """Return the region's stock on a reference date; None when it is too small to show."""
        shown = [value for point, value in self._stock(counting) if point <= as_of]
        return shown[-1] if shown else None

    def active_line(self, counting: str, as_of: date) -> list[tuple[date, float]]:
        """Return the region's stock on the reference dates on which what is shown of it moved."""
        shown = [(day, value) for day, value in self._stock(counting) if day <= as_of and value is not None]
        return [one for i, one in enumerate(shown) if not i or one[1] != shown[i - 1][1]]

    def _stock(self, counting: str) -> list[tuple[date, float | None]]:
        if counting not in self._stocks:
            shown = steady(self._exact.running(counting))
            self._stocks[counting] = list(zip(self.checkpoints, shown, strict=True))
        return self._stocks[counting]

    def compute(self, question: Question) -> dict[Key, Amount]:
        """Return the exact answer to a question about this period: to make something that may be shown of."""
        return self._exact.compute(question)

    def codes(self, dimension: str) -> list[str]:
        """Return the codes that occur in the region, most frequent first, unknown last."""
        found = self._exact.cumulated(PLACEMENTS, Scope(region=True), (dimension,))
        order = sorted(found, key=lambda key: (key[0] is None, -found[key].low[-1]))
        return [key[0] or UNKNOWN for key in order if found[key].low[-1] > 0]

    def pillars(self) -> list[str]:
        """Return the pillars that occur, unknown last."""
        found = self._exact.cumulated(PILLAR_PLACEMENTS, Scope(region=True), ("pillar",))
        return [key[0] or UNKNOWN for key in sorted(found, key=lambda key: (key[0] is None, str(key[0])))]

    def dimension(self, dimension: str) -> Ledger:
        """Return the ledger of the region's parts by sector, channel, kind of work or target group."""
        if dimension not in self._dimensions:
            counts, relations = {}, []
            for counting, metric in COUNTED.items():
                found = self._exact.cumulated(metric, Scope(region=True), (dimension,))
                cells = {(counting, REGION, dimension, key[0] or UNKNOWN): c.low for key, c in found.items()}
                counts |= cells
                counts[counting, REGION] = self._place_counts[counting, REGION]
                relations.append(Relation((counting, REGION), tuple(cells)))
            derived, extra = under(counts)
            self._dimensions[dimension] = Ledger(
                self.checkpoints,
                counts | derived,
                relations + extra,
                derived=frozenset(derived),
                fixed=[self._places],
            )
        return self._dimensions[dimension]

    @cached_property
    def _place_counts(self) -> dict[tuple, list[int]]:
        counts: dict[tuple, list[int]] = {}
        for counting, metric in COUNTED.items():
            found = self._exact.cumulated(metric, Scope(region=True), ("municipality",))
            counts |= by_place(counting, {key[0]: c.low for key, c in found.items()}, len(self.checkpoints))
        return counts

    @cached_property
    def _places(self) -> Ledger:
        derived, extra = under(self._place_counts)
        relations = [r for counting in COUNTED for r in place_relations(counting)]
        return Ledger(
            self.checkpoints, self._place_counts | derived, relations + extra, derived=frozenset(derived)
        )

    @cached_property
    def _parties(self) -> Ledger:
        counts = {}
        for counting, metric in COUNTED.items():
            found = self._exact.cumulated(metric, Scope(), ("party",))
            counts |= {(counting, "party", key[0]): c.low for key, c in found.items() if key[0]}
        derived, relations = under(counts)
        return Ledger(self.checkpoints, counts | derived, relations, derived=frozenset(derived))

    @cached_property
    def _internships(self) -> Ledger:
        found = self._exact.cumulated(INTERNSHIPS, Scope(region=True), ("municipality",))
        counts = by_place("internships", {key[0]: c.low for key, c in found.items()}, len(self.checkpoints))
        return Ledger(self.checkpoints, counts, place_relations("internships"))

    @cached_property
    def _activities(self) -> Ledger:
        found = self._exact.cumulated(PILLAR_PLACEMENTS, Scope(region=True), ("pillar",))
        counts = {("activities", key[0] or UNKNOWN): c.low for key, c in found.items()}
        total = [sum(values) for values in zip(*counts.values(), strict=True)] or [0] * len(self.checkpoints)
        relation = Relation(("activities", REGION), tuple(counts))
        return Ledger(self.checkpoints, counts | {("activities", REGION): total}, [relation])

    @cached_property
    def _activity_places(self) -> Ledger:
        found = self._exact.cumulated(PILLAR_PLACEMENTS, Scope(region=True), ("municipality",))
        counts = by_place("activities", {key[0]: c.low for key, c in found.items()}, len(self.checkpoints))
        return Ledger(self.checkpoints, counts, place_relations("activities"), fixed=[self._activities])

    def _cross(self, dimension: str) -> Ledger:
        if dimension not in self._crossed:
            found = self._exact.cumulated(PLACEMENTS, Scope(region=True), ("municipality", dimension))
            cells = {
                ("placements", place, dimension, code or UNKNOWN): c.low
                for (place, code), c in found.items()
                if place
            }
            both = {cell[:2] for cell in cells} | {("placements", REGION, *cell[2:]) for cell in cells}
            margins = sorted(both, key=str)
            sides = [self._places, self.dimension(dimension)]
            counts = cells | {cell: next(s for s in sides if s.knows(cell)).counts(cell) for cell in margins}
            relations = [
                Relation(m, tuple(c for c in cells if c[:2] == m or c[2:] == m[2:])) for m in margins
            ]
            limits = dict.fromkeys(cells, CROSSED_LIMIT)
            self._crossed[dimension] = Ledger(self.checkpoints, counts, relations, limits, fixed=sides)
        return self._crossed[dimension]

    def _follow(self, counting: str, as_of: date, ledger: Ledger, cell: tuple) -> Disclosed:
        """Return a count with its interval; hours and persons move only when their placements may."""
        counted = counting if counting in COUNTED else "placements"
        if not ledger.knows((counted, *cell)):
            return Disclosed("shown", 0, as_of, LIMIT)
        answer = ledger.at((counted, *cell), as_of)
        if answer.state != "shown":
            return answer
        amount = self._exact.amount(counting, cell, answer.as_of)
        value = answer.value if counting in COUNTED else amount.value
        return replace(answer, value=value, high=widened(value, max(amount.high - amount.low, 0)))


def _known(ledger: Ledger, cell: tuple, as_of: date) -> Disclosed:
    """Return what may be shown of a cell; one that never occurs is nothing, which anyone may know."""
    return ledger.at(cell, as_of) if ledger.knows(cell) else Disclosed("shown", 0, as_of, ledger.limit(cell))
