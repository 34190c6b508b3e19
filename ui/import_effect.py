"""What a delivery does to the numbers of the agreements, exactly: for the analyst only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from metrics.calendar import covered_until
from metrics.standing import standing
from reference.dutch import date_short
from reference.load import Target, targets
from storage.database import Database
from ui.view import figure

HEADLINE = "T-LSA-02"  # the 440 garantiebanen, with which Overzicht opens
NOTHING = "nog niets"


@dataclass(frozen=True)
class Number:
    """What was counted for an agreement, until when, and how much more it may be with what is unknown."""

    text: str
    until: str = ""
    most: str = ""

    def __str__(self) -> str:
        """Return the number with its date."""
        doubt = f", met wat onbekend is hoogstens {self.most}" if self.most else ""
        return f"{self.text}{doubt} (t/m {self.until})" if self.until else self.text


@dataclass(frozen=True)
class Move:
    """The number of an agreement before and after."""

    key: str
    title: str
    before: Number
    after: Number


def headline(data: Database) -> Number:
    """Return what counts now for the agreement with which Overzicht opens."""
    return _number(data, targets()[HEADLINE], covered_until(data))


def numbers(data: Database) -> dict[str, Number]:
    """Return per measured agreement what counts now, up to the default reference date."""
    last = covered_until(data)
    return {
        key: _number(data, target, last) for key, target in targets().items() if target.metric is not None
    }


def _number(data: Database, target: Target, last: date | None) -> Number:
    if last is None or last < target.start:
        return Number(NOTHING)
    found = standing(data, target, last)
    if found.amount is None:
        return Number(NOTHING)
    value, high = found.amount.value, found.amount.high
    return Number(figure(value), date_short(found.as_of), figure(high) if high > value else "")


def moves(before: Mapping[str, Number], after: Mapping[str, Number]) -> list[Move]:
    """Return the agreements whose number moves, the headline first."""
    known = targets()
    keys = sorted(before, key=lambda key: key != HEADLINE)
    return [
        Move(key, known[key].title, before[key], after[key])
        for key in keys if key in after and before[key] != after[key]
    ]  # fmt: skip


def headline_text(before: Number, after: Number) -> str:
    """Return how the headline moved, as a sentence."""
    title = targets()[HEADLINE].title
    return f"“{title}” blijft {after}." if before == after else f"“{title}” ging van {before} naar {after}."


def expected_text(before: Number, after: Number) -> str:
    """Return how the headline would move, short."""
    title = targets()[HEADLINE].title
    if before.text == after.text:
        return f"{title}: blijft {after.text}"
    return f"{title}: {before.text} → {after.text}" + (f" (t/m {after.until})" if after.until else "")
