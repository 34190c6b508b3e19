"""Completeness on Datakwaliteit: the choices, the heat table per field and supplier, and the months."""

from __future__ import annotations

from datetime import date

import streamlit as st

from data_loaders.recognition import KINDS
from metrics.completeness import Filled, completeness, kinds_present
from metrics.disclosure import CROSSED_LIMIT
from reference.dutch import date_short, join_words, month_name, percent
from storage.database import Database
from ui.csv_export import csv_bytes
from ui.data_words import kind_label, supplier_name
from ui.quality_heat import HeatCell, HeatRow, heat_key, heat_table, texts
from ui.quality_words import STORED, depth, field_name, missing_share, share_text
from ui.sections import section, small

ALL = "Alle leveranciers"
SHORT_MONTHS = tuple(date_short(date(2000, number, 1)).split()[1] for number in range(1, 13))


def kinds(data: Database) -> list[str]:
    """Return the kinds of list that have rows now."""
    return kinds_present(data)


def rows_of(data: Database, kind: str) -> Filled:
    """Return how complete the rows of a kind are, counted once per data version."""
    return _filled(data.identity, data.version, kind, data)


def choose_kind(present: list[str]) -> str:
    """Ask for the kind of list; return it."""
    names = {kind_label(kind).capitalize(): kind for kind in present}
    chosen = st.selectbox("Soort lijst", list(names), key="soort", bind="query-params")
    return names[chosen]


def choose_supplier(rows: Filled) -> str | None:
    """Ask for the supplier of the months; return its code, or None for all."""
    names = {ALL: None} | {supplier_name(code): code for code in suppliers_of(rows)}
    chosen = st.selectbox("Leverancier", list(names), key="leverancier", bind="query-params")
    return names[chosen]


def choose_field(rows: Filled) -> str:
    """Ask for the field of the months; return it. First the fields that a number rests on."""
    delivered = [name for name in ordered(rows) if rows.count(name, rows.cells())[0]]
    names = {field_name(name).capitalize(): name for name in delivered or rows.fields}
    chosen = st.selectbox(
        "Gegeven per maand", list(names), key="gegeven", bind="query-params",
        help="Voor de tabel per maand: welk gegeven, van welke leverancier.",
    )  # fmt: skip
    return names[chosen]


def suppliers_of(rows: Filled) -> list[str]:
    """Return the suppliers, most rows first."""
    totals: dict[str, int] = {}
    for (supplier, _), number in rows.rows.items():
        totals[supplier] = totals.get(supplier, 0) + number
    return sorted(totals, key=lambda code: (-totals[code], code))


def ordered(rows: Filled) -> list[str]:
    """Return the fields, first those that a number rests on."""
    return sorted(rows.fields, key=lambda name: (name not in _resting(rows), name != "hours"))


def completeness_table(rows: Filled, exact: bool) -> None:
    """Show how full each field is per supplier, and which fields nobody delivers."""
    who = suppliers_of(rows)
    every = rows.cells()
    delivered = [name for name in ordered(rows) if rows.count(name, every)[0]]
    never = [field_name(name) for name in rows.fields if name not in delivered]
    detail = f"Deel van de {kind_label(rows.kind)} waarin een gegeven is ingevuld."
    if "end_date" in delivered:
        detail += " Zonder einddatum loopt iets nog; dat is dus niet altijd een gat."
    section(_finding(rows, delivered, exact), detail)
    lines = [_row(rows, name, who, exact) for name in delivered]
    columns = ("Alle", *(supplier_name(code) for code in who))
    caption = f"Ingevuld per gegeven en leverancier: {kind_label(rows.kind)}"
    st.html(heat_table(columns, lines, caption, "Gegeven"))
    st.html(heat_key(_few(lines)))
    if never:
        small(f"Door niemand geleverd: {join_words(never)}.")
    _download(("Gegeven", *columns), lines, f"datakwaliteit {kind_label(rows.kind)}.csv", "volledigheid-csv")


