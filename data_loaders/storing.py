"""An Intake into the database: whole or not at all, in place of the deliveries that it replaces."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from data_loaders.memory import remember
from data_loaders.origin import UNKNOWN, overlap, within
from data_loaders.problems import Problem, place
from data_loaders.progress import NOBODY, Cancelled, Progress
from data_loaders.understanding import Intake
from storage.database import Database
from storage.deliveries import Delivery, Provenance
from storage.errors import StorageError
from storage.rows import subjects_of

# A publisher delivers benefits in one file and vacancies in another: one doesn't take the place of the other.
SUBJECTS = {"indicator": "indicator"}
OUT_OF_ORDER = "opslag"  # the sort of a problem with the database or the disk: the file may be as it should
ROOM = 5  # the disk needs so many times the size of the file: rows, versions and the write-ahead log
# Looking at what is there and storing beside it is one step, also when two people import at once.
ONE_AT_A_TIME = threading.RLock()


@dataclass(frozen=True)
class Outcome:
    """What became of an Intake. `delivery` is None when nothing was stored; `problems` then say why.

    `unchanged` means that this very file was stored before; `delivery` is then the older one.
    """

    delivery: Delivery | None
    problems: tuple[Problem, ...]
    unchanged: bool = False


@dataclass(frozen=True)
class Plan:
    """What storing an Intake would meet: the same file, what it replaces, what it overlaps in part.

    `same` counts now, or has been replaced since; a file that was taken back is not seen before.
    """

    same: Delivery | None
    inside: tuple[Delivery, ...]
    partly: tuple[Delivery, ...]


def plan(database: Database, intake: Intake) -> Plan:
    """Return what storing an Intake with rows and a period would meet in the database at this moment."""
    known = database.deliveries(intake.kind)
    active = [one for one in known if one.active]
    seen = (one for one in (*active, *_superseded(known)) if one.checksum == intake.checksum)
    same = next(seen, None)
    own = [one for one in active if one.supplier == intake.supplier != UNKNOWN and one is not same]
    own = [one for one in own if _same_subject(database, one, intake)]
    periods = {one.id: (one.period_start, one.period_end) for one in own}
    inside = tuple(one for one in own if within(periods[one.id], intake.period))
    partly = tuple(one for one in own if one not in inside and overlap(periods[one.id], intake.period))
    return Plan(same, inside, partly)


def _same_subject(database: Database, other: Delivery, intake: Intake) -> bool:
    """Say whether a delivery speaks of what this file speaks of; kinds without a subject always do."""
    subject = SUBJECTS.get(intake.kind)
    if subject is None:
        return True
    said = set(intake.table.column(subject).to_pylist())
    return not said.isdisjoint(subjects_of(database, other.kind, other.id, subject))


def _superseded(known: Sequence[Delivery]) -> list[Delivery]:
    """Return the deliveries that gave way to one that counts, or that gave way in turn; newest first."""
    gone: set[int] = set()
    found = []
    for one in sorted(known, key=lambda delivery: -delivery.id):
        if one.id in gone and not one.active and not one.erased:
            found.append(one)
        if one.active or one.id in gone:
            gone.update(one.replaces)
    return found


def store(
    database: Database, intake: Intake, *, by: str | None = None, replace: Sequence[int] = (),
    keep: bool = False, leave_out_errors: bool = False, progress: Progress = NOBODY,
) -> Outcome:  # fmt: skip
    """Store the rows of an Intake in one transaction and return what happened. Never raises for bad input.

    The delivery replaces the active ones of the same supplier and kind whose period lies within its own.
    One that overlaps only in part is a question, answered by its id in `replace` or by `keep`.
    """
    if problems := _obstacles(intake, leave_out_errors):
        return Outcome(None, problems)
    try:
        with ONE_AT_A_TIME:
            progress("De rijen worden opgeslagen", 0.0)
            return _store(database, intake, by, replace, keep, progress)
    except Cancelled as stop:
        return Outcome(None, (_error(intake, str(stop), "geannuleerd"),))


def _store(
    database: Database, intake: Intake, by: str | None, replace: Sequence[int], keep: bool, progress: Progress
) -> Outcome:
    met = plan(database, intake)
    if met.same and met.same.id not in replace and (met.same.active or not replace):
        return Outcome(met.same, (), unchanged=True)
    partly = [one for one in met.partly if one.id not in replace]
    problems = _unknown_ids(intake, replace, database) if replace else []
    problems += [] if keep else [_question(intake, one) for one in partly]
    problems += _no_room(database, intake)
    if problems:
        return Outcome(None, tuple(problems))
    replaced = tuple(sorted({*replace, *([] if keep else (one.id for one in met.inside))}))
    try:
        persons = "person_key" in intake.table.column_names and intake.table.column("person_key")
        if persons and persons.null_count < intake.table.num_rows:
            database.use_key(intake.key_mark)
        delivery = database.deliver(
            intake.kind, intake.table, provenance(intake, by), replaced,
            halfway=lambda: progress("De cijfers worden bijgewerkt", 0.5),
        )  # fmt: skip
    except StorageError as error:
        return Outcome(None, (_error(intake, str(error), OUT_OF_ORDER),))
    with suppress(StorageError):  # the rows are stored; to remember how they were read is a convenience
        remember(database, intake, delivery.id, by)
    return Outcome(delivery, ())


def _error(intake: Intake, text: str, sort: str = "levering") -> Problem:
    return Problem("error", f"{place(intake.file)}: {text}", intake.file, sort=sort)


def _obstacles(intake: Intake, leave_out_errors: bool) -> tuple[Problem, ...]:
    """Return why nothing may be stored: no rows, an open question, or errors that weren't left out."""
    against = tuple(one for one in intake.problems if one.severity != "warning")
    if intake.table is None:
        return against or (_error(intake, "er zijn geen rijen om op te slaan."),)
    if any(one.severity == "question" for one in against) or (against and not leave_out_errors):
        return against
    if intake.table.num_rows == 0:
        return (*against, _error(intake, "alle rijen hebben een fout, dus er is niets om op te slaan."))
    return ()


