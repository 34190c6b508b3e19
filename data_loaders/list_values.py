"""Numbers of lists that speak of agreements: money in any notation, bounds, years, and days or stretches."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

from data_loaders.statistics_words import period_of
from data_loaders.values import MISSING, NOTHING, Reading, cell_error, number, wrong

_TIMES = {
    "mld": 10**9, "miljard": 10**9, "mln": 10**6, "miljoen": 10**6, "mio": 10**6, "m": 10**6,
    "k": 1000, "duizend": 1000, "dzd": 1000,
}  # fmt: skip
_TIMES_TEXT = re.compile(
    r"(?i)(?<=[\d\s.])(mld|miljard|mln|miljoen|mio|m|k|duizend|dzd)\.?(\s*(euro|€))?\s*$"
)
_IN_THOUSANDS = re.compile(r"(?i)[x×*]\s*(€|eur?|euro)?\s*1[. ]?000(?![. ]?0)|duizend|k€|€\s*k\b")
_IN_MILLIONS = re.compile(r"(?i)[x×*]\s*(€|eur?|euro)?\s*1[. ]?000[. ]?000|\b(mln|miljoen|mio)\b")
_RANGE = re.compile(r"(?<=[\d%\sa-z])\s*(?:–|—|-|\btot(?: en met)?\b|\bt/m\b)\s*(?=[€\d])", re.IGNORECASE)
_AT_LEAST = re.compile(
    r"(?i)^(≥|>=|minimaal|minstens|ten minste|tenminste|min\.?|ruim|circa|ca\.?|ongeveer|±)\s*"
)


def read_money(text: str, heading: str = "") -> Reading:
    """Read euros: "€ 200.000", "1,2 mln", "0,5-1,0 mln", or a number under a heading "x € 1.000"."""
    return _read_numbers(text, heading, _money, "0.01", "bedrag. Schrijf het als 200.000 of als 1,2 mln.")


def read_bound(text: str, heading: str = "") -> Reading:
    """Read a number, or the two ends of "40 tot 50"."""
    what = "getal. Schrijf het als 40 of als 4-6."
    return _read_numbers(text, heading, lambda part, _: number(part), "0.001", what)


def _read_numbers(
    text: str, heading: str, read: Callable[[str, str], Decimal | None], step: str, what: str
) -> Reading:
    if text.lower() in MISSING:
        return NOTHING
    if cell_error(text):
        return wrong(cell_error(text) or "")
    plain = _AT_LEAST.sub("", text.strip())
    parts = _RANGE.split(plain, maxsplit=1)
    if len(parts) == 2 and (unit := _TIMES_TEXT.search(parts[1])) and not _TIMES_TEXT.search(parts[0]):
        parts[0] += f" {unit[1]}"  # 0,5-1,0 mln
    values = [read(part.strip(), heading) for part in parts]
    if None in values or any(abs(value) >= 10**12 for value in values):
        return wrong(f'"{text}" is geen {what}')
    low, high = (value.quantize(Decimal(step), ROUND_HALF_UP) for value in (values[0], values[-1]))
    return Reading(low, high)


def _money(text: str, heading: str) -> Decimal | None:
    times = 10**6 if _IN_MILLIONS.search(heading) else 1000 if _IN_THOUSANDS.search(heading) else 1
    plain = text
    if match := _TIMES_TEXT.search(text):
        times, plain = _TIMES[match[1].lower()], text[: match.start()].strip()
        if re.fullmatch(r"(€\s*)?\d+\.\d+", plain):  # 1.234 mln: nobody writes thousands of millions
            plain = plain.replace(".", ",")
    value = number(plain)
    return None if value is None else value * times


def read_year(text: str, heading: str = "") -> Reading:
    """Read a year."""
    match = re.fullmatch(r"(20[0-4]\d)(?:\.0|-01-01( 00:00:00)?)?", text.strip())
    if cell_error(text) or not match:
        return wrong(cell_error(text) or f'"{text}" is geen jaar. Schrijf het als 2020.')
    return Reading(int(match[1]), int(match[1]))


def read_day(text: str, heading: str = "") -> Reading:
    """Read a day, or the first and the last day of a year, quarter or month, as the ends of the reading."""
    if text.lower() in MISSING:
        return NOTHING
    found = None if cell_error(text) else period_of(text)
    if found is None:
        return wrong(cell_error(text) or f'"{text}" is geen datum. Schrijf 31-12-2020, 2020-Q4 of 2020.')
    return Reading(*found)
