"""What the reading thread does: read a file with what is remembered of its layout and what was said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from data_loaders.intake import PAGE_LIMITS, read_delivery
from data_loaders.memory import memories
from data_loaders.rereading import reread
from data_loaders.understanding import Intake
from storage.database import Database
from ui.import_state import Answers, Waiting

Tell = Callable[[str, float], None]
Stop = Callable[[], bool]


def read_file(data: bytes, name: str, key: bytes, database: Database, tell: Tell, stop: Stop) -> Intake:
    """Read a new file, as a file with the same headings of the same supplier was read before."""
    return _read(data, name, Answers(), key, database, tell, stop)


def read_anew(
    one: Waiting, answers: Answers, key: bytes, database: Database, tell: Tell, stop: Stop
) -> Intake:
    """Read the bytes of a waiting file again, with what the analyst said."""
    known = None if one.own_columns else database
    return _read(one.data, one.intake.file, answers, key, known, tell, stop)


def read_rows_anew(intake: Intake, answers: Answers, today: date, tell: Tell) -> Intake:
    """Check the rows of a file again, from what was gathered of them."""
    # What was said about words holds in full, so a word that is no longer translated is as it was.
    basis = replace(intake, choices=replace(intake.choices, values={}))
    return reread(
        basis, values=answers.values, corrections=answers.corrections, omit=answers.omit,
        hours_per_fte=answers.hours_per_fte, period=answers.period, today=today, progress=tell,
    )  # fmt: skip


def _read(
    data: bytes, name: str, answers: Answers, key: bytes, database: Database | None, tell: Tell, stop: Stop
) -> Intake:
    return read_delivery(
        data, name, kind=answers.kind, supplier=answers.supplier, period=answers.period, key=key,
        limits=PAGE_LIMITS, columns=answers.columns, hours_per_fte=answers.hours_per_fte,
        sheets=answers.sheets, header_rows=answers.header_rows, values=answers.values,
        corrections=answers.corrections, omit=answers.omit, progress=tell, cancelled=stop,
        memories=(lambda supplier: memories(database, supplier)) if database else None,
    )  # fmt: skip
