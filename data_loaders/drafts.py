"""Imports that were left halfway: kept in the database without the file, to go on with later.

Only rows that went through the same gates as stored ones are kept: mapped columns, no forbidden ones, no
citizen service numbers, pseudonyms for persons. Texts from elsewhere on a sheet stay behind.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from data_loaders.describing import LOOKED_AT, first_texts
from data_loaders.draft_text import intake_from, intake_text, plain_text
from data_loaders.problems import Problem
from data_loaders.progress import Progress
from data_loaders.recognition import KINDS
from data_loaders.rereading import check_cleaned
from data_loaders.understanding import HeadingRead, Intake
from storage import imports
from storage.database import Database

REMARK = "regel-overgeslagen"


@dataclass(frozen=True)
class Draft:
    """An import that waits. `problems` counts them, `kept_at` is UTC, `by` a stated name."""

    id: int
    file: str
    kind: str
    supplier: str
    rows: int
    problems: int
    kept_at: datetime
    by: str | None
    step: str


def keep(
    database: Database, intake: Intake, stated: Mapping[str, Any], by: str | None = None,
    draft_id: int | None = None,
) -> int:  # fmt: skip
    """Keep an intake with rows and return the number of the draft, which stays the same with `draft_id`.

    `stated` are plain values of the screen that come back as they are, without what was typed about persons.
    Raises StorageError in Dutch, ValueError for an intake without rows.
    """
    if intake.cleaned is None or intake.kind is None:
        raise ValueError("only an intake with rows can be kept")
    if "person_key" in intake.cleaned.column_names:
        database.use_key(intake.key_mark)
    text = intake_text(_bare(intake))
    row = {
        "file_name": intake.file,
        "kind": intake.kind,
        "supplier": intake.supplier,
        "row_count": intake.rows,
        "problem_count": len(intake.problems),
        "step": str(stated.get("step", "")),
        "kept_by": by,
        "intake": text,
        "stated": plain_text(_impersonal(stated, intake.kind)),
    }
    before = imports.draft_of(database, draft_id, "intake") if draft_id else None
    if before is None or not _same_rows(intake_from(before["intake"]), intake):
        row["cleaned"] = _packed(intake.cleaned)
    return imports.save_draft(database, row, draft_id)


def drafts(database: Database) -> list[Draft]:
    """Return the imports that wait, newest first."""
    return [
        Draft(
            row["id"], row["file_name"], row["kind"], row["supplier"], row["row_count"],
            row["problem_count"], row["kept_at"], row["kept_by"], row["step"],
        )
        for row in imports.drafts_of(database)
    ]  # fmt: skip


def resume(
    database: Database, draft_id: int, today: date | None = None
) -> tuple[Intake, dict[str, Any]] | None:
    """Return an intake as it was left, checked anew, and what the screen had kept; None when it is gone."""
    row = imports.draft_of(database, draft_id)
    if row is None:
        return None
    rows, people = _unpacked(row["cleaned"]), _people(row["kind"])
    intake = intake_from(row["intake"])
    headings = tuple(_with_samples(one, rows, people) for one in intake.headings)
    intake = replace(intake, cleaned=rows, headings=headings)
    intake = check_cleaned(intake, intake.stated, today or date.today(), Progress())
    return intake, json.loads(row["stated"])


def discard(database: Database, draft_id: int) -> None:
    """Remove an import that waits; one that is gone already stays gone."""
    imports.delete_draft(database, draft_id)


def _bare(intake: Intake) -> Intake:
    """Return an intake without rows, without problems that are found anew, and without loose texts."""
    people = _people(intake.kind or "")
    typed = intake.stated.corrections.items()
    cells = {cell: text for cell, text in typed if cell.field not in people or not text}
    words = {name: texts for name, texts in intake.choices.values.items() if name not in people}
    return replace(
        intake, table=None, cleaned=None, problems=(),
        choices=replace(intake.choices, values=words),
        stated=replace(intake.stated, values=words, corrections=cells),
        standing=tuple(_silent(one) if one.sort == REMARK else one for one in intake.standing),
        headings=tuple(replace(one, samples=()) for one in intake.headings),
        supplier_reason=intake.supplier_reason.partition(' "')[0],
    )  # fmt: skip


def _silent(remark: Problem) -> Problem:
    """Return the warning about a line that is no data, without the words of that line."""
    shown = re.compile(r'hier staat alleen ".*"\. ', re.DOTALL)
    return replace(remark, value=None, message=shown.sub("hier is maar één cel ingevuld. ", remark.message))


def _with_samples(heading: HeadingRead, rows: pa.Table, people: set[str]) -> HeadingRead:
    """Return a heading with texts from the kept rows; those below it on the sheet are gone with the file."""
    if heading.field not in rows.column_names or heading.field in people:
        return heading
    here = rows.filter(pc.equal(rows.column("sheet"), heading.sheet)).slice(0, LOOKED_AT)
    return replace(heading, samples=first_texts(here.column(heading.field)))


def _impersonal(stated: Mapping[str, Any], kind: str) -> dict[str, Any]:
    """Return what the screen keeps, without anything that was typed in a column of persons."""
    people, kept = _people(kind), dict(stated)
    if "values" in kept:
        kept["values"] = {name: texts for name, texts in kept["values"].items() if name not in people}
    if "corrections" in kept:  # sheet, row, field and text
        kept["corrections"] = [one for one in kept["corrections"] if one[2] not in people or not one[3]]
    return kept


def _people(kind: str) -> set[str]:
    return {column.field for column in KINDS[kind].columns if column.type == "person"}


def _same_rows(one: Intake, other: Intake) -> bool:
    """Say whether two intakes gathered the same rows, so that these need not be written again."""
    names = ("checksum", "supplier", "kind", "sheet", "header_row", "mapping", "rows", "key_mark")
    places = [[(read.sheet, read.letter, read.field) for read in each.headings] for each in (one, other)]
    return all(getattr(one, name) == getattr(other, name) for name in names) and places[0] == places[1]


def _packed(rows: pa.Table) -> bytes:
    """Return rows as compressed Arrow; the few different texts of a column are written once."""
    columns = {
        name: rows.column(name).dictionary_encode() if pa.types.is_string(rows.schema.field(name).type)
        else rows.column(name) for name in rows.column_names
    }  # fmt: skip
    table = pa.table(columns).unify_dictionaries()
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema, options=pa.ipc.IpcWriteOptions(compression="zstd")) as writer:
        writer.write_table(table)
    return sink.getvalue().to_pybytes()


def _unpacked(data: bytes) -> pa.Table:
    table = pa.ipc.open_stream(data).read_all()
    columns = {
        name: table.column(name).cast(pa.string()) if pa.types.is_dictionary(table.schema.field(name).type)
        else table.column(name) for name in table.column_names
    }  # fmt: skip
    return pa.table(columns)
