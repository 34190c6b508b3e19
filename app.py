"""The server: one ASGI app around ui/frame.py with compression, Dutch pages and security headers.

`streamlit run app.py`; the script is ui/frame.py because a folder `pages/` beside the script that
calls st.navigation would make a first deep link run the page alone, without the frame.
"""

import logging
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

from ui.inbox_server import start_inbox
from ui.server import DutchPage, SecurityHeaders, warm_up
from ui.upload_gate import UploadGate

log = logging.getLogger("regiomonitor")


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Import and count what every first visitor needs beside the start, not before it; watch the inbox."""
    threading.Thread(target=warm_up, name="warm-up", daemon=True).start()
    stopped = threading.Event()
    watcher = start_inbox(stopped)
    try:
        yield
    finally:
        stopped.set()
        if watcher:
            watcher.join(timeout=5)


def on_script_error(error: Exception) -> bool:
    """Show a calm Dutch sentence; the log gets the place of the error and no data."""
    where = error.__traceback__
    while where and where.tb_next:
        where = where.tb_next
    place = f"{where.tb_frame.f_code.co_filename}:{where.tb_lineno}" if where else "onbekend"
    log.error("%s in %s", type(error).__name__, place)
    st.html(
        '<div class="rm-empty"><p class="rm-empty-title">Deze pagina lukt nu niet.</p>'
        "<p>Ververs de pagina. Blijft het misgaan, geef dan door wat u aan het doen was.</p></div>"
    )
    return True


app = st.App(
    Path(__file__).parent / "ui" / "frame.py",
    lifespan=lifespan,
    middleware=[
        Middleware(SecurityHeaders),
        Middleware(UploadGate),
        Middleware(GZipMiddleware, minimum_size=1024),
        Middleware(DutchPage),
    ],
    on_script_error=on_script_error,
)
