"""Invented counts of clients, participation talks and trajectories.

The stocks lie near what CBS counted (benefits at the end of 2015 to 2017, in tens); the client groups near what the
policy of Haarlem expected (10, 60 and 30 %). Every single number is made up.
"""

from calendar import monthrange
from datetime import date, timedelta
from random import Random

from sample_data import writers
from sample_data.extra import Extra
from sample_data.names import ABBREVIATIONS, NAMES

SEED = 20170501
QUARTERS = [(year, quarter) for year in range(2015, 2023) for quarter in range(1, 5)]
# Clients at the start and after each year, inflow in a quarter as a share, and outflow to work in a year.
STOCKS = {
    "GM0392": (4070, (4160, 4250, 4350, 4240, 4130, 4010, 4290, 4150, 3960), 380),
    "GM0473": (420, (430, 450, 460, 450, 440, 425, 450, 440, 425), 50),
    "GM0397": (280, (290, 310, 300, 290, 285, 280, 300, 290, 280), 44),
    "GM0377": (200, (204, 210, 210, 205, 200, 195, 210, 205, 195), 27),
    "GM0375": (1150, (1155, 1160, 1140, 1110, 1080, 1050, 1110, 1080, 1040), 170),
    "GM0396": (1010, (1015, 1020, 990, 960, 940, 920, 970, 945, 920), 120),
    "GM0453": (1530, (1570, 1600, 1630, 1590, 1550, 1510, 1600, 1560, 1500), 172),
}
GROUPS = ("zonder afstand", "overbrugbare afstand", "niet te overbruggen afstand")
FROM_GROUPS, TO_GROUPS = (2017, 2), (2020, 4)


def quarter_end(year: int, quarter: int) -> date:
    return date(year, 3 * quarter, monthrange(year, 3 * quarter)[1])


def counts(code: str) -> list[dict]:
    """The counts of one municipality, a quarter each; stock before plus inflow minus outflow is the stock after."""
    draw = Random(SEED + int(code[2:]))
    start, ends, to_work = STOCKS[code]
    found, stock = [], start
    for year, quarter in QUARTERS:
        before = ends[year - 2015] if year > 2014 else start
        after = ends[year - 2014]
        goal = round(before + (after - before) * quarter / 4)
        work = max(0, round(to_work / 4 * draw.uniform(0.8, 1.2)))
        out = work + round(stock * 0.045 * draw.uniform(0.9, 1.1))
        found.append({"year": year, "quarter": quarter, "stock": goal, "in": goal - stock + out, "out": out, "work": work})
        stock = goal
    return found


def haarlem_xlsx() -> tuple[bytes, int]:
    """A row per count: what was counted, of which group; groups since May 2017, and who changed of group."""
    grid: writers.Grid = [
        ["Gemeente Haarlem, klantenbestand Participatiewet 2015-2022 (verzonnen)"],
        ["Gemeente", "Peildatum", "Begin periode", "Telling", "Vorige klantgroep", "Klantgroep", "Aantal"],
    ]  # fmt: skip
    for code in ("GM0392", "GM0473"):
        for one in counts(code):
            end = quarter_end(one["year"], one["quarter"])
            begin = date(one["year"], 3 * one["quarter"] - 2, 1)
            grid.append([NAMES[code], end, None, "stand", None, None, one["stock"]])
            for name, key in (("instroom", "in"), ("uitstroom", "out"), ("uitstroom naar werk", "work")):
                grid.append([NAMES[code], end, begin, name, None, None, one[key]])
            if code == "GM0392" and FROM_GROUPS <= (one["year"], one["quarter"]) <= TO_GROUPS:
                grid += _groups(end, begin, one["stock"])
    return writers.xlsx(grid, "Klantenbestand", bold_rows=(2,)), len(grid) - 2


def _groups(end: date, begin: date, stock: int) -> writers.Grid:
    """The stock by group, which grow a little towards work, and who moved between two groups."""
    since = (end.year - 2017) * 4 + end.month // 3 - 2
    ready, bridged = round(stock * (0.07 + 0.002 * since)), round(stock * (0.58 + 0.003 * since))
    sizes = (ready, bridged, stock - ready - bridged)
    rows: writers.Grid = [["Haarlem", end, None, "stand", None, name, size] for name, size in zip(GROUPS, sizes, strict=True)]
    moved = 12 + 2 * since
    rows.append(["Haarlem", end, begin, "instroom", GROUPS[2], GROUPS[1], moved])
    rows.append(["Haarlem", end, begin, "instroom", GROUPS[1], GROUPS[0], max(moved - 9, 3)])
    return rows


