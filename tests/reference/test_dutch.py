"""Numbers, dates, lists and status words as a Dutch reader expects them."""

from datetime import date
from decimal import Decimal

import pytest

from reference.dutch import (
    LABELS,
    STATUS,
    count_word,
    date_long,
    date_short,
    join_words,
    month_name,
    number,
    percent,
    plural,
)


@pytest.mark.parametrize(("value", "decimals", "written"), [
    (1234.5, 1, "1.234,5"), (1234567, 0, "1.234.567"), (0, 0, "0"), (-1234, 0, "-1.234"), (-0.4, 0, "0"),
    (Decimal("24.99"), 2, "24,99"), (2.5, 0, "3"), (Decimal("0.125"), 2, "0,13"), (12, 1, "12,0"),
])
def test_a_number_has_a_comma_before_decimals_and_points_between_thousands(value, decimals, written):
    assert number(value, decimals) == written


def test_a_share_is_written_in_per_cent():
    assert percent(0.335) == "34 %"
    assert percent(0.335, 1) == "33,5 %"
    assert percent(Decimal("1.25")) == "125 %"


def test_a_date_is_written_out_or_short():
    assert date_long(date(2015, 9, 30)) == "30 september 2015"
    assert date_short(date(2015, 9, 30)) == "30 sep 2015"
    assert date_short(date(2020, 3, 1)) == "1 mrt 2020"
    assert month_name(1) == "januari"


def test_words_are_joined_with_commas_and_a_last_en():
    assert join_words(["a", "b", "c"]) == "a, b en c"
    assert join_words(["a", "b"]) == "a en b"
    assert join_words(["a"]) == "a"
    assert join_words([]) == ""


def test_a_noun_follows_its_count():
    assert plural(1, "plaatsing", "plaatsingen") == "plaatsing"
    assert plural(0, "plaatsing", "plaatsingen") == "plaatsingen"
    assert count_word(1) == "één"
    assert count_word(12) == "twaalf"
    assert count_word(1300) == "1.300"


def test_every_status_has_a_word_a_shape_and_a_colour_role():
    assert set(STATUS) == {
        "gehaald", "niet gehaald", "op koers", "aandacht", "achter", "te vroeg", "niet meetbaar", "onzeker",
        "geen termijn", "geen getal in bron", "niets geleverd",
    }
    assert {one.role for one in STATUS.values()} == {"good", "attention", "behind", "muted"}
    assert (STATUS["op koers"].mark, STATUS["aandacht"].mark, STATUS["achter"].mark) == ("●", "▲", "■")
    colours_of_shape = {mark: {one.role for one in STATUS.values() if one.mark == mark} for mark in "●▲■○–"}
    assert all(len(roles) == 1 for roles in colours_of_shape.values()), "een vorm heeft altijd dezelfde kleur"


def test_every_code_has_a_label():
    assert LABELS["channel"]["ijmond-werkt"] == "IJmond Werkt!"
    assert list(LABELS["pillar"]) == [
        "uitkering-naar-werk", "werk-naar-werk", "onderwijs-naar-werk", "werkgelegenheid",
    ]
    assert all(label for labels in LABELS.values() for label in labels.values())
