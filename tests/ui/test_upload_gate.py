"""A server that takes no files refuses them at the door."""

from contextlib import suppress

import pytest

from ui import upload_gate
from ui.upload_gate import UploadGate

UPLOAD = "/_stcore/upload_file/session/file"


def answer(monkeypatch, edit, sample, method="PUT", path=UPLOAD):
    """Return the status of a request, 200 when it reached the application behind the gate."""
    monkeypatch.setattr(upload_gate, "may_edit", lambda: edit)
    monkeypatch.setattr(upload_gate, "shows_sample", lambda: sample)
    seen = []

    async def application(scope, receive, send):
        seen.append(200)

    async def send(message):
        seen.append(message.get("status"))

    # Nothing here waits, so one step runs it all; a browser in another test may hold the event loop.
    with suppress(StopIteration):
        UploadGate(application)({"type": "http", "method": method, "path": path}, None, send).send(None)
    return seen[0]


@pytest.mark.parametrize(
    ("edit", "sample", "status"), [(True, False, 200), (True, True, 403), (False, False, 403)]
)
def test_files_pass_only_to_ones_own_database_on_a_server_that_may_edit(monkeypatch, edit, sample, status):
    assert answer(monkeypatch, edit, sample) == status


def test_everything_else_passes(monkeypatch):
    assert answer(monkeypatch, False, True, "GET", "/") == 200
    assert answer(monkeypatch, False, True, "DELETE") == 200
