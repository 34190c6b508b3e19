"""Who belongs to the region and when, and what a place name means."""

from collections import Counter
from datetime import date

import pytest

from reference.load import (
    ambiguous_places,
    dutch_municipalities,
    members,
    municipalities,
    normalise_place,
    parties,
    places,
    suppliers,
)


@pytest.mark.parametrize(("day", "how_many"), [
    (date(2015, 1, 1), 9), (date(2016, 12, 31), 9), (date(2017, 1, 1), 8), (date(2018, 12, 31), 8),
    (date(2019, 1, 1), 7), (date(2026, 11, 22), 7),
])
def test_the_region_had_nine_then_eight_and_now_seven_municipalities(day, how_many):
    assert len(members(day)) == how_many


def test_the_seven_present_members_come_first_and_the_former_ones_have_no_inhabitants_of_2022():
    names = [one.name for one in municipalities()]

    assert names[7:] == ["Haarlemmerliede en Spaarnwoude", "Uitgeest"]
    assert sum(one.inhabitants_2022 for one in municipalities()[:7]) == 381_049
    assert [one.inhabitants_2022 for one in municipalities()[7:]] == [None, None]


def test_the_sub_regions_follow_the_boards_seats():
    ijmond = {one.name for one in members(date(2019, 1, 1)) if one.subregion == "IJmond"}

    assert ijmond == {"Beverwijk", "Heemskerk", "Velsen"}


@pytest.mark.parametrize(("written", "code"), [
    ("Haarlem", "GM0392"), ("HAARLEM ", "GM0392"), ("Gemeente Haarlem", "GM0392"),
    ("Haarlem (gemeente)", "GM0392"), ("hlm", "GM0392"), ("IJmuiden", "GM0453"),
    ("santpoort-noord", "GM0453"), ("Wijk aan Zee", "GM0375"),
    ("Overveen", "GM0377"), ("Bentveld", "GM0473"), ("'s-Gravenhage", "GM0518"), ("Den Haag", "GM0518"),
    ("Súdwest-Fryslân", "GM1900"), ("Haarlemmerliede & Spaarnwoude", "GM0393"), ("H&S", "GM0393"),
])
def test_a_place_is_recognised_in_any_dress(written, code):
    assert places()[normalise_place(written)] == code


@pytest.mark.parametrize("written", ["Spaarndam", "Halfweg", "Bergen"])
def test_a_place_in_two_municipalities_is_never_guessed(written):
    assert normalise_place(written) not in places()
    assert len(ambiguous_places()[normalise_place(written)]) > 1


def test_every_code_of_a_place_or_member_is_a_dutch_municipality():
    codes = {one.code for one in municipalities()} | set(places().values())
    codes |= {code for several in ambiguous_places().values() for code in several}

    assert codes == set(dutch_municipalities())
    assert len(dutch_municipalities()) == 346


def test_the_fifteen_employers_have_no_names_because_the_sources_give_none():
    by_code = {one.code: one for one in parties()}

    assert by_code["grote-werkgevers"].aliases == ()
    assert "Gemeente Haarlem" in by_code["gemeente-haarlem"].aliases
    assert not any("Elan" in alias for alias in by_code["corporaties"].aliases), "Elan is niet bij 4-6"


def test_codes_and_aliases_belong_to_one_party_and_one_supplier():
    for listed in (parties(), suppliers()):
        names = Counter(alias for one in listed for alias in one.aliases)
        assert len({one.code for one in listed}) == len(listed)
        assert not [name for name, times in names.items() if times > 1]
