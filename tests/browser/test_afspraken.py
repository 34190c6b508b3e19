"""Two people edit the same promise in two browsers: the second sees both values and chooses."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import start
from tests.browser.test_pages import visit
from tests.builders import filled

KEY = "A-MKB-02"


@pytest.fixture
def server(chromium, tmp_path):
    """The address of a dashboard on one's own database, that may edit."""
    filled(tmp_path, [{}] * 30).close()
    (tmp_path / "test.duckdb").rename(tmp_path / "regiomonitor.duckdb")
    (tmp_path / "keuze").write_text("eigen", encoding="utf-8")
    process, url = start(tmp_path, REGIOMONITOR_EDIT="1")
    yield url
    process.terminate()
    process.wait()


def opened(chromium, url, name):
    page = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL").new_page()
    visit(page, f"{url}/afspraken?afspraak={KEY}")
    page.get_by_label("Uw naam").fill(name)
    page.keyboard.press("Enter")
    page.get_by_text("Wijzigen", exact=True).click()
    return page


def choose(page, status):
    page.get_by_role("combobox", name="Status").fill(status)
    page.keyboard.press("Enter")


def test_the_second_editor_sees_what_the_first_did_and_chooses(chromium, server):
    anna, bea = opened(chromium, server, "Anna"), opened(chromium, server, "Bea")
    choose(anna, "loopt")
    anna.get_by_role("button", name="Bewaren").click()
    expect(anna.get_by_text("De wijziging is bewaard.")).to_be_visible()
    expect(anna.locator("h1")).to_contain_text("loopt")

    bea.get_by_label("Volgende stap", exact=True).fill("leden uitnodigen")
    choose(bea, "gedaan")
    bea.get_by_role("button", name="Bewaren").click()
    expect(bea.get_by_text("Intussen gewijzigd door Anna.")).to_be_visible()
    table = bea.get_by_role("region", name="Kies wat er blijft staan")
    expect(table.get_by_role("row", name="Status")).to_contain_text("loopt")
    expect(table.get_by_role("row", name="Status")).to_contain_text("gedaan")
    expect(bea.locator("h1")).to_contain_text("loopt")  # nothing of Anna's was overwritten

    bea.get_by_role("button", name="Mijn invoer bewaren").click()
    expect(bea.locator("h1")).to_contain_text("gedaan")
    history = bea.get_by_role("region", name="Alle wijzigingen")
    expect(history).to_contain_text("Anna")
    expect(history).to_contain_text("Bea")
    bea.get_by_role("button", name="Laatste wijziging terugdraaien").click()
    expect(bea.locator("h1")).to_contain_text("loopt")


def test_the_box_beside_a_page_leads_to_results_and_on_to_a_promise(chromium, server):
    page = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL").new_page()
    visit(page, f"{server}/gemeenten")
    page.get_by_label("Zoeken in alles").fill("stagebuero")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("2 vermeldingen")
    page.wait_for_url("**/zoeken?zoek=stagebuero")
    page.get_by_role("link", name="Geld en tijd steken").click()
    expect(page.locator("h1")).to_contain_text("stagebureau in de Waarderpolder")
    assert page.url.endswith("/afspraken?afspraak=A-IKH-02")
