"""Invented vacancies and contracts with social return, and what they must add up to.

The hours to a first candidate lie around the norm of 72; the places of 2014 add up to the 88 that the agreement
states. Everything else is made up.
"""

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
PLACES_2014 = 88  # up to September, of approved contracts
WORK = ("Groenonderhoud", "Schoonmaak", "Wegenbouw", "Catering", "Beveiliging", "Drukwerk", "Post", "Sloopwerk",
        "Jeugdhulp", "Leerlingenvervoer", "Onderhoud gebouwen", "Afvalinzameling")  # fmt: skip


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
    opened = datetime(day.year, day.month, day.day, draw.randint(8, 16), draw.choice((0, 5, 10, 15, 20, 30, 45)))
    if opened.year < year:
        opened = opened.replace(year=year, month=1, day=2)
    minutes = round(60 * PACE[year] * draw.lognormvariate(0, 0.8) / 5) * 5
    candidate = opened + timedelta(minutes=minutes) if draw.random() > WITHOUT else None
    employer = draw.choice(MARKET if draw.random() < 0.85 else (*GOVERNMENT, *HIRED_IN))
    status = "ingetrokken" if candidate is None else "vervuld" if draw.random() < 0.72 else "open"
    closed = None if status == "open" else (candidate or opened).date() + timedelta(days=draw.randint(5, 40))
    return {
        "opened": opened, "timed": draw.random() < TIMED, "candidate": candidate, "closed": closed,
        "status": status, "positions": draw.choice((1, 1, 1, 1, 2, 2, 3, 5)), "employer": employer,
        "hours": draw.choice((16, 20, 24, 24, 28, 32, 32, 36, 40)), "channel": draw.choice(("WSP", "WSP", "UWV", "Werk.nl")),
        "jobcarving": draw.random() < 0.15, "no_risk": draw.random() < 0.4,
    }  # fmt: skip


def vacancies_xlsx(rows: list[dict]) -> bytes:
    """A list as the office keeps it: a title, real moments, a page line below."""
    head = ["Vacaturenummer", "Werkgever", "Branche", "Sector", "Gemeente", "Aantal plaatsen", "Uren min/max",
            "Datum vacature", "Datum voorgesteld", "Datum afgesloten", "Status", "Kanaal", "Jobcarving",
            "No-risk polis"]  # fmt: skip
    grid: writers.Grid = [["WSP Zuid-Kennemerland en IJmond, vacatures 1-1-2015 t/m 31-12-2018"], [], head]
    for one in rows:
        employer = one["employer"]
        grid.append([
            one["id"], employer.name, employer.sbi, employer.sector, NAMES[employer.work], one["positions"],
            f"{one['hours'] - 4}/{one['hours']}", _shown(one["opened"], one["timed"]),
            one["candidate"] and _shown(one["candidate"], one["timed"]), one["closed"], STATUS[one["status"]],
            one["channel"], "J" if one["jobcarving"] else "N", "J" if one["no_risk"] else "N",
        ])  # fmt: skip
    grid.append(["Pagina 1 van 1"])
    return writers.xlsx(grid, "Vacatures", bold_rows=(3,))


def _shown(moment: datetime, timed: bool) -> datetime | date:
    return moment if timed else moment.date()


def vacancies_csv(rows: list[dict]) -> bytes:
    """The export of a newer system: moments as text, one without a time as a day alone."""
    grid: writers.Grid = [["vacature_id", "geopend op", "eerste geschikte kandidaat op", "gesloten op", "status",
                           "posities", "werkgever", "type werkgever", "vestigingsplaats", "uren per week", "bron",
                           "functiecreatie", "no-risk"]]  # fmt: skip
    for one in rows:
        form = "%d-%m-%Y %H:%M" if one["timed"] else "%d-%m-%Y"
        employer = one["employer"]
        grid.append([
            one["id"], f"{one['opened']:{form}}", f"{one['candidate']:{form}}" if one["candidate"] else "",
            f"{one['closed']:%d-%m-%Y}" if one["closed"] else "", one["status"], one["positions"], employer.name,
            employer.sector, NAMES[employer.work], one["hours"], one["channel"],
            "ja" if one["jobcarving"] else "nee", "ja" if one["no_risk"] else "nee",
        ])  # fmt: skip
    return writers.csv_text(grid, ";", "utf-8-sig")


