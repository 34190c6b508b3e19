"""The layouts: for each supplier its own columns, file type and clutter around the table."""

from collections.abc import Callable
from typing import NamedTuple

from sample_data import columns, writers
from sample_data.columns import Column
from sample_data.deliveries import Delivery
from sample_data.rows import Row

FICTION = "Voorbeeldgegevens: personen, bedrijven en aantallen zijn verzonnen"


class Layout(NamedTuple):
    """The columns of a layout and the function that turns title, headings and cells into bytes."""

    columns: tuple[Column, ...]
    render: Callable[[Delivery, list[str], writers.Grid], bytes]

    @property
    def carried(self) -> frozenset[str]:
        """The canonical fields that a file in this layout states."""
        return frozenset(column.field for column in self.columns)

    def bytes_of(self, delivery: Delivery, rows: list[Row]) -> bytes:
        """The file, for rows that hold only what the layout carries."""
        grid = [[c.write(row if c.whole_row else row[c.field]) for c in self.columns] for row in rows]
        return self.render(delivery, [c.heading for c in self.columns], grid)


def _wsp(delivery: Delivery, headings: list[str], grid: writers.Grid) -> bytes:
    title = f"Plaatsingen WSP Zuid-Kennemerland en IJmond {delivery.years}"
    above = [[title], [FICTION], [], headings]
    below = [[], ["Totaal", len(grid)], ["Pagina 1 van 1"]]
    return writers.xlsx([*above, *grid, *below], "Plaatsingen", bold_rows=(1, 4))


def _pasmatch_xls(delivery: Delivery, headings: list[str], grid: writers.Grid) -> bytes:
    above = [[f"Pasmatch geplaatste kandidaten {delivery.years}"], [FICTION], []]
    return writers.xls([*above, headings, *grid], "Blad1")


def _pasmatch_csv(delivery: Delivery, headings: list[str], grid: writers.Grid) -> bytes:
    return writers.csv_text([headings, *grid], ";", "cp1252")


def _ijmond(delivery: Delivery, headings: list[str], grid: writers.Grid) -> bytes:
    return writers.csv_text([headings, *grid], ";", "utf-8-sig")


def _uwv(delivery: Delivery, headings: list[str], grid: writers.Grid) -> bytes:
    return writers.csv_text([headings, *grid], ",", "utf-8", quote_all=True)


def _agros(delivery: Delivery, headings: list[str], grid: writers.Grid) -> bytes:
    above = [[], [None, f"Agros, jongeren uit praktijkonderwijs en vso {delivery.years}"], []]
    shifted = [[None, *line] for line in (headings, *grid)]
    notes = [["Toelichting"], [FICTION], ["Een regel is een geplaatste jongere."]]
    return writers.xlsx([*above, *shifted], "Jongeren", bold_rows=(4,), notes=notes)


def _ikh(delivery: Delivery, headings: list[str], grid: writers.Grid) -> bytes:
    return writers.ods(
        [[f"IKH stagebureau, stages {delivery.years}"], [FICTION], [], headings, *grid], "Stages"
    )


def _nova_csv(delivery: Delivery, headings: list[str], grid: writers.Grid) -> bytes:
    return writers.csv_text([headings, *grid], ",", "utf-8")


def _nova_xlsx(delivery: Delivery, headings: list[str], grid: writers.Grid) -> bytes:
    above = [
        [f"Nova College BPV {delivery.years}"],
        ["Student", None, "Opleiding", None, None, None, "Stage"],
    ]
    merged = ("A2:B2", "C2:F2", f"G2:{chr(64 + len(headings))}2")
    return writers.xlsx([*above, headings, *grid], "BPV", bold_rows=(2, 3), merged=merged)


LAYOUTS = {
    "wsp-2014": Layout(columns.WSP_FIRST, _wsp),
    "wsp-2015": Layout((*columns.WSP_FIRST, columns.LSA_PARTNER), _wsp),
    "wsp-2017": Layout(columns.WSP_SECOND, _wsp),
    "wsp-2020": Layout(columns.WSP_THIRD, _wsp),
    "wsp-2021": Layout((*columns.WSP_THIRD, columns.PILLAR), _wsp),
    "pasmatch-xls": Layout(columns.PASMATCH_WORKBOOK, _pasmatch_xls),
    "pasmatch-csv": Layout(columns.PASMATCH_TEXT, _pasmatch_csv),
    "ijmond": Layout(columns.IJMOND, _ijmond),
    "uwv": Layout(columns.UWV, _uwv),
    "agros": Layout(columns.AGROS, _agros),
    "ikh": Layout(columns.IKH, _ikh),
    "nova-csv": Layout(columns.NOVA_CSV, _nova_csv),
    "nova-xlsx": Layout(columns.NOVA_XLSX, _nova_xlsx),
}
