"""Who delivered a file and over which period, as stated, or read from its titles, its name or its sheets."""

from __future__ import annotations

import re
from collections.abc import Iterable

from data_loaders.columns import key, words
from data_loaders.periods import Period, parse_period
from reference.load import suppliers

UNKNOWN = "onbekend"
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


def find_period(titles: Iterable[Iterable[str]], file: str, sheets: Iterable[str]) -> Period | None:
    """Return the period that the titles, else the file name, else the sheets together name; None without one.

    `titles` has those of each sheet: a sheet a month makes one period.
    """
    stated = [found for texts in titles if (found := _first_period(texts))]
    if stated:
        return min(one[0] for one in stated), max(one[1] for one in stated)
    if found := parse_period(file.rsplit(".", 1)[0]):
        return found
    named = [parse_period(sheet) for sheet in sheets]
    if not named or None in named:
        return None
    return min(one[0] for one in named if one), max(one[1] for one in named if one)


def _first_period(titles: Iterable[str]) -> Period | None:
    periods = (parse_period(text) for text in titles if not _REFERENCE.match(text.lower()))
    return next(filter(None, periods), None)


def settle_period(
    stated: Period | None, named: Period | None, seen: Period | None
) -> tuple[Period | None, str | None]:
    """Return the period of a delivery, and what to say when the dates of its rows (`seen`) lie outside.

    A stated period holds; one that was only read somewhere gives way to those dates.
    """
    period = stated or named
    if period is None or seen is None or within(seen, period):
        return period or seen, None
    text = (
        f"de periode is {period[0]:%d-%m-%Y} t/m {period[1]:%d-%m-%Y}, maar de datums in de rijen lopen van "
        f"{seen[0]:%d-%m-%Y} t/m {seen[1]:%d-%m-%Y}."
    )
    if stated:
        return stated, f"{text} Controleer of de periode klopt."
    return seen, f"{text} De datums in de rijen gelden als periode."


def within(inner: Period, outer: Period) -> bool:
    """Say whether a period lies within another one."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def overlap(one: Period, other: Period) -> bool:
    """Say whether two periods share a day."""
    return one[0] <= other[1] and other[0] <= one[1]
