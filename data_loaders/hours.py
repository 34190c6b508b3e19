"""Hours per week and parts of a full job, as an interval: unknown hours are 0 to 40, "24-32" its ends."""

from __future__ import annotations

import re
from decimal import Decimal

from data_loaders.columns import words
from data_loaders.values import (
    MAX_HOURS,
    MISSING,
    NOTHING,
    UNKNOWN_HOURS,
    WEEKS_PER_MONTH,
    Reading,
    cell_error,
    doubtful,
    number,
    rounded_hours,
    wrong,
)

UNIT = r"\s*(?:uren|uur|u|hrs|h)?\.?\s*(?:(?:per|p\.?|/|p/)\s*/?\s*(?:week|w|wk|mnd|maand)\.?|pw)?"
ABOUT = re.compile(r"^(?:ca\.?|circa|±|\+/-|gem\.?|gemiddeld|ong\.?|ongeveer)\s*", re.IGNORECASE)
TO = r"\s*(?:-|–|/|à|a|tot|t/m|tot en met|en|of)\s*"
RANGE = re.compile(rf"([\d.,]+){UNIT}{TO}([\d.,]+){UNIT}", re.IGNORECASE)
PLAIN = re.compile(rf"([\d.,]+){UNIT}", re.IGNORECASE)
AT_LEAST = re.compile(rf"(?:>=?|≥|min\.?|minimaal|minstens|vanaf|meer dan)\s*([\d.,]+){UNIT}", re.IGNORECASE)
AT_MOST = re.compile(rf"(?:<=|≤|max\.?|maximaal|tot|hoogstens)\s*([\d.,]+){UNIT}", re.IGNORECASE)
LESS = re.compile(rf"(?:<|minder dan|onder de|onder)\s*([\d.,]+){UNIT}", re.IGNORECASE)
ZERO_HOURS = re.compile(
    r"(?:0|nul)[\s-]*(?:uren|uur|urencontract|uren contract)\b.*|oproep.*|flex.*|variabel.*|wisselend.*|"
    r"min[\s-]?max",
    re.IGNORECASE,
)
FULL_TIME = re.compile(r"(?:full[\s-]?time|voltijds?|ft|fulltimer)\b.*", re.IGNORECASE)
PART_TIME = re.compile(r"(?:part[\s-]?time|deeltijds?|pt|parttimer)\b.*", re.IGNORECASE)


def read_hours(text: str, heading: str = "") -> Reading:
    """Read hours per week: 36,0, 24 uur, 24-32, fulltime (36 to 40), 0-uren and oproep (unknown).

    Under a heading with 'maand' the hours are divided by 4,348 weeks. More than 60 a week is an error.
    """
    if text.lower() in MISSING:
        return NOTHING
    if cell_error(text):
        return wrong(cell_error(text) or "")
    plain = ABOUT.sub("", text.strip().rstrip("*").strip())
    if FULL_TIME.fullmatch(plain):
        return doubtful(f'"{text}" telt als 36 tot 40 uur.', Decimal(36), Decimal(40), text)
    if ZERO_HOURS.fullmatch(plain) or PART_TIME.fullmatch(plain):
        issue = f'"{text}" zegt niet hoeveel uur er is gewerkt; de uren blijven onbekend.'
        return doubtful(issue, *UNKNOWN_HOURS, text)
    return _interval(plain, text, "maand" in "".join(words(heading)))


def _interval(plain: str, text: str, monthly: bool) -> Reading:
    strict = False  # "< 25" is 24,99 at most, so no garantiebaan
    if match := PLAIN.fullmatch(plain):
        ends = (match[1], match[1])
    elif match := RANGE.fullmatch(plain):
        ends = (match[1], match[2])
    elif match := AT_LEAST.fullmatch(plain) or re.fullmatch(r"([\d.,]+)\s*\+", plain):
        ends = (match[1], "40")
    elif match := AT_MOST.fullmatch(plain):
        ends = ("0", match[1])
    elif match := LESS.fullmatch(plain):
        ends, strict = ("0", match[1]), True
    else:
        return wrong(f'"{text}" is geen aantal uren. Vul een getal in, zoals 28 of 24-32.')
    numbers = [_hours(end) for end in ends]
    if any(value is None or value > 10_000 for value in numbers):
        return wrong(f'"{text}" is geen aantal uren. Vul een getal in, zoals 28 of 24-32.')
    low, high = (rounded_hours(value / WEEKS_PER_MONTH if monthly else value) for value in numbers)
    if strict:
        high = max(high - Decimal("0.01"), low)
    if max(low, high) > MAX_HOURS:
        return wrong(f'"{text}" uur per week kan niet. Zijn het uren per maand? Zet dan "maand" in de kop.')
    if low > high:
        return wrong(f'"{text}" loopt terug. Schrijf het kleinste aantal uren eerst.')
    return Reading(low, high)


def _hours(text: str) -> Decimal | None:
    """Return a number of hours; a dot is a decimal sign here: nobody works 1.000 hours a week."""
    if re.fullmatch(r"\d+\.\d+", text):
        return Decimal(text)
    return number(text)


def read_fte(text: str, heading: str = "") -> Reading:
    """Read a part of a full job as a fraction: 0,8, 80 %, or 80 where it can only be a percentage."""
    if text.lower() in MISSING:
        return NOTHING
    value = _hours(text.strip().rstrip("%").strip())
    if cell_error(text) or value is None:
        return wrong(cell_error(text) or f'"{text}" is geen deeltijdfactor. Vul een getal in, zoals 0,8.')
    if "%" in text or value > 2:
        value /= 100
    if not 0 <= value <= 2:
        return wrong(f'"{text}" kan geen deeltijdfactor zijn. Vul een getal in, zoals 0,8.')
    value = value.quantize(Decimal("0.0001"))
    return Reading(value, value)
