"""Whether a sheet holds statistics, and what each of its columns is: CBS in both flavours, UWV, DUO.

Only what can't be a list of something else is taken for statistics: keys of CBS, columns with a period as
their heading, a column of indicators beside one of values, or headings that only statistics have.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from data_loaders.columns import BRACKETS, key
from data_loaders.privacy import DANGER, FORBIDDEN
from data_loaders.shared import HOURS_PER_WEEK, PERSON, START
from data_loaders.statistics_marks import Marks, Row, SeriesColumn
from data_loaders.statistics_words import FOOTNOTE, SUFFIX, series_period
from data_loaders.values import number
from data_loaders.workbook import Sheet

SEARCHED_ROWS, SEARCHED_COLUMNS, TAIL = 15, 400, 6
_ROLES = {
    "region": "regios|regio|regiokenmerken|regiocode|gemeente|gemeentenaam|gemeentecode|gemeentenummer|"
    "arbeidsmarktregio|arbeidsmarktregios|gebied|rmcregio|corop|coropgebied|provincie|woongemeente",
    "period": "perioden|periode|jaar|kwartaal|maand|teljaar|schooljaar|studiejaar|kalenderjaar|peildatum|"
    "peilmoment|verslagmaand|verslagjaar|meetmoment",
    "indicator": "indicator|onderwerp|maatstaf|kengetal|reeks",
    "value": "waarde|uitkomst",
    "unit": "eenheid",
    "ignored": "id|nr|volgnr|sortering|gemeentenaam2",
    "dimension": "leeftijd|geslacht|niveau|mboniveau|leerweg|uitkeringssoort|sector|opleidingsniveau|duur|"
    "uitsplitsing|achtergrond|branche|bedrijfstak",
}
ROLES = {word: role for role, text in _ROLES.items() for word in text.split("|")}
# A list of people has forbidden columns, or dates, hours and numbers of its own.
FORBIDDEN_KEYS = frozenset(map(key, FORBIDDEN)) - set(ROLES)
LIST_KEYS = {key(word) for one in (START, PERSON, HOURS_PER_WEEK) for word in one.synonyms} - {"ww"}
MISSING_MARKS = frozenset({".", "..", "-", "x", "*", "null", "n.v.t.", "nvt", "onbekend", "geheim"})
UNITS = re.compile(r"(aantal|%|x\s*1[ .]?000|x mln|euro|per 1[ .]?000.*|index.*|uren|fte|banen)", re.I)


@dataclass(frozen=True)
class Layout:
    """Where the headings end (row as Excel counts), the columns, the titles and who publishes it."""

    header_row: int
    first_row: int
    columns: tuple[SeriesColumn, ...]
    titles: tuple[str, ...]
    source: str
    is_long: bool
    dotted: bool  # keys of CBS: a dot is always a decimal point

    def of(self, role: str) -> tuple[SeriesColumn, ...]:
        """Return the columns with a role, in the order of the sheet."""
        return tuple(one for one in self.columns if one.role == role)


def find_layout(sheet: Sheet, file: str) -> Layout | None:
    """Return how the statistics on a sheet are laid out, None for a sheet that holds something else."""
    letters = sheet.cells.column_names[:SEARCHED_COLUMNS]
    top = _rows(sheet, letters, 0, SEARCHED_ROWS + 40)
    for index, row in enumerate(top[:SEARCHED_ROWS]):
        if sum(1 for text in row if text) < 2 or not _is_heading(row):
            continue
        titles = tuple(text for above in top[:index] for text in above if text)
        tail = _rows(sheet, letters, max(sheet.cells.num_rows - TAIL, index + 1), TAIL)
        notes = tuple(row[0] for row in tail if row and row[0] and sum(map(bool, row)) == 1)
        if layout := _layout(letters, top, index, titles, " ".join((file, *titles, *notes))):
            return layout
    return None


def _rows(sheet: Sheet, letters: list[str], start: int, count: int) -> list[Row]:
    part = sheet.cells.slice(start, count)
    return list(zip(*(part.column(name).to_pylist() for name in letters), strict=True))


def _is_heading(row: Row) -> bool:
    """Say whether a row may hold headings: one of a region, period or indicator, and no numbers or days."""
    filled = [text for text in row if text]
    if any(_is_value(text) and not _is_stretch(text) for text in filled):
        return False
    return bool({role_of(text) for text in filled} & {"region", "period", "indicator"})


def _is_stretch(text: str) -> bool:
    """Say whether a heading is a month, quarter or year; a day is what stands in a list."""
    found = series_period(text)
    return found is not None and (found[0] < found[1] or text.strip().lower() == "nulmeting")


def role_of(heading: str) -> str | None:
    """Return what a heading says its column is; None for one that may be a topic or a dimension."""
    if SUFFIX.search(heading):
        return "topic"
    plain = FOOTNOTE.sub("", heading)
    return ROLES.get(key(plain)) or ROLES.get(key(BRACKETS.sub(" ", plain)))


def _layout(
    letters: list[str], top: list[Row], index: int, titles: tuple[str, ...], about: str
) -> Layout | None:
    headings, below = top[index], top[index + 1] if len(top) > index + 1 else ()
    if any(_is_of_a_list(text) for text in headings if text):
        return None
    lower = below if _is_second(headings, below) else None
    upper = top[index - 1] if index and lower is None and _has_periods(top[index - 1], 1) else None
    data = index + (2 if lower else 1)
    units = top[data] if len(top) > data and _is_units(top[data]) else None
    data += 1 if units else 0
    sample = top[data : data + 30]
    columns = _columns(letters, headings, lower, upper, units, sample)
    titles = titles[: -sum(1 for text in upper if text)] if upper else titles
    marks = Marks(columns, sample, about)
    if not marks.is_statistic:
        return None
    is_long = marks.has("indicator") and marks.has("value")
    last = index + (2 if lower else 1)
    return Layout(last, data + 1, columns, titles, marks.source, is_long, marks.is_coded)


def _is_of_a_list(heading: str) -> bool:
    found = key(heading)
    return found in FORBIDDEN_KEYS or found in LIST_KEYS or any(word in found for word in DANGER)


def _is_second(above: Row, below: Row) -> bool:
    """Say whether the row below is a second row of headings: periods over parts, or parts over periods."""
    if not below or any(text and _is_value(text) and not _is_stretch(text) for text in below):
        return False
    filled = [text for text in below if text]
    return len(filled) >= 2 and (_has_periods(above, 2) or _has_periods(below, 2)) and (
        below[0] in (None, above[0])  # a heading over both rows
    )


def _has_periods(row: Row, least: int) -> bool:
    return sum(1 for text in row if text and role_of(text) is None and _is_stretch(text)) >= least


def _is_units(row: Row) -> bool:
    filled = [text for text in row if text]
    return bool(filled) and all(UNITS.fullmatch(text.strip()) for text in filled)


def _is_value(text: str) -> bool:
    plain = FOOTNOTE.sub("", text.strip()).rstrip("*")
    return plain.lower() in MISSING_MARKS or plain.startswith("<") or number(plain) is not None


def _columns(
    letters: list[str], headings: Row, lower: Row | None, upper: Row | None, units: Row | None,
    sample: list[Row],
) -> tuple[SeriesColumn, ...]:  # fmt: skip
    found, group = [], None
    for place, letter in enumerate(letters):
        above = upper[place] if upper else headings[place]
        group = above or group
        below = (lower[place] if lower else headings[place]) if lower or upper else None
        heading = below or above if (lower or upper) else above
        if not heading:
            continue
        both = (group if below and group != heading else None) if (lower or upper) else None
        unit = units[place] if units else None
        found.append(_column(letter, place, heading, both, unit, [row[place] for row in sample]))
    return tuple(found)


def _column(
    letter: str, place: int, heading: str, above: str | None, unit: str | None, sample: list[str | None]
) -> SeriesColumn:
    role = role_of(heading)
    if role is None and above and _is_stretch(above):
        return SeriesColumn(letter, place, "topic", heading, above, unit)
    if role is None and _is_stretch(heading):
        return SeriesColumn(letter, place, "topic", above or "", heading, unit)
    if role is None:
        filled = [text for text in sample if text]
        role = "topic" if filled and all(map(_is_value, filled)) else "dimension"
    return SeriesColumn(letter, place, role, heading, None, unit)
