"""The results of a search: groups of links, the words marked, and what was taken for a mistyped word."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from reference.dutch import join_words
from ui.cards import badge, note
from ui.markup import link, safe
from ui.search import Found, find
from ui.search_corpus import GROUPS, Item, plain
from ui.sections import address, head, section, small

_FIRST = 8  # shown at once in each group
_EXAMPLES = ("garantiebanen", "stage", "72 uur", "no-risk", "MKB Haarlem", "Velsen", "SROI", "T-LSA-02")
_WHAT = "Doelen, toezeggingen, begrippen, partijen, gemeenten, regels, cijfers en pagina's."


def results(query: str) -> None:
    """Show what a query finds, or without one what can be asked."""
    if not query.strip():
        head("Zoek in alles wat is afgesproken en geteld", _WHAT)
        small("Typ één of meer woorden, een code of een getal. Een tikfout is niet erg. Bijvoorbeeld:")
        ways = "".join(f"<li>{link(one, address('zoeken', {'zoek': one}))}</li>" for one in _EXAMPLES)
        st.html(f'<ul class="rm-ways">{ways}</ul>')
        return
    found = find(query)
    head(_finding(found, query.strip()), _WHAT)
    _explain(found)
    for group, inside in found.groups.items():
        section(f"{GROUPS[group]} ({len(inside)})")
        st.html(_listed(inside[:_FIRST], found.words))
        if len(inside) > _FIRST:
            with st.expander(f"Nog {len(inside) - _FIRST} in {GROUPS[group].lower()}", key=f"meer-{group}"):
                st.html(_listed(inside[_FIRST:], found.words))
    section("Wat u hier niet vindt")
    st.html("<p>Rijen uit aangeleverde bestanden: die zijn niet openbaar en staan niet in deze lijst.</p>")


def marked(text: str, words: Sequence[str]) -> str:
    """Return a text as HTML in which the words stand out, also where accents or capitals differ."""
    spelled = [plain(sign) or " " for sign in text]
    where = [place for place, sign in enumerate(spelled) for _ in sign]
    flat, on = "".join(spelled), [False] * len(text)
    for word in words:
        start = flat.find(word)
        while start >= 0:
            for place in range(start, start + len(word)):
                on[where[place]] = True
            start = flat.find(word, start + 1)
    parts, before = [], False
    for sign, lit in zip(text, on, strict=True):
        parts.append(("<mark>" if lit else "</mark>") if lit != before else "")
        parts.append(safe(sign))
        before = lit
    return "".join(parts) + ("</mark>" if before else "")


def _finding(found: Found, query: str) -> str:
    if not found.count:
        return f"Niets gevonden met ‘{query}’"
    noun = "vermelding" if found.count == 1 else "vermeldingen"
    return f"{found.count} {noun} {'voor een deel van' if found.partial else 'met'} ‘{query}’"


def _explain(found: Found) -> None:
    if found.guessed:
        said = [f"‘{word}’ is gelezen als {join_words(close)}" for word, close in found.guessed.items()]
        st.html(note(f"{'; '.join(said)}.", "Tikfout?"))
    if found.partial and found.count:
        st.html(note("Niets heeft alle woorden. Dit heeft er de meeste van.", "Let op."))
    if not found.count:
        st.html(note("Probeer een ander woord, of een deel ervan.", "Niets gevonden."))


def _listed(found: Sequence[Item], words: Sequence[str]) -> str:
    return f'<ul class="rm-found">{"".join(_item(one, words) for one in found)}</ul>'


def _item(one: Item, words: Sequence[str]) -> str:
    code = f" {badge(one.code)}" if one.code else ""
    line = f'<p class="rm-small">{marked(one.line, words)}</p>' if one.line else ""
    return f'<li><p><a href="{safe(one.href)}">{marked(one.title, words)}</a>{code}</p>{line}</li>'
