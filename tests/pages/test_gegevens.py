"""Gegevens: what is there, loading a file, and taking it back; in the analyst's place only."""

import io
import threading
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from data_loaders.intake import read_delivery, store
from storage.database import Database
from tests.builders import provenance, table
from tests.pages.conftest import text_of
from ui.access import OWN, library
from ui.csv_export import csv_bytes, harmless

HEAD = ["Klantnr", "Naam", "Startdatum", "Uren", "Doelgroepregister", "Woongemeente", "Sector"]
ROW = ["K1", "Jan Jansen", "01-03-2015", "32", "ja", "Haarlem", "markt"]
NASTY = Path(__file__).parents[3] / "shared" / "sheets" / "nasty"


def xlsx(*rows, head=HEAD):
    book = openpyxl.Workbook()
    for row in (head, *rows):
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def row(**changes):
    return [changes.get(name, value) for name, value in zip(HEAD, ROW, strict=True)]


@pytest.fixture
def own(folder, monkeypatch):
    """One's own database, and a server that may change it."""
    monkeypatch.setenv("REGIOMONITOR_EDIT", "1")
    (folder / "keuze").write_text(OWN, encoding="utf-8")
    return folder / "regiomonitor.duckdb"


@pytest.fixture
def analyst(own, visit):
    """Gegevens with one's own database, opened by Anna."""

    def opened(**address):
        app = visit("gegevens", **address)
        return app.text_input(key="uw-naam").set_value("Anna").run()

    return opened


def load(app, *files):
    uploader = app.get("file_uploader")[0]
    return uploader.set_value([(name, data, "application/octet-stream") for name, data in files]).run()


def press(app, key):
    assert not app.exception
    return app.button(key=key).click().run()


def deliveries():
    return library().open().deliveries()


def test_the_sample_is_shown_and_cannot_be_added_to(fill, visit, monkeypatch):
    monkeypatch.setenv("REGIOMONITOR_EDIT", "1")
    fill([{}] * 3, period_end=date(2015, 12, 31))
    app = visit("gegevens")
    assert not app.exception
    assert app.title[0].value == "De voorbeeldgegevens reiken tot en met 31 december 2015"
    assert "De enige levering telt mee" in text_of(app)
    assert not app.get("file_uploader")
    press(app, "eigen-gegevens")
    assert app.title[0].value == "Uw eigen database is nog leeg"
    assert app.get("file_uploader")


def test_elsewhere_only_freshness_shows(fill, visit, monkeypatch):
    monkeypatch.setenv("REGIOMONITOR_EDIT", "0")
    fill([{}] * 1234)
    for address in ({}, {"levering": "1"}, {"rijen": "T-LSA-02"}):
        app = visit("gegevens", **address)
        assert not app.exception
        assert "1.234" not in text_of(app)
        assert "WSP" in text_of(app)
        assert not (app.get("file_uploader") or app.button or app.dataframe)


def test_nothing_is_stored_where_editing_is_off(analyst, monkeypatch):
    app = load(analyst(), ("WSP 2015.xlsx", xlsx(row())))
    monkeypatch.setenv("REGIOMONITOR_EDIT", "0")
    press(app, "opslaan-1")
    assert deliveries() == []


def test_a_good_file_is_understood_stored_and_taken_back(analyst):
    app = load(analyst(), ("WSP plaatsingen 2015.xlsx", xlsx(row(), row(Klantnr="K2", Naam="Piet"))))
    text = text_of(app)
    assert "Klaar om op te slaan: 2 plaatsingen." in text
    assert "WSP Zuid-Kennemerland en IJmond (gelezen in de bestandsnaam" in text
    assert "1 jan 2015 t/m 31 dec 2015" in text
    assert "Weggelaten om privacy: “Naam”" in text
    assert "Jan Jansen" not in text
    assert deliveries() == []
    press(app, "opslaan-1")
    assert [(one.row_count, one.delivered_by, one.active) for one in deliveries()] == [(2, "Anna", True)]
    assert "ging van nog niets naar 2" in text_of(app)
    assert "De gegevens reiken tot en met 31 december 2015" in app.title[0].value
    press(app, "terug-bewijs-1")
    assert [one.active for one in deliveries()] == [False]
    assert "teruggenomen" in text_of(app)
    press(app, "herstel-bewijs-1")
    assert [one.active for one in deliveries()] == [True]


