"""Dates in any Dutch spelling, and Excel's own numbers of days. Day before month, always."""

from __future__ import annotations

import re
from datetime import date, timedelta

from data_loaders.columns import key
from data_loaders.values import MISSING, NOTHING, Reading, cell_error, doubtful, wrong

MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
MONTH_NUMBERS = {name: index + 1 for index, name in enumerate(MONTHS)} | {"maa": 3, "mar": 3, "oct": 10}
OPEN_ENDED = frozenset({"onbepaald", "onbepaaldetijd", "vast", "heden", "lopend", "doorlopend", "totheden"})
MONTH_NAMES = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def dutch_date(day: date) -> str:
    """Return a date in words: 1 maart 2015."""
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def read_date(text: str, heading: str = "") -> Reading:
    """Read a date: 1-2-2015, 01/02/15, 2015-02-01, 1 feb 2015, 20150201, or Excel's own number of a day.

    Day before month, always. 31-12-9999 and 1-1-1900 mean an open end and come back as nothing.
    """
    if text.lower() in MISSING or key(text) in OPEN_ENDED:
        return NOTHING
    if cell_error(text):
        return wrong(cell_error(text) or "")
    found = _date_parts(text)
    if found is None:
        return _serial(text) or wrong(f'"{text}" is geen datum. Schrijf de datum als 31-12-2015.')
    try:
        day = date(*found)
    except ValueError:
        return wrong(f'de datum "{text}" bestaat niet. Verbeter de datum of laat de rij weg.')
    return NOTHING if _is_open(day) else Reading(day, day)


def _is_open(day: date) -> bool:
    return day.year >= 2900 or day <= date(1900, 1, 1)


def _date_parts(text: str) -> tuple[int, int, int] | None:
    text = re.sub(r"[‐-―−]", "-", text)  # dashes that Word makes of a hyphen
    text = re.sub(r"[T ]\d{1,2}:\d{2}(:\d{2})?(\.\d+)?( ?uur|Z)?$", "", text.strip(), flags=re.IGNORECASE)
    if match := re.fullmatch(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", text):
        return int(match[1]), int(match[2]), int(match[3])
    if match := re.fullmatch(r"(\d{1,2})\s?[-/. ]\s?(\d{1,2})\s?[-/. ]\s?(\d{4}|'?\d{2})", text):
        return _year(match[3]), int(match[2]), int(match[1])
    if match := re.fullmatch(r"((?:19|20|99)\d{2})(\d{2})(\d{2})", text):
        return int(match[1]), int(match[2]), int(match[3])
    if match := re.fullmatch(
        r"(?:[a-z]{2,9}\.?,? )?(\d{1,2})(?:e|ste)?[-. ]*([a-z]{3,9})\.?[-. ]*(\d{4}|'?\d{2})", text.lower()
    ):
        month = MONTH_NUMBERS.get(match[2][:3])
        return (_year(match[3]), month, int(match[1])) if month else None
    return None


def _year(text: str) -> int:
    number = int(text.strip("'"))
    if number >= 100:
        return number
    return 2000 + number if number < 70 else 1900 + number


def _serial(text: str) -> Reading | None:
    if text in {"0", "1", "2"} or text == "2958465":  # how Excel shows 1-1-1900 and 31-12-9999 as a number
        return NOTHING
    if not re.fullmatch(r"[3-5]\d{4}([.,]\d+)?", text):
        return None
    day = date(1899, 12, 30) + timedelta(days=int(text[:5]))
    issue = f'de datum is als getal ingevuld ("{text}") en gelezen als {dutch_date(day)}. Controleer dit.'
    return doubtful(issue, day, group="serial")
