"""An intake without its rows as JSON, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any

from data_loaders.problems import Problem
from data_loaders.understanding import Cell, Choices, HeadingRead, Intake, SheetRead, Stated

_TEXTS = (
    "file", "kind", "supplier", "supplier_reason", "sheet", "header_row", "rows", "checksum", "bytes",
    "key_mark", "layout", "reason", "recalled",
)  # fmt: skip
_PERIODS = ("period", "period_stated", "period_named")
_LISTS = {"headings": HeadingRead, "sheets_seen": SheetRead, "standing": Problem}


def intake_text(intake: Intake) -> str:
    """Return everything of an intake except its rows and what is found in them."""
    kept: dict[str, Any] = {name: getattr(intake, name) for name in _TEXTS}
    kept["mapping"] = dict(intake.mapping)
    kept["dropped_columns"] = list(intake.dropped_columns)
    kept["ignored_columns"] = list(intake.ignored_columns)
    for name in _PERIODS:
        period = getattr(intake, name)
        kept[name] = [day.isoformat() for day in period] if period else None
    for name in _LISTS:
        kept[name] = [vars(one) for one in getattr(intake, name)]
    hours = intake.choices.hours_per_fte
    kept["choices"] = {
        "columns": dict(intake.choices.columns), "values": _words(intake.choices.values),
        "hours_per_fte": None if hours is None else str(hours),
    }  # fmt: skip
    kept["stated"] = {
        "values": _words(intake.stated.values),
        "corrections": [[*cell, text] for cell, text in intake.stated.corrections.items()],
        "omit": sorted(map(list, intake.stated.omit)),
    }
    return plain_text(kept)


def intake_from(text: str) -> Intake:
    """Return the intake of a text that `intake_text` made."""
    kept = json.loads(text)
    for name in _PERIODS:
        kept[name] = tuple(map(date.fromisoformat, kept[name])) if kept[name] else None
    for name, type_ in _LISTS.items():
        kept[name] = tuple(_made(type_, one) for one in kept[name])
    for name in ("dropped_columns", "ignored_columns"):
        kept[name] = tuple(kept[name])
    choices, stated = kept["choices"], kept["stated"]
    hours = choices["hours_per_fte"]
    kept["choices"] = Choices(choices["columns"], choices["values"], Decimal(hours) if hours else None)
    kept["stated"] = Stated(
        stated["values"],
        {Cell(sheet, row, name): text for sheet, row, name, text in stated["corrections"]},
        frozenset((sheet, row) for sheet, row in stated["omit"]),
    )
    return Intake(**kept)


def plain_text(values: Mapping[str, Any]) -> str:
    """Return plain values as JSON."""
    return json.dumps(values, ensure_ascii=False)


def _words(values: Mapping[str, Mapping[str, str | None]]) -> dict[str, dict[str, str | None]]:
    return {name: dict(texts) for name, texts in values.items()}


def _made(type_: type, values: Mapping[str, Any]) -> Any:
    known = {one.name for one in fields(type_)}
    lists = {name: tuple(value) for name, value in values.items() if isinstance(value, list)}
    return type_(**{name: value for name, value in (values | lists).items() if name in known})
