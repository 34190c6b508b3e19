"""Uploads are refused at the door of a server that takes none, before a byte of them is read."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from ui.access import may_edit, shows_sample

_PATH = "/_stcore/upload_file"
_REFUSAL = b"Op deze server kunnen geen bestanden worden geladen."

Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]


class UploadGate:
    """Answers 403 to uploads where `may_edit()` is false or the sample shows: the uploader of a page
    that isn't drawn still has an address, and any open session could send a file there."""

    def __init__(self, app: Callable[..., Awaitable[None]]) -> None:
        self._app = app

    async def __call__(self, scope, receive, send: Send) -> None:
        if not _is_upload(scope) or (may_edit() and not shows_sample()):
            await self._app(scope, receive, send)
            return
        headers = [(b"content-type", b"text/plain; charset=utf-8")]
        await send({"type": "http.response.start", "status": 403, "headers": headers})
        await send({"type": "http.response.body", "body": _REFUSAL})


def _is_upload(scope: MutableMapping[str, Any]) -> bool:
    return scope["type"] == "http" and scope["method"] in ("PUT", "POST") and _PATH in scope["path"]
