"""The invented placements, as canonical rows: who starts where and when, 2014-2022."""

from collections.abc import Iterator
from datetime import date
from random import Random

from sample_data import names
from sample_data.calendar_plan import counted_starts, months_later, other_starts
from sample_data.choices import (
    COUNTED_TYPES,
    GROUPS,
    PILLARS,
    REGULAR_TYPES,
    SECTORS,
    SHELTERED_TYPES,
    SINCE_2020,
    UNCOUNTED,
    choose_supplier,
    hours_deck,
    pick,
)
from sample_data.rows import FULL_HOURS, PART_HOURS, UNKNOWN_HOURS, People, Row, placement
from sample_data.specials import LARGE, SPECIALS, Special


class Planner:
    """Makes the rows of a year, one kind after another, from one seeded stream."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.people = People(rng)

    def year(self, year: int) -> Iterator[Row]:
        """All rows of a year except renewals: counted, unknown register, elsewhere, and not counted."""
        yield from self.counted(year)
        yield from self.doubtful(year)
        yield from self.elsewhere(year)
        for start in other_starts(self.rng, year, UNCOUNTED[year]):
            yield self.uncounted(start)

    def with_pillar(self, row: Row) -> Row:
        """The row with the pillar as its supplier would state it; only the later WSP lists know the word."""
        group, chance = row["target_group"], self.rng.random()
        if row["start"].year >= 2020 and group == "wsw":
            group = "participatiewet"
        pillar = PILLARS.get(group) if chance < 0.8 else "werkgelegenheid" if chance < 0.85 else None
        return {**row, "target_group": group, "pillar": pillar}

    def counted(self, year: int) -> Iterator[Row]:
        """Rows that count in the region: first those of named parties, then the others."""
        starts = counted_starts(self.rng, year)
        if year == 2015:
            parts = [(starts[:147], 90), (starts[147:], 38)]
        else:
            parts = [(starts, round(len(starts) * 0.62))]
        for days, full in parts:
            yield from self._counted_part(days, full)

    def _counted_part(self, days: list[date], full: int) -> Iterator[Row]:
        days = list(days)
        for special in SPECIALS:
            fitting = [day for day in days if special.first <= day <= special.last]
            for day in self.rng.sample(fitting, min(special.number, len(fitting))):
                days.remove(day)
                full -= special.full_time
                yield self._special(day, special)
        for day, hours in zip(days, hours_deck(self.rng, len(days), full), strict=True):
            yield self._one(day, hours, home=self._home(day.year))

    def _special(self, day: date, special: Special) -> Row:
        choices = (
            ((28, 28), (32, 32), (36, 36)) if special.full_time else ((16, 16), (20, 20), (24, 24), (24, 32))
        )
        hours = self.rng.choice(choices)
        employer = self.rng.choice(special.employers)
        home = self._home(day.year)
        row = self._one(day, hours, home=home, supplier="wsp", employer=employer, party=special.party)
        return {**row, "job_type": "garantiebaan"}

    def doubtful(self, year: int) -> Iterator[Row]:
        """Rows in the region of which nobody wrote down whether the person is in the register."""
        for start in other_starts(self.rng, year, 6 if year < 2016 else 9):
            hours = self.rng.choice(((32, 32), (20, 20), UNKNOWN_HOURS, (28, 28)))
            yield {**self._one(start, hours, home=self._home(year)), "in_register": None}

    def elsewhere(self, year: int) -> Iterator[Row]:
        """A few people who live outside the region, and in three years one whose municipality is unknown."""
        away = [names.HAARLEMMERMEER, names.AMSTERDAM, names.CASTRICUM] + [names.UITGEEST] * (year >= 2017)
        for start in other_starts(self.rng, year, 2):
            # The ambition of the largest employers does not ask where someone lives.
            at_large = {"employer": self.rng.choice(names.LARGE), "party": LARGE} if year == 2015 else {}
            yield self._one(start, (32, 32), home=self.rng.choice(away), supplier="wsp", **at_large)
        if year in (2015, 2018, 2021):
            yield {**self._one(date(year, 3, 16), (28, 28), home=names.HAARLEM, supplier="wsp"), "home": None}

    def uncounted(self, start: date) -> Row:
        """A row that no target counts: not in the register, or a kind of place that is not a job."""
        hours = self.rng.choice((*FULL_HOURS, *PART_HOURS))
        row = self._one(start, (hours, hours), home=self._home(start.year))
        if self.rng.random() < 0.35:
            return {**row, "job_type": pick(self.rng, SHELTERED_TYPES)}
        group = row["target_group"]
        if start.year >= 2020 and row["supplier"] == "wsp" and self.rng.random() < 0.6:
            group = pick(self.rng, SINCE_2020)
        return {**row, "in_register": False, "job_type": pick(self.rng, REGULAR_TYPES), "target_group": group}

    def _home(self, year: int) -> str:
        return str(pick(self.rng, {code: names.WEIGHTS[code] for code in names.members(year)}))

    def _one(
        self,
        start: date,
        hours: tuple[float, float],
        *,
        home: str,
        supplier: str | None = None,
        employer: names.Employer | None = None,
        party: str | None = None,
    ) -> Row:
        supplier = supplier or choose_supplier(self.rng, home, start.year, hours)
        sector = employer.sector if employer else pick(self.rng, SECTORS)
        employer = employer or self.rng.choice(names.employers(sector, start.year))
        earlier = self.people.returning(supplier, home, start)
        months = self.rng.choice((6, 6, 7, 12, 12, 12, 18, None, None))
        who = {
            "person": earlier["person"] if earlier else self.people.new(supplier),
            "target_group": earlier["target_group"] if earlier else pick(self.rng, GROUPS[supplier]),
            "home": home,
            "in_register": True,
        }
        where = {"employer": employer.name, "work": employer.work, "sbi": employer.sbi, "sector": sector}
        what = {"job_type": pick(self.rng, COUNTED_TYPES), "contract_kind": "tijdelijk" if months else "vast"}
        end = months_later(start, months) if months else None
        about = {"supplier": supplier, "channel": supplier, "party": party}
        row = placement(**who, **where, **what, **about, start=start, end=end, hours=hours)
        self.people.remember(row)
        return row
