"""Words that are not in a list of codes, such as an unknown municipality: translated once for all rows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pyarrow.compute as pc
import streamlit as st

from data_loaders.intake import KINDS, Problem
from data_loaders.offers import PLACES
from data_loaders.templates import choices
from reference.dutch import number, plural
from reference.load import dutch_municipalities
from ui.import_fix import pending
from ui.import_loading import change
from ui.import_state import Waiting, waiting
from ui.import_words import field_label, plain, topic
from ui.markup import safe
from ui.sections import small

MOST = 40
OPEN, UNKNOWN = "nog kiezen", "onbekend laten"


@dataclass(frozen=True)
class Word:
    """A text in a column that stands for something else, and in how many rows it does."""

    field: str
    text: str
    rows: int


def value_lists(one: Waiting) -> None:
    """Show a choice for each word that isn't known; it holds for all rows at once."""
    words = unknown_words(one)
    if not words:
        return
    topic("Woorden die de Regiomonitor niet kent")
    small("Kies één keer wat een woord betekent. Dat geldt voor alle rijen, en wordt onthouden na Opslaan.")
    for index, word in enumerate(words[:MOST]):
        _row(one, index, word)
    if len(words) > MOST:
        small(f"Er zijn nog {number(len(words) - MOST)} andere woorden. Ze komen hier na deze.")


def unknown_words(one: Waiting) -> list[Word]:
    """Return the words that a list doesn't know, and the ones that were translated; most rows first."""
    intake = one.intake
    if intake.kind is None or intake.cleaned is None:
        return []
    found = {
        (problem.field, problem.value): None
        for problem in intake.problems
        if problem.field and problem.value and _is_word(problem) and options(problem.field, intake.kind)
    }
    found |= {(name, text): None for name, texts in one.intake.choices.values.items() for text in texts}
    words = [
        Word(name, text, _count(one, name, text))
        for name, text in found if name in intake.cleaned.column_names
    ]  # fmt: skip
    return sorted(words, key=lambda word: (word.field, -word.rows, word.text))


def _is_word(problem: Problem) -> bool:
    return problem.sort.endswith("onbekend") or problem.sort == "ja-of-nee"


@cache
def options(field: str, kind: str) -> tuple[str, ...]:
    """Return what a word in a column may mean; nothing where the column holds no list."""
    offer = KINDS[kind].offers.get(field)
    if offer is None or field not in KINDS[kind].by_field:
        return ()
    known = tuple(choices(KINDS[kind], field))
    if offer.choose == PLACES:
        return tuple(dict.fromkeys([*known, *sorted(dutch_municipalities().values())]))
    return known


def _count(one: Waiting, field: str, text: str) -> int:
    return pc.sum(pc.equal(one.intake.cleaned.column(field), text)).as_py() or 0


def _row(one: Waiting, index: int, word: Word) -> None:
    texts = one.intake.choices.values.get(word.field, {})
    current = OPEN if word.text not in texts else texts[word.text] or UNKNOWN
    key = f"woord-{one.number}-{word.field}-{word.text}"
    known = options(word.field, one.intake.kind)
    offered = list(dict.fromkeys([OPEN, UNKNOWN, *known, current]))
    st.session_state[key] = current
    rows = f"{number(word.rows)} {plural(word.rows, 'rij', 'rijen')}"
    with st.container(horizontal=True, vertical_alignment="center", key=f"woordrij-{one.number}-{index}"):
        st.html(
            f"<p><b>“{safe(word.text)}”</b><br><span class='rm-small'>"
            f"{safe(field_label(word.field, one.intake.kind))} · {rows}</span></p>",
            width="stretch",
        )
        st.selectbox(
            f"“{plain(word.text)}” betekent", offered, key=key, width=320, on_change=_translate,
            args=(one.number, word, key), label_visibility="collapsed",
        )  # fmt: skip


def _translate(number_: int, word: Word, key: str) -> None:
    one = waiting().get(number_)
    if one is None:
        return
    values = {name: dict(texts) for name, texts in one.intake.choices.values.items()}
    chosen = st.session_state[key]
    texts = values.setdefault(word.field, {})
    if chosen == OPEN:
        texts.pop(word.text, None)
    else:
        texts[word.text] = None if chosen == UNKNOWN else chosen
    change(number_, **pending(number_), values={name: texts for name, texts in values.items() if texts})
