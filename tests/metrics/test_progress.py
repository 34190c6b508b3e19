"""Progress and status words, with the sums of the letter of 2015."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from metrics.metric import Amount
from metrics.progress import elapsed_share, measure_against, status
from reference.load import targets

REGION_440 = targets()["T-LSA-02"]
HUNDRED = replace(REGION_440, at_least=Decimal(100), start=date(2015, 1, 1), end=date(2015, 12, 31))
HALFWAY = date(2015, 7, 2)  # day 183 of 365


def known(value):
    return Amount(value, value, value)


def test_the_elapsed_share_of_2015_2016_on_30_september_2015_is_273_of_731_days():
    assert elapsed_share(date(2015, 1, 1), date(2016, 12, 31), date(2015, 9, 30)) == 273 / 731


def test_share_gap_and_required_pace_of_147_against_440():
    found = measure_against(REGION_440, known(147), date(2015, 9, 30))
    assert found.share == pytest.approx(0.334, abs=0.0005)
    assert found.gap == 293
    assert found.pace == pytest.approx((147 / 440) / (273 / 731))
    assert found.required_per_month == pytest.approx(293 / (458 / 30.4375))


@pytest.mark.parametrize(
    ("value", "word"),
    [
        (100, "gehaald"),
        (48, "op koers"),
        (47.7, "op koers"),
        (47, "aandacht"),
        (41, "aandacht"),
        (40, "achter"),
    ],
)
def test_status_halfway_a_year_with_a_target_of_100(value, word):
    # 183/365 = 0.5014 has passed: 0.95 of the pace is 47.6, 0.80 of it 40.1
    assert status(HUNDRED, known(value), HALFWAY) == word


def test_the_first_tenth_of_the_period_is_too_early():
    assert status(HUNDRED, known(0), date(2015, 2, 5)) == "te vroeg"
    assert status(HUNDRED, known(0), date(2015, 2, 6)) == "achter"


def test_after_the_deadline_it_is_met_or_not():
    assert status(HUNDRED, known(99), date(2015, 12, 31)) == "niet gehaald"
    assert status(HUNDRED, known(100), date(2016, 6, 1)) == "gehaald"


def test_low_and_high_that_disagree_are_uncertain():
    assert status(HUNDRED, Amount(90, 90, 101), date(2015, 12, 31)) == "onzeker"


def test_more_than_a_fifth_unknown_cannot_be_measured():
    assert status(HUNDRED, Amount(79, 79, 100), HALFWAY) == "niet meetbaar"
    assert status(HUNDRED, Amount(79.2, 79.2, 99), HALFWAY) == "op koers"


def test_another_unit_scope_or_period_cannot_be_measured():
    assert status(HUNDRED, known(50), HALFWAY, measurable=False) == "niet meetbaar"


def test_no_number_no_deadline_and_nothing_delivered_are_three_different_words():
    assert status(replace(HUNDRED, at_least=None), known(5), HALFWAY) == "geen getal in bron"
    assert status(replace(HUNDRED, end=None, open_ended=True), known(5), HALFWAY) == "geen termijn"
    assert status(HUNDRED, None, HALFWAY) == "niets geleverd"


def test_an_upper_bound_is_met_as_long_as_it_holds():
    at_most = replace(HUNDRED, at_least=None, at_most=Decimal(72))
    assert status(at_most, known(60), HALFWAY) == "op koers"
    assert status(at_most, known(80), HALFWAY) == "achter"
    assert status(at_most, known(60), date(2016, 1, 1)) == "gehaald"


def test_a_range_is_met_inside_its_bounds():
    between = replace(HUNDRED, at_least=Decimal(4), at_most=Decimal(6))
    words = [status(between, known(value), date(2016, 1, 1)) for value in (3, 4, 6, 7)]
    assert words == ["niet gehaald", "gehaald", "gehaald", "niet gehaald"]
