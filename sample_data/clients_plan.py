"""Invented counts of clients and participation talks.

The stocks lie near what CBS counted (benefits in 2015 to 2017, in tens), the client groups near what the
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
# Clients before 2015 and at the end of each year since, and how many leave for work in a year.
STOCKS = {
    "GM0392": (3980, (4070, 4250, 4350, 4240, 4130, 4290, 4150, 3960), 380),
    "GM0473": (410, (420, 450, 460, 450, 440, 450, 440, 425), 50),
    "GM0397": (270, (280, 310, 300, 290, 285, 300, 290, 280), 44),
    "GM0377": (195, (200, 210, 210, 205, 200, 210, 205, 195), 27),
    "GM0375": (1140, (1150, 1160, 1140, 1110, 1080, 1110, 1080, 1040), 170),
    "GM0396": (1000, (1010, 1020, 990, 960, 940, 970, 945, 920), 120),
    "GM0453": (1490, (1530, 1600, 1630, 1590, 1550, 1600, 1560, 1500), 172),
}
GROUPS = ("zonder afstand", "overbrugbare afstand", "niet te overbruggen afstand")
FROM_GROUPS, TO_GROUPS = (2017, 2), (2020, 4)
# In percent of the stock at the end of a year, near what the policy of Haarlem stated for 2017.
MIX = {
    "Uitkeringsduur": {"korter dan 1 jaar": 20, "1 tot 5 jaar": 48, "5 jaar of langer": 32},
    "Leeftijdsklasse": {"tot 27 jaar": 9, "27 tot 50 jaar": 52, "50 jaar en ouder": 39},
    "Huishouden": {
        "alleenstaand": 68,
        "alleenstaande ouder": 5,
        "paar zonder kinderen": 12,
        "paar met kinderen": 15,
    },
}


def quarter_end(year: int, quarter: int) -> date:
    return date(year, 3 * quarter, monthrange(year, 3 * quarter)[1])


def counts(code: str) -> list[dict]:
    """The counts of one municipality by quarter; a stock plus inflow minus outflow is the next one."""
    draw = Random(SEED + int(code[2:]))
    start, ends, to_work = STOCKS[code]
    found, stock = [], start
    for year, quarter in QUARTERS:
        before = ends[year - 2016] if year > 2015 else start
        after = ends[year - 2015]
        goal = round(before + (after - before) * quarter / 4)
        work = max(0, round(to_work / 4 * draw.uniform(0.8, 1.2)))
        out = work + round(stock * 0.045 * draw.uniform(0.9, 1.1))
        found.append(
            {
                "year": year,
                "quarter": quarter,
                "stock": goal,
                "in": goal - stock + out,
                "out": out,
                "work": work,
            }
        )
        stock = goal
    return found


def haarlem_xlsx() -> tuple[bytes, int]:
    """A row per count: groups since May 2017 and who changed of group; at a year's end who is in it."""
    grid: writers.Grid = [
        ["Gemeente Haarlem, klantenbestand Participatiewet 2015-2022 (verzonnen)"],
        [
            "Gemeente",
            "Peildatum",
            "Begin periode",
            "Telling",
            "Vorige klantgroep",
            "Klantgroep",
            "Aantal",
            *MIX,
        ],
    ]
    for code in ("GM0392", "GM0473"):
        for one in counts(code):
            end = quarter_end(one["year"], one["quarter"])
            begin = date(one["year"], 3 * one["quarter"] - 2, 1)
            grid.append([NAMES[code], end, None, "stand", None, None, one["stock"]])
            for name, key in (("instroom", "in"), ("uitstroom", "out"), ("uitstroom naar werk", "work")):
                grid.append([NAMES[code], end, begin, name, None, None, one[key]])
            if code == "GM0392" and FROM_GROUPS <= (one["year"], one["quarter"]) <= TO_GROUPS:
                grid += _groups(end, begin, one["stock"])
            if code == "GM0392" and one["quarter"] == 4 and one["year"] >= FROM_GROUPS[0]:
                grid += _mix(end, one["stock"])
    return writers.xlsx(grid, "Klantenbestand", bold_rows=(2,)), len(grid) - 2


