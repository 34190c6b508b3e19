"""A scenario beside the baseline never tells of one to four people."""

from datetime import date
from decimal import Decimal
from functools import cache
from itertools import combinations
from random import Random

import pytest

from metrics.disclosure import LIMIT
from metrics.scenario import NEUTRAL, Scenario
from metrics.scenario_hours import NOTHING, HourLevels
from metrics.scenario_outcome import outcome
from metrics.scenario_screen import ScenarioScreen, screen_outcome
from metrics.scenario_solve import GRADED, sensitivity, solve, truths
from metrics.screen import Screen
from metrics.shown import shown_standing
from reference.load import targets
from tests.builders import filled

REGION_440, MARKET_280 = targets()["T-LSA-02"], targets()["T-LSA-01"]
LAST = date(2016, 12, 31)
QUARTERS = [date(y, m, d) for y in (2015, 2016) for m, d in ((3, 31), (6, 30), (9, 30), (12, 31))]
THRESHOLDS = [Decimal(text) for text in ("20", "24", "25", "25.5", "28", "29", "30", "32", "36", "60")]
YEARS = {"period_start": date(2015, 1, 1), "period_end": LAST}


def town(folder, seed, count=160):
    """Placements of two years with hours on both sides of every threshold, in all municipalities."""
    chance = Random(seed)
    places = ["GM0392", "GM0453", "GM0375", "GM0396", "GM0397", "GM0473", "GM0377", "GM0450", "GM0393"]
    rows = [
        {
            "start_date": date(chance.choice((2015, 2016)), chance.randint(1, 12), chance.randint(1, 28)),
            "hours": chance.choice((16, 20, 24, 24.99, 25, 25.5, 28, 30, 32, 36, 40)),
            "municipality_home": chance.choices(places, [40, 18, 11, 10, 7, 5, 5, 3, 1])[0],
            "sector": chance.choices(["markt", "overheid", "inleen", None], [70, 20, 6, 4])[0],
            "person_key": f"p{n}",
        }
        for n in range(count)
    ]
    return filled(folder, rows, **YEARS)


def sight_of(database):
    @cache
    def screens(start, end):
        return Screen(database, start, max(min(end or LAST, LAST), start))

    return ScenarioScreen(database, screens), screens


@pytest.fixture(scope="module", params=[1, 2, 3])
def sight(request, tmp_path_factory):
    database = town(tmp_path_factory.mktemp("town"), request.param)
    found, screens = sight_of(database)
    return database, found, screens


def small(difference):
    return 0 < abs(difference) < LIMIT


def counted(sight, target, day, **dials):
    return screen_outcome(sight, target, day, Scenario(**dials))


@pytest.mark.parametrize("key", ["T-LSA-01", "T-LSA-02", "T-LSA-03", "T-LSA-06", "T-RAA-P1", "T-WB-01"])
def test_neutral_dials_show_what_the_other_pages_show(sight, key):
    database, found, screens = sight
    target = targets()[key]
    for day in (date(2015, 9, 30), LAST):
        shown = shown_standing(database, screens(target.start, target.end), target, day)
        result = screen_outcome(found, target, day, NEUTRAL)
        assert (result.number, result.progress) == (shown.number, shown.progress)


@pytest.mark.parametrize("target", [REGION_440, MARKET_280], ids=lambda target: target.key)
def test_no_threshold_differs_by_one_to_four_from_the_baseline(sight, target):
    _, found, _ = sight
    for day in QUARTERS:
        baseline = counted(found, target, day).number
        for threshold in THRESHOLDS:
            number = counted(found, target, day, threshold=threshold).number
            if baseline.state == "shown":
                assert not small(number.value - baseline.value), (day, threshold)


def test_the_counts_behind_the_shares_never_differ_by_one_to_four(sight):
    database, _, screens = sight
    levels = HourLevels(screens(REGION_440.start, REGION_440.end))
    assert levels.snapshots
    shown = [(one.day, hours, count) for one in levels.snapshots for hours, count in one.levels.items()]
    for (day, hours, more), (later, higher, less) in combinations(shown, 2):
        nested = (day >= later and hours <= higher) or (day <= later and hours >= higher)
        assert not nested or not small(more - less)


def test_no_step_of_a_band_between_two_dates_is_one_to_four(sight):
    database, _, screens = sight
    levels = HourLevels(screens(REGION_440.start, REGION_440.end))
    for before, after in combinations(levels.snapshots, 2):
        for low, high in combinations(sorted(before.levels), 2):
            then = before.levels[low] - before.levels[high]
            assert not small(after.levels[low] - after.levels[high] - then)


def test_a_higher_threshold_never_shows_more(sight):
    _, found, _ = sight
    for day in QUARTERS:
        numbers = [counted(found, REGION_440, day, threshold=one).number for one in THRESHOLDS]
        values = [number.value for number in numbers if number.state == "shown"]
        assert values == sorted(values, reverse=True)


def test_the_former_municipalities_leave_together_or_not_at_all(sight):
    _, found, _ = sight
    for day in QUARTERS:
        both = [counted(found, REGION_440, day, members=one).number for one in (None, "zeven")]
        if both[0].state == "shown":
            assert not small(both[0].value - both[1].value)


