"""The actions of the doe-agenda and their money: one shape, exact things, rounded people."""

from decimal import Decimal

import pytest

from metrics.agenda import (
    SEVERAL,
    UNASSIGNED,
    decided_actions,
    delivered_actions,
    grouped,
    narrowed,
    places_of,
)
from metrics.agenda_money import Euros, funds
from metrics.agenda_result import reached
from metrics.cells import REGION
from reference.load import members
from storage.database import Database
from tests.agenda_rows import action, deliver, money


@pytest.fixture
def database(tmp_path):
    opened = Database.open(tmp_path / "own.duckdb")
    yield opened
    opened.close()


def actions(database, *rows, **changes):
    deliver(database, "action", list(rows), **changes)
    return delivered_actions(database)


def test_of_one_supplier_the_newest_delivery_speaks_of_an_action(database):
    actions(database, action("H-1", status="loopt"), action("H-2"), checksum="1" * 64)
    found = actions(database, action("H-1", status="gedaan"), checksum="2" * 64)
    assert [(one.key, one.status) for one in found] == [("H-2", "loopt"), ("H-1", "gedaan")]


def test_two_suppliers_may_both_have_an_action_one(database):
    actions(database, action("1"), supplier="uwv", checksum="1" * 64)
    assert len(actions(database, action("1"), supplier="wsp", checksum="2" * 64)) == 2


def test_an_area_has_its_own_actions_and_those_of_the_whole_region(database):
    rows = [action("haarlem"), action("velsen", municipality="GM0453"), action("regio", municipality=None)]
    found = actions(database, *rows)
    seven = members(found[0].start)
    keys = {
        place: {one.key for one in narrowed(found, places_of(place, seven), None, None)}
        for place in (REGION, "GM0453", "IJmond", "GM0473")
    }
    assert keys == {
        REGION: {"haarlem", "velsen", "regio"}, "GM0453": {"velsen", "regio"},
        "IJmond": {"velsen", "regio"}, "GM0473": {"regio"},
    }  # fmt: skip


def test_an_action_without_a_pillar_is_listed_last_and_never_guessed(database):
    found = actions(database, action("geen", pillar=None), action("werk", pillar="werk-naar-werk"))
    assert {code: [one.key for one in group] for code, group in grouped(found).items()} == {
        "werk-naar-werk": ["werk"], UNASSIGNED: ["geen"],
    }  # fmt: skip


def test_the_decision_names_fourteen_without_its_background_and_one_for_two_pillars():
    found = decided_actions()
    assert len(found) == 14
    assert {one.key for one in grouped(found)[SEVERAL]} >= {"A-RAA-01", "A-RAA-10"}
    assert all(one.decided and one.realised is None and "r. " in one.source for one in found)


@pytest.mark.parametrize(
    ("realised", "unit", "text", "share"),
    [
        (3, "personen", "< 5", None),
        (3, None, "< 5", None),  # without a unit it may be people
        (32, "personen", "30", Decimal("0.5")),
        (12, "jongeren", "10", None),  # a share of so few would tell too much
        (3, "bedrijven", "3", Decimal("0.05")),
        (Decimal("32.5"), "%", "32,5", None),
        (0, "personen", "0", None),
    ],
)
def test_people_are_rounded_and_things_are_exact(database, realised, unit, text, share):
    (one,) = actions(database, action(realised=Decimal(realised), unit=unit))
    found = reached(one)
    assert (found.text, found.share) == (text, share)


def test_an_action_without_a_result_has_none_and_not_zero(database):
    (one,) = actions(database, action(realised=None))
    assert reached(one) is None


def test_money_that_actions_plan_stands_beside_what_is_available(database):
    rows = [action("1", amount=Decimal(300)), action("2", amount=Decimal(200)), action("3", amount=None)]
    found = actions(database, *rows)
    deliver(database, "budget", [money("Perspectief op Werk", "beschikbaar", 400, year=2020),
                                 money("Perspectief op Werk", "beschikbaar", 600),
                                 money("Perspectief op Werk", "besteed", 100)])  # fmt: skip
    fund = next(one for one in funds(database, found) if one.name == "Perspectief op Werk")
    assert (fund.planned, fund.actions, fund.without_amount) == (500, 3, 1)
    assert fund.available == Euros(Decimal(1000), Decimal(1000))
    assert fund.amounts["besteed"].low == 100


def test_the_decision_speaks_until_something_is_delivered_and_is_never_added(database):
    names = {one.name: one for one in funds(database, ())}
    assert names["Vrij geld voor Tozo 2"].available == Euros(Decimal(200000), Decimal(200000))
    surplus = names["Overschot op de bijstandsbudgetten (BUIG)"]
    assert surplus.available == Euros(Decimal(500000), Decimal(1000000))
    assert names["Perspectief op Werk"].available is None
    deliver(database, "budget", [money("Tozo 2", "beschikbaar", 150000)])
    names = {one.name: one for one in funds(database, ())}
    assert names["Vrij geld voor Tozo 2"].available == Euros(Decimal(150000), Decimal(150000))


def test_two_readings_of_one_table_are_two_funds(database):
    line = "Re-integratie"
    deliver(database, "budget", [money(line, "beschikbaar", 4, reading="eerste"),
                                 money(line, "beschikbaar", 5, reading="tweede")])  # fmt: skip
    found = {one.name: one.available.low for one in funds(database, ()) if "lezing" in one.name}
    assert found == {
        "Gewoon participatiebudget (lezing: eerste)": 4, "Gewoon participatiebudget (lezing: tweede)": 5,
    }  # fmt: skip


def test_money_of_another_agreement_or_year_is_not_of_the_agenda(database):
    deliver(database, "budget", [money("Tozo 2", "besteed", 9, agreement="participatie"),
                                 money("Tozo 2", "besteed", 9, year=2019)])  # fmt: skip
    assert all(not one.amounts for one in funds(database, ()))


def test_the_newest_delivery_speaks_of_an_amount_and_its_rows_add_up(database):
    deliver(database, "budget", [money("Tozo 2", "besteed", 7)], supplier="uwv", checksum="1" * 64)
    rows = [money("Tozo 2", "besteed", 3), money("Tozo 2", "besteed", 2, 4)]
    deliver(database, "budget", rows, checksum="2" * 64)
    fund = next(one for one in funds(database, ()) if "Tozo" in one.name)
    assert fund.amounts["besteed"] == Euros(Decimal(5), Decimal(7))
