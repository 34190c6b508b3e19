"""Where a target ends: whole numbers with a band and a chance, from a year or more, never past the end."""

import time
from dataclasses import replace
from datetime import date
from decimal import Decimal

import numpy as np
import pytest

from benchmarks.forecast_series import drawn
from metrics.forecast import Forecast, Goal, NoForecast, forecast, screen_forecast, target_forecast
from metrics.forecast_history import History, ShownLine, shown_history, stretches
from metrics.forecast_model import futures
from metrics.forecast_stock import shown_stock_forecast, stock_forecast
from metrics.forecast_words import chance, explained, stock_explained
from reference.load import targets
from tests.builders import filled

REGION_440 = targets()["T-LSA-02"]
EXTRA_40 = targets()["T-LSA-06"]
NEW_YEAR, MIDSUMMER = date(2015, 12, 31), date(2016, 6, 30)
LAST_DAY = date(2016, 12, 31)


def past(counts, value=0.0, since=NEW_YEAR, **more):
    return History(tuple(counts), since, value, value, **more)


def month_ends(year):
    return [stretch.end for stretch in stretches(date(year - 1, 12, 31), date(year, 12, 31))]


def line(year, *counts):
    """The cumulative points of a line with so many a month."""
    return list(zip(month_ends(year), np.cumsum(counts).tolist(), strict=False))


def monthly_rows(numbers, year=2015):
    return [
        {"start_date": date(year, month, 2 + i), "person_key": f"{year}-{month}-{i}", "employer": f"E{i}"}
        for month, number in enumerate(numbers, start=1)
        for i in range(number)
    ]


def test_ten_a_month_end_around_120_a_year_later_in_whole_numbers():
    found = forecast(past([10] * 24, value=100), LAST_DAY, Goal(at_least=220))
    assert 210 <= found.end <= 230
    assert found.low < found.end < found.high
    assert all(float(n).is_integer() for point in found.course for n in (point.low, point.middle, point.high))
    assert [point.day for point in found.course] == month_ends(2016)
    assert 0.4 < found.probability < 0.6
    assert found.pace == 10


def test_a_forecast_never_falls_below_what_was_reached_nor_along_its_course():
    found = forecast(past([0] * 12, value=37), LAST_DAY, Goal(40))
    assert found.low == 37
    lows = [point.low for point in forecast(past([3, 0] * 12, value=37), LAST_DAY, Goal(40)).course]
    assert lows == sorted(lows)
    assert lows[0] >= 37


def test_the_same_input_gives_the_same_forecast_whatever_was_asked_before():
    first = forecast(past([4, 7, 2] * 6), LAST_DAY, Goal(50))
    np.random.default_rng(3).random(5)
    forecast(past([9] * 12), LAST_DAY, Goal(50))
    assert forecast(past([4, 7, 2] * 6), LAST_DAY, Goal(50)) == first


def test_eleven_months_give_no_forecast_and_say_so():
    found = forecast(past([10] * 11), LAST_DAY, Goal(50))
    assert explained(found, "garantiebanen") == (
        "Geen prognose: te weinig gegevens: minstens 12 maanden nodig."
    )
    assert isinstance(forecast(past([10] * 12), LAST_DAY, Goal(50)), Forecast)


def test_from_the_deadline_on_there_is_a_result_and_no_forecast():
    points = line(2015, *[10] * 12)
    for day in (LAST_DAY, date(2017, 3, 31)):
        assert screen_forecast(REGION_440, points, day) == NoForecast("voorbij")
    assert screen_forecast(replace(REGION_440, end=None), points, NEW_YEAR) == NoForecast("geen termijn")
    no_number = replace(REGION_440, at_least=None)
    assert screen_forecast(no_number, points, NEW_YEAR) == NoForecast("geen getal in bron")
    assert screen_forecast(REGION_440, [], NEW_YEAR) == NoForecast("niets geleverd")


def test_a_season_of_three_years_is_expected_again():
    school = [2, 30, 3, 2, 1, 0, 0, 8, 50, 6, 4, 0]
    found = forecast(past(school * 3), LAST_DAY, Goal(0))
    middles = [point.middle for point in found.course]
    assert 25 <= middles[8] - middles[7] <= 70  # September
    assert middles[6] - middles[4] <= 4  # June and July


def test_a_break_between_years_widens_the_band():
    steady = forecast(past([10] * 36), LAST_DAY, Goal(0))
    jumping = forecast(past([5] * 12 + [20] * 12 + [10] * 12), LAST_DAY, Goal(0))
    assert jumping.high - jumping.low > 1.2 * (steady.high - steady.low)


def test_the_pace_that_a_scenario_takes_for_granted_replaces_its_own():
    found = forecast(past([10] * 24), LAST_DAY, Goal(0), pace=20)
    assert 230 <= found.end <= 250
    assert found.pace == 20