def months(rows: Filled, supplier: str | None, field: str, exact: bool) -> None:
    """Show per year and month how full one field is."""
    cells = [cell for cell in rows.cells(supplier) if cell[1] is not None]
    years = sorted({month.year for _, month in cells})
    if not years:
        return
    whose = supplier_name(supplier) if supplier else "alle leveranciers"
    title = f"{field_name(field).capitalize()} per maand: {_months_finding(rows, field, cells, exact)}"
    section(title, f"Deel ingevuld in procenten, naar de maand waarin het begon; {whose}.")
    lines = [
        HeatRow(
            str(year),
            tuple(
                _bare(_cell(rows, field, [c for c in cells if c[1] == date(year, month, 1)], exact))
                for month in range(1, 13)
            ),
        )
        for year in years
    ]
    caption = f"Ingevuld per maand, in procenten: {field_name(field)}, {whose}"
    st.html(heat_table(SHORT_MONTHS, lines, caption, "Jaar", "rm-heat-months"))
    st.html(heat_key(_few(lines)))
    name = f"datakwaliteit per maand {kind_label(rows.kind)}.csv"
    _download(("Jaar", *SHORT_MONTHS), lines, name, "maanden-csv")


def _row(rows: Filled, name: str, who: list[str], exact: bool) -> HeatRow:
    cells = [_cell(rows, name, rows.cells(), exact)]
    return HeatRow(
        field_name(name).capitalize(),
        (*cells, *(_cell(rows, name, rows.cells(code), exact, True) for code in who)),
    )


def _cell(rows: Filled, name: str, cells: list, exact: bool, supplier: bool = False) -> HeatCell:
    known, number = rows.count(name, cells)
    if not number:
        return HeatCell("", None)
    text, shade = share_text(known, number, exact), depth(known, number, exact)
    return HeatCell(text, shade, absent=supplier and not known and shade is not None)


def _bare(cell: HeatCell) -> HeatCell:
    """Return a cell without its sign of percent, so that twelve fit on a phone."""
    return cell._replace(text=cell.text.replace("\u00a0%", "").replace(" %", "").replace("< ", "<"))


def _finding(rows: Filled, delivered: list[str], exact: bool) -> str:
    """Return which field that a number rests on is missing most."""
    fields = [name for name in delivered if name in _resting(rows)] or delivered
    found = [(missing_share(*rows.count(name, rows.cells()), exact), name) for name in fields]
    known = [one for one in found if one[0]]
    if not known and any(share is None for share, _ in found):
        return "Wat de cijfers nodig hebben, ontbreekt nergens of bij hooguit enkele rijen"
    if not known:
        return "Wat de cijfers nodig hebben, is overal ingevuld"
    share, name = max(known)
    where = f"bij {percent(share, 1 if exact and share < 0.1 else 0)} van de {kind_label(rows.kind)}"
    return f"{field_name(name).capitalize()} ontbreekt het vaakst: {where}"


def _resting(rows: Filled) -> set[str]:
    """Return the fields without which a number is less certain; an open end is no gap but still running."""
    if rows.kind not in KINDS:
        return set()
    return {STORED.get(name, name) for name in KINDS[rows.kind].counted} - {"end_date"}


def _months_finding(rows: Filled, field: str, cells: list, exact: bool) -> str:
    months_ = sorted({month for _, month in cells})
    shares = {
        month: missing_share(*rows.count(field, [c for c in cells if c[1] == month]), exact)
        for month in months_
    }
    known = {month: share for month, share in shares.items() if share is not None}
    worst = max(known, key=lambda month: (known[month], month), default=None)
    if worst is not None and known[worst]:
        return f"het minst in {month_name(worst.month)} {worst.year}"
    if len(known) == len(shares):
        return "in elke maand volledig"
    # What is hidden here is a month of few rows, or one in which few are empty.
    return f"nergens {CROSSED_LIMIT} of meer rijen leeg, waar dat te tonen is"


def _few(lines: list[HeatRow]) -> bool:
    return any(cell.text == "·" for line in lines for cell in line.cells)


def _download(columns: tuple[str, ...], lines: list[HeatRow], name: str, key: str) -> None:
    st.download_button(
        "Deze tabel downloaden (csv)", csv_bytes(columns, texts(lines)), name, "text/csv", key=key,
        on_click="ignore", type="tertiary",
    )  # fmt: skip


@st.cache_data(show_spinner=False, max_entries=64)
def _filled(identity: str, version: int, kind: str, _data: Database) -> Filled:
    return completeness(_data, kind)
