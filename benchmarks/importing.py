"""From workbook to committed rows, against pandas with openpyxl that only reads it."""

from __future__ import annotations

import secrets
from pathlib import Path

import pandas as pd

from benchmarks.measure import median_of_five
from data_loaders.intake import SHELL_LIMITS, read_delivery, store
from storage.database import Database


def import_seconds(workbook: Path, folder: Path) -> float:
    """Return the median seconds from file to committed rows, into a new database each time."""
    key = secrets.token_bytes(16)

    def load() -> None:
        database = Database.open(folder / f"{secrets.token_hex(4)}.duckdb")
        intake = read_delivery(workbook, key=key, limits=SHELL_LIMITS)
        outcome = store(database, intake)
        assert outcome.delivery is not None, [problem.message for problem in intake.problems][:3]
        database.close()

    return median_of_five(load)


def pandas_seconds(workbook: Path) -> float:
    """Return the median seconds that pandas with openpyxl takes to read the same sheet into memory."""
    return median_of_five(lambda: pd.read_excel(workbook, engine="openpyxl", header=2))
