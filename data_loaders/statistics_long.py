"""A wide sheet of statistics turned into one row per observation, each with the cell that it came from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pyarrow as pa

from data_loaders.statistics_layout import UNITS, Layout, SeriesColumn
from data_loaders.statistics_words import AGAIN, FOOTNOTE, SUFFIX, indicator_code, indicator_in_title
from data_loaders.table import NOTE, TOTAL
from data_loaders.workbook import Sheet, letter

HEADINGS = ("Regio", "Periode", "Indicator", "Uitsplitsing", "Waarde", "Eenheid", "Bron", "Cel")
NATIONAL = "Nederland"
_NO_DATA = "(geen gegevens)"
_PLAIN = re.compile(r"\d{4,}")
_DECIMAL = re.compile(r"0\.\d+|\d+\.(\d{1,2}|\d{4,})|\d{4,}\.\d+")
_ONE_DOT = re.compile(r"([-+]?\d+)\.(\d+)(\s*%?\*{0,2})")


@dataclass(frozen=True)
class LongSheet(Sheet):
    """Observations, one a row, under headings on the row where they stood. `source` is who publishes them."""

    source: str = "anders"


def with_decimals(texts: list[str | None], is_workbook: bool, first_row: int) -> list[str | None]:
    """Return numbers with one dot as Dutch ones, where the column shows that its dots are decimal points."""
    data = [text for text in texts[first_row - 1 :] if text]
    thousands = any(re.fullmatch(r"\d{1,3}(\.\d{3}){2,}|[\d.]+,\d+", text) for text in data)
    proof = any(_PLAIN.fullmatch(text) or _DECIMAL.fullmatch(text) for text in data)
    if thousands or not (proof or is_workbook):
        return texts
    return [_ONE_DOT.sub(r"\1,\2\3", text) if text and _ONE_DOT.fullmatch(text) else text for text in texts]


class Unfolding:
    """One wide sheet being turned into rows."""

    def __init__(self, sheet: Sheet, layout: Layout, is_dotted: bool) -> None:
        self._sheet, self._layout, self._dotted = sheet, layout, is_dotted
        self._titled = next(filter(None, map(indicator_in_title, layout.titles)), None)
        regions = self._column("region")
        self._regions = None if regions is None else [_region(text) for text in regions]

    def long_sheet(self, stated: str | None) -> LongSheet:
        """Return the observations under plain headings; without any period that column is left out."""
        lines = [
            (row, line) for topic, indicator, part in self._topics()
            for row, line in self._observations(topic, indicator, part, stated)
        ]  # fmt: skip
        lines.sort(key=lambda found: found[0])
        above = self._layout.header_row - 1
        region = self._layout.of("region")
        period = self._layout.of("period")
        names = list(HEADINGS)
        names[0] = region[0].heading if region else names[0]
        names[1] = period[0].heading if period else names[1]
        columns = {}
        for place, name in enumerate(self._letters()):
            texts = [line[place] for _, line in lines]
            if HEADINGS[place] != "Periode" or any(texts):
                columns[name] = pa.array([None] * above + [names[place], *texts], pa.string())
        sheet = self._sheet
        return LongSheet(sheet.name, sheet.visible, self._titled_cells(columns), self._layout.source)

    def _titled_cells(self, columns: dict[str, pa.Array]) -> pa.Table:
        """Return the columns with the titles above them, so that they still tell supplier and period."""
        above = self._layout.header_row - 1
        cells = pa.table(columns)
        if not above or not self._layout.titles:
            return cells
        title = " | ".join(self._layout.titles)
        name = cells.column_names[0]
        texts = pa.concat_arrays([pa.array([title], pa.string()), columns[name].slice(1)])
        return cells.set_column(0, name, texts)

    def _letters(self) -> list[str]:
        """Return the letters of the columns: that of the regions as it was, the others past the last one."""
        region = self._layout.of("region")
        free = len(self._sheet.cells.column_names)
        letters = [letter(free + place) for place in range(len(HEADINGS))]
        return [region[0].letter if region else letters[0], *letters[1:]]

    def _topics(self) -> Iterator[tuple[SeriesColumn, str | None, str | None]]:
        """Yield each column of values with its indicator, and the part of it that the column is about.

        Of two columns of one name (Instroom_4, Instroom_5) CBS gives the relative number second.
        """
        seen: Counter[tuple[str, str | None]] = Counter()
        for topic in self._layout.of("topic"):
            name = topic.heading or None
            code = indicator_code(name or "")
            if code is None and self._titled and not SUFFIX.search(name or ""):
                yield topic, self._titled, name
                continue
            mark = (code or SUFFIX.sub("", name or ""), topic.period)
            seen[mark] += 1
            again = {1: "", 2: f"{AGAIN}relatief"}.get(seen[mark], f"{AGAIN}{seen[mark]}")
            yield topic, f"{name}{again}" if name else None, None

    def _observations(
        self, topic: SeriesColumn, indicator: str | None, part: str | None, stated: str | None
    ) -> Iterator[tuple[int, tuple[str | None, ...]]]:
        start = self._layout.first_row
        texts = self._texts(topic)
        numbers = with_decimals(texts, self._dotted, 1)
        blank = "n.v.t." if self._layout.source == "cbs" else None
        dimensions = [(one.heading, self._texts(one)) for one in self._layout.of("dimension")]
        periods, names, units = self._periods(), self._column("indicator"), self._column("unit")
        for place, text in enumerate(numbers):
            region = self._regions[place] if self._regions else NATIONAL
            if (text is None and (blank is None or not region)) or region is _NO_DATA:
                continue
            line = (
                region,
                topic.period or (periods[place] if periods else stated),
                names[place] if names else indicator or self._titled,
                _dimension(dimensions, place, part),
                text or blank,
                units[place] if units else topic.unit or _unit_in(topic.heading),
                self._layout.source,
                f"{topic.letter}{start + place}",
            )
            yield start + place, line

    def _texts(self, column: SeriesColumn) -> list[str | None]:
        return self._sheet.cells.column(column.letter).slice(self._layout.first_row - 1).to_pylist()

    def _column(self, role: str) -> list[str | None] | None:
        """Return the texts of the first column with a role; of region and code the code tells more."""
        found = self._layout.of(role)
        coded = [one for one in found if re.search(r"code|nummer", one.heading, re.IGNORECASE)]
        return self._texts((coded or list(found))[0]) if found else None

    def _periods(self) -> list[str | None] | None:
        """Return the periods; a year and a quarter or month in two columns are taken together."""
        found = self._layout.of("period")
        if len(found) < 2:
            return self._texts(found[0]) if found else None
        years, parts = self._texts(found[0]), self._texts(found[1])
        size = "KW" if "kwartaal" in found[1].heading.lower() else "MM"
        return [
            f"{year}{size}{int(part):02d}" if (part or "").isdigit() else f"{part or ''} {year or ''}".strip()
            for year, part in zip(years, parts, strict=True)
        ]


def _region(text: str | None) -> str | None:
    """Return a region without its footnote; a note or a total below the observations is no data."""
    if text and (NOTE.match(text) or (TOTAL.match(text) and "nederland" not in text.lower())):
        return _NO_DATA
    return FOOTNOTE.sub("", text or "").replace("Totaal Nederland", NATIONAL) or None


def _dimension(columns: list[tuple[str, list[str | None]]], place: int, part: str | None) -> str | None:
    found = [part] if part else []
    for heading, texts in columns:
        text = texts[place]
        if text and text.lower() != "null":
            found.append(f"{heading} {text}" if text.isdigit() else text)
    return "; ".join(found) or None


def _unit_in(heading: str) -> str | None:
    inside = re.search(r"\(([^)]*)\)\s*$", heading)
    return inside[1] if inside and UNITS.fullmatch(inside[1].strip()) else None
