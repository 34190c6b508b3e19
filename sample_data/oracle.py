"""The answers that the invented deliveries must give, counted in plain Python over the canonical rows.

Nothing here is shared with the metrics: loops over lists, so that two ways of counting can be compared.
`low` counts what is certain and equals `value`, `high` counts what may be.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction

from sample_data.rows import Row

REGION_UNTIL = {
    "GM0392": None,
    "GM0473": None,
    "GM0397": None,
    "GM0377": None,
    "GM0375": None,
    "GM0396": None,
    "GM0453": None,
    "GM0393": date(2018, 12, 31),
    "GM0450": date(2016, 12, 31),
}
NO_JOB = {"beschut", "stage", "vrijwilligerswerk", "werkervaringsplaats", "proefplaatsing", "leerwerkplek"}
PARTY_OF_EMPLOYER = {
    "Gemeente Haarlem": "gemeente-haarlem",
    "Provincie Noord-Holland": "provincie-noord-holland",
    "Ymere": "corporaties",
    "Pre Wonen": "corporaties",
}
BENEFITS = {"participatiewet", "wajong", "wia", "wao", "ww", "ioaw", "ioaz"}
Answer = dict[str, float | int]


def answer(low: float, high: float) -> Answer:
    """An interval as expected.json writes it."""
    return {"value": low, "low": low, "high": high}


def in_region(code: object, on: date) -> bool:
    """Whether a municipality belonged to the region on a date."""
    return code in REGION_UNTIL and (REGION_UNTIL[code] is None or on <= REGION_UNTIL[code])


def merged(rows: Iterable[Row]) -> list[Row]:
    """Placements with renewals joined: the first row, with `last_end` of the last one (None: open)."""
    episodes, latest = [], {}
    for row in sorted(rows, key=lambda row: row["start"]):
        who = (row["supplier"], row["person"], row["employer"])
        before = latest.get(who) if row["person"] is not None else None
        if before and before["last_end"] and (row["start"] - before["last_end"]).days <= 31:
            before["last_end"] = row["end"]
            continue
        latest[who] = {**row, "last_end": row["end"]}
        episodes.append(latest[who])
    return episodes


def certain(row: Row) -> bool:
    """In the register, and a kind of job that counts for the targets."""
    return row["in_register"] is True and row["job_type"] not in NO_JOB


def possible(row: Row) -> bool:
    """Like certain, or nobody wrote down whether the person is in the register."""
    return row["in_register"] is not False and row["job_type"] not in NO_JOB


def party_of(row: Row) -> object:
    """The party as delivered, else by employer; parties are known from 2015 on."""
    by_employer = PARTY_OF_EMPLOYER.get(row["employer"]) if row["start"] >= date(2015, 1, 1) else None
    return row["party"] or by_employer


def count(sure: list[Row], perhaps: list[Row]) -> dict[str, Answer]:
    """The four counting rules over placements that count for certain and those that may count."""
    hours = (
        sum(Fraction(str(row["hours"][0])) for row in sure),
        sum(Fraction(str(r["hours"][1])) for r in perhaps),
    )
    people = [
        {(r["supplier"], r["person"]) for r in rows if r["person"] is not None} for rows in (sure, perhaps)
    ]
    return {
        "placements": answer(len(sure), len(perhaps)),
        "min25": answer(sum(r["hours"][0] >= 25 for r in sure), sum(r["hours"][1] >= 25 for r in perhaps)),
        "per25.5": answer(*(float(total / Fraction("25.5")) for total in hours)),
        "persons": answer(len(people[0]), len(people[1]) + sum(r["person"] is None for r in perhaps)),
    }


def targeted(
    episodes: list[Row], start: date, until: date, *, sector: str | None = None, party: str | None = None
) -> dict[str, Answer]:
    """Placements started from `start` to `until` in the region, or at a party wherever someone lives."""
    begun = [row for row in episodes if start <= row["start"] <= until]
    if party:
        sure = perhaps = [row for row in begun if party_of(row) == party]
    else:
        sure = [row for row in begun if in_region(row["home"], row["start"])]
        perhaps = sure + [row for row in begun if row["home"] is None]
    if sector:
        sure = [row for row in sure if row["sector"] == sector]
        perhaps = [row for row in perhaps if row["sector"] in (sector, "inleen", None)]
    return count([row for row in sure if certain(row)], [row for row in perhaps if possible(row)])


def internships_begun(rows: Iterable[Row], start: date, until: date) -> Answer:
    """BBL and BOL places begun in the region: by municipality of work, else of residence."""
    begun = [row for row in rows if start <= row["start"] <= until and row["track"] in ("bbl", "bol")]
    places = sum(row["quantity"] or 1 for row in begun if in_region(row["work"] or row["home"], row["start"]))
    return answer(
        places, places + sum(row["quantity"] or 1 for row in begun if not (row["work"] or row["home"]))
    )


def extra(begun: Answer) -> Answer:
    """What was begun above the 60 places that existed already, at least 0."""
    return answer(max(0, begun["low"] - 60), max(0, begun["high"] - 60))


def per_municipality(episodes: list[Row], year: int) -> dict[str, dict[str, Answer]]:
    """The four counts per municipality of residence; someone of unknown residence is in none of them."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    begun = [row for row in episodes if first <= row["start"] <= last]
    return {
        code: count(
            [r for r in begun if r["home"] == code and certain(r)],
            [r for r in begun if r["home"] == code and possible(r)],
        )
        for code in REGION_UNTIL
        if in_region(code, last)
    }


def stock(episodes: list[Row], on: date) -> Answer:
    """Counting placements active on a date (the last day included), members of the region on that date."""
    active = [
        row for row in episodes if row["start"] <= on and (row["last_end"] is None or row["last_end"] >= on)
    ]
    return answer(
        sum(certain(r) and in_region(r["home"], on) for r in active),
        sum(possible(r) and (r["home"] is None or in_region(r["home"], on)) for r in active),
    )


def pillar_of(row: Row) -> str:
    """The pillar of the doe-agenda as delivered, else derived from the target group."""
    group = row["target_group"]
    if row["pillar"] or group in BENEFITS:
        return str(row["pillar"] or "uitkering-naar-werk")
    if group in ("pro", "vso"):
        return "onderwijs-naar-werk"
    return "werk-naar-werk" if group in ("werkend", "zelfstandig") else "niet-toe-te-wijzen"


def pillars(episodes: list[Row], internships: Iterable[Row], year: int) -> Mapping[str, dict[str, int]]:
    """Begun in a year in the region, per pillar: all placements, those in the register, internships."""
    names = (
        "uitkering-naar-werk",
        "werk-naar-werk",
        "onderwijs-naar-werk",
        "werkgelegenheid",
        "niet-toe-te-wijzen",
    )
    found = {name: {"placements": 0, "counted_placements": 0, "internships": 0} for name in names}
    for row in episodes:
        if row["start"].year == year and in_region(row["home"], row["start"]):
            found[pillar_of(row)]["placements"] += 1
            found[pillar_of(row)]["counted_placements"] += certain(row)
    for row in internships:
        if row["start"].year == year and in_region(row["work"] or row["home"], row["start"]):
            found["onderwijs-naar-werk"]["internships"] += row["quantity"] or 1
    return found
