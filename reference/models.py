"""The shapes of what the source documents state."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


class ReferenceError(ValueError):
    """A reference file that cannot be used. The message is Dutch and names file, key and field."""


@dataclass(frozen=True)
class Document:
    """One source document. `date` is None where the document bears no exact date; `date_text` says why."""

    key: str
    title: str
    short: str
    kind: str
    date: date | None
    date_text: str
    file_name: str


@dataclass(frozen=True)
class TargetScope:
    """Whom or what a number is about. `code` is a CBS or party code, `sector` None means every sector."""

    kind: str
    code: str | None
    sector: str | None
    text: str


@dataclass(frozen=True)
class Target:
    """What was agreed, in the unit of the document, with its place in the document.

    No bound at all means that the source gives no number. Two equal bounds are an exact share (an estimate).
    `mismatch` says in Dutch why number and target do not fit (scope, unit or period), else None.
    `pillar` belongs to the metric pillar_placements; None there means all four pillars.
    """

    key: str
    title: str
    agreement: str
    theme: str
    party_text: str
    metric: str | None
    not_measured: str | None
    at_least: Decimal | None
    at_most: Decimal | None
    unit: str
    scope: TargetScope
    start: date
    end: date | None
    open_ended: bool
    counting: str | None
    counting_rule: str
    strength: str
    document: str
    section: str
    lines: str
    note: str
    derived_from: tuple[str, ...]
    baseline: Decimal | None
    pillar: str | None
    mismatch: str | None


@dataclass(frozen=True)
class Milestone:
    """Something that is done or not. `due` is our reading of `due_text`, None where no moment is given."""

    key: str
    title: str
    agreement: str
    theme: str
    party_text: str
    kind: str
    start: date | None
    due: date | None
    due_text: str
    scope: TargetScope
    document: str
    section: str
    lines: str
    note: str


@dataclass(frozen=True)
class Figure:
    """A number as a document published it: an interval, with its scope, moment and place.

    No bound at all means that the source gives words only. `end` is the reference date.
    """

    key: str
    title: str
    kind: str
    low: Decimal | None
    high: Decimal | None
    unit: str
    scope: TargetScope
    start: date | None
    end: date | None
    date_text: str
    target: str | None
    metric: str | None
    document: str
    section: str
    lines: str
    note: str


@dataclass(frozen=True)
class Budget:
    """Money set aside, in euros unless `unit` says otherwise. No bound means that no amount is given."""

    key: str
    title: str
    agreement: str
    party_text: str
    low: Decimal | None
    high: Decimal | None
    unit: str
    scope: TargetScope
    start: date
    end: date
    condition: str
    document: str
    section: str
    lines: str
    note: str


@dataclass(frozen=True)
class Rule:
    """A counting rule, definition, rule or duration that the documents state, in our words (`text`)."""

    key: str
    title: str
    agreement: str
    kind: str
    text: str
    at_least: Decimal | None
    at_most: Decimal | None
    unit: str
    scope: TargetScope
    start: date | None
    end: date | None
    document: str
    section: str
    lines: str
    note: str
