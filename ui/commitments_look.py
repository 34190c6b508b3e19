"""How promises look: status with shape, word and colour, split bars, and lines that open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from metrics.commitments import State, citation, tally
from reference.dutch import date_long, date_short
from storage.register_fields import STATUSES
from ui.commitments_state import changed_text, period_of, promises_text
from ui.markup import link, safe
from ui.shapes import Drawing, Table

SHAPES = {
    "gedaan": "circle", "loopt": "half", "te laat": "square", "geen bewijs": "ring", "geen getal": "dash",
    "open": "ring", "opgelost": "circle",
}  # fmt: skip


def status_mark(status: str, count: int | None = None) -> str:
    """Return shape and word of a status in its colour, with a count before the word where there is one."""
    mark = '<i class="rm-mark" aria-hidden="true"></i>'
    number = f"{count}\u00a0" if count is not None else ""
    return f'<span class="rm-status rm-{SHAPES[status]}">{mark}{number}{safe(status)}</span>'


def promise_url(key: str) -> str:
    """Return the address of one promise with all that is known of it."""
    return f"/afspraken?afspraak={key}"


def split_bars(
    groups: Sequence[tuple[str, str | None, Sequence[State]]], column: str, same_scale: bool = False
) -> Drawing:
    """Return per group (name, address, promises) one bar split by status, with the counts beside it.

    On the same scale a longer bar means more promises; else every bar is a whole.
    """
    longest = max((len(found) for _, _, found in groups), default=1)
    items = []
    for name, href, found in groups:
        width = 100 * len(found) / longest if same_scale else 100
        items.append(_bar_item(name, href, found, width))
    rows = tuple((name, *(str(tally(found)[one]) for one in STATUSES), str(len(found)))
                 for name, _, found in groups)  # fmt: skip
    html = f'{_key()}<ul class="rm-bullets rm-splits">{"".join(items)}</ul>'
    alt = "; ".join(f"{name}: {_said(found)}" for name, _, found in groups) + "."
    heads = tuple(one.capitalize() for one in STATUSES)
    return Drawing(html, alt, Table((column, *heads, "Samen"), rows))


def promise_lines(found: Iterable[State], tail: Callable[[State], str]) -> str:
    """Return promises as closed lines that open; `tail` is the quiet text at the end of a line."""
    return f'<div class="rm-entries rm-promises">{"".join(_line(one, tail(one)) for one in found)}</div>'


def pairs_html(pairs: Iterable[tuple[str, str]]) -> str:
    """Return terms with their text, which is HTML already; empty texts are left out."""
    items = "".join(f"<div><dt>{safe(term)}</dt><dd>{text}</dd></div>" for term, text in pairs if text)
    return f'<dl class="rm-definitions">{items}</dl>'


def known_pairs(one: State) -> list[tuple[str, str]]:
    """Return what is known of a promise: why this status, owner, evidence, next step and last change."""
    step = one.next_step or ("" if one.due is None else "zonder omschrijving")
    when = f", uiterlijk {date_long(one.due)}" if one.due else ""
    where = citation(one.evidence_document, one.evidence_lines)
    evidence = " ".join(filter(None, (one.evidence, f"({where})" if where else "")))
    return [
        ("Waarom deze status", safe(_why(one))),
        ("Eigenaar", safe(one.owner)),
        ("Bewijs", safe(evidence or "niets ingevoerd")),
        ("Volgende stap", safe(step + when if step else "niet afgesproken")),
        ("Laatste wijziging", safe(changed_text(one))),
    ]


def stated_text(one: State) -> str:
    """Return who stated the status of a promise and when; empty when it follows from documents and rows."""
    if not one.is_stated:
        return ""
    last = next(change for change in reversed(one.history) if change.field == "status")
    by, day = last.changed_by, date_short(last.changed_at.date())
    if by.startswith("levering van "):
        return f"Uit de {by}, {day}."
    return f"{'Aangeleverd' if last.delivery else 'Ingevoerd'} door {by}, {day}."


def _why(one: State) -> str:
    if not one.is_stated:
        return one.because
    return f"{stated_text(one)} Zonder die opgave zou de status zijn: {one.computed}."


def _line(one: State, tail: str) -> str:
    stated = one.commitment
    pairs = [
        *known_pairs(one),
        ("Van wie", safe(stated.party)),
        ("Periode", safe(period_of(stated))),
        ("Maat", safe(stated.indicator)),
        ("Bron", safe(citation(stated.document, stated.lines))),
    ]
    head = f'{status_mark(one.status)}<span>{safe(stated.commitment)}</span>'
    quiet = f'<span class="rm-entry-tail">{safe(tail)}</span>'
    more = f'<p class="rm-small">{link(f"Alles van {stated.key}", promise_url(stated.key))}</p>'
    return f"<details><summary>{head}{quiet}</summary>{pairs_html(pairs)}{more}</details>"


def _bar_item(name: str, href: str | None, found: Sequence[State], width: float) -> str:
    counts = tally(found)
    parts = "".join(
        f'<i class="rm-split-{SHAPES[status]}" style="flex:{count}"></i>'
        for status, count in counts.items()
        if count
    )
    bar = f'<div class="rm-split" style="width:{width:.1f}%" aria-hidden="true">{parts}</div>'
    words = " ".join(status_mark(status, count) for status, count in counts.items() if count)
    total = f'<span class="rm-small rm-total">{promises_text(len(found))}</span>'
    return (
        f'<li><p class="rm-bullet-label">{link(name, href)}<br>{total}</p>'
        f'<div class="rm-bullet-bar">{bar}</div><p class="rm-bullet-text rm-split-text">{words}</p></li>'
    )


def _key() -> str:
    marks = {one: f'<i class="rm-key-split rm-split-{SHAPES[one]}"></i>' for one in STATUSES}
    parts = "".join(f"<span>{mark}{one}</span>" for one, mark in marks.items())
    return f'<p class="rm-key" aria-hidden="true">{parts}</p>'


def _said(found: Sequence[State]) -> str:
    return ", ".join(f"{count} {status}" for status, count in tally(found).items() if count)
