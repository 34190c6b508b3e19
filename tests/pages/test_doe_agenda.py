"""Doe-agenda: activity per pillar, and never a target that the source doesn't give."""

from datetime import date

from tests.pages.conftest import text_of

YEARS = {"period_start": date(2020, 1, 1), "period_end": date(2022, 12, 31)}


def begun(count: int, group: str | None, day: date = date(2020, 11, 2)) -> list[dict]:
    return [{"start_date": day, "target_group": group} for _ in range(count)]


def test_without_data_the_plan_still_shows_and_the_page_asks_for_data(fill, visit):
    fill()
    app = visit("doe_agenda")
    assert not app.exception
    assert app.title[0].value == "Hier komt te staan wat er voor de doe-agenda 2020–2022 begon"
    text = text_of(app)
    assert "/gegevens" in text
    assert "€ 500.000 tot € 1.000.000" in text


def test_the_title_counts_what_began_and_says_that_no_number_was_agreed(fill, visit):
    fill(begun(12, "participatiewet") + begun(7, "werkend") + begun(6, None), **YEARS)
    app = visit("doe_agenda")
    assert not app.exception
    assert app.title[0].value.startswith("Er begonnen 25 plaatsingen en stages")
    assert "De meeste begonnen van uitkering naar werk: 12" in [one.value for one in app.header]
    text = text_of(app)
    assert "niet toe te wijzen" in text
    assert "geen getal in bron" in text
    assert ">0 %" not in text


def test_before_2020_the_agenda_had_not_begun(fill, visit):
    rows = [{"start_date": date(2015, 3, 2)}] * 9
    fill(rows)
    app = visit("doe_agenda")
    assert not app.exception
    assert app.title[0].value == "Op 31 december 2016 was de doe-agenda nog niet begonnen"


def test_both_readings_of_the_budget_table_show(fill, visit):
    fill(begun(9, "ww"), **YEARS)
    text = text_of(visit("doe_agenda"))
    assert "Onze lezing: jaar" in text and "Andere lezing: jaar" in text
    assert "€ 4.579.846" in text


def test_the_addendum_counts_haarlem_and_names_the_contradiction(fill, visit):
    elsewhere = [one | {"municipality_home": "GM0453"} for one in begun(20, "ww")]
    fill(begun(8, "ww") + elsewhere, **YEARS)
    text = text_of(visit("doe_agenda"))
    assert "8 plaatsingen en stages in Haarlem" in text
    assert "Tegenspraak: regel 274-276" in text
