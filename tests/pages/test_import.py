"""A guided import: four steps per file, each changeable, to be left and taken up again."""

import io
import threading
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from data_loaders.drafts import drafts
from data_loaders.intake import read_delivery
from tests.builders import provenance
from tests.pages.analyst import HEAD, choose, deliveries, keys, load, press, row, save, settled, step, xlsx
from tests.pages.conftest import text_of
from ui.access import library

NASTY = Path(__file__).parents[3] / "shared" / "sheets" / "nasty"
PLACED = ["Startdatum", "Woongemeente"]


def starts():
    return library().open().query("SELECT start_date FROM placement ORDER BY 1")["start_date"].to_pylist()


def labels(app):
    """The label of each list to choose from, with what is chosen."""
    return {one.label: one.value for one in app.selectbox}


def correct(app, **changes):
    """Type in the table of step 3; changes by line: {0: {"field": "text"}}."""
    key = app.session_state["import-tabel-1"].key
    app.session_state[key] = {"edited_rows": changes["lines"], "added_rows": [], "deleted_rows": []}
    return press(app, "controleer-1")


def test_what_was_recognised_stands_there_with_its_reason(analyst):
    data = xlsx(row(), title=["Rapportage WSP", "Periode: 1-1-2015 t/m 31-3-2015", ""])
    app = load(analyst(), ("lijst.xlsx", data))
    assert app.title[0].value == "lijst.xlsx"
    shown, text = labels(app), text_of(app)
    assert (shown["Soort lijst"], shown["Rij met de koppen"]) == ("placement", 4)
    assert shown["Leverancier"] == "WSP Zuid-Kennemerland en IJmond"
    assert "Kop op rij 4 van blad “Sheet”." in text
    assert "Gelezen in de titel “Rapportage WSP”." in text
    assert [one.value for one in app.date_input] == [date(2015, 1, 1), date(2015, 3, 31)]


def test_a_good_file_takes_four_steps_and_is_taken_back(analyst):
    app = load(analyst(), ("WSP plaatsingen 2015.xlsx", xlsx(row(), row(Klantnr="K2", Naam="Piet"))))
    assert "Klaar om op te slaan: 2 plaatsingen." in text_of(app)
    press(app, "volgende-1")
    assert "Om privacy weggelaten: “Naam”" in text_of(app)
    press(app, "volgende-1")
    assert "Geen fouten" in text_of(app)
    press(app, "volgende-1")
    assert "2 plaatsingen erbij; er wordt niets vervangen" in text_of(app)
    assert "nog niets → 2 (t/m 31 dec 2015)" in text_of(app)
    assert "Jan Jansen" not in text_of(app)
    assert deliveries() == []
    press(app, "opslaan-1")
    assert [(one.row_count, one.delivered_by, one.active) for one in deliveries()] == [(2, "Anna", True)]
    assert "De gegevens reiken tot en met 31 december 2015" in app.title[0].value
    assert "ging van nog niets naar 2" in text_of(app)
    press(app, "terug-bewijs-1")
    assert [one.active for one in deliveries()] == [False]
    press(app, "herstel-bewijs-1")
    assert [one.active for one in deliveries()] == [True]


def test_bytes_and_report_are_forgotten_after_the_decision(analyst):
    app = load(analyst(), ("WSP 2015.xlsx", xlsx(row())), ("UWV 2015.xlsx", xlsx(row())))
    assert len(app.session_state["import-bestanden"]) == 2
    press(app, "weg-2")
    save(press(app, "open-1"))
    assert app.session_state["import-bestanden"] == {}
    assert [one.supplier for one in deliveries()] == ["wsp"]


def test_without_a_name_nothing_is_stored(own, visit):
    app = save(load(visit("gegevens"), ("WSP 2015.xlsx", xlsx(row()))))
    assert "Vul eerst uw naam in" in text_of(app)
    assert deliveries() == []


def test_rows_with_errors_are_left_out_only_on_request(analyst):
    rows = [row(), row(Startdatum="31-02-2015"), row(Woongemeente="Atlantis"), row(Uren="#N/B")]
    app = load(analyst(), ("WSP 2015.xlsx", xlsx(*rows)))
    assert "3 van de 4 rijen hebben een fout." in text_of(app)
    step(app, 4)
    assert app.button(key="opslaan-1").disabled
    assert app.button(key="zonder-1").label == "Opslaan zonder de rijen met fouten (3 rijen weglaten)"
    press(app, "zonder-1")
    assert deliveries()[0].row_count == 1


