"""Doe-agenda: activity per pillar, and never a target that the source doesn't give."""

from datetime import date
from decimal import Decimal

from storage.database import Database
from tests.agenda_rows import action, deliver, money
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


def test_both_readings_of_the_budget_table_show_beside_what_was_spent(fill, folder, visit):
    fill(begun(9, "ww"), **YEARS)
    spent = money("Re-integratie", "besteed", 4500000, agreement="participatie", year=2020)
    listed(folder, budget=[spent])
    text = text_of(visit("doe_agenda"))
    row = ("2020", "€ 4.928.576", "€ 5.325.271", "€ 4.500.000")
    assert "".join(f'<td class="rm-right">{one}</td>' for one in row[1:]) in text
    assert "€ 4.579.846" in text


def test_the_addendum_counts_haarlem_and_names_the_contradiction(fill, visit):
    elsewhere = [one | {"municipality_home": "GM0453"} for one in begun(20, "ww")]
    fill(begun(8, "ww") + elsewhere, **YEARS)
    text = text_of(visit("doe_agenda"))
    assert "8 plaatsingen en stages in Haarlem" in text
    assert "Tegenspraak: regel 274-276" in text


def listed(folder, *rows, budget=()):
    database = Database.open(folder / "sample.duckdb")
    for kind, found in (("action", list(rows)), ("budget", list(budget))):
        if found:
            deliver(database, kind, found)
    database.close()


def test_actions_stand_on_the_timeline_with_result_money_and_place_in_the_file(fill, folder, visit):
    fill()
    listed(folder, action("H-1"), action("H-2", status="te-laat", realised=Decimal(3)))
    app = visit("doe_agenda")
    assert not app.exception
    assert "Twee acties: 1 te laat en 1 lopend" in [one.value for one in app.header]
    text = text_of(app)
    assert "30 van 60 personen (50 %)" in text and "&lt; 5 van 60 personen" in text
    assert "€ 1.000, uit: Perspectief op Werk" in text
    assert "levering 1, &quot;action.xlsx&quot;, blad &quot;Acties&quot;, rij 2" in text


def test_without_actions_the_timeline_shows_the_frame_of_the_decision(fill, visit):
    fill()
    text = text_of(visit("doe_agenda"))
    assert "Er zijn nog geen acties geleverd" in text
    assert "derde kwartaal 2020 tot en met 2021" in text
    assert "Het besluit van 2020 noemt zelf 14 acties en toezeggingen" in text


def test_filters_in_the_address_choose_actions(fill, folder, visit):
    fill()
    listed(folder, action("H-1"), action("V-1", municipality="GM0453", title="Iets in Velsen"))
    app = visit("doe_agenda", gebied="Velsen", schaal="lokaal")
    assert "Eén actie: 1 lopend" in [one.value for one in app.header]
    assert "Keuze: voor Velsen of de hele regio, alleen lokaal." in text_of(app)
    empty = visit("doe_agenda", pijler="werkgelegenheid")
    assert "Geen van de geleverde acties past bij deze keuze" in [one.value for one in empty.header]


def test_nonsense_in_the_address_shows_everything(fill, folder, visit):
    fill()
    listed(folder, action("H-1"))
    app = visit("doe_agenda", gebied="Parijs", pijler="x", schaal="y", peildatum="ooit")
    assert not app.exception
    assert "Eén actie: 1 lopend" in [one.value for one in app.header]


def test_the_money_that_actions_ask_stands_beside_what_there_is(fill, folder, visit):
    fill()
    listed(folder, action("H-1"), budget=[money("Perspectief op Werk", "beschikbaar", 5000)])
    headings = [one.value for one in visit("doe_agenda").header]
    assert "De acties vragen € 1.000 uit Perspectief op Werk, en daar is € 5.000 beschikbaar" in headings


def test_the_page_ends_with_what_is_not_known(fill, folder, visit):
    fill()
    listed(folder, action("H-1", pillar=None, amount=None))
    app = visit("doe_agenda")
    assert app.header[-1].value == "Wat we niet weten"
    assert "een pijler ontbreekt bij 1 en een bedrag ontbreekt bij 1" in text_of(app)
