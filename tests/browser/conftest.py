"""A dashboard in a folder of its own, and a Chromium to look at it."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start(folder: Path, **environment: str) -> tuple[subprocess.Popen, str]:
    """Start the dashboard on the databases in a folder; return the process and its address."""
    port = free_port()
    command = [str(Path(sys.executable).parent / "streamlit"), "run", "app.py", "--server.port", str(port)]
    known = os.environ | {"REGIOMONITOR_DATA": str(folder)} | environment
    known.pop("REGIOMONITOR_DATABASE", None)
    with (folder / "server.log").open("w") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=known, stdout=log, stderr=log)
    for _ in range(300):
        try:
            urllib.request.urlopen(f"http://localhost:{port}/_stcore/health", timeout=1).read()
            return process, f"http://localhost:{port}"
        except OSError:
            time.sleep(0.1)
    process.kill()
    raise TimeoutError((folder / "server.log").read_text())


@pytest.fixture(scope="session")
def chromium():
    """A browser for the whole run."""
    if CHROMIUM is None:
        pytest.skip("chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory):
    """A data folder with the sample database that `make install` built."""
    built = ROOT / "data" / "sample.duckdb"
    if not built.exists():
        pytest.skip("the sample database is not built; run make install")
    folder = tmp_path_factory.mktemp("browser")
    shutil.copy(built, folder)
    return folder


@pytest.fixture(scope="session")
def address(sample_folder):
    """The address of a dashboard that shows the sample data."""
    process, url = start(sample_folder)
    yield url
    process.terminate()
    process.wait()


@pytest.fixture
def page(chromium):
    """A page of a new visitor with a Dutch browser; what the console says is in `page.said`."""
    context = chromium.new_context(viewport={"width": 1280, "height": 720}, locale="nl-NL")
    page = context.new_page()
    page.said = []
    page.on("console", lambda message: page.said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: page.said.append(str(error)))
    yield page
    context.close()
