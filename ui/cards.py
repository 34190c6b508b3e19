"""Cards, badges and notes as HTML for `st.html`; every text that comes in is escaped."""

from collections.abc import Sequence

from ui.markup import bar, big_number, link, safe, status_badge
from ui.shapes import BulletRow, Card
from ui.words import NO_NUMBER, interval


def agreement_card(card: Card, level: int = 3) -> str:
    """One agreement: title, number beside its target, date, status and source; `level` is its heading."""
    between = interval(card.row.low, card.row.high)
    doubt = f'<p class="rm-doubt-text">onzeker: {safe(between)}</p>' if between else ""
    note_ = f'<p class="rm-small">{safe(card.note)}</p>' if card.note else ""
    return (
        f'<article class="rm-card"><h{level}>{link(card.row.label, card.href)}</h{level}>'
        f"{big_number(card.row)}<div>{bar(card.row)}</div>"
        f'<p class="rm-verdict">{status_badge(_status(card.row))}'
        f'<span class="rm-date">{safe(card.date_text)}</span></p><div>{doubt}{note_}</div>'
        f'<p class="rm-source">{link(card.source, card.source_href)}</p></article>'
    )


def card_grid(cards: Sequence[Card], level: int = 3) -> str:
    """Agreement cards beside one another, as many as the width allows."""
    return f'<div class="rm-cards">{"".join(agreement_card(card, level) for card in cards)}</div>'


def bullet_list(rows: Sequence[BulletRow]) -> str:
    """The chart of `bullet` without Plotly: label left and number right where there is room."""
    return f'{bar_key(rows)}<ul class="rm-bullets">{"".join(map(_bullet_item, rows))}</ul>'


def bar_key(rows: Sequence[BulletRow]) -> str:
    """What the parts of the bars mean; only those that occur."""
    parts = [("value", "stand"), ("goal", "doel")]
    parts += [("pace", "nu verwacht")] if any(row.target and (row.pace or 1) < 1 for row in rows) else []
    parts += [("doubt", "onzeker")] if any(interval(row.low, row.high) for row in rows) else []
    items = "".join(f'<span><i class="rm-key-{css}"></i>{word}</span>' for css, word in parts)
    return f'<p class="rm-key" aria-hidden="true">{items}</p>'


def finding(sentence: str, detail: str = "") -> str:
    """The lead sentence of a page, with one calmer sentence under it."""
    more = f'<p class="rm-detail">{safe(detail)}</p>' if detail else ""
    return f'<div class="rm-finding"><p class="rm-lead">{safe(sentence)}</p>{more}</div>'


def badge(text: str) -> str:
    """A short neutral label, such as 'afgeleid' or 'schatting'."""
    return f'<span class="rm-badge">{safe(text)}</span>'


def note(text: str, title: str = "") -> str:
    """A remark beside a number: what it does not say, or how to read it."""
    head = f"<b>{safe(title)}</b> " if title else ""
    return f'<div class="rm-note" role="note"><p>{head}{safe(text)}</p></div>'


def empty_state(title: str, remedy: str, href: str | None = None, action: str = "") -> str:
    """What stands where nothing was delivered, and what to do about it."""
    button = f"<p>{link(action, href, 'rm-button')}</p>" if action and href else ""
    words = f'<p class="rm-empty-title">{safe(title)}</p><p>{safe(remedy)}</p>'
    return f'<div class="rm-empty">{words}{button}</div>'


def sample_banner(href: str | None = None, action: str = "Eigen gegevens gebruiken") -> str:
    """The line that says that every number on screen is invented."""
    more = f" {link(action, href)}" if href else ""
    words = "<b>Voorbeeldgegevens.</b> Alle standen op dit scherm zijn verzonnen; de doelen zijn echt."
    return f'<div class="rm-banner" role="note"><p>{words}{more}</p></div>'


def source_line(source: str, *parts: str, href: str | None = None) -> str:
    """'Bron: brief 2015, r. 35 · telregel … · stand t/m …'; empty parts are left out."""
    rest = "".join(f" · {safe(part)}" for part in parts if part)
    return f'<p class="rm-source">Bron: {link(source, href)}{rest}</p>'


def definitions(pairs: Sequence[tuple[str, str]]) -> str:
    """A definition list of terms and their meaning."""
    items = "".join(f"<div><dt>{safe(term)}</dt><dd>{safe(text)}</dd></div>" for term, text in pairs)
    return f'<dl class="rm-definitions">{items}</dl>'


def _bullet_item(row: BulletRow) -> str:
    between = interval(row.low, row.high)
    doubt = f'<span class="rm-doubt-text">onzeker: {safe(between)}</span>' if between else ""
    return (
        f'<li><p class="rm-bullet-label">{safe(row.label)}</p><div class="rm-bullet-bar">{bar(row)}</div>'
        f'<div class="rm-bullet-text">{big_number(row)}<p>{status_badge(_status(row))} {doubt}</p></div></li>'
    )


def _status(row: BulletRow) -> str:
    return row.status if row.target is not None else NO_NUMBER