def wide_csv(codes: tuple[str, ...], short: bool) -> tuple[bytes, int]:
    """A row per municipality and quarter, a column per count; small numbers as "<5" and some secret."""
    grid: writers.Grid = [["Gemeente", "Kwartaal", "Stand", "Instroom", "Uitstroom", "Uitstroom naar werk"]]
    for code in codes:
        for one in counts(code):
            work = "<5" if one["work"] < 5 else "." if one["work"] < 7 else one["work"]
            name = (ABBREVIATIONS if short else NAMES)[code]
            grid.append([name, f"{one['year']}-Q{one['quarter']}", one["stock"], one["in"], one["out"], work])
    return writers.csv_text(grid, ";", "cp1252"), 4 * (len(grid) - 1)


def talks_xlsx() -> tuple[bytes, int, int]:
    """Talks since May 2017, counted per week and group; with the file how many rows and how many talks."""
    draw = Random(SEED)
    head = ["Gemeente", "Datum uitnodiging", "Datum gesprek", "Klantgroep", "Datum plan van aanpak", "Verwezen naar",
            "Uitkomst gesprek", "Aantal gesprekken"]  # fmt: skip
    grid: writers.Grid = [["Gemeente Haarlem, Ik doe mee: participatiegesprekken 1-5-2017 t/m 31-12-2018 (verzonnen)"], head]
    day, total = date(2017, 5, 8), 0
    ways = (("vacature", "directe bemiddeling"), ("traject", "scholing"), ("dagbesteding", "sociaal wijkteam", "zorg"))
    while day < date(2018, 12, 10):
        for group, share, referred in zip(GROUPS, (0.09, 0.6, 0.31), ways, strict=True):
            number = max(1, round(42 * share * draw.uniform(0.6, 1.3)))
            invited = day - timedelta(days=draw.randint(10, 20))
            plan = day + timedelta(days=draw.randint(0, 14))
            grid.append(["Haarlem", invited, day, group, plan, draw.choice(referred), "plan gemaakt", number])
            total += number
        grid.append(["Haarlem", day - timedelta(days=14), None, None, None, None, "niet verschenen", draw.randint(2, 8)])
        day += timedelta(days=7)
    return writers.xlsx(grid, "Gesprekken", bold_rows=(2,)), len(grid) - 2, total


PROVISIONS = {
    "leerwerktraject": 34, "werkervaringsplaats": 16, "directe bemiddeling": 14, "scholing": 12, "proefplaatsing": 8,
    "jobcoach": 6, "participatieplek": 5, "dagbesteding": 3, "EVC-traject": 2,
}  # fmt: skip
TARGETS = {
    "Participatiewet": 48, "statushouder": 16, "50+": 10, "WW": 6, "nugger": 6, "praktijkonderwijs": 5, "vso": 4,
    "direct bemiddelbaar": 3, "ex-gedetineerde": 2,
}  # fmt: skip
STEPS = ("intake", "diagnose", "training", "werken met behoud van uitkering", "opleiding", "matching")


def trajectories(number: int, first: int, places: tuple[str, ...], providers: tuple[str, ...], seed: int) -> list[dict]:
    """Invented trajectories of three years, with work for about four in ten."""
    draw = Random(SEED + seed)
    found = []
    for index in range(number):
        start = date(first, 1, 1) + timedelta(days=draw.randrange(3 * 365))
        length = draw.randint(60, 330)
        ended = start + timedelta(days=length) < date(first + 3, 1, 1)
        placed = start + timedelta(days=draw.randint(40, length)) if ended and draw.random() < 0.42 else None
        six = placed and draw.random() < 0.7
        found.append({
            "person": f"{seed}{draw.randint(1000, 9999)}{index % 10}", "place": draw.choice(places), "start": start,
            "end": start + timedelta(days=length) if ended else None,
            "group": draw.choices(list(TARGETS), list(TARGETS.values()))[0],
            "provision": draw.choices(list(PROVISIONS), list(PROVISIONS.values()))[0],
            "provider": draw.choice(providers), "step": STEPS[-1] if placed else draw.choice(STEPS), "placed": placed,
            "result": "geplaatst in werk" if placed else draw.choice(("gestopt", "naar opleiding", "zorg")) if ended
            else "loopt nog", "six": six, "twelve": bool(six and draw.random() < 0.75) if placed else None,
        })  # fmt: skip
    found.sort(key=lambda one: (one["start"], one["person"]))
    return found


