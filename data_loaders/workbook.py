"""Any spreadsheet as sheets of cells in text, each at the address that Excel shows.

No type is guessed here: inferred types lose values without a word (a text after a thousand numbers becomes
nothing), so every cell stays text until a rule for its column reads it.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import fastexcel
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data_loaders.file_checks import MB, RESAVE, TEXTS, ZIP, Limits, check_file
from data_loaders.problems import UnreadableFile
from data_loaders.progress import NOBODY, Progress, patiently, two_at_a_time
from data_loaders.text_file import read_text
from data_loaders.xls_reach import check_xls
from data_loaders.xlsx_parts import Marks, inspect_parts

PAGE_LIMITS = Limits.from_environment(100 * MB)
SHELL_LIMITS = Limits.from_environment(500 * MB)

# What Dutch Excel shows for the errors that the reader names.
ERROR_TEXTS = {
    "Div0": "#DEEL/0!",
    "NA": "#N/B",
    "Name": "#NAAM?",
    "Null": "#LEEG!",
    "Num": "#GETAL!",
    "Ref": "#VERW!",
    "Value": "#WAARDE!",
    "GettingData": "#GEGEVENS_OPHALEN",
}
LONGER = 4  # times as long as looking beside the cells takes reading them, about
SCANNED = 1 / (1 + LONGER)
RATE = 40e6  # bytes a second where nothing was looked at beside: only how fast a bar moves depends on it
NO_VALUE = "#GEEN_UITKOMST"  # a formula that was never calculated


@dataclass(frozen=True)
class Sheet:
    """One sheet: `cells` has a text column per letter ("A", "B", …); row i is row i+1 in Excel."""

    name: str
    visible: bool
    cells: pa.Table


def letter(index: int) -> str:
    """Return the letters of a column, counted from 0: 0 is A, 26 is AA."""
    text = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        text = chr(65 + rest) + text
    return text


def read_workbook(data: bytes, name: str, limits: Limits, progress: Progress = NOBODY) -> tuple[Sheet, ...]:
    """Return the sheets of a file (xlsx, xls, xlsb, ods, csv, txt, tsv, psv), in their order.

    Cells are stripped text or null. Raises UnreadableFile with a Dutch sentence, or Cancelled.
    """
    extension = check_file(data, name, limits)
    if extension in TEXTS:
        sentence, expected = "Het tekstbestand wordt gelezen", len(data) / RATE
        cells = patiently(lambda: read_text(data), progress, sentence, expected)
        names = [letter(int(column)) for column in cells.column_names]
        return (Sheet("", True, _clean(cells.rename_columns(names))),)
    try:
        if not data.startswith(ZIP):
            check_xls(data)
        beside = inspect_parts(data, progress.within(0, SCANNED)) if data.startswith(ZIP) else {}
        reader = fastexcel.read_excel(data)
        marks = {sheet: beside.get(sheet, Marks([], [], len(data))) for sheet in reader.sheet_names}
        return tuple(_sheets(reader, marks, progress.within(SCANNED, 1)))
    except UnreadableFile:
        raise
    except fastexcel.FastExcelError:
        raise UnreadableFile(
            f"het bestand is beschadigd of heeft een wachtwoord en kan niet worden gelezen. {RESAVE}"
        ) from None
    except (zipfile.BadZipFile, pa.ArrowException, ValueError, OverflowError):
        raise UnreadableFile(f"het bestand is beschadigd en kan niet worden gelezen. {RESAVE}") from None
    except BaseException as error:  # the reader is compiled; its panics aren't Exceptions
        if isinstance(error, (KeyboardInterrupt, SystemExit, GeneratorExit)):
            raise
        raise UnreadableFile(f"het bestand is beschadigd en kan niet worden gelezen. {RESAVE}") from None


def _sheets(reader: fastexcel.ExcelReader, marks: dict[str, Marks], progress: Progress) -> Iterator[Sheet]:
    total, done = sum(one.size for one in marks.values()) or 1, 0
    for name, mark in marks.items():
        share = progress.within(done / total, (done := done + mark.size) / total)
        words = f"Blad “{name}” wordt gelezen"
        expected = LONGER * mark.seconds or mark.size / RATE
        loaded, batch, errors = patiently(partial(_load, reader, name), share, words, expected)
        yield _sheet(name, loaded, batch, errors, mark)


def _load(reader: fastexcel.ExcelReader, name: str) -> tuple:
    loaded = reader.load_sheet(name, header_row=None, skip_rows=0, dtypes="string")
    return (loaded, *loaded.to_arrow_with_errors())


def _sheet(
    name: str, loaded: fastexcel.ExcelSheet, batch: pa.RecordBatch, errors: fastexcel.CellErrors | None,
    found: Marks,
) -> Sheet:  # fmt: skip
    letters = [letter(column.absolute_index) for column in loaded.available_columns()]
    columns = {key: batch.column(index) for index, key in enumerate(letters)}
    marks: dict[str, dict[int, str]] = {}
    for error in errors.errors if errors else ():
        row, column = error.position
        marks.setdefault(letters[column], {})[row] = _error_text(error.detail)
    for column, row in found.uncalculated:
        if column in columns and row <= batch.num_rows and not columns[column][row - 1].as_py():
            marks.setdefault(column, {}).setdefault(row - 1, NO_VALUE)
    for column, first, last in found.merged:  # a cell over more rows says the same of each of them
        if column in columns and first <= batch.num_rows and (text := columns[column][first - 1].as_py()):
            rows = range(first, min(last, batch.num_rows))
            marks.setdefault(column, {}).update(dict.fromkeys(rows, text))
    for column, texts in marks.items():
        columns[column] = _fill(columns[column], texts)
    return Sheet(name, loaded.visible == "visible", _clean(pa.table(columns)))


def _error_text(detail: str) -> str:
    found = re.search(r"got '(\w+)\((.*)\)'", detail)
    if not found:
        return "#FOUT"
    kind, inside = found.groups()
    return ERROR_TEXTS.get(inside, "#FOUT") if kind == "Error" else inside.strip('"')


def _fill(column: pa.Array, texts: dict[int, str]) -> pa.Array:
    mask = np.zeros(len(column), dtype=bool)
    rows = sorted(texts)
    mask[rows] = True
    return pc.replace_with_mask(column, pa.array(mask), pa.array([texts[row] for row in rows], column.type))


def _clean(cells: pa.Table) -> pa.Table:
    """Strip the cells; a cell of only spaces becomes null."""

    def stripped(name: str) -> pa.Array:
        text = pc.utf8_trim_whitespace(cells.column(name).combine_chunks().cast(pa.string()))
        return pc.if_else(pc.equal(text, ""), pa.scalar(None, pa.string()), text)

    return pa.table(dict(zip(cells.column_names, two_at_a_time(stripped, cells.column_names), strict=True)))
