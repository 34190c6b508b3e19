"""Social return: approved contracts count, people are disclosed, places and internships are never one sum."""

from datetime import date
from decimal import Decimal

import pytest

from metrics.sroi import sroi
from storage.database import Database
from tests.builders import kind_table, provenance

LAST = date(2016, 12, 31)
PLAIN = {"start_date": date(2014, 3, 1), "status": "goedgekeurd", "municipality": "GM0392"}


@pytest.fixture
def found(tmp_path):
    """Call it with contracts to get what may be shown of them on 31 December 2016 in Haarlem."""

    def fill(*rows: dict):
        database = Database.open(tmp_path / "test.duckdb")
        full = [PLAIN | {"contract_id": f"SR-{place}"} | row for place, row in enumerate(rows)]
        database.deliver("sroi", kind_table(database, "sroi", full), provenance())
        return sroi(database, "GM0392", LAST)

    return fill


def test_only_approved_contracts_count(found):
    made = found({"places_realised": 30}, {"places_realised": 20, "status": "concept"})
    assert len(made.contracts) == 2
    assert (len(made.approved), made.places.value) == (1, 30)


def test_places_and_internships_have_each_their_own_total(found):
    made = found({"places_realised": 30, "internships_realised": 10}, {"places_realised": 20})
    assert (made.places.value, made.internships.value) == (50, 10)
    assert not hasattr(made, "total")


def test_a_contract_belongs_to_the_year_in_which_it_began(found):
    made = found(
        {"places_committed": 8, "places_realised": 12},
        {"places_committed": 7, "places_realised": 25, "start_date": date(2015, 2, 1)},
        {"places_committed": 9, "places_realised": 90, "start_date": date(2017, 1, 1)},  # after the date
    )
    assert [(one.year, one.contracts, one.promised, one.places.value) for one in made.years] == [
        (2014, 1, 8, 10), (2015, 1, 7, 25)
    ]  # fmt: skip


def test_fewer_than_ten_people_at_one_contractor_are_hidden_and_money_is_not(found):
    rows = [{"places_realised": count, "obligation": Decimal(5000)} for count in (9, 3, 14, 8)]
    made = found(*rows)
    assert [one.places.state for one in made.contracts] == ["below", "below", "shown", "below"]
    assert [one.obligation for one in made.contracts] == [5000] * 4
    assert made.places.value == 35  # 34 rounded to fives


def test_the_total_of_a_year_does_not_give_a_lone_contract_away(found):
    made = found({"places_realised": 6}, {"places_realised": 80, "start_date": date(2015, 2, 1)})
    # As a total of several contracts 6 would be shown as 5, which is 5 to 7.
    assert (made.years[0].places.state, made.years[0].places.limit) == ("below", 10)


def test_nothing_delivered_is_not_zero(found):
    made = found({"places_realised": 0}, {"internships_realised": None, "start_date": date(2015, 2, 1)})
    assert made.internships is None
    assert made.years[0].places.value == 0
    assert made.years[1].places is None


def test_a_contract_of_another_municipality_is_not_of_haarlem(found):
    assert len(found({}, {"municipality": "GM0453"}, {"municipality": None}).contracts) == 2