def test_problems_stand_in_groups_with_their_cells(analyst):
    rows = [row(Startdatum="31-02-2015"), row(Startdatum="gisteren"), row(Uren="#N/B")]
    app = step(load(analyst(), ("WSP 2015.xlsx", xlsx(*rows))), 3)
    lines = [one.label for one in app.expander]
    assert "■ **Datums die niet te lezen zijn** · 2 fouten · C2, C3" in lines
    assert "■ **Cellen met een Excel-fout** · 1 fout · D4" in lines
    assert "Hier staat de Excel-fout #N/B" in text_of(app)


def test_a_cell_is_corrected_on_screen_and_the_correction_taken_back(analyst):
    app = step(load(analyst(), ("WSP 2015.xlsx", xlsx(row(), row(Startdatum="31-02-2015")))), 3)
    correct(app, lines={0: {"placement_date": "28-02-2015"}})
    assert "Geen fouten" in text_of(app)
    assert "1 cel verbeterd" in text_of(app)
    press(app, "ongedaan-1")
    assert "1 fout in 1 rij" in text_of(app)
    correct(app, lines={0: {"placement_date": "28-02-2015"}})
    save(app)
    assert starts() == [date(2015, 2, 28), date(2015, 3, 1)]


def test_a_row_is_left_out_with_a_tick_and_what_is_typed_is_never_lost(analyst):
    rows = [row(), row(Startdatum="31-02-2015"), row(Startdatum="x")]
    app = step(load(analyst(), ("WSP 2015.xlsx", xlsx(*rows))), 3)
    key = app.session_state["import-tabel-1"].key
    edits = {0: {"_weg": True}, 1: {"placement_date": "02-02-2015"}}
    app.session_state[key] = {"edited_rows": edits, "added_rows": [], "deleted_rows": []}
    step(app, 4)  # without pressing the button to check
    assert "Klaar om op te slaan: 2 plaatsingen." in text_of(app)
    press(app, "opslaan-1")
    assert starts() == [date(2015, 2, 2), date(2015, 3, 1)]


def test_an_unknown_word_is_translated_once_for_all_rows_and_remembered(analyst):
    rows = [row(Woongemeente="Harlem"), row(Woongemeente="Harlem", Klantnr="K2")]
    app = step(load(analyst(), ("WSP 2015-Q1.xlsx", xlsx(*rows))), 3)
    assert "woongemeente · 2 rijen" in text_of(app)
    choose(app, "“Harlem” betekent", "Haarlem")
    assert "Geen fouten" in text_of(app)
    save(app)
    home = library().open().query("SELECT DISTINCT municipality_home AS code FROM placement")
    assert home["code"].to_pylist() == ["GM0392"]
    load(app, ("WSP 2015-Q2.xlsx", xlsx(row(Woongemeente="Harlem", Startdatum="01-05-2015"))))
    assert "Klaar om op te slaan: 1 plaatsing." in text_of(app)
    step(app, 2, 2)
    assert "Gelezen zoals bij levering 1" in text_of(app)
    press(app, "vergeet-2")
    assert "1 van de 1 rij heeft een fout." in text_of(app)


def test_what_is_remembered_of_one_list_draws_no_other_sheet_in(analyst):
    book = openpyxl.load_workbook(io.BytesIO(xlsx(row(Woongemeente="Harlem"))))
    other = book.create_sheet("Stages")
    other.append(["Startdatum", "Niveau", "Leerweg", "Woongemeente"])
    other.append(["01-09-2015", "2", "BBL", "Haarlem"])
    files = []
    for start in ("01-03-2015", "01-05-2015"):
        book["Sheet"]["C2"] = start
        book.save(file := io.BytesIO())
        files.append(file.getvalue())
    app = step(load(analyst(), ("WSP 2015-Q1.xlsx", files[0])), 3)
    choose(app, "“Harlem” betekent", "Haarlem")
    save(app)
    load(app, ("WSP 2015-Q2.xlsx", files[1]))
    assert "Klaar om op te slaan: 1 plaatsing." in text_of(app)
    assert "“Stages” (lijkt een lijst met stages)" in text_of(app)


def test_a_heading_is_read_as_the_field_that_is_chosen(analyst):
    data = xlsx(["01-03-2015", "Haarlem", "40"], head=["Startdatum", "Woongemeente", "Omvang in u"])
    app = step(load(analyst(), ("WSP 2015.xlsx", data)), 2)
    assert "Niet gebruikt: “Omvang in u”." in text_of(app)
    choose(app, "Kolom “Omvang in u” lezen als", "hours_per_week")
    assert "gekozen" in text_of(app)
    save(app)
    assert library().open().query("SELECT hours_low FROM placement")["hours_low"].to_pylist() == [40]


