"""Hours from vacancy to candidate: every reading of the norm, and never a guess about a moment of a day."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from metrics.service import NOBODY, OUTSIDE, UNKNOWN, WITHIN, Question, counted, edges, offered, timed
from storage.database import Database
from tests.builders import kind_table, provenance

# 2 March 2015 is a Monday.
MONDAY, FRIDAY = datetime(2015, 3, 2, 9), datetime(2015, 3, 6, 9)
PLAIN = {"positions": 1, "hours_low": Decimal(0), "hours_high": Decimal(40), "channel": "wsp"}


def vacancy(opened, candidate=None, **more) -> dict:
    """A vacancy; a date without a time is a day of which the moment is not known."""
    row = dict(PLAIN)
    for name, moment in (("opened", opened), ("candidate", candidate)):
        if moment is not None:
            timed_ = isinstance(moment, datetime)
            row[f"{name}_at"] = moment if timed_ else datetime(moment.year, moment.month, moment.day)
            row[f"{name}_timed"] = timed_
    return row | more


@pytest.fixture
def filled(tmp_path):
    def fill(*rows: dict) -> Database:
        database = Database.open(tmp_path / "test.duckdb")
        database.deliver("vacancy", kind_table(database, "vacancy", list(rows)), provenance())
        return database

    return fill


def asked(clock="kalenderuren", begins="geopend", **changes) -> Question:
    start, end = changes.get("start", date(2015, 1, 1)), changes.get("end", date(2015, 12, 31))
    return Question(start, end, changes.get("as_of", end), clock, begins, 72)


def outcome(database: Database, **reading) -> str:
    """Return the outcome of the only vacancy."""
    (row,) = timed(database, asked(**reading))
    return row.outcome


def test_exactly_72_hours_is_inside_the_norm_and_one_minute_more_is_not(filled):
    database = filled(
        vacancy(MONDAY, datetime(2015, 3, 5, 9)), vacancy(MONDAY, datetime(2015, 3, 5, 9, 1), channel="uwv")
    )
    found = {row.channel: (row.outcome, row.step) for row in timed(database, asked())}
    # The third step ends at 72 hours, the fourth begins after it.
    assert edges(72)[2] == 72
    assert found == {"wsp": (WITHIN, 2), "uwv": (OUTSIDE, 3)}


@pytest.mark.parametrize(
    ("candidate", "outcome_"),
    [
        (date(2015, 3, 4), WITHIN),  # Monday 0:00 to Wednesday 23:59 is 71:59 at most
        (date(2015, 3, 5), UNKNOWN),  # 48:01 to 95:59
        (date(2015, 3, 6), OUTSIDE),  # Monday 23:59 to Friday 0:00 is 72:01 at least
    ],
)
def test_two_days_without_a_time_give_an_interval_and_are_not_guessed(filled, candidate, outcome_):
    assert outcome(filled(vacancy(date(2015, 3, 2), candidate))) == outcome_


def test_a_weekend_counts_in_calendar_hours_only(filled):
    # Friday 9:00 to Tuesday 9:00: 96 calendar hours, 48 on working days, 16 working hours.
    database = filled(vacancy(FRIDAY, datetime(2015, 3, 10, 9)))
    assert outcome(database) == OUTSIDE
    (days,) = timed(database, asked("uren-op-werkdagen"))
    (hours,) = timed(database, asked("werkuren"))
    assert (days.outcome, days.step) == (WITHIN, 1)
    assert (hours.outcome, hours.step) == (WITHIN, 0)


def test_72_working_hours_are_nine_working_days(filled):
    # Monday 9:00 to Thursday of the next week 17:00: nine days of eight hours; one day more is outside.
    assert outcome(filled(vacancy(MONDAY, datetime(2015, 3, 12, 17))), clock="werkuren") == WITHIN


def test_a_tenth_working_day_is_outside_the_norm(filled):
    assert outcome(filled(vacancy(MONDAY, datetime(2015, 3, 13, 10))), clock="werkuren") == OUTSIDE


def test_the_clock_may_start_on_the_next_working_day(filled):
    # Friday 9:00; Monday 0:00 to Wednesday 23:00 is 71 hours, from Friday it is 134.
    database = filled(vacancy(FRIDAY, datetime(2015, 3, 11, 23)))
    assert outcome(database) == OUTSIDE
    assert outcome(database, begins="volgende-werkdag") == WITHIN


def test_a_candidate_before_the_clock_starts_took_no_time(filled):
    (row,) = timed(filled(vacancy(FRIDAY, datetime(2015, 3, 6, 15))), asked(begins="volgende-werkdag"))
    assert (row.outcome, row.step) == (WITHIN, 0)


def test_a_candidate_after_the_reference_date_is_not_known_yet(filled):
    database = filled(vacancy(MONDAY, datetime(2015, 3, 4, 9)), vacancy(MONDAY))
    rows = timed(database, asked(end=date(2015, 3, 3)))
    assert counted(rows, NOBODY) == 2
    assert counted(timed(database, asked()), WITHIN) == 1


def test_a_vacancy_closed_after_the_reference_date_is_still_open(filled):
    database = filled(
        vacancy(MONDAY, status="vervuld", closed_date=date(2015, 4, 1), positions=3),
        vacancy(MONDAY, status="ingetrokken", closed_date=date(2015, 3, 3)),
        vacancy(MONDAY),
    )
    (one,) = offered(database, asked(end=date(2015, 3, 31)))
    assert one.states == {"open": 1, "ingetrokken": 1, "onbekend": 1}
    assert one.positions["open"] == 3


def test_an_instrument_is_counted_of_the_vacancies_that_say_so(filled):
    database = filled(vacancy(MONDAY, jobcoach=True), vacancy(MONDAY, jobcoach=False), vacancy(MONDAY))
    (one,) = offered(database, asked())
    assert one.instruments["jobcoach"] == (1, 2)
    assert one.instruments["jobcarving"] == (0, 0)
