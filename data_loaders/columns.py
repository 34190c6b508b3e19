"""Which column of a list is which: headings in any dress, matched to the fields of a kind of delivery."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache

from reference.dutch import join_words

FUZZY = 0.85
SMALL_WORDS = frozenset({"de", "het", "een", "van", "der", "den", "voor", "bij", "aan"})
BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
LAST_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]\W*$")
LINE_HYPHEN = re.compile(r"(?<=[a-z])-\s*[\r\n]+\s*(?=[a-z])")


@dataclass(frozen=True)
class Column:
    """A field of a delivery and the headings under which it arrives.

    `type` names a reader in values.py. `note` says in Dutch what stays unknown without a column that figures
    rest on; for a required column it says what the column holds.
    """

    field: str
    type: str
    required: bool
    synonyms: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class Heading:
    """The heading of one column of a sheet: its letters, what it says, and how else it may be read."""

    letter: str
    text: str
    readings: tuple[str, ...]


@dataclass(frozen=True)
class HeadingMap:
    """What the headings of a sheet turned out to be."""

    fields: dict[str, Heading] = field(default_factory=dict)
    dropped: tuple[Heading, ...] = ()
    ignored: tuple[Heading, ...] = ()
    questions: tuple[tuple[Heading, str], ...] = ()
    guessed: tuple[tuple[Heading, str], ...] = ()
    rivals: tuple[tuple[Heading, ...], ...] = ()  # headings that mean the same

    def options(self, asked: Heading) -> tuple[str, ...]:
        """Return the headings between which the question about this heading asks to choose."""
        return next((tuple(one.text for one in found) for found in self.rivals if found[0] is asked), ())


def split_synonyms(text: str) -> tuple[str, ...]:
    """Return the headings of a list with bars between them."""
    return tuple(part.strip() for part in text.split("|") if part.strip())


@lru_cache(maxsize=50_000)
def words(heading: str) -> tuple[str, ...]:
    """Return the words of a heading: lower case, without accents, punctuation or line breaks."""
    plain = unicodedata.normalize("NFKD", heading.lower())
    plain = LINE_HYPHEN.sub("", "".join(mark for mark in plain if not unicodedata.combining(mark)))
    return tuple(re.sub(r"[^a-z0-9]+", " ", plain).split())


def key(heading: str) -> str:
    """Return what two dresses of the same heading share: its words, without the spaces."""
    return "".join(words(heading))


class Recogniser:
    """Matches headings to the fields of one kind: exact synonym, then the same words, then nearly so."""

    def __init__(
        self, columns: Iterable[Column], forbidden: Iterable[str], danger: frozenset[str],
        others: Iterable[str] = (),
    ) -> None:  # fmt: skip
        self.columns = tuple(columns)
        self._danger = danger
        self._others = frozenset(map(key, others))
        self._exact: dict[str, str] = {}
        self._sets: dict[frozenset[str], str] = {}
        for column in self.columns:
            for synonym in (column.field, *column.synonyms):
                self._learn(synonym, column.field)
        for synonym in forbidden:  # last, so that a forbidden heading wins
            self._learn(synonym, "")

    def _learn(self, synonym: str, field_name: str) -> None:
        self._exact[key(synonym)] = field_name
        self._sets[_word_set(synonym)] = field_name

    @lru_cache(maxsize=50_000)  # noqa: B019 - there is one recogniser per kind, for ever
    def match(self, heading: str) -> str | None:
        """Return the field of a heading, "" for one that may not be stored, None for an unknown one."""
        if not key(heading):
            return None
        percent = heading.replace("%", " procent ")  # an amount and a percentage may share their words
        forms = (percent, heading, LAST_BRACKETS.sub(" ", heading), BRACKETS.sub(" ", heading))
        for form in forms:
            if key(form) in self._exact:
                return self._exact[key(form)]
        for form in forms:
            if _word_set(form) in self._sets:
                return self._sets[_word_set(form)]
        return "" if self._danger & set(words(heading)) else None

    def recognise(self, readings: tuple[str, ...]) -> str | None:
        """Return the match of the first reading of a heading that has one."""
        return next((found for found in map(self.match, readings) if found is not None), None)

    def nearly(self, heading: str) -> tuple[str, ...]:
        """Return the fields that have a synonym nearly like this heading ("" counts as one)."""
        wanted = key(BRACKETS.sub(" ", heading))
        if len(wanted) < 6 or wanted in self._others:
            return ()
        found = {name for synonym, name in self._exact.items() if _alike(wanted, synonym)}
        return tuple(sorted(found))


def _word_set(heading: str) -> frozenset[str]:
    return frozenset(words(heading)) - SMALL_WORDS or frozenset({key(heading)})


def _alike(wanted: str, synonym: str) -> bool:
    if len(synonym) < 6 or abs(len(wanted) - len(synonym)) > 0.3 * len(wanted):
        return False
    matcher = SequenceMatcher(None, wanted, synonym, autojunk=False)
    return matcher.quick_ratio() >= FUZZY and matcher.ratio() >= FUZZY


def map_headings(
    headings: Iterable[Heading], recogniser: Recogniser, choices: Mapping[str, str | None] | None = None
) -> HeadingMap:
    """Return which heading holds which field.

    `choices` (heading to field, or to None for a column to leave out) go before every rule but one: what is
    forbidden stays so. Two headings for one field are a question; a column that is nearly like two fields is
    one too. Neither is guessed.
    """
    known = {None, *(column.field for column in recogniser.columns)}
    chosen = {key(heading): name for heading, name in (choices or {}).items() if name in known}
    claims: dict[str, list[Heading]] = {}
    left_out, unknown = [], []
    for heading in headings:
        name = recogniser.recognise(heading.readings)
        if key(heading.text) in chosen and name != "":
            name = chosen[key(heading.text)]
            (left_out if name is None else claims.setdefault(name, [])).append(heading)
        else:
            (unknown if name is None else claims.setdefault(name, [])).append(heading)
    dropped = claims.pop("", [])
    forbidden, guessed, questions = _guess(unknown, recogniser, set(claims))
    for heading, name in guessed:
        claims.setdefault(name, []).append(heading)
    settled = {*forbidden, *(heading for heading, _ in (*guessed, *questions))}
    questions += [(found[0], _twice(found)) for found in claims.values() if len(found) > 1]
    return HeadingMap(
        fields={name: found[0] for name, found in claims.items()},
        dropped=(*dropped, *forbidden),
        ignored=(*left_out, *(heading for heading in unknown if heading not in settled)),
        questions=tuple(questions),
        guessed=tuple(guessed),
        rivals=tuple(tuple(found) for found in claims.values() if len(found) > 1),
    )


def _guess(
    unknown: list[Heading], recogniser: Recogniser, claimed: set[str]
) -> tuple[list[Heading], list[tuple[Heading, str]], list[tuple[Heading, str]]]:
    """Return what is nearly forbidden, nearly one free field, and nearly more than one."""
    forbidden, guessed, questions = [], [], []
    for heading in unknown:
        near = recogniser.nearly(heading.text)
        free = [name for name in near if name and name not in claimed]
        if "" in near:
            forbidden.append(heading)
        elif len(free) == 1 and len(near) == 1:
            guessed.append((heading, free[0]))
        elif len(free) > 1:
            labels = join_words([f'"{name}"' for name in free])
            text = f'de kolom "{heading.text}" lijkt op {labels}. Geef de kolom een andere naam.'
            questions.append((heading, text))
    return forbidden, guessed, questions


def _twice(found: list[Heading]) -> str:
    names = join_words([f'"{heading.text}" (kolom {heading.letter})' for heading in found])
    return (
        f"de kolommen {names} betekenen hetzelfde. Welke moet worden gelezen? "
        "Haal de andere weg of geef hem een andere naam."
    )
