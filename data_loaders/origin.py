"""Who delivered a file and over which period, as stated, or read from its titles, its name or its sheets."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from data_loaders.columns import key, words
from data_loaders.dates import MONTH_NUMBERS, read_date
from reference.load import suppliers

UNKNOWN = "onbekend"
Period = tuple[date, date]
_MONTH = r"(jan|feb|mrt|maa|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*"
_YEAR = r"(20[1-4]\d)"
_DATE = r"(\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2} [a-z]{3,9}\.? \d{4})"
_BETWEEN = re.compile(rf"{_DATE}\s*(?:/|t/m|tot en met|tot|-|–|en)\s*{_DATE}")
_QUARTER = re.compile(
    rf"(?:\b|_)(?:([1-4])\s*(?:e|ste|de)?\s*kwartaal|q([1-4])|k(?:w|wartaal)\s*0?([1-4]))[\s_\-']*{_YEAR}"
)
_YEAR_QUARTER = re.compile(rf"{_YEAR}[\s_-]*(?:q|kw|k|kwartaal)[\s_-]*0?([1-4])(?!\d)")
_MONTHS = re.compile(
    rf"(?<![a-z]){_MONTH}\.?[\s_-]*(?:t/m|tot en met|tot|-|–)[\s_-]*{_MONTH}\.?[\s_-]*{_YEAR}"
)
_MONTH_YEAR = re.compile(rf"(?<![a-z]){_MONTH}\.?[\s_-]*{_YEAR}")
_YEAR_MONTH = re.compile(rf"(?<!\d){_YEAR}[-_ ]?(?:mm)?(0[1-9]|1[0-2])(?!\d)(?![-_/.]\d)")
_ONLY_YEAR = re.compile(rf"(?<!\d){_YEAR}(?:jj00)?(?!\d)")
_REFERENCE = re.compile(r"(peildatum|per|stand|d\.?d\.?|afgedrukt|gemaakt|datum)\b.*")


def stated_supplier(text: str) -> str:
    """Return the code of a supplier that was named; an unknown name becomes a code of its own."""
    for one in suppliers():
        if key(text) in {key(name) for name in (one.code, one.name, *one.aliases)}:
            return one.code
    return "-".join(words(text)) or UNKNOWN


def find_supplier(titles: Iterable[str], file: str, sheets: Iterable[str]) -> tuple[str, str]:
    """Return the code of the supplier and, in Dutch, where it was read; 'onbekend' where it's nowhere."""
    places = (("de titel", titles), ("de bestandsnaam", [file]), ("de bladnaam", sheets))
    for where, texts in places:
        for text in texts:
            found = _suppliers_in(text)
            if len(found) == 1:
                return found.pop(), f'gelezen in {where} "{text}"'
    return UNKNOWN, "niet genoemd in titel, bestandsnaam of bladnaam"


def _suppliers_in(text: str) -> set[str]:
    padded = f" {' '.join(words(text.rsplit('.', 1)[0] if text.endswith(_EXTENSIONS) else text))} "
    names = [(" ".join(words(name)), one.code) for one in suppliers() for name in (one.name, *one.aliases)]
    found = set()
    for name, code in sorted(names, key=lambda pair: -len(pair[0])):
        if name and f" {name} " in padded:
            found.add(code)
            padded = padded.replace(f" {name} ", " | ")
    return found


_EXTENSIONS = (".xlsx", ".xls", ".xlsb", ".ods", ".csv", ".txt", ".tsv", ".psv")


def parse_period(text: str) -> Period | None:
    """Return the period in a text: two dates, months, a quarter (2015-Q3, 3e kwartaal 2015) or a year."""
    low = text.lower()
    if match := _BETWEEN.search(low):
        first, last = read_date(match[1]).low, read_date(match[2]).low
        return (first, last) if first and last and first <= last else None
    if match := _QUARTER.search(low):
        return _quarter(int(match[4]), int(match[1] or match[2] or match[3]))
    if match := _YEAR_QUARTER.search(low):
        return _quarter(int(match[1]), int(match[2]))
    if match := _MONTHS.search(low):
        year = int(match[3])
        first, last = MONTH_NUMBERS[match[1]], MONTH_NUMBERS[match[2]]
        return (date(year, first, 1), _month_end(year, last)) if first <= last else None
    if match := _MONTH_YEAR.search(low):
        return _month(int(match[2]), MONTH_NUMBERS[match[1]])
    if match := _YEAR_MONTH.search(low):
        return _month(int(match[1]), int(match[2]))
    years = {int(match[1]) for match in _ONLY_YEAR.finditer(re.sub(_DATE, " ", low))}
    return (date(min(years), 1, 1), date(min(years), 12, 31)) if len(years) == 1 else None


def _quarter(year: int, number: int) -> Period:
    return date(year, number * 3 - 2, 1), _month_end(year, number * 3)


def _month(year: int, number: int) -> Period:
    return date(year, number, 1), _month_end(year, number)


def _month_end(year: int, number: int) -> date:
    return date(year, number, monthrange(year, number)[1])


def find_period(titles: Iterable[str], file: str, sheets: Iterable[str]) -> Period | None:
    """Return the period that a title, else the file name, else the sheets together name; None without one."""
    for text in titles:
        if not _REFERENCE.match(text.lower()) and (found := parse_period(text)):
            return found
    if found := parse_period(file.rsplit(".", 1)[0]):
        return found
    named = [parse_period(sheet) for sheet in sheets]
    if not named or None in named:
        return None
    return min(one[0] for one in named if one), max(one[1] for one in named if one)


def settle_period(
    stated: Period | None, named: Period | None, seen: Period | None
) -> tuple[Period | None, str | None]:
    """Return the period of a delivery and what to say when its start dates (`seen`) don't lie within it.

    A stated period holds; one that was only read somewhere gives way to the start dates.
    """
    period = stated or named
    if period is None or seen is None or within(seen, period):
        return period or seen, None
    text = (
        f"de periode is {period[0]:%d-%m-%Y} t/m {period[1]:%d-%m-%Y}, maar de startdatums lopen van "
        f"{seen[0]:%d-%m-%Y} t/m {seen[1]:%d-%m-%Y}."
    )
    if stated:
        return stated, f"{text} Controleer of de periode klopt."
    return seen, f"{text} De startdatums gelden als periode."


def within(inner: Period, outer: Period) -> bool:
    """Say whether a period lies within another one."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def overlap(one: Period, other: Period) -> bool:
    """Say whether two periods share a day."""
    return one[0] <= other[1] and other[0] <= one[1]
