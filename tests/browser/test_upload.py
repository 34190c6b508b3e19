"""An analyst loads files in a real browser, decides, and takes a delivery back."""

import io
import urllib.error
import urllib.request

import openpyxl
import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import start
from tests.builders import filled

HEAD = ["Klantnr", "Naam", "Startdatum", "Uren", "Doelgroepregister", "Woongemeente"]


def xlsx(*rows):
    book = openpyxl.Workbook()
    for row in (HEAD, *rows):
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def row(person="K1", start="01-03-2015", home="Haarlem"):
    return [person, "Jan Jansen", start, 32, "ja", home]


@pytest.fixture(scope="module")
def servers(chromium, tmp_path_factory):
    """Call it with environment variables to start a dashboard on a small sample, for this module."""
    started = []

    def run(**environment):
        folder = tmp_path_factory.mktemp("upload")
        filled(folder, [{}] * 30).close()
        (folder / "test.duckdb").rename(folder / "sample.duckdb")
        process, url = start(folder, **environment)
        started.append(process)
        return url, folder

    yield run
    for process in started:
        process.terminate()
        process.wait()


@pytest.fixture(scope="module")
def server(servers):
    """The address of a dashboard that may edit."""
    return servers(REGIOMONITOR_EDIT="1")[0]


@pytest.fixture
def open_page(chromium):
    """Call it with an address to open it as another visitor; errors in its console fail the test."""
    opened = []

    def open_it(url):
        page = chromium.new_context(viewport={"width": 1280, "height": 720}, locale="nl-NL").new_page()
        page.said = []
        page.on("console", lambda one: page.said.append(one.text) if one.type == "error" else None)
        page.on("pageerror", lambda error: page.said.append(str(error)))
        opened.append(page)
        page.goto(url)
        page.locator("h1").wait_for()
        return page

    yield open_it
    said = [text for page in opened for text in page.said]
    for page in opened:
        page.context.close()
    assert said == []


@pytest.fixture
def analyst(server, open_page):
    """Open Gegevens with one's own database, as somebody with a name."""

    def opened(name="Anna"):
        page = open_page(f"{server}/gegevens")
        page.locator("h2").first.wait_for()
        settle(page)  # the button comes after the heading
        switch = page.locator(".st-key-eigen-gegevens button")
        if switch.count():
            switch.click()
        give_name(page, name)
        return page

    return opened


def settle(page):
    """Wait until the page has answered to what was typed or clicked."""
    page.wait_for_timeout(300)
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()


def give_name(page, name):
    page.get_by_label("Uw naam").fill(name)
    page.get_by_label("Uw naam").press("Enter")
    settle(page)


def load(page, *files):
    page.locator("input[type=file]").set_input_files(
        [{"name": name, "mimeType": "application/octet-stream", "buffer": data} for name, data in files]
    )
    for name, _ in files:
        page.locator("h1, .rm-file-name").get_by_text(name).first.wait_for()
    settle(page)


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()
    settle(page)


def store(page):
    """Go to the last step and store."""
    page.get_by_role("radio", name="4 Vergelijken en opslaan").click()
    press(page, "Opslaan")


def violations(page):
    """Fail on what keeps people out; the dropzone of the uploader is Streamlit's own."""
    found = Axe().run(page).response["violations"]
    assert [one["id"] for one in found if one["id"] != "presentation-role-conflict"] == []


def refusal(url):
    request = urllib.request.Request(f"{url}/_stcore/upload_file/a/b", data=b"x", method="PUT")
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(request)
    return caught.value.code, caught.value.read().decode()


def test_the_server_itself_refuses_a_file_while_the_sample_shows(server):
    assert refusal(server) == (403, "Op deze server kunnen geen bestanden worden geladen.")


def test_a_file_takes_four_steps_without_barriers_and_is_taken_back(analyst):
    page = analyst()
    load(page, ("WSP 2015.xlsx", xlsx(row(), row("K2", "31-02-2015"), row("K3", home="Harlem"))))
    page.get_by_text("2 van de 3 rijen hebben een fout.").wait_for()
    for name in ("Kolommen", "Controle"):
        violations(page)
        press(page, f"Verder naar {name}")
    violations(page)
    with page.expect_download() as marked:
        page.get_by_role("button", name="Uw eigen werkboek met gemarkeerde cellen (xlsx)").click()
    book = openpyxl.load_workbook(io.BytesIO(marked.value.path().read_bytes()))
    assert "31-02-2015" in {cell.value for row in book.worksheets[0].iter_rows() for cell in row}
    assert "Jan Jansen" not in {cell.value for row in book.worksheets[0].iter_rows() for cell in row}
    press(page, "Verder naar Vergelijken en opslaan")
    violations(page)
    assert page.get_by_text("Jan Jansen").count() == 0
    press(page, "Opslaan zonder de rijen met fouten (2 rijen weglaten)")
    page.get_by_role("heading", name="1 plaatsing van WSP").wait_for()
    with page.expect_download() as receipt:
        page.get_by_role("button", name="Ontvangstbewijs").click()
    text = receipt.value.path().read_text("utf-8-sig")
    assert "Door (naam opgegeven): Anna" in text
    assert "Weggelaten kolommen: “Naam” (privacy)" in text
    press(page, "Terugnemen")
    page.get_by_text("Deze levering telt nu niet mee (teruggenomen).").wait_for()