def test_bytes_and_report_are_forgotten_after_the_decision(analyst):
    app = load(analyst(), ("WSP 2015.xlsx", xlsx(row())), ("UWV 2015.xlsx", xlsx(row())))
    assert len(app.session_state["rij-bestanden"]) == 2
    press(app, "opslaan-1")
    press(app, "weg-2")
    assert app.session_state["rij-bestanden"] == {}
    assert [one.supplier for one in deliveries()] == ["wsp"]


def test_without_a_name_nothing_is_stored(own, visit):
    app = load(visit("gegevens"), ("WSP 2015.xlsx", xlsx(row())))
    press(app, "opslaan-1")
    assert "Vul eerst uw naam in" in text_of(app)
    assert deliveries() == []


def test_rows_with_errors_are_named_and_left_out_only_on_request(analyst):
    rows = [row(), row(Startdatum="31-02-2015"), row(Woongemeente="Atlantis"), row(Uren="#N/B")]
    app = load(analyst(), ("WSP 2015.xlsx", xlsx(*rows)))
    text = text_of(app)
    assert "3 van de 4 rijen hebben een fout." in text
    assert "Sheet!C3" in text
    assert "Hier staat de Excel-fout #N/B" in text
    assert app.button(key="opslaan-1").disabled
    assert app.button(key="zonder-1").label == "Opslaan zonder de rijen met fouten (3 rijen weglaten)"
    press(app, "zonder-1")
    assert deliveries()[0].row_count == 1


def test_the_same_file_again_changes_nothing(analyst):
    data = xlsx(row())
    app = press(load(analyst(), ("WSP 2015.xlsx", data)), "opslaan-1")
    load(app, ("WSP 2015.xlsx", data))
    assert "Dit bestand was al geladen op" in text_of(app)
    assert "er verandert niets." in text_of(app)
    assert "opslaan-2" not in {one.key for one in app.button}


@pytest.mark.parametrize(("answer", "active"), [("Vervangen", [2]), ("Beide houden", [1, 2])])
def test_a_partial_overlap_is_asked(analyst, answer, active):
    app = press(load(analyst(), ("WSP 2015.xlsx", xlsx(row()))), "opslaan-1")
    load(app, ("WSP 2015-06-01 tot 2016-05-31.xlsx", xlsx(row(Startdatum="01-07-2015"))))
    assert "overlapt voor een deel met levering 1" in text_of(app)
    assert app.button(key="opslaan-2").disabled
    app.radio(key="overlap-2-1").set_value(answer).run()
    press(app, "opslaan-2")
    assert sorted(one.id for one in deliveries() if one.active) == active


def test_a_replaced_delivery_says_by_which_and_returns_when_that_is_taken_back(analyst):
    app = press(load(analyst(), ("WSP 2015-Q1.xlsx", xlsx(row()))), "opslaan-1")
    load(app, ("WSP 2015.xlsx", xlsx(row(), row(Klantnr="K2"))))
    assert "Bij opslaan vervangt dit bestand levering 1" in text_of(app)
    press(app, "opslaan-2")
    assert "vervangen door #2" in text_of(app)
    press(app, "terug-bewijs-2")
    assert [one.id for one in deliveries() if one.active] == [1]


def test_a_delivery_that_would_count_twice_is_not_restored(analyst):
    app = press(load(analyst(), ("WSP 2015.xlsx", xlsx(row()))), "opslaan-1")
    press(app, "terug-bewijs-1")
    press(load(app, ("WSP 2015 nieuw.xlsx", xlsx(row(), row(Klantnr="K2")))), "opslaan-2")
    app.selectbox(key="kies-levering").set_value("1").run()
    press(app, "herstel-1")
    assert "Levering 1 is niet hersteld" in text_of(app)
    assert [one.id for one in deliveries() if one.active] == [2]


