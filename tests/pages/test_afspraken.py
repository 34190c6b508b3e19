"""Afspraken: every promise with its status, party pages, the board, and editing without overwriting."""

from datetime import date

import pytest

from storage.commitments import save
from storage.database import Database
from storage.register_log import changes, of_record, stamp, stated
from tests.pages.conftest import text_of
from ui.access import OWN, library

KEY = "A-MKB-02"


@pytest.fixture
def own(folder, monkeypatch):
    """One's own database, and a server that may change it."""
    monkeypatch.setenv("REGIOMONITOR_EDIT", "1")
    (folder / "keuze").write_text(OWN, encoding="utf-8")
    Database.open(folder / "regiomonitor.duckdb").close()


@pytest.fixture
def editor(own, visit):
    """The page of one promise, opened by Anna."""

    def opened(**address):
        app = visit("afspraken", **(address or {"afspraak": KEY}))
        return app.text_input(key="uw-naam").set_value("Anna").run()

    return opened


def data():
    return library().open()


def now(record=KEY):
    return stated(of_record(changes(data()), record))


def field(app, name, record=KEY):
    start, end = f"veld-{record}-", f"-{name}"
    widgets = [one for one in (*app.text_input, *app.selectbox, *app.text_area) if one.key]
    return next(one for one in widgets if one.key.startswith(start) and one.key.endswith(end))


def press(app, key):
    app.button(key=key).click()
    return app.run()


def placed(count, **values):
    return [{"start_date": date(2015, 3, 2)} | values for _ in range(count)]


def test_without_data_all_promises_are_there_with_a_finding_and_what_is_unknown(fill, visit):
    fill()
    app = visit("afspraken")
    assert not app.exception
    assert app.title[0].value.startswith("Van 7 van de 163 toezeggingen is bekend dat ze zijn gedaan")
    text = text_of(app)
    assert text.count("<details>") == 163
    assert app.header[-1].value == "Wat we niet weten"
    assert "niet bij de rechter af te dwingen" in text
    assert "nagekomen" not in text


def test_filters_stand_in_the_address_and_narrow_the_list(fill, visit):
    fill()
    app = visit("afspraken", overeenkomst="Convenant Werkbedrijf", status="geen bewijs")
    assert text_of(app).count("<details>") == 15
    assert "15 toezeggingen" in app.title[0].value
    assert visit("afspraken", pijler="Van onderwijs naar werk").title[0].value.startswith("Van 1 van deze 4")


@pytest.mark.parametrize(
    ("party", "title"),
    [("MKB Haarlem", "MKB Haarlem: 14 toezeggingen"), ("Gemeente Velsen", "Gemeente Velsen: 27 toezeggingen"),
     ("Vijftien grootste werkgevers van Haarlem", "Vijftien grootste werkgevers van Haarlem: 10"),
     ("UWV", "UWV: 40 toezeggingen"), ("Paswerk", "Paswerk: 19 toezeggingen")],
)  # fmt: skip
def test_a_party_has_a_page_with_its_own_and_its_shared_promises(fill, visit, party, title):
    fill()
    app = visit("afspraken", partij=party)
    assert not app.exception
    assert app.title[0].value.startswith(title)
    heads = [one.value.split(" (")[0] for one in app.header]
    assert heads == ["In eigen naam", "Samen met anderen", "Wat we niet weten"]


def test_one_promise_opens_to_all_it_has(fill, visit):
    fill(placed(30, party="mkb-haarlem"))
    app = visit("afspraken", afspraak="A-MKB-01")
    assert not app.exception
    assert app.title[0].value == "Streven naar 20 extra banen voor mensen met een arbeidsbeperking: gedaan"
    text = text_of(app)
    assert "r. 374-376" in text and "streven" in text and "1 jan 2015 – 31 dec 2015" in text
    assert "van 20" in text and "T-LSA-04" in text
    assert "Nog niemand heeft hier iets gewijzigd" in text


def test_a_count_that_fell_short_is_late_and_no_count_is_not(fill, visit):
    fill(placed(7, party="mkb-haarlem"))
    assert visit("afspraken", afspraak="A-MKB-01").title[0].value.endswith("te laat")
    assert visit("afspraken", afspraak="A-WG-01").title[0].value.endswith("geen bewijs")


def test_an_unknown_code_is_said_and_escaped(fill, visit):
    fill()
    app = visit("afspraken", afspraak="<b>X</b>")
    assert not app.exception
    assert app.title[0].value == "Deze toezegging is er niet"
    assert "<b>X</b>" not in text_of(app)


def test_all_parties_the_board_and_the_bottlenecks_have_a_part_of_their_own(fill, visit):
    fill()
    parties = visit("afspraken", onderdeel="Partijen")
    assert parties.title[0].value == "Gemeente Haarlem deed de meeste toezeggingen: 47 van de 163"
    board = visit("afspraken", onderdeel="Bestuur")
    assert "nog geen vergaderingen" in board.title[0].value
    assert "Eén no-riskpolis voor de hele regio" in [one.value for one in board.subheader]
    assert "Het convenant noemt er geen." in text_of(board)
    issues = visit("afspraken", onderdeel="Knelpunten en advies")
    assert issues.title[0].value.startswith("17 van de 17 knelpunten en adviezen staan open")
    assert not (parties.exception or board.exception or issues.exception)


def test_the_sample_can_not_be_edited(fill, visit, monkeypatch):
    monkeypatch.setenv("REGIOMONITOR_EDIT", "1")
    fill()
    app = visit("afspraken", afspraak=KEY)
    assert not app.text_area
    assert "niet bij de voorbeeldgegevens" in text_of(app)


