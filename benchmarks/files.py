"""Made-up placements in any number, in a workbook as an office would send it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from random import Random

from openpyxl import Workbook

HEADINGS = (
    *("Matchnr", "Kandidaatnr", "Datum plaatsing", "Einde contract", "Uren per week", "Soort plaatsing"),
    *("Sector", "Doelgroepregister", "Woongemeente", "Werkgever", "Kanaal", "Doelgroep", "SBI"),
)
PLACES = ("Haarlem", "Zandvoort", "Heemstede", "Bloemendaal", "Beverwijk", "Heemskerk", "Velsen")
WEIGHTS = (43, 4, 7, 6, 11, 10, 18)


def write_workbook(path: Path, rows: int) -> None:
    """Write placements from 2015 to 2022 under a title row, a blank row and the headings."""
    rng = Random(20151119)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Plaatsingen")
    sheet.append(["Plaatsingen WSP 2015-2022"])
    sheet.append([])
    sheet.append(HEADINGS)
    for number in range(rows):
        sheet.append(_row(rng, number))
    book.save(path)


def _row(rng: Random, number: int) -> list:
    start = date(2015, 1, 1) + timedelta(days=rng.randrange(2900))
    end = start + timedelta(days=rng.randrange(30, 700)) if rng.random() < 0.6 else None
    return [
        f"M{number:07}",
        500_000 + rng.randrange(60_000),
        start,
        end,
        rng.choice((8, 12, 16, 20, 24, 25.5, 28, 32, 36, 38, 40)),
        rng.choices(("regulier", "garantiebaan", "beschut", "proefplaatsing"), (5, 4, 1, 1))[0],
        rng.choices(("markt", "overheid", "inleen"), (7, 2, 1))[0],
        rng.choices(("J", "N"), (8, 2))[0],
        rng.choices(PLACES, WEIGHTS)[0],
        f"Werkgever {rng.randrange(3000)}",
        rng.choice(("WSP", "Pasmatch", "UWV", "IJmond Werkt!")),
        rng.choice(("P-wet", "Wajong", "WW", "vso", "werkend")),
        rng.choice(("Q", "N", "G", "86.10")),
    ]
