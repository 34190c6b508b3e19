"""What was delivered until when, and where days are missing."""

from datetime import date

from metrics.coverage import coverage, why_default
from tests.builders import filled, provenance, table


def delivered(database, supplier, start, end, rows=1, kind="placement"):
    origin = provenance(supplier=supplier, period_start=start, period_end=end)
    return database.deliver(kind, table(kind, [{"start_date": start}] * rows), origin)


def test_days_between_two_deliveries_are_a_gap(tmp_path):
    database = filled(tmp_path)
    delivered(database, "wsp", date(2015, 1, 1), date(2015, 3, 31))
    delivered(database, "wsp", date(2015, 7, 1), date(2015, 9, 30))
    delivered(database, "wsp", date(2015, 10, 1), date(2015, 12, 31))
    (line,) = coverage(database)
    assert (line.start, line.end) == (date(2015, 1, 1), date(2015, 12, 31))
    assert line.gaps == ((date(2015, 4, 1), date(2015, 6, 30)),)
    assert (line.deliveries, line.rows) == (3, 3)


def test_a_period_inside_another_leaves_no_gap(tmp_path):
    database = filled(tmp_path)
    delivered(database, "wsp", date(2015, 1, 1), date(2015, 12, 31))
    delivered(database, "wsp", date(2015, 3, 1), date(2015, 3, 31))
    delivered(database, "wsp", date(2016, 1, 1), date(2016, 3, 31))
    assert coverage(database)[0].gaps == ()


def test_what_was_taken_back_does_not_cover(tmp_path):
    database = filled(tmp_path)
    first = delivered(database, "wsp", date(2015, 1, 1), date(2015, 12, 31))
    database.withdraw(first.id)
    assert coverage(database) == []
    assert why_default(database) is None


def test_placements_go_first_and_the_largest_supplier_first(tmp_path):
    database = filled(tmp_path)
    year = date(2015, 1, 1), date(2015, 12, 31)
    delivered(database, "nova-college", *year, rows=9, kind="internship")
    delivered(database, "uwv", *year, rows=2)
    delivered(database, "wsp", *year, rows=5)
    assert [one.supplier for one in coverage(database)] == ["wsp", "uwv", "nova-college"]


def test_the_main_supplier_that_reaches_least_far_sets_the_date(tmp_path):
    database = filled(tmp_path)
    delivered(database, "wsp", date(2015, 1, 1), date(2015, 12, 31), rows=9)
    delivered(database, "uwv", date(2015, 1, 1), date(2015, 9, 30), rows=9)
    delivered(database, "agros", date(2015, 1, 1), date(2015, 3, 31), rows=1)
    why = why_default(database)
    assert (why.day, why.main, why.last) == (date(2015, 9, 30), ("uwv", "wsp"), ("uwv",))
