"""A scenario changes numbers, never formulas; each dial keeps its promise."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from metrics.catalogue import METRICS
from metrics.metric import Question, Scope, compute
from metrics.scenario import NEUTRAL, Scenario, aimed, asked, fitting, problems
from metrics.scenario_dials import SEATS
from metrics.scenario_outcome import outcome
from metrics.scenario_path import Course, path, required
from metrics.scenario_shares import divided, spread_over
from metrics.scenario_words import sentence
from metrics.standing import question_of, standing
from reference.benefits import recipients_in
from reference.load import targets
from tests.builders import filled
from tests.metrics import examples

REGION_440, MARKET_280 = targets()["T-LSA-02"], targets()["T-LSA-01"]
DAY = date(2015, 9, 30)
MEASURED = [target for target in targets().values() if target.metric]


@pytest.fixture(scope="module")
def worked(tmp_path_factory):
    return filled(tmp_path_factory.mktemp("worked"), examples.PLACEMENTS, examples.INTERNSHIPS)


@pytest.fixture(scope="module")
def hundred(tmp_path_factory):
    """A hundred placements in 2015: hours 16 to 40, every fourth in the government, a few hired in."""
    sectors = ["markt", "markt", "overheid", "inleen"]
    rows = [
        {
            "hours": 16 + n % 25,
            "sector": sectors[n % 4],
            "municipality_home": [*SEATS, "GM0450"][n % 8],
            "start_date": date(2015, 1 + n % 9, 1 + n % 28),
            "person_key": f"p{n % 90}",
        }
        for n in range(100)
    ]
    return filled(tmp_path_factory.mktemp("hundred"), rows)


@pytest.mark.parametrize("key", METRICS)
def test_neutral_dials_ask_the_same_question_of_every_metric(worked, key):
    period = (date(2015, 1, 1), date(2015, 12, 31), date(2015, 3, 2))
    question = Question(METRICS[key], Scope(region=True), *period)
    assert asked(question, NEUTRAL) == question
    assert compute(worked, asked(question, NEUTRAL)) == compute(worked, question)


@pytest.mark.parametrize("target", MEASURED, ids=lambda target: target.key)
@pytest.mark.parametrize("day", [DAY, date(2015, 12, 31), date(2018, 6, 30)])
def test_neutral_dials_are_the_baseline_to_the_last_digit(hundred, target, day):
    today, found = standing(hundred, target, day), outcome(hundred, target, day)
    assert found.target is target
    assert (found.amount, found.progress) == (today.amount, today.progress)
    if today.amount:
        assert found.required_per_month == today.progress.required_per_month
    if found.end_value is not None and day >= target.end:
        assert found.end_value == today.amount.value


@pytest.mark.parametrize("target", MEASURED, ids=lambda target: target.key)
def test_a_dial_at_todays_own_value_is_the_baseline_too(hundred, target):
    same = Scenario(deadline=target.end, start=target.start, counting=target.counting)
    turned, _ = fitting(same, target)
    if target.end and target.counting and target.metric != "pillar_placements":
        question = question_of(target, DAY)
        assert asked(question, turned) == question
        assert outcome(hundred, target, DAY, turned).progress == outcome(hundred, target, DAY).progress


def test_a_scenario_changes_the_numbers_of_a_question_and_not_its_formula():
    question = question_of(REGION_440, DAY)
    strict = asked(question, Scenario(threshold=Decimal("25.5"), sector="markt", deadline=date(2017, 12, 31)))
    assert strict.metric is question.metric
    assert strict.parameters.hours_threshold == 25.5
    assert (strict.scope.sector, strict.end) == ("markt", date(2017, 12, 31))


def test_a_stock_keeps_being_a_stock_under_another_rule():
    question = Question(METRICS["garantiebanen_active"], Scope(), DAY, DAY, DAY)
    assert asked(question, Scenario(counting="persons")).metric is METRICS["persons_active"]


def bounds(target):
    return target.at_least, target.at_most


def test_the_target_moves_and_keeps_its_kind_of_bound():
    assert aimed(REGION_440, Scenario(target=280)).at_least == 280
    at_most = replace(REGION_440, at_least=None, at_most=Decimal(72))
    assert bounds(aimed(at_most, Scenario(target=48))) == (None, 48)
    between = replace(REGION_440, at_least=Decimal(4), at_most=Decimal(6))
    assert bounds(aimed(between, Scenario(target=8))) == (8, 10)


def value(database, target, **dials):
    return outcome(database, target, DAY, Scenario(**dials)).amount


def test_a_higher_threshold_never_gives_more(hundred):
    thresholds = [Decimal(text) for text in ("1", "20", "24", "24.99", "25", "25.5", "28", "36", "40", "60")]
    counts = [value(hundred, REGION_440, threshold=one) for one in thresholds]
    assert [one.low for one in counts] == sorted((one.low for one in counts), reverse=True)
    assert counts[0].low == value(hundred, REGION_440, counting="placements").low


def test_both_sectors_are_never_less_than_the_market(hundred):
    for rule in ("placements", "min25", "per25.5", "persons"):
        both, market, government = (
            value(hundred, MARKET_280, counting=rule, sector=one) for one in ("beide", "markt", "overheid")
        )
        assert both.low >= market.low
        assert both.low >= government.low
        assert both.high >= market.high


def test_fewer_municipalities_never_give_more(hundred):
    assert value(hundred, REGION_440, members="zeven").low < value(hundred, REGION_440).low


def test_a_smaller_job_gives_as_many_more_jobs(hundred):
    jobs = value(hundred, REGION_440, counting="per25.5")
    smaller = value(hundred, REGION_440, counting="per25.5", hours_per_job=Decimal(17))
    assert smaller.low == pytest.approx(jobs.low * 25.5 / 17)


def test_a_later_start_never_gives_more_and_a_later_deadline_never_less(hundred):
    starts = [value(hundred, REGION_440, start=date(2015, month, 1)).low for month in (1, 3, 6, 9)]
    assert starts == sorted(starts, reverse=True)
    deadlines = (date(2015, 3, 31), DAY, date(2020, 1, 1))
    ends = [value(hundred, REGION_440, deadline=day).low for day in deadlines]
    assert ends == sorted(ends)


def test_the_placements_needed_follow_from_hours_and_share(hundred):
    gap = 440 - value(hundred, REGION_440).low
    half = outcome(hundred, REGION_440, DAY, Scenario(large_share=Decimal(50)))
    assert half.placements_needed == 2 * gap
    jobs = outcome(hundred, REGION_440, DAY, Scenario(counting="per25.5", mean_hours=Decimal(51)))
    assert jobs.placements_needed == -(-(440 - jobs.amount.value) // 2)


def test_todays_pace_share_and_hours_are_measured(hundred):
    found = outcome(hundred, REGION_440, DAY)
    months = 273 / 30.4375  # the period began nine months ago
    assert found.measured.pace == pytest.approx(found.amount.value / months)
    placed = value(hundred, REGION_440, counting="placements").low
    assert found.measured.large_share == pytest.approx(100 * found.amount.value / placed)
    jobs = outcome(hundred, REGION_440, DAY, Scenario(counting="per25.5"))
    assert jobs.measured.mean_hours == pytest.approx(jobs.amount.value * 25.5 / placed)


def test_dials_that_do_not_apply_change_nothing_and_say_so(hundred):
    internships = targets()["T-LSA-06"]
    odd = Scenario(threshold=Decimal(30), sector="markt", mean_hours=Decimal(20))
    found = outcome(hundred, internships, DAY, odd)
    assert found.scenario == NEUTRAL
    assert len(found.notes) == 3
    assert "De urengrens geldt alleen als banen van een minimum aantal uren tellen." in found.notes


@pytest.mark.parametrize(
    ("scenario", "said"),
    [
        (Scenario(deadline=date(2014, 12, 31)), "moet na het begin van de periode liggen"),
        (Scenario(start=date(2017, 6, 1)), "De begindatum moet voor de einddatum liggen."),
        (Scenario(spread="hand"), "zeven getallen"),
        (Scenario(pace=Decimal(3), extra=Decimal(2)), "niet allebei"),
    ],
)
def test_dials_that_contradict_each_other_are_named(scenario, said):
    assert any(said in problem.message for problem in problems(scenario, REGION_440))


def test_one_dutch_sentence_says_where_it_ends(hundred):
    assert sentence(outcome(hundred, REGION_440, DAY, Scenario(target=280, pace=Decimal(20)))) == (
        "Nu zijn er 64 garantiebanen van 280; met 20 per maand zijn het er 364 op 31 december 2016: genoeg."
    )
    ended = sentence(outcome(hundred, REGION_440, date(2017, 1, 31)))
    assert ended.endswith("van 440; de termijn is voorbij en het doel is niet gehaald.")
    strict = sentence(outcome(hundred, REGION_440, DAY, Scenario(threshold=Decimal("25.5"))))
    assert "banen van minstens 25,5 uur" in strict


# --- the path ---------------------------------------------------------------------------------------------

months = some.integers(1, 60).map(float)
amounts = some.integers(0, 500).map(float)
paces = some.floats(0, 50)
shares = some.integers(0, 10_000).map(lambda n: n / 10_000)  # a percentage with two decimals
delays = some.integers(0, 24).map(float)


@given(value=amounts, pace=paces, months=months, delay=delays)
def test_a_delay_moves_the_inflow_and_keeps_its_sum(value, pace, months, delay):
    prompt, late = Course(value, pace, months), Course(value, pace, months + delay, delay=delay)
    assert late.end == pytest.approx(prompt.end)
    assert replace(late, months=months).end <= prompt.end + 1e-9


@given(value=amounts, pace=paces, months=months, low=shares, high=shares, delay=delays)
def test_more_outflow_never_ends_higher_and_never_needs_less(value, pace, months, low, high, delay):
    little, much = (Course(value, pace, months, one, delay) for one in sorted((low, high)))
    assert much.end <= little.end + 1e-6
    if delay < months and value <= 500:
        assert (required(much, 500.0) or 0) >= (required(little, 500.0) or 0) - 1e-6


@given(value=amounts, months=months, goal=amounts, outflow=shares.map(lambda one: one / 2), delay=delays)
def test_the_required_pace_just_reaches_the_goal(value, months, goal, outflow, delay):
    course = Course(value, 0.0, months, outflow, delay)
    needed = required(course, goal)
    if needed is not None:
        assert replace(course, pace=needed).end == pytest.approx(goal)
    else:
        assert course.end >= goal - 1e-9 or delay >= months


@given(value=amounts, pace=paces, more=some.floats(0, 10), months=months)
def test_more_pace_never_ends_lower(value, pace, more, months):
    assert Course(value, pace + more, months).end >= Course(value, pace, months).end


def test_the_path_starts_where_we_are_and_ends_at_the_deadline():
    points = path(Course(90.0, 10.0, 0.0), DAY, date(2016, 12, 31))
    assert points[0] == (DAY, 90.0)
    assert points[-1][0] == date(2016, 12, 31)
    assert points[-1][1] == pytest.approx(90 + 10 * 458 / 30.4375)
    assert path(Course(90.0, 10.0, 0.0), DAY, date(2015, 1, 1)) == [(DAY, 90.0)]


# --- a regional target over municipalities -----------------------------------------------------------------

weights = some.lists(some.integers(0, 10_000), min_size=7, max_size=7).filter(any)


@given(total=some.integers(0, 100_000), weights=weights)
def test_the_parts_add_up_to_the_target_and_stay_within_one_of_their_share(total, weights):
    parts = divided(total, weights)
    assert sum(parts) == total
    assert all(abs(part - total * one / sum(weights)) < 1 for part, one in zip(parts, weights, strict=True))


@given(weights=weights)
def test_parts_filled_in_by_hand_that_add_up_stay_as_they_are(weights):
    parts = spread_over("hand", sum(weights), 7.0, 2015, {}, weights)
    assert [part.target for part in parts] == weights
    assert sum(part.per_month for part in parts) == pytest.approx(7.0)


@pytest.mark.parametrize("spread", ["inwoners", "uitkering", "doelgroep"])
def test_440_is_spread_over_seven_municipalities(hundred, spread):
    found = outcome(hundred, REGION_440, DAY, Scenario(spread=spread))
    assert [part.code for part in found.parts] == list(SEATS)
    assert sum(part.target for part in found.parts) == 440
    assert sum(part.per_month for part in found.parts) == pytest.approx(found.required_per_month)


def test_haarlem_gets_188_of_440_by_inhabitants():
    # 162.898 of the 381.049 inhabitants of the seven: 42,75 % of 440 is 188,1
    assert spread_over("inwoners", 440, None, 2015, {})[0].target == 188


def test_the_benefit_recipients_of_2015_are_8660_and_later_years_use_the_last_known():
    assert sum(recipients_in(2015).values()) == 8660
    assert recipients_in(2022) == recipients_in(2017)


def test_nothing_to_go_by_gives_no_parts():
    assert spread_over("doelgroep", 440, None, 2015, {}) == ()
