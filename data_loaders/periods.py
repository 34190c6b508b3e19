"""The period that a title or file name tells: dates, weeks, months, quarters, half-years and years.

A text is read as moments, each a stretch of days. Moments that a word or a dash ties together are one
stretch; a moment without a year takes it from one that it is tied to. Nothing is guessed: two answers are
none.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from data_loaders.dates import MONTH_NUMBERS, read_date

Period = tuple[date, date]
LONGEST = 500  # a longer cell is no title
_MONTH = (
    r"(jan(?:uari)?|feb(?:ruari)?|mrt|maart|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|"
    r"sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])"
)
_YEAR = r"(20[1-4]\d)(?!\d)"
_GAP = r"[.,]?[\s_'-]*(?:van\s+)?"
_NTH = r"(?:([1-4])\s?(?:e|ste|de)|(eerste|tweede|derde|vierde))"
_QUARTER = rf"(?:{_NTH}\s*(?:kwartaal|kw)|(?:kwartaal|kw|q|k)\s*0?([1-4])(?!\d))"
_HALF = rf"(?:{_NTH}\s*(?:half\s?jaar|helft)|h([12])(?!\d))"
_WEEK = r"(?:week|wk)\.?\s*(\d{1,2})(?!\d)"
_NAMES = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4}
_TIES = re.compile(r"\s*(?:t/m|t-m|t_m|tm|tot(?: en met)?|en|-|–|—|/|_)\s*(?:en met\s+)?")
_DASH = re.compile(r"[\s–—/_-]*")
_UNTIL = re.compile(r"(?<![a-z])(?:t/m|t-m|t_m|tm|tot en met)[\s_]*$")


@dataclass(frozen=True)
class _Moment:
    """A stretch of days in a text. `days` gives it for a year; `year` is None where the text has none."""

    kind: str
    year: int | None
    days: Callable[[int], Period]
    start: int
    end: int


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _months(first: int, last: int) -> Callable[[int], Period]:
    return lambda year: (date(year, first, 1), _month_end(year, last))


def _part(size: int) -> Callable[..., Callable[[int], Period]]:
    def days(*groups: str | None) -> Callable[[int], Period]:
        digits = next(group for group in groups if group)
        number = _NAMES.get(digits) or int(digits)
        return _months((number - 1) * size + 1, number * size)

    return days


def _week(number: str) -> Callable[[int], Period]:
    def days(year: int) -> Period:
        monday = date.fromisocalendar(year, int(number), 1)
        return monday, monday + timedelta(days=6)

    return days


def _named_month(name: str) -> Callable[[int], Period]:
    return _months(MONTH_NUMBERS[name[:3]], MONTH_NUMBERS[name[:3]])


def _day(text: str) -> Callable[[int], Period]:
    def days(year: int) -> Period:
        found = read_date(text if re.search(r"\d{4}|-\d\d$|/\d\d$", text) else f"{text} {year}").low
        if found is None:
            raise ValueError(text)
        return found, found

    return days


# Kind, pattern, place of the year among its groups (None: no year), and what the other groups tell.
_Rule = tuple[str, re.Pattern[str], int | None, Callable[..., Callable[[int], Period]]]


def _rule(kind: str, pattern: str, year: int | None, days: Callable[..., Callable[[int], Period]]) -> _Rule:
    start = r"(?:(?<!\d)(?=\d)|(?<![a-z])(?=[a-z]))"  # not halfway a number or a word
    return kind, re.compile(f"{start}(?:{pattern})"), year, days


_RULES = (
    _rule("date", r"(\d{1,2}([-/.])\d{1,2}\2(?:20[1-4]\d|[1-4]\d))(?!\d)", None, lambda text, _: _day(text)),
    _rule("date", r"(20[1-4]\d[-/.]\d{1,2}[-/.]\d{1,2})(?!\d)", None, _day),
    _rule("date", r"(20[1-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?!\d)", None, _day),
    _rule("date", rf"(\d{{1,2}}\s{_MONTH}\.?\s20[1-4]\d)(?!\d)", None, lambda text, _: _day(text)),
    _rule("date", rf"(\d{{1,2}}\s{_MONTH})\.?", None, lambda text, _: _day(text)),
    _rule("school", rf"(?:school|studie)jaar\s*{_YEAR}(?:\s*[-/–_]\s*(?:20)?\d\d)?(?!\d)", 0, lambda:
          lambda year: (date(year, 8, 1), date(year + 1, 7, 31))),
    _rule("quarter", rf"{_QUARTER}{_GAP}{_YEAR}", -1, _part(3)),
    _rule("quarter", rf"{_YEAR}[\s_-]*{_QUARTER}", 0, _part(3)),
    _rule("half", rf"{_HALF}{_GAP}{_YEAR}", -1, _part(6)),
    _rule("half", rf"{_YEAR}[\s_-]*{_HALF}", 0, _part(6)),
    _rule("week", rf"{_WEEK}{_GAP}{_YEAR}", -1, _week),
    _rule("week", rf"{_YEAR}[\s_-]*{_WEEK}", 0, _week),
    _rule("month", rf"{_MONTH}{_GAP}{_YEAR}", -1, _named_month),
    _rule("month", rf"{_YEAR}[\s_-]+{_MONTH}", 0, _named_month),
    _rule("month", r"(20[1-4]\d)[-_ ]?(?:mm)?(0[1-9]|1[0-2])(?!\d)", 0, lambda month:
          _months(int(month), int(month))),
    _rule("month", rf"(0?[1-9]|1[0-2])[-/]{_YEAR}", -1, lambda month: _months(int(month), int(month))),
    _rule("year", r"(20[1-4]\d)(?:jj00)?(?!\d)", 0, lambda: _months(1, 12)),
    _rule("quarter", _QUARTER, None, _part(3)),
    _rule("quarter", r"([1-4])\s?(?:e|ste|de)(?![a-z])", None, _part(3)),  # 1e t/m 3e kwartaal
    _rule("half", _HALF, None, _part(6)),
    _rule("week", _WEEK, None, _week),
    _rule("month", _MONTH, None, _named_month),
)  # fmt: skip


def parse_period(text: str) -> Period | None:
    """Return the period in a text, such as 2014-2016, Q3 2015 or t/m september 2015; None without just one.

    One date is no period: it tells when a list was made. "t/m september 2015" begins on 1 January.
    """
    low = text.lower()[:LONGEST]
    found: dict[int, set[Period]] = {}
    for group in _tied(_moments(low), low):
        if ranked := _stretch(group, low):
            found.setdefault(ranked[0], set()).add(ranked[1])
    best = found.get(max(found, default=0), set())
    return next(iter(best)) if len(best) == 1 else None


def _moments(text: str) -> list[_Moment]:
    found: list[_Moment] = []
    position = 0
    while position < len(text):
        match, kind, year, days = _first(text, position)
        if match is None:
            position += 1
            continue
        groups = list(match.groups())
        stated = None if year is None else int(groups.pop(year))
        if kind == "date" and (written := re.search(r"20[1-4]\d", match[0])):
            stated = int(written[0])
        elif kind == "date" and re.search(r"[-/.]\d\d$", match[0]):
            stated = 2000 + int(match[0][-2:])
        found.append(_Moment(kind, stated, days(*groups), *match.span()))
        position = match.end()
    return found


def _first(text: str, position: int) -> tuple:
    for kind, pattern, year, days in _RULES:
        if match := pattern.match(text, position):
            return match, kind, year, days
    return None, "", None, None


def _tied(moments: list[_Moment], text: str) -> list[list[_Moment]]:
    """Return the moments in groups: a word such as t/m ties any two, a dash only two of one kind."""
    groups: list[list[_Moment]] = []
    for moment in moments:
        between = text[groups[-1][-1].end : moment.start] if groups else ""
        tie = groups and _TIES.fullmatch(between)
        if tie and (moment.kind == groups[-1][-1].kind or not _DASH.fullmatch(between)):
            groups[-1].append(moment)
        else:
            groups.append([moment])
    return groups


def _stretch(group: list[_Moment], text: str) -> tuple[int, Period] | None:
    """Return how telling a group is (3: tied moments, 2: part of a year, 1: a year), and its days."""
    years = [moment.year for moment in group if moment.year]
    if not years:
        return None
    try:
        first = group[0].days(group[0].year or years[0])[0]
        last = group[-1].days(group[-1].year or years[-1])[1]
    except ValueError:
        return None
    if len(group) == 1 and _UNTIL.search(text[: group[0].start]):
        return 3, (date(last.year, 1, 1), last)
    if len(group) == 1 and group[0].kind == "date":
        return None
    rank = 3 if len(group) > 1 else 1 if group[0].kind == "year" else 2
    return (rank, (first, last)) if first <= last else None
