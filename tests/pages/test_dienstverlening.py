"""Dienstverlening: the reading of the norm is stated and switchable, and what is not known is said."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from storage.database import Database
from tests.builders import kind_table, provenance
from tests.pages.conftest import text_of

MONDAY = datetime(2015, 3, 2, 9)
DAY = timedelta(days=1)
PERIOD = {"period_start": date(2015, 1, 1), "period_end": date(2016, 12, 31)}


@pytest.fixture
def delivered(fill, folder):
    """Call it with a kind and rows to make them part of the data that the pages show."""
    fill()

    def add(kind: str, rows: list[dict]) -> None:
        database = Database.open(folder / "sample.duckdb")
        database.deliver(kind, kind_table(database, kind, rows), provenance(**PERIOD))
        database.close()

    return add


def vacancies(count: int, days: int | None, **more) -> list[dict]:
    """Vacancies opened on a Monday at nine, with a candidate so many days later."""
    came = {} if days is None else {"candidate_at": MONDAY + days * DAY, "candidate_timed": True}
    plain = {"opened_at": MONDAY, "opened_timed": True, "positions": 1, "channel": "wsp", "status": "vervuld",
             "hours_low": Decimal(0), "hours_high": Decimal(40)}  # fmt: skip
    return [plain | came | more] * count


def test_without_data_the_page_says_what_it_will_show(fill, visit):
    fill()
    page = visit("dienstverlening")
    assert not page.exception
    assert page.title[0].value == "Dienstverlening: hoe snel is er een geschikte kandidaat?"
    assert "/gegevens" in text_of(page)


def test_without_vacancies_the_cohorts_still_show(fill, visit):
    fill([{"start_date": date(2015, 1, 5), "end_date": date(2015, 12, 31)}] * 40)
    page = visit("dienstverlening")
    assert not page.exception
    assert "Geen vacatures in deze periode" in text_of(page)
    assert "Nog aan het werk: 100 % na zes maanden" in [one.value for one in page.header][0]


def test_the_finding_is_the_share_inside_the_norm_and_leaves_out_who_had_no_candidate(delivered, visit):
    delivered("vacancy", vacancies(15, 2) + vacancies(10, 4) + vacancies(3, None))
    page = visit("dienstverlening")
    assert not page.exception
    # 15 of 25
    assert page.title[0].value == (
        "Dienstverlening: bij 60 % van de vacatures kwam er binnen 72 uur een geschikte kandidaat"
    )
    text = text_of(page)
    assert "3 vacatures zonder kandidaat tellen niet mee" in text
    assert "Kalenderuren; de klok begint bij het openen" in text
    assert page.header[-1].value == "Wat we niet weten"


def test_another_reading_in_the_address_gives_another_finding(delivered, visit):
    delivered("vacancy", vacancies(15, 2) + vacancies(10, 4))
    page = visit("dienstverlening", uren="Werkuren (9–17 uur)", klok="De volgende werkdag")
    assert "bij 100 % van de vacatures" in page.title[0].value
    assert "De bron laat open welke uren tellen: van 60 % tot 100 % binnen de norm" in [
        one.value for one in page.header
    ]


def test_of_few_vacancies_there_is_a_count_and_no_percentage(delivered, visit):
    delivered("vacancy", vacancies(3, 2) + vacancies(1, 4))
    assert "bij 3 van 4 vacatures" in visit("dienstverlening").title[0].value


def test_an_address_with_nonsense_shows_the_plain_page(delivered, visit):
    delivered("vacancy", vacancies(3, 2))
    page = visit("dienstverlening", uren="maanuren", klok="gisteren", periode="1066", peildatum="morgen")
    assert not page.exception
    assert "bij 3 van 3 vacatures" in page.title[0].value


def test_an_instrument_nobody_delivered_is_not_zero(delivered, visit):
    delivered("vacancy", vacancies(30, 2, no_risk=True, jobcarving=False))
    text = text_of(visit("dienstverlening"))
    assert "30 van 30 (100 %)" in text
    assert "Over jobcoach en loonkostensubsidie bij vacatures is niets geleverd" in text


def test_channels_are_only_called_different_where_they_are(delivered, visit):
    fast, slow = vacancies(20, 2, channel="uwv"), vacancies(5, 4, channel="uwv")
    delivered("vacancy", vacancies(20, 2) + vacancies(20, 4) + fast + slow)
    titles = [one.value for one in visit("dienstverlening").header]
    # UWV 20 of 25, WSP 20 of 40
    assert "Per kanaal: UWV 80 % binnen de norm, WSP 50 %" in titles


def test_channels_that_overlap_get_no_ranking(delivered, visit):
    # Opened on a Monday, a candidate on Thursday, no times: not to be told.
    dated = {"opened_timed": False, "candidate_timed": False, "opened_at": datetime(2015, 3, 2)}
    unsure = vacancies(10, None, **dated, candidate_at=datetime(2015, 3, 5), channel="uwv")
    delivered("vacancy", vacancies(20, 2) + vacancies(20, 4) + vacancies(15, 2, channel="uwv") + unsure
              + vacancies(15, 4, channel="uwv"))  # fmt: skip
    titles = [one.value for one in visit("dienstverlening").header]
    # WSP 50 %; UWV 15 to 25 of 40
    assert "Geen zeker verschil tussen de kanalen: 38 tot 63 % binnen de norm" in titles


def test_before_the_period_there_is_nothing_to_show_yet(fill, visit, delivered):
    fill([{"start_date": date(2014, 1, 6)}], period_start=date(2014, 1, 1), period_end=date(2015, 12, 31))
    delivered("vacancy", vacancies(3, 2))
    page = visit("dienstverlening", peildatum="30 juni 2014", periode="Looptijd afspraak")
    assert not page.exception
    assert "Geen vacatures in deze periode" in text_of(page)
