"""How complete the delivered rows are: the share of unknown values per kind of delivery."""

from __future__ import annotations

from dataclasses import dataclass

from metrics.disclosure import LIMIT
from storage.database import Database

# Below this number of rows a percentage says little and points at people.
FEWEST_ROWS = 20

_QUESTIONS = {
    "placement": {
        "uren per week": "hours_low = 0 AND hours_high = 40",
        "doelgroepregister": "in_register IS NULL",
        "sector": "sector IS NULL",
        "woongemeente": "municipality_home IS NULL",
    },
    "internship": {
        "uren per week": "hours_low = 0 AND hours_high = 40",
        "leerweg": "track IS NULL",
        "gemeente": "municipality_work IS NULL AND municipality_home IS NULL",
    },
}


@dataclass(frozen=True)
class Unknown:
    """The share (0 to 1) of the rows of one kind in which something is unknown.

    `share` is None with fewer than 20 rows; `few` is True for 1 to 4 such rows, and then `share` is the upper
    end: the share of one row less than the limit.
    """

    kind: str
    subject: str
    share: float | None
    few: bool


def unknown_shares(database: Database) -> list[Unknown]:
    """Return how much is unknown in the active deliveries, kind by kind; nothing for a kind without rows."""
    return [one for kind in _QUESTIONS for one in _of_kind(database, kind)]


def _of_kind(database: Database, kind: str) -> list[Unknown]:
    questions = _QUESTIONS[kind]
    counts = ", ".join(f"count(*) FILTER ({test})" for test in questions.values())
    # The views leave out renewals, so the delivered rows themselves are counted here.
    sql = (
        f"SELECT count(*) AS n, [{counts}] AS unknown FROM {kind} "
        "WHERE delivery_id IN (SELECT delivery_id FROM delivery_validity WHERE known_until IS NULL)"
    )
    row = database.query(sql).to_pylist()[0]
    if not row["n"]:
        return []
    pairs = zip(questions, row["unknown"], strict=True)
    return [_answer(kind, subject, unknown, row["n"]) for subject, unknown in pairs]


def _answer(kind: str, subject: str, unknown: int, rows: int) -> Unknown:
    few = 0 < unknown < LIMIT
    share = (LIMIT - 1 if few else unknown) / rows
    return Unknown(kind, subject, share if rows >= FEWEST_ROWS else None, few)
