"""A workbook of a million placements, written in seconds, with the parts and strings that Excel writes."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np

from benchmarks.files import HEADINGS, PLACES, WEIGHTS

TITLE = "Plaatsingen WSP 2015-2022"
FIRST_ROW = 4  # under a title, a blank row and the headings
BLOCK = 50_000
FIRST_DAY = (date(2015, 1, 1) - date(1899, 12, 30)).days
RENEWED = 0.1  # of every second placement: it renews the one in the row above

_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
    'ContentType="application/xml"/>'
    + "".join(
        f'<Override PartName="/xl/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
        for name, kind in (
            ("workbook", "sheet.main"), ("worksheets/sheet1", "worksheet"), ("styles", "styles"),
            ("sharedStrings", "sharedStrings"),
        )
    )
    + "</Types>",
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook {_MAIN} xmlns:r="{_REL}"><sheets><sheet name="Plaatsingen" sheetId="1" '
    'r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    + "".join(
        f'<Relationship Id="rId{number}" Type="{_REL}/{kind}" Target="{target}"/>'
        for number, kind, target in (
            (1, "worksheet", "worksheets/sheet1.xml"), (2, "styles", "styles.xml"),
            (3, "sharedStrings", "sharedStrings.xml"),
        )
    )
    + "</Relationships>",
    "xl/styles.xml": f'<styleSheet {_MAIN}><fonts count="1"><font/></fonts>'
    '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2">'
    '<xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
}  # fmt: skip


def write_large_workbook(path: Path, rows: int) -> None:
    """Write this many placements (at most 1,048,573) of 2015 to 2022: the columns of `write_workbook`."""
    strings: dict[str, int] = {}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, text in _PARTS.items():
            archive.writestr(name, text)
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            part.write(f"<worksheet {_MAIN}><sheetData>{_head(strings)}".encode())
            for block in _blocks(rows, strings):
                part.write(block.encode())
            part.write(b"</sheetData></worksheet>")
        with archive.open("xl/sharedStrings.xml", "w") as part:
            part.write(f'<sst {_MAIN} uniqueCount="{len(strings)}">'.encode())
            part.write("".join(f"<si><t>{text}</t></si>" for text in strings).encode())
            part.write(b"</sst>")


def _head(strings: dict[str, int]) -> str:
    cells = (f'<c r="{chr(65 + place)}3" t="s"><v>{_string(text, strings)}</v></c>'
             for place, text in enumerate(HEADINGS))  # fmt: skip
    title = f'<row r="1"><c r="A1" t="s"><v>{_string(TITLE, strings)}</v></c></row>'
    return f'{title}<row r="3">{"".join(cells)}</row>'


def _string(text: str, strings: dict[str, int]) -> int:
    return strings.setdefault(text, len(strings))


def _blocks(rows: int, strings: dict[str, int]) -> Iterator[str]:
    rng = np.random.default_rng(20151119)
    for first in range(0, rows, BLOCK):
        count = min(BLOCK, rows - first)
        columns = _columns(rng, first, count, rows, strings)
        lines = []
        for number, cells in enumerate(zip(*columns, strict=True), FIRST_ROW + first):
            inside = "".join(
                f'<c r="{letter}{number}"{kind}><v>{cell}</v></c>'
                for (letter, kind), cell in zip(_CELLS, cells, strict=True)
                if cell is not None
            )
            lines.append(f'<row r="{number}" spans="1:13">{inside}</row>')
        yield "".join(lines)


_KINDS = ("s", "n", "d", "d", "n", "s", "s", "s", "s", "s", "s", "s", "s")
_MARKS = {"s": ' t="s"', "n": "", "d": ' s="1"'}
_CELLS = tuple((chr(65 + place), _MARKS[kind]) for place, kind in enumerate(_KINDS))


def _columns(
    rng: np.random.Generator, first: int, count: int, rows: int, strings: dict[str, int]
) -> list[list]:
    """Return the cells of a block per column: numbers of shared strings, numbers and days."""

    def words(texts: tuple[str, ...], weights: tuple[float, ...] | None = None) -> list[int]:
        known = np.array([_string(text, strings) for text in texts])
        share = np.array(weights) / sum(weights) if weights else None
        return known[rng.choice(len(texts), count, p=share)].tolist()

    renews = rng.random(count) < RENEWED
    renews[::2] = False  # never two in a row
    person = 500_000 + rng.integers(0, max(rows * 6 // 10, 1), count)
    start = FIRST_DAY + rng.integers(0, 2900, count)
    lasting = rng.random(count) < 0.4
    employer = rng.integers(0, 3000, count)
    days = rng.integers(30, 700, count)
    above = np.flatnonzero(renews) - 1
    person[renews], employer[renews] = person[above], employer[above]
    start[renews] = start[above] + days[above] + 1
    lasting[above] = False
    end = start + days
    ends = [None if open_ended else day for day, open_ended in zip(end.tolist(), lasting, strict=True)]
    return [
        [_string(f"M{number:07}", strings) for number in range(first, first + count)],
        person.tolist(), start.tolist(), ends,
        rng.choice((8, 12, 16, 20, 24, 25.5, 28, 32, 36, 38, 40), count).tolist(),
        words(("regulier", "garantiebaan", "beschut", "proefplaatsing"), (5, 4, 1, 1)),
        words(("markt", "overheid", "inleen"), (7, 2, 1)), words(("J", "N"), (8, 2)), words(PLACES, WEIGHTS),
        [_string(f"Werkgever {number}", strings) for number in employer.tolist()],
        words(("WSP", "Pasmatch", "UWV", "IJmond Werkt!")),
        words(("P-wet", "Wajong", "WW", "vso", "werkend")), words(("Q", "N", "G", "86.10")),
    ]  # fmt: skip
