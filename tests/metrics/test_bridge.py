"""The bridge between two ways of counting: it closes exactly, and on screen no step tells of a few people."""

from datetime import date
from itertools import product

import pytest

from metrics.bridge import BEGUN, BOTH, HOME, MODES, RUNNING, WORK, Bridge, Mode, Step, bridge, counted, route
from metrics.bridge_published import UwvFigure, to_published
from metrics.bridge_screen import bridge_history, bridge_on, shown_bridge
from metrics.bridge_sums import BridgeSums
from metrics.disclosure import LIMIT
from metrics.metric import Question, Scope, compute
from metrics.placements import ACTIVE, COUNTING
from metrics.scenario_hours import quarter_ends
from metrics.screen import Screen
from tests.builders import filled
from tests.metrics.test_scenario_screen import LAST, QUARTERS, YEARS, town

START, END, DAY = date(2015, 1, 1), date(2016, 12, 31), date(2015, 9, 30)
PERIOD = (START, END, DAY)
# Ordinary rows are: Haarlem, register ja, market, 32 hours, begun on 2015-03-02, no end.
ROWS = [
    {"person_key": "anna", "hours": 51},
    {"person_key": "anna", "hours": 20},  # anna's second job
    {"person_key": "bert", "in_register": False},
    {"person_key": "cees", "job_type": "beschut"},
    {"person_key": "dora", "end_date": date(2015, 6, 1)},  # has ended by the day
    {"person_key": "emma", "start_date": date(2014, 5, 1)},  # began before the period, still runs
    {"person_key": "fred", "sector": "inleen"},
    {"person_key": "gert", "municipality_work": "GM0363"},  # lives in Haarlem, works in Amsterdam
    {"person_key": "hans", "municipality_home": "GM0363", "municipality_work": "GM0392"},
]


@pytest.fixture(scope="module")
def nine(tmp_path_factory):
    return filled(tmp_path_factory.mktemp("nine"), ROWS)


@pytest.mark.parametrize("rule", COUNTING)
def test_a_mode_counts_what_its_metric_counts(nine, rule):
    asked = compute(nine, Question(COUNTING[rule], Scope(region=True), *PERIOD))[()].value
    assert counted(nine, MODES[rule][1], *PERIOD) == asked
    large, unit = (True, "placements") if rule == "min25" else (False, rule)
    running = Mode(when=RUNNING, large=large, unit=unit)
    stock = compute(nine, Question(ACTIVE[rule], Scope(region=True), *PERIOD))[()].value
    assert counted(nine, running, *PERIOD) == stock


def test_each_step_is_a_count_that_can_be_done_by_heart(nine):
    found = bridge(nine, MODES["geleverd"][1], MODES["uwv-banen"][1], *PERIOD)
    assert found.start == 7  # all but emma (before) and hans (lives elsewhere)
    assert [(step.label, step.change) for step in found.steps[:-1]] == [
        ("niet in het doelgroepregister, of onbekend", -1),  # bert
        ("beschut werk, stages en proefplaatsingen", -1),  # cees
        ("inmiddels geëindigd", -1),  # dora
        ("loopt nog, maar begon vóór deze periode", 1),  # emma
        ("inleen", -1),  # fred
        ("woont in de regio en werkt elders", -1),  # gert
        ("werkt in de regio en woont elders", 1),  # hans
    ]
    assert found.end == pytest.approx((51 + 20 + 32 + 32) / 25.5)  # anna twice, emma, hans


def test_persons_are_fewer_than_placements_by_their_second_jobs(nine):
    found = bridge(nine, MODES["placements"][1], MODES["persons"][1], *PERIOD)
    assert [step.change for step in found.steps] == [-1]


@pytest.mark.parametrize(("one", "other"), [pair for pair in product(MODES, MODES) if pair[0] != pair[1]])
def test_the_sum_of_the_steps_closes_exactly_between_any_two_modes(nine, one, other):
    origin, destination = MODES[one][1], MODES[other][1]
    found = bridge(nine, origin, destination, *PERIOD)
    assert found.start == counted(nine, origin, *PERIOD)
    assert found.end == counted(nine, destination, *PERIOD)
    assert found.start + sum(step.change for step in found.steps) == pytest.approx(found.end, abs=1e-9)
    assert found.steps[-1].after == found.end


def test_every_way_leads_where_it_should_and_every_step_has_a_label():
    for origin, destination in product([mode for _, mode in MODES.values()], repeat=2):
        way = route(origin, destination)
        assert (way[-1][1] if way else origin) == destination
        assert all(label for label, _ in way)