def test_goals_have_a_lower_bound_an_upper_bound_or_both():
    year = past([10] * 24)
    least, most = (forecast(year, LAST_DAY, goal).probability for goal in (Goal(120), Goal(None, 119)))
    assert least + most == pytest.approx(1)
    assert forecast(year, LAST_DAY, Goal(100, 140)).probability < least + most
    assert forecast(year, LAST_DAY, Goal()).probability is None


def test_a_chance_stops_short_of_certainty():
    assert forecast(past([10] * 24, value=500), LAST_DAY, Goal(440)).probability == 0.99
    assert forecast(past([0] * 24), LAST_DAY, Goal(440)).probability == 0.01


@pytest.mark.parametrize(
    ("probability", "words"),
    [
        (0.01, "zeer onwaarschijnlijk (minder dan 1 op 20)"),
        (0.06, "onwaarschijnlijk (1 op 10)"),
        (0.34, "onwaarschijnlijk (3 op 10)"),
        (0.5, "kan beide kanten op (5 op 10)"),
        (0.7, "waarschijnlijk (7 op 10)"),
        (0.94, "waarschijnlijk (9 op 10)"),
        (0.99, "zeer waarschijnlijk (meer dan 19 op 20)"),
    ],
)
def test_chances_in_words(probability, words):
    assert chance(probability) == words


def test_the_whole_sentence():
    found = Forecast(1372, 1345, 1401, 0.7, LAST_DAY, NEW_YEAR, 1000, 30, ())
    assert explained(found, "garantiebanen") == (
        "Naar verwachting 1.372 garantiebanen op 31 december 2016; in 8 van de 10 gevallen 1.345 tot en met "
        "1.401. Het doel halen: waarschijnlijk (7 op 10)."
    )


def test_a_part_of_a_month_counts_for_its_days():
    first, *_, last = stretches(date(2015, 10, 4), date(2016, 1, 1))
    assert (first.end, first.share) == (date(2015, 10, 31), 27 / 31)
    assert (last.end, last.share) == (date(2016, 1, 1), 1 / 31)
    assert stretches(LAST_DAY, LAST_DAY) == ()


def test_a_step_is_spread_over_the_months_that_it_covers():
    shown = ShownLine(date(2015, 1, 1), [(date(2015, 1, 31), 31), (date(2015, 4, 30), 31 + 89)])
    history = shown_history(shown, LAST_DAY)
    assert history.counts == pytest.approx((31, 28, 31, 30))  # one a day
    assert (history.since, history.value) == (date(2015, 4, 30), 120)


def test_earlier_lines_give_the_months_that_the_period_lacks():
    earlier = [ShownLine(date(2014, 1, 1), line(2014, *[10] * 11))]
    points = line(2015, *[10] * 9)
    found = screen_forecast(REGION_440, points, date(2015, 9, 30), earlier=earlier)
    assert found.since == date(2015, 9, 30)
    assert found.value == 90
    assert 210 <= found.end <= 260  # 90 and 15 months
    alone = screen_forecast(REGION_440, points, date(2015, 9, 30))
    assert alone == NoForecast("te weinig gegevens")
    # December 2014 was hidden: less than the limit of 5, so 2.5.
    history = shown_history(ShownLine(date(2015, 1, 1), points), LAST_DAY, earlier)
    assert history.counts == pytest.approx([10] * 11 + [2.5] + [10] * 9)


def test_a_line_that_stands_still_is_looked_ahead_from_its_last_point():
    points = line(2015, *[10] * 12)
    found = screen_forecast(REGION_440, points, date(2016, 2, 29))
    assert found.since == NEW_YEAR
    assert found == screen_forecast(REGION_440, points, NEW_YEAR)


def test_extra_internships_are_those_above_the_sixty_that_existed():
    earlier = [ShownLine(date(2014, 1, 1), line(2014, *[10] * 12))]
    found = screen_forecast(EXTRA_40, line(2015, *[10] * 3), date(2015, 3, 31), earlier=earlier)
    assert found.value == 0  # 30 begun, 30 to go before the first extra one
    assert 50 <= found.end <= 70  # 120 - 60


def test_a_stock_holds_where_as_many_leave_as_enter_and_falls_where_more_leave():
    level = stock_forecast([10] * 24, [10] * 24, 200, NEW_YEAR, LAST_DAY, Goal(200))
    assert level.low < 200 < level.high
    falling = stock_forecast([5] * 24, [12] * 24, 200, NEW_YEAR, LAST_DAY)
    assert 130 < falling.end < 175  # 84 fewer, were it not that a smaller stock loses fewer
    empty = stock_forecast([0] * 12, [3] * 12, 2, NEW_YEAR, LAST_DAY)
    assert (empty.low, empty.end) == (0, 0)
    assert stock_forecast([1] * 11, [1] * 11, 5, NEW_YEAR, LAST_DAY) == NoForecast("te weinig gegevens")


