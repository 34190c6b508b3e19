"""The filters of Participatie and its numbers, kept per data version; all that leaves here is disclosed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import streamlit as st

from metrics.disclosure import Disclosed
from metrics.participation import Caseload, caseload, grouped_dates, places, reference_dates
from metrics.participation_counts import year_before
from metrics.participation_money import Money, money
from metrics.participation_paths import Paths, paths
from metrics.participation_talks import Talks, delivered_until, talks
from metrics.participation_work import work
from reference.dutch import date_long
from reference.load import dutch_municipalities, targets
from storage.database import Database
from ui.access import database

HAARLEM = "GM0392"
START = targets()["T-H17-01"].start  # the project began then; talks and trajectories count from that day

ABOUT_DATES = (
    "De dagen waarvan een stand van het klantenbestand is geleverd. Eerst staat er de laatste met "
    "klantgroepen."
)
ABOUT_EARLIER = "De eerdere stand waarmee de klantgroepen worden vergeleken."


@dataclass(frozen=True)
class Choice:
    """What the filters ask: municipality (code and name), reference date, and the day to compare with."""

    code: str
    name: str
    as_of: date
    earlier: date | None

    @property
    def is_haarlem(self) -> bool:
        """Whether the strategy of 2017 is about this municipality."""
        return self.code == HAARLEM


def asked() -> Choice | None:
    """Ask for municipality and dates; return the choice, or None (with nothing drawn) without clients."""
    data = database()
    days, grouped, codes = _offered(data.identity, data.version, data)
    if not days:
        return None
    names = {dutch_municipalities().get(code, code): code for code in {HAARLEM: None, **dict.fromkeys(codes)}}
    name = st.selectbox(
        "Gemeente", sorted(names), index=sorted(names).index(dutch_municipalities()[HAARLEM]), key="gemeente",
        bind="query-params", help="De strategie is van Haarlem. Andere gemeenten tonen hun eigen cijfers.",
    )  # fmt: skip
    as_of = _day("Peildatum", "peildatum", days, (grouped or days)[-1], ABOUT_DATES)
    code = names[name]
    last = clients(code).last(as_of, "client_group")
    before = [day for day in clients(code).dates("client_group") if last and day < last]
    earlier = None
    if before:
        default = max((day for day in before if day <= year_before(last)), default=before[0])
        earlier = _day("Vergelijken met", "vergelijken", before, default, ABOUT_EARLIER)
    return Choice(code, name, as_of, earlier)


def clients(code: str) -> Caseload:
    """Return the counts of clients of a municipality."""
    data = database()
    return _clients(data.identity, data.version, code, data)


def spoken(chosen: Choice) -> Talks | None:
    """Return the talks up to the reference date, or as far as they were delivered; None without any."""
    data = database()
    return _spoken(data.identity, data.version, chosen.code, chosen.as_of, data)


def followed(chosen: Choice) -> Paths | None:
    """Return the trajectories up to the reference date, or as far as delivered; None without any."""
    data = database()
    return _followed(data.identity, data.version, chosen.code, chosen.as_of, data)


def placed(chosen: Choice) -> dict[str, tuple[Disclosed, Disclosed]]:
    """Return per kind of work how many placements began since the project began, and how many still run."""
    data = database()
    return _placed(data.identity, data.version, chosen.code, chosen.as_of, data)


def spending(chosen: Choice | None) -> list[Money]:
    """Return the money per year of a municipality; of Haarlem where none is chosen."""
    data = database()
    return _spending(data.identity, data.version, chosen.code if chosen else HAARLEM, data)


def _day(label: str, key: str, days: list[date], default: date, about: str) -> date:
    options = {date_long(day): day for day in reversed(days)}
    first = list(options).index(date_long(default))
    return options[st.selectbox(label, list(options), index=first, key=key, bind="query-params", help=about)]


@st.cache_data(show_spinner=False, max_entries=8)
def _offered(identity: str, version: int, _data: Database) -> tuple[list[date], list[date], list[str]]:
    return reference_dates(_data), grouped_dates(_data), places(_data)


@st.cache_resource(show_spinner=False, max_entries=32)
def _clients(identity: str, version: int, code: str, _data: Database) -> Caseload:
    return caseload(_data, code)


@st.cache_data(show_spinner=False, max_entries=128)
def _spoken(identity: str, version: int, code: str, as_of: date, _data: Database) -> Talks | None:
    until = delivered_until(_data, "talk")
    return talks(_data, code, START, min(as_of, until)) if until else None


@st.cache_data(show_spinner=False, max_entries=128)
def _followed(identity: str, version: int, code: str, as_of: date, _data: Database) -> Paths | None:
    until = delivered_until(_data, "trajectory")
    return paths(_data, code, START, min(as_of, until)) if until else None


@st.cache_data(show_spinner=False, max_entries=128)
def _placed(
    identity: str, version: int, code: str, as_of: date, _data: Database
) -> dict[str, tuple[Disclosed, Disclosed]]:
    until = delivered_until(_data, "placement")
    return work(_data, code, START, min(as_of, until)) if until else {}


@st.cache_data(show_spinner=False, max_entries=32)
def _spending(identity: str, version: int, code: str, _data: Database) -> list[Money]:
    return money(_data, code)
