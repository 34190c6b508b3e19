"""Forecasts on the other pages: beside running periods only, and of what runs from both its flows."""

from datetime import date

import pytest

from tests.pages.conftest import text_of


@pytest.fixture
def two_years(fill):
    """15 jobs begin each month of 2014 and 2015, and 5 of them end a year later."""
    rows = []
    for year in (2014, 2015):
        for month in range(1, 13):
            begun = {"start_date": date(year, month, 2)}
            rows += [begun for _ in range(10)]
            rows += [begun | {"end_date": date(year + 1, month, 2)} for _ in range(5)]
    fill(rows, period_start=date(2014, 1, 1), period_end=date(2016, 12, 31))


@pytest.mark.parametrize("page", ["overzicht", "werkbedrijf"])
def test_a_running_period_goes_on_in_its_burn_up_and_an_ended_one_has_its_result(two_years, visit, page):
    text = text_of(visit(page, peildatum="31 december 2015"))
    assert "Naar verwachting " in text
    assert "garantiebanen op 31 december 2016; in 8 van de 10 gevallen" in text
    assert "Naar verwachting" not in text_of(visit(page, peildatum="31 december 2016"))


def test_what_runs_is_foretold_from_who_comes_in_and_who_leaves(two_years, visit):
    # 180 came in during 2015, 60 left: 15 and 5 a month
    text = text_of(visit("werkbedrijf", peildatum="31 december 2015"))
    assert "begonnen er per maand gemiddeld 15 en stopten er 5." in text
    assert "dan lopen er op 31 december 2016 ongeveer" in text


def test_without_a_year_of_numbers_the_stock_has_no_forecast_and_says_so(fill, visit):
    rows = [{"start_date": date(2016, 9, 2)} for _ in range(20)]
    fill(rows, period_start=date(2016, 6, 1), period_end=date(2016, 12, 31))
    text = text_of(visit("werkbedrijf", peildatum="31 december 2016"))
    assert "Geen prognose: te weinig gegevens" in text
