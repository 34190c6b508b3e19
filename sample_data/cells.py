"""How a canonical value looks in somebody's spreadsheet: Dutch words, notations of hours, dates, codes."""

from datetime import date

from sample_data.names import ABBREVIATIONS, NAMES, PLACES
from sample_data.rows import UNKNOWN_HOURS, Row

MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
JOB_WORDS = {
    "garantiebaan": "Garantiebaan",
    "loonkostensubsidie": "LKS",
    "regulier": "Regulier",
    "detachering": "Detachering",
    "wsw-begeleid-werken": "Wsw begeleid werken",
    "beschut": "Beschut",
    "werkervaringsplaats": "WEP",
    "proefplaatsing": "Proefplaatsing",
    "leerwerkplek": "Leerwerkplek",
    "vrijwilligerswerk": "Vrijwilligerswerk",
    "uitzend": "Uitzend",
}
JOB_WORDS_AGREEMENT = {**JOB_WORDS, "garantiebaan": "Banenafspraak"}
GROUP_WORDS = {
    "participatiewet": "P-wet",
    "wajong": "Wajong",
    "wia": "WIA",
    "wao": "WAO",
    "ww": "WW",
    "ioaw": "IOAW",
    "ioaz": "IOAZ",
    "nug": "Nug",
    "wsw": "Wsw",
    "vso": "vso",
    "pro": "praktijkonderwijs",
    "werkend": "werkend",
    "zelfstandig": "zelfstandig",
}
PARTY_WORDS = {
    "grote-werkgevers": "15 grootste werkgevers",
    "mkb-haarlem": "MKB Haarlem",
    "gemeente-haarlem": "gemeente Haarlem",
    "corporaties": "corporatie",
}
PILLAR_WORDS = {
    "uitkering-naar-werk": "uitkering naar werk",
    "werk-naar-werk": "werk naar werk",
    "onderwijs-naar-werk": "onderwijs naar werk",
    "werkgelegenheid": "werkgelegenheid",
}
CHANNEL_WORDS = {
    "wsp": "WSP",
    "pasmatch": "Pasmatch",
    "ijmond-werkt": "IJmond Werkt!",
    "uwv": "UWV",
    "agros": "Agros",
}


def word(words: dict[str, str], value: object) -> str | None:
    """The supplier's word for a code; None stays an empty cell."""
    return None if value is None else words[str(value)]


def comma(number: float) -> str:
    """Dutch decimals: 36 is "36,0" and 25.5 is "25,5"."""
    return f"{number:.1f}".replace(".", ",")


def hours_number(row: Row) -> object:
    """Hours as a number, "24-32" as text, empty where unknown."""
    low, high = row["hours"]
    if (low, high) == UNKNOWN_HOURS:
        return None
    return low if low == high else f"{low}-{high}"


def hours_comma(row: Row) -> str | None:
    """Hours as text: "36,0" or "24-32", empty where unknown."""
    hours = hours_number(row)
    return hours if hours is None or isinstance(hours, str) else comma(hours)


def hours_words(row: Row) -> str | None:
    """Hours as "24 uur", empty where unknown."""
    low, high = row["hours"]
    return None if (low, high) == UNKNOWN_HOURS else f"{low} uur".replace(".", ",")


def hours_point(row: Row) -> str | None:
    """Hours as "24.00", the way systems write it, empty where unknown."""
    low, high = row["hours"]
    return None if (low, high) == UNKNOWN_HOURS else f"{low:.2f}"


def yes(true: str, false: str):
    """Writer of a boolean; unknown is an empty cell."""
    return lambda value: None if value is None else true if value else false


def day_month_year(day: date | None) -> str | None:
    """1-2-2015 is "01-02-2015"."""
    return day and f"{day:%d-%m-%Y}"


def day_month_word(day: date | None) -> str | None:
    """1-2-2015 is "1 feb 2015"."""
    return day and f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def endless(day: date | None) -> str:
    """A date, or the 31-12-9999 with which systems say that there is no end."""
    return "31-12-9999" if day is None else f"{day:%d-%m-%Y}"


def iso(day: date | None) -> str | None:
    """1-2-2015 is "2015-02-01"."""
    return day and day.isoformat()


def name(code: str | None) -> str | None:
    """The municipality in full."""
    return word(NAMES, code)


def abbreviation(code: str | None) -> str | None:
    """The municipality as IJmond and Pasmatch shorten it."""
    return word(ABBREVIATIONS, code)


def place(code: str | None, turn: int) -> str | None:
    """A town in the municipality; `turn` chooses among its towns."""
    return None if code is None else PLACES[code][turn % len(PLACES[code])]


def bare_code(code: str | None) -> int | None:
    """GM0392 is 392, as a spreadsheet that ate the zero shows it."""
    return None if code is None else int(code[2:])
