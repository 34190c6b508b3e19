"""What stands between the browser and the pages: Dutch HTML, security headers, warm-up."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, MutableMapping
from contextlib import suppress
from typing import Any

import streamlit as st

from storage.errors import StorageError

log = logging.getLogger("regiomonitor")
Message = MutableMapping[str, Any]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[MutableMapping[str, Any], Callable[[], Awaitable[Message]], Send], Awaitable[None]]

# Everything comes from this server. Streamlit needs inline style and script, Plotly needs eval and blob.
_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self' ws: wss:; worker-src 'self' blob:; "
    "frame-ancestors 'self'; base-uri 'self'; form-action 'self'; object-src 'none'"
)
_HEADERS = [
    (b"content-security-policy", _POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
]
_METRICS_PATH = "/_stcore/metrics"
_OF_THE_OLD_BODY = (b"content-length", b"etag", b"last-modified")


class SecurityHeaders:
    """Adds security headers to every answer, and keeps the engine's own statistics inside."""

    def __init__(self, app: Application) -> None:
        self._app = app

    async def __call__(self, scope, receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if scope["path"].rstrip("/").endswith(_METRICS_PATH):
            await send({"type": "http.response.start", "status": 404, "headers": []})
            await send({"type": "http.response.body", "body": b""})
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message.get("headers", []), *_HEADERS]}
            await send(message)

        await self._app(scope, receive, with_headers)


class DutchPage:
    """Says lang="nl" in the HTML page, which Streamlit writes in English.

    It also tells the page where the server is; else a deep link first asks below its own address, in vain.
    """

    def __init__(self, app: Application) -> None:
        self._app = app

    async def __call__(self, scope, receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        start: Message | None = None
        body = b""

        async def translate(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start":
                if not _is_page(message):
                    await send(message)
                    return
                start = message
            elif start is None:
                await send(message)
            else:
                body += message.get("body", b"")
                if not message.get("more_body"):
                    await _send_dutch(start, body, send)

        # Plain from within, so that the text can be changed; the layer outside compresses it.
        headers = [(key, value) for key, value in scope["headers"] if key != b"accept-encoding"]
        await self._app({**scope, "headers": headers}, receive, translate)


async def _send_dutch(start: Message, body: bytes, send: Send) -> None:
    body = body.replace(b'<html lang="en">', b'<html lang="nl">', 1)
    body = body.replace(b"<title>Streamlit</title>", b"<title>Regiomonitor Arbeidsmarkt</title>", 1)
    base = str(st.get_option("server.baseUrlPath")).strip("/")
    home = f'<script>window.__streamlit={{BACKEND_BASE_URL:window.location.origin+"/{base}"}}</script>'
    body = body.replace(b"<head>", b"<head>" + home.encode(), 1)
    headers = [(key, value) for key, value in start["headers"] if key.lower() not in _OF_THE_OLD_BODY]
    await send({**start, "headers": [*headers, (b"content-length", str(len(body)).encode())]})
    await send({"type": "http.response.body", "body": body})


def _is_page(message: Message) -> bool:
    kinds = [value for key, value in message.get("headers", []) if key.lower() == b"content-type"]
    return any(kind.startswith(b"text/html") for kind in kinds)


def warm_up() -> None:
    """Import what the first page needs and count its numbers, now and after each change of the data."""
    import plotly.graph_objects  # noqa: F401

    from ui.access import library

    known = library()
    with known.lock:
        known.counter = count_ahead
    with suppress(StorageError):
        known.keep_counted(known.open())


def count_ahead() -> None:
    """Count what visitors ask first, so that none of them waits for it."""
    from ui.access import warm_up_numbers
    from ui.what_if_numbers import warm_up_what_if

    try:
        warm_up_numbers()
        warm_up_what_if()
    except Exception as error:  # a page counts for itself, and says so, what could not be counted ahead
        log.warning("%s while counting ahead", type(error).__name__)
