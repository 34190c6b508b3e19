"""Invented trajectories towards work: for whom, by whom, how far, and whether work lasted."""

from datetime import date, timedelta
from random import Random

from sample_data import writers
from sample_data.extra import Extra
from sample_data.names import NAMES

SEED = 20170620
PROVISIONS = {
    "leerwerktraject": 34,
    "werkervaringsplaats": 16,
    "directe bemiddeling": 14,
    "scholing": 12,
    "proefplaatsing": 8,
    "jobcoach": 6,
    "participatieplek": 5,
    "dagbesteding": 3,
    "EVC-traject": 2,
}
TARGETS = {
    "Participatiewet": 48,
    "statushouder": 16,
    "50+": 10,
    "WW": 6,
    "nugger": 6,
    "praktijkonderwijs": 5,
    "vso": 4,
    "direct bemiddelbaar": 3,
    "ex-gedetineerde": 2,
}
STEPS = ("intake", "diagnose", "training", "werken met behoud van uitkering", "opleiding", "matching")


def trajectories(
    number: int, first: int, places: tuple[str, ...], providers: tuple[str, ...], seed: int
) -> list[dict]:
    """Invented trajectories of three years, with work for about four in ten."""
    draw = Random(SEED + seed)
    found = []
    for index in range(number):
        start = date(first, 1, 1) + timedelta(days=draw.randrange(3 * 365))
        length = draw.randint(60, 330)
        ended = start + timedelta(days=length) < date(first + 3, 1, 1)
        placed = start + timedelta(days=draw.randint(40, length)) if ended and draw.random() < 0.42 else None
        six = placed and draw.random() < 0.7
        found.append(
            {
                "person": f"{seed}{draw.randint(1000, 9999)}{index % 10}",
                "place": draw.choice(places),
                "start": start,
                "end": start + timedelta(days=length) if ended else None,
                "group": draw.choices(list(TARGETS), list(TARGETS.values()))[0],
                "provision": draw.choices(list(PROVISIONS), list(PROVISIONS.values()))[0],
                "provider": draw.choice(providers),
                "step": STEPS[-1] if placed else draw.choice(STEPS),
                "placed": placed,
                "result": "geplaatst in werk"
                if placed
                else draw.choice(("gestopt", "naar opleiding", "zorg"))
                if ended
                else "loopt nog",
                "six": six,
                "twelve": bool(six and draw.random() < 0.75) if placed else None,
            }
        )
    found.sort(key=lambda one: (one["start"], one["person"]))
    return found


def _yes(value: bool | None) -> str | None:
    return None if value is None else "ja" if value else "nee"


def trajectories_xls(rows: list[dict]) -> bytes:
    """A list of Pasmatch: Excel 97, real dates."""
    grid: writers.Grid = [
        [
            "Trajectnr",
            "Klantnr",
            "Woongemeente",
            "Startdatum traject",
            "Einddatum traject",
            "Doelgroep",
            "Aanbieder",
            "Soort traject",
            "Stap",
            "Datum plaatsing",
            "Resultaat",
            "Na 6 maanden aan het werk",
            "Na 12 maanden aan het werk",
        ]
    ]
    for index, one in enumerate(rows, start=1):
        grid.append(
            [
                f"PT{index:04d}",
                one["person"],
                NAMES[one["place"]],
                one["start"],
                one["end"],
                one["group"],
                one["provider"],
                one["provision"],
                one["step"],
                one["placed"],
                one["result"],
                _yes(one["six"]),
                _yes(one["twelve"]),
            ]
        )
    return writers.xls(grid, "Trajecten")


def trajectories_csv(rows: list[dict]) -> bytes:
    """The export of a suite for income and work: capitals, ISO dates, phases."""
    grid: writers.Grid = [
        [
            "TRAJECTNR",
            "CLIENTNR",
            "GEMEENTE",
            "DATUM START",
            "DATUM EINDE",
            "DOELGROEP",
            "UITVOERDER",
            "TRAJECTSOORT",
            "FASE",
            "GEPLAATST OP",
            "RESULTAAT",
            "NA 6 MAANDEN",
            "NA 12 MAANDEN",
        ]
    ]
    for index, one in enumerate(rows, start=1):
        days = [one[key] and one[key].isoformat() for key in ("start", "end", "placed")]
        grid.append(
            [
                f"T{index:05d}",
                one["person"],
                NAMES[one["place"]],
                days[0],
                days[1],
                one["group"],
                one["provider"],
                one["provision"],
                one["step"],
                days[2],
                one["result"],
                _yes(one["six"]),
                _yes(one["twelve"]),
            ]
        )
    return writers.csv_text(grid, ";", "utf-8-sig")


IJMOND_PLACES = ("GM0375", "GM0396", "GM0453")
HAARLEM_PLACES = ("GM0392", "GM0392", "GM0392", "GM0392", "GM0392", "GM0473")


def trajectory_files() -> tuple[Extra, ...]:
    """The trajectories of Pasmatch and of IJmond Werkt."""
    given = trajectories(230, 2017, HAARLEM_PLACES, ("Pasmatch",), 1)
    bought = trajectories(
        170, 2017, IJMOND_PLACES, ("IJmond Werkt!", "IJmond Werkt!", "gespecialiseerd bureau"), 2
    )
    years = date(2017, 1, 1), date(2019, 12, 31)
    return (
        Extra(
            "Pasmatch trajecten 2017-2019.xls",
            "trajectory",
            "pasmatch",
            *years,
            len(given),
            trajectories_xls(given),
        ),
        Extra(
            "IJmond Werkt trajecten 2017-2019.csv",
            "trajectory",
            "ijmond-werkt",
            *years,
            len(bought),
            trajectories_csv(bought),
        ),
    )
