"""Words and marks of the guided import: fields, certainties and the state of a file."""

from __future__ import annotations

import re

import streamlit as st

from data_loaders.intake import KINDS
from ui.kind_words import field_word
from ui.markup import safe

# How sure it is that a heading means a field: mark and word.
CERTAINTIES = {
    "zeker": ("circle", "zeker"),
    "vermoedelijk": ("triangle", "vermoedelijk"),
    "gekozen": ("diamond", "gekozen"),
    "onthouden": ("echo", "onthouden"),
    "vraag": ("triangle", "vraag"),
    "genegeerd": ("dash", "niet gebruikt"),
    "verboden": ("ring", "wordt niet bewaard"),
}


_MIDNIGHT = re.compile(r"(\d{4})-(\d\d)-(\d\d)( 00:00:00(\.0+)?)?")


def field_label(field: str, kind: str | None = None) -> str:
    """Return what a field is called on screen; one without a word of its own by its first heading."""
    if (word := field_word(field, kind)) != field:
        return word
    kinds = [KINDS[kind]] if kind in KINDS else list(KINDS.values())
    columns = (one.by_field[field] for one in kinds if field in one.by_field)
    column = next(columns, None)
    return column.synonyms[0] if column and column.synonyms else field


def topic(text: str) -> None:
    """Show what comes next in a step, as h2 under the name of the file."""
    st.header(text, anchor=False)


def marked(shape: str, text: str) -> str:
    """Return a text with its mark before it, as escaped HTML."""
    return f'<span class="rm-{shape}"><i class="rm-mark" aria-hidden="true"></i></span> {safe(text)}'


def certainty_badge(certainty: str) -> str:
    """Return how sure a heading is: shape, word and colour."""
    shape, word = CERTAINTIES.get(certainty, ("dash", certainty))
    mark = '<i class="rm-mark" aria-hidden="true"></i>'
    return f'<span class="rm-status rm-{shape}">{mark}{safe(word)}</span>'


def plain(text: str) -> str:
    """Return a text of a file that Markdown may not read as markup, for the label of a line that opens."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>~$:" else sign for sign in text)


def sentence_start(text: str) -> str:
    """Return a reason as a sentence of its own."""
    return f"{text[:1].upper()}{text[1:]}."


def readable(text: str) -> str:
    """Return the text of a cell as a Dutch eye reads it: a date without the clock of midnight."""
    found = _MIDNIGHT.fullmatch(text)
    return f"{found[3]}-{found[2]}-{found[1]}" if found else text
