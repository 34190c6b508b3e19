"""Drawings of Dienstverlening: bars in three parts (yes, not to be told, no) and hours against a norm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ui.markup import safe
from ui.shapes import Drawing, Shown, Table

_PARTS = ("yes", "open", "no")


@dataclass(frozen=True)
class Split:
    """A whole in three parts: yes, not to be told, no. `share` says the share of yes in words."""

    label: str
    parts: tuple[Shown, Shown, Shown]
    share: str
    chosen: bool = False


@dataclass(frozen=True)
class Step:
    """One step of a distribution; `part` is "yes" inside the norm, "no" outside, "open" not to be told."""

    label: str
    count: int
    part: str
    dated: bool = False


def split_bars(
    rows: Sequence[Split], words: Sequence[str], short: Sequence[str], unit: str, column: str
) -> Drawing:
    """Bars of equal length in three parts; the counts beside them have the `short` words of the key."""
    items = "".join(_split(row, short) for row in rows)
    html = f'{_key(words)}<ul class="rm-bullets rm-splits">{items}</ul>'
    alt = f"{column}, {unit}: " + "; ".join(f"{row.label} {row.share}" for row in rows) + "."
    heads = (column, *(word[:1].upper() + word[1:] for word in words), "Aandeel")
    table = tuple((row.label, *(part.text for part in row.parts), row.share) for row in rows)
    return Drawing(html, alt, Table(heads, table))


def steps_drawing(steps: Sequence[Step], norm: str, unit: str) -> Drawing:
    """A distribution lying down: the steps inside the norm, the line of the norm, the steps outside."""
    longest = max((step.count for step in steps), default=0) or 1
    items, before = [], "yes"
    for step in steps:
        if step.part != "yes" and before == "yes":
            items.append(f'<li class="rm-norm"><p>{safe(norm)}</p></li>')
        items.append(_step(step, longest))
        before = step.part
    alt = f"Verdeling, {unit}: " + "; ".join(f"{step.label} {step.count}" for step in steps) + "."
    rows = tuple((step.label, str(step.count)) for step in steps)
    return Drawing(
        f'<ul class="rm-steps">{"".join(items)}</ul>', alt,
        Table(("Uren tot de eerste kandidaat", unit[:1].upper() + unit[1:]), rows),
    )  # fmt: skip


def _split(row: Split, words: Sequence[str]) -> str:
    whole = sum(part.drawable or 0 for part in row.parts)
    bars = "".join(
        f'<i class="rm-{name}" style="width:{100 * (part.drawable or 0) / whole:.2f}%"></i>'
        for name, part in zip(_PARTS, row.parts, strict=True) if whole
    )  # fmt: skip
    said = " · ".join(f"{part.text} {word}" for part, word in zip(row.parts, words, strict=True))
    badge = ' <span class="rm-badge">gekozen</span>' if row.chosen else ""
    return (
        f'<li><p class="rm-bullet-label">{safe(row.label)}{badge}</p>'
        f'<div class="rm-bullet-bar"><div class="rm-split" aria-hidden="true">{bars}</div></div>'
        f'<div class="rm-bullet-text"><p class="rm-big"><b>{safe(row.share)}</b></p>'
        f'<p class="rm-small">{safe(said)}</p></div></li>'
    )


def _key(words: Sequence[str]) -> str:
    items = "".join(
        f'<span><i class="rm-swatch rm-{name}"></i>{safe(word)}</span>'
        for name, word in zip(_PARTS, words, strict=True)
    )
    return f'<p class="rm-key" aria-hidden="true">{items}</p>'


def _step(step: Step, longest: int) -> str:
    css = f"rm-{step.part}" + (" rm-dated" if step.dated else "")
    width = f"{100 * step.count / longest:.2f}%"
    return (
        f'<li><p>{safe(step.label)}</p><span class="rm-line" aria-hidden="true">'
        f'<i class="{css}" style="left:0;width:{width}"></i></span><p><b>{step.count}</b></p></li>'
    )
