"""Which fields a promise, a checklist point, a bottleneck and a meeting have, and what may stand in them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from reference.board import bottlenecks, checklist
from reference.load import commitments
from reference.plain_text import tidy, why_unfit
from reference.promises import why_no_such_lines
from storage.errors import StorageError

STATUSES = ("gedaan", "loopt", "te laat", "geen bewijs", "geen getal")
OPEN_OR_NOT = ("open", "opgelost")
KINDS_OF_BOTTLENECK = ("knelpunt", "advies")
_PROMISE = ("status", "owner", "evidence", "evidence_document", "evidence_lines", "next_step", "due")
# Kind of record to its fields, in the order of the screen.
FIELDS = {
    "toezegging": _PROMISE,
    "punt": _PROMISE,
    "knelpunt": ("kind", "text", "owner", "day", "state", "next_step", "due", "removed"),
    "vergadering": ("name", "day", "removed"),
}
NAMES = {
    "status": "status", "owner": "eigenaar", "evidence": "bewijs", "evidence_document": "stuk",
    "evidence_lines": "regels", "next_step": "volgende stap", "due": "datum volgende stap", "kind": "soort",
    "text": "tekst", "day": "datum", "state": "stand", "name": "naam", "removed": "weggehaald",
}  # fmt: skip
# Fields that hold free text; those of a document keep to a fixed notation.
TEXTS = ("owner", "evidence", "next_step", "text", "name")
_CHOICES = {"status": STATUSES, "state": OPEN_OR_NOT, "kind": KINDS_OF_BOTTLENECK, "removed": ("ja",)}
_DATES = ("due", "day")
_SHORT = {"owner": 120, "name": 120, "evidence_lines": 40}


def kind_of(record: str) -> str:
    """Return what a key belongs to; StorageError in Dutch when nothing has this key."""
    if record in {one.key for one in commitments()}:
        return "toezegging"
    if record in {one.key for one in checklist()}:
        return "punt"
    if record in {one.key for one in bottlenecks()} or record.startswith("KN-N"):
        return "knelpunt"
    if record.startswith("V-"):
        return "vergadering"
    raise StorageError(f"Er is geen toezegging met de code {record}. De codes staan op de pagina Afspraken.")


def tidied(record: str, values: Mapping[str, str | None]) -> dict[str, str | None]:
    """Return the values as they are kept, empty ones as None; StorageError names the field that can't be."""
    allowed = FIELDS[kind_of(record)]
    kept: dict[str, str | None] = {}
    for field, value in values.items():
        if field not in allowed:
            raise ValueError(f"{record} has no field {field}")
        kept[field] = tidy(value) if value and tidy(value) else None
        if kept[field] and (why := why_wrong(field, kept[field])):
            raise StorageError(f"{NAMES[field].capitalize()}: {why}.")
    document, lines = kept.get("evidence_document"), kept.get("evidence_lines")
    if (document or lines) and (why := why_no_citation(document, lines)):
        raise StorageError(f"Stuk en regels: {why}.")
    return kept


def why_wrong(field: str, value: str) -> str | None:
    """Return in Dutch why a value can't stand in a field, or None when it can."""
    if field in _CHOICES:
        wrong = value not in _CHOICES[field]
        return f"'{value}' kan niet; kies uit {', '.join(_CHOICES[field])}" if wrong else None
    if field in _DATES:
        return _why_no_date(value)
    return why_unfit(value, _SHORT.get(field, 500))


def why_no_citation(document: str | None, lines: str | None) -> str | None:
    """Return in Dutch why document and lines can't stand together, or None when they can."""
    if not document:
        return "bij deze regels ontbreekt het stuk"
    return why_no_such_lines(document, lines) if lines else None


def _why_no_date(value: str) -> str | None:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return f"'{value}' is geen datum"
    near = 2000 <= day.year <= 2099
    return None if near else f"{day.year} ligt te ver weg; kies een jaar van 2000 tot 2099"
