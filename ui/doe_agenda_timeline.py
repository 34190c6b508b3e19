"""The timeline of the doe-agenda: a bar per action over the twelve quarters of 2020 to 2022, as HTML."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from metrics.agenda import END, START, Action, grouped
from reference.dutch import date_long
from reference.load import milestones, rules
from ui.doe_agenda_look import (
    GROUPS,
    money_text,
    period_text,
    result_text,
    status_mark,
    status_text,
    where_text,
)
from ui.doe_agenda_register import terms
from ui.markup import safe
from ui.shapes import Drawing, Table

YEARS = range(START.year, END.year + 1)
_HEADS = ("Actie", "Pijler", "Trekker", "Schaal", "Periode", "Status", "Resultaat", "Geld", "Bron")
_DAYS = (END - START).days + 1


def timeline(actions: Sequence[Action], as_of: date | None) -> Drawing:
    """Return the frame of the decision and the actions per pillar, each with its period as a bar;
    a line opens to all that is known of the action.

    A hatched end means that the source gives no date there. The upright line is the reference date.
    """
    parts = [_group("kader van het besluit", [_frame_row(*one) for one in _frame()], as_of)]
    for code, found in grouped(actions).items():
        parts.append(_group(GROUPS[code], [_action_row(one) for one in found], as_of))
    html = f'<div class="rm-tl">{_head(as_of)}{"".join(parts)}</div>'
    alt = "; ".join(f"{one.title}: {period_text(one)}" for one in actions) + "."
    return Drawing(html, alt, Table(_HEADS, tuple(map(_table_row, actions))))


def share_of(day: date) -> float:
    """Return where a day lies on the timeline, from 0 to 100; days outside lie on its ends."""
    return 100 * min(max((day - START).days, 0), _DAYS) / _DAYS


def _frame() -> list[tuple[str, str, date, date]]:
    """The decision, the approach and the addendum: title, words and days."""
    decided, local = milestones()["T-RAA-01"], rules()["T-RAA-04"]
    return [
        ("Regionale aanpak", "2020 tot en met 2022, uit de titel van het stuk", START, END),
        (
            "Haarlems addendum",
            f"derde kwartaal 2020 tot en met 2021, r.\u00a0{local.lines}",
            local.start,
            local.end,
        ),
        ("Besluit van het college", f"{decided.due_text}, r. {decided.lines}", decided.due, decided.due),
    ]


def _group(name: str, rows: list[str], as_of: date | None) -> str:
    line = ""
    if as_of is not None and START <= as_of <= END:
        line = f'<i class="rm-tl-now" style="left:{share_of(as_of):.2f}%"></i>'
    filled = "".join(row.replace("<!--now-->", line) for row in rows)
    return f'<h3>{safe(name[:1].upper() + name[1:])}</h3><ul>{filled}</ul>'


def _frame_row(title: str, words: str, start: date, end: date) -> str:
    css = "rm-tl-day" if start == end else "rm-tl-frame"
    label = f'<p>{safe(title)}</p><p class="rm-small">{safe(words)}</p>'
    return f'<li class="rm-tl-row">{_cells(label, _bar(start, end, css))}</li>'


def _action_row(one: Action) -> str:
    quiet = " · ".join(part for part in (one.owner or "trekker onbekend", period_text(one)) if part)
    result = safe(result_text(one))
    label = (
        f'<p class="rm-tl-title">{safe(one.title)}</p><p class="rm-small">{status_mark(one)} {result}</p>'
        f'<p class="rm-small">{safe(quiet)}</p>'
    )
    inner = _cells(label, _bar(one.start, one.end, f"rm-tl-bar rm-tl-{one.status or 'onbekend'}"))
    return f"<li><details><summary>{inner}</summary>{terms(one)}</details></li>"


def _table_row(one: Action) -> tuple[str, ...]:
    return (
        f"{one.key} {one.title}", GROUPS[one.group], one.owner or "onbekend", where_text(one),
        period_text(one), status_text(one), result_text(one) or "–", money_text(one), one.source,
    )  # fmt: skip


def _cells(label: str, inner: str) -> str:
    track = f'<div class="rm-tl-track" aria-hidden="true">{inner}<!--now--></div>'
    return f'<div class="rm-tl-label">{label}</div>{track}'


def _bar(start: date | None, end: date | None, css: str) -> str:
    if (end and end < START) or (start and start > END):
        return '<i class="rm-tl-outside">buiten 2020–2022</i>'
    left = share_of(start or START)
    right = share_of(date.fromordinal(end.toordinal() + 1)) if end else 100.0
    open_ends = f"{' rm-tl-open-start' if start is None else ''}{' rm-tl-open-end' if end is None else ''}"
    return f'<i class="{css}{open_ends}" style="left:{left:.2f}%;width:{max(right - left, 0.6):.2f}%"></i>'


def _head(as_of: date | None) -> str:
    years = "".join(f"<span>{year}</span>" for year in YEARS)
    quarters = "".join(f"<span>{quarter}</span>" for _ in YEARS for quarter in ("1", "2", "3", "4"))
    now = f"De streep is de peildatum, {date_long(as_of)}." if as_of and START <= as_of <= END else ""
    scale = f'<p class="rm-tl-years">{years}</p><p class="rm-tl-quarters">{quarters}</p>'
    return (
        f'<div class="rm-tl-head"><p class="rm-small">Balken lopen van begin tot eind. {safe(now)}</p>'
        f'<div aria-hidden="true">{scale}</div></div>'
    )
