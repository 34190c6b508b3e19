"""Gemeenten: per 1.000 inhabitants, never with a target, and small numbers hidden."""

from datetime import date

from tests.pages.conftest import text_of

MARCH = date(2015, 3, 2)


def living_in(code: str, count: int, **values) -> list[dict]:
    return [{"start_date": MARCH, "municipality_home": code} | values for _ in range(count)]


def late_in_velsen() -> list[dict]:
    """Three more in June, too few to show: the number stays that of May."""
    return [one | {"start_date": date(2015, 6, 1)} for one in living_in("GM0453", 3)]


def test_without_data_the_page_says_what_to_deliver(fill, visit):
    fill()
    app = visit("gemeenten")
    assert not app.exception
    assert app.title[0].value == "Hier komt te staan hoe de gemeenten zich verhouden"
    assert "/gegevens" in text_of(app)


def test_the_title_names_the_municipality_with_most_per_thousand(fill, visit):
    # 17 on 17.107 inhabitants is 0,99 per 1.000; 40 on 162.898 is 0,25
    fill(living_in("GM0473", 17) + living_in("GM0392", 40))
    app = visit("gemeenten")
    assert not app.exception
    assert app.title[0].value.startswith("Zandvoort telt per 1.000 inwoners de meeste garantiebanen")
    assert app.title[0].value.endswith("0,99")


def test_a_small_number_stays_hidden_and_is_no_figure_per_thousand(fill, visit):
    fill(living_in("GM0473", 3) + living_in("GM0392", 40) + living_in("GM0397", 3))
    text = text_of(visit("gemeenten"))
    assert "0,18" not in text  # 3 on 17.107
    assert "&lt; 5 garantiebanen" in text


def test_the_title_says_how_many_municipalities_have_a_number(fill, visit):
    fill(living_in("GM0392", 40) + living_in("GM0473", 3) + living_in("GM0397", 3))
    title = visit("gemeenten").title[0].value
    assert title.startswith("Haarlem telt per 1.000 inwoners de meeste garantiebanen van de 5 gemeenten")


def test_a_number_over_other_days_is_shown_and_not_compared(fill, visit):
    # Velsen's last number that may show is of May; Haarlem's is of December.
    late = [one | {"start_date": date(2015, 12, 1)} for one in living_in("GM0392", 30)]
    fill(
        living_in("GM0453", 90) + living_in("GM0392", 10) + late + late_in_velsen(),
        period_end=date(2015, 12, 31),
    )
    app = visit("gemeenten")
    text = text_of(app)
    assert "Bij Velsen gaat het getal over dagen" in text
    assert not app.title[0].value.startswith("Velsen")


def test_no_municipality_gets_a_target(fill, visit):
    fill(living_in("GM0392", 40))
    text = text_of(visit("gemeenten"))
    assert "Geen doel per gemeente." in text
    assert "van 440" not in text


def test_the_profile_shows_all_four_rules_and_the_board_member(fill, visit):
    fill(living_in("GM0392", 40, hours=32) + living_in("GM0392", 12, hours=20))
    app = visit("gemeenten", gebied="Haarlem")
    assert not app.exception
    assert app.title[0].value == "Haarlem telt 40 garantiebanen, 0,25 per 1.000 inwoners"
    text = text_of(app)
    assert "52" in text and "Banen van 25,5 uur" in text
    assert "wethouder van Haarlem" in text
    assert "een aantal pas vanaf 10" in text


def test_a_subregion_has_a_profile_without_parts(fill, visit):
    fill(living_in("GM0453", 20))
    app = visit("gemeenten", gebied="IJmond")
    assert not app.exception
    assert "Waarom niet alles te zien is" not in text_of(app)


def test_former_members_stand_apart(fill, visit):
    fill(living_in("GM0392", 40) + living_in("GM0450", 7))
    text = text_of(visit("gemeenten", peildatum="31 december 2016"))
    assert "Uitgeest (IJmond), lid tot en met 31 december 2016: 7 garantiebanen" in text


def test_after_their_membership_they_are_former(fill, visit):
    rows = [one | {"start_date": date(2019, 5, 1)} for one in living_in("GM0392", 40)]
    fill(rows, period_start=date(2019, 1, 1), period_end=date(2019, 12, 31))
    text = text_of(visit("gemeenten", periode="2019"))
    assert "voormalig, telt in deze periode niet mee" in text


def test_a_period_after_the_reference_date_has_not_begun(fill, visit):
    fill(
        [one | {"start_date": date(2014, 3, 1)} for one in living_in("GM0392", 9)],
        period_start=date(2014, 1, 1),
        period_end=date(2014, 12, 31),
    )
    app = visit("gemeenten")
    assert not app.exception
    assert "nog niet begonnen" in app.title[0].value
