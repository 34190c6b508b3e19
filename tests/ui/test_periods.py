"""Years lie in chains that don't overlap, so that no two periods can be subtracted to find a person."""

from datetime import date

import pytest

from metrics.disclosure import Disclosed
from ui import periods
from ui.periods import Span, count, span_of

YEAR_2016 = Span(date(2016, 1, 1), date(2016, 12, 31), date(2015, 1, 1), date(2016, 12, 31), "2016")
BEFORE, STOP = date(2015, 12, 31), date(2016, 12, 31)


def shown(value: float, as_of: date, high: float | None = None) -> Disclosed:
    return Disclosed("shown", value, as_of, 5, high)


@pytest.fixture
def counted(monkeypatch):
    """Call it with what the chain shows up to the end of 2015 and up to now, to get the year 2016."""

    def year(before: Disclosed, last: Disclosed):
        monkeypatch.setattr(periods, "screen", lambda start, end: {BEFORE: before, STOP: last})
        return count(YEAR_2016, STOP, lambda numbers, day: numbers[day])

    return year


def test_a_year_is_the_difference_of_two_numbers_that_are_shown(counted):
    found = counted(shown(128, BEFORE, 138), shown(367, STOP, 417))
    assert (found.answer.value, found.answer.high) == (239, 279)  # unknown: 50 now, 10 of it before 2016
    assert found.is_clean(YEAR_2016)


def test_a_year_is_hidden_when_the_count_before_it_is(counted):
    # 3 in 2015 and 9 in 2016: the whole period shows 12, so 9 would give the 3 away
    found = counted(Disclosed("below", None, BEFORE, 5), shown(12, STOP))
    assert found.answer.state == "shielded" and found.answer.value is None


def test_a_step_that_began_before_the_year_says_its_own_days(counted):
    found = counted(shown(20, date(2015, 10, 31)), shown(31, date(2016, 11, 30)))
    assert found.answer.value == 11
    assert not found.is_clean(YEAR_2016)
    assert found.when(YEAR_2016) == "1 november 2015 t/m 30 november 2016"


def test_a_number_that_could_not_move_in_the_year_is_hidden_and_not_zero(counted):
    found = counted(shown(20, date(2015, 10, 31)), shown(20, date(2015, 10, 31)))
    assert found.answer.state == "shielded"


def test_a_count_that_was_never_shown_stays_as_it_is(counted):
    below = Disclosed("below", None, STOP, 5)
    assert counted(below, below).answer.state == "below"


@pytest.mark.parametrize(
    ("year", "chain"),
    [
        (2015, (date(2015, 1, 1), date(2016, 12, 31))),
        (2016, (date(2015, 1, 1), date(2016, 12, 31))),
        (2017, (date(2017, 1, 1), date(2018, 12, 31))),
        (2018, (date(2017, 1, 1), date(2018, 12, 31))),
        (2019, (date(2019, 1, 1), None)),
        (2022, (date(2019, 1, 1), None)),
    ],
)
def test_every_year_lies_in_one_chain(year, chain):
    span = span_of(year)
    assert (span.chain_start, span.chain_end) == chain


def test_without_a_year_the_period_is_that_of_the_440():
    span = span_of(None)
    assert span.is_term and span.label == "2015–2016"