def test_who_leaves_and_who_joins_are_two_steps():
    regions = [mode.region for _, mode in route(Mode(), Mode(region=WORK))]
    periods = [mode.when for _, mode in route(Mode(when=RUNNING), Mode())]
    assert (regions, periods) == ([BOTH, WORK], [BOTH, BEGUN])
    assert Mode().region == HOME


def test_sums_between_quarter_ends_count_what_the_facts_count_in_every_mode(tmp_path):
    database = town(tmp_path, 5)
    for start, end in ((START, LAST), (date(2016, 4, 1), LAST)):
        days = quarter_ends(Screen(database, start, end), end)
        sums = BridgeSums(database, start, days)
        for one, other in product([mode for _, mode in MODES.values()], repeat=2):
            for _, mode in route(one, other):
                for day in days[::3]:
                    assert counted(database, mode, start, end, day, sums) == counted(
                        database, mode, start, end, day
                    )


def test_a_later_period_takes_no_step_of_what_runs_that_an_earlier_one_gives_away(tmp_path):
    """32 run at the end of 2015 and 34 in 2016: beside the 32 nobody may see the 34."""
    first = [{"start_date": date(2015, 3, 2), "person_key": f"a{n}"} for n in range(22)]
    more = [{"start_date": date(2016, 2, 1), "person_key": f"b{n}"} for n in range(12)]
    gone = [one | {"end_date": date(2016, 1, 9), "person_key": f"c{n}"} for n, one in enumerate(first[:10])]
    database = filled(tmp_path, first + more + gone, **YEARS)
    origin, destination = MODES["placements"][1], Mode(when=RUNNING)
    one, other = (Screen(database, date(y, 1, 1), date(y, 12, 31)) for y in (2015, 2016))
    earlier = bridge_history(database, one, origin, destination)
    assert earlier[-1].values[destination] == 32
    alone = bridge_on(origin, bridge_history(database, other, origin, destination), LAST)
    beside = bridge_on(origin, bridge_history(database, other, origin, destination, earlier), LAST)
    assert alone.end == 34
    assert beside is None


def test_a_bridge_ends_at_the_figure_of_uwv_of_that_day():
    found = Bridge(Mode(), Mode(when=RUNNING), DAY, 40, 30, (Step("inmiddels geëindigd", -10, 30),))
    longer = to_published(found, UwvFigure(33, "banen", DAY, "Trendrapportage banenafspraak"))
    assert (longer.end, longer.steps[-1].change) == (33, 3)


def test_an_unknown_place_of_work_is_taken_to_be_home(tmp_path):
    database = filled(tmp_path, [{"municipality_work": None}])
    assert counted(database, Mode(region=WORK), *PERIOD) == 1


def small(step):
    return 1e-9 < abs(step) < LIMIT


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("pair", ["min25 uwv-banen", "min25 uwv-personen", "geleverd min25"])
def test_on_screen_no_step_and_no_change_of_a_step_is_one_to_four(tmp_path, seed, pair):
    database = town(tmp_path, seed)
    screen = Screen(database, START, LAST)
    origin, destination = (MODES[name][1] for name in pair.split())
    before: dict[str, list[float]] = {}
    for day in QUARTERS:
        found = shown_bridge(database, screen, origin, destination, day)
        if found is None:
            continue
        assert found.as_of <= day
        assert found.start + sum(step.change for step in found.steps) == pytest.approx(found.end)
        for step in found.steps:
            if "naar rato" not in step.label:
                assert not small(step.change), (day, step)
                for old in before.setdefault(step.label, []):
                    assert not small(step.change - old), (day, step)
                before[step.label].append(step.change)
    assert before


def test_a_step_of_one_to_four_is_merged_with_the_next(tmp_path):
    ended = [{"person_key": f"a{n}", "end_date": date(2015, 3, 20)} for n in range(2)]
    older = [{"person_key": f"b{n}", "start_date": date(2014, 3, 1)} for n in range(9)]
    rows = ended + older + [{"person_key": f"c{n}"} for n in range(20)]
    database = filled(tmp_path, rows, **YEARS)
    day = date(2015, 3, 31)
    found = shown_bridge(database, Screen(database, START, LAST), Mode(), Mode(when=RUNNING), day)
    assert [(step.label, step.change) for step in found.steps] == [
        ("inmiddels geëindigd; loopt nog, maar begon vóór deze periode", 7)
    ]


def test_a_bridge_between_a_few_people_is_not_shown(tmp_path):
    database = filled(tmp_path, [{}, {"hours": 20}], **YEARS)
    assert shown_bridge(database, Screen(database, START, LAST), Mode(), Mode(large=True), LAST) is None
