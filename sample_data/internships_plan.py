"""The invented internships, as canonical rows: BBL and BOL places of two suppliers, 2014-2022."""

from collections.abc import Iterator
from datetime import date
from random import Random

from sample_data import names
from sample_data.calendar_plan import SCHOOL_WEIGHTS, months_later, shares, working_day
from sample_data.rows import UNKNOWN_HOURS, People, Row, internship

# Places begun per year. In 2015 this gives 107 in the region: 60 that existed and 40 to 50 extra (letter).
PLACES = {2014: 92, 2015: 107, 2016: 128, 2017: 134, 2018: 142, 2019: 150, 2020: 104, 2021: 138, 2022: 152}
OTHER_TRACKS = {2014: 3, 2015: 4, 2016: 5, 2017: 5, 2018: 5, 2019: 6, 2020: 4, 2021: 6, 2022: 6}
SCHOOL = "Nova College"
CREBOS = {1: ("23110", "25251"), 2: ("25168", "25181", "25490"), 3: ("25187", "25491"), 4: ("25170", "25180")}


class InternshipPlanner:
    """Makes the internships of a year from one seeded stream."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.people = People(rng)

    def year(self, year: int) -> Iterator[Row]:
        """BBL and BOL places in the region, then places in other tracks and a few outside the region."""
        months = shares(PLACES[year], list(SCHOOL_WEIGHTS))
        for month, places in enumerate(months, start=1):
            while places:
                quantity = 1 if places < 2 or self.rng.random() < 0.85 else 2
                places -= quantity
                start = working_day(self.rng, year, month)
                yield self._one(start, self.rng.choice(("bbl", "bol")), quantity)
        for _ in range(OTHER_TRACKS[year]):
            yield self._one(working_day(self.rng, year, 9), self.rng.choice(("col", "ovo")), 1)
        # One student who lives elsewhere, and one who works elsewhere: work decides where it is known.
        for supplier, field in (("nova-college", "home"), ("ikh-stagebureau", "work")):
            row = self._one(working_day(self.rng, year, 10), "bol", 1, supplier)
            yield {**row, field: names.HAARLEMMERMEER}

    def _one(self, start: date, track: str, quantity: int, supplier: str | None = None) -> Row:
        # Only the stage bureau writes one line for several places; it keeps no student numbers.
        at_bureau = quantity > 1 or self.rng.random() < 0.4
        supplier = supplier or ("ikh-stagebureau" if at_bureau else "nova-college")
        employer = self.rng.choice(names.MARKET + names.GOVERNMENT)
        homes = {code: names.WEIGHTS[code] for code in names.members(start.year)}
        home = self.rng.choices(list(homes), weights=list(homes.values()))[0]
        level = self.rng.choices((1, 2, 3, 4), weights=(12, 40, 30, 18))[0]
        hours = UNKNOWN_HOURS if self.rng.random() < 0.04 else (self.rng.choice((16, 24, 32, 32)),) * 2
        return internship(
            supplier=supplier,
            start=start,
            end=months_later(start, self.rng.choice((5, 6, 10, 12))),
            hours=hours,
            level=level,
            track=track,
            crebo=self.rng.choice(CREBOS[level]),
            school=SCHOOL,
            home=home,
            work=employer.work,
            employer=employer.name,
            quantity=quantity,
            person=self.people.new(supplier),
        )
