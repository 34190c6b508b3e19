"""Gegevens: what is there, how fresh it is, and taking it back; in the analyst's place only."""

import threading
from datetime import date

from data_loaders.intake import read_delivery, store
from storage.database import Database
from tests.builders import provenance, table
from tests.pages.analyst import deliveries, load, press, row, save, step, xlsx
from tests.pages.conftest import text_of
from ui.access import library
from ui.csv_export import csv_bytes, harmless


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
    app = step(load(analyst(), ("WSP 2015.xlsx", xlsx(row()))), 4)
    monkeypatch.setenv("REGIOMONITOR_EDIT", "0")
    press(app, "opslaan-1")
    assert deliveries() == []


def test_a_replaced_delivery_says_by_which_and_returns_when_that_is_taken_back(analyst):
    app = save(load(analyst(), ("WSP 2015-Q1.xlsx", xlsx(row()))))
    save(load(app, ("WSP 2015.xlsx", xlsx(row(), row(Klantnr="K2")))), 2)
    assert "vervangen door #2" in text_of(app)
    press(app, "terug-bewijs-2")
    assert [one.id for one in deliveries() if one.active] == [1]


def test_a_delivery_that_would_count_twice_is_not_restored(analyst):
    app = save(load(analyst(), ("WSP 2015.xlsx", xlsx(row()))))
    press(app, "terug-bewijs-1")
    save(load(app, ("WSP 2015 nieuw.xlsx", xlsx(row(), row(Klantnr="K2")))), 2)
    app.selectbox(key="kies-levering").set_value("1").run()
    press(app, "herstel-1")
    assert "Levering 1 is niet hersteld" in text_of(app)
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
    app = save(load(analyst(), ("WSP 2015.xlsx", xlsx(row()))))
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
