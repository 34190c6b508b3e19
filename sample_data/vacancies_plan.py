"""Invented vacancies; the hours to a first candidate lie around the norm of 72."""

from datetime import date, datetime, timedelta
from random import Random

from sample_data import writers
from sample_data.extra import Extra
from sample_data.names import GOVERNMENT, HIRED_IN, MARKET, NAMES

SEED = 20150101
FIRST_YEAR, LAST_YEAR = 2015, 2022
PER_YEAR = 45
# Median of the hours between opening and first candidate, and the share that never gets one.
PACE = {2015: 88, 2016: 76, 2017: 66, 2018: 60, 2019: 57, 2020: 95, 2021: 62, 2022: 52}
WITHOUT, TIMED = 0.12, 0.8
STATUS = {"open": "Openstaand", "vervuld": "Vervuld", "ingetrokken": "Ingetrokken"}


def vacancies() -> list[dict]:
    """Every invented vacancy by opening, with both moments to the minute."""
    draw = Random(SEED)
    found = [_vacancy(year, draw) for year in range(FIRST_YEAR, LAST_YEAR + 1) for _ in range(PER_YEAR)]
    found.sort(key=lambda one: one["opened"])
    for number, one in enumerate(found, start=1):
        one["id"] = f"V{one['opened'].year % 100}-{number:04d}"
    return found


def _vacancy(year: int, draw: Random) -> dict:
    day = date(year, 1, 2) + timedelta(days=draw.randrange(355 if year < LAST_YEAR else 330))
    day -= timedelta(days=max(0, day.weekday() - 4))  # offices are closed at weekends
    opened = datetime(
        day.year, day.month, day.day, draw.randint(8, 16), draw.choice((0, 5, 10, 15, 20, 30, 45))
    )
    if opened.year < year:
        opened = opened.replace(year=year, month=1, day=2)
    minutes = round(60 * PACE[year] * draw.lognormvariate(0, 0.8) / 5) * 5
    candidate = opened + timedelta(minutes=minutes) if draw.random() > WITHOUT else None
    employer = draw.choice(MARKET if draw.random() < 0.85 else (*GOVERNMENT, *HIRED_IN))
    status = "ingetrokken" if candidate is None else "vervuld" if draw.random() < 0.72 else "open"
    closed = None if status == "open" else (candidate or opened).date() + timedelta(days=draw.randint(5, 40))
    return {
        "opened": opened,
        "timed": draw.random() < TIMED,
        "candidate": candidate,
        "closed": closed,
        "status": status,
        "positions": draw.choice((1, 1, 1, 1, 2, 2, 3, 5)),
        "employer": employer,
        "hours": draw.choice((16, 20, 24, 24, 28, 32, 32, 36, 40)),
        "channel": draw.choice(("WSP", "WSP", "UWV", "Werk.nl")),
        "jobcarving": draw.random() < 0.15,
        "no_risk": draw.random() < 0.4,
    }


def vacancies_xlsx(rows: list[dict]) -> bytes:
    """A list as the office keeps it: a title, real moments, a page line below."""
    head = [
        "Vacaturenummer",
        "Werkgever",
        "Branche",
        "Sector",
        "Gemeente",
        "Aantal plaatsen",
        "Uren min/max",
        "Datum vacature",
        "Datum voorgesteld",
        "Datum afgesloten",
        "Status",
        "Kanaal",
        "Jobcarving",
        "No-risk polis",
    ]
    grid: writers.Grid = [["WSP Zuid-Kennemerland en IJmond, vacatures 1-1-2015 t/m 31-12-2018"], [], head]
    for one in rows:
        employer = one["employer"]
        grid.append(
            [
                one["id"],
                employer.name,
                employer.sbi,
                employer.sector,
                NAMES[employer.work],
                one["positions"],
                f"{one['hours'] - 4}/{one['hours']}",
                _shown(one["opened"], one["timed"]),
                one["candidate"] and _shown(one["candidate"], one["timed"]),
                one["closed"],
                STATUS[one["status"]],
                one["channel"],
                "J" if one["jobcarving"] else "N",
                "J" if one["no_risk"] else "N",
            ]
        )
    grid.append(["Pagina 1 van 1"])
    return writers.xlsx(grid, "Vacatures", bold_rows=(3,))


def _shown(moment: datetime, timed: bool) -> datetime | date:
    return moment if timed else moment.date()


def vacancies_csv(rows: list[dict]) -> bytes:
    """The export of a newer system: moments as text, one without a time as a day alone."""
    grid: writers.Grid = [
        [
            "vacature_id",
            "geopend op",
            "eerste geschikte kandidaat op",
            "gesloten op",
            "status",
            "posities",
            "werkgever",
            "type werkgever",
            "vestigingsplaats",
            "uren per week",
            "bron",
            "functiecreatie",
            "no-risk",
        ]
    ]
    for one in rows:
        form = "%d-%m-%Y %H:%M" if one["timed"] else "%d-%m-%Y"
        employer = one["employer"]
        grid.append(
            [
                one["id"],
                f"{one['opened']:{form}}",
                f"{one['candidate']:{form}}" if one["candidate"] else "",
                f"{one['closed']:%d-%m-%Y}" if one["closed"] else "",
                one["status"],
                one["positions"],
                employer.name,
                employer.sector,
                NAMES[employer.work],
                one["hours"],
                one["channel"],
                "ja" if one["jobcarving"] else "nee",
                "ja" if one["no_risk"] else "nee",
            ]
        )
    return writers.csv_text(grid, ";", "utf-8-sig")


def vacancy_files() -> tuple[Extra, ...]:
    """The vacancies of WSP, in the dress of two systems."""
    early = [one for one in vacancies() if one["opened"].year <= 2018]
    late = [one for one in vacancies() if one["opened"].year > 2018]
    old, new = (date(2015, 1, 1), date(2018, 12, 31)), (date(2019, 1, 1), date(2022, 12, 31))
    name = "WSP vacatures 01-01-2019 tot en met 31-12-2022.csv"
    return (
        Extra("WSP vacatures 2015-2018.xlsx", "vacancy", "wsp", *old, len(early), vacancies_xlsx(early)),
        Extra(name, "vacancy", "wsp", *new, len(late), vacancies_csv(late)),
    )


def vacancy_answers() -> dict[str, object]:
    """What the files say per year of opening, counted with plain loops; hours only where both are timed."""
    years: dict[str, dict[str, int]] = {}
    for one in vacancies():
        none = {"opened": 0, "with_candidate": 0, "timed": 0, "within_72": 0}
        year = years.setdefault(str(one["opened"].year), none)
        year["opened"] += 1
        year["with_candidate"] += one["candidate"] is not None
        if one["timed"] and one["candidate"]:
            year["timed"] += 1
            year["within_72"] += one["candidate"] - one["opened"] <= timedelta(hours=72)
    return {"vacancies": years}
