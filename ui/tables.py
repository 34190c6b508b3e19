"""Accessible tables as HTML: real headings, a caption, numbers that line up."""

import re
from collections.abc import Sequence

from ui.markup import safe
from ui.shapes import Shown, Table

# A number, a percentage, an interval or what stands in for one; a column of these is right-aligned.
_FIGURE = re.compile(r"[€+−-]?\s?[<>]?\s?[\d.,]+(\s?%)?(\s?(tot|–)\s?[\d.,]+(\s?%)?)?")
_STAND_IN = {"", "–", "-", "afgeschermd", "niets geleverd", "onbekend", "geen getal in bron", "geheim"}

Cell = str | Shown


def as_table_html(rows: Sequence[Sequence[Cell]], columns: Sequence[str], caption: str = "") -> str:
    """A table whose first column heads its rows; on a narrow screen it scrolls, also by keyboard."""
    texts = [[_text(cell) for cell in row] for row in rows]
    right = [_numeric([row[i] for row in texts]) for i in range(len(columns))]
    head = "".join(f'<th scope="col"{_side(right[i])}>{safe(name)}</th>' for i, name in enumerate(columns))
    body = "".join(f"<tr>{_cells(row, right)}</tr>" for row in texts)
    title = f"<caption>{safe(caption)}</caption>" if caption else ""
    label = safe(caption or "Tabel")
    return (
        f'<div class="rm-scroll" role="region" tabindex="0" aria-label="{label}">'
        f'<table class="rm-table">{title}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def table_html(table: Table, caption: str = "") -> str:
    """The table of a chart as HTML."""
    return as_table_html(table.rows, table.columns, caption)


def _cells(row: Sequence[str], right: Sequence[bool]) -> str:
    first, *rest = row
    cells = "".join(f"<td{_side(right[i])}>{safe(text)}</td>" for i, text in enumerate(rest, start=1))
    return f'<th scope="row"{_side(right[0])}>{safe(first)}</th>{cells}'


def _text(cell: Cell) -> str:
    return cell.text if isinstance(cell, Shown) else cell


def _numeric(texts: Sequence[str]) -> bool:
    figures = [text for text in texts if text.strip() not in _STAND_IN]
    return bool(figures) and all(_FIGURE.fullmatch(text.strip()) for text in figures)


def _side(right: bool) -> str:
    return ' class="rm-right"' if right else ""