def contracts() -> list[dict]:
    """Every invented contract; the approved places of those that began in 2014 up to August are 88 together."""
    draw = Random(SEED + 1)
    found = []
    for year in range(2014, 2020):
        for _ in range(14):
            last = 8 if year == 2014 else 12
            start = date(year, draw.randint(1, last), draw.choice((1, 15)))
            value = draw.choice((120, 180, 250, 400, 650, 900, 1500, 2400)) * 1000
            found.append({
                "start": start, "end": date(year + draw.randint(1, 3), 12, 31), "value": value,
                "percent": draw.choice((2, 5, 5, 5)), "work": draw.choice(WORK), "by": draw.choice(MARKET).name,
                "committed": draw.randint(2, 12), "realised": draw.randint(1, 10), "internships": draw.randint(0, 3),
                "status": draw.choice(("goedgekeurd",) * 6 + ("ingediend", "concept", "afgekeurd")),
            })  # fmt: skip
    found.sort(key=lambda one: one["start"])
    approved = [one for one in found if one["start"].year == 2014 and one["status"] == "goedgekeurd"]
    _settle(approved)
    for number, one in enumerate(found, start=1):
        one["id"] = f"SR-{one['start'].year}-{number:03d}"
    return found


def _settle(approved: list[dict]) -> None:
    """Make the places of these contracts add up to what was published."""
    missing = PLACES_2014 - sum(one["realised"] for one in approved)
    step = 1 if missing > 0 else -1
    place = 0
    while missing:
        one = approved[place % len(approved)]
        if step > 0 or one["realised"] > 1:
            one["realised"] += step
            missing -= step
        place += 1


def sroi_xlsx(rows: list[dict]) -> bytes:
    """The list of a buyer: money in whole euros, the promise as a percentage and as an amount."""
    head = ["Contractnr", "Opdracht", "Opdrachtnemer", "Gemeente", "Start", "Einde", "Opdrachtwaarde",
            "Verplichting %", "Verplichting EUR", "Plaatsen afgesproken", "Plaatsen gerealiseerd",
            "Stages gerealiseerd", "Inspanningswaarde", "Status"]  # fmt: skip
    grid: writers.Grid = [["Gemeente Haarlem, social return bij inkoop 2014-2019 (verzonnen)"], head]
    for one in rows:
        owed = one["value"] * one["percent"] // 100
        grid.append([
            one["id"], one["work"], one["by"], "Haarlem", one["start"], one["end"], one["value"],
            f"{one['percent']}%", f"€ {owed:,},-".replace(",", ".", owed >= 1000), one["committed"],
            one["realised"], one["internships"], min(owed, one["realised"] * 6500), one["status"].capitalize(),
        ])  # fmt: skip
    return writers.xlsx(grid, "SROI", bold_rows=(2,))


def service_files() -> tuple[Extra, ...]:
    """The files of vacancies and of contracts with social return."""
    early = [one for one in vacancies() if one["opened"].year <= 2018]
    late = [one for one in vacancies() if one["opened"].year > 2018]
    bought = contracts()
    return (
        Extra("WSP vacatures 2015-2018.xlsx", "vacancy", "wsp", date(2015, 1, 1), date(2018, 12, 31),
              len(early), vacancies_xlsx(early)),
        Extra("WSP vacatures 01-01-2019 tot en met 31-12-2022.csv", "vacancy", "wsp", date(2019, 1, 1),
              date(2022, 12, 31), len(late), vacancies_csv(late)),
        Extra("Gemeente Haarlem SROI 2014-2019.xlsx", "sroi", "gemeente-haarlem", date(2014, 1, 1),
              date(2019, 12, 31), len(bought), sroi_xlsx(bought)),
    )  # fmt: skip


def service_answers() -> dict[str, object]:
    """What the files say, counted with plain loops: vacancies with both moments, and approved contracts."""
    years: dict[str, dict[str, int]] = {}
    for one in vacancies():
        year = years.setdefault(str(one["opened"].year), {"opened": 0, "with_candidate": 0, "timed": 0, "within_72": 0})
        year["opened"] += 1
        year["with_candidate"] += one["candidate"] is not None
        if one["timed"] and one["candidate"]:
            year["timed"] += 1
            year["within_72"] += one["candidate"] - one["opened"] <= timedelta(hours=72)
    places: dict[str, dict[str, int]] = {}
    for one in contracts():
        if one["status"] == "goedgekeurd":
            year = places.setdefault(str(one["start"].year), {"places": 0, "internships": 0})
            year["places"] += one["realised"]
            year["internships"] += one["internships"]
    return {"vacancies": years, "sroi": places}