def _yes(value: bool | None) -> str | None:
    return None if value is None else "ja" if value else "nee"


def trajectories_xls(rows: list[dict]) -> bytes:
    """A list of Pasmatch: Excel 97, real dates."""
    grid: writers.Grid = [["Trajectnr", "Klantnr", "Woongemeente", "Startdatum traject", "Einddatum traject", "Doelgroep",
                           "Aanbieder", "Soort traject", "Stap", "Datum plaatsing", "Resultaat",
                           "Na 6 maanden aan het werk", "Na 12 maanden aan het werk"]]  # fmt: skip
    for index, one in enumerate(rows, start=1):
        grid.append([
            f"PT{index:04d}", one["person"], NAMES[one["place"]], one["start"], one["end"], one["group"], one["provider"],
            one["provision"], one["step"], one["placed"], one["result"], _yes(one["six"]), _yes(one["twelve"]),
        ])  # fmt: skip
    return writers.xls(grid, "Trajecten")


def trajectories_csv(rows: list[dict]) -> bytes:
    """The export of a suite for income and work: capitals, ISO dates, phases."""
    grid: writers.Grid = [["TRAJECTNR", "CLIENTNR", "GEMEENTE", "DATUM START", "DATUM EINDE", "DOELGROEP", "UITVOERDER",
                           "TRAJECTSOORT", "FASE", "GEPLAATST OP", "RESULTAAT", "NA 6 MAANDEN", "NA 12 MAANDEN"]]  # fmt: skip
    for index, one in enumerate(rows, start=1):
        days = [one[key] and one[key].isoformat() for key in ("start", "end", "placed")]
        grid.append([
            f"T{index:05d}", one["person"], NAMES[one["place"]], days[0], days[1], one["group"], one["provider"],
            one["provision"], one["step"], days[2], one["result"], _yes(one["six"]), _yes(one["twelve"]),
        ])  # fmt: skip
    return writers.csv_text(grid, ";", "utf-8-sig")


IJMOND_PLACES = ("GM0375", "GM0396", "GM0453")
HAARLEM_PLACES = ("GM0392", "GM0392", "GM0392", "GM0392", "GM0392", "GM0473")


def client_files() -> tuple[Extra, ...]:
    """The files of counts, talks and trajectories."""
    own, own_rows = haarlem_xlsx()
    heemstede, heemstede_rows = wide_csv(("GM0397", "GM0377"), short=False)
    ijmond, ijmond_rows = wide_csv(IJMOND_PLACES, short=True)
    talks, talk_rows, _ = talks_xlsx()
    given = trajectories(230, 2017, HAARLEM_PLACES, ("Pasmatch",), 1)
    bought = trajectories(170, 2017, IJMOND_PLACES, ("IJmond Werkt!", "IJmond Werkt!", "gespecialiseerd bureau"), 2)
    first, last = date(2015, 1, 1), date(2022, 12, 31)
    three = date(2017, 1, 1), date(2019, 12, 31)
    name = "klantenbestand 01-01-2015 tot en met 31-12-2022.csv"
    return (
        Extra("Gemeente Haarlem klantenbestand 2015-2022.xlsx", "caseload", "gemeente-haarlem", first, last, own_rows, own),
        Extra(f"Gemeente Heemstede {name}", "caseload", "gemeente-heemstede", first, last, heemstede_rows, heemstede),
        Extra(f"IJmond Werkt {name}", "caseload", "ijmond-werkt", first, last, ijmond_rows, ijmond),
        Extra("Gemeente Haarlem gesprekken 2017-2018.xlsx", "talk", "gemeente-haarlem", date(2017, 5, 1),
              date(2018, 12, 31), talk_rows, talks),
        Extra("Pasmatch trajecten 2017-2019.xls", "trajectory", "pasmatch", *three, len(given), trajectories_xls(given)),
        Extra("IJmond Werkt trajecten 2017-2019.csv", "trajectory", "ijmond-werkt", *three, len(bought),
              trajectories_csv(bought)),
    )  # fmt: skip


def client_answers() -> dict[str, object]:
    """What the files say of the end of each year and of all talks, counted apart from the files."""
    stock = {
        str(year): {code: one["stock"] for code in STOCKS for one in counts(code)
                    if (one["year"], one["quarter"]) == (year, 4)}
        for year in range(2015, 2023)
    }  # fmt: skip
    return {"caseload": stock, "talks": {"held": talks_xlsx()[2]}}
