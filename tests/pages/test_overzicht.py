"""The overview says first what was reached, and never shows a small count or an absent one as zero."""

from datetime import date

import pytest

from tests.pages.conftest import text_of


def begun(day: date, count: int, **more) -> list[dict]:
    return [{"start_date": day, **more} for _ in range(count)]


@pytest.fixture
def region(fill):
    """280 jobs at companies in 2015, and 10 at the government in 2016."""
    rows = begun(date(2015, 3, 2), 280) + begun(date(2016, 3, 2), 10, sector="overheid")
    fill(rows)


def test_without_data_the_page_says_what_it_will_show_and_where_to_upload(fill, visit):
    fill()
    page = visit("overzicht")
    assert not page.exception
    assert page.title[0].value == "Halen we de afspraken?"
    assert 'href="/gegevens"' in text_of(page)


def test_the_first_sentence_counts_the_goals_that_were_reached(region, visit):
    page = visit("overzicht", peildatum="31 december 2016")
    assert not page.exception
    assert page.title[0].value == (
        "1 van de 7 doelen gehaald op 31 december 2016; "
        "meeste aandacht: garantiebanen bij overheid en bedrijven in de regio"
    )
    assert "De teller kwam uit op 290 van de 440 garantiebanen" in [one.value for one in page.header]


def test_halfway_the_count_stands_beside_the_straight_path(region, visit):
    # 30 september 2015 is day 273 of 731: 440 * 273 / 731 = 164
    page = visit("overzicht", peildatum="30 september 2015")
    titles = [one.value for one in page.header]
    assert (
        "Op 30 september 2015 zijn er 280 garantiebanen; het rechte pad naar 440 vraagt er nu 164" in titles
    )


def test_an_area_shows_its_part_and_that_no_source_gives_it_a_goal(fill, visit):
    fill(begun(date(2015, 3, 2), 30) + begun(date(2015, 3, 2), 10, municipality_home="GM0453"))
    page = visit("overzicht", peildatum="31 december 2015", gebied="Velsen")
    assert page.header[0].value == "Velsen: 10 van de 40 garantiebanen in de regio"
    assert "De bronnen geven geen doel per gemeente" in text_of(page)


def test_a_small_area_shows_no_count_below_five(fill, visit):
    fill(begun(date(2015, 3, 2), 30) + begun(date(2015, 3, 2), 3, municipality_home="GM0473"))
    page = visit("overzicht", peildatum="31 december 2015", gebied="Zandvoort")
    assert not page.exception
    assert "Zandvoort: 3 " not in page.header[0].value


def test_another_counting_rule_gives_a_count_and_no_verdict_on_the_440(region, visit):
    page = visit("overzicht", peildatum="31 december 2016", telregel="plaatsingen")
    assert not page.exception
    assert page.title[0].value == (
        "Geteld als plaatsingen staat de regio op 290 op 31 december 2016; de 440 is anders afgesproken"
    )


def test_before_the_agreements_nothing_is_counted_and_nothing_breaks(fill, visit):
    fill(begun(date(2014, 3, 3), 20), period_start=date(2014, 1, 1))
    page = visit("overzicht", peildatum="31 december 2014")
    assert not page.exception
    assert page.title[0].value == "Voor de 7 doelen is tot en met 31 december 2014 nog niets geteld"


def test_every_agreement_stands_on_the_page_with_a_reason_where_there_is_no_number(region, visit):
    text = text_of(visit("overzicht", peildatum="31 december 2016"))
    for word in ("geen getal in bron", "niets geleverd", "afgeleid", "Convenant Werkbedrijf, r."):
        assert word in text
    assert "Staat op Participatie, naast elke lezing" in text
