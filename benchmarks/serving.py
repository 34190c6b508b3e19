"""The server's own share: a rerun of the overview, and the start of the product."""

from __future__ import annotations

import os
import signal
import socket
import statistics
import subprocess
import time
from pathlib import Path

from streamlit.testing.v1 import AppTest

from benchmarks.browsing import ROOT, wait_until_healthy

DATES = ("30 november 2015", "31 oktober 2015", "30 september 2015", "31 augustus 2015", "31 juli 2015")


def rerun_seconds(data: Path) -> float:
    """Return the median seconds that the server takes to rerun the overview for another reference date."""
    os.environ["REGIOMONITOR_DATA"] = str(data)
    page = AppTest.from_file(str(ROOT / "ui" / "frame.py"), default_timeout=60).run()
    taken = []
    for chosen in ("31 december 2015", *DATES):
        start = time.perf_counter()
        page.selectbox(key="peildatum").select(chosen).run()
        taken.append(time.perf_counter() - start)
    assert not page.exception, page.exception
    return statistics.median(taken[1:])


def start_seconds() -> float:
    """Return the seconds from `make run` to healthy, once installed."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        ["make", "run", f"PORT={port}"], cwd=ROOT, stdout=subprocess.DEVNULL, start_new_session=True
    )
    try:
        return wait_until_healthy(port)
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait()
