"""What the analyst said about cells, laid over the text of a list: other words, other cells, fewer rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data_loaders.columns import Column
from data_loaders.kind import RECOGNISED_ONLY, TEXTS, Kind
from data_loaders.understanding import Cell, Stated
from reference.dutch import LABELS


def answered(kind: Kind, rows: pa.Table, stated: Stated) -> pa.Table:
    """Return the rows as the analyst wants them read; `rows` itself where nothing was said.

    A correction of one cell goes before a word that is replaced everywhere. A person can only be emptied:
    a number typed on a screen has no pseudonym.
    """
    for name, words in stated.values.items():
        column = kind.by_field.get(name)
        if words and column and name in rows.column_names and column.type != "person":
            rows = _set(rows, name, _reworded(rows.column(name), words, kind, column))
    rows = _corrected(kind, rows, stated.corrections)
    return _without_rows(rows, stated.omit) if stated.omit else rows


def plain(text: str) -> str:
    """Return a text the way words that are replaced are compared: case and spaces make no difference."""
    return " ".join(text.casefold().split())


def _set(rows: pa.Table, name: str, column: pa.ChunkedArray | pa.Array) -> pa.Table:
    return rows.set_column(rows.column_names.index(name), name, column)


def _reworded(
    cells: pa.ChunkedArray, words: Mapping[str, str | None], kind: Kind, column: Column
) -> pa.Array:
    wanted = {plain(old): new and _understood(new, kind, column) for old, new in words.items()}
    encoded = cells.combine_chunks().dictionary_encode()
    texts = [wanted.get(plain(text), text) for text in encoded.dictionary.to_pylist()]
    return pa.array(texts, pa.string()).take(encoded.indices)


def _understood(text: str, kind: Kind, column: Column) -> str:
    """Return the code of a label of the screen that the reader of its column doesn't know."""
    free = column.type in TEXTS or column.type == RECOGNISED_ONLY
    if free or kind.reader(column)[0](text, "").low is not None:
        return text
    labels = LABELS.get(column.type) or LABELS.get(column.field) or {}
    return next((code for code, label in labels.items() if plain(label) == plain(text)), text)


def _corrected(kind: Kind, rows: pa.Table, corrections: Mapping[Cell, str]) -> pa.Table:
    by_field: dict[str, dict[tuple[str, int], str | None]] = {}
    for cell, text in corrections.items():
        column = kind.by_field.get(cell.field)
        if column and (column.type != "person" or not text.strip()):
            by_field.setdefault(cell.field, {})[(cell.sheet, cell.row_number)] = text.strip() or None
    if not by_field:
        return rows
    places = _places(rows, {place for cells in by_field.values() for place in cells})
    for name, cells in by_field.items():
        found = {places[place]: text for place, text in cells.items() if place in places}
        if name not in rows.column_names:
            rows = rows.append_column(name, pa.nulls(rows.num_rows, pa.string()))
        mask = np.zeros(rows.num_rows, dtype=bool)
        mask[list(found)] = True
        texts = pa.array([found[index] for index in sorted(found)], pa.string())
        before = rows.column(name)
        whole = before.combine_chunks() if isinstance(before, pa.ChunkedArray) else before
        rows = _set(rows, name, pc.replace_with_mask(whole, pa.array(mask), texts))
    return rows


def _places(rows: pa.Table, wanted: Iterable[tuple[str, int]]) -> dict[tuple[str, int], int]:
    """Return where rows of the file stand in the table."""
    wanted = set(wanted)
    numbers = pa.array(sorted({row for _, row in wanted}), pa.int32())
    indices = pc.indices_nonzero(pc.is_in(rows.column("row_number"), numbers))
    some = rows.select(["sheet", "row_number"]).take(indices).to_pylist()
    found = {}
    for index, row in zip(indices.to_pylist(), some, strict=True):
        if (row["sheet"], row["row_number"]) in wanted:
            found[(row["sheet"], row["row_number"])] = index
    return found


def _without_rows(rows: pa.Table, omit: frozenset[tuple[str, int]]) -> pa.Table:
    keep = np.ones(rows.num_rows, dtype=bool)
    keep[list(_places(rows, omit).values())] = False
    return rows.filter(pa.array(keep))
