"""How often each supplier, kind of job, target group, sector and number of hours occurs."""

from random import Random

from sample_data import names
from sample_data.rows import FULL_HOURS, PART_HOURS, RANGES, UNKNOWN_HOURS

YEARS = range(2014, 2023)
UNCOUNTED = {
    2014: 120,
    2015: 150,
    2016: 170,
    2017: 170,
    2018: 180,
    2019: 190,
    2020: 230,
    2021: 260,
    2022: 250,
}
SUPPLIER_WEIGHTS = {
    "Zuid-Kennemerland": {"wsp": 50, "pasmatch": 31, "uwv": 13, "agros": 6},
    "IJmond": {"wsp": 36, "ijmond-werkt": 45, "uwv": 13, "agros": 6},
}
GROUPS = {
    "wsp": {
        "participatiewet": 45,
        "wajong": 20,
        "ww": 10,
        "ioaw": 3,
        "nug": 5,
        "wsw": 5,
        "vso": 6,
        "pro": 4,
        None: 2,
    },
    "pasmatch": {"participatiewet": 68, "wsw": 14, "ioaw": 5, "ioaz": 1, "nug": 6, "wajong": 6},
    "ijmond-werkt": {"participatiewet": 74, "wsw": 12, "ioaw": 6, "nug": 4, "wajong": 4},
    "uwv": {"wajong": 62, "wia": 16, "ww": 14, "wao": 8},
    "agros": {"pro": 55, "vso": 45},
}
SINCE_2020 = {"werkend": 50, "zelfstandig": 18, "ww": 32}
PILLARS = {
    "pro": "onderwijs-naar-werk",
    "vso": "onderwijs-naar-werk",
    "werkend": "werk-naar-werk",
    "zelfstandig": "werk-naar-werk",
    "participatiewet": "uitkering-naar-werk",
    "wajong": "uitkering-naar-werk",
    "ww": "uitkering-naar-werk",
}
COUNTED_TYPES = {
    "garantiebaan": 56,
    "loonkostensubsidie": 20,
    "regulier": 16,
    "wsw-begeleid-werken": 4,
    "detachering": 4,
}
SHELTERED_TYPES = {
    "beschut": 30,
    "werkervaringsplaats": 25,
    "proefplaatsing": 22,
    "leerwerkplek": 15,
    "vrijwilligerswerk": 8,
}
REGULAR_TYPES = {"regulier": 62, "uitzend": 18, "loonkostensubsidie": 12, "detachering": 8}
SECTORS = {"markt": 835, "overheid": 132, "inleen": 20, None: 13}


def pick(rng: Random, weights: dict) -> object:
    """One key of a dictionary of weights."""
    return rng.choices(list(weights), weights=list(weights.values()))[0]


def hours_deck(rng: Random, number: int, full: int) -> list[tuple[float, float]]:
    """Weekly hours for `number` rows: `full` of 25 or more, a few ranges and unknowns, the rest fewer."""
    ranges, unknown = round(number * 0.035), round(number * 0.03)
    deck = [(h, h) for h in rng.choices(FULL_HOURS, k=full)]
    deck += rng.choices(RANGES, k=ranges) + [UNKNOWN_HOURS] * unknown
    deck += [(h, h) for h in rng.choices(PART_HOURS, k=number - full - ranges - unknown)]
    rng.shuffle(deck)
    return deck


def choose_supplier(rng: Random, home: str, year: int, hours: tuple[float, float]) -> str:
    """Who delivers a row: depends on the part of the region; only two suppliers write hours as a range."""
    subregion = "IJmond" if home in names.IJMOND else "Zuid-Kennemerland"
    weights = {s: w for s, w in SUPPLIER_WEIGHTS[subregion].items() if s != "agros" or year >= 2015}
    supplier = str(pick(rng, weights))
    if hours in RANGES and supplier not in ("wsp", "pasmatch"):
        return "wsp"
    return supplier
