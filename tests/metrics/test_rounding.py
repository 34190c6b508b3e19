"""Rounded tables: what they show, and that no small count can be worked out from them."""

from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics import rounding
from metrics.guard import AMBIGUITY
from metrics.rounding import ALL, cross_table, rounded, with_totals

DAY = date(2017, 6, 30)


@pytest.mark.parametrize(
    ("count", "state", "value"),
    [(0, "shown", 0), (1, "below", None), (4, "below", None), (5, "shown", 5), (7, "shown", 5)]
    + [(8, "shown", 10), (63, "shown", 65)],
)
def test_a_count_is_zero_below_the_limit_or_a_multiple_of_five(count, state, value):
    shown = rounded(count, DAY)
    assert (shown.state, shown.value) == (state, value)


def test_totals_are_rounded_from_the_exact_sum_and_crossed_cells_have_the_higher_limit():
    table = cross_table(
        {("haarlem", "a"): 52, ("haarlem", "b"): 61, ("velsen", "a"): 48, ("velsen", "b"): 9}, DAY
    )
    assert table[ALL, ALL].value == 170
    assert table["haarlem", ALL].value == 115
    assert table["velsen", "b"].state in {"below", "shielded"}
    assert table["velsen", "b"].limit == 10


def test_a_small_count_that_the_total_would_give_away_takes_a_neighbour_along():
    table = cross_table({("a",): 6, ("b",): 1}, DAY)  # shown as 5 and "< 5", their total 5 would leave 1 or 2
    assert "shielded" in {one.state for one in table.values()}


def possible(table, keys, most):
    """Every table of counts that fits what is shown."""
    for values in product(range(most + 1), repeat=len(keys)):
        whole = with_totals(dict(zip(keys, values, strict=True)))
        if all(fits(whole[cell], shown) for cell, shown in table.items()):
            yield dict(zip(keys, values, strict=True))


def fits(count, shown):
    return shown.state == "shielded" or rounded(count, DAY, shown.limit) == shown


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 9), min_size=3, max_size=3))
def test_no_small_count_of_a_list_is_left_with_fewer_than_three_values(counts):
    keys = [(name,) for name in "abc"]
    table = cross_table(dict(zip(keys, counts, strict=True)), DAY)
    worlds = list(possible(table, keys, 14))
    for key, count in zip(keys, counts, strict=True):
        if 0 < count < 5:
            assert len({world[key] for world in worlds}) > AMBIGUITY


def test_without_hiding_a_neighbour_a_small_count_is_known(monkeypatch):
    monkeypatch.setattr(rounding, "_exposed", lambda *_: None)
    table = cross_table({("a",): 6, ("b",): 1}, DAY)
    keys = [("a",), ("b",)]
    assert {world["b",] for world in possible(table, keys, 14)} == {1, 2}
