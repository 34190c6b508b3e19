"""The page of the Sociaal Akkoord: three pillars that never add up, and published numbers as a layer."""

from datetime import date
from decimal import Decimal

from storage.database import Database
from tests.builders import kind_table, provenance
from tests.pages.conftest import text_of

AUTUMN = "31 december 2015"


def placed(count: int, **more) -> list[dict]:
    return [{"start_date": date(2015, 3, 2), **more} for _ in range(count)]


def begun(count: int) -> list[dict]:
    return [{"start_date": date(2015, 9, 1)} for _ in range(count)]


def test_without_data_the_page_says_what_it_will_show(fill, visit):
    fill()
    page = visit("sociaal_akkoord")
    assert not page.exception
    assert page.title[0].value == "Lokaal Sociaal Akkoord: waar staan we?"


def test_each_pillar_has_its_own_finding(fill, visit):
    fill(placed(100), begun(110))
    page = visit("sociaal_akkoord", peildatum=AUTUMN)
    assert not page.exception
    titles = [one.value for one in page.header]
    assert titles[0] == "Garantiebanen: 100 van de 440 in de hele regio en 100 van de 280 bij bedrijven"
    assert titles[1] == "Schooluitval: 50 extra stageplekken in de hele regio; het doel is 40 in Haarlem"
    assert titles[2] == "Social return: 88 plekken in 2014; het akkoord noemt geen getal als doel"
    assert titles[3] == "Borging: twee mijlpalen voor 2015; of zij bereikt zijn, is niet geleverd"
    assert "Pijlers tellen nooit bij elkaar op" in text_of(page)


def test_a_published_number_stands_beside_the_rows_with_the_difference(fill, visit):
    fill(placed(150, hours=20), begun(110))
    text = text_of(visit("sociaal_akkoord", peildatum=AUTUMN))
    assert "<b>147</b> plaatsingen gepubliceerd" in text
    assert "uit de rijen: 150 · verschil: +3" in text
    assert "uit de rijen: 50 · verschil: binnen de bandbreedte" in text


def test_a_party_without_a_row_is_nothing_delivered_and_never_zero(fill, visit):
    fill(placed(100))
    text = text_of(visit("sociaal_akkoord", peildatum=AUTUMN))
    assert "<b>7</b> garantiebanen gepubliceerd" in text
    assert "uit de rijen: niets geleverd" in text
    assert "<b>0</b> van 20" not in text


def test_the_burn_up_follows_the_choice_of_280(fill, visit):
    fill(placed(100) + placed(50, sector="overheid"))
    page = visit("sociaal_akkoord", peildatum=AUTUMN, doel="280: alleen bedrijven")
    assert not page.exception
    assert "zijn er 100 garantiebanen; het rechte pad naar 280 vraagt er nu 140" in page.subheader[0].value


def test_contracts_of_social_return_stand_beside_the_88_and_internships_are_never_added(fill, visit, folder):
    fill(placed(100))
    database = Database.open(folder / "sample.duckdb")
    contract = {
        "contract_id": "SR-1", "contractor": "Bouwbedrijf Verzonnen", "start_date": date(2014, 3, 1),
        "status": "goedgekeurd", "places_committed": 40, "places_realised": 60, "internships_realised": 30,
        "obligation": Decimal(20000), "realised_value": Decimal(15000),
    }  # fmt: skip
    database.deliver("sroi", kind_table(database, "sroi", [contract]), provenance())
    database.close()
    page = visit("sociaal_akkoord", peildatum=AUTUMN)
    assert not page.exception
    titles = [one.value for one in page.subheader]
    assert "Contracten die in 2014 begonnen: 60 plekken; het akkoord noemt 88 plekken" in titles
    assert "Stages via social return: 30; zij kunnen ook bij schooluitval tellen" in titles
    assert "Op 1 contract is € 15.000 ingevuld van € 20.000 verplichting" in titles
    text = text_of(page)
    assert "Bouwbedrijf Verzonnen" in text
    assert ">90<" not in text


def test_without_contracts_the_page_says_what_to_deliver(fill, visit):
    fill(placed(100))
    assert "Lever SROI-contracten aan" in text_of(visit("sociaal_akkoord", peildatum=AUTUMN))
