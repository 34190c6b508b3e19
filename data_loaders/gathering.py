"""The rows of all sheets of a list, brought together as text by field, without what may not be kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import pyarrow as pa

from data_loaders.kind import RECOGNISED_ONLY, Kind
from data_loaders.privacy import holds_citizen_numbers, pseudonymise, without
from data_loaders.problems import Problem, place
from data_loaders.progress import NOBODY, Progress, beside, two_at_a_time
from data_loaders.recognition import Part
from data_loaders.table import extract_rows

SHOWN_REMARKS = 20


@dataclass(frozen=True)
class Gathered:
    """Rows with sheet, row_number and a text column per field; None when the file is refused.

    `count` is how many rows there are, refused or not.
    """

    rows: pa.Table | None
    count: int
    problems: tuple[Problem, ...]


def gather_rows(
    used: Sequence[Part], kind: Kind, file: str, namespace: str, key: bytes, progress: Progress = NOBODY
) -> Gathered:
    """Return the rows of these sheets; persons are pseudonyms in their namespace from here on.

    A column that holds citizen service numbers refuses the file, whatever its heading.
    """
    tables, refused, remarks = [], [], []
    for done, part in enumerate(used):
        share = progress.within(done / len(used), (done + 1) / len(used))
        share("De rijen worden verzameld", 0.0)
        letters = {
            name: heading.letter
            for name, heading in part.map.fields.items()
            if kind.by_field[name].type != RECOGNISED_ONLY
        }
        seen = [*letters.values(), *(heading.letter for heading in part.map.dropped)]
        data = extract_rows(part.found, seen, letters.get(kind.anchor))
        kept = without(letters, data.cells)
        with beside(partial(_with_pseudonyms, kept, namespace, key)) as pseudonymised:
            share("Gezocht wordt naar burgerservicenummers", 0.2)
            refused += _citizen_numbers(part, kept, file)
            share("Persoonsnummers worden pseudoniemen", 0.4)
            kept = pseudonymised()
        names = pa.array([part.sheet.name] * kept.num_rows, pa.string())
        tables.append(kept.append_column("sheet", names).append_column("row_number", data.numbers))
        remarks += [_remark(part, file, letters, *remark) for remark in data.remarks[:SHOWN_REMARKS]]
        remarks += [_example(part, file, row) for row in data.examples[:SHOWN_REMARKS]]
    count = sum(table.num_rows for table in tables)
    if refused:
        return Gathered(None, count, tuple(refused))
    return Gathered(pa.concat_tables(tables, promote_options="default"), count, tuple(remarks))


def _with_pseudonyms(kept: pa.Table, namespace: str, key: bytes) -> pa.Table:
    if "person_key" not in kept.column_names:
        return kept
    index = kept.column_names.index("person_key")
    return kept.set_column(index, "person_key", pseudonymise(kept.column(index), namespace, key))


def _remark(part: Part, file: str, letters: Mapping[str, str], row: int, letter: str, text: str) -> Problem:
    """Return the warning about a row with one filled cell; its text only from a column that is kept."""
    kept = {letters[name] for name in letters if name != "person_key"}
    shown = text[:80] if letter in kept else None
    what = f'hier staat alleen "{shown}"' if shown else "hier is maar één cel ingevuld"
    sentence = f"{place(file, part.sheet.name)}, rij {row}: {what}. De rij telt niet mee."
    cell = f"{letter}{row}"
    return Problem(
        "warning", sentence, file, part.sheet.name or None, cell, None, shown, row_number=row,
        sort="regel-overgeslagen",
    )  # fmt: skip


def _example(part: Part, file: str, row: int) -> Problem:
    where = place(file, part.sheet.name)
    sentence = f"{where}, rij {row}: deze rij is gemarkeerd als voorbeeld en telt niet mee."
    return Problem("warning", sentence, file, part.sheet.name or None, sort="regel-overgeslagen")


def _citizen_numbers(part: Part, kept: pa.Table, file: str) -> list[Problem]:
    def suspect(name: str) -> bool:
        return holds_citizen_numbers(kept.column(name), name, part.kind.nature(name))

    problems = []
    for name, holds in zip(kept.column_names, two_at_a_time(suspect, kept.column_names), strict=True):
        if holds:
            heading = part.map.fields[name]
            text = (
                f'de kolom "{heading.text}" bevat burgerservicenummers. Het bestand is geweigerd. '
                "Haal de kolom weg of vervang de nummers door een eigen klantnummer."
            )
            cell = f"{heading.letter}{part.found.last_row}"
            sentence = f"{place(file, part.sheet.name, cell)}: {text}"
            problems.append(
                Problem("error", sentence, file, part.sheet.name or None, cell, heading.text, sort="bsn")
            )
    return problems
