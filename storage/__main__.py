"""`python -m storage backup|restore PATH`: copy the database away, or put a copy back."""

from __future__ import annotations

import os
import shutil
import sys
from datetime import datetime
from pathlib import Path

from reference.command import DutchParser
from storage.database import Database
from storage.errors import StorageError


def main(arguments: list[str] | None = None) -> int:
    """Do what is asked and say so in one Dutch sentence; return the exit code."""
    parser = DutchParser(prog="python -m storage", description="Reservekopie van de database.")
    parser.add_argument("action", choices=("backup", "restore"))
    parser.add_argument("path", type=Path, help="de reservekopie")
    parser.add_argument("--database", help="pad van de database")
    options = parser.parse_args(arguments)
    stated = options.database or os.environ.get("REGIOMONITOR_DATABASE") or "data/regiomonitor.duckdb"
    try:
        print((backup if options.action == "backup" else restore)(Path(stated), options.path))
    except StorageError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def backup(database: Path, copy: Path) -> str:
    """Copy the database to a path that does not exist yet; return what was done."""
    if not database.exists():
        raise StorageError(f"De database {database} bestaat niet.")
    if copy.exists():
        raise StorageError(f"Het bestand {copy} bestaat al. Kies een andere naam.")
    Database.open(database).close()  # opening alone holds the lock, closing writes everything to the file
    _copy(database, copy)
    return f"De reservekopie staat in {copy}. Bewaar de sleutel {database.name}.key apart."


def restore(database: Path, copy: Path) -> str:
    """Put a copy in the place of the database, which is kept beside it; return what was done."""
    Database.open(copy, read_only=True).close()
    kept = ""
    if database.exists():
        Database.open(database).close()
        aside = database.with_name(f"{database.name}.{datetime.now():%Y%m%d-%H%M%S}")
        database.rename(aside)
        kept = f" De vorige database staat in {aside.name}."
    _copy(copy, database)
    return f"De reservekopie {copy} is teruggezet.{kept}"


def _copy(source: Path, target: Path) -> None:
    """Copy beside the target and rename, so that a half copy never bears the name."""
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f"{target.name}.deel")
    shutil.copy2(source, unfinished)
    unfinished.rename(target)


if __name__ == "__main__":
    sys.exit(main())
