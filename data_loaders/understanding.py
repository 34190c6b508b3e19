"""What was understood of a file: its sheets, its headings, and the rows that may be stored."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, NamedTuple

import pyarrow as pa

from data_loaders.columns import key
from data_loaders.origin import Period
from data_loaders.problems import Problem
from data_loaders.recognition import KINDS

# zeker: a known heading; vermoedelijk: nearly one; gekozen: stated now; onthouden: from an earlier delivery;
# vraag: waits for a choice; genegeerd: unknown or left out; verboden: dropped unread.
Certainty = Literal["zeker", "vermoedelijk", "gekozen", "onthouden", "vraag", "genegeerd", "verboden"]

# A sheet with this in its first cell lists problems in a workbook that this program marked.
MARKED = "Deze lijst is door de Regiomonitor gemaakt en wordt niet gelezen."
_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
_DASHES = frozenset({"-", "--"})  # how offices write nothing


class Cell(NamedTuple):
    """A cell by what it holds: sheet, row as in Excel, and field."""

    sheet: str
    row_number: int
    field: str


@dataclass(frozen=True)
class HeadingRead:
    """A heading and the field it was taken for.

    `samples` are raw texts; a column of persons and a forbidden one give none.
    """

    sheet: str
    letter: str
    text: str
    field: str | None
    certainty: Certainty
    samples: tuple[str, ...] = ()


@dataclass(frozen=True)
class SheetRead:
    """A sheet of the file: how many rows it reaches down, and what list stands on it, if any."""

    name: str
    visible: bool
    rows: int
    header_row: int | None
    kind: str | None
    used: bool


@dataclass(frozen=True)
class Stated:
    """What the analyst said about the cells of a file.

    `values` has per field what to read in place of a raw text (None: leave it unknown), `corrections` the
    new text of a cell ("" empties it), `omit` the rows to leave out, as (sheet, row).
    """

    values: Mapping[str, Mapping[str, str | None]] = field(default_factory=dict)
    corrections: Mapping[Cell, str] = field(default_factory=dict)
    omit: frozenset[tuple[str, int]] = frozenset()


@dataclass(frozen=True)
class Choices:
    """How to read a list, said by an analyst now or at an earlier delivery; this is what may be remembered.

    `columns` goes from heading to field, or to None for a column to leave out. `values` as in Stated.
    """

    columns: Mapping[str, str | None] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str | None]] = field(default_factory=dict)
    hours_per_fte: Decimal | None = None

    def over(self, earlier: Choices) -> Choices:
        """Return these choices, and the earlier ones where these say nothing."""
        names = {*earlier.values, *self.values}
        return Choices(
            {**earlier.columns, **self.columns},
            {name: {**earlier.values.get(name, {}), **self.values.get(name, {})} for name in names},
            earlier.hours_per_fte if self.hours_per_fte is None else self.hours_per_fte,
        )


@dataclass(frozen=True)
class Intake:
    """What a file turned out to hold. `table` has the rows without errors, or is None if nothing may load.

    `rows` counts the rows of data seen, `wrong_rows` those with an error; a wide row gives several rows in
    `table`. `period` is inclusive; `mapping` goes from heading to field. `cleaned` has the rows as text per
    field, without what may not be kept and with pseudonyms.
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
    wrong_rows: int = 0
    table: pa.Table | None = None
    problems: tuple[Problem, ...] = ()
    dropped_columns: tuple[str, ...] = ()
    ignored_columns: tuple[str, ...] = ()
    checksum: str = ""
    bytes: int = 0
    key_mark: str = ""  # which key made the pseudonyms
    headings: tuple[HeadingRead, ...] = ()
    sheets_seen: tuple[SheetRead, ...] = ()
    layout: str = ""  # equal for files with the same headings
    reason: str = ""  # where the headings were found
    recalled: str = ""  # which earlier delivery told how to read this one
    choices: Choices = Choices()  # what was said about how to read it, now or remembered
    stated: Stated = Stated()  # what was said about its cells
    cleaned: pa.Table | None = None
    standing: tuple[Problem, ...] = ()  # the problems that don't come from the content of a row
    period_stated: Period | None = None
    period_named: Period | None = None  # as a title, the file name or the sheets have it

    @property
    def kind_label(self) -> str:
        """Return the kind in Dutch, in the plural."""
        return KINDS[self.kind].label if self.kind else "rijen"

    @property
    def accepted(self) -> bool:
        """Say whether the whole file may be stored as it is."""
        return self.table is not None and all(one.severity == "warning" for one in self.problems)


def layout_of(headings: Iterable[str]) -> str:
    """Return the fingerprint of a layout: equal for the same headings in any dress and order."""
    names = sorted({name for text in headings if (name := key(text))})
    return hashlib.sha256("\n".join(names).encode()).hexdigest()[:16] if names else ""


def where_read(used: Sequence[tuple[str, int]]) -> str:
    """Return in Dutch on which row of which sheet the headings stand; `used` has sheet and row."""
    rows = {row for _, row in used}
    names = [f"blad '{sheet}'" for sheet, _ in used if sheet]
    on = f"kop op rij {used[0][1]}" if len(rows) == 1 else "koppen op verschillende rijen"
    if not names:
        return on
    return f"{on} van {names[0]}" if len(names) == 1 else f"{on} van {len(names)} bladen"


def harmless(text: str) -> str:
    """Return a text that a spreadsheet can't calculate: one like a formula gets an apostrophe before it."""
    risky = text.lstrip(" \u00a0").startswith(_STARTS) or text.startswith(_STARTS)
    return f"'{text}" if risky and text not in _DASHES else text
