"""The series of the crisis: what is one line, what the region is, and that a gap stays a gap."""

from datetime import date

import pytest

from metrics.cells import REGION
from metrics.context import indexed, per_thousand, swing
from metrics.context_read import courses
from reference.load import municipalities
from storage.database import Database
from tests.agenda_rows import SEVEN, deliver, month


@pytest.fixture
def database(tmp_path):
    opened = Database.open(tmp_path / "own.duckdb")
    yield opened
    opened.close()


def ww(database, *rows, **changes):
    deliver(database, "indicator", list(rows), supplier="uwv", **changes)
    return courses(database)["ww"]


def values(points):
    return [(one.first.strftime("%Y-%m"), one.value, one.state) for one in points]


def test_a_month_that_was_not_delivered_or_is_secret_is_a_gap_and_never_zero(database):
    found = ww(database, month("2020-01", 10), month("2020-03", None), month("2020-04", 0, state="nihil"))
    assert values(found.places["GM0392"]) == [
        ("2020-01", 10, "bekend"), ("2020-02", None, "niet-geleverd"), ("2020-03", None, "geheim"),
        ("2020-04", 0, "nihil"),
    ]  # fmt: skip


def test_the_region_is_the_sum_of_all_seven_and_a_gap_where_one_lacks(database):
    full = [month("2020-02", 10, place) for place in SEVEN]
    found = ww(database, *full, *(month("2020-03", 10, place) for place in SEVEN[:6]))
    assert values(found.places[REGION]) == [("2020-02", 70, "bekend"), ("2020-03", None, "onvolledig")]
    assert found.summed


def test_where_the_publisher_gives_the_region_itself_that_counts(database):
    found = ww(database, *(month("2020-02", 10, place) for place in SEVEN), month("2020-02", 73, "AM37"))
    assert values(found.places[REGION]) == [("2020-02", 73, "bekend")]
    assert not found.summed


def test_percentages_are_never_added_up(database):
    found = ww(database, *(month("2020-02", 5, place, unit="%") for place in SEVEN))
    assert REGION not in found.places


def test_sources_and_parts_are_never_mixed_into_one_line(database):
    rows = [month("2020-01", 10), month("2020-02", 11), month("2020-01", 99, source="cbs"),
            month("2020-01", 4, dimension="tot 27"), month("2020-02", 4, dimension="tot 27"),
            month("2020-03", 4, dimension="tot 27")]  # fmt: skip
    found = ww(database, *rows)
    assert values(found.places["GM0392"]) == [("2020-01", 10, "bekend"), ("2020-02", 11, "bekend")]
    assert (found.source, found.dimension, found.left_out) == ("uwv", None, 4)


def test_the_newest_delivery_speaks_of_a_month(database):
    ww(database, month("2020-01", 10), checksum="1" * 64)
    found = ww(database, month("2020-01", 12), checksum="2" * 64)
    assert values(found.places["GM0392"]) == [("2020-01", 12, "bekend")]


def test_an_index_is_hundred_in_february_2020_and_keeps_its_gaps(database):
    found = ww(database, month("2020-02", 40), month("2020-03", None), month("2020-04", 60))
    assert [one.value for one in indexed(found.places["GM0392"])] == [100, None, 150]


@pytest.mark.parametrize("base", [month("2020-02", 0, state="nihil"), month("2020-02", None)])
def test_without_a_value_above_zero_in_february_2020_there_is_no_index(database, base):
    found = ww(database, base, month("2020-03", 60))
    assert indexed(found.places["GM0392"]) is None
    assert swing(found.places["GM0392"]) is None


def test_per_thousand_counts_the_inhabitants_of_2022(database):
    zandvoort = next(one for one in municipalities() if one.code == "GM0473")
    found = ww(database, month("2020-02", 17107, "GM0473"))
    (only,) = per_thousand(found.places["GM0473"], [zandvoort])
    assert only.value == pytest.approx(1000)


def test_a_former_member_has_no_inhabitants_here_and_no_number_per_thousand(database):
    former = next(one for one in municipalities() if one.inhabitants_2022 is None)
    found = ww(database, month("2020-02", 5))
    assert per_thousand(found.places["GM0392"], [former]) is None


def test_the_swing_is_the_furthest_point_after_the_base_and_the_last(database):
    rows = [month("2019-12", 500), month("2020-02", 100), month("2020-06", 160), month("2020-07", 90)]
    told = swing(ww(database, *rows).places["GM0392"])
    assert (told.base.value, told.extreme.value, told.latest.value) == (100, 160, 90)


def test_what_did_not_exist_yet_is_told_apart_from_what_is_missing(database):
    rows = [month("2020-02", None, place, state="nvt") for place in SEVEN]
    found = ww(database, *rows, *(month("2020-03", 2, place) for place in SEVEN))
    assert values(found.places[REGION]) == [("2020-02", None, "nvt"), ("2020-03", 14, "bekend")]


def test_quarters_make_a_line_of_quarters_and_the_base_is_that_of_february(database):
    first = {"period_start": date(2020, 1, 1), "period_end": date(2020, 3, 31)}
    third = {"period_start": date(2020, 7, 1), "period_end": date(2020, 9, 30)}
    rows = [month("2020-01", 100, **first), month("2020-07", 140, **third)]
    found = ww(database, *rows)
    assert found.step == 3
    assert [one.value for one in indexed(found.places["GM0392"])] == [100, None, pytest.approx(140)]


def test_a_year_has_the_crisis_in_its_own_base_and_gets_no_index(database):
    whole = {"period_start": date(2020, 1, 1), "period_end": date(2020, 12, 31)}
    found = ww(database, month("2020-01", 100, **whole))
    assert found.step == 12
    assert indexed(found.places["GM0392"]) is None


def test_a_reference_day_stands_for_its_month_and_the_last_one_speaks(database):
    days = [month("2020-02", value, period_start=day, period_end=day)
            for day, value in ((date(2020, 2, 14), 10), (date(2020, 2, 28), 12))]  # fmt: skip
    assert values(ww(database, *days).places["GM0392"]) == [("2020-02", 12, "bekend")]
