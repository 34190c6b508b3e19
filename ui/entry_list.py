"""Entries of the register as HTML: closed lines that open, or one entry with all its terms."""

from collections.abc import Iterable

from ui.markup import link, safe
from ui.register_entries import Entry, entry_url


def entry_list(found: Iterable[Entry]) -> str:
    """Return entries as closed lines that open by mouse or keyboard."""
    return f'<div class="rm-entries">{"".join(map(_closed, found))}</div>'


def entry_terms(one: Entry) -> str:
    """Return the terms of an entry, open."""
    items = "".join(f"<div><dt>{safe(term)}</dt><dd>{text}</dd></div>" for term, text in one.pairs if text)
    return f'<dl class="rm-definitions">{items}</dl>'


def _closed(one: Entry) -> str:
    tail = f'<span class="rm-entry-tail">{safe(one.tail)}</span>' if one.tail else ""
    head = f'<span class="rm-entry-key">{safe(one.code)}</span><span>{safe(one.title)}</span>{tail}'
    more = f'<p class="rm-small">{link("Zet bovenaan, om te delen", entry_url(one.key))}</p>'
    return f"<details><summary>{head}</summary>{entry_terms(one)}{more}</details>"
