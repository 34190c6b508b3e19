"""Files that were read and wait for a decision: in the session of one analyst, until they are stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from decimal import Decimal
from typing import Any

import streamlit as st

from data_loaders.origin import Period
from data_loaders.understanding import Cell, Intake

_QUEUE, _OPEN, _COUNTER, _MESSAGES = "import-bestanden", "import-open", "import-teller", "import-meldingen"
IMPORT, STEP = "import", "stap"  # in the address
FIRST, COLUMNS, CHECK, LAST = 1, 2, 3, 4
PAST, PAST_OF_LARGE, LARGE = 30, 3, 100_000  # how many earlier states are kept, and of files with many rows


@dataclass(frozen=True)
class Answers:
    """What the analyst said about a file, in place of what was read in it."""

    supplier: str | None = None
    period: Period | None = None
    kind: str | None = None
    sheets: tuple[str, ...] | None = None
    header_rows: Mapping[str, int] = field(default_factory=dict)
    hours_per_fte: Decimal | None = None
    columns: Mapping[str, str | None] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str | None]] = field(default_factory=dict)
    corrections: Mapping[Cell, str] = field(default_factory=dict)
    omit: frozenset[tuple[str, int]] = frozenset()


# These say how the rows themselves are gathered, so the file is read anew; the rest works on gathered rows.
OF_THE_FILE = frozenset({"supplier", "kind", "sheets", "header_rows", "columns"})


@dataclass(frozen=True)
class Waiting:
    """A file that waits. `data` are its bytes, None for one that was taken up again from what was kept.

    `past` has the earlier states, newest first; `draft` is the id under which the database keeps it.
    """

    number: int
    intake: Intake
    data: bytes | None
    answers: Answers = Answers()
    past: tuple[tuple[Intake, Answers], ...] = ()
    draft: int | None = None
    step: int = FIRST
    own_columns: bool = False  # the analyst asked to forget what was remembered of this layout


def waiting() -> dict[int, Waiting]:
    """Return the files of this session that wait for a decision, in the order in which they came."""
    return st.session_state.setdefault(_QUEUE, {})


def next_number() -> int:
    """Return a number that no file of this session had."""
    st.session_state[_COUNTER] = st.session_state.get(_COUNTER, 0) + 1
    return st.session_state[_COUNTER]


def put(one: Waiting) -> Waiting:
    """Keep the state of a waiting file."""
    waiting()[one.number] = one
    return one


def changed(one: Waiting, intake: Intake, answers: Answers) -> Waiting:
    """Return a file as it was read anew, with what it was before on its past."""
    most = PAST_OF_LARGE if intake.rows > LARGE else PAST
    return replace(one, intake=intake, answers=answers, past=((one.intake, one.answers), *one.past)[:most])


def opened() -> Waiting | None:
    """Return the file whose steps are on screen."""
    return waiting().get(st.session_state.get(_OPEN))


def set_open(number: int | None) -> None:
    """Put the steps of a file on screen, or with None the list of all files."""
    st.session_state[_OPEN] = number
    if number is None:
        for name in (IMPORT, STEP):
            st.query_params.pop(name, None)


def say(text: str) -> None:
    """Keep a sentence for the next time that the page is drawn."""
    st.session_state.setdefault(_MESSAGES, []).append(text)


def said() -> list[str]:
    """Return the sentences that were kept, once."""
    return st.session_state.pop(_MESSAGES, [])


def as_dict(answers: Answers, step: int) -> dict[str, Any]:
    """Return what the analyst said as plain values, to keep with an unfinished import."""
    plain = {one.name: getattr(answers, one.name) for one in fields(answers)}
    plain["period"] = [day.isoformat() for day in answers.period] if answers.period else None
    plain["sheets"] = list(answers.sheets) if answers.sheets is not None else None
    plain["hours_per_fte"] = str(answers.hours_per_fte) if answers.hours_per_fte else None
    plain["header_rows"], plain["columns"] = dict(answers.header_rows), dict(answers.columns)
    plain["values"] = {name: dict(texts) for name, texts in answers.values.items()}
    plain["corrections"] = [[*cell, text] for cell, text in answers.corrections.items()]
    plain["omit"] = [list(row) for row in sorted(answers.omit)]
    return plain | {"step": step}


def from_dict(plain: Mapping[str, Any]) -> tuple[Answers, int]:
    """Return what the analyst had said, and the step at which the import was left."""
    known = {one.name: plain[one.name] for one in fields(Answers) if plain.get(one.name) is not None}
    if "period" in known:
        start, end = known["period"]
        known["period"] = (date.fromisoformat(start), date.fromisoformat(end))
    if "sheets" in known:
        known["sheets"] = tuple(known["sheets"])
    if "hours_per_fte" in known:
        known["hours_per_fte"] = Decimal(known["hours_per_fte"])
    cells = known.pop("corrections", [])
    known["corrections"] = {Cell(sheet, row, name): text for sheet, row, name, text in cells}
    known["omit"] = frozenset((sheet, row) for sheet, row in known.pop("omit", []))
    return Answers(**known), int(plain.get("step", FIRST))
