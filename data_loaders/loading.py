"""One file, from reading to stored rows, and its receipt: for the shell and for the inbox."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from data_loaders.intake import KINDS, SHELL_LIMITS, Intake, Problem, read_delivery, store
from data_loaders.origin import Period
from data_loaders.problems import place
from data_loaders.progress import NOBODY, Progress
from data_loaders.recalling import Memories
from reference.dutch import number as dutch_number
from reference.dutch import plural
from storage.database import Database

READING = 0.75  # the share of the time that reading takes; storing takes the rest
_WORDS = {"error": "fout", "warning": "let op", "question": "vraag"}


@dataclass(frozen=True)
class How:
    """What was stated about the files: where they come from, how to read them and what they replace."""

    kind: str | None = None
    supplier: str | None = None
    period: Period | None = None
    columns: Mapping[str, str | None] = field(default_factory=dict)
    hours_per_fte: Decimal | None = None
    by: str | None = None
    replace: Sequence[int] = ()
    keep: bool = False
    leave_out_errors: bool = False


@dataclass(frozen=True)
class Result:
    """What became of one file: how many rows are stored (or could be), and as which delivery."""

    intake: Intake
    problems: tuple[Problem, ...]
    accepted: int
    delivery: int | None

    def as_json(self) -> dict[str, Any]:
        """Return the receipt as it is written on a line of its own with --json."""
        intake = self.intake
        return {
            "file": intake.file,
            "kind": intake.kind,
            "supplier": intake.supplier,
            "period": "/".join(day.isoformat() for day in intake.period) if intake.period else None,
            "sheet": intake.sheet or None,
            "header_row": intake.header_row,
            "mapping": dict(intake.mapping),
            "rows": intake.rows,
            "accepted": self.accepted,
            "dropped_columns": list(intake.dropped_columns),
            "problems": [
                {name: getattr(one, name) for name in ("cell", "column", "value", "message", "severity")}
                for one in self.problems
            ],
            "delivery": self.delivery,
        }

    def as_text(self, dry_run: bool = False) -> str:
        """Return the receipt as a person reads it, in Dutch."""
        intake = self.intake
        if self.accepted == 0:
            head = f"{intake.file}: niet geladen."
        else:
            kind = KINDS[intake.kind or ""]
            what = f"{dutch_number(self.accepted)} {plural(self.accepted, kind.one, kind.label)}"
            done = "kan worden geladen" if dry_run else f"geladen als levering {self.delivery}"
            period = " t/m ".join(f"{day:%d-%m-%Y}" for day in intake.period or ())
            head = f"{intake.file}: {what}, {done} (leverancier {intake.supplier}, {period})."
        told = [head, f"  {intake.recalled}"] if intake.recalled else [head]
        return "\n".join([*told, *(f"  {_WORDS[one.severity]}: {one.message}" for one in self.problems)])


def read_file(
    source: Path | bytes, name: str, recall: Memories | None, key: bytes, how: How,
    progress: Progress = NOBODY,
) -> Intake:  # fmt: skip
    """Return what a file holds, read as `recall` tells that a file with the same headings was read before."""
    return read_delivery(
        source, name, kind=how.kind, supplier=how.supplier, period=how.period, key=key, limits=SHELL_LIMITS,
        columns=how.columns, hours_per_fte=how.hours_per_fte,
        memories=recall, progress=progress if progress.waited_for else None,
    )  # fmt: skip


def try_out(intake: Intake, how: How) -> Result:
    """Return what would become of a file that was read; nothing is stored."""
    usable = intake.accepted or (how.leave_out_errors and not _asks(intake))
    return Result(intake, intake.problems, _rows(intake) if usable else 0, None)


def store_file(database: Database, intake: Intake, how: How, progress: Progress = NOBODY) -> Result:
    """Store the rows of a file that was read, and return its receipt."""
    outcome = store(
        database, intake, by=how.by, replace=how.replace, keep=how.keep,
        leave_out_errors=how.leave_out_errors, progress=progress,
    )  # fmt: skip
    news = [one for one in outcome.problems if one not in intake.problems]
    if outcome.unchanged and outcome.delivery:
        since = "" if outcome.delivery.active else ", die later is vervangen; er verandert niets"
        text = f"dit bestand is al geladen als levering {outcome.delivery.id}{since}."
        news.append(Problem("warning", f"{place(intake.file)}: {text}", intake.file))
    delivery = outcome.delivery.id if outcome.delivery else None
    return Result(intake, (*intake.problems, *news), _rows(intake) if outcome.delivery else 0, delivery)


def refused(name: str, sentence: str, sort: str = "bestand") -> Result:
    """Return the receipt of a file that couldn't even be read."""
    return Result(Intake(name), (Problem("error", sentence, name, sort=sort),), 0, None)


def _rows(intake: Intake) -> int:
    return intake.table.num_rows if intake.table is not None else 0


def _asks(intake: Intake) -> bool:
    return any(one.severity == "question" for one in intake.problems)
