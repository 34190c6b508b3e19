"""Who is still at work: a quarter is followed to its last day, and an unknown end is no end."""

from datetime import date

from metrics.service_cohorts import cohorts, observed
from tests.builders import filled

BEGUN = date(2015, 1, 15)
HALF, YEAR = date(2015, 7, 15), date(2016, 1, 15)


def placed(count: int, end: date | None, **more) -> list[dict]:
    return [{"start_date": BEGUN, "end_date": end, **more}] * count


def test_at_work_ended_and_unknown_stand_apart(tmp_path):
    rows = placed(30, date(2015, 5, 1)) + placed(20, HALF) + placed(40, YEAR) + placed(10, None)
    (one,) = cohorts(filled(tmp_path, rows))
    assert one.begun.value == 100
    assert one.undated.value == 10
    # On the day six months after the start 20 still worked and 40 worked on; a year after it those 40.
    assert (one.working[6].value, one.ended[6].value) == (60, 30)
    assert (one.working[12].value, one.ended[12].value) == (40, 50)
    assert one.shares(6) == (0.6, 0.7)
    assert one.shares(12) == (0.4, 0.5)


def test_a_quarter_counts_once_its_last_placement_can_be_followed(tmp_path):
    found = cohorts(filled(tmp_path, placed(30, YEAR)))
    assert observed(found, 6, date(2015, 9, 30)) == []
    assert observed(found, 6, date(2015, 10, 1)) == found
    assert observed(found, 12, date(2016, 3, 31)) == []


def test_work_that_does_not_count_and_people_from_elsewhere_stay_out(tmp_path):
    rows = placed(20, YEAR) + placed(9, YEAR, job_type="stage") + placed(9, YEAR, municipality_home="GM0363")
    (one,) = cohorts(filled(tmp_path, rows))
    assert one.begun.value == 20


def test_no_share_of_fewer_than_twenty_people(tmp_path):
    (one,) = cohorts(filled(tmp_path, placed(15, YEAR)))
    assert one.shares(6) is None


def test_a_small_count_is_hidden_and_can_not_be_subtracted(tmp_path):
    rows = placed(28, YEAR) + placed(2, date(2015, 5, 1))
    (one,) = cohorts(filled(tmp_path, rows))
    assert one.ended[6].state == "below"
    # 30 began, 28 stayed: what is shown is rounded, so that 1 to 4 stay possible.
    assert (one.begun.value, one.working[6].value) == (30, 30)
    # Two people stopped: rounding does not make everybody stay.
    assert one.shares(6) == (29 / 30, 29 / 30)


def test_without_placements_there_are_no_quarters(tmp_path):
    assert cohorts(filled(tmp_path)) == []
