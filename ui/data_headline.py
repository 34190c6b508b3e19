"""What a delivery does to the number that Overzicht opens with, exactly: for the analyst only."""

from __future__ import annotations

from metrics.calendar import covered_until
from metrics.standing import standing
from reference.dutch import date_long
from reference.load import targets
from storage.database import Database
from ui.view import figure

HEADLINE = "T-LSA-02"  # the 440 garantiebanen
NOTHING = "nog niets"


def headline(data: Database) -> str:
    """Return where the headline stands, in words, with its date."""
    last, target = covered_until(data), targets()[HEADLINE]
    if last is None or last < target.start:
        return NOTHING
    found = standing(data, target, last)
    if found.amount is None:
        return NOTHING
    return f"{figure(found.amount.value)} (stand t/m {date_long(found.as_of)})"


def effect(before: str, after: str) -> str:
    """Return how the headline moved, as a sentence."""
    title = targets()[HEADLINE].title
    return f"“{title}” blijft {after}." if before == after else f"“{title}” ging van {before} naar {after}."
