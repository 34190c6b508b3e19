"""Pages as a visitor sees them, on a database that the test fills itself."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import streamlit as st
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from storage.database import Database
from tests.builders import provenance, table
from ui.access import OWN, library

FRAME = Path(__file__).parents[2] / "ui" / "frame.py"


@cache
def _registered_pages() -> object:
    """A page's address may differ from its file name: only a run knows, and it would drop the filters."""
    return AppTest.from_file(str(FRAME), default_timeout=60).run()._registered_pages


@pytest.fixture(autouse=True)
def no_components(monkeypatch: pytest.MonkeyPatch) -> None:
    """Streamlit looks through every installed package for components before each run; there are none."""
    monkeypatch.setattr(manifest_scanner, "scan_component_manifests", list)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The data folder of the server under test: empty, and forgotten afterwards."""
    monkeypatch.setenv("REGIOMONITOR_DATA", str(tmp_path))
    monkeypatch.delenv("REGIOMONITOR_DATABASE", raising=False)
    _forget()
    yield tmp_path
    for opened in library().shelf.values():
        opened.close()
    _forget()


@pytest.fixture
def fill(folder: Path) -> Callable[..., None]:
    """Call it with rows (as in tests/builders) to make them the data that the pages show.

    Other keywords change the deliveries' origin; without rows the database is there and empty. The period
    that the deliveries cover is 2015 and 2016 unless said otherwise.
    """

    def filled(placements: list[dict] = (), internships: list[dict] = (), **changes) -> None:
        period = {"period_start": date(2015, 1, 1), "period_end": date(2016, 12, 31)}
        database = Database.open(folder / "sample.duckdb")
        for kind, rows in (("placement", placements), ("internship", internships)):
            if rows:
                database.deliver(kind, table(kind, rows), provenance(**(period | changes)))
        database.close()

    return filled


@pytest.fixture
def visit(folder: Path) -> Callable[..., AppTest]:
    """Call it with a page ("overzicht") and filters (peildatum="31 december 2016") to open that address."""

    def opened(page: str, **filters: str) -> AppTest:
        app = AppTest.from_file(str(FRAME), default_timeout=60)
        app._registered_pages = _registered_pages()
        for name, value in filters.items():
            app.query_params[name] = value
        return app.switch_page(f"../pages/{page}.py").run()

    return opened


@pytest.fixture
def own(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The path of one's own database, on a server that may change it."""
    monkeypatch.setenv("REGIOMONITOR_EDIT", "1")
    (folder / "keuze").write_text(OWN, encoding="utf-8")
    return folder / "regiomonitor.duckdb"


@pytest.fixture
def analyst(own: Path, visit: Callable[..., AppTest]) -> Callable[..., AppTest]:
    """Call it to open Gegevens with one's own database, as Anna."""

    def opened(**address: str) -> AppTest:
        app = visit("gegevens", **address)
        names = [one for one in app.text_input if one.key == "uw-naam"]
        return names[0].set_value("Anna").run() if names else app

    return opened


def text_of(app: AppTest) -> str:
    """Return all text and HTML of a page, for a test to search in."""
    parts = [*(one.value for one in app.title), *(one.value for one in app.header)]
    parts += [one.value for one in (*app.subheader, *app.caption, *app.markdown)]
    return "\n".join([*parts, *(one.proto.body for one in app.get("html"))])


def _forget() -> None:
    st.cache_resource.clear()
    st.cache_data.clear()
