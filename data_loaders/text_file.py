"""Text files (csv, txt, tsv, psv) as rows of cells, whatever their encoding and delimiter."""

from __future__ import annotations

import csv
import io
from itertools import islice, zip_longest

import pyarrow as pa
import pyarrow.csv

from data_loaders.problems import UnreadableFile

LOOKED_AT = 100_000  # characters of a line that tell the delimiter
DELIMITERS = (";", ",", "\t", "|")
MAX_COLUMNS = 16_384  # as in Excel
MAX_CELLS = 80_000_000  # every line gets as many as the longest one has
LONGEST_LINE = 1_000_000  # characters
TOO_LONG = (
    "een regel is te lang voor een lijst. Staan de regels onder elkaar, en zijn alle aanhalingstekens "
    "gesloten? Lever anders een Excel-werkmap aan."
)
TOO_WIDE = "het bestand heeft te veel kolommen. Controleer het scheidingsteken."
NO_COLUMNS = "de regels zijn niet in kolommen te verdelen. Lever een Excel-werkmap aan."
BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def decode(data: bytes) -> str:
    """Return the text of a file in UTF-8, UTF-16 or cp1252 (what Excel writes in the Netherlands).

    Raises UnreadableFile for bytes that aren't text.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    if 0 in data[:4096]:
        return data.decode(_utf16(data[:4096]), errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _utf16(start: bytes) -> str:
    """Return which UTF-16 a text without a mark is: half of every Latin letter is a zero."""
    first, second = start[::2].count(0), start[1::2].count(0)
    if max(first, second) < 0.3 * len(start) / 2 or min(first, second) > 0:
        raise UnreadableFile("de inhoud is geen tekst. Lever het bestand aan als Excel-werkmap of csv.")
    return "utf-16-le" if second else "utf-16-be"


def read_text(data: bytes) -> pa.Table:
    """Return the cells as text: row i of the table is row i+1 of the file, columns are "0", "1", …"""
    plain = decode(data)
    text, delimiter = _delimiter(plain.replace("\r\n", "\n").replace("\r", "\n") if "\r" in plain else plain)
    if not text.strip():
        raise UnreadableFile("het bestand is leeg. Maak de export opnieuw.")
    text = text.rstrip("\n")
    try:
        return _read_fast(text, delimiter)
    except (pa.ArrowInvalid, pa.ArrowKeyError):
        return _read_ragged(text, delimiter)


def _delimiter(text: str) -> tuple[str, str]:
    first, _, rest = text.partition("\n")
    stated = first.strip().strip('"')
    if stated.lower().startswith("sep=") and len(stated) <= 5:
        mark = stated[4:] or "\t"
        if not mark.isascii() or mark in "\"'" or mark.isalnum():
            raise UnreadableFile(NO_COLUMNS)
        return rest, mark
    lines = [line[:LOOKED_AT] for line in islice(io.StringIO(text), 50) if line.strip()]
    return text, max(DELIMITERS, key=lambda mark: _evidence(lines, mark))


def _evidence(lines: list[str], mark: str) -> tuple[int, int]:
    """Return how many lines have the most usual number of this mark, and that number."""
    csv.field_size_limit(50 * LOOKED_AT)  # a quote that isn't closed takes all lines
    counts = [len(row) - 1 for row in csv.reader(lines, delimiter=mark) if len(row) > 1]
    if not counts:
        return (0, 0)
    usual = max(set(counts), key=lambda count: (counts.count(count), count))
    return (counts.count(usual), usual)


def _read_fast(text: str, delimiter: str) -> pa.Table:
    width = max(line.count(delimiter) for line in islice(io.StringIO(text), 200)) + 1
    if width > MAX_COLUMNS or width * text.count("\n") > MAX_CELLS:
        raise UnreadableFile(TOO_WIDE)
    names = {f"f{index}": pa.string() for index in range(width)}
    table = pa.csv.read_csv(
        io.BytesIO(text.encode("utf-8", errors="replace")),
        read_options=pa.csv.ReadOptions(autogenerate_column_names=True),
        parse_options=pa.csv.ParseOptions(
            delimiter=delimiter,
            # An odd number of quotes means one that isn't closed: it would swallow the rest of the file.
            quote_char=False if text.count('"') % 2 else '"',
            newlines_in_values=True,
            ignore_empty_lines=False,
        ),
        convert_options=pa.csv.ConvertOptions(column_types=names, strings_can_be_null=False),
    )
    return table.rename_columns([str(index) for index in range(table.num_columns)])


def _read_ragged(text: str, delimiter: str) -> pa.Table:
    if max(map(len, text.split("\n"))) > LONGEST_LINE:
        raise UnreadableFile(TOO_LONG)
    csv.field_size_limit(LONGEST_LINE)
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))
    except csv.Error:
        raise UnreadableFile(NO_COLUMNS) from None
    width = max(map(len, rows))
    if width > MAX_COLUMNS or width * len(rows) > MAX_CELLS:
        raise UnreadableFile(TOO_WIDE)
    columns = list(zip_longest(*rows))
    return pa.table({str(index): pa.array(column, pa.string()) for index, column in enumerate(columns)})
