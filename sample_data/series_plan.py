"""Invented series per municipality and month, 2019-2022, with the break of the corona crisis in them.

Sizes are round numbers near what such a municipality may have; no cell is a published figure.
"""

from datetime import date
from math import cos, pi
from random import Random

from sample_data import writers
from sample_data.extra import Extra

SEED = 20200316
FIRST, LAST = date(2019, 1, 1), date(2022, 12, 31)
MONTHS = [(year, month) for year in range(2019, 2023) for month in range(1, 13)]
NAMES = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
# Code, name, and how large the municipality is beside Haarlem.
PLACES = (
    ("GM0392", "Haarlem", 1.0), ("GM0453", "Velsen", 0.37), ("GM0375", "Beverwijk", 0.28),
    ("GM0396", "Heemskerk", 0.24), ("GM0473", "Zandvoort", 0.1), ("GM0397", "Heemstede", 0.07),
    ("GM0377", "Bloemendaal", 0.05),
)  # fmt: skip
# Haarlem before the crisis, and how much of it the crisis adds at its worst (vacancies lose).
LEVELS = {
    "bijstand": (4200, 0.08), "ww": (2400, 0.55), "jeugdwerkloosheid": (310, 0.8), "vacatures": (1500, -0.45),
}  # fmt: skip
WORST = 5  # months from March 2020 until the worst is reached
FADES = {"bijstand": 30, "ww": 14, "jeugdwerkloosheid": 12, "vacatures": 9}  # months that it takes to halve


def crisis(name: str, year: int, month: int) -> float:
    """How much of the crisis is felt in a month: 0 before March 2020, 1 at its worst, then ever less."""
    since = (year - 2020) * 12 + month - 2
    if since <= 0:
        return 0.0
    return since / WORST if since <= WORST else 0.5 ** ((since - WORST) / FADES[name])


def monthly(name: str, share: float, draw: Random) -> list[int]:
    """A series of one municipality: its level, a season, the crisis and some noise."""
    level, hit = LEVELS[name]
    found = []
    for year, month in MONTHS:
        height = 1 + hit * crisis(name, year, month) + 0.03 * cos(pi * month / 6)
        found.append(round(level * share * height * draw.uniform(0.98, 1.02)))
    return found


def tozo(share: float, draw: Random) -> list[int | None]:
    """Self-employed with Tozo: it ran from March 2020 to September 2021; before that there was none."""
    found: list[int | None] = []
    for year, month in MONTHS:
        since = (year - 2020) * 12 + month - 3
        if since < 0:
            found.append(None)
        else:
            height = 3600 * share * (0.62**since + 0.16) * draw.uniform(0.95, 1.05)
            found.append(round(height) if since < 19 else 0)
    return found


def cbs_file(draw: Random) -> Extra:
    """The flavour of StatLine with keys: padded codes, a column per subject, blanks where nothing applies."""
    grid: writers.Grid = [["ID", "RegioS", "Perioden", "Bijstandsontvangers_1", "TozoUitkeringen_2"]]
    for code, _, share in PLACES:
        columns = zip(MONTHS, monthly("bijstand", share, draw), tozo(share, draw), strict=True)
        for (year, month), benefits, bridging in columns:
            shown = "" if bridging is None else f"{bridging:>8}" if bridging else "       -"
            grid.append([len(grid) - 1, f"{code}    ", f"{year}MM{month:02d}", f"{benefits:>8}", shown])
    name = "CBS bijstand en tozo, verzonnen, 2019-2022.csv"
    data = writers.csv_text(grid, ",", "utf-8-sig", quote_all=True)
    return Extra(name, "indicator", "cbs", FIRST, LAST, 2 * (len(grid) - 1), data)


def uwv_file(draw: Random) -> Extra:
    """A wide sheet: a row per municipality and subject, a column per month, the last three provisional."""
    months = [f"{NAMES[month - 1]} {year}" for year, month in MONTHS]
    months = [f"{text}*" if text.endswith("2022") and text[:3] in NAMES[9:] else text for text in months]
    grid: writers.Grid = [
        ["UWV arbeidsmarkt per gemeente 2019-2022"],
        ["Voorbeeldgegevens: alle cijfers zijn verzonnen"],
        ["Gemeente", "Onderwerp", *months],
    ]
    for _, name, share in PLACES:
        for label, key in (("WW-uitkeringen", "ww"), ("Jeugdwerkloosheid", "jeugdwerkloosheid"),
                           ("Vacatures", "vacatures")):  # fmt: skip
            numbers = monthly(key, share, draw)
            grid.append([name, label, *(number if number >= 5 else "<5" for number in numbers)])
    rows = (len(grid) - 3) * len(MONTHS)
    grid.append(["* voorlopige cijfers"])
    data = writers.xlsx(grid, "Reeksen", bold_rows=(1, 3))
    return Extra("UWV arbeidsmarkt per gemeente 2019-2022.xlsx", "indicator", "uwv", FIRST, LAST, rows, data)


def duo_file(draw: Random) -> Extra:
    """Early school leavers per school year; a number below five is not given."""
    grid: writers.Grid = [["Schooljaar", "Gemeente", "Aantal nieuwe vsv'ers", "vsv %"]]
    for year in range(2014, 2022):
        for _, name, share in PLACES:
            left = round(90 * share * (1 - 0.03 * (year - 2014)) * draw.uniform(0.9, 1.1))
            percent = f"{draw.uniform(1.3, 2.2):.1f}".replace(".", ",")
            shown = [left, percent] if left >= 5 else ["<5", "."]
            grid.append([f"{year}-{year + 1}{'*' if year == 2021 else ''}", name, *shown])
    name = "DUO vsv per gemeente, verzonnen.csv"
    data = writers.csv_text(grid, ";", "cp1252")
    days = date(2014, 8, 1), date(2022, 7, 31)
    return Extra(name, "indicator", "duo", *days, 2 * (len(grid) - 1), data)


def series_files() -> tuple[Extra, ...]:
    """The three files with series. Same seed, same bytes."""
    draw = Random(SEED)
    return cbs_file(draw), uwv_file(draw), duo_file(draw)
