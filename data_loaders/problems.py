"""What is wrong with a delivery, in Dutch sentences that name the place and the remedy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "question"]


@dataclass(frozen=True)
class Problem:
    """One thing the analyst should know: a whole Dutch sentence, and where it is in the file.

    An error keeps a row (or the file) out, a warning doesn't, a question waits for an answer.
    `options` are the headings between which a question asks to choose. `sort` is a stable code of the kind
    of problem, to group by (sorts.py has the words); `count` says for how many rows it speaks.
    """

    severity: Severity
    message: str
    file: str
    sheet: str | None = None
    cell: str | None = None
    column: str | None = None
    value: str | None = None
    options: tuple[str, ...] = ()
    field: str | None = None
    row_number: int | None = None
    sort: str = "bestand"
    count: int = 1


class UnreadableFile(Exception):
    """The file can't be read at all; the text is a Dutch sentence for the analyst."""


def place(file: str, sheet: str | None = None, cell: str | None = None) -> str:
    """Return where something is, as the start of a sentence: `Bestand "x.xlsx", blad "Data", cel D17`."""
    parts = [f'Bestand "{file}"']
    if sheet:
        parts.append(f'blad "{sheet}"')
    if cell:
        parts.append(f"cel {cell}")
    return ", ".join(parts)


def file_error(file: str, text: str, sort: str = "bestand") -> Problem:
    """Return an error about the whole file; `text` is the sentence after the colon."""
    return Problem("error", f"{place(file)}: {text}", file, sort=sort)
