"""Sums of the facts answer exactly like the facts themselves."""

from datetime import date
from itertools import pairwise
from random import Random

import pytest

from metrics.calendar import checkpoints
from metrics.disclosure import LIMIT
from metrics.metric import Question, Scope, compute
from metrics.placements import GARANTIEBANEN, JOBS, PERSONS, PLACEMENTS
from metrics.screen import Screen
from metrics.summary import Summary, adds_up
from tests.builders import filled

START, END = date(2016, 1, 1), date(2017, 12, 31)
POINTS = checkpoints(START, END)
DAYS = (date(2016, 1, 31), date(2016, 12, 31), date(2017, 9, 30), END)


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    """Two years with a former municipality, unknown hours, registers, places and sectors, and counts."""
    chance = Random(7)
    rows = []
    for _ in range(400):
        hours = chance.choice((12, 24.99, 25, 25.5, 36))
        low, high = chance.choice(((hours, hours), (hours, hours), (0, 40), (24, 32)))
        fewest, most = chance.choice(((1, 1), (1, 1), (2, 2), (1, 4)))
        row = {
            "start_date": date(chance.randint(2015, 2017), chance.randint(1, 12), chance.randint(1, 28)),
            "hours_low": low,
            "hours_high": high,
            "quantity_low": fewest,
            "quantity_high": most,
            "in_register": chance.choice((True, True, False, None)),
            "job_type": chance.choice(("garantiebaan", "regulier", "beschut", None)),
            "municipality_home": chance.choice(("GM0392", "GM0393", "GM0453", "GM0363", None)),
            "sector": chance.choice(("markt", "overheid", "inleen", None)),
            "channel": chance.choice(("wsp", "uwv", None)),
            "party": chance.choice(("corporaties", None, None)),
            "person_key": chance.choice((*(f"p{n}" for n in range(60)), None)),
        }
        rows.append(row)
    return filled(tmp_path_factory.mktemp("sums"), rows, period_start=date(2015, 1, 1), period_end=END)


SCOPES = (
    Scope(region=True),
    Scope(region=True, municipalities=("GM0392", "GM0393")),
    Scope(region=True, subregion="IJmond"),
    Scope(region=True, sector="markt"),
    Scope(),
)


@pytest.mark.parametrize("metric", [PLACEMENTS, GARANTIEBANEN, JOBS], ids=lambda one: one.key)
def test_sums_give_the_same_answer_to_the_last_digit(database, metric):
    for column in ("sector", "channel", "party"):
        sums = Summary(database, START, POINTS, (column,))
        for scope in SCOPES:
            if scope.sector and column != "sector":
                continue
            pairs = (("hours", "checkpoint"), ("subregion", "checkpoint"))
            for by in ((), ("municipality",), (column,), *pairs):
                for day in DAYS:
                    question = Question(metric, scope, START, END, day, by, POINTS)
                    if column == "party" and by == ():
                        question = Question(metric, Scope(party="corporaties"), START, END, day, by, POINTS)
                    assert adds_up(question)
                    assert compute(sums, question) == compute(database, question)


def test_people_are_never_asked_of_sums():
    assert not adds_up(Question(PERSONS, Scope(), START, END, END))


def test_people_counted_on_all_dates_at_once_are_the_people_counted_on_each_date(database):
    screen = Screen(database, START, END)
    for scope in SCOPES[:4]:
        found = screen._exact.cumulated(PERSONS, scope, ())[()]
        for index, day in enumerate(POINTS):
            exact = compute(database, Question(PERSONS, scope, START, END, day))[()]
            assert (found.low[index], found.high[index]) == (exact.low, exact.high)


@pytest.mark.parametrize("rule", ["per25.5", "persons"])
def test_a_course_read_at_once_is_what_each_of_its_dates_shows(database, rule):
    screen = Screen(database, START, END)
    for day, value in screen.line(rule, END):
        assert screen.placed(rule, day).value == pytest.approx(value, abs=1e-8)
    assert len(screen.line(rule, END)) > 5


def test_the_lines_of_a_stock_and_a_party_hold_only_what_is_shown_on_their_dates(database):
    screen = Screen(database, START, END)
    for day, value in screen.active_line("min25", END):
        assert screen.active("min25", day) == value
    moves = [value for _, value in screen.active_line("min25", END)]
    assert all(abs(b - a) >= LIMIT for a, b in pairwise(moves))
    for day, value in screen.party_line("placements", "corporaties", END):
        assert screen.party("placements", "corporaties", day).value == value
