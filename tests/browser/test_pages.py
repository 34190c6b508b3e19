"""The pages as a visitor meets them: deep links, mailed views, print, phone, axe, nothing from outside."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import start

PAGES = (
    *("", "sociaal-akkoord", "werkbedrijf", "doe-agenda", "crisis", "gemeenten", "wat-als", "gegevens"),
    *("verantwoording", "afspraken", "afspraken?afspraak=A-MKB-01", "afspraken?onderdeel=Bestuur"),
    *("zoeken?zoek=stagebuero", "participatie", "dienstverlening", "doelenboom?boom=0&knoop=D2.1"),
)
# Streamlit's own: the dropzone of the uploader is a button inside an element that hides its role.
STREAMLITS_OWN = {"presentation-role-conflict"}


def visit(page, url):
    page.goto(url)
    page.wait_for_selector("h1")
    page.wait_for_function("!document.querySelector('[data-stale=true]')")
    page.wait_for_timeout(400)


def test_a_cold_server_answers_a_deep_link_with_the_whole_frame(chromium, sample_folder, page):
    process, url = start(sample_folder)
    try:
        visit(page, f"{url}/werkbedrijf?peildatum=30+september+2015")
        assert page.get_by_role("link", name="Gemeenten").is_visible()
        assert page.get_by_text("Voorbeeldgegevens.").is_visible()
        assert page.get_by_role("combobox", name="Peildatum").input_value() == "30 september 2015"
    finally:
        process.terminate()
        process.wait()


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_dutch_titled_quiet_accessible_and_fits_a_phone(page, address, path):
    outside = []
    page.on(
        "request", lambda r: outside.append(r.url) if not r.url.startswith((address, "data:", "blob:")) else 0
    )
    visit(page, f"{address}/{path}")
    assert page.evaluate("document.documentElement.lang") == "nl"
    assert page.title().endswith("· Regiomonitor Arbeidsmarkt")
    assert page.locator("h1").count() == 1
    assert page.said == []
    assert [url for url in outside if not url.startswith("ws://localhost")] == []
    found = Axe().run(page).response["violations"]
    assert [v["id"] for v in found if v["id"] not in STREAMLITS_OWN] == []
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_timeout(400)
    wide = page.evaluate(
        "(() => { const main = document.querySelector('[data-testid=stMain]');"
        " return main.scrollWidth - main.clientWidth })()"
    )
    assert wide <= 0


def test_a_view_survives_reloading_and_can_be_mailed(page, chromium, address):
    visit(page, f"{address}/")
    before = page.locator("h1").inner_text()
    page.get_by_role("combobox", name="Peildatum").fill("30 september 2015")
    page.keyboard.press("Enter")
    page.wait_for_function("before => document.querySelector('h1').innerText !== before", arg=before)
    page.wait_for_url(re.compile("peildatum="))
    chosen = page.locator("h1").inner_text()
    page.reload()
    page.wait_for_function("title => document.querySelector('h1')?.innerText === title", arg=chosen)
    other = chromium.new_context(locale="nl-NL").new_page()
    other.goto(page.url)
    other.wait_for_function("title => document.querySelector('h1')?.innerText === title", arg=chosen)


def test_nonsense_in_the_address_falls_back_to_the_ordinary_view(page, address):
    visit(page, f"{address}/?peildatum=31+februari+1850&gebied=<script>alert(1)</script>&telregel=onzin")
    assert page.get_by_role("combobox", name="Peildatum").input_value() == "31 december 2022"
    assert page.said == []


def test_a_filter_can_be_reached_and_changed_by_keyboard(page, address):
    visit(page, f"{address}/")
    page.get_by_role("combobox", name="Telregel").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("telregel="))


def test_a_number_leads_to_its_definition_and_source(page, address):
    visit(page, f"{address}/")
    page.locator(".rm-card").first.get_by_role("link").first.click()
    page.wait_for_url(re.compile(r"/verantwoording\?afspraak=T-"))
    page.wait_for_selector("h1")


@pytest.mark.parametrize("path", ["", "gemeenten"])
def test_a_page_prints_on_a4_without_navigation(page, address, path, tmp_path):
    visit(page, f"{address}/{path}")
    page.emulate_media(media="print")
    expect(page.locator("[data-testid=stSidebar]")).to_be_hidden()
    page.pdf(path=tmp_path / "blad.pdf", format="A4")
    assert (tmp_path / "blad.pdf").read_bytes().count(b"/Type /Page\n") >= 1


def test_the_server_sends_compressed_pages_with_security_headers(page, address):
    answer = page.goto(f"{address}/werkbedrijf")
    headers = answer.headers
    assert headers["content-encoding"] == "gzip"
    assert "default-src 'self'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert page.request.get(f"{address}/_stcore/metrics").status == 404