def test_exact_counts_give_a_forecast_with_history_from_before_the_period(tmp_path):
    database = filled(
        tmp_path, monthly_rows([8] * 12, 2014) + monthly_rows([8] * 9, 2015), period_start=date(2014, 1, 1)
    )
    found = target_forecast(database, REGION_440, date(2015, 9, 30))
    assert found.value == 72
    assert found.pace == pytest.approx(8)
    assert 170 <= found.end <= 215  # 72 and 15 months of 8
    assert target_forecast(database, REGION_440, LAST_DAY) == NoForecast("voorbij")
    assert target_forecast(database, targets()["T-LSA-03"], date(2015, 9, 30)) == NoForecast("niets geleverd")
    jobs = target_forecast(database, REGION_440, date(2015, 9, 30), "per25.5")
    assert jobs.value == pytest.approx(72 * 32 / 25.5)
    persons = target_forecast(database, REGION_440, date(2015, 9, 30), "persons")
    assert persons.end == found.end  # each placement is another person
    database.close()


def test_months_that_nobody_delivered_are_not_zeros(tmp_path):
    database = filled(
        tmp_path, monthly_rows([0, 0, 0, 0, 0, 8, 8, 8, 8, 8, 8, 8]), period_start=date(2015, 6, 1)
    )
    assert target_forecast(database, REGION_440, NEW_YEAR) == NoForecast("te weinig gegevens")
    database.close()


def test_the_band_holds_eight_times_in_ten_on_drawn_series():
    rng = np.random.default_rng(8)
    many = [drawn(rng) for _ in range(300)]
    for ahead in (3, 12):
        bands = [
            np.quantile(futures(one.past, [1.0] * ahead).sum(axis=1), (0.1, 0.9), method="inverted_cdf")
            for one in many
        ]
        held = [low <= one.came(ahead) <= high for (low, high), one in zip(bands, many, strict=True)]
        assert 0.74 <= np.mean(held) <= 0.90


def test_two_years_ahead_take_less_than_20_milliseconds():
    history = past([10] * 60, since=date(2014, 12, 31))
    forecast(history, LAST_DAY, Goal(440))
    taken = []
    for _ in range(7):
        start = time.process_time()
        forecast(history, LAST_DAY, Goal(440))
        taken.append(time.process_time() - start)
    assert min(taken) < 0.020


def test_a_derived_goal_of_a_scenario_replaces_the_targets_own():
    points = line(2015, *[10] * 12)
    easy = screen_forecast(REGION_440, points, NEW_YEAR, goal=Goal(at_least=200))
    hard = screen_forecast(replace(REGION_440, at_least=Decimal(300)), points, NEW_YEAR)
    assert easy.end == hard.end
    assert easy.probability > hard.probability


def line_of(values):
    """Running totals at the ends of the months of 2015 and after."""
    days = [stretch.end for stretch in stretches(date(2014, 12, 31), date(2018, 12, 31))]
    return list(zip(days, values, strict=False))


def test_a_stock_on_screen_is_foretold_from_two_shown_lines_and_nothing_else():
    begun = line_of([12 * month for month in range(1, 25)])  # 12 come in each month
    running = line_of([100 + 4 * month for month in range(1, 25)])  # of which 4 stay, so 8 leave
    found = shown_stock_forecast([ShownLine(date(2015, 1, 1), begun)], running, date(2017, 12, 31))
    assert (found.entering, round(found.leaving)) == (12, 8)
    assert found.stock.low < 196 < found.stock.end < found.stock.high
    text = stock_explained(found, "plaatsingen")
    assert text.startswith("De stand groeit: het laatste jaar begonnen er per maand gemiddeld 12 en stopten")
    assert "dan lopen er op 31 december 2017 ongeveer" in text


def test_a_stock_that_is_shown_too_short_gets_no_forecast():
    short = line_of([12 * month for month in range(1, 9)])
    for line in (short, []):
        found = shown_stock_forecast([ShownLine(date(2015, 1, 1), line)], line, date(2016, 8, 31))
        assert found.reason == "te weinig gegevens"


def test_months_before_the_first_number_of_a_party_are_not_zeros():
    line = line_of([None] * 6 + [8 + 3 * month for month in range(14)])[6:]
    target = replace(targets()["T-LSA-04"], end=date(2017, 12, 31), at_least=Decimal(80))
    found = screen_forecast(target, line, line[-1][0], known_from=line[0][0])
    assert found.pace == pytest.approx(3)
    fewer = screen_forecast(target, line[:12], line[11][0], known_from=line[0][0])
    assert fewer.reason == "te weinig gegevens"