def test_a_list_with_headings_nobody_knows_is_taught_on_screen(analyst):
    data = xlsx(["rood", "01-03-2015", "Haarlem"], head=["Kleur", "Wanneer begonnen", "Waar woont men"])
    app = load(analyst(), ("WSP 2015.xlsx", data))
    assert "Is het toch een lijst?" in text_of(app)
    choose(app, "Soort lijst", "placement")
    choose(app, "Rij met de koppen", 1)
    step(app, 2)
    choose(app, "Kolom “Wanneer begonnen” lezen als", "placement_date")
    choose(app, "Kolom “Waar woont men” lezen als", "municipality_home")
    save(app)
    assert starts() == [date(2015, 3, 1)]


def test_a_forbidden_column_has_no_samples_and_no_choice(analyst):
    app = step(load(analyst(), ("WSP 2015.xlsx", xlsx(row()))), 2)
    assert "wordt niet bewaard" in text_of(app)
    assert "Jan Jansen" not in text_of(app)
    assert "K1" not in text_of(app)
    assert not any("“Naam”" in label for label in labels(app))


def test_two_headings_for_one_field_are_settled_by_a_choice(analyst):
    data = xlsx(
        ["01-03-2015", "09-03-2015", "Haarlem"], head=["Startdatum", "Plaatsingsdatum", "Woongemeente"]
    )
    app = load(analyst(), ("WSP 2015.xlsx", data))
    assert "Er is een vraag bij stap 2." in text_of(app)
    step(app, 2)
    choose(app, "Kolom “Startdatum” lezen als", "niet gebruiken")
    save(app)
    assert starts() == [date(2015, 3, 9)]


def test_parts_of_a_full_job_ask_for_its_hours(analyst):
    data = xlsx(["01-03-2015", "Haarlem", "0,5"], head=["Start", "Gemeente", "FTE"])
    app = step(load(analyst(), ("WSP 2015.xlsx", data)), 2)
    choose(app, "Uren van een volledige baan", "36")
    save(app)
    assert library().open().query("SELECT hours_low FROM placement")["hours_low"].to_pylist() == [18]


def test_sheets_and_the_row_of_the_headings_can_be_chosen(analyst):
    book = openpyxl.Workbook()
    for name, start in (("Jan", "05-01-2015"), ("Feb", "05-02-2015")):
        sheet = book.create_sheet(name)
        for line in (["Verslag"], PLACED, [start, "Haarlem"], PLACED, ["01-06-2015", "Velsen"]):
            sheet.append(line)
    del book["Sheet"]
    file = io.BytesIO()
    book.save(file)
    app = load(analyst(), ("WSP 2015.xlsx", file.getvalue()))
    assert app.multiselect[0].value == ["Jan", "Feb"]
    app.multiselect[0].set_value(["Feb"]).run()
    settled(app)
    assert "Niet gelezen: “Jan” (door u uitgezet)." in text_of(app)
    choose(app, "Rij met de koppen op blad “Feb”", 4)
    save(app)
    assert starts() == [date(2015, 6, 1)]


def test_supplier_and_period_are_changed_on_screen(analyst):
    app = load(analyst(), ("lijst.xlsx", xlsx(row())))
    assert "Zonder leverancier vervangt dit bestand nooit" in text_of(app)
    choose(app, "Leverancier", "UWV")
    app.date_input[1].set_value(date(2015, 12, 31)).run()
    assert "Door u gekozen." in text_of(settled(app))
    save(app)
    (found,) = deliveries()
    assert (found.supplier, found.period_end) == ("uwv", date(2015, 12, 31))


def test_the_same_file_again_changes_nothing(analyst):
    data = xlsx(row())
    app = save(load(analyst(), ("WSP 2015.xlsx", data)))
    load(app, ("WSP 2015.xlsx", data))
    assert "Dit bestand was al geladen op" in text_of(app)
    assert "opslaan-2" not in keys(step(app, 4, 2))