def test_the_steps_work_with_the_keyboard_and_a_reload_keeps_the_import(analyst):
    page = analyst()
    load(page, ("Pasmatch 2018.xlsx", xlsx(row("K2", "31-02-2018"), row(start="01-03-2018"))))
    page.get_by_role("radio", name="2 Kolommen").focus()
    page.keyboard.press("Enter")
    page.get_by_text("5 van de 6 kolommen worden gebruikt.").wait_for()
    page.get_by_role("button", name="Verder naar Controle").focus()
    page.keyboard.press("Enter")
    settle(page)
    assert "stap=3" in page.url
    page.reload()
    page.get_by_role("heading", name="Pasmatch 2018.xlsx").wait_for()
    page.get_by_text("1 fout in 1 rij").wait_for()
    page.get_by_text("werkboek met gemarkeerde cellen is er nu niet bij").wait_for()


def test_a_bad_file_and_a_good_one_together(analyst):
    page = analyst()
    load(page, ("web.xls", b"<html><table></table></html>"), ("macro.xlsm", b"PK"), ("UWV 2016.xlsx", xlsx(
        row(start="01-03-2016"), row("K2", "01-04-2016"))))  # fmt: skip
    page.get_by_text("dit is een webpagina met de naam van een .xls").wait_for()
    page.get_by_text("een werkmap met macro's wordt niet gelezen").wait_for()
    violations(page)
    press(page, "Alles opslaan wat klaar is (1 bestand)")
    page.get_by_role("heading", name="2 plaatsingen van UWV").wait_for()


def test_two_analysts_at_once_see_one_another(analyst):
    anna, bert = analyst("Anna"), analyst("Bert")
    load(anna, ("Agros 2015-Q1.xlsx", xlsx(row())))
    load(bert, ("Agros 2015.xlsx", xlsx(row(), row("K2", "01-09-2015"))))
    bert.get_by_role("radio", name="4 Vergelijken en opslaan").click()
    settle(bert)
    store(anna)
    anna.get_by_role("heading", name="1 plaatsing van Agros").wait_for()
    press(bert, "Opslaan")
    bert.locator(".rm-said").get_by_text("intussen is er iets veranderd").wait_for()
    bert.get_by_text("Bij opslaan vervangt dit bestand levering").wait_for()
    press(bert, "Opslaan")
    bert.get_by_role("heading", name="2 plaatsingen van Agros").wait_for()


def test_a_delivery_is_erased_after_a_reason_and_a_confirmation(server, analyst):
    page = analyst()
    load(page, ("Paswerk 2017.xlsx", xlsx(row(start="01-03-2017"))))
    store(page)
    heading = page.get_by_role("heading", name="1 plaatsing van Paswerk")
    number = heading.inner_text().removeprefix("Levering ").split(":")[0]
    page.goto(f"{server}/gegevens?levering={number}")
    page.get_by_role("heading", name=f"Levering {number}: Paswerk 2017.xlsx").wait_for()
    give_name(page, "Anna")
    press(page, "Definitief wissen …")
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Definitief wissen").click()
    dialog.get_by_text("Geef een reden en vink aan").wait_for()
    dialog.get_by_label("Reden").fill("verkeerd bestand")
    dialog.get_by_text("Ik weet dat dit niet ongedaan te maken is").click()
    settle(page)
    dialog.get_by_role("button", name="Definitief wissen").click()
    page.get_by_text("Stand: gewist.").wait_for()


def test_a_template_comes_from_the_page_itself(analyst):
    page = analyst()
    with page.expect_download() as download:
        page.get_by_role("button", name="Sjabloon downloaden (xlsx)").click()
    assert (
        openpyxl.load_workbook(io.BytesIO(download.value.path().read_bytes())).sheetnames[0] == "Plaatsingen"
    )


def test_a_server_that_may_not_edit_refuses_files_and_shows_no_rows(servers, open_page):
    url, folder = servers(REGIOMONITOR_EDIT="0")
    (folder / "keuze").write_text("eigen")
    assert refusal(url)[0] == 403
    page = open_page(f"{url}/gegevens?rijen=T-LSA-02")
    page.get_by_text("Alleen kijken.").wait_for()
    assert page.locator("input[type=file]").count() == 0
    assert page.locator("[data-testid=stDataFrame]").count() == 0