def test_who_may_only_look_sees_no_form(own, visit, monkeypatch):
    monkeypatch.setenv("REGIOMONITOR_EDIT", "0")
    app = visit("afspraken", afspraak=KEY)
    assert not app.exception and not app.text_area
    assert "uw-naam" not in [one.key for one in app.text_input]


def test_an_edit_is_kept_with_name_old_value_and_shows_everywhere(editor, visit):
    app = editor()
    field(app, "status").set_value("loopt")
    field(app, "next_step").set_value("bijeenkomst plannen <b>")
    field(app, "due").set_value("01-03-2027")
    app = press(app, f"bewaar-{KEY}")
    assert not app.exception
    assert app.title[0].value.endswith(": loopt")
    text = text_of(app)
    assert "De wijziging is bewaard." in text
    assert "bijeenkomst plannen &lt;b&gt;, uiterlijk 1 maart 2027" in text and "<b>," not in text
    assert now() == {"status": "loopt", "next_step": "bijeenkomst plannen <b>", "due": "2027-03-01"}
    elsewhere = text_of(visit("afspraken", partij="MKB Haarlem"))
    assert "Ingevoerd door Anna" in elsewhere
    assert "Zonder die opgave zou de status zijn: geen bewijs" in elsewhere


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [("evidence", "mail naar anna@haarlem.nl", "e-mailadres"), ("due", "31-02-2027", "geen datum"),
     ("evidence_lines", "12", "ontbreekt het stuk"), ("owner", "=A1", "formule")],
)  # fmt: skip
def test_what_can_not_be_kept_is_said_and_stays_in_the_form(editor, name, value, said):
    app = editor()
    field(app, name).set_value(value)
    app = press(app, f"bewaar-{KEY}")
    assert said in text_of(app)
    assert field(app, name).value == value
    assert now() == {}


def test_the_second_of_two_editors_sees_both_values_and_chooses(editor):
    app = editor()
    field(app, "status").set_value("gedaan")
    mine = of_record(changes(data()), KEY)
    save(data(), KEY, stamp(mine), {"status": "loopt", "owner": "bestuur"}, "Bea")
    app = press(app, f"bewaar-{KEY}")
    text = text_of(app)
    assert "Intussen gewijzigd door Bea" in text
    assert "Bea heeft dit intussen gewijzigd" in text and "niet gewijzigd" in text
    assert now() == {"status": "loopt", "owner": "bestuur"}
    app = press(app, "mijn-invoer")
    assert now() == {"status": "gedaan", "owner": "bestuur"}  # what only Bea changed stays
    assert [one.changed_by for one in of_record(changes(data()), KEY)][-1] == "Anna"


def test_the_second_editor_may_leave_it_as_the_first_wrote_it(editor):
    app = editor()
    field(app, "status").set_value("gedaan")
    save(data(), KEY, "0:", {"status": "loopt"}, "Bea")
    app = press(press(app, f"bewaar-{KEY}"), "hun-invoer")
    assert now() == {"status": "loopt"}
    assert "intussen" not in text_of(app)


def test_the_last_change_is_taken_back_and_stays_in_the_history(editor):
    app = editor()
    field(app, "status").set_value("loopt")
    app = press(app, f"bewaar-{KEY}")
    app = press(app, f"terug-{KEY}")
    assert now() == {}
    assert app.title[0].value.endswith("geen bewijs")
    assert "wijziging 1 teruggedraaid" in text_of(app)


def test_typed_text_is_wiped_for_good_after_a_second_yes(editor):
    app = editor()
    field(app, "evidence").set_value("gesproken met Jan")
    app = press(press(app, f"bewaar-{KEY}"), f"wis-{KEY}")
    assert now() == {"evidence": "gesproken met Jan"}
    app = press(app, f"wis-ja-{KEY}")
    assert now() == {}
    assert "Jan" not in text_of(app) and "tekst gewist" in text_of(app)


def test_meetings_are_entered_counted_and_taken_away(editor):
    app = editor(onderdeel="Bestuur")
    for day in ("14-03-2019", "20-06-2019"):
        field(app, "name", "vergadering").set_value("bestuur Werkbedrijf")
        field(app, "day", "vergadering").set_value(day)
        app = press(app, "voeg-toe-vergadering")
    assert app.title[0].value.startswith("In 2019 zijn twee vergaderingen ingevoerd")
    assert "2 minder dan vier ingevoerd" in text_of(app)
    first = next(one for one in app.button if one.key and one.key.startswith("weg-V-"))
    app = press(app, first.key)
    assert app.title[0].value.startswith("In 2019 is één vergadering ingevoerd")


def test_a_point_of_the_checklist_gets_a_status(editor):
    app = editor(onderdeel="Bestuur")
    field(app, "status", "PT-2").set_value("gedaan")
    app = press(app, "bewaar-PT-2")
    assert "van één van de vijf punten" in app.title[0].value
    assert "Alle wijzigingen" in text_of(app)


def test_a_bottleneck_is_added_with_owner_and_closed_again(editor):
    app = editor(onderdeel="Knelpunten en advies")
    field(app, "text", "knelpunt").set_value("Te weinig jobcoaches")
    field(app, "owner", "knelpunt").set_value("bestuur Werkbedrijf")
    app = press(app, "voeg-toe-knelpunt")
    assert app.title[0].value.startswith("18 van de 18")
    picked = app.selectbox(key="knelpunt")
    app = picked.set_value(next(one for one in picked.options if one.startswith("KN-N"))).run()
    keys = [one.key for one in app.button if one.key and one.key.startswith("bewaar-KN-N")]
    record = keys[0].removeprefix("bewaar-")
    field(app, "state", record).set_value("opgelost")
    app = press(app, f"bewaar-{record}")
    assert app.title[0].value.startswith("17 van de 18")
