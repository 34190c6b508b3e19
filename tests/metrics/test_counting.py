"""Every metric counts what its rule says."""

from datetime import date

import pytest

from metrics.catalogue import METRICS
from metrics.metric import Amount, Parameters, Question, Scope, compute, rows
from metrics.placements import GARANTIEBANEN, JOBS, PLACEMENTS
from tests.builders import filled, provenance, table
from tests.metrics import examples

YEAR = (date(2015, 1, 1), date(2015, 12, 31), date(2015, 12, 31))
REGION = Scope(region=True)


@pytest.fixture(scope="module")
def worked(tmp_path_factory):
    return filled(tmp_path_factory.mktemp("worked"), examples.PLACEMENTS, examples.INTERNSHIPS)


def test_every_metric_has_a_worked_example():
    assert set(METRICS) == set(examples.FLOWS) | set(examples.STOCKS)


@pytest.mark.parametrize(("key", "answer"), examples.FLOWS.items())
def test_a_flow_counts_what_began_in_the_period(worked, key, answer):
    found = compute(worked, Question(METRICS[key], REGION, *YEAR))[()]
    assert (found.low, found.high) == pytest.approx(answer)
    assert found.value == found.low


@pytest.mark.parametrize(("key", "answer"), examples.STOCKS.items())
def test_a_stock_counts_what_is_active_on_the_reference_date(worked, key, answer):
    found = compute(worked, Question(METRICS[key], REGION, *YEAR[:2], date(2015, 3, 1)))[()]
    assert (found.low, found.high) == pytest.approx(answer)


@pytest.mark.parametrize("key", [key for key, metric in METRICS.items() if metric.additive])
@pytest.mark.parametrize("by", ["municipality", "sector", "channel", "month"])
def test_the_parts_of_an_additive_metric_add_up_to_its_total(worked, key, by):
    question = Question(METRICS[key], REGION, *YEAR)
    total = compute(worked, question)[()]
    parts = compute(worked, Question(METRICS[key], REGION, *YEAR, by=(by,)))
    assert sum(part.low for part in parts.values()) == pytest.approx(total.low)
    assert sum(part.high for part in parts.values()) == pytest.approx(total.high)


def test_a_placement_that_ended_still_counts_as_begun_but_not_as_active(tmp_path):
    database = filled(tmp_path, [{"start_date": date(2015, 1, 5), "end_date": date(2015, 2, 1)}])
    begun = Question(PLACEMENTS, REGION, *YEAR)
    active = Question(METRICS["placements_active"], REGION, *YEAR)
    assert (compute(database, begun)[()].value, compute(database, active)[()].value) == (1, 0)
    on_its_last_day = Question(METRICS["placements_active"], REGION, *YEAR[:2], date(2015, 2, 1))
    assert compute(database, on_its_last_day)[()].value == 1


def test_counting_stops_at_the_reference_date_that_is_itself_included(tmp_path):
    days = [date(2015, 9, 30), date(2015, 10, 4), date(2015, 10, 5)]
    database = filled(tmp_path, [{"start_date": day} for day in days])
    counted = [compute(database, Question(PLACEMENTS, REGION, *YEAR[:2], day))[()].value for day in days]
    assert counted == [1, 2, 3]


def test_hired_in_and_unknown_may_belong_to_the_market_and_government_never_does(tmp_path):
    sectors = ["markt", "markt", "overheid", "inleen", None]
    database = filled(tmp_path, [{"sector": sector} for sector in sectors])
    market = compute(database, Question(GARANTIEBANEN, Scope(region=True, sector="markt"), *YEAR))[()]
    both = compute(database, Question(GARANTIEBANEN, REGION, *YEAR))[()]
    assert market == Amount(2, 2, 4)
    assert both == Amount(5, 5, 5)


