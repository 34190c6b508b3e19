"""Delivered targets and figures on the pages: marked as delivered, and no small number given away."""

from datetime import date
from decimal import Decimal

import pyarrow as pa
import pytest

from data_loaders.own_targets import KIND as TARGETS
from data_loaders.published_figures import KIND as FIGURES
from storage.database import Database
from tests.builders import provenance
from tests.pages.conftest import text_of

TARGET = {
    "sheet": "Doelen", "row_number": 2, "target_id": "HLM-1", "title": "Eigen garantiebanen",
    "agreement": "raa", "metric": "garantiebanen", "at_least": Decimal(80), "at_most": None,
    "unit": "garantiebanen", "municipality": "GM0392", "party": None, "sector": None,
    "start_date": date(2015, 1, 1), "end_date": date(2016, 12, 31), "counting": "min25",
    "strength": "doel", "document": "Raadsbesluit", "section": None,
}  # fmt: skip
FIGURE = {
    "sheet": "Cijfers", "row_number": 2, "figure_id": None, "title": "Jaarcijfer", "low": Decimal(45),
    "high": Decimal(45), "unit": "garantiebanen", "municipality": None, "party": None, "period_start": None,
    "reference_date": date(2016, 12, 31), "document": "Jaarbericht", "page": "3", "target": "T-LSA-02",
}  # fmt: skip


@pytest.fixture
def deliver(fill, folder):
    """Fill the sample with placements and one row of a list about agreements."""

    def delivered(kind, row: dict, placements: list[dict]) -> None:
        fill(placements)
        database = Database.open(folder / "sample.duckdb")
        rows = pa.Table.from_pylist([row], schema=kind.schema)
        database.deliver(kind.key, rows, provenance(file_name="d.xlsx"))
        database.close()

    return delivered


def living_in(code: str, count: int, day: date = date(2015, 3, 2)) -> list[dict]:
    return [{"start_date": day, "municipality_home": code} for _ in range(count)]


def test_a_municipality_with_an_own_target_shows_its_share_and_that_it_was_delivered(deliver, visit):
    deliver(TARGETS, TARGET, living_in("GM0392", 40))
    app = visit("gemeenten")
    assert not app.exception
    text = text_of(app)
    assert "Deel van het eigen doel: Haarlem 50 %" in text
    assert "geleverd" in text and "Raadsbesluit (levering 2," in text
    assert "van 80 garantiebanen" in text


def test_without_a_delivered_target_no_municipality_has_a_share(fill, visit):
    fill(living_in("GM0392", 40))
    assert "eigen doel" not in text_of(visit("gemeenten"))


def test_another_municipality_does_not_show_it(deliver, visit):
    deliver(TARGETS, TARGET, living_in("GM0392", 40) + living_in("GM0453", 30))
    assert "Eigen garantiebanen" not in text_of(visit("gemeenten", gebied="Velsen"))


def test_a_small_number_beside_a_delivered_target_stays_hidden(deliver, visit):
    deliver(TARGETS, TARGET, living_in("GM0392", 3) + living_in("GM0453", 30))
    text = text_of(visit("gemeenten"))
    assert "Van de eigen doelen van gemeenten is nog geen deel te tonen" in text
    assert "3 van 80" not in text and "4 %" not in text


def test_a_period_that_would_give_a_small_number_away_gets_no_number(deliver, visit):
    # From 10 March on 40, from 1 January on 42: the two begun before could be told from the difference.
    rows = living_in("GM0392", 40, date(2015, 3, 16)) + living_in("GM0392", 2)
    deliver(TARGETS, TARGET | {"start_date": date(2015, 3, 10)}, rows)
    text = text_of(visit("gemeenten"))
    assert "Een getal over deze looptijd is niet te tonen" in text
    assert "niet meetbaar" in text and "40</b> van 80" not in text


def test_a_period_from_a_month_on_hides_what_the_step_before_it_hides(deliver, visit):
    rows = living_in("GM0392", 2, date(2015, 1, 5)) + living_in("GM0392", 40, date(2015, 3, 16))
    deliver(TARGETS, TARGET | {"start_date": date(2015, 2, 1)}, rows)
    text = text_of(visit("gemeenten"))
    assert "40</b> van 80" not in text and "Haarlem 50 %" not in text


def test_the_list_of_agreements_has_the_delivered_ones_marked(deliver, visit):
    deliver(TARGETS, TARGET, living_in("GM0392", 40))
    text = text_of(visit("verantwoording", onderdeel="Afspraken"))
    assert "Naast de stukken is één doel geleverd" in text and "Eigen garantiebanen" in text


def test_a_link_to_a_delivered_target_opens_it(deliver, visit):
    deliver(TARGETS, TARGET, living_in("GM0392", 40))
    app = visit("verantwoording", afspraak="HLM-1", onderdeel="Stukken")
    assert app.header[0].value == "Eigen garantiebanen"
    assert "Raadsbesluit" in text_of(app)


def test_a_delivered_figure_stands_beside_what_the_rows_say(deliver, visit):
    deliver(FIGURES, FIGURE, living_in("GM0392", 40))
    text = text_of(visit("verantwoording", onderdeel="Gepubliceerde cijfers"))
    assert "Jaarcijfer (geleverd)" in text and "45 garantiebanen" in text
    assert "−5" in text  # 40 in the rows
