"""Verantwoording: everything can be found, opened by a link, and says where it stands."""

from datetime import date

from tests.pages.conftest import text_of


def placed(count: int, **values) -> list[dict]:
    return [{"start_date": date(2015, 3, 2)} | values for _ in range(count)]


def test_without_data_every_definition_and_document_is_there(fill, visit):
    fill()
    app = visit("verantwoording")
    assert not app.exception
    text = text_of(app)
    assert "T-LSA-02" in text and "Convenant" in text
    assert "/gegevens" in text


def test_a_link_puts_one_agreement_on_top_with_its_standing(fill, visit):
    fill(placed(30))
    app = visit("verantwoording", afspraak="T-LSA-02")
    assert not app.exception
    assert app.header[0].value == "Garantiebanen bij overheid en bedrijven in de regio"
    assert "van 440 garantiebanen" in text_of(app)


def test_a_link_to_a_metric_shows_its_formula(fill, visit):
    fill(placed(30))
    app = visit("verantwoording", begrip="garantiebanen", onderdeel="Stukken")
    assert app.header[0].value == "Garantiebanen"
    assert "$hours_threshold" in text_of(app)


def test_an_unknown_code_is_said_and_escaped(fill, visit):
    fill()
    app = visit("verantwoording", afspraak="<b>X</b>")
    assert not app.exception
    assert "Geen vermelding" in text_of(app) or "Er is geen vermelding" in text_of(app)
    assert "<b>X</b>" not in text_of(app)


def test_searching_finds_entries_of_every_kind(fill, visit):
    fill()
    app = visit("verantwoording", zoek="stageplekken")
    assert not app.exception
    assert "T-LSA-06" in text_of(app)
    assert "R-05" in text_of(app)
    assert "B-06" not in text_of(app)


def test_the_four_rules_stand_side_by_side(fill, visit):
    fill(placed(20, hours=32) + placed(10, hours=20))
    app = visit("verantwoording", onderdeel="Telregels")
    assert "30 plaatsingen, 20 garantiebanen" in app.header[0].value


def test_published_numbers_stand_beside_the_rows_with_the_difference(fill, visit):
    fill(placed(150))
    app = visit("verantwoording", onderdeel="Gepubliceerde cijfers")
    text = text_of(app)
    assert "147 plaatsingen" in text
    assert "+3" in text


def test_a_party_without_rows_is_not_zero(fill, visit):
    fill(placed(30))
    text = text_of(visit("verantwoording", onderdeel="Gepubliceerde cijfers"))
    assert "niets geleverd" in text


def test_the_share_of_unknown_hours_shows(fill, visit):
    fill(placed(30) + placed(10, hours=None))
    app = visit("verantwoording", onderdeel="Kwaliteit")
    assert app.header[0].value == "Het vaakst onbekend: uren per week bij plaatsingen, 25,0 %"


def test_the_region_shrank_from_nine_to_seven(fill, visit):
    fill()
    text = text_of(visit("verantwoording", onderdeel="Gemeenten in de regio"))
    assert "tot en met 2016" in text and "Uitgeest" in text
