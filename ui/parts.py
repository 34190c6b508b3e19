"""Parts of one whole as bars from one zero: HTML, so they cost nothing beside a chart."""

from collections.abc import Sequence
from dataclasses import dataclass

from ui.markup import link, plain_bar, safe, status_badge
from ui.shapes import Drawing, Shown, Table
from ui.words import is_word


@dataclass(frozen=True)
class Part:
    """One part: its number, a calm remark such as its date, and a status word where there is one."""

    label: str
    shown: Shown
    remark: str = ""
    status: str | None = None
    href: str | None = None


def part_bars(parts: Sequence[Part], unit: str, column: str) -> Drawing:
    """Bars on one scale with name left and number right; a hidden part is a hatched stub, never zero."""
    longest = max((part.shown.drawable or 0 for part in parts), default=0)
    html = f'<ul class="rm-bullets">{"".join(_item(part, unit, longest) for part in parts)}</ul>'
    alt = f"{column}, {unit}: " + "; ".join(f"{part.label} {part.shown.text}" for part in parts) + "."
    rows = tuple((part.label, part.shown.text, part.status or "–", part.remark or "–") for part in parts)
    return Drawing(html, alt, Table((column, unit[:1].upper() + unit[1:], "Status", "Toelichting"), rows))


def wide(table: str) -> str:
    """A table of texts that keeps its width on a narrow screen and scrolls, so that no column gets thin."""
    return f'<div class="rm-wide">{table}</div>'


def _item(part: Part, unit: str, longest: float) -> str:
    word = is_word(part.shown)
    units = "" if word else f' <span class="rm-unit">{safe(unit)}</span>'
    badge = status_badge(part.status) if part.status else ""
    remark = f'<span class="rm-small">{safe(part.remark)}</span>' if part.remark else ""
    verdict = f"<p>{badge}{remark}</p>" if badge or remark else ""
    css = "rm-big rm-word" if word else "rm-big"
    return (
        f'<li><p class="rm-bullet-label">{link(part.label, part.href)}</p>'
        f'<div class="rm-bullet-bar">{plain_bar(part.shown, longest)}</div>'
        f'<div class="rm-bullet-text"><p class="{css}"><b>{safe(part.shown.text)}</b>{units}</p>'
        f"{verdict}</div></li>"
    )
