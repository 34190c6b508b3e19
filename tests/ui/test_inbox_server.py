"""The server's inbox loads into one's own database, whichever shows, and says so on Gegevens."""

import threading

import pytest

from storage.database import Database
from tests.builders import filled
from ui import access
from ui.access import OWN, SAMPLE, Library
from ui.inbox_server import inbox_words, own_database, start_inbox

GOOD = "Startdatum;Woongemeente\n1-2-2015;Haarlem\n2-2-2015;Velsen\n"


@pytest.fixture
def server(tmp_path, monkeypatch):
    """A server with an inbox and an empty sample; returns its library."""
    books = Library()
    monkeypatch.setattr("ui.inbox_server.library", lambda: books)
    monkeypatch.setenv("REGIOMONITOR_DATA", str(tmp_path))
    monkeypatch.delenv("REGIOMONITOR_DATABASE", raising=False)
    monkeypatch.setenv("REGIOMONITOR_INBOX", str(tmp_path / "postvak"))
    monkeypatch.setenv("REGIOMONITOR_EDIT", "0")  # the inbox is the operator's, not the visitor's
    (tmp_path / "postvak").mkdir()
    Database.open(tmp_path / "sample.duckdb").close()
    yield books
    for opened in books.shelf.values():
        opened.close()


@pytest.mark.parametrize("choice", [SAMPLE, OWN])
def test_a_file_in_the_inbox_comes_into_ones_own_database(server, tmp_path, choice):
    (tmp_path / "keuze").write_text(choice)
    showing, stopped = server.open(), threading.Event()
    (tmp_path / "postvak" / "WSP 2015.csv").write_text(GOOD)
    watcher = start_inbox(stopped)
    for _ in range(300):
        if (tmp_path / "postvak" / "verwerkt" / "WSP 2015.csv").exists():
            break
        stopped.wait(0.1)
    stopped.set()
    watcher.join(10)
    with own_database() as own:
        assert [one.supplier for one in own.deliveries()] == ["wsp"]
        assert "kwam er 1 levering binnen" in inbox_words(own)
        assert (own is showing) == (choice == OWN)
    assert len(showing.deliveries()) == (choice == OWN)  # the sample stays as it was, and open


def test_a_server_without_an_inbox_watches_nothing(monkeypatch, tmp_path):
    monkeypatch.delenv("REGIOMONITOR_INBOX", raising=False)
    assert start_inbox(threading.Event()) is None
    assert inbox_words(filled(tmp_path, [{}])) is None


def test_what_was_refused_is_told(server, tmp_path):
    refused = tmp_path / "postvak" / "geweigerd"
    refused.mkdir()
    for name in ("a.csv", "a.csv.json", "a.csv.txt"):
        (refused / name).write_text("")
    with own_database() as own:
        words = inbox_words(own)
    assert words.startswith("De laatste twee weken kwam er niets binnen. In de map geweigerd ligt 1 bestand")


def test_beside_the_sample_ones_own_database_is_closed_again_for_the_shell(server):
    with own_database() as own:
        path = own.path
    Database.open(path).close()
    assert access.own_path() == path
