"""Invented contracts with social return; the places of 2014 add up to the 88 that the agreement states."""

from datetime import date
from random import Random

from sample_data import writers
from sample_data.extra import Extra
from sample_data.names import MARKET

SEED = 20150102
PLACES_2014 = 88  # up to September, of approved contracts
WORK = (
    "Groenonderhoud",
    "Schoonmaak",
    "Wegenbouw",
    "Catering",
    "Beveiliging",
    "Drukwerk",
    "Post",
    "Sloopwerk",
    "Jeugdhulp",
    "Leerlingenvervoer",
    "Onderhoud gebouwen",
    "Afvalinzameling",
)


def contracts() -> list[dict]:
    """Every invented contract; the approved places of those of 2014, January to August, are 88 together."""
    draw = Random(SEED)
    found = []
    for year in range(2014, 2020):
        for _ in range(14):
            last = 8 if year == 2014 else 12
            start = date(year, draw.randint(1, last), draw.choice((1, 15)))
            value = draw.choice((120, 180, 250, 400, 650, 900, 1500, 2400)) * 1000
            found.append(
                {
                    "start": start,
                    "end": date(year + draw.randint(1, 3), 12, 31),
                    "value": value,
                    "percent": draw.choice((2, 5, 5, 5)),
                    "work": draw.choice(WORK),
                    "by": draw.choice(MARKET).name,
                    "committed": draw.randint(2, 12),
                    "realised": draw.randint(1, 10),
                    "internships": draw.randint(0, 3),
                    "status": draw.choice(("goedgekeurd",) * 6 + ("ingediend", "concept", "afgekeurd")),
                }
            )
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
    head = [
        "Contractnr",
        "Opdracht",
        "Opdrachtnemer",
        "Gemeente",
        "Start",
        "Einde",
        "Opdrachtwaarde",
        "Verplichting %",
        "Verplichting EUR",
        "Plaatsen afgesproken",
        "Plaatsen gerealiseerd",
        "Stages gerealiseerd",
        "Inspanningswaarde",
        "Status",
    ]
    grid: writers.Grid = [["Gemeente Haarlem, social return bij inkoop 2014-2019 (verzonnen)"], head]
    for one in rows:
        owed = one["value"] * one["percent"] // 100
        grid.append(
            [
                one["id"],
                one["work"],
                one["by"],
                "Haarlem",
                one["start"],
                one["end"],
                one["value"],
                f"{one['percent']}%",
                f"€ {owed:,},-".replace(",", ".", owed >= 1000),
                one["committed"],
                one["realised"],
                one["internships"],
                min(owed, one["realised"] * 6500),
                one["status"].capitalize(),
            ]
        )
    return writers.xlsx(grid, "SROI", bold_rows=(2,))


def sroi_files() -> tuple[Extra, ...]:
    """The list of contracts of Haarlem."""
    rows = contracts()
    days = date(2014, 1, 1), date(2019, 12, 31)
    name = "Gemeente Haarlem SROI 2014-2019.xlsx"
    return (Extra(name, "sroi", "gemeente-haarlem", *days, len(rows), sroi_xlsx(rows)),)


def sroi_answers() -> dict[str, object]:
    """What came of the approved contracts, by the year in which they began, counted with plain loops."""
    places: dict[str, dict[str, int]] = {}
    for one in contracts():
        if one["status"] == "goedgekeurd":
            year = places.setdefault(str(one["start"].year), {"places": 0, "internships": 0})
            year["places"] += one["realised"]
            year["internships"] += one["internships"]
    return {"sroi": places}