def test_what_somebody_else_stored_meanwhile_is_seen_before_storing(analyst):
    app = load(analyst(), ("WSP 2015.xlsx", xlsx(row())))
    other = read_delivery(xlsx(row(Klantnr="K9")), "WSP 2015-Q1.xlsx", key=b"k")
    library().open().deliver("placement", other.table, provenance(period_end=date(2015, 3, 31)))
    press(app, "opslaan-1")
    assert "intussen is er iets veranderd" in text_of(app)
    assert len(deliveries()) == 1
    assert "Bij opslaan vervangt dit bestand levering 1" in text_of(app)
    press(app, "opslaan-1")
    assert [one.id for one in deliveries() if one.active] == [2]


def test_two_imports_at_once_store_the_file_once(tmp_path):
    database = Database.open(tmp_path / "eigen.duckdb")
    intake = read_delivery(xlsx(row()), "WSP 2015.xlsx", key=b"k")
    threads = [threading.Thread(target=store, args=(database, intake)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(database.deliveries()) == 1
    database.close()


def test_the_supplier_is_asked_when_unknown_and_the_file_is_read_anew(analyst):
    app = load(analyst(), ("lijst.xlsx", xlsx(row())))
    assert "zonder leverancier vervangt dit bestand nooit" in text_of(app)
    (supplier,) = [one for one in app.selectbox if one.label == "Leverancier"]
    supplier.set_value("UWV")
    app.button(key="opnieuw-1").click().run()
    assert "UWV (opgegeven)" in text_of(app)
    press(app, "opslaan-1")
    assert deliveries()[0].supplier == "uwv"


def test_a_question_about_two_headings_is_answered_on_screen(analyst):
    head = ["Startdatum", "Plaatsingsdatum", "Woongemeente"]
    app = load(analyst(), ("WSP 2015.xlsx", xlsx(["01-03-2015", "09-03-2015", "Haarlem"], head=head)))
    assert "betekenen hetzelfde" in text_of(app)
    assert "opslaan-1" not in {one.key for one in app.button}
    (choice,) = [one for one in app.radio if one.label == "Deze kolom lezen"]
    choice.set_value("Plaatsingsdatum")
    app.button(key="opnieuw-1").click().run()
    press(app, "opslaan-1")
    starts = library().open().query("SELECT start_date FROM placement")["start_date"].to_pylist()
    assert starts == [date(2015, 3, 9)]


def test_parts_of_a_full_job_ask_for_its_hours(analyst):
    app = load(
        analyst(),
        ("WSP 2015.xlsx", xlsx(["01-03-2015", "Haarlem", "0,5"], head=["Start", "Gemeente", "FTE"])),
    )
    (hours,) = [one for one in app.radio if one.label == "Uren van een volledige baan"]
    hours.set_value("36")
    app.button(key="opnieuw-1").click().run()
    press(app, "opslaan-1")
    assert library().open().query("SELECT hours_low FROM placement")["hours_low"].to_pylist() == [18]


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("leeg.xlsx", b"", "is leeg"),
        ("web.xls", b"<html><table><tr><td>Startdatum</td></tr></table></html>", "een webpagina"),
        ("macro.xlsm", b"PK\x03\x04", "macro"),
        ("foto.xlsx", b"\x89PNG\r\n", "geen .xlsx-bestand"),
        ("brief.docx", b"PK\x03\x04", "wordt niet gelezen"),
        ("kleuren.xlsx", xlsx(["rood", 3], head=["Kleur", "Mooi"]), "geen lijst met plaatsingen of stages"),
        ("dubbel.xlsx", xlsx(["1-3-2015"] * 2 + ["Velsen"], head=["Start", "Start", "Gem"]), "hetzelfde"),
        ("fout.xlsx", xlsx(row(Startdatum="31-02-2015")), "kan zo niet worden opgeslagen"),
    ],
)  # fmt: skip
def test_a_bad_file_gets_a_dutch_sentence_and_stores_nothing(analyst, name, data, sentence):
    app = load(analyst(), (name, data))
    assert not app.exception
    assert sentence in text_of(app)
    assert not {"opslaan-1", "zonder-1"} & {one.key for one in app.button}
    assert deliveries() == []


