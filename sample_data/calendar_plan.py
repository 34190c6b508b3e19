"""When things start: how many placements a year, spread over months with a summer and a corona dip."""

from datetime import date, timedelta
from random import Random

MONTH_WEIGHTS = (1.1, 1.0, 1.1, 1.0, 1.0, 0.95, 0.65, 0.6, 1.2, 1.15, 1.05, 0.75)
CORONA_2020 = {3: 0.55, 4: 0.25, 5: 0.35, 6: 0.6}
SCHOOL_WEIGHTS = (0.6, 2.6, 0.7, 0.4, 0.3, 0.1, 0.05, 0.8, 4.2, 0.7, 0.5, 0.05)
# 147 up to and including September 2015 is the published number of the 2015 letter to the council.
COUNTED = {2014: 112, 2016: 385, 2017: 330, 2018: 350, 2019: 375, 2020: 270, 2021: 325, 2022: 360}
COUNTED_2015 = (147, 61)
FIRST_AFTER_WEEK_40 = date(2015, 10, 5)


def shares(total: int, weights: list[float]) -> list[int]:
    """`total` split over weights in whole numbers that add up (largest remainder)."""
    exact = [total * weight / sum(weights) for weight in weights]
    whole = [int(share) for share in exact]
    order = sorted(range(len(exact)), key=lambda i: (whole[i] - exact[i], i))
    for index in order[: total - sum(whole)]:
        whole[index] += 1
    return whole


def working_day(rng: Random, year: int, month: int, first: int = 1) -> date:
    """A start date in the month, on or after day `first`: often the first of the month, else a weekday."""
    if first == 1 and rng.random() < 0.3:
        return date(year, month, 1)
    while True:
        day = date(year, month, 1) + timedelta(days=first - 1 + rng.randrange(29 - first))
        if day.weekday() < 5:
            return day


def month_numbers(year: int) -> list[int]:
    """Counted placements in the region per month of a year."""
    if year == 2015:
        before, after = COUNTED_2015
        return shares(before, list(MONTH_WEIGHTS[:9])) + shares(after, list(MONTH_WEIGHTS[9:]))
    dip = CORONA_2020 if year == 2020 else {}
    return shares(COUNTED[year], [w * dip.get(m, 1) for m, w in enumerate(MONTH_WEIGHTS, start=1)])


def counted_starts(rng: Random, year: int) -> list[date]:
    """Start dates of the counted placements of a year, in order; none on 1-4 October 2015 (week 40)."""
    days = []
    for month, number in enumerate(month_numbers(year), start=1):
        first = FIRST_AFTER_WEEK_40.day if (year, month) == (2015, 10) else 1
        days += [working_day(rng, year, month, first) for _ in range(number)]
    return sorted(days)


def other_starts(rng: Random, year: int, number: int) -> list[date]:
    """Start dates of rows that no target counts, with the same seasons."""
    months = shares(number, list(MONTH_WEIGHTS))
    return sorted(
        working_day(rng, year, month, 5) for month, n in enumerate(months, start=1) for _ in range(n)
    )


def months_later(day: date, months: int) -> date:
    """The last day of a contract of so many months that starts on `day`."""
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, min(day.day, 28)) - timedelta(days=1)
