"""A calm heat table: shares as text, and the more is missing the deeper the cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ui.markup import safe


class HeatCell(NamedTuple):
    """One cell: its text, and how much is missing (0: nothing, 4: most; None: hidden or no rows).

    `absent`: this supplier does not deliver the field at all.
    """

    text: str
    depth: int | None
    absent: bool = False


class HeatRow(NamedTuple):
    """One row with its name and cells; a calm remark under the name where there is one."""

    name: str
    cells: tuple[HeatCell, ...]
    remark: str = ""


def heat_table(
    columns: Sequence[str], rows: Sequence[HeatRow], caption: str, first: str, css: str = ""
) -> str:
    """Return the table as HTML; it scrolls sideways on a narrow screen, with the names in place."""
    head = "".join(f'<th scope="col">{safe(name)}</th>' for name in columns)
    body = "".join(f"<tr>{_name(row)}{''.join(map(_cell, row.cells))}</tr>" for row in rows)
    look = f"rm-table rm-heat {css}".strip()
    return (
        f'<div class="rm-scroll" role="region" tabindex="0" aria-label="{safe(caption)}">'
        f'<table class="{look}"><caption>{safe(caption)}</caption>'
        f'<thead><tr><th scope="col">{safe(first)}</th>{head}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def heat_key(few: bool) -> str:
    """Return what the depths mean, and the dot for too few rows where it occurs."""
    words = ("volledig", "tot 5 % ontbreekt", "tot 15 %", "tot 40 %", "meer")
    items = "".join(
        f'<span><i class="rm-heat-key rm-heat-{step}"></i>{word}</span>' for step, word in enumerate(words)
    )
    items += '<span><i class="rm-heat-key rm-heat-absent"></i>niet geleverd</span>'
    dot = "<span><b>·</b> te weinig rijen om te tonen</span>" if few else ""
    return f'<p class="rm-key" aria-hidden="true">{items}{dot}</p>'


def texts(rows: Sequence[HeatRow]) -> list[tuple[str, ...]]:
    """Return the rows as texts, for a download."""
    return [(row.name, *(cell.text for cell in row.cells)) for row in rows]


def _name(row: HeatRow) -> str:
    remark = f'<span class="rm-small">{safe(row.remark)}</span>' if row.remark else ""
    return f'<th scope="row">{safe(row.name)}{remark}</th>'


def _cell(cell: HeatCell) -> str:
    if cell.absent:
        return '<td class="rm-heat-absent"><span>–</span></td>'
    if cell.depth is None:
        return f'<td class="rm-heat-none">{safe(cell.text)}</td>'
    return f'<td class="rm-heat-{cell.depth}">{safe(cell.text)}</td>'