@pytest.mark.skipif(not NASTY.exists(), reason="the folder with nasty sheets is not here")
def test_files_that_broke_other_readers_never_break_the_page(analyst):
    files = [(path.name, path.read_bytes()) for path in sorted(NASTY.iterdir()) if path.suffix != ".md"]
    app = analyst()
    load(app, *files)
    assert not app.exception
    assert len(app.session_state["rij-bestanden"]) == len(files)
    assert not any((one.key or "").startswith("opslaan-") for one in app.button)


def test_a_full_disk_is_a_dutch_sentence(analyst, monkeypatch):
    app = load(analyst(), ("WSP 2015.xlsx", xlsx(row())))
    monkeypatch.setattr("data_loaders.storing.shutil.disk_usage", lambda _: type("Usage", (), {"free": 0}))
    press(app, "opslaan-1")
    assert "te weinig ruimte op de schijf" in text_of(app)
    assert deliveries() == []


def test_another_key_is_told_before_a_file_is_read(analyst, own):
    database = library().open()
    database.use_key("0123456789abcdef")
    app = load(analyst(), ("WSP 2015.xlsx", xlsx(row())))
    assert "De sleutel voor pseudoniemen past niet" in text_of(app)
    assert app.session_state["rij-bestanden"] == {}


def test_a_link_opens_a_delivery_without_persons(analyst, own):
    person = "a1b2c3d4" * 4
    database = library().open()
    rows = [{"person_key": person, "employer": "Bos BV"}, {"person_key": person, "employer": "Dal BV"}]
    database.deliver("placement", table("placement", rows), provenance(file_name="maart.xlsx"))
    app = analyst(levering="1")
    assert "Levering 1: maart.xlsx" in text_of(app)
    frame = app.dataframe[0].value
    assert list(frame["werkgever"]) == ["Bos BV", "Dal BV"]
    assert person not in frame.to_csv() + text_of(app)


def test_a_link_shows_the_rows_behind_a_number_without_persons(analyst):
    person = "a1b2c3d4" * 4
    sure = {"start_date": date(2015, 3, 2), "person_key": person, "employer": "Bos BV"}
    rows = [
        sure,
        sure | {"employer": "Dal BV", "hours": None},
        sure | {"in_register": False, "employer": "Eik"},
    ]
    library().open().deliver("placement", table("placement", rows), provenance(file_name="maart.xlsx"))
    app = analyst(rijen="T-LSA-02", peildatum="31 december 2015")
    assert "1 (met wat onbekend is hoogstens 2) garantiebanen, stand t/m 31 december 2015." in text_of(app)
    frame = app.dataframe[0].value
    assert list(frame["Telt mee"]) == ["ja", "misschien"]
    assert list(frame["Rij"]) == ["2", "3"]
    assert person not in frame.to_csv() + text_of(app)


def test_a_delivery_is_erased_for_good_only_with_a_reason(analyst):
    app = press(load(analyst(), ("WSP 2015.xlsx", xlsx(row()))), "opslaan-1")
    app.selectbox(key="kies-levering").set_value("1").run()
    press(app, "wis-1")
    press(app, "wis-echt-1")
    assert [one.erased for one in deliveries()] == [False]
    press(app, "wis-1")
    app.text_input(key="reden-1").set_value("verkeerd bestand")
    app.checkbox(key="zeker-1").set_value(True)
    press(app, "wis-echt-1")
    assert [(one.erased, one.active) for one in deliveries()] == [(True, False)]
    assert "verkeerd bestand" in text_of(app)
    assert library().open().query("SELECT count(*) AS n FROM placement")["n"][0].as_py() == 0


def test_formulas_in_a_download_are_neutralised():
    assert [harmless(text) for text in ("=1+1", "+31", "-2", "@x", "\tx", " =x", "Bos")] == [
        "'=1+1", "'+31", "'-2", "'@x", "'\tx", "' =x", "Bos",
    ]  # fmt: skip
    assert csv_bytes(["Kop"], [["=cmd()"], ["a;b"]]) == "\ufeffKop\r\n'=cmd()\r\n\"a;b\"\r\n".encode()