def test_a_new_version_is_compared_before_it_replaces(analyst):
    old = [row(Klantnr=f"K{each}", Startdatum=f"0{each}-03-2015") for each in range(1, 5)]
    new = [*old[:2], [*old[2][:3], "40", *old[2][4:]], row(Klantnr="K9", Startdatum="09-03-2015")]
    head = ["Plaatsingsnr", *HEAD[1:]]
    app = save(load(analyst(), ("WSP 2015.xlsx", xlsx(*old, head=head))))
    step(load(app, ("WSP 2015 nieuw.xlsx", xlsx(*new, head=head))), 4, 2)
    text = text_of(app)
    assert "Bij opslaan vervangt dit bestand levering 1" in text
    assert "1 nieuw, 1 gewijzigd, 2 ongewijzigd en 1 verdwenen" in text
    assert "<td>32</td><td>40</td>" in text.replace(' class="rm-right"', "")
    assert len(deliveries()) == 1
    press(app, "opslaan-2")
    assert [one.id for one in deliveries() if one.active] == [2]


@pytest.mark.parametrize(("answer", "active"), [("Vervangen", [2]), ("Beide houden", [1, 2])])
def test_a_partial_overlap_is_asked(analyst, answer, active):
    app = save(load(analyst(), ("WSP 2015.xlsx", xlsx(row()))))
    load(app, ("WSP 2015-06-01 tot 2016-05-31.xlsx", xlsx(row(Startdatum="01-07-2015"))))
    step(app, 4, 2)
    assert "overlapt voor een deel met levering 1" in text_of(app)
    assert app.button(key="opslaan-2").disabled
    app.radio(key="overlap-2-1").set_value(answer).run()
    press(app, "opslaan-2")
    assert sorted(one.id for one in deliveries() if one.active) == active


def test_what_somebody_else_stored_meanwhile_is_seen_before_storing(analyst):
    app = step(load(analyst(), ("WSP 2015.xlsx", xlsx(row()))), 4)
    other = read_delivery(xlsx(row(Klantnr="K9")), "WSP 2015-Q1.xlsx", key=b"k")
    library().open().deliver("placement", other.table, provenance(period_end=date(2015, 3, 31)))
    press(app, "opslaan-1")
    assert "intussen is er iets veranderd" in text_of(app)
    assert len(deliveries()) == 1
    assert "Bij opslaan vervangt dit bestand levering 1" in text_of(app)
    press(app, "opslaan-1")
    assert [one.id for one in deliveries() if one.active] == [2]


def test_many_files_are_a_list_and_what_is_ready_is_stored_at_once(analyst):
    good = [(f"WSP 2015-Q{each}.xlsx", xlsx(row(Startdatum=f"01-0{3 * each}-2015"))) for each in (1, 2, 3)]
    bad = [("UWV 2016.xlsx", xlsx(row(Startdatum="x"))), ("web.xls", b"<html></html>")]
    app = load(analyst(), *good, *bad)
    assert app.button(key="alles-opslaan").label == "Alles opslaan wat klaar is (3 bestanden)"
    assert "1 van de 1 rij heeft een fout." in text_of(app)
    press(app, "alles-opslaan")
    assert "Opgeslagen: 3 van de 3 bestanden." in text_of(app)
    assert "ging van nog niets naar" in text_of(app)  # the facts follow once, after the last file
    assert len(deliveries()) == 3
    assert {"open-4", "open-5"} <= keys(app)


def test_an_import_that_was_left_is_taken_up_without_the_file(analyst):
    rows = [row(), row(Startdatum="31-02-2015")]
    app = step(load(analyst(), ("WSP 2015.xlsx", xlsx(*rows))), 3)
    correct(app, lines={0: {"placement_date": "28-02-2015"}})
    again = analyst()  # another session: the bytes are gone
    assert "Nog niet afgemaakt" in text_of(again)
    (key,) = [key for key in keys(again) if key and key.startswith("verder-concept-")]
    press(again, key)
    assert again.title[0].value == "WSP 2015.xlsx"
    assert "Geen fouten" in text_of(again)
    assert "1 cel verbeterd" in text_of(again)
    assert "werkboek met gemarkeerde cellen is er nu niet bij" in text_of(again)
    step(again, 1)
    assert "Het bestand zelf is niet bewaard" in text_of(again)
    save(again)
    assert starts() == [date(2015, 2, 28), date(2015, 3, 1)]


def test_the_address_takes_up_an_import_at_its_step_and_a_stale_one_says_so(analyst, visit):
    app = load(analyst(), ("WSP 2015.xlsx", xlsx(row(Startdatum="x"))))
    draft = app.session_state["import-bestanden"][1].draft
    again = analyst(**{"import": str(draft), "stap": "3"})
    assert again.title[0].value == "WSP 2015.xlsx"
    assert "1 fout in 1 rij" in text_of(again)
    stale = visit("gegevens", **{"import": "999"})
    assert "Deze import is er niet meer" in text_of(stale)
    assert stale.get("file_uploader")


