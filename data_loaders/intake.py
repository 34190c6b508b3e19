"""A file becomes an Intake: typed rows that may be stored, and in Dutch what is wrong with the rest."""

from __future__ import annotations

import hashlib
import logging
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from data_loaders.file_checks import read_bytes
from data_loaders.inbox_files import plain_name
from data_loaders.origin import Period
from data_loaders.problems import Problem, UnreadableFile, file_error
from data_loaders.progress import Cancelled, Progress, Tell
from data_loaders.reading import Asked, read_sheets
from data_loaders.recalling import Memories
from data_loaders.recognition import KINDS
from data_loaders.rereading import reread
from data_loaders.storing import Outcome, store
from data_loaders.understanding import Cell, Choices, HeadingRead, Intake, SheetRead, Stated
from data_loaders.workbook import PAGE_LIMITS, SHELL_LIMITS, Limits, read_workbook
from storage.key import fingerprint

__all__ = [
    "KINDS", "PAGE_LIMITS", "SHELL_LIMITS", "Cell", "HeadingRead", "Intake", "Limits", "Outcome", "Problem",
    "SheetRead", "read_delivery", "reread", "store",
]  # fmt: skip
log = logging.getLogger(__name__)
OUR_FAULT = "door een fout in het programma is dit bestand niet gelezen. Meld dit aan de beheerder."
UNPACKING = 0.6  # the share of the time that reading the workbook takes


def read_delivery(
    source: Path | bytes, name: str | None = None, *, kind: str | None = None, supplier: str | None = None,
    period: Period | None = None, key: bytes, limits: Limits = SHELL_LIMITS,
    columns: Mapping[str, str | None] | None = None, hours_per_fte: Decimal | None = None,
    today: date | None = None, sheets: Sequence[str] | None = None,
    header_rows: Mapping[str, int] | None = None,
    values: Mapping[str, Mapping[str, str | None]] | None = None,
    corrections: Mapping[Cell, str] | None = None, omit: frozenset[tuple[str, int]] = frozenset(),
    memories: Memories | None = None, progress: Tell | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Intake:  # fmt: skip
    """Return what a file holds. Never raises for bad input: the problems say it in Dutch.

    `columns` answers a question about headings (heading to field, or to None to leave it out),
    `hours_per_fte` the one about parts of a full job. `key` makes pseudonyms of person numbers.
    `sheets` are the only ones to read; `header_rows` has the row of the headings of a sheet. `values`,
    `corrections` and `omit` are as in Stated. What is stated goes before what `memories` tells.
    `progress` hears a Dutch sentence and a share that never falls; `cancelled` is asked in between.
    """
    file = plain_name(name or (source.name if isinstance(source, Path) else "bestand"))
    choices = Choices(columns or {}, values or {}, hours_per_fte)
    stated = Stated(choices.values, corrections or {}, frozenset(omit))
    asked = Asked(
        kind, supplier, period, key, today or date.today(), choices, sheets, header_rows or {}, stated,
        memories,
    )  # fmt: skip
    basis = Intake(file, key_mark=fingerprint(key))
    return _read(basis, source, limits, asked, Progress(progress, cancelled))


def _read(basis: Intake, source: Path | bytes, limits: Limits, asked: Asked, progress: Progress) -> Intake:
    try:
        progress("Het bestand wordt geopend", 0.0)
        data = read_bytes(source, limits)
        basis = replace(basis, checksum=hashlib.sha256(data).hexdigest(), bytes=len(data))
        sheets = read_workbook(data, basis.file, limits, progress.within(0, UNPACKING))
        intake = read_sheets(basis, sheets, asked, progress.within(UNPACKING, 1.0))
        progress("Het bestand is gelezen", 1.0)
        return intake
    except Cancelled as stop:
        return replace(basis, problems=(file_error(basis.file, str(stop), "geannuleerd"),))
    except UnreadableFile as error:
        return replace(basis, problems=(file_error(basis.file, str(error)),))
    except Exception as error:  # a fault of ours: the analyst gets a sentence, the log no cell of the file
        where = traceback.extract_tb(error.__traceback__)[-1]
        log.error("%s in %s, line %s", type(error).__name__, where.name, where.lineno)
        return replace(basis, problems=(file_error(basis.file, OUR_FAULT),))
