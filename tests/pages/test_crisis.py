"""Crisis en context: lines with their gaps, events on them, and what is not known."""

import pytest

from storage.database import Database
from tests.agenda_rows import SEVEN, action, deliver, month
from tests.pages.conftest import text_of

MONTHS = ("2020-01", "2020-02", "2020-03", "2020-04")


@pytest.fixture
def show(folder, visit):
    """Call it with rows of series and actions, and filters, to open the page on them."""

    def shown(series=(), actions=(), **filters):
        database = Database.open(folder / "sample.duckdb")
        for kind, rows in (("indicator", series), ("action", actions)):
            if rows:
                deliver(database, kind, list(rows))
        database.close()
        return visit("crisis", **filters)

    return shown


def everywhere(numbers, **changes):
    return [month(text, value, place, **changes) for text, value in zip(MONTHS, numbers, strict=True)
            for place in SEVEN]  # fmt: skip


def test_without_data_the_page_says_what_to_deliver_and_what_the_decision_dates(show):
    app = show()
    assert not app.exception
    assert app.title[0].value == "WW-uitkeringen in de regio: er zijn nog geen cijfers geleverd"
    text = text_of(app)
    assert "/gegevens" in text and "r. 254-258" in text
    assert "Niet geleverd: WW-uitkeringen, Personen met bijstand" in text


def test_the_title_tells_the_furthest_and_the_last_point_since_february_2020(show):
    app = show(everywhere((90, 100, 150, 120)))
    assert app.title[0].value == (
        "WW-uitkeringen in de regio: in maart 2020 50 % boven februari 2020, in april 2020 20 % erboven"
    )
    assert app.get("plotly_chart")[0].proto.alt.startswith("Lijn van de regio, (februari 2020 = 100)")


def test_a_secret_month_is_a_gap_and_named(show):
    app = show(everywhere((90, 100, None, 120)), gebied="Velsen")
    assert "maart 2020 is geheim. De lijn is daar open, niet nul." in text_of(app)
    assert '"y":[90.0,100.0,null,120.0]' in app.get("plotly_chart")[0].proto.spec.replace(" ", "")


def test_provisional_numbers_say_so(show):
    text = text_of(show(everywhere((90, 100, 150, 120), provisional=True)))
    assert "voorlopig; de bron kan dat nog bijstellen" in text
    assert "120*" in text


def test_an_action_stands_among_the_events_and_elsewhere_not(show):
    rows = everywhere((90, 100, 150, 120))
    assert "Actie H-1: Mensen spreken" in text_of(show(rows, [action("H-1")]))


def test_a_local_action_of_haarlem_is_no_event_in_velsen(show):
    text = text_of(show(everywhere((90, 100, 150, 120)), [action("H-1")], gebied="Velsen"))
    assert "Actie H-1" not in text
    assert "acties zijn hier niet geleverd" in text


def test_a_series_without_february_2020_shows_per_inhabitant_and_says_why(show):
    app = show(everywhere((None, None, 150, 120)))
    assert not app.exception
    text = text_of(app)
    assert "Een index kan hier niet" in text
    assert "Per 1.000 inwoners van 2022, met elke actie en maatregel op de lijn" in text


def test_numbers_of_municipalities_are_never_set_side_by_side(show):
    app = show(everywhere((90, 100, 150, 120)), weergave="Aantal")
    assert "Aantallen staan niet naast elkaar" in text_of(app)


def test_an_address_with_nonsense_shows_the_page_as_it_opens(show):
    app = show(everywhere((90, 100, 150, 120)), reeks="onzin", gebied="Parijs", weergave="x")
    assert not app.exception
    assert app.title[0].value.startswith("WW-uitkeringen in de regio")


def test_a_place_of_which_all_is_secret_shows_an_empty_line_and_says_why(show):
    rows = [month(text, None if place == "GM0453" else 50, place) for text in MONTHS for place in SEVEN]
    app = show(rows, gebied="Velsen")
    assert not app.exception
    assert app.title[0].value == "WW-uitkeringen in Velsen: nog geen cijfers geleverd"
    assert "4 perioden (januari 2020 tot en met april 2020) zijn geheim" in text_of(app)
