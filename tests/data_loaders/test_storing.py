"""An intake is stored whole or not at all, and replaces what it is newer than."""

import shutil
from collections import namedtuple

import pytest

from data_loaders.intake import store
from storage.key import fingerprint

HEAD = ["Startdatum", "Woongemeente", "Klantnr"]


@pytest.fixture
def delivery(read):
    """Read a delivery of WSP over a period, with a row on each of these days of 2015."""

    def made(period, *days, supplier="wsp", **stated):
        from data_loaders.periods import parse_period

        rows = [[f"{day}-2015", "Haarlem", f"K{day}"] for day in days]
        return read([HEAD, *rows], supplier=supplier, period=parse_period(period), **stated)

    return made


def active(database):
    return sorted(one.id for one in database.deliveries() if one.active)


def count(database):
    return database.query("SELECT count(*) AS n FROM placements").column("n")[0].as_py()


def test_rows_and_their_origin_are_stored(database, delivery):
    outcome = store(database, delivery("2015-Q1", "1-2", "1-3"), by="Anna")
    assert outcome.problems == ()
    assert (outcome.delivery.supplier, outcome.delivery.row_count, outcome.delivery.delivered_by) == (
        "wsp",
        2,
        "Anna",
    )
    assert outcome.delivery.mapping["Startdatum"] == "placement_date"
    assert count(database) == 2


def test_the_same_file_changes_nothing(database, delivery):
    intake = delivery("2015-Q1", "1-2")
    first, again = store(database, intake).delivery, store(database, intake)
    assert (again.unchanged, again.delivery.id, active(database)) == (True, first.id, [first.id])


def test_a_file_that_has_been_replaced_changes_nothing(database, delivery):
    old, newer, newest = (delivery("2015", *days) for days in (["1-2"], ["1-2", "1-3"], ["1-4"]))
    first, second, third = (store(database, one).delivery for one in (old, newer, newest))
    assert [store(database, one).unchanged for one in (old, newer, newest)] == [True] * 3
    assert active(database) == [third.id]
    database.withdraw(third.id)
    assert active(database) == [second.id]
    assert store(database, newest).unchanged is False  # taken back, so it may come again
    assert first.id not in active(database)


def test_an_old_file_may_come_back_in_the_place_of_the_new_one(database, delivery):
    old, newer = delivery("2015", "1-2"), delivery("2015", "1-2", "1-3")
    store(database, old)
    second = store(database, newer).delivery
    again = store(database, old, replace=[second.id])
    assert (again.unchanged, active(database)) == (False, [again.delivery.id])


def test_a_wider_period_replaces_what_lies_within(database, delivery):
    first = store(database, delivery("2015-Q1", "1-2")).delivery
    second = store(database, delivery("2015", "1-2", "1-5")).delivery
    assert (second.replaces, active(database)) == ((first.id,), [second.id])


def test_another_supplier_or_an_unknown_one_replaces_nothing(database, delivery):
    first = store(database, delivery("2015-Q1", "1-2")).delivery
    other = store(database, delivery("2015", "1-2", "2-2", supplier="uwv")).delivery
    unknown = store(database, delivery("2015", "1-3", supplier="onbekend")).delivery
    again = store(database, delivery("2015", "1-4", supplier="onbekend")).delivery
    assert active(database) == [first.id, other.id, unknown.id, again.id]


def test_a_partial_overlap_is_a_question_until_answered(database, delivery):
    first = store(database, delivery("2015-Q1", "1-2")).delivery
    newer = delivery("2015-03-01/2015-06-30", "1-4")
    asked = store(database, newer)
    assert asked.delivery is None
    assert [one.severity for one in asked.problems] == ["question"]
    assert f"overlapt met levering {first.id}" in asked.problems[0].message
    kept = store(database, newer, keep=True).delivery
    assert active(database) == [first.id, kept.id]


def test_a_partial_overlap_may_be_replaced(database, delivery):
    first = store(database, delivery("2015-Q1", "1-2")).delivery
    second = store(database, delivery("2015-03-01/2015-06-30", "1-4"), replace=[first.id]).delivery
    assert active(database) == [second.id]


def test_replacing_what_is_not_there_is_an_error(database, delivery):
    outcome = store(database, delivery("2015", "1-4"), replace=[99])
    assert outcome.delivery is None
    assert "geen geldende levering 99" in outcome.problems[0].message


def test_one_error_keeps_the_whole_file_out_unless_left_out(database, delivery):
    intake = delivery("2015", "1-4", "31-2")
    refused = store(database, intake)
    assert (refused.delivery, count(database)) == (None, 0)
    assert "31-2-2015" in refused.problems[0].message
    assert store(database, intake, leave_out_errors=True).delivery.row_count == 1


def test_only_bad_rows_are_never_stored(database, delivery):
    outcome = store(database, delivery("2015", "31-2"), leave_out_errors=True)
    assert outcome.delivery is None
    assert "alle rijen hebben een fout" in outcome.problems[-1].message


def test_internships_are_stored(database, read):
    intake = read([["Begindatum", "Niveau", "Leerweg", "Klantnr"], ["1-9-2015", 2, "BBL", "K1"]])
    assert store(database, intake).delivery.kind == "internship"


def test_a_full_disk_is_told_before_anything_is_written(database, delivery, monkeypatch):
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage(100, 99, 1))
    outcome = store(database, delivery("2015", "1-4"))
    assert outcome.delivery is None
    assert "te weinig ruimte op de schijf" in outcome.problems[0].message


def test_another_key_is_refused(database, delivery):
    store(database, delivery("2015-Q1", "1-2"))
    outcome = store(database, delivery("2015-Q2", "1-4", key=b"andere sleutel"))
    assert outcome.delivery is None
    assert "sleutel" in outcome.problems[0].message
    assert delivery("2015-Q1", "1-2").key_mark == fingerprint(b"sleutel")
