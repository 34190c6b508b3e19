"""Months read off a cumulative line: a month without a point of its own is never drawn as if it had one."""

from datetime import date

from ui.months import highest, merged, monthly, months_chart
from ui.shapes import Shown, TimePoint


def point(day: date, value: float) -> TimePoint:
    return TimePoint(day, Shown(str(value), value))


START, STOP = date(2015, 1, 1), date(2015, 4, 30)


def test_a_month_is_what_the_line_rose_since_the_month_before():
    line = [point(date(2015, 1, 31), 12), point(date(2015, 2, 28), 20), point(date(2015, 3, 31), 26)]
    found = monthly(line, START, date(2015, 3, 31))
    assert [one.point.shown.text for one in found] == ["12", "8", "6"]
    assert highest(found).name == "januari 2015"
    assert not merged(found)


def test_months_without_a_point_share_one_step_and_say_so():
    line = [point(date(2015, 1, 31), 12), point(date(2015, 4, 30), 39)]
    found = monthly(line, START, STOP)
    assert [one.point.shown.text for one in found] == ["12", "gem. 9", "gem. 9", "gem. 9"]
    assert found[1].together == "februari t/m april 2015 samen 27"
    assert months_chart(found, "garantiebanen").table.rows[2] == (
        "maart 2015",
        "gem. 9",
        "februari t/m april 2015 samen 27",
    )


def test_months_after_the_last_point_are_shielded_and_not_zero():
    found = monthly([point(date(2015, 1, 31), 12)], START, STOP)
    assert [one.point.shown.text for one in found] == ["12", "afgeschermd", "afgeschermd", "afgeschermd"]
    assert all(one.point.shown.drawable is None for one in found[1:])


def test_a_first_step_that_began_before_the_period_is_shielded():
    line = [point(date(2015, 2, 28), 9), point(date(2015, 3, 31), 15)]
    found = monthly(line, START, date(2015, 3, 31), since=date(2014, 11, 1))
    assert [one.point.shown.text for one in found] == ["afgeschermd", "afgeschermd", "6"]


def test_a_period_that_has_not_begun_has_no_months():
    assert monthly([], START, date(2014, 12, 31)) == []
    assert months_chart([], "garantiebanen").table.rows == ()
