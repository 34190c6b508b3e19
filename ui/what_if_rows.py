"""What the what-if page draws as HTML: scenarios as bullet bars, and which dial moves most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ui.markup import safe, status_badge
from ui.shapes import BulletRow, Drawing, Table
from ui.words import REACH, interval, of_target, percentage, row_sentence


@dataclass(frozen=True)
class Row:
    """One scenario: its sign ("A"), its bullet, where it ends as a number, the status it had ("was"), and the
    sentence that says where it ends."""

    sign: str
    bullet: BulletRow
    ends: float | None
    was: str | None
    said: str
    chosen: bool = False


@dataclass(frozen=True)
class Effect:
    """One dial: its name, where it stands one step down and up, and what each does, in shares (1 = 100 %)."""

    name: str
    down: str
    up: str
    low: float
    high: float


def bullets(rows: Sequence[Row]) -> Drawing:
    """Scenarios below one another in % of their own target; the light bar is where the pace ends."""
    key = [("value", "stand"), ("ends", "komt uit op"), ("goal", "doel")]
    key += [("pace", "nu verwacht")] if any((row.bullet.pace or 1) < 1 for row in rows) else []
    key += [("doubt", "onzeker")] if any(interval(r.bullet.low, r.bullet.high) for r in rows) else []
    items = "".join(f'<span><i class="rm-key-{css}"></i>{word}</span>' for css, word in key)
    html = f'<p class="rm-key" aria-hidden="true">{items}</p>'
    html += f'<ul class="rm-bullets rm-scenarios">{"".join(map(_item, rows))}</ul>'
    alt = "Staafgrafiek in procenten van het doel. " + "; ".join(row_sentence(row.bullet) for row in rows)
    return Drawing(html, alt + ".", Table(("Scenario",), ()))


def tornado(effects: Sequence[Effect], middle: float) -> str:
    """Dials below one another: how far the end moves to both sides of today's end, on one scale."""
    ends = [value for one in effects for value in (one.low, one.high)] + [middle]
    low, width = min(ends), (max(ends) - min(ends)) or 1

    def at(value: float) -> float:
        return 100 * (value - low) / width

    items = "".join(_effect(one, at(one.low), at(one.high), at(middle)) for one in effects)
    return f'<ul class="rm-tornado">{items}</ul>'


def _item(row: Row) -> str:
    number, rest = of_target(row.bullet)
    was = f'<span class="rm-was">was: {safe(row.was)}</span>' if row.was else ""
    word = " rm-word" if number[:1].isalpha() else ""
    css = ' class="rm-chosen"' if row.chosen else ""
    return (
        f'<li{css}><p class="rm-bullet-label"><b class="rm-sign">{safe(row.sign)}</b></p>'
        f'<div class="rm-bullet-bar">{_bar(row)}</div>'
        f'<div class="rm-bullet-text"><p class="rm-big{word}"><b>{safe(number)}</b> {safe(rest)}</p>'
        f'<p class="rm-now">{status_badge(row.bullet.status)}{was}</p></div>'
        f'<p class="rm-row-said"><b>{safe(row.bullet.label)}.</b> {safe(row.said)}</p></li>'
    )


def _bar(row: Row) -> str:
    share = percentage(row.bullet.shown, row.bullet.target)
    goal = row.bullet.target.drawable if row.bullet.target else None
    ends = 100 * row.ends / goal if goal and row.ends is not None else None
    parts = [_box("rm-track", 0, 100)]
    if share is None:
        parts.append(_box("rm-stub", 0, 9))
    else:
        parts += [_box("rm-ends", share, ends)] if ends is not None and ends > share else []
        parts.append(_box("rm-value", 0, share))
    if max(share or 0, ends or 0) > REACH:
        parts.append('<i class="rm-beyond">»</i>')
    low, high = (percentage(one, row.bullet.target) for one in (row.bullet.low, row.bullet.high))
    if low is not None and high is not None and low != high:
        parts.append(_box("rm-doubt", low, high))
    if row.bullet.pace is not None and row.bullet.pace < 1:
        parts.append(f'<i class="rm-pace" style="left:{_at(100 * row.bullet.pace)}"></i>')
    parts.append(f'<i class="rm-goal" style="left:{_at(100)}"></i>')
    return f'<div class="rm-bar" aria-hidden="true">{"".join(parts)}</div>'


def _effect(one: Effect, low: float, high: float, centre: float) -> str:
    sides = "".join(
        f'<i class="{css}" style="left:{min(end, centre):.2f}%;width:{abs(end - centre):.2f}%"></i>'
        for end, css in ((low, "rm-down"), (high, "rm-up"))
    )
    sides += f'<i class="rm-centre" style="left:{centre:.2f}%"></i>'
    return (
        f'<li><p class="rm-bullet-label">{safe(one.name)}</p>'
        f'<div class="rm-swing" aria-hidden="true">{sides}</div>'
        f'<p class="rm-small">{safe(one.down)} · {safe(one.up)}</p></li>'
    )


def _box(css: str, start: float, end: float) -> str:
    first, last = min(start, REACH), min(end, REACH)
    if last <= first:
        return ""
    return f'<i class="{css}" style="left:{_at(first)};width:{_at(last - first)}"></i>'


def _at(share: float) -> str:
    return f"{100 * share / REACH:.2f}%"
