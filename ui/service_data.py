"""The filters of Dienstverlening and its numbers, kept per data version."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from metrics.participation_talks import delivered_until
from metrics.service import CLOCKS, STARTS, Offered, Question, Timed, offered, span, timed
from metrics.service_cohorts import Cohort, cohorts
from reference.dutch import date_short
from reference.load import targets
from storage.database import Database
from ui import filters
from ui.access import database

NORM = targets()["T-LSA-08"]
HOURS = int(NORM.at_most)
CLOCK_NAMES = {
    "Kalenderuren": "kalenderuren",
    "Uren op werkdagen": "uren-op-werkdagen",
    "Werkuren (9–17 uur)": "werkuren",
}
START_NAMES = {"Bij het openen": "geopend", "De volgende werkdag": "volgende-werkdag"}
ALL_YEARS = "Alle jaren"
_ABOUT_CLOCK = (
    "De bron zegt niet welke uren tellen. Kalenderuren: dag en nacht. Uren op werkdagen: 24 uur per dag, van "
    "maandag tot en met vrijdag. Werkuren: maandag tot en met vrijdag van 9 tot 17 uur; 72 uur is dan negen "
    "werkdagen. Feestdagen tellen als gewone dagen."
)
_ABOUT_START = "De bron zegt niet wanneer de klok begint."
_ABOUT_PERIOD = "Wanneer de vacature werd geopend: in de looptijd van het akkoord, in één jaar of altijd."


@dataclass(frozen=True)
class Chosen:
    """What the filters ask; `as_of` is the reference date, `spoken` the period in words.

    The question's own date is earlier where vacancies were delivered up to an earlier day.
    """

    question: Question
    as_of: date
    spoken: str
    all_years: bool

    def read(self, clock: str, begins: str) -> Question:
        """Return the same question with another reading of the norm."""
        asked = self.question
        return Question(asked.start, asked.end, asked.as_of, clock, begins, asked.norm)


def asked() -> Chosen | None:
    """Ask for date, period and reading of the norm; None (with nothing drawn) without any data."""
    data = database()
    first, last, until = _span(data.identity, data.version, data)
    as_of = filters.reference_date() or until
    if as_of is None:
        return None
    years = range(as_of.year, (first or as_of).year - 1, -1)
    periods = {filters.TERM: (NORM.start, NORM.end)} | {
        str(year): (date(year, 1, 1), date(year, 12, 31)) for year in years
    } | {ALL_YEARS: (first or as_of, as_of)}  # fmt: skip
    in_term = first is None or (first <= NORM.end and last >= NORM.start)
    name = st.selectbox("Periode", list(periods), index=0 if in_term else len(periods) - 1, key="periode",
                        bind="query-params", help=_ABOUT_PERIOD)  # fmt: skip
    clock = _choose("Welke uren", CLOCK_NAMES, "uren", _ABOUT_CLOCK)
    begins = _choose("De klok begint", START_NAMES, "klok", _ABOUT_START)
    known, (start, end) = min(as_of, until or as_of), periods[name]
    end = min(end, known)
    closing = f" tot en met {date_short(end)}" if start <= end else ""
    spoken = f"geopend vanaf {date_short(start)}{closing}"
    return Chosen(Question(start, end, known, clock, begins, HOURS), as_of, spoken, name == ALL_YEARS)


def outcomes(question: Question) -> Sequence[Timed]:
    """Return the outcomes of the vacancies per month and channel."""
    data = database()
    return _timed(data.identity, data.version, _key(question), data)


def vacancies(question: Question) -> Sequence[Offered]:
    """Return the states and instruments of the vacancies per channel."""
    data = database()
    return _offered(data.identity, data.version, _key(question), data)


def placed() -> tuple[Sequence[Cohort], date | None]:
    """Return the cohorts of placements, and the last day that was delivered of them."""
    data = database()
    return _cohorts(data.identity, data.version, data)


def _choose(label: str, names: dict[str, str], key: str, about: str) -> str:
    return names[st.selectbox(label, list(names), key=key, bind="query-params", help=about)]


def _key(question: Question) -> tuple:
    if question.clock not in CLOCKS or question.begins not in STARTS:
        raise ValueError(question)
    return tuple(vars(question).values())


@st.cache_data(show_spinner=False, max_entries=8)
def _span(identity: str, version: int, _data: Database) -> tuple[date | None, date | None, date | None]:
    return *span(_data), delivered_until(_data, "vacancy")


@st.cache_data(show_spinner=False, max_entries=128)
def _timed(identity: str, version: int, key: tuple, _data: Database) -> list[Timed]:
    return timed(_data, Question(*key))


@st.cache_data(show_spinner=False, max_entries=64)
def _offered(identity: str, version: int, key: tuple, _data: Database) -> list[Offered]:
    return offered(_data, Question(*key))


@st.cache_data(show_spinner=False, max_entries=8)
def _cohorts(identity: str, version: int, _data: Database) -> tuple[list[Cohort], date | None]:
    return cohorts(_data), delivered_until(_data, "placement")
