"""A file becomes an Intake: typed rows that may be stored, and in Dutch what is wrong with the rest."""

from __future__ import annotations

import hashlib
import logging
import traceback
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from data_loaders.checking import check_rows
from data_loaders.file_checks import read_bytes
from data_loaders.gathering import gather_rows
from data_loaders.kind import Kind
from data_loaders.origin import UNKNOWN, Period, find_period, find_supplier, settle_period, stated_supplier
from data_loaders.problems import Problem, UnreadableFile, file_error, place
from data_loaders.receipt import column_problems, in_order, sheet_problems, to_problem
from data_loaders.recognition import KINDS, Part, recognise
from data_loaders.storing import Outcome, store
from data_loaders.workbook import PAGE_LIMITS, SHELL_LIMITS, Limits, read_workbook
from storage.key import fingerprint

__all__ = [
    "KINDS", "PAGE_LIMITS", "SHELL_LIMITS", "Intake", "Limits", "Outcome", "Problem",
    "read_delivery", "store",
]  # fmt: skip
log = logging.getLogger(__name__)
OUR_FAULT = "door een fout in het programma is dit bestand niet gelezen. Meld dit aan de beheerder."
UNKNOWN_LIST = (
    "hier is geen lijst met plaatsingen of stages in te herkennen. Een lijst met plaatsingen heeft ten "
    "minste een kolom met de plaatsingsdatum en een kolom met de gemeente, met de koppen boven de kolommen."
)


@dataclass(frozen=True)
class Intake:
    """What a file turned out to hold. `table` has the rows without errors, or is None if nothing may load.

    `rows` counts the rows of data seen; `period` is inclusive; `mapping` goes from heading to field.
    """

    file: str
    kind: str | None = None
    supplier: str = "onbekend"
    supplier_reason: str = ""
    period: Period | None = None
    sheet: str = ""
    header_row: int | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    rows: int = 0
    table: pa.Table | None = None
    problems: tuple[Problem, ...] = ()
    dropped_columns: tuple[str, ...] = ()
    ignored_columns: tuple[str, ...] = ()
    checksum: str = ""
    bytes: int = 0
    key_mark: str = ""  # which key made the pseudonyms

    @property
    def kind_label(self) -> str:
        """Return the kind in Dutch, in the plural."""
        return KINDS[self.kind].label if self.kind else "rijen"

    @property
    def accepted(self) -> bool:
        """Say whether the whole file may be stored as it is."""
        return self.table is not None and all(one.severity == "warning" for one in self.problems)


@dataclass(frozen=True)
class _Request:
    """What the caller stated about a file."""

    name: str
    supplier: str | None
    period: Period | None
    key: bytes
    today: date
    hours_per_fte: Decimal | None


def read_delivery(
    source: Path | bytes, name: str | None = None, *, kind: str | None = None, supplier: str | None = None,
    period: Period | None = None, key: bytes, limits: Limits = SHELL_LIMITS,
    columns: Mapping[str, str | None] | None = None, hours_per_fte: Decimal | None = None,
    today: date | None = None,
) -> Intake:  # fmt: skip
    """Return what a file holds. Never raises for bad input: the problems say it in Dutch.

    `columns` answers a question about headings (heading to field, or to None to leave it out),
    `hours_per_fte` the one about parts of a full job. `key` makes pseudonyms of person numbers.
    """
    file = name or (source.name if isinstance(source, Path) else "bestand")
    request = _Request(file, supplier, period, key, today or date.today(), hours_per_fte)
    basis = Intake(file, key_mark=fingerprint(key))
    try:
        data = read_bytes(source, limits)
        basis = _with(basis, checksum=hashlib.sha256(data).hexdigest(), bytes=len(data))
        return _read_parts(basis, recognise(read_workbook(data, file, limits), kind, columns), request)
    except UnreadableFile as error:
        return _with(basis, problems=(file_error(file, str(error)),))
    except Exception as error:  # a fault of ours: the analyst gets a sentence, the log no cell of the file
        where = traceback.extract_tb(error.__traceback__)[-1]
        log.error("%s in %s, line %s", type(error).__name__, where.name, where.lineno)
        return _with(basis, problems=(file_error(file, OUR_FAULT),))


def _with(intake: Intake, **changes: object) -> Intake:
    return Intake(**(intake.__dict__ | changes))


def _read_parts(basis: Intake, parts: tuple[Part, ...], request: _Request) -> Intake:
    visible = [part for part in parts if part.sheet.visible]
    if not visible:
        unknown = file_error(request.name, UNKNOWN_LIST)
        return _with(basis, problems=(unknown, *sheet_problems(request.name, parts, None)))
    kind = max(visible, key=lambda part: part.strength).kind
    used = [part for part in visible if part.kind is kind]
    basis = _described(basis, used, kind, request)
    problems = sheet_problems(request.name, parts, kind)
    problems += column_problems(request.name, used, kind, request.hours_per_fte is not None)
    # People of two unknown suppliers may have the same number, so an unknown supplier is the file itself.
    namespace = basis.supplier if basis.supplier != UNKNOWN else basis.checksum
    gathered = gather_rows(used, kind, request.name, namespace, request.key)
    problems += gathered.problems
    basis = _with(basis, rows=gathered.count)
    if gathered.rows is None or any(one.severity != "warning" for one in problems):
        return _with(basis, problems=tuple(problems))
    if gathered.count == 0:
        empty = file_error(request.name, "onder de koppen staat geen enkele rij met gegevens.")
        return _with(basis, problems=(*problems, empty))
    return _checked(basis, gathered.rows, used, kind, request, problems)


def _described(basis: Intake, used: Sequence[Part], kind: Kind, request: _Request) -> Intake:
    """Return the intake with what its titles and headings tell, before any row is read."""
    titles, sheets = _named(used)
    if request.supplier:
        supplier, reason = stated_supplier(request.supplier), "opgegeven"
    else:
        supplier, reason = find_supplier(titles, request.name, sheets)
    return _with(
        basis,
        kind=kind.key,
        supplier=supplier,
        supplier_reason=reason,
        period=request.period,
        sheet=", ".join(sheets),
        header_row=used[0].found.last_row,
        mapping={heading.text: name for part in used for name, heading in part.map.fields.items()},
        dropped_columns=_texts(heading.text for part in used for heading in part.map.dropped),
        ignored_columns=_texts(heading.text for part in used for heading in part.map.ignored),
    )


def _named(used: Sequence[Part]) -> tuple[list[str], list[str]]:
    """Return the titles above the tables, and the names of their sheets."""
    titles = [title for part in used for title in part.found.titles]
    return titles, [part.sheet.name for part in used if part.sheet.name]


def _texts(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))


def _checked(
    basis: Intake,
    rows: pa.Table,
    used: Sequence[Part],
    kind: Kind,
    request: _Request,
    problems: list[Problem],
) -> Intake:
    headings = {name: heading.text for part in reversed(used) for name, heading in part.map.fields.items()}
    checked = check_rows(kind, rows, headings, request.today, request.hours_per_fte)
    problems += [to_problem(finding, request.name, used) for finding in in_order(checked.findings, used)]
    starts = pc.min_max(checked.table.column("start_date")).as_py()
    seen = (starts["min"], starts["max"]) if starts["min"] else None
    _, sheets = _named(used)
    titles = [part.found.titles for part in used]
    named = None if request.period else find_period(titles, request.name, sheets)
    period, note = settle_period(request.period, named, seen)
    if note:
        problems.append(Problem("warning", f"{place(request.name)}: {note}", request.name))
    return _with(basis, table=checked.table, problems=tuple(problems), period=period)
