"""The data behind the pages: which database shows, its reference dates, its cached numbers."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import streamlit as st

from metrics.calendar import checkpoints, covered_from, covered_until
from metrics.screen import Screen
from reference.load import targets
from storage.database import Database
from storage.errors import StorageError

ROOT = Path(__file__).parents[1]
SAMPLE, OWN = "voorbeeld", "eigen"
_LOCAL = ("localhost", "127.0.0.1", "::1")


def data_folder() -> Path:
    """Return the folder of the sample database and of the choice between sample and own data."""
    return Path(os.environ.get("REGIOMONITOR_DATA") or ROOT / "data")


def own_path() -> Path:
    """Return the path of the database of one's own, as the shell uses it too."""
    return Path(os.environ.get("REGIOMONITOR_DATABASE") or data_folder() / "regiomonitor.duckdb")


@dataclass
class Library:
    """The databases of this server, of which one is open. The choice is the server's and is remembered.

    A database stays the same object when it is left and opened again: cached numbers hold on to it.
    """

    shelf: dict[str, Database] = field(default_factory=dict)
    shown: str | None = None
    lock: threading.RLock = field(default_factory=threading.RLock)
    counter: Callable[[], None] | None = None
    counted: tuple[str, int] | None = None

    @property
    def choice(self) -> str:
        """Return which database is to show."""
        try:
            return (data_folder() / "keuze").read_text(encoding="utf-8").strip()
        except FileNotFoundError:
            return SAMPLE

    def switch(self, choice: str) -> None:
        """Show the sample or one's own database from now on, for every visitor."""
        with self.lock:
            data_folder().mkdir(parents=True, exist_ok=True)
            (data_folder() / "keuze").write_text(choice, encoding="utf-8")
            if self.shown is not None:
                self.shelf[self.shown].close()  # so that the shell may open it
                self.shown = None

    def open(self) -> Database:
        """Return the chosen database. StorageError says in Dutch why it can't be opened."""
        with self.lock:
            choice = self.choice
            if self.shown is None:
                if choice in self.shelf:
                    self.shelf[choice].reopen()
                else:
                    sample = choice == SAMPLE
                    path = data_folder() / "sample.duckdb" if sample else own_path()
                    self.shelf[choice] = Database.open(path, read_only=sample)
                self.shown = choice
            return self.shelf[self.shown]


    def keep_counted(self, data: Database) -> None:
        """Count a new data version beside the pages, once, so that no visitor waits for all of it."""
        version = (data.identity, data.version)
        if self.counter is not None and self.counted != version:
            self.counted = version
            threading.Thread(target=self.counter, name="count", daemon=True).start()


@st.cache_resource(show_spinner=False)
def library() -> Library:
    """Return the library of this server."""
    return Library()


def database() -> Database:
    """Return the database that shows, or stop the page with a Dutch sentence about why there is none."""
    try:
        data = library().open()
        library().keep_counted(data)
        return data
    except StorageError as error:
        st.title("De gegevens zijn niet te openen")
        st.html(f'<div class="rm-empty"><p class="rm-empty-title">{error}</p></div>')
        st.stop()


def shows_sample() -> bool:
    """Return whether the numbers on screen are invented."""
    return library().choice == SAMPLE


def may_edit() -> bool:
    """Return whether this server uploads, undoes, erases and shows rows (REGIOMONITOR_EDIT)."""
    stated = os.environ.get("REGIOMONITOR_EDIT")
    if stated is not None:
        return stated == "1"
    return st.get_option("server.address") in _LOCAL


def reference_dates() -> list[date]:
    """Return the reference dates that pages offer, oldest first; empty without data."""
    data = database()
    return list(_reference_dates(data.identity, data.version, data))


def default_date() -> date | None:
    """Return the last reference date that the main suppliers cover; None without data."""
    data = database()
    return _default_date(data.identity, data.version, data)


def screen(start: date, end: date | None) -> Screen:
    """Return the numbers that may be shown of a period, up to the last reference date."""
    data = database()
    last = default_date() or start
    return _screen(data.identity, data.version, start, max(min(end or last, last), start), data)


@st.cache_data(show_spinner=False, max_entries=8)
def _reference_dates(identity: str, version: int, _data: Database) -> tuple[date, ...]:
    first, last = covered_from(_data), covered_until(_data)
    return checkpoints(first, last) if first and last else ()


@st.cache_data(show_spinner=False, max_entries=8)
def _default_date(identity: str, version: int, _data: Database) -> date | None:
    return covered_until(_data)


@st.cache_resource(show_spinner=False, max_entries=64)
def _screen(identity: str, version: int, start: date, end: date, _data: Database) -> Screen:
    return Screen(_data, start, end)


def warm_up_numbers() -> None:
    """Count the periods of all targets once, and all families of views of the region's own target."""
    data = library().open()
    last = covered_until(data)
    if last is None:
        return
    for target in (one for one in targets().values() if one.metric):
        until = max(min(target.end or last, last), target.start)
        period = _screen(data.identity, data.version, target.start, until, data)
        period.placed("placements", last)
        if target.key == "T-LSA-02":
            period.prepare()
