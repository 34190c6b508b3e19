"""Load spreadsheets from the shell: `python -m data_loaders FILE… [--dry-run] [--json]`.

Exits 0 when every file was loaded (or could be, with --dry-run), else 1. A bad file stops no other.
"""

from __future__ import annotations

import argparse
import json
import os
import secrets
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

from data_loaders.intake import KINDS, SHELL_LIMITS, Intake, Problem, read_delivery, store
from data_loaders.memory import memories
from data_loaders.periods import Period, parse_period
from data_loaders.problems import place
from data_loaders.values import number
from reference.command import DutchParser
from reference.dutch import number as dutch_number
from reference.dutch import plural
from storage.database import Database
from storage.errors import StorageError
from storage.key import pseudonym_key


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


def main(arguments: Sequence[str] | None = None) -> int:
    """Load the files that the arguments name; return the exit code."""
    stated = _parser().parse_args(arguments)
    path = Path(stated.database or os.environ.get("REGIOMONITOR_DATABASE") or "data/regiomonitor.duckdb")
    database, key, locked = None, secrets.token_bytes(32), None
    if not stated.dry_run:
        try:
            database = Database.open(path)
            key = pseudonym_key(path)
        except StorageError as error:
            locked = str(error)
            if not stated.json:
                print(locked, file=sys.stderr)
                return 1
    complete = True
    for file in stated.files:
        result = _locked(file, locked) if locked else _load(file, database, key, stated)
        complete = complete and (result.accepted > 0)
        receipt = json.dumps(result.as_json(), ensure_ascii=False) if stated.json else None
        print(receipt or _text(result, stated.dry_run), flush=True)
    if database:
        database.close()
    return 0 if complete else 1


def _locked(file: Path, sentence: str) -> Result:
    return Result(Intake(file.name), (Problem("error", sentence, file.name),), 0, None)


def _load(file: Path, database: Database | None, key: bytes, stated: argparse.Namespace) -> Result:
    intake = read_delivery(
        file, kind=stated.kind, supplier=stated.supplier, period=stated.period, key=key, limits=SHELL_LIMITS,
        columns=dict(stated.column), hours_per_fte=stated.hours_per_fte,
        memories=partial(memories, database) if database else None,
    )  # fmt: skip
    rows = intake.table.num_rows if intake.table is not None else 0
    if database is None:
        usable = intake.accepted or (stated.leave_out_errors and not _asks(intake))
        return Result(intake, intake.problems, rows if usable else 0, None)
    outcome = store(
        database, intake, by=stated.by, replace=stated.replace, keep=stated.keep,
        leave_out_errors=stated.leave_out_errors,
    )  # fmt: skip
    news = [one for one in outcome.problems if one not in intake.problems]
    if outcome.unchanged and outcome.delivery:
        since = "" if outcome.delivery.active else ", die later is vervangen; er verandert niets"
        text = f"dit bestand is al geladen als levering {outcome.delivery.id}{since}."
        news.append(Problem("warning", f"{place(intake.file)}: {text}", intake.file))
    delivery = outcome.delivery.id if outcome.delivery else None
    return Result(intake, (*intake.problems, *news), rows if outcome.delivery else 0, delivery)


def _asks(intake: Intake) -> bool:
    return any(one.severity == "question" for one in intake.problems)


def _text(result: Result, dry_run: bool) -> str:
    intake = result.intake
    if result.accepted == 0:
        head = f"{intake.file}: niet geladen."
    else:
        kind = KINDS[intake.kind or ""]
        what = f"{dutch_number(result.accepted)} {plural(result.accepted, kind.one, kind.label)}"
        done = "kan worden geladen" if dry_run else f"geladen als levering {result.delivery}"
        period = " t/m ".join(f"{day:%d-%m-%Y}" for day in intake.period or ())
        head = f"{intake.file}: {what}, {done} (leverancier {intake.supplier}, {period})."
    told = [head, f"  {intake.recalled}"] if intake.recalled else [head]
    return "\n".join([*told, *(f"  {_WORDS[one.severity]}: {one.message}" for one in result.problems)])


_WORDS = {"error": "fout", "warning": "let op", "question": "vraag"}


def _parser() -> argparse.ArgumentParser:
    parser = DutchParser(
        prog="python -m data_loaders", description="Laad spreadsheets in de Regiomonitor.", add_help=False
    )
    add = parser.add_argument_group("wat en hoe").add_argument
    add("-h", "--help", action="help", help="toon deze hulp")
    add("files", nargs="+", type=Path, metavar="FILE", help="een of meer bestanden")
    add("--kind", choices=sorted(KINDS), help="soort levering; anders blijkt die uit de kolommen")
    add("--supplier", help="leverancier; anders gelezen in titel, bestandsnaam of bladnaam")
    add("--period", type=_period, help="periode: 2015-01-01/2015-12-31, 2015 of 2015-Q3")
    add("--database", help="pad van de database; anders REGIOMONITOR_DATABASE of data/regiomonitor.duckdb")
    add("--dry-run", action="store_true", help="alleen controleren, niets opslaan")
    add("--json", action="store_true", help="één JSON-object per bestand")
    add("--replace", type=int, action="append", default=[], metavar="ID", help="vervang deze levering")
    add("--keep", action="store_true", help="houd overlappende leveringen")
    add("--leave-out-errors", action="store_true", help="laat rijen met fouten weg")
    add("--by", help="wie het bestand aanlevert")
    add("--hours-per-fte", type=_hours, help="uren per week van een volledige baan, zoals 36")
    add("--column", type=_column, action="append", default=[], metavar="KOP=VELD", help="wat een kolom is")
    return parser


def _period(text: str) -> Period:
    period = parse_period(text)
    if period is None:
        raise argparse.ArgumentTypeError(f'"{text}" is geen periode; schrijf bijvoorbeeld 2015 of 2015-Q3')
    return period


def _hours(text: str) -> Decimal:
    value = number(text)
    if value is None or not 0 < value <= 60:
        raise argparse.ArgumentTypeError(f'"{text}" is geen aantal uren van een volledige baan')
    return value


def _column(text: str) -> tuple[str, str | None]:
    heading, _, field = text.rpartition("=")
    return heading, field or None


if __name__ == "__main__":
    sys.exit(main())
