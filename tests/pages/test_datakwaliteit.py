"""Datakwaliteit: readable for everybody, exact and with rows for the analyst only."""

from datetime import date

import pytest

from storage.database import Database
from storage.matching import decisions
from tests.builders import provenance, table
from tests.pages.conftest import text_of
from ui.access import library

PERIOD = {"period_start": date(2015, 1, 1), "period_end": date(2016, 12, 31)}


def placed(count: int, **values) -> list[dict]:
    return [{"start_date": date(2015, 3, 2)} | values for _ in range(count)]


@pytest.fixture
def analyst(monkeypatch):
    monkeypatch.setenv("REGIOMONITOR_EDIT", "1")


@pytest.fixture
def visitor(monkeypatch):
    monkeypatch.setenv("REGIOMONITOR_EDIT", "0")


@pytest.fixture
def own(folder):
    """Two suppliers in one's own database, of which WSP and UWV may speak of one placement at Bakker."""
    (folder / "keuze").write_text("eigen", encoding="utf-8")
    path = folder / "regiomonitor.duckdb"
    database = Database.open(path)
    for supplier, hours in (("wsp", 32), ("uwv", None)):
        row = {"start_date": date(2015, 3, 2), "employer": "Bakker", "hours": hours, "person_key": "geheim"}
        origin = provenance(supplier=supplier, checksum=supplier.ljust(64, "0"), **PERIOD)
        database.deliver("placement", table("placement", [row]), origin)
    database.close()
    return path


def test_without_data_the_page_says_what_it_will_show(fill, visit):
    fill()
    app = visit("datakwaliteit")
    assert not app.exception
    assert app.title[0].value == "Nog geen gegevens om te beoordelen"


def test_the_finding_says_what_unknown_hours_do_to_the_target(fill, visit, analyst):
    fill(placed(90) + placed(13, hours=None))
    app = visit("datakwaliteit")
    assert not app.exception
    said = "de stand bij het doel van 280 ligt daardoor tussen 90 en 103"
    assert app.title[0].value == f"Van 13 plaatsingen zijn de uren onbekend: {said}"


def test_a_visitor_reads_the_same_in_steps_of_five(fill, visit, visitor):
    fill(placed(90) + placed(13, hours=None))
    app = visit("datakwaliteit")
    assert not app.exception
    assert "hoogstens 15 rijen" in app.title[0].value
    assert "90 tot hoogstens 105" in app.title[0].value


def test_a_visitor_sees_no_small_number_and_no_row(fill, visit, visitor):
    fill(placed(95, employer="Bakker BV") + placed(3, hours=None, sector=None, municipality_home="GM0363"))
    text = text_of(visit("datakwaliteit"))
    assert "&lt; 10 leeg" in text and "< 10 buiten de regio" in text
    assert "Bakker" not in text and "Alleen voor de analist" not in text
    assert "96,9" not in text and "97 %" not in text and "3 (3 %)" not in text


def test_few_rows_give_a_visitor_no_share(fill, visit, visitor):
    fill(placed(19, in_register=None))
    text = text_of(visit("datakwaliteit"))
    assert "0 %</td>" not in text and "te weinig rijen" in text


def test_fields_and_suppliers_stand_in_one_table(fill, visit, analyst):
    fill(placed(30) + placed(10, sector=None))
    text = text_of(visit("datakwaliteit"))
    assert '<th scope="row">Sector</th><td class="rm-heat-3">75 %</td>' in text
    assert "Door niemand geleverd:" in text and "KvK-nummer" in text


def test_internships_have_fields_of_their_own(fill, visit, analyst):
    fill(placed(30), [{"track": None}] * 5)
    app = visit("datakwaliteit", soort="Stages")
    assert not app.exception
    assert "ingevuld per gegeven en leverancier: stages" in text_of(app).lower()


def test_without_placements_there_is_no_standing_to_doubt(fill, visit, analyst):
    fill(internships=[{}] * 5)
    app = visit("datakwaliteit")
    assert not app.exception
    assert app.title[0].value == "Er staat nog geen stand om naast de gaten te leggen"


def test_the_months_follow_the_filters_in_the_address(fill, visit, analyst):
    fill(placed(20) + placed(20, start_date=date(2015, 4, 1), sector=None))
    app = visit("datakwaliteit", gegeven="Sector")
    assert "Sector per maand: het minst in april 2015" in [one.value for one in app.header]


def test_rows_outside_period_and_region_are_counted(fill, visit, analyst):
    fill(placed(20) + [{"start_date": date(2014, 12, 31), "municipality_home": "GM0363"}])
    headings = [one.value for one in visit("datakwaliteit").header]
    assert "Van de plaatsingen: 1 (5 %) buiten de periode en 1 (5 %) buiten de regio" in headings


def test_the_page_ends_with_what_is_not_known(fill, visit, visitor):
    fill(placed(30))
    assert visit("datakwaliteit").header[-1].value == "Wat we hier niet weten"


def test_the_analyst_sees_both_rows_and_decides(own, visit, analyst):
    app = visit("datakwaliteit")
    assert "Eén plaatsing staat er misschien dubbel in: beslis per geval" in [one.value for one in app.header]
    text = text_of(app)
    assert "A: WSP" in text and "B: UWV" in text and "geheim" not in text
    app.text_input(key="uw-naam").input("Ans").run()
    next(one for one in app.button if one.label == "Alleen A telt").click().run()
    assert not app.exception
    assert "telt één keer" in text_of(app)
    assert [(one.choice, one.decided_by) for one in decisions(library().open())] == [("one", "Ans")]


def test_without_a_name_nothing_is_decided(own, visit, analyst):
    app = visit("datakwaliteit")
    next(one for one in app.button if one.label == "Beide tellen").click().run()
    assert "Vul eerst uw naam in" in text_of(app)
    assert decisions(library().open()) == []


def test_a_decision_can_be_taken_back_and_stays_in_the_history(own, visit, analyst):
    app = visit("datakwaliteit")
    app.text_input(key="uw-naam").input("Ans").run()
    next(one for one in app.button if one.label == "Beide tellen").click().run()
    app.selectbox(key="beslist").select("Al beslist").run()
    next(one for one in app.button if one.label == "Beslissing terugnemen").click().run()
    assert not app.exception
    assert "Teruggenomen door Ans" in text_of(app)
    (decision,) = decisions(library().open())
    assert not decision.standing
