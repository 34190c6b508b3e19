"""What a visitor waits for, in Chromium."""

from __future__ import annotations

import os
import shutil
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.measure import resident_megabytes

ROOT = Path(__file__).parents[1]
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PAINTED = "document.querySelectorAll('.js-plotly-plot .main-svg .trace, .rm-picture, .rm-bar').length"
HEADING = "document.querySelector('h1')?.textContent ?? ''"


@contextmanager
def server(data: Path) -> Iterator[tuple[str, int]]:
    """Run the dashboard on the sample database in a folder; give its address and process number."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [str(Path(sys.executable).parent / "streamlit"), "run", "app.py", "--server.port", str(port)]
    environment = os.environ | {"REGIOMONITOR_DATA": str(data)}
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    try:
        wait_until_healthy(port)
        yield f"http://localhost:{port}", process.pid
    finally:
        process.terminate()
        process.wait()


def wait_until_healthy(port: int, patience: float = 30) -> float:
    """Return the seconds until the server says that it is healthy."""
    start = time.perf_counter()
    while time.perf_counter() - start < patience:
        try:
            urllib.request.urlopen(f"http://localhost:{port}/_stcore/health", timeout=1).read()
            return time.perf_counter() - start
        except OSError:
            time.sleep(0.05)
    raise TimeoutError("the server did not become healthy")


@contextmanager
def chromium() -> Iterator[Browser]:
    """Run a headless Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        yield browser
        browser.close()


def first_visit(browser: Browser, address: str) -> tuple[float, float]:
    """Return seconds until six charts are painted in a cold browser, and MB over the wire."""
    context = browser.new_context(viewport={"width": 1280, "height": 720}, locale="nl-NL")
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    received = []
    session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    start = time.perf_counter()
    page.goto(address)
    page.wait_for_function(
        f"{PAINTED} >= 6 && document.querySelectorAll('.js-plotly-plot .trace').length > 0"
    )
    taken = time.perf_counter() - start
    page.wait_for_timeout(500)
    context.close()
    return taken, sum(received) / 1e6


def filter_change(page: Page, option: str) -> float:
    """Return the seconds from choosing another reference date to the repainted page."""
    before = page.evaluate(f"{HEADING} + (document.querySelector('.rm-cards')?.textContent ?? '')")
    page.get_by_role("combobox", name="Peildatum").fill(option)
    page.get_by_role("option", name=option, exact=True).wait_for()
    start = time.perf_counter()
    page.keyboard.press("Enter")
    page.wait_for_function(
        f"before => ({HEADING} + (document.querySelector('.rm-cards')?.textContent ?? '')) !== before",
        arg=before,
    )
    page.wait_for_function("!document.querySelector('[data-stale=true]')")
    return time.perf_counter() - start


def browse(data: Path) -> dict[str, float]:
    """Return what browsing the overview costs on the database in a folder."""
    with server(data) as (address, pid), chromium() as browser:
        first_visit(browser, address)
        visits = [first_visit(browser, address) for _ in range(5)]
        page = browser.new_page(viewport={"width": 1280, "height": 720}, locale="nl-NL")
        page.goto(address)
        page.wait_for_function(f"{PAINTED} >= 6")
        page.wait_for_timeout(1500)
        dates = [
            "30 november 2015",
            "31 oktober 2015",
            "30 september 2015",
            "31 augustus 2015",
            "31 juli 2015",
        ]
        changes = [filter_change(page, option) for option in dates]
        open_pages = [browser.new_context().new_page() for _ in range(10)]
        for one in open_pages:
            one.goto(address)
            one.wait_for_function(f"{PAINTED} >= 6")
        return {
            "first visit, six charts (s)": statistics.median(seconds for seconds, _ in visits),
            "first visit over the wire (MB)": statistics.median(size for _, size in visits),
            "filter change, click to paint (s)": statistics.median(changes),
            "server memory after ten visitors (MB)": resident_megabytes(pid),
        }