def _unknown_ids(intake: Intake, replace: Sequence[int], database: Database) -> list[Problem]:
    known = {one.id for one in database.deliveries(intake.kind) if one.active}
    return [
        _error(intake, f"er is geen geldende levering {number} met {intake.kind_label} om te vervangen.")
        for number in replace if number not in known
    ]  # fmt: skip


def _question(intake: Intake, other: Delivery) -> Problem:
    start, end = intake.period
    text = (
        f"de periode {start:%d-%m-%Y} t/m {end:%d-%m-%Y} overlapt met levering {other.id} "
        f'("{other.file_name}", {other.period_start:%d-%m-%Y} t/m {other.period_end:%d-%m-%Y}) van dezelfde '
        f"leverancier. Vervang levering {other.id}, of houd beide."
    )
    said = f"{place(intake.file)}: {text}"
    return Problem("question", said, intake.file, value=str(other.id), sort="levering")


def _no_room(database: Database, intake: Intake) -> list[Problem]:
    free = shutil.disk_usage(database.path.resolve().parent).free
    needed = ROOM * intake.bytes
    if free >= needed:
        return []
    text = (
        f"er is te weinig ruimte op de schijf: {free // 2**20} MB vrij, {needed // 2**20 + 1} MB nodig. "
        "Er is niets opgeslagen. Maak ruimte en probeer het opnieuw."
    )
    return [_error(intake, text, OUT_OF_ORDER)]


def provenance(intake: Intake, by: str | None) -> Provenance:
    """Return where the rows of an intake come from, as it is stored with them."""
    return Provenance(
        supplier=intake.supplier, period_start=intake.period[0], period_end=intake.period[1],
        file_name=intake.file, sheet=intake.sheet, checksum=intake.checksum, delivered_by=by,
        mapping=dict(intake.mapping), dropped_columns=tuple(intake.dropped_columns),
    )  # fmt: skip