def test_a_later_deadline_or_start_never_shows_a_few(sight):
    _, found, _ = sight
    deadlines = [Scenario(deadline=day) for day in QUARTERS]
    year = deadlines + [Scenario(start=day.replace(day=1)) for day in QUARTERS]
    shown = [screen_outcome(found, REGION_440, LAST, one).number for one in year]
    values = [number.value for number in shown if number.state == "shown"]
    assert all(not 0 < value < LIMIT for value in values)
    ends = values[: len(QUARTERS)]
    assert all(not small(b - a) for a, b in combinations(ends, 2))


def test_the_sectors_keep_their_shown_numbers(sight):
    _, found, screens = sight
    screen = screens(REGION_440.start, REGION_440.end)
    for sector in ("markt", "overheid"):
        number = counted(found, REGION_440, LAST, sector=sector).number
        assert number.value == screen.part("min25", "sector", sector, LAST).value


def test_another_job_size_only_divides_the_shown_hours_again(sight):
    _, found, screens = sight
    jobs = screens(REGION_440.start, REGION_440.end).placed("per25.5", LAST).value
    number = counted(found, REGION_440, LAST, counting="per25.5", hours_per_job=Decimal("17")).number
    assert number.value == pytest.approx(jobs * 25.5 / 17)


def test_a_threshold_that_cannot_be_counted_gives_the_nearest_one_and_says_so(sight):
    _, found, _ = sight
    number = counted(found, REGION_440, LAST, threshold=Decimal(29))
    near = counted(found, REGION_440, LAST, threshold=number.scenario.threshold)
    assert number.number == near.number
    assert any("29 uur" in note for note in number.notes)


def test_a_hidden_count_stays_hidden_whatever_the_dials(tmp_path):
    found, _ = sight_of(filled(tmp_path, [{}, {}], **YEARS))
    for dials in ({}, {"threshold": Decimal(28)}, {"members": "zeven"}, {"hours_per_job": Decimal(20)}):
        result = counted(found, REGION_440, LAST, **dials)
        assert (result.number.state, result.course, result.end_value) == ("below", None, None)


def test_only_what_changed_is_asked_again(sight):
    database, found, _ = sight
    counted(found, REGION_440, LAST)
    asked = []
    query = database.query
    database.query = lambda *words, **more: (asked.append(words), query(*words, **more))[1]
    try:
        for dials in ({"target": 280}, {"pace": Decimal(4)}, {"outflow": Decimal(2)}, {"delay": 3}):
            screen_outcome(found, REGION_440, LAST, Scenario(**dials))
    finally:
        database.query = query
    assert asked == []


# --- which dial matters, and what it would take -------------------------------------------------------------

DAY = date(2015, 9, 30)


@pytest.fixture(scope="module")
def evaluate(tmp_path_factory):
    database = town(tmp_path_factory.mktemp("solve"), 4)
    return cache(lambda scenario: outcome(database, REGION_440, DAY, scenario))


def test_the_tornado_is_sorted_and_each_swing_is_a_real_outcome(evaluate):
    swings = sensitivity(evaluate, NEUTRAL)
    assert [one.size for one in swings] == sorted((one.size for one in swings), reverse=True)
    deadline = next(one for one in swings if one.dial == "deadline")
    assert deadline.high == evaluate(Scenario(deadline=deadline.up)).end_share
    assert {one.dial for one in swings} <= set(GRADED)
    assert "mean_hours" not in {one.dial for one in swings}  # says nothing about jobs of at least 25 hours


@pytest.mark.parametrize("dial", ["pace", "deadline", "target"])
def test_what_it_takes_reaches_the_target_and_a_little_less_does_not(evaluate, dial):
    answer = solve(evaluate, NEUTRAL, dial)
    assert evaluate(answer.scenario).reaches
    less = {"pace": Decimal("-0.1"), "target": 1}
    if dial in less:
        assert not evaluate(Scenario(**{dial: answer.value + less[dial]})).reaches
    assert "om het doel te halen" in answer.text


def test_the_pace_it_takes_is_the_required_pace(evaluate):
    needed = evaluate(NEUTRAL).required_per_month
    assert 0 <= float(solve(evaluate, NEUTRAL, "pace").value) - needed <= 0.1


def test_what_is_impossible_is_said(evaluate):
    far = Scenario(target=100_000)
    assert solve(evaluate, far, "large_share").text.endswith("alleen is niet genoeg om het doel te halen.")
    assert solve(evaluate, NEUTRAL, "mean_hours").scenario is None


def test_a_target_that_is_met_needs_nothing(evaluate):
    assert solve(evaluate, Scenario(target=1), "pace").text.startswith("Het doel wordt al gehaald")


def test_a_screen_answers_with_a_threshold_that_it_really_counts(sight):
    _, found, _ = sight
    start = Scenario(target=60)
    answer = solve(lambda one: screen_outcome(found, REGION_440, DAY, one), start, "threshold")
    if answer.scenario and answer.scenario.threshold:
        assert screen_outcome(found, REGION_440, DAY, answer.scenario).reaches


def test_every_dial_starts_at_todays_truth(evaluate):
    today = truths(evaluate(NEUTRAL))
    assert (today["target"], today["deadline"], today["threshold"]) == (440, date(2016, 12, 31), 25)
    assert (today["outflow"], today["delay"], today["mean_hours"]) == (0, 0, None)
    assert float(today["pace"]) == pytest.approx(evaluate(NEUTRAL).pace, abs=0.05)


def test_all_placements_stand_below_the_lowest_threshold():
    assert min(THRESHOLDS) > NOTHING
