"""What if, in a real browser: one screen, one click, one address; kept scenarios outlive the server."""

import re
import shutil
import time

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import start
from tests.browser.test_pages import STREAMLITS_OWN, visit

DAY = "peildatum=31+december+2015"


@pytest.fixture
def own_folder(sample_folder, tmp_path):
    """The sample's rows as one's own database, so that there is something to keep scenarios of."""
    shutil.copy(sample_folder / "sample.duckdb", tmp_path / "sample.duckdb")
    shutil.copy(sample_folder / "sample.duckdb", tmp_path / "regiomonitor.duckdb")
    (tmp_path / "keuze").write_text("eigen")
    return tmp_path


def test_dials_and_answer_fit_one_small_screen(page, address):
    visit(page, f"{address}/wat-als?{DAY}&a=d440.e2017-12-31&b=r255&c=p20.w3&d=vi.o2")
    answers = page.locator(".rm-row-said")
    assert answers.count() == 5
    for element in (page.get_by_label("Doel", exact=True), page.locator("h1"), answers.last):
        box = element.bounding_box()
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 720
    assert page.locator(".rm-scenarios > li").count() == 5


@pytest.mark.parametrize("query", ["", f"?{DAY}&a=d440.e2017-12-31&b=r255&c=p20.w3&d=vi.o2"])
def test_the_page_is_quiet_and_accessible(page, address, query):
    visit(page, f"{address}/wat-als{query}")
    assert page.said == []
    assert page.locator("h1").count() == 1
    found = Axe().run(page).response["violations"]
    assert [v["id"] for v in found if v["id"] not in STREAMLITS_OWN] == []


def test_the_page_does_not_scroll_sideways_on_a_phone(page, address):
    page.set_viewport_size({"width": 390, "height": 844})
    visit(page, f"{address}/wat-als?{DAY}&a=d280.sm&b=r255")
    assert (
        page.evaluate(
            "(() => { const main = document.querySelector('[data-testid=stMain]');"
            " return main.scrollWidth - main.clientWidth })()"
        )
        <= 0
    )


def test_a_dial_answers_within_a_second_and_survives_reloading(page, address):
    visit(page, f"{address}/wat-als?{DAY}&a=e2017-12-31&b=r255&c=p20.w3&d=vi.o2")
    page.get_by_label("Doel", exact=True).fill("350")
    before = time.perf_counter()
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelector('h1').innerText.includes('van de 350')", polling=20)
    assert time.perf_counter() - before < 1.0
    page.wait_for_url(re.compile("a=d350"))
    title = page.locator("h1").inner_text()
    page.reload()
    page.wait_for_function("title => document.querySelector('h1')?.innerText === title", arg=title)
    expect(page.get_by_label("Doel", exact=True)).to_have_value("350")
    assert page.said == []


def test_a_wrong_value_says_so_beside_the_dial(page, address):
    visit(page, f"{address}/wat-als?{DAY}&a=d350")
    page.get_by_label("Doel", exact=True).fill("veel")
    page.keyboard.press("Enter")
    page.get_by_text("“veel” is dat niet").wait_for()
    assert "van de 350" in page.locator("h1").inner_text()


def test_a_ready_made_comparison_takes_one_click(page, address):
    visit(page, f"{address}/wat-als?{DAY}")
    page.get_by_role("button", name="280 of 440").click()
    page.wait_for_url(re.compile("a=d280"))
    page.wait_for_function("document.querySelectorAll('.rm-scenarios > li').length === 3")


def test_the_comparison_downloads_as_a_workbook(page, address):
    visit(page, f"{address}/wat-als?{DAY}&a=d280")
    page.locator(".js-plotly-plot .main-svg").first.wait_for()
    with page.expect_download() as download:
        page.get_by_role("button", name="Downloaden als Excel").click()
    assert download.value.suggested_filename == "wat-als.xlsx"


def test_a_kept_comparison_opens_after_a_restart(page, own_folder):
    process, url = start(own_folder, REGIOMONITOR_EDIT="1")
    try:
        visit(page, f"{url}/wat-als?{DAY}&a=d280&b=r255")
        page.get_by_label("Naam van deze vergelijking").fill("Twee regels")
        page.get_by_role("button", name="Bewaren", exact=True).click()
        page.get_by_role("link", name="Twee regels").wait_for()
    finally:
        process.terminate()
        process.wait()
    page.goto("about:blank")
    page.said.clear()  # the page missed its server
    process, url = start(own_folder, REGIOMONITOR_EDIT="1")
    try:
        visit(page, f"{url}/wat-als")
        page.get_by_role("link", name="Twee regels").click()
        page.wait_for_url(re.compile("a=d280"))
        page.wait_for_function("document.querySelectorAll('.rm-scenarios > li').length === 3")
        assert page.said == []
    finally:
        process.terminate()
        process.wait()
