"""Everything that the documents state and the product counts, as entries that can be searched and opened."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import cache, cached_property
from html import unescape

from metrics.catalogue import METRICS
from metrics.metric import Metric, Question, Scope, formula_text
from reference.dutch import LABELS, date_short, number
from reference.load import (
    Target,
    budgets,
    commitments,
    contradictions,
    documents,
    figures,
    milestones,
    rules,
    targets,
)
from ui.markup import link, safe
from ui.view import metric_url, period_text

KINDS = {
    "begrip": "Begrippen: wat we tellen",
    "doel": "Doelen",
    "mijlpaal": "Mijlpalen",
    "cijfer": "Cijfers die een stuk zelf noemt",
    "geld": "Geld",
    "regel": "Regels en definities",
    "tegenspraak": "Tegenspraken",
    "toezegging": "Toezeggingen zonder getal",
}
NO_NUMBER = "geen getal in bron"
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Entry:
    """One entry: its key, kind, title, what stands behind the title, and terms with their text as HTML."""

    key: str
    kind: str
    title: str
    tail: str
    pairs: tuple[tuple[str, str], ...]

    @property
    def code(self) -> str:
        """Its code as documents and colleagues call it; a metric has none and says what it counts over."""
        if self.key not in METRICS:
            return self.key
        return "in een periode" if METRICS[self.key].kind == "flow" else "op een dag"

    @cached_property
    def searched(self) -> str:
        """All its text in lower case, without markup."""
        texts = " ".join(f"{term} {text}" for term, text in self.pairs if text)
        return f"{self.key} {self.title} {self.tail} {unescape(_TAG.sub(' ', texts))}".lower()


@cache
def entries() -> tuple[Entry, ...]:
    """Return all entries, kind by kind."""
    found = [_metric(one) for one in METRICS.values()]
    found += [target_entry(one) for one in targets().values()]
    for kind, stated in (("mijlpaal", milestones), ("cijfer", figures), ("geld", budgets), ("regel", rules)):
        found += [_stated(one, kind) for one in stated().values()]
    found += [_contradiction(one) for one in contradictions()]
    found += [_stated(one, "toezegging") for one in commitments()]
    return tuple(found)


@cache
def entry(key: str) -> Entry | None:
    """Return the entry with a register id, a metric key or a code of a contradiction."""
    return next((one for one in entries() if one.key == key), None)


def matching(words: str) -> list[Entry]:
    """Return the entries that hold every word of the query, whatever its case."""
    wanted = words.lower().split()
    return [one for one in entries() if all(word in one.searched for word in wanted)]


def bounds_text(low, high, unit: str) -> str:
    """Return 'minstens 440 garantiebanen', '40 tot 50 …', '60 %' or 'geen getal in bron'."""
    if low is None and high is None:
        return NO_NUMBER
    ends = [number(one, 0 if one == int(one) else 1) for one in (low, high) if one is not None]
    if low is not None and high is not None:
        return f"{ends[0]} {unit}" if low == high else f"{ends[0]} tot {ends[1]} {unit}"
    return f"{'minstens' if high is None else 'hoogstens'} {ends[0]} {unit}"


def entry_url(key: str) -> str:
    """Return the address that shows an entry on top."""
    return metric_url(key) if key in METRICS else f"/verantwoording?afspraak={key}"


def _metric(one: Metric) -> Entry:
    target = targets()["T-LSA-02"]
    question = Question(one, Scope(region=True), target.start, target.end, target.end)
    lines = formula_text(question).replace(" FROM ", "\nFROM ").replace(" WHERE ", "\nWHERE ")
    used = [f"{t.key} {t.title}" for t in targets().values() if t.metric == one.key]
    kind = "wat in de periode begon" if one.kind == "flow" else "wat op de peildatum loopt"
    pairs = (
        ("Wat telt mee", safe(one.rule)),
        ("Eenheid", safe(one.unit)),
        ("Soort", kind),
        ("Optelbaar", "ja" if one.additive else "nee: delen samen kunnen meer zijn dan het geheel"),
        ("Gebruikt bij", safe("; ".join(used))),
        ("Formule", f'<pre class="rm-code"><code>{safe(lines)}</code></pre>'),
    )
    return Entry(one.key, "begrip", one.label, one.unit, pairs)


def target_entry(one: Target) -> Entry:
    """Return the entry of a target, of a source or delivered."""
    measured = safe(one.not_measured or "")
    if one.metric:
        measured = link(METRICS[one.metric].label, metric_url(one.metric))
    pairs = (
        ("Getal", safe(bounds_text(one.at_least, one.at_most, one.unit))),
        ("Van wie", safe(one.party_text)),
        ("Gebied", safe(_scope(one))),
        ("Periode", safe(period_text(one))),
        ("Telregel", safe(one.counting_rule)),
        ("Zo meten we", measured),
        ("Sterkte", safe(LABELS["strength"][one.strength])),
        ("Afgeleid van", safe(", ".join(one.derived_from))),
        ("Bron", safe(_source(one))),
        ("Let op", safe(" ".join(filter(None, (one.note, one.mismatch))))),
        ("Tegenspraak", _contradicted(one.key)),
    )
    return Entry(one.key, "doel", one.title, bounds_text(one.at_least, one.at_most, one.unit), pairs)


def _stated(one, kind: str) -> Entry:
    """A milestone, figure, budget, rule or commitment: the fields that it has, in one order."""
    has = {field.name: getattr(one, field.name) for field in fields(one)} if is_dataclass(one) else {}
    low, high = has.get("low", has.get("at_least")), has.get("high", has.get("at_most"))
    counted = "low" in has or "at_least" in has
    amount = bounds_text(low, high, one.unit) if counted and (kind != "regel" or low or high) else ""
    start = has.get("start") or has.get("period_start")
    end = has.get("end") or has.get("due") or has.get("period_end")
    pairs = (
        ("Tekst", safe(has.get("text", ""))),
        ("Getal", safe(amount)),
        ("Van wie", safe(has.get("party_text") or has.get("party") or "")),
        ("Gebied", safe(has["scope"] if isinstance(has.get("scope"), str) else has["scope"].text)),
        ("Wanneer", safe(has.get("date_text") or has.get("due_text") or _span(start, end))),
        ("Voorwaarde", safe(has.get("condition", ""))),
        ("Maat", safe(has.get("indicator", ""))),
        ("Telregel", safe(has.get("counting_rule", ""))),
        ("Sterkte", safe(LABELS["commitment"].get(has.get("strength", ""), ""))),
        ("Bron", safe(_source(one))),
        ("Let op", safe(has.get("note", ""))),
        ("Tegenspraak", _contradicted(one.key)),
    )
    return Entry(one.key, kind, has.get("title") or has["commitment"], amount, pairs)


def _contradiction(one) -> Entry:
    touched = ", ".join(link(key, entry_url(key)) for key in one.targets)
    pairs = (
        ("De ene lezing", safe(one.reading_one)),
        ("De andere lezing", safe(one.reading_two)),
        ("Zo lezen wij het", safe(one.how_we_read)),
        ("Waar het staat", safe(_passages(one.passages()))),
        ("Raakt", touched),
    )
    return Entry(one.key, "tegenspraak", one.subject, "", pairs)


def _contradicted(key: str) -> str:
    found = [one for one in contradictions() if key in one.targets]
    return "<br>".join(f"{link(one.subject, entry_url(one.key))}: {safe(one.how_we_read)}" for one in found)


def _scope(one: Target) -> str:
    return f"{one.scope.text}, sector {one.scope.sector}" if one.scope.sector else one.scope.text


def _source(one) -> str:
    section = f", {one.section}" if getattr(one, "section", "") else ""
    stated = documents().get(one.document)  # of a delivered one: the document that it names
    return f"{stated.short}{section}, r. {one.lines}" if stated else f"{one.document}{section} ({one.lines})"


def _passages(found: Sequence[tuple[str, int, int]]) -> str:
    spans = (f"{documents()[key].short}, r. {a}" + (f"-{b}" if b > a else "") for key, a, b in found)
    return "; ".join(spans)


def _span(start, end) -> str:
    said = [date_short(one) for one in (start, end) if one]
    return " – ".join(said)
