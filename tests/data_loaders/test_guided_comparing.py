"""Before anything is stored it shows which rows are new, changed, the same and gone."""

import pytest

from data_loaders.comparing import Comparison, compare
from data_loaders.intake import store

HEAD = ["Startdatum", "Woongemeente", "Plaatsingsnr", "Klantnr", "Werkgever", "Uren"]


def row(number, day="01-03-2015", place="Haarlem", person=None, employer="Bos BV", hours=32):
    return [day, place, number, person, employer, hours]


@pytest.fixture
def compared(database, read):
    """Store a first list of WSP and compare a second one with it."""

    def of(first, second, head=HEAD):
        stored = store(database, read([head, *first], supplier="wsp"))
        assert stored.delivery, stored.problems
        return compare(database, read([head, *second], supplier="wsp"), [stored.delivery.id])

    return of


def counts(found):
    return (found.new, found.changed, found.unchanged, found.gone)


def test_rows_are_known_by_their_number(compared):
    second = [row("P3"), row("P2", hours=24), row("P4"), row("P5")]
    found = compared([row("P1"), row("P2"), row("P3")], second)
    assert counts(found) == (2, 1, 1, 1)
    low, high = found.changed_rows
    assert (low.row_number, low.what, low.field, low.old, low.new) == (3, "P2", "hours_low", 32, 24)
    assert high.field == "hours_high"


def test_without_a_number_rows_are_known_by_person_employer_and_start(compared):
    found = compared(
        [row(None, person="K1"), row(None, person="K2")],
        [row(None, person="K1", place="Velsen"), row(None, person="K2", employer="Zee BV")],
    )
    assert counts(found) == (1, 1, 0, 1)
    assert [(one.field, one.old, one.new) for one in found.changed_rows] == [
        ("municipality_home", "GM0392", "GM0453")
    ]


def test_without_number_and_person_a_row_is_its_content(compared):
    found = compared([row(None), row(None, hours=20)], [row(None, hours=20), row(None, hours=21)])
    assert counts(found) == (1, 0, 1, 1)


def test_rows_that_are_alike_are_as_many_as_there_are(compared):
    assert counts(compared([row(None)] * 3, [row(None)] * 5)) == (2, 0, 3, 0)


def test_another_place_in_the_file_is_no_change(compared):
    found = compared([row("P1"), row("P2")], [row("P2"), row("P1")])
    assert counts(found) == (0, 0, 2, 0)


def test_a_number_that_came_later_leaves_a_row_the_same_person(compared):
    found = compared([row(None, person="K1")], [row("P1", person="K1")])
    assert counts(found) == (0, 1, 0, 0)
    assert [(one.field, one.old, one.new) for one in found.changed_rows] == [("placement_id", None, "P1")]


def test_another_person_is_told_without_the_pseudonym(compared):
    (change,) = compared([row("P1", person="K1")], [row("P1", person="K2")]).changed_rows
    assert (change.field, change.old, change.new) == ("person_key", "een persoon", "een andere persoon")


def test_at_most_two_hundred_changes_are_told(compared):
    first = [row(f"P{index}") for index in range(250)]
    found = compared(first, [row(f"P{index}", place="Velsen") for index in range(250)])
    assert (found.changed, len(found.changed_rows)) == (250, 200)
    assert found.changed_rows[0].row_number == 2


def test_nothing_replaced_is_all_new(database, read):
    assert compare(database, read([HEAD, row("P1")]), []) == Comparison(1)


def test_comparing_stores_nothing(database, compared):
    compared([row("P1")], [row("P2")])
    assert (database.version, len(database.deliveries())) == (1, 1)
