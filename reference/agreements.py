"""One TOML file per source document, read into documents, targets, milestones, figures, budgets and rules."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

from reference.citation import cited_lines
from reference.entry import Entry, read_toml
from reference.labels import LABELS
from reference.models import Budget, Document, Figure, Milestone, ReferenceError, Rule, Target, TargetScope

METRIC_KEYS = (
    "placements", "garantiebanen", "jobs", "persons", "internships", "internships_extra", "pillar_placements",
)
INTERNSHIP_METRICS = ("internships", "internships_extra")
_BOUNDS = ("at_least", "at_most", "between", "value", "no_number")

Bounds = tuple[Decimal | None, Decimal | None]


def read_agreement(path: Path) -> tuple[Document, list[Any]]:
    """The document and everything that its file states, in the order of the file. Raises ReferenceError."""
    tables = read_toml(path)
    document = _document(Entry(path.name, "document", tables.pop("document", {})))
    found = []
    for name, entries in tables.items():
        if name not in _READERS or not isinstance(entries, list):
            choices = ", ".join(f"[[{known}]]" for known in _READERS)
            raise ReferenceError(f"{path.name}: '{name}' is geen bekende tabel; kies uit {choices}.")
        for fields in entries:
            entry = Entry(path.name, str(fields.get("key", name)), fields)
            found.append(_READERS[name](entry, document.key))
            entry.close()
    return document, found


def _document(entry: Entry) -> Document:
    document = Document(
        key=entry.text("key"), title=entry.text("title"), short=entry.text("short"), kind=entry.text("kind"),
        date=entry.date("date") if entry.has("date") else None,
        date_text=entry.text("date_text"), file_name=entry.text("file_name"),
    )
    entry.close()
    return document


def _bounds(entry: Entry) -> Bounds:
    """Low and high; a number that is not given is declared as such, so it cannot be forgotten."""
    given = [field for field in _BOUNDS if entry.has(field)]
    if len(given) != 1:
        entry.fail("at_least", f"of precies één van de andere ({', '.join(_BOUNDS[1:])}) moet er staan")
    match given[0]:
        case "at_least":
            return entry.number("at_least"), None
        case "at_most":
            return None, entry.number("at_most")
        case "value":
            exact = entry.number("value")
            return exact, exact
        case "between":
            return _between(entry)
    entry.flag("no_number")
    return None, None


def _between(entry: Entry) -> Bounds:
    ends = entry.value("between")
    numbers = isinstance(ends, list) and all(type(end) in (int, Decimal) for end in ends)
    if not numbers or len(ends) != 2 or not ends[0] < ends[1]:
        entry.fail("between", "moet twee oplopende getallen hebben")
    return Decimal(ends[0]), Decimal(ends[1])


def _scope(entry: Entry) -> TargetScope:
    inner = entry.inner("scope")
    kind = inner.choice("kind", LABELS["scope"])
    scope = TargetScope(
        kind=kind,
        code=inner.text("code") if kind in ("municipality", "party") else None,
        sector=inner.choice("sector", LABELS["sector"]) if inner.has("sector") else None,
        text=inner.text("text"),
    )
    inner.close()
    return scope


def _place(entry: Entry, document: str) -> dict[str, str]:
    lines = entry.text("lines")
    try:
        cited_lines(document, lines)
    except ValueError as error:
        entry.fail("lines", f"klopt niet: {error}")
    section, note = entry.text("section"), entry.note("note")
    return {"document": document, "section": section, "lines": lines, "note": note}


def _about(entry: Entry) -> dict[str, str]:
    """What it is, under which agreement."""
    agreement = entry.choice("agreement", LABELS["agreement"])
    return {"key": entry.text("key"), "title": entry.text("title"), "agreement": agreement}


def _measured(entry: Entry) -> dict[str, Any]:
    """Metric and how it counts, or the reason why nothing is measured; never both, never neither."""
    if entry.has("metric") == entry.has("not_measured"):
        entry.fail("metric", "of 'not_measured' moet er staan, en niet allebei")
    metric = entry.choice("metric", METRIC_KEYS) if entry.has("metric") else None
    places_people = metric is not None and metric not in INTERNSHIP_METRICS
    pillar = entry.choice("pillar", ("alle", *LABELS["pillar"])) if metric == "pillar_placements" else None
    return {
        "metric": metric,
        "not_measured": None if metric else entry.text("not_measured"),
        "counting": entry.choice("counting", LABELS["counting"]) if places_people else None,
        "baseline": entry.number("baseline") if metric == "internships_extra" else None,
        "pillar": None if pillar == "alle" else pillar,
        "mismatch": entry.text("mismatch") if metric and entry.has("mismatch") else None,
    }


def _period(entry: Entry) -> dict[str, Any]:
    start = entry.date("start")
    if entry.has("end") == entry.has("open_ended"):
        entry.fail("end", "of 'open_ended' moet er staan, en niet allebei")
    end = entry.date("end") if entry.has("end") else None
    if end and end < start:
        entry.fail("end", "ligt voor 'start'")
    return {"start": start, "end": end, "open_ended": entry.flag("open_ended")}


def _target(entry: Entry, document: str) -> Target:
    at_least, at_most = _bounds(entry)
    strength = entry.choice("strength", LABELS["strength"])
    return Target(
        **_about(entry), party_text=entry.text("party"), theme=entry.choice("theme", LABELS["theme"]),
        at_least=at_least, at_most=at_most, unit=entry.text("unit"), scope=_scope(entry), strength=strength,
        counting_rule=entry.text("counting_rule"),
        derived_from=entry.texts("derived_from") if strength == "afgeleid" else (),
        **_measured(entry), **_period(entry), **_place(entry, document),
    )


def _milestone(entry: Entry, document: str) -> Milestone:
    return Milestone(
        **_about(entry), party_text=entry.text("party"), theme=entry.choice("theme", LABELS["theme"]),
        kind=entry.choice("kind", ("mijlpaal", "besluit")), scope=_scope(entry),
        start=_date_if_given(entry, "start"), due=_date_if_given(entry, "due"),
        due_text=entry.text("due_text"), **_place(entry, document),
    )


def _figure(entry: Entry, document: str) -> Figure:
    low, high = _bounds(entry)
    return Figure(
        key=entry.text("key"), title=entry.text("title"),
        kind=entry.choice("kind", ("realisatie", "schatting", "context")),
        low=low, high=high, unit=entry.text("unit"), scope=_scope(entry),
        start=_date_if_given(entry, "start"), end=_date_if_given(entry, "end"),
        date_text=entry.text("date_text"),
        target=entry.text("target") if entry.has("target") else None,
        metric=entry.choice("metric", METRIC_KEYS) if entry.has("metric") else None,
        **_place(entry, document),
    )


def _budget(entry: Entry, document: str) -> Budget:
    low, high = _bounds(entry)
    return Budget(
        **_about(entry), party_text=entry.text("party"),
        low=low, high=high, unit=entry.text("unit"), scope=_scope(entry),
        start=entry.date("start"), end=entry.date("end"), condition=entry.note("condition"),
        **_place(entry, document),
    )


def _rule(entry: Entry, document: str) -> Rule:
    at_least, at_most = _bounds(entry)
    return Rule(
        **_about(entry), text=entry.text("text"),
        kind=entry.choice("kind", ("regel", "telregel", "definitie", "looptijd")),
        at_least=at_least, at_most=at_most, unit=entry.note("unit"), scope=_scope(entry),
        start=_date_if_given(entry, "start"), end=_date_if_given(entry, "end"), **_place(entry, document),
    )


def _date_if_given(entry: Entry, field: str) -> Any:
    return entry.date(field) if entry.has(field) else None


_READERS: dict[str, Callable[[Entry, str], Any]] = {
    "target": _target, "milestone": _milestone, "figure": _figure, "budget": _budget, "rule": _rule,
}
