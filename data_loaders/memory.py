"""How a layout of a supplier was read before: kept when a delivery is stored, applied to the next one."""

from __future__ import annotations

import json
from datetime import datetime

from data_loaders.origin import UNKNOWN
from data_loaders.recalling import Memory
from data_loaders.recognition import KINDS
from data_loaders.understanding import Choices, Intake
from storage import imports
from storage.database import Database

SURE = frozenset({"zeker", "verboden"})  # what is recognised without help needs no memory


def memories(database: Database, supplier: str) -> dict[str, Memory]:
    """Return what is remembered of the layouts of a supplier, by their fingerprint."""
    return {row["layout"]: _memory(row) for row in imports.memories_of(database, supplier)}


def remembered(database: Database, supplier: str, layout: str) -> Memory | None:
    """Return what is remembered of one layout of a supplier."""
    return memories(database, supplier).get(layout)


def remember(database: Database, intake: Intake, delivery_id: int, by: str | None) -> bool:
    """Keep how this file was read and say whether there was something to keep.

    Only what a person said or let pass is kept: columns that were chosen or nearly recognised, words and the
    hours of a full job. Corrections of a cell are of one file, and nothing is kept of an unknown supplier.
    """
    kept = lessons(intake)
    if kept == Choices() or intake.supplier == UNKNOWN or not intake.layout:
        return False
    row = {
        "supplier": intake.supplier,
        "layout": intake.layout,
        "kind": intake.kind,
        "headings": json.dumps(kept.columns, ensure_ascii=False),
        "words": json.dumps(kept.values, ensure_ascii=False),
        "hours_per_fte": kept.hours_per_fte,
        "kept_by": by,
        "delivery_id": delivery_id,
    }
    imports.save_memory(database, row)
    return True


def forget(database: Database, supplier: str, layout: str) -> None:
    """Forget how a layout of a supplier was read; the next file is read as if it were the first."""
    imports.delete_memory(database, supplier, layout)


def lessons(intake: Intake) -> Choices:
    """Return what can be learned from an intake for the next file with the same headings."""
    names = {one.text: one.field for one in intake.headings if one.field and one.certainty not in SURE}
    left_out = {text: None for text, name in intake.choices.columns.items() if name is None}
    columns = KINDS[intake.kind or ""].by_field
    words = {
        name: dict(texts) for name, texts in intake.choices.values.items()
        if texts and name in columns and columns[name].type != "person"
    }  # fmt: skip
    return Choices({**left_out, **names}, words, intake.choices.hours_per_fte)


def _memory(row: dict) -> Memory:
    at: datetime = row["kept_at"]
    return Memory(
        columns=json.loads(row["headings"]), values=json.loads(row["words"]),
        hours_per_fte=row["hours_per_fte"], supplier=row["supplier"], layout=row["layout"],
        kind=row["kind"], at=at, by=row["kept_by"], delivery_id=row["delivery_id"],
    )  # fmt: skip
