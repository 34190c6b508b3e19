"""What the pages know of the promises: their states now, the filters on them, and what to call them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from metrics.commitments import Counted, State, states, tally
from metrics.disclosure import LIMIT
from metrics.shown import ShownStanding
from reference.dutch import LABELS, date_short, plural
from reference.load import Commitment
from reference.promises import AGREEMENT_OF, measured, named, promisers, shared
from storage.database import Database
from storage.register_log import Change, changes
from ui.access import database, default_date
from ui.view import as_shown, date_text, goal, standings
from ui.words import is_word

ALL = "Alle"
UNKNOWN = ("geen bewijs", "geen getal")
PILLARS = {
    "LSA-1 garantiebanen": ("Garantiebanen",),
    "LSA-2 schooluitval": ("Stages en schooluitval",),
    "LSA-3 MVO": ("Maatschappelijk ondernemen",),
    "LSA-borging": ("Samenwerking en borging",),
    "Werkbedrijf": ("Werkbedrijf",),
    "Haarlem-2017": ("Participatie in Haarlem",),
    "RAA-1 uitkering naar werk": ("Van uitkering naar werk",),
    "RAA-2 werk naar werk": ("Van werk naar werk",),
    "RAA-4 werkgelegenheid": ("Werkgelegenheid",),
    "RAA-1/2": ("Van uitkering naar werk", "Van werk naar werk"),
    "RAA: alle vier": (
        "Van uitkering naar werk", "Van werk naar werk", "Van onderwijs naar werk", "Werkgelegenheid",
    ),
    "RAA-addendum": ("Haarlems addendum",),
}  # fmt: skip


@dataclass(frozen=True)
class Choice:
    """The filters: codes of agreement and party, name of a pillar, a status; None means all."""

    agreement: str | None = None
    party: str | None = None
    pillar: str | None = None
    status: str | None = None

    def holds(self, one: State) -> bool:
        """Whether a promise passes all filters."""
        stated = one.commitment
        return (
            self.agreement in (None, agreement_of(stated))
            and (self.party is None or self.party in (*named(stated), *shared(stated)))
            and (self.pillar is None or self.pillar in PILLARS[stated.pillar])
            and self.status in (None, one.status)
        )


def current() -> dict[str, State]:
    """Return key to state of every promise as known now; the same object until the data changes."""
    data = database()
    return _current(data.identity, data.version, date.today(), data)


def stated_changes() -> list[Change]:
    """Return every change that people stated or delivered, oldest first."""
    data = database()
    return _changes(data.identity, data.version, data)


def passing(found: Mapping[str, State], choice: Choice) -> list[State]:
    """Return the promises that pass the filters, in the order of the register."""
    return [one for one in found.values() if choice.holds(one)]


def agreement_of(one: Commitment) -> str:
    """Return the code of the agreement that a promise belongs to."""
    return AGREEMENT_OF[one.document]


def agreement_names() -> dict[str, str]:
    """Return code to name of the agreements with promises, in the order of the documents."""
    return {code: _capital(LABELS["agreement"][code]) for code in dict.fromkeys(AGREEMENT_OF.values())}


def party_names() -> dict[str, str]:
    """Return code to name of every party with a page of its own."""
    own = {code: one for code, one in promisers().items() if not one.members or code == "klankbordgroep"}
    return {code: _capital(one.name) for code, one in own.items()}


def pillar_names() -> list[str]:
    """Return the names of all pillars, in the order of the documents."""
    return list(dict.fromkeys(name for names in PILLARS.values() for name in names))


def finding(found: Sequence[State], whose: str = "de {} toezeggingen") -> str:
    """Return as one sentence of how many it is known what became of them."""
    counts, total = tally(found), len(found)
    unknown = sum(counts[status] for status in UNKNOWN)
    text = f"Van {counts['gedaan']} van {whose.format(total)} is bekend dat ze zijn gedaan"
    if unknown:
        text += f"; van {unknown} is niet vast te stellen wat ervan kwam"
    return text


def counts_text(found: Iterable[State]) -> str:
    """Return "3 gedaan, 1 loopt, 5 geen bewijs"; statuses that none has are left out."""
    return ", ".join(f"{count} {status}" for status, count in tally(found).items() if count)


def period_of(one: Commitment) -> str:
    """Return the period of a promise in short dates."""
    if one.period_end is None:
        return f"vanaf {date_short(one.period_start)}, zonder einddatum"
    return f"{date_short(one.period_start)} – {date_short(one.period_end)}"


def changed_text(one: State) -> str:
    """Return when and by whom a promise was last changed."""
    if one.changed_at is None:
        return "nog niet gewijzigd"
    return f"{date_short(one.changed_at.date())}, {one.changed_by}"


def promises_text(count: int) -> str:
    """Return "1 toezegging" or "9 toezeggingen"."""
    return f"{count} {plural(count, 'toezegging', 'toezeggingen')}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _counted() -> dict[str, Counted]:
    """Return per target what the rows say of it, as screens may show it; nothing without data."""
    as_of = default_date()
    if as_of is None:
        return {}
    keys = [key for key in dict.fromkeys(one.target for one in measured().values()) if key != "T-WB-02"]
    return {one.target.key: Counted(_status(one), _sentence(one)) for one in standings(keys, as_of)}


def _status(one: ShownStanding) -> str:
    """A number of an earlier day may have grown by less than the limit: then missing it is no certainty."""
    shown, aim = one.number, one.progress.target_value
    if one.progress.status != "niet gehaald" or shown is None or shown.as_of >= one.as_of:
        return one.progress.status
    lags = shown.state != "shown" or shown.value + LIMIT > aim
    return "onzeker" if lags else one.progress.status


def _sentence(one: ShownStanding) -> str:
    shown, aim = as_shown(one.number), goal(one.target)
    if one.number is None or aim is None:
        return ""
    unit = one.metric.unit if one.metric else one.target.unit
    amount = shown.text if is_word(shown) else f"{shown.text} van {aim.text} {unit}"
    return f"Geteld in de aangeleverde rijen: {amount}, {date_text(one)}."


@st.cache_resource(show_spinner=False, max_entries=4)
def _current(identity: str, version: int, today: date, _data: Database) -> dict[str, State]:
    return states(_data, _counted(), today)


@st.cache_resource(show_spinner=False, max_entries=4)
def _changes(identity: str, version: int, _data: Database) -> list[Change]:
    return changes(_data)
