"""What gives statistics away, and who publishes them: keys of CBS, headings of DUO, a name in a title."""

from __future__ import annotations

import re
from dataclasses import dataclass

from data_loaders.statistics_words import SHARED_WORDS, SUFFIX, indicator_code, indicator_in_title

Row = tuple[str | None, ...]


@dataclass(frozen=True)
class SeriesColumn:
    """A column: its letter and place, its role, its heading, and the period or unit that stands above it."""

    letter: str
    place: int
    role: str
    heading: str
    period: str | None = None
    unit: str | None = None


class Marks:
    """What gives statistics away."""

    def __init__(self, columns: tuple[SeriesColumn, ...], sample: list[Row], about: str) -> None:
        self._columns, self._about = columns, about.lower()
        self._topics = [one for one in columns if one.role == "topic"]
        regions = [row[one.place] for one in columns if one.role == "region" for row in sample]
        self.is_coded = any(SUFFIX.search(one.heading) for one in self._topics) and any(
            text and re.fullmatch(r"[A-Z]{2}\d{2,4}", text) for text in regions
        )

    def has(self, role: str) -> bool:
        return any(one.role == role for one in self._columns)

    @property
    def source(self) -> str:
        if self.is_coded or re.search(r"\b(cbs|statline)(\b|_)", self._about):
            return "cbs"
        found = re.search(r"(?<![a-z])(uwv|duo)(?![a-z])", self._about)
        if found:
            return found[1]
        return "duo" if self._is_of_duo() else "anders"

    @property
    def is_statistic(self) -> bool:
        if not (self._topics or self.has("value")) or not (self.has("region") or self.has("period")):
            return False
        if self.is_coded or (self.has("indicator") and self.has("value")):
            return True
        periods = {one.period for one in self._topics if one.period}
        if len(periods) >= 2 and (self.has("region") or self.has("indicator")):
            told = self.source != "anders" or self.has("indicator") or self._is_known()
            return told or indicator_in_title(self._about) is not None
        both = self.has("region") and self.has("period")
        known = both and (self.source == "cbs" or self._is_known())
        return known or (self.has("period") and self._is_of_duo())

    def _is_known(self) -> bool:
        codes = {indicator_code(one.heading) for one in self._topics} - {None}
        return bool(codes - SHARED_WORDS)

    def _is_of_duo(self) -> bool:
        return any((indicator_code(one.heading) or "").startswith("vsv") for one in self._topics)
