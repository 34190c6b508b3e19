"""The placements of named parties: what the 2015 letter to the council says, and invented rows around it.

The letter of 19 November 2015 gives 2 garantiebanen at Gemeente Haarlem and 7 at Provincie Noord-Holland.
"""

from datetime import date
from typing import NamedTuple

from sample_data import names


class Special(NamedTuple):
    """So many counted placements at these employers, starting from `first` to `last`."""

    first: date
    last: date
    number: int
    employers: tuple[names.Employer, ...]
    party: str | None
    full_time: bool


LETTER = date(2015, 11, 19)
AFTER_LETTER = date(2015, 11, 20)
HAARLEM, PROVINCIE = (names.GEMEENTE_HAARLEM,), (names.PROVINCIE,)
LARGE, SMALL = "grote-werkgevers", "mkb-haarlem"


def _year(year: int, number: int, employers: tuple[names.Employer, ...]) -> Special:
    return Special(date(year, 1, 1), date(year, 12, 31), number, employers, None, True)


SPECIALS = (
    Special(date(2015, 3, 1), date(2015, 9, 30), 2, HAARLEM, "gemeente-haarlem", True),
    Special(AFTER_LETTER, date(2015, 12, 31), 3, HAARLEM, "gemeente-haarlem", True),
    Special(date(2015, 1, 1), date(2015, 9, 30), 5, PROVINCIE, None, True),
    Special(date(2015, 10, 5), LETTER, 2, PROVINCIE, None, True),
    Special(AFTER_LETTER, date(2015, 12, 31), 1, PROVINCIE, None, True),
    Special(AFTER_LETTER, date(2015, 12, 31), 3, names.CORPORATIONS, "corporaties", True),
    Special(date(2015, 1, 1), date(2015, 9, 30), 13, names.LARGE, LARGE, True),
    Special(date(2015, 1, 1), date(2015, 9, 30), 9, names.LARGE, LARGE, False),
    Special(date(2015, 10, 5), date(2015, 12, 31), 7, names.LARGE, LARGE, True),
    Special(date(2015, 2, 1), date(2015, 9, 30), 4, names.SMALL, SMALL, True),
    Special(date(2015, 2, 1), date(2015, 9, 30), 5, names.SMALL, SMALL, False),
    Special(date(2015, 10, 5), date(2015, 12, 31), 3, names.SMALL, SMALL, True),
    _year(2014, 1, HAARLEM),
    _year(2014, 2, PROVINCIE),
    _year(2016, 4, HAARLEM),
    _year(2016, 5, PROVINCIE),
    _year(2016, 2, names.CORPORATIONS),
    _year(2017, 3, HAARLEM),
    _year(2018, 4, HAARLEM),
    _year(2018, 2, PROVINCIE),
    _year(2019, 5, HAARLEM),
    _year(2019, 3, names.CORPORATIONS),
    _year(2020, 2, HAARLEM),
    _year(2021, 3, HAARLEM),
    _year(2021, 2, PROVINCIE),
    _year(2022, 4, HAARLEM),
    _year(2022, 2, names.CORPORATIONS),
)
