"""What Participatie draws beside the common parts: contents, shares beside an estimate, the funnel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from reference.dutch import number, percent
from ui.markup import plain_bar, safe
from ui.shapes import Drawing, Shown, Table
from ui.words import is_word

EMPTY = "niets geleverd"


@dataclass(frozen=True)
class ShareRow:
    """A share of a whole (0 to 1, None: not shown) with its count; `was` is the share on an earlier day."""

    label: str
    share: float | None
    count: Shown
    estimate: float | None = None
    estimate_text: str = ""
    was: float | None = None


@dataclass(frozen=True)
class Step:
    """One step of a funnel: its count, unit and remark; `between` says how long it takes to the next one."""

    label: str
    shown: Shown
    unit: str
    remark: str = ""
    between: str = ""


def contents(chapters: Mapping[str, str]) -> str:
    """A line of links to the chapters of a page; the keys are their anchors."""
    items = "".join(f'<li><a href="#{safe(key)}">{safe(name)}</a></li>' for key, name in chapters.items())
    return f'<nav class="rm-contents rm-screen" aria-label="Op deze pagina"><ol>{items}</ol></nav>'


def chapter(finding: str, anchor: str, detail: str = "") -> None:
    """A chapter's finding as h2 that the contents lead to, with its descriptor."""
    st.header(finding, anchor=anchor)
    if detail:
        st.html(f'<p class="rm-detail">{safe(detail)}</p>')


def share_bars(rows: Sequence[ShareRow], unit: str, column: str, was_text: str = "") -> Drawing:
    """Bars from 0 to 100 % with a dashed line at the estimate; a share that may not be shown has no bar."""
    items = "".join(_share(row, unit) for row in rows)
    html = f'{_share_key(rows, was_text)}<ul class="rm-bullets">{items}</ul>'
    alt = f"{column}: " + "; ".join(f"{row.label} {_percent(row.share)}" for row in rows) + "."
    return Drawing(html, alt, _share_table(rows, unit, column, was_text))


def funnel(steps: Sequence[Step], caption: str) -> Drawing:
    """Steps on one scale, each with its own unit, and between them how long it takes."""
    longest = max((step.shown.drawable or 0 for step in steps), default=0)
    html = f'<ul class="rm-funnel">{"".join(_step(step, longest) for step in steps)}</ul>'
    alt = f"{caption}: " + "; ".join(f"{step.label} {step.shown.text}" for step in steps) + "."
    columns = ("Stap", "Aantal", "Eenheid", "Toelichting", "Tijd tot de volgende")
    rows = ((one.label, one.shown.text, one.unit, one.remark or "–", one.between or "–") for one in steps)
    return Drawing(html, alt, Table(columns, tuple(rows)))


def share_text(value: float | None) -> str:
    """Return a share as a whole percentage, or a dash where it may not be shown."""
    return _percent(value)


def points(now: float | None, before: float | None) -> str:
    """Return the difference of two shares in percentage points, with its sign."""
    if now is None or before is None:
        return "–"
    step = round(100 * now) - round(100 * before)
    return "gelijk" if step == 0 else f"{'+' if step > 0 else '−'}{number(abs(step))}"


def _share(row: ShareRow, unit: str) -> str:
    marks = [] if row.share is None else [f'<i class="rm-value" style="left:0;width:{_at(row.share)}"></i>']
    marks += [] if row.was is None else [f'<i class="rm-before" style="left:{_at(row.was)}"></i>']
    marks += [] if row.estimate is None else [f'<i class="rm-estimate" style="left:{_at(row.estimate)}"></i>']
    word = " rm-word" if row.share is None else ""
    people = row.count.text if is_word(row.count) else f"{row.count.text} {unit}".strip()
    more = f"<span>{safe(row.estimate_text)}</span>" if row.estimate_text else ""
    return (
        f'<li><p class="rm-bullet-label">{safe(row.label)}</p>'
        f'<div class="rm-bullet-bar"><div class="rm-share" aria-hidden="true">{"".join(marks)}</div></div>'
        f'<div class="rm-bullet-text"><p class="rm-big{word}"><b>{safe(_percent(row.share))}</b></p>'
        f'<p class="rm-small"><span>{safe(people)}</span>{more}</p></div></li>'
    )


def _share_key(rows: Sequence[ShareRow], was_text: str) -> str:
    parts = [("value", "stand")]
    parts += [("estimate", "schatting, geen doel")] if any(row.estimate is not None for row in rows) else []
    items = "".join(f'<span><i class="rm-key-{css}"></i>{word}</span>' for css, word in parts)
    if was_text and any(row.was is not None for row in rows):
        items += f'<span><i class="rm-key-before"></i>{safe(was_text)}</span>'
    return f'<p class="rm-key" aria-hidden="true">{items}</p>'


def _share_table(rows: Sequence[ShareRow], unit: str, column: str, was_text: str) -> Table:
    estimated = any(row.estimate_text for row in rows)
    heads = [column, "Aandeel", unit[:1].upper() + unit[1:] or "Waarvan"]
    heads += ["Ernaast"] if estimated else []
    heads += [was_text[:1].upper() + was_text[1:]] if was_text else []
    cells = [
        (row.label, _percent(row.share), row.count.text)
        + ((row.estimate_text or "–",) if estimated else ())
        + ((_percent(row.was),) if was_text else ())
        for row in rows
    ]
    return Table(tuple(heads), tuple(cells))


def _step(step: Step, longest: float) -> str:
    word = is_word(step.shown)
    css = " rm-word" if word else ""
    unit = "" if word else f' <span class="rm-unit">{safe(step.unit)}</span>'
    remark = f'<p class="rm-small">{safe(step.remark)}</p>' if step.remark else ""
    between = f'<li class="rm-between"><p>{safe(step.between)}</p></li>' if step.between else ""
    return (
        f'<li><p class="rm-bullet-label">{safe(step.label)}</p>{plain_bar(step.shown, longest)}'
        f'<div class="rm-bullet-text"><p class="rm-big{css}"><b>{safe(step.shown.text)}</b>{unit}</p>{remark}'
        f"</div></li>{between}"
    )


def _at(share: float) -> str:
    return f"{100 * max(0.0, min(1.0, share)):.2f}%"


def _percent(share: float | None) -> str:
    return "–" if share is None else percent(share).replace(" ", "\u00a0")
