"""Downloads that Dutch Excel opens as they are, and that cannot make it calculate."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

# A cell that starts with one of these is a formula, or hides one.
_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def harmless(text: str) -> str:
    """Return a cell that a spreadsheet reads as text: a formula gets an apostrophe before it."""
    return f"'{text}" if text.lstrip(" \u00a0").startswith(_STARTS) or text.startswith(_STARTS) else text


def csv_bytes(columns: Sequence[str], rows: Iterable[Sequence[str | None]]) -> bytes:
    """Return a table as CSV with semicolons, quotes where needed and a mark for UTF-8."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow([harmless(name) for name in columns])
    writer.writerows([harmless(cell or "") for cell in row] for row in rows)
    return file.getvalue().encode("utf-8-sig")
