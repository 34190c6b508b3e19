"""Escaped HTML for `st.html`, which removes <svg>: shapes are CSS, curves are <img> with a data address."""

from base64 import b64encode
from html import escape

from ui import palette
from ui.shapes import BulletRow, Shown
from ui.words import NOTHING, REACH, of_target, percentage, share_of_target

STUB = 9.0


def safe(text: str) -> str:
    """Text that the browser may not read as markup, also inside a quoted attribute."""
    return escape(text, quote=True)


def status_badge(status: str) -> str:
    """Mark and word of a status in its colour; the mark is drawn, so no font can lack it."""
    mark = '<i class="rm-mark" aria-hidden="true"></i>'
    return f'<span class="rm-status rm-{palette.look(status).shape}">{mark}{safe(status)}</span>'


def link(text: str, href: str | None, css: str = "") -> str:
    """A link, or the bare text when there is no address; an address with its own scheme must be http(s)."""
    if not href or not _harmless(href):
        return safe(text)
    return f'<a{_css(css)} href="{safe(href)}">{safe(text)}</a>'


def big_number(row: BulletRow) -> str:
    """'88 van 440 garantiebanen' with the number large; words such as 'afgeschermd' stay calm."""
    number, rest = of_target(row)
    css = "rm-big rm-word" if number[:1].isalpha() else "rm-big"
    return f'<p class="{css}"><b>{safe(number)}</b> {safe(rest)}</p>'


def bar(row: BulletRow) -> str:
    """The bullet as boxes in percent of the width. Hidden from screen readers: the text beside it says it."""
    if row.target is None or not row.target.drawable:
        return ""
    share = share_of_target(row)
    parts = [_box("rm-track", 0, 100)]
    if share is not None:
        parts.append(_box("rm-value", 0, share))
    elif row.shown.text != NOTHING:  # nothing delivered is no hidden number: its track stays bare
        parts.append(_box("rm-stub", 0, STUB))
    if share is not None and share > REACH:
        parts.append('<i class="rm-beyond">»</i>')
    low, high = percentage(row.low, row.target), percentage(row.high, row.target)
    if low is not None and high is not None and low != high:
        parts.append(_box("rm-doubt", low, high))
    if row.pace is not None and row.pace < 1:
        parts.append(f'<i class="rm-pace" style="left:{_at(100 * row.pace)}"></i>')
    parts.append(f'<i class="rm-goal" style="left:{_at(100)}"></i>')
    return f'<div class="rm-bar" aria-hidden="true">{"".join(parts)}</div>'


def plain_bar(shown: Shown, longest: float) -> str:
    """A plain bar on a shared scale from zero to `longest`; hidden values are a hatched stub."""
    if shown.text == NOTHING:
        inner = ""
    elif shown.drawable is None:
        inner = '<i class="rm-stub" style="left:0;width:9%"></i>'
    else:
        inner = f'<i class="rm-value" style="left:0;width:{_share(shown.drawable, longest)}"></i>'
    return f'<span class="rm-line" aria-hidden="true">{inner}</span>'


def picture(svg: str, alt: str) -> str:
    """An SVG as an image with its replacing text; the SVG itself holds no text."""
    data = b64encode(svg.encode()).decode()
    return f'<img class="rm-picture" src="data:image/svg+xml;base64,{data}" alt="{safe(alt)}">'


def _box(css: str, start: float, end: float) -> str:
    first, last = min(start, REACH), min(end, REACH)
    if last <= first:
        return ""
    return f'<i class="{css}" style="left:{_at(first)};width:{_at(last - first)}"></i>'


def _at(share: float) -> str:
    return f"{100 * share / REACH:.2f}%"


def _share(value: float, longest: float) -> str:
    return f"{100 * max(0.0, min(1.0, value / longest if longest else 0)):.2f}%"


def _harmless(href: str) -> bool:
    before, colon, _ = href.strip().partition(":")
    return not colon or before.lower() in ("http", "https", "mailto") or any(c in before for c in "/?#")


def _css(css: str) -> str:
    return f' class="{safe(css)}"' if css else ""
