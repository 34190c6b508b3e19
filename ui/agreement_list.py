"""Agreements below one another: number, bar and status, or calmly why there is none; each with its source."""

from __future__ import annotations

from collections.abc import Sequence

from metrics.shown import ShownStanding
from reference.dutch import LABELS, date_long
from reference.load import Milestone, Target, documents
from ui.cards import badge, bar_key
from ui.markup import bar, big_number, link, safe, status_badge
from ui.shapes import Drawing, Table
from ui.view import as_shown, bullet_row, date_text, goal, period_text, remark, source_text, target_url
from ui.words import NOTHING, interval, row_sentence

_COLUMNS = ("Afspraak", "Stand", "Onzeker", "Doel", "Eenheid", "Gebied of partij", "Looptijd", "Telregel")
COLUMNS = (*_COLUMNS, "Stand t/m", "Status", "Soort", "Bron")


def agreement_list(found: Sequence[ShownStanding]) -> Drawing:
    """Agreements in the order given; the table names period, scope, counting rule and source of each."""
    rows = [bullet_row(one) for one in found if one.number is not None and one.target.at_least is not None]
    html = f'{bar_key(rows) if rows else ""}<ul class="rm-bullets">{"".join(map(_item, found))}</ul>'
    alt = "; ".join(row_sentence(bullet_row(one)) for one in found) + "."
    return Drawing(html, alt, Table(COLUMNS, tuple(map(_cells, found))))


def milestone_list(found: Sequence[Milestone]) -> str:
    """Milestones with their moment and source; whether they were reached isn't delivered."""
    return f'<ul class="rm-bullets">{"".join(map(_milestone, found))}</ul>'


def kind(target: Target) -> str | None:
    """Return what the number is when it is not simply a target of a source: geleverd, afgeleid, plan …"""
    if target.document not in documents():
        return "geleverd"
    return None if target.strength in ("doel", "ambitie") else LABELS["strength"][target.strength]


def _item(one: ShownStanding) -> str:
    target, row = one.target, bullet_row(one)
    label = f"<p>{badge(kind(target))}</p>" if kind(target) else ""
    about = f'{label}<p class="rm-source">Bron: {safe(source_text(target))}</p>'
    drawn = bar(row) if one.number is not None else ""
    reason = reason_of(one)
    why = f'<p class="rm-small">{safe(reason)}</p>' if reason else ""
    between = interval(row.low, row.high)
    doubt = f' <span class="rm-doubt-text">onzeker: {safe(between)}</span>' if between else ""
    number = big_number(row) if row.target is not None or one.number is not None else ""
    when = f' <span class="rm-date">{safe(date_text(one))}</span>' if one.number is not None else ""
    status = status_badge(one.progress.status)
    return (
        f'<li><div><p class="rm-bullet-label">{link(target.title, target_url(target))}</p>{about}</div>'
        f'<div class="rm-bullet-bar">{drawn}{why}</div>'
        f'<div class="rm-bullet-text">{number}<p>{status}{doubt}{when}</p></div></li>'
    )


def reason_of(one: ShownStanding) -> str | None:
    """Return why a number is absent, or how it must not be misread."""
    said = remark(one)
    if said is None and one.number is None and one.as_of < one.target.start:
        return f"De looptijd begint op {date_long(one.target.start)}."
    return said


def _milestone(one: Milestone) -> str:
    source = f"Bron: {documents()[one.document].short}, r. {one.lines}"
    verdict = f"<p><b>{safe(one.due_text)}</b></p><p>{status_badge(NOTHING)}</p>"
    return (
        f'<li><div><p class="rm-bullet-label">{safe(one.title)}</p>'
        f'<p>{badge(one.kind)}</p><p class="rm-source">{safe(source)}</p></div>'
        f'<div class="rm-bullet-bar"><p class="rm-small">{safe(one.note)}</p></div>'
        f'<div class="rm-bullet-text">{verdict}</div></li>'
    )


def _cells(one: ShownStanding) -> tuple[str, ...]:
    target, row = one.target, bullet_row(one)
    aim = goal(target)
    return (
        target.title,
        as_shown(one.number).text,
        interval(row.low, row.high) or "–",
        aim.text if aim else "geen getal in bron",
        row.unit,
        target.scope.text,
        period_text(target),
        target.counting_rule,
        date_text(one).removeprefix("stand t/m ") if one.number is not None else "–",
        one.progress.status,
        LABELS["strength"][target.strength],
        source_text(target),
    )
