"""Load spreadsheets from the shell: `python -m data_loaders FILE… [--dry-run] [--json]`.

Exits 0 when every file was loaded (or could be, with --dry-run), else 1; 130 when it was stopped with Ctrl-C.
A bad file stops no other. `--watch-folder FOLDER` loads what is put there, until it is stopped.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import secrets
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from decimal import Decimal
from functools import partial
from pathlib import Path

from data_loaders.inbox import Inbox
from data_loaders.intake import KINDS
from data_loaders.loading import READING, How, Result, read_file, refused, store_file, try_out
from data_loaders.memory import memories
from data_loaders.periods import Period, parse_period
from data_loaders.progress import Progress
from data_loaders.values import number
from reference.command import DutchParser
from storage.database import Database
from storage.errors import StorageError
from storage.key import pseudonym_key

STOPPED = "Gestopt. Het bestand waaraan werd gewerkt, is niet geladen; wat al was geladen, blijft."
INTERRUPTED = 130  # as shells have it: 128 and the number of the signal


def main(arguments: Sequence[str] | None = None) -> int:
    """Load the files that the arguments name; return the exit code."""
    parser = _parser()
    stated = _complete(parser.parse_args(arguments), parser)
    stopped = threading.Event()
    before = _stop_with(stopped)
    try:
        return _run(stated, stopped)
    except (KeyboardInterrupt, RuntimeError):
        if not stopped.is_set():
            raise
        print(f"\n{STOPPED}", file=sys.stderr)
        return INTERRUPTED
    finally:
        if before:
            signal.signal(signal.SIGINT, before)


def _stop_with(stopped: threading.Event) -> object:
    """Let Ctrl-C be remembered: the engine gives the interrupt another name. Returns what it did before."""

    def stop(*_: object) -> None:
        stopped.set()
        raise KeyboardInterrupt

    on_main_thread = threading.current_thread() is threading.main_thread()
    return signal.signal(signal.SIGINT, stop) if on_main_thread else None


def _run(stated: argparse.Namespace, stopped: threading.Event) -> int:
    path = Path(stated.database or os.environ.get("REGIOMONITOR_DATABASE") or "data/regiomonitor.duckdb")
    if stated.dry_run:
        return _load_all(stated, None, secrets.token_bytes(32), None)
    try:
        database, key = Database.open(path), pseudonym_key(path)
    except StorageError as error:
        if stated.watch_folder or not stated.json:
            print(error, file=sys.stderr)
            return 1
        return _load_all(stated, None, b"", str(error))
    try:
        if stated.watch_folder:
            return _watch(stated, database, key, stopped)
        return _load_all(stated, database, key, None)
    finally:
        database.close()


def _load_all(stated: argparse.Namespace, database: Database | None, key: bytes, locked: str | None) -> int:
    complete, how = True, _how(stated)
    with database.together() if database and len(stated.files) > 1 else nullcontext():
        for file in stated.files:
            result = refused(file.name, locked, "opslag") if locked else _load(file, database, key, how)
            complete = complete and result.accepted > 0
            print(_receipt(result, stated), flush=True)
    return 0 if complete else 1


def _load(file: Path, database: Database | None, key: bytes, how: How) -> Result:
    progress = Progress(_line(file.name)) if sys.stderr.isatty() else Progress()
    reading = progress if database is None else progress.within(0, READING)
    recall = partial(memories, database) if database else None
    try:
        intake = read_file(file, file.name, recall, key, how, reading)
        if database is None:
            return try_out(intake, how)
        return store_file(database, intake, how, progress.within(READING, 1))
    finally:
        if progress.waited_for:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _line(name: str) -> Callable[[str, float], None]:
    """Return what writes how far a file is on one line of a terminal, over and over."""
    shown = "".join(mark if mark.isprintable() else "?" for mark in name)[:40]

    def tell(sentence: str, share: float) -> None:
        print(f"\r\x1b[K{shown}: {share:4.0%} {sentence}"[:120], end="", file=sys.stderr, flush=True)

    return tell


def _receipt(result: Result, stated: argparse.Namespace) -> str:
    if stated.json:
        return json.dumps(result.as_json(), ensure_ascii=False)
    return result.as_text(stated.dry_run)


def _watch(stated: argparse.Namespace, database: Database, key: bytes, stopped: threading.Event) -> int:
    """Load what lies in the folder, once or until somebody stops it; 1 when a file was refused."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", stream=sys.stderr)
    how, complete = _how(stated), True
    inbox = Inbox(stated.watch_folder, lambda: nullcontext(database), lambda: key, how)
    try:
        for result in inbox.once() if stated.once else inbox.watch(stopped):
            complete = complete and result.accepted > 0
            print(_receipt(result, stated), flush=True)
    except StorageError as error:
        print(error, file=sys.stderr)
        return 1
    return 0 if complete else 1


def _how(stated: argparse.Namespace) -> How:
    return How(
        stated.kind, stated.supplier, stated.period, dict(stated.column), stated.hours_per_fte, stated.by,
        stated.replace, stated.keep, stated.leave_out_errors,
    )  # fmt: skip


def _parser() -> argparse.ArgumentParser:
    parser = DutchParser(
        prog="python -m data_loaders", description="Laad spreadsheets in de Regiomonitor.", add_help=False
    )
    add = parser.add_argument_group("wat en hoe").add_argument
    add("-h", "--help", action="help", help="toon deze hulp")
    add("files", nargs="*", type=Path, metavar="FILE", help="een of meer bestanden")
    add("--watch-folder", type=Path, metavar="MAP", help="laad wat in deze map wordt gezet, tot u stopt")
    add("--once", action="store_true", help="laad wat nu in de map ligt en stop")
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


def _complete(stated: argparse.Namespace, parser: argparse.ArgumentParser) -> argparse.Namespace:
    """Refuse options that don't go together."""
    if bool(stated.files) == bool(stated.watch_folder):
        parser.error("FILE: noem bestanden, of een map met --watch-folder")
    if stated.watch_folder and stated.dry_run or stated.once and not stated.watch_folder:
        parser.error("--once: hoort bij --watch-folder; --dry-run niet")
    return stated


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
