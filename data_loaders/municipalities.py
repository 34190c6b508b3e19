"""Municipalities by code, name, abbreviation or a place in them, read as CBS codes."""

from __future__ import annotations

import re

from data_loaders.categories import UNKNOWN_WORDS
from data_loaders.values import NOTHING, Reading, cell_error, doubtful, wrong
from reference.load import ambiguous_places, dutch_municipalities, normalise_place, places


def _municipality(text: str) -> str | None:
    """Return the CBS code of a municipality or a place in it, None where it can't be known."""
    codes = dutch_municipalities()
    if match := re.fullmatch(r"(?:gm|gem\.?|gemeente)?\s*0*(\d{1,4})(?:\.0)?", text.strip().lower()):
        code = f"GM{int(match[1]):04d}"
        return code if code in codes else None
    plain = re.sub(r"^\d{4}\s?[A-Za-z]{2}\s+", "", text)  # a postcode before the place
    for form in (plain, re.sub(r"\([^)]*\)", " ", plain)):
        if code := places().get(normalise_place(form)):
            return code
    if match := re.search(r"\bgm(\d{4})\b", text.lower()):
        return f"GM{match[1]}" if f"GM{match[1]}" in codes else None
    return None


def _read_municipality(text: str, strict: bool) -> Reading:
    if text.lower() in UNKNOWN_WORDS:
        return NOTHING
    if cell_error(text):
        return wrong(cell_error(text) or "")
    if code := _municipality(text):
        return Reading(code, code)
    say = wrong if strict else (lambda issue: doubtful(issue + " Hij blijft onbekend.", group=text))
    if normalise_place(text) in ambiguous_places():
        return say(f'"{text}" ligt in meer dan één gemeente. Vul de gemeente in.')
    return say(f'"{text}" is geen Nederlandse gemeente. Vul de naam of de CBS-code van de gemeente in.')


def read_home(text: str, heading: str = "") -> Reading:
    """Read the municipality where someone lives: GM0392, 392, Haarlem, Hlm, IJmuiden; as a CBS code."""
    return _read_municipality(text, strict=True)


def read_work(text: str, heading: str = "") -> Reading:
    """Read the municipality of the work; a place that isn't known stays unknown."""
    return _read_municipality(text, strict=False)