def _groups(end: date, begin: date, stock: int) -> writers.Grid:
    """The stock by group, which grow a little towards work, and who moved between two groups."""
    since = (end.year - 2017) * 4 + end.month // 3 - 2
    ready, bridged = round(stock * (0.07 + 0.002 * since)), round(stock * (0.58 + 0.003 * since))
    sizes = (ready, bridged, stock - ready - bridged)
    rows: writers.Grid = [
        ["Haarlem", end, None, "stand", None, name, size] for name, size in zip(GROUPS, sizes, strict=True)
    ]
    moved = 12 + 2 * since
    rows.append(["Haarlem", end, begin, "instroom", GROUPS[2], GROUPS[1], moved])
    rows.append(["Haarlem", end, begin, "instroom", GROUPS[1], GROUPS[0], max(moved - 9, 3)])
    return rows


def _mix(end: date, stock: int) -> writers.Grid:
    """The stock by duration, age and household; the shares move a little from year to year."""
    rows: writers.Grid = []
    since = end.year - 2017
    for place, shares in enumerate(MIX.values()):
        moved = [share + 0.4 * since * (index - 1) for index, share in enumerate(shares.values())]
        sizes = [round(stock * share / 100) for share in moved]
        sizes[1] += stock - sum(sizes)
        for name, size in zip(shares, sizes, strict=True):
            row = ["Haarlem", end, None, "stand", None, None, size, None, None, None]
            row[7 + place] = name
            rows.append(row)
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
    head = [
        "Gemeente",
        "Datum uitnodiging",
        "Datum gesprek",
        "Klantgroep",
        "Datum plan van aanpak",
        "Verwezen naar",
        "Uitkomst gesprek",
        "Aantal gesprekken",
    ]
    grid: writers.Grid = [
        ["Gemeente Haarlem, Ik doe mee: participatiegesprekken 1-5-2017 t/m 31-12-2018 (verzonnen)"],
        head,
    ]
    day, total = date(2017, 5, 22), 0
    ways = (
        ("vacature", "directe bemiddeling"),
        ("traject", "scholing"),
        ("dagbesteding", "sociaal wijkteam", "zorg"),
    )
    while day < date(2018, 12, 10):
        for group, share, referred in zip(GROUPS, (0.09, 0.6, 0.31), ways, strict=True):
            number = max(1, round(42 * share * draw.uniform(0.6, 1.3)))
            invited = day - timedelta(days=draw.randint(10, 20))
            plan = day + timedelta(days=draw.randint(0, 14))
            grid.append(["Haarlem", invited, day, group, plan, draw.choice(referred), "plan gemaakt", number])
            total += number
        grid.append(
            [
                "Haarlem",
                day - timedelta(days=14),
                None,
                None,
                None,
                None,
                "niet verschenen",
                draw.randint(2, 8),
            ]
        )
        day += timedelta(days=7)
    return writers.xlsx(grid, "Gesprekken", bold_rows=(2,)), len(grid) - 2, total


def client_files() -> tuple[Extra, ...]:
    """The files of counts and talks."""
    own, own_rows = haarlem_xlsx()
    heemstede, heemstede_rows = wide_csv(("GM0397", "GM0377"), short=False)
    ijmond, ijmond_rows = wide_csv(("GM0375", "GM0396", "GM0453"), short=True)
    talks, talk_rows, _ = talks_xlsx()
    years = date(2015, 1, 1), date(2022, 12, 31)
    name = "klantenbestand 01-01-2015 tot en met 31-12-2022.csv"
    return (
        Extra(
            "Gemeente Haarlem klantenbestand 2015-2022.xlsx",
            "caseload",
            "gemeente-haarlem",
            *years,
            own_rows,
            own,
        ),
        Extra(
            f"Gemeente Heemstede {name}", "caseload", "gemeente-heemstede", *years, heemstede_rows, heemstede
        ),
        Extra(f"IJmond Werkt {name}", "caseload", "ijmond-werkt", *years, ijmond_rows, ijmond),
        Extra(
            "Gemeente Haarlem gesprekken 2017-2018.xlsx",
            "talk",
            "gemeente-haarlem",
            date(2017, 5, 1),
            date(2018, 12, 31),
            talk_rows,
            talks,
        ),
    )


def client_answers() -> dict[str, object]:
    """What the files say of the end of each year and of all talks, counted apart from the files."""
    stock = {
        str(year): {
            code: one["stock"]
            for code in STOCKS
            for one in counts(code)
            if (one["year"], one["quarter"]) == (year, 4)
        }
        for year in range(2015, 2023)
    }
    return {"caseload": stock, "talks": {"held": talks_xlsx()[2]}}