def test_a_flow_uses_membership_on_the_start_date_and_a_stock_on_the_reference_date(tmp_path):
    uitgeest = {"municipality_home": "GM0450"}  # a member until the end of 2016
    database = filled(
        tmp_path, [uitgeest | {"start_date": date(2016, 12, 31)}, uitgeest | {"start_date": date(2017, 1, 1)}]
    )
    years = (date(2016, 1, 1), date(2017, 12, 31))
    begun = compute(database, Question(PLACEMENTS, REGION, *years, date(2017, 12, 31)))[()].value
    active = [
        compute(database, Question(METRICS["placements_active"], REGION, *years, day))[()].value
        for day in (date(2016, 12, 31), date(2017, 1, 1))
    ]
    assert (begun, active) == (1, [1, 0])


def test_unknown_residence_stands_in_the_upper_bound_of_the_region_only(tmp_path):
    database = filled(tmp_path, [{}, {"municipality_home": None}])
    assert compute(database, Question(PLACEMENTS, REGION, *YEAR))[()] == Amount(1, 1, 2)
    haarlem = Question(PLACEMENTS, Scope(municipalities=("GM0392",)), *YEAR)
    assert compute(database, haarlem)[()] == Amount(1, 1, 1)


def test_a_count_column_counts_its_number_and_below_five_is_one_to_four(tmp_path):
    many = {"quantity_low": 3, "quantity_high": 3}
    few = {"quantity_low": 1, "quantity_high": 4}
    database = filled(tmp_path, [many, few])
    assert compute(database, Question(PLACEMENTS, REGION, *YEAR))[()] == Amount(4, 4, 7)


def test_a_dial_changes_a_number_and_never_the_formula(worked):
    strict = Question(GARANTIEBANEN, REGION, *YEAR, parameters=Parameters(hours_threshold=32))
    large = Question(JOBS, REGION, *YEAR, parameters=Parameters(hours_per_job=51))
    assert compute(worked, strict)[()].low == 2
    assert compute(worked, large)[()].low == pytest.approx(examples.FLOWS["jobs"][0] / 2)


def test_nothing_to_divide_by_gives_nothing_and_no_error(worked):
    empty = Question(JOBS, Scope(municipalities=("GM0473",)), *YEAR)
    assert compute(worked, empty)[()] == Amount(0, 0, 0)


def test_delivered_extra_internships_take_precedence_over_the_baseline(tmp_path):
    database = filled(tmp_path, internships=[{"extra": True}] * 3 + [{"extra": False}] * 80)
    found = compute(database, Question(METRICS["internships_extra"], REGION, *YEAR))[()]
    assert found.value == 3


def test_fewer_internships_than_the_baseline_are_no_extra_ones(tmp_path):
    database = filled(tmp_path, internships=[{}] * 59)
    assert compute(database, Question(METRICS["internships_extra"], REGION, *YEAR))[()].value == 0


def test_the_pillar_is_as_delivered_else_by_target_group_else_unassigned(tmp_path):
    database = filled(
        tmp_path,
        [
            {"pillar": "werkgelegenheid", "target_group": "ww"},
            {"target_group": "ww"},
            {"target_group": "vso"},
            {"target_group": "werkend"},
            {"target_group": None},
        ],
        [{}],
    )
    question = Question(METRICS["pillar_placements"], REGION, *YEAR, by=("pillar",))
    assert {key[0]: amount.value for key, amount in compute(database, question).items()} == {
        "werkgelegenheid": 1,
        "uitkering-naar-werk": 1,
        "onderwijs-naar-werk": 2,
        "werk-naar-werk": 1,
        None: 1,
    }


def test_a_number_leads_to_its_rows(worked):
    found = rows(worked, Question(GARANTIEBANEN, REGION, *YEAR))
    assert sorted(str(row["person_key"]) for row in found) == ["None", "anna", "bert", "cees", "dora", "emma"]
    assert {"delivery_id", "sheet", "row_number"} <= set(found[0])


def test_an_earlier_version_gives_the_earlier_number(tmp_path):
    database = filled(tmp_path, [{}])
    before = database.version
    database.deliver("placement", table("placement", [{}] * 4), provenance())
    now, then = (
        compute(database, Question(PLACEMENTS, REGION, *YEAR, known_at=version))[()].value
        for version in (None, before)
    )
    assert (now, then) == (5, 1)
