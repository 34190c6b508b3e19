"""Finding what somebody means: words in any order, without accents or capitals, typing errors forgiven."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from ui.search_corpus import GROUPS, Item, items, plain, vocabulary

LONGEST = 100
_LIKE = 0.76  # how like a word another must be to be taken for it
_SMALL = frozenset(("de", "het", "een", "en", "of", "van", "voor", "in", "op", "te", "bij", "met", "aan"))


@dataclass(frozen=True)
class Found:
    """What was found: group to items, best first; `guessed` maps mistyped words to what was taken for them.

    `partial`: nothing holds all the words, so these hold the most of them.
    """

    groups: dict[str, tuple[Item, ...]]
    words: tuple[str, ...]
    guessed: dict[str, tuple[str, ...]]
    partial: bool

    @property
    def count(self) -> int:
        """Return how many items were found."""
        return sum(len(found) for found in self.groups.values())


@lru_cache(maxsize=256)
def find(query: str) -> Found:
    """Return what a query finds; an empty query, or one without any known word, finds nothing."""
    asked = plain(query[:LONGEST]).split()
    words = [word for word in asked if word not in _SMALL and (len(word) > 1 or word.isdigit())] or asked
    guessed = {word: close for word in words if not _known(word) and (close := _close(word))}
    options = [(word, *guessed.get(word, ())) for word in words]
    scored = [(one, _score(one, options, plain(query))) for one in items()]
    most = max((hits for _, (hits, _) in scored), default=0)
    if not words or not most:
        return Found({}, tuple(words), guessed, False)
    best = [(one, points) for one, (hits, points) in scored if hits == most]
    best.sort(key=lambda pair: -pair[1])
    groups = {group: tuple(one for one, _ in best if one.group == group) for group in GROUPS}
    shown = {group: found for group, found in groups.items() if found}
    marks = tuple(word for several in options for word in several)
    return Found(_best_group_first(shown, best), marks, guessed, most < len(words))


def _best_group_first(
    groups: dict[str, tuple[Item, ...]], best: Sequence[tuple[Item, float]]
) -> dict[str, tuple[Item, ...]]:
    """Put the group of a code or title that was typed in full on top; else the order stays."""
    top, points = best[0]
    if points < 50:
        return groups
    return {top.group: groups[top.group]} | groups


def _score(one: Item, options: Sequence[tuple[str, ...]], whole: str) -> tuple[int, float]:
    """Return how many of the words an item holds, and how well."""
    points = [max(_points(one, word) - (0.5 if place else 0) for place, word in enumerate(several))
              for several in options]  # fmt: skip
    exact = 100 if whole and whole in (plain(one.code), plain(one.title)) else 0
    return sum(point > 0 for point in points), sum(points) + exact


def _points(one: Item, word: str) -> float:
    if word in one.plain_title:
        words = one.plain_title.split()
        if word in words:
            return 8
        return 6 if any(each.startswith(word) for each in words) else 4
    if word in one.plain_line.split():
        return 5
    if len(word) >= 7 and word[:-2] in one.plain_title:
        return 3  # garantiebaan finds garantiebanen
    if word in one.plain_text:
        return 2
    return 1 if len(word) >= 7 and word[:-2] in one.plain_text else 0


def _known(word: str) -> bool:
    return any(_points(one, word) for one in items())


def _close(word: str) -> tuple[str, ...]:
    if len(word) < 4:
        return ()
    return tuple(get_close_matches(word, vocabulary(), n=3, cutoff=_LIKE))