def test_an_import_is_thrown_away(analyst):
    load(analyst(), ("WSP 2015.xlsx", xlsx(row())))
    app = analyst()
    (key,) = [key for key in keys(app) if key and key.startswith("weg-concept-")]
    press(app, key)
    assert "Nog niet afgemaakt" not in text_of(app)


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("leeg.xlsx", b"", "is leeg"),
        ("web.xls", b"<html><table><tr><td>Startdatum</td></tr></table></html>", "een webpagina"),
        ("macro.xlsm", b"PK\x03\x04", "macro"),
        ("foto.xlsx", b"\x89PNG\r\n", "geen .xlsx-bestand"),
        ("brief.docx", b"PK\x03\x04", "wordt niet gelezen"),
        ("kleuren.xlsx", xlsx(["rood", 3], head=["Kleur", "Mooi"]), "geen lijst met plaatsingen of stages"),
        ("fout.xlsx", xlsx(row(Startdatum="31-02-2015")), "1 van de 1 rij heeft een fout"),
    ],
)  # fmt: skip
def test_a_bad_file_gets_a_dutch_sentence_and_stores_nothing(analyst, name, data, sentence):
    app = load(analyst(), (name, data))
    assert not app.exception
    assert sentence in text_of(app)
    if "stap-1" in {one.key for one in app.segmented_control}:
        step(app, 4)
    assert not any(one.key in ("opslaan-1", "zonder-1") and not one.disabled for one in app.button)
    assert deliveries() == []


@pytest.mark.skipif(not NASTY.exists(), reason="the folder with nasty sheets is not here")
def test_files_that_broke_other_readers_never_break_the_page(analyst):
    files = [(path.name, path.read_bytes()) for path in sorted(NASTY.iterdir()) if path.suffix != ".md"]
    app = load(analyst(), *files)
    assert not app.exception
    assert len(app.session_state["import-bestanden"]) == len(files)
    assert "alles-opslaan" not in keys(app)


def test_reading_is_stopped_without_a_trace(analyst, monkeypatch):
    slow = Slow()
    monkeypatch.setattr("ui.import_loading.PATIENCE", 0.0)
    monkeypatch.setattr("ui.import_reader.read_delivery", slow)
    app = analyst()
    uploader = app.get("file_uploader")[0]
    uploader.set_value([("WSP 2015.xlsx", xlsx(row()), "application/octet-stream")]).run()
    assert "“WSP 2015.xlsx”" in text_of(app)
    app.button(key="lezen-stoppen").click().run()
    assert "Het lezen is gestopt: 1 bestand is niet gelezen." in text_of(app)
    slow.go.set()
    assert "WSP 2015.xlsx" not in text_of(app.run())
    assert app.session_state["import-bestanden"] == {}
    assert drafts(library().open()) == []


def test_a_fault_of_the_program_is_said_and_the_next_file_is_read(analyst, monkeypatch):
    def broken(*_, **__):
        raise RuntimeError("K1 woont in Haarlem")

    app = analyst()
    with monkeypatch.context() as patch:
        patch.setattr("ui.import_reader.read_delivery", broken)
        load(app, ("WSP 2015.xlsx", xlsx(row())))
    assert "“WSP 2015.xlsx” is niet gelezen door een fout in het programma." in text_of(app)
    assert load(app, ("WSP 2016.xlsx", xlsx(row()))).title[0].value == "WSP 2016.xlsx"


class Slow:
    """A reader that takes as long as a test wants."""

    def __init__(self):
        self.go = threading.Event()

    def __call__(self, data, name, **options):
        self.go.wait(5)
        return read_delivery(data, name, key=options["key"])


def test_a_full_disk_is_a_dutch_sentence(analyst, monkeypatch):
    app = step(load(analyst(), ("WSP 2015.xlsx", xlsx(row()))), 4)
    monkeypatch.setattr("data_loaders.storing.shutil.disk_usage", lambda _: type("Usage", (), {"free": 0}))
    press(app, "opslaan-1")
    assert "te weinig ruimte op de schijf" in text_of(app)
    assert deliveries() == []


def test_another_key_is_told_before_a_file_is_read(analyst, own):
    library().open().use_key("0123456789abcdef")
    app = load(analyst(), ("WSP 2015.xlsx", xlsx(row())))
    assert "De sleutel voor pseudoniemen past niet" in text_of(app)
    assert "import-bestanden" not in app.session_state or app.session_state["import-bestanden"] == {}
