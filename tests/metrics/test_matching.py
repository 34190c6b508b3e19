"""Rows that speak of the same placement: what counts by rule, what is shown, and what a decision does."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from metrics.matching import Pair, open_pairs, pairs, renewals, sides
from storage.database import Database
from storage.matching import decide, take_back
from tests.builders import filled, provenance, table

MARCH = date(2015, 3, 2)


def deliver(database, rows, supplier="wsp", name="later.xlsx"):
    origin = provenance(supplier=supplier, file_name=name, checksum=name.ljust(64, "0"))
    return database.deliver("placement", table("placement", rows), origin)


def counted(database, what="count(*)") -> object:
    return database.query(f"SELECT {what} AS found FROM placements")["found"][0].as_py()


def kinds(database) -> dict:
    return dict(open_pairs(pairs(database)))


def decided(database, pair: Pair, keep: str | None, reason="nagevraagd"):
    """Decide on a pair as the page does: keep the row "one", "other", or None for both."""
    shown = sides(database, [pair])
    rows = [shown[pair.one].marked, shown[pair.other].marked]
    kept = None if keep is None else shown[getattr(pair, keep)].marked.mark
    return decide(database, pair.kind, rows, kept, "Ans", reason)


@pytest.mark.parametrize(
    "same",
    [
        {"placement_id": "P1"},
        {"placement_id": "P1", "employer": "Bakker"},
        {"person_key": "a", "employer": "Bakker"},
        {"employer": "Bakker"},
        {"person_key": "a"},
    ],
)
def test_the_same_row_in_two_deliveries_of_one_supplier_counts_once(tmp_path, same):
    database = filled(tmp_path, [same])
    deliver(database, [same])
    assert counted(database) == 1
    assert kinds(database) == {"herhaling": 1}


def test_a_row_without_person_number_or_employer_may_be_anybodys(tmp_path):
    database = filled(tmp_path, [{}])
    deliver(database, [{}])
    assert counted(database) == 2
    assert kinds(database) == {}


def test_two_identical_rows_that_come_again_are_still_two(tmp_path):
    database = filled(tmp_path, [{"employer": "Bakker"}] * 2)
    deliver(database, [{"employer": "Bakker"}] * 2)
    assert counted(database) == 2


@pytest.mark.parametrize("same", [{"placement_id": "P1"}, {"person_key": "a", "employer": "Bakker"}])
def test_of_contradictory_rows_the_newest_delivery_counts(tmp_path, same):
    database = filled(tmp_path, [same | {"hours": 20, "end_date": None}])
    deliver(database, [same | {"hours": 32, "end_date": date(2015, 6, 30)}])
    assert counted(database) == 1
    assert counted(database, "max(hours_low)") == 32
    assert counted(database, "max(end_date)") == date(2015, 6, 30)
    assert kinds(database) == {"tegenspraak": 1}


def test_a_number_that_other_people_have_too_is_no_placement_number(tmp_path):
    database = filled(tmp_path, [{"placement_id": "1", "person_key": "a"}])
    deliver(database, [{"placement_id": "1", "person_key": "b"}])
    assert counted(database) == 2
    assert kinds(database) == {}


def test_the_same_number_with_another_start_is_another_placement(tmp_path):
    database = filled(tmp_path, [{"placement_id": "1"}])
    deliver(database, [{"placement_id": "1", "start_date": date(2015, 4, 1)}])
    assert counted(database) == 2


def test_a_number_says_nothing_across_suppliers(tmp_path):
    database = filled(tmp_path, [{"placement_id": "1"}])
    deliver(database, [{"placement_id": "1"}], supplier="uwv")
    assert counted(database) == 2


def test_two_files_of_an_unknown_supplier_are_not_one_supplier(tmp_path):
    database = filled(tmp_path, [{"placement_id": "1"}], supplier="onbekend")
    deliver(database, [{"placement_id": "1"}], supplier="onbekend")
    assert counted(database) == 2


def test_a_number_twice_in_one_delivery_counts_twice_and_is_shown(tmp_path):
    database = filled(tmp_path, [{"placement_id": "1"}, {"placement_id": "1", "hours": 20}])
    assert counted(database) == 2
    assert kinds(database) == {"levering": 1}


def test_taking_the_newer_delivery_back_brings_the_older_row_back(tmp_path):
    database = filled(tmp_path, [{"placement_id": "1", "hours": 20}])
    newer = deliver(database, [{"placement_id": "1", "hours": 32}])
    database.withdraw(newer.id)
    assert counted(database, "max(hours_low)") == 20


def test_rows_of_two_suppliers_that_look_alike_both_count_and_are_shown(tmp_path):
    database = filled(tmp_path, [{"employer": "Bakker B.V.", "person_key": "a"}])
    deliver(database, [{"employer": "bakker bv", "person_key": "x"}], supplier="uwv")
    assert counted(database) == 2
    assert kinds(database) == {"leveranciers": 1}


@pytest.mark.parametrize(
    "other",
    [
        {"employer": "Slager"},
        {"start_date": MARCH + timedelta(days=1)},
        {"hours": 20},
        {"municipality_home": "GM0453"},
        {"job_type": "beschut"},
        {"target_group": "wajong"},
    ],
)
def test_rows_of_two_suppliers_that_contradict_each_other_are_no_pair(tmp_path, other):
    database = filled(tmp_path, [{"employer": "Bakker"}])
    deliver(database, [{"employer": "Bakker"} | other], supplier="uwv")
    assert kinds(database) == {}


def test_the_number_of_the_chamber_of_commerce_names_an_employer_too(tmp_path):
    database = filled(tmp_path, [{"employer": "Albert Heijn", "kvk": "12345678"}])
    deliver(database, [{"employer": "AH Haarlem", "kvk": "12345678"}], supplier="uwv")
    assert kinds(database) == {"leveranciers": 1}


def test_what_is_unknown_contradicts_nothing(tmp_path):
    database = filled(tmp_path, [{"employer": "Bakker"}])
    deliver(database, [{"employer": "Bakker", "hours": None, "municipality_home": None}], supplier="uwv")
    assert kinds(database) == {"leveranciers": 1}


def test_each_row_has_one_partner(tmp_path):
    database = filled(tmp_path, [{"employer": "Bakker"}] * 3)
    deliver(database, [{"employer": "Bakker"}] * 2, supplier="uwv")
    assert kinds(database)["leveranciers"] == 2


def test_an_open_end_that_came_later_is_shown_where_nothing_names_the_placement(tmp_path):
    database = filled(tmp_path, [{"employer": "Bakker"}])
    deliver(database, [{"employer": "Bakker", "end_date": date(2015, 8, 1)}])
    assert counted(database) == 2
    assert kinds(database) == {"gelijkenis": 1}


@pytest.mark.parametrize(("keep", "hours"), [("one", [32]), ("other", [None]), (None, [None, 32])])
def test_the_analyst_decides_which_supplier_counts(tmp_path, keep, hours):
    database = filled(tmp_path, [{"employer": "Bakker", "hours": 32}])
    deliver(database, [{"employer": "Bakker", "hours": None}], supplier="uwv")
    (pair,) = pairs(database)
    decided(database, pair, keep)
    rows = database.query("SELECT hours_low FROM placements ORDER BY hours_low")["hours_low"].to_pylist()
    assert rows == [0 if one is None else one for one in hours]
    (again,) = pairs(database)
    assert again.decision is not None and kinds(database) == {}


def test_the_analyst_may_choose_the_older_row(tmp_path):
    database = filled(tmp_path, [{"placement_id": "1", "hours": 20}])
    deliver(database, [{"placement_id": "1", "hours": 32}])
    (pair,) = pairs(database)
    decided(database, pair, "other")
    assert (counted(database), counted(database, "max(hours_low)")) == (1, 20)


@pytest.mark.parametrize("hours", [20, 32])
def test_the_analyst_may_let_both_rows_of_two_deliveries_count(tmp_path, hours):
    database = filled(tmp_path, [{"placement_id": "1", "hours": hours}])
    deliver(database, [{"placement_id": "1", "hours": 32}])
    (pair,) = pairs(database)
    decided(database, pair, None)
    assert counted(database) == 2


def test_one_of_two_identical_rows_in_one_delivery_may_count(tmp_path):
    database = filled(tmp_path, [{"employer": "Bakker"}] * 2)
    (pair,) = pairs(database)
    decided(database, pair, "one")
    assert counted(database) == 1


def test_a_decision_taken_back_lets_the_rule_apply_again(tmp_path):
    database = filled(tmp_path, [{"employer": "Bakker"}])
    deliver(database, [{"employer": "Bakker"}], supplier="uwv")
    (pair,) = pairs(database)
    decision = decided(database, pair, "one")
    take_back(database, decision.id, "Bo")
    assert counted(database) == 2
    assert kinds(database) == {"leveranciers": 1}


def test_a_renewal_is_counted_as_such(tmp_path):
    first = {"person_key": "a", "employer": "Bakker", "end_date": date(2015, 6, 1)}
    second = {"person_key": "a", "employer": "Bakker", "start_date": date(2015, 6, 15)}
    assert renewals(filled(tmp_path, [first, second])) == 1


def test_the_rows_of_a_pair_tell_no_person(tmp_path):
    database = filled(tmp_path, [{"placement_id": "1", "person_key": "geheim"}])
    deliver(database, [{"placement_id": "1", "person_key": "geheim"}])
    (pair,) = pairs(database)
    found = sides(database, [pair])
    assert [found[pair.one].counts, found[pair.other].counts] == [True, False]
    assert "geheim" not in str(found)


row = some.fixed_dictionaries(
    {
        "placement_id": some.sampled_from(["1", "2", None]),
        "person_key": some.sampled_from(["a", "b", None]),
        "employer": some.sampled_from(["X", "x ", "Y", None]),
        "start_date": some.sampled_from([MARCH, MARCH + timedelta(days=200)]),
        "end_date": some.just(MARCH + timedelta(days=1)),
        "hours": some.sampled_from([20, 32]),
    }
)


def dropped(deliveries):
    """Say in loops which rows a newer delivery of the same supplier says again."""
    rows = [(at, number, one) for at, rows in enumerate(deliveries) for number, one in enumerate(rows)]
    gone = set()
    for keys in (_numbers, _persons, _identical):
        groups = {}
        for place in rows:
            groups.setdefault(keys(*place, deliveries), []).append(place)
        groups.pop(None, None)
        for group in groups.values():
            if keys is _numbers and len({one["person_key"] for _, _, one in group} - {None}) > 1:
                continue
            newest = max(at for at, _, _ in group)
            gone |= {(at, number) for at, number, _ in group if at < newest}
    return gone


def _numbers(at, number, one, deliveries):
    return one["placement_id"] and (one["placement_id"], one["start_date"])


def _persons(at, number, one, deliveries):
    named = one["person_key"] and one["employer"]
    return named and (one["person_key"], one["employer"].strip().lower(), one["start_date"])


def _identical(at, number, one, deliveries):
    if one["placement_id"] or (one["person_key"] is None) == (one["employer"] is None):
        return None
    return _said(one), Counter(map(_said, deliveries[at][:number]))[_said(one)]


def _said(one):
    return str(sorted(one.items()))


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.lists(some.lists(row, min_size=4, max_size=12), min_size=2, max_size=3))
def test_plain_loops_drop_the_same_rows(tmp_path, deliveries):
    database = Database.open(tmp_path / "many.duckdb")
    database.refresh_facts = lambda *_: None  # the facts are not asked here, and making them takes long
    stored = [deliver(database, rows, name=f"{at}.xlsx").id for at, rows in enumerate(deliveries)]
    found = database.query(f"FROM doubled_placements({database.version})").to_pylist()
    assert {(stored.index(one["delivery_id"]), one["row_number"] - 2) for one in found} == dropped(deliveries)
    for number in stored:
        database.withdraw(number)  # the next example begins without rows
    database.close()
