"""The page of the Werkbedrijf: parts of the 280 and 440, years that can't be subtracted, stock apart."""

from datetime import date

import pytest

from tests.pages.conftest import text_of


def begun(day: date, count: int, **more) -> list[dict]:
    return [{"start_date": day, **more} for _ in range(count)]


@pytest.fixture
def two_years(fill):
    """30 jobs in 2015 and 50 in 2016, of which 20 at the government; 10 jobs of 2015 ended that year."""
    rows = begun(date(2015, 2, 2), 20) + begun(date(2015, 2, 2), 10, end_date=date(2015, 12, 1))
    rows += begun(date(2016, 5, 2), 30) + begun(date(2016, 5, 2), 20, sector="overheid", channel="uwv")
    fill(rows)


def test_without_data_the_page_says_what_it_will_show(fill, visit):
    fill()
    page = visit("werkbedrijf")
    assert not page.exception
    assert 'href="/gegevens"' in text_of(page)


def test_the_period_of_the_agreement_stands_beside_both_goals(two_years, visit):
    page = visit("werkbedrijf", peildatum="31 december 2016")
    assert not page.exception
    assert page.title[0].value == (
        "De teller kwam uit op 80 van de 440 garantiebanen; bij bedrijven 60 van de 280"
    )
    titles = [one.value for one in page.header]
    assert "Garantiebanen: bij bedrijven 60, bij de overheid 20" in titles
    assert "Kanaal: WSP het vaakst (60 garantiebanen)" in titles


def test_a_year_counts_what_began_in_it(two_years, visit):
    page = visit("werkbedrijf", peildatum="31 december 2016", periode="2016")
    assert not page.exception
    assert page.title[0].value == "In 2016 begonnen er 50 garantiebanen in de regio"


def test_what_runs_is_a_figure_of_its_own(two_years, visit):
    page = visit("werkbedrijf", peildatum="31 december 2016")
    assert "Op 31 december 2016 lopen er 70 garantiebanen in de regio" in [one.value for one in page.header]


def test_the_counting_rules_stand_side_by_side(fill, visit):
    fill(begun(date(2015, 2, 2), 10, hours=20) + begun(date(2015, 2, 2), 10, hours=32))
    page = visit("werkbedrijf", peildatum="31 december 2015")
    # (10 * 20 + 10 * 32) / 25,5 = 20,4
    assert "20 plaatsingen zijn 10 garantiebanen of 20,4 banen van 25,5 uur" in [
        one.value for one in page.header
    ]


def test_persons_are_not_added_up_over_years(two_years, visit):
    page = visit("werkbedrijf", peildatum="31 december 2016", periode="2016", telregel="personen")
    assert not page.exception
    assert page.title[0].value == "Personen tellen alleen over een hele looptijd, niet over 2016"


def test_since_2019_there_is_a_count_and_no_goal(fill, visit):
    fill(begun(date(2019, 3, 4), 20), period_end=date(2019, 12, 31))
    page = visit("werkbedrijf", peildatum="31 december 2019", periode="2019")
    assert not page.exception
    titles = [one.value for one in page.header]
    assert "Vanaf 2019 noemt het convenant geen aantal; er begonnen 20 garantiebanen" in titles
    assert "geen getal in bron" in text_of(page)


@pytest.mark.parametrize("place", ["Haarlem", "IJmond", "Zuid-Kennemerland"])
def test_every_area_opens(two_years, visit, place):
    assert not visit("werkbedrijf", peildatum="31 december 2016", gebied=place).exception


def test_before_the_period_began_the_page_says_so(fill, visit):
    fill(begun(date(2014, 3, 3), 20), period_start=date(2014, 1, 1))
    page = visit("werkbedrijf", peildatum="31 december 2014")
    assert not page.exception
    assert page.title[0].value == "De periode 2015–2016 was op 31 december 2014 nog niet begonnen"
