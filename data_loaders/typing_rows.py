"""Rows of text made typed: each distinct value of a column is read once and put back where it stood.

So a hundred thousand rows cost as much as their few thousand different dates, hours and names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pyarrow as pa
import pyarrow.compute as pc

from data_loaders.categories import party_of_employer
from data_loaders.kind import RECOGNISED_ONLY, TEXTS, Column, Kind
from data_loaders.progress import NOBODY, Progress, two_at_a_time
from data_loaders.values import CELL_ERRORS, MISSING, Reading, cell_error, wrong
from reference.load import municipalities

ERRORS = pa.array(sorted(CELL_ERRORS), pa.string())
UNKNOWN = pa.array(sorted(MISSING), pa.string())


@dataclass(frozen=True)
class TypedRows:
    """Typed rows for SQL, and per field the readings that have something to tell.

    `table` has per field its value, `_high` (the other end), `_raw` (the text), `_code` (equal for equal
    texts) and `_wrong`. `issues` has per field its codes with a severity, an issue and a group.
    """

    table: pa.Table
    issues: Mapping[str, pa.Table]


def type_rows(
    kind: Kind, rows: pa.Table, headings: Mapping[str, str], today: date, hours_per_fte: Decimal | None,
    progress: Progress = NOBODY,
) -> TypedRows:  # fmt: skip
    """Return the rows of a list, typed. `rows` has sheet, row_number and a text column per field."""
    count = rows.num_rows
    columns: dict[str, pa.Array] = {
        "rid": pa.array(range(count), pa.int32()),
        "sheet": rows.column("sheet"),
        "row_number": rows.column("row_number"),
        "today": pa.repeat(pa.scalar(today), count),
        "hours_per_fte": pa.repeat(pa.scalar(hours_per_fte, pa.decimal128(6, 2)), count),
    }
    issues = {}
    wanted = [column for column in kind.columns if column.type != RECOGNISED_ONLY]

    def typed(column: Column) -> tuple[dict[str, pa.Array], pa.Table]:
        present = column.field in rows.column_names
        cells = rows.column(column.field) if present else pa.nulls(count, pa.string())
        return _type_column(kind, column, cells, headings.get(column.field, ""))

    for done, (column, (added, found)) in enumerate(zip(wanted, two_at_a_time(typed, wanted), strict=True)):
        progress("De cellen worden gelezen", done / len(wanted))
        columns |= added
        if found.num_rows:
            issues[column.field] = found
    return TypedRows(pa.table(columns), issues)


def _type_column(
    kind: Kind, column: Column, cells: pa.ChunkedArray | pa.Array, heading: str
) -> tuple[dict[str, pa.Array], pa.Table]:
    """Return the typed columns of one column of text, and the readings with an issue."""
    whole = cells.combine_chunks() if isinstance(cells, pa.ChunkedArray) else cells
    encoded = whole.dictionary_encode()
    codes = encoded.indices
    name = column.field
    if column.type in TEXTS:
        return _text_column(name, whole, encoded)
    reader, type_ = kind.reader(column)
    readings = [reader(text, heading) for text in encoded.dictionary.to_pylist()]
    added = {
        name: pa.array([one.low for one in readings], type_).take(codes),
        f"{name}_high": pa.array([one.high for one in readings], type_).take(codes),
    }
    mistaken = pa.array([one.severity == "error" for one in readings], pa.bool_()).take(codes)
    added |= {f"{name}_raw": whole, f"{name}_code": codes, f"{name}_wrong": pc.fill_null(mistaken, False)}
    if column.type == "home":
        added |= _membership([one.low for one in readings], codes)
    return added, _issues(dict(enumerate(readings)))


def _text_column(
    name: str, whole: pa.Array, encoded: pa.DictionaryArray
) -> tuple[dict[str, pa.Array], pa.Table]:
    """Return a column that stays text: words such as 'onbekend' become null, Excel errors are told."""
    lower = pc.utf8_lower(encoded.dictionary)
    mistaken = pc.is_in(lower, ERRORS)
    unknown = pc.or_(mistaken, pc.is_in(lower, UNKNOWN))
    texts = pc.if_else(unknown, pa.scalar(None, pa.string()), encoded.dictionary)
    kept = texts.take(encoded.indices) if pc.any(unknown).as_py() else whole
    bad = pc.fill_null(mistaken.take(encoded.indices), False)
    added = {name: kept, f"{name}_raw": whole, f"{name}_code": encoded.indices, f"{name}_wrong": bad}
    if name == "employer":
        parties = [party_of_employer(text).low for text in encoded.dictionary.to_pylist()]
        added["employer_party"] = pa.array(parties, pa.string()).take(encoded.indices)
    wrongs = pc.indices_nonzero(mistaken).to_pylist()
    issues = {code: wrong(cell_error(encoded.dictionary[code].as_py()) or "") for code in wrongs}
    return added, _issues(issues)


def _membership(homes: list[str | None], codes: pa.Array) -> dict[str, pa.Array]:
    """Return from when until when each row's municipality belongs to the region; null for one outside."""
    first, last = date(1900, 1, 1), date(9999, 12, 31)
    spans = {one.code: (one.valid_from or first, one.valid_until or last) for one in municipalities()}
    found = [spans.get(home or "", (None, None)) for home in homes]
    return {
        "member_from": pa.array([span[0] for span in found], pa.date32()).take(codes),
        "member_until": pa.array([span[1] for span in found], pa.date32()).take(codes),
    }


def _issues(readings: Mapping[int, Reading]) -> pa.Table:
    told = [(code, one) for code, one in readings.items() if one.severity]
    return pa.table(
        {
            "code": pa.array([code for code, _ in told], pa.int32()),
            "severity": pa.array([one.severity for _, one in told], pa.string()),
            "issue": pa.array([one.issue for _, one in told], pa.string()),
            "grp": pa.array([one.group for _, one in told], pa.string()),
        }
    )
