"""Dutch words of the page Datakwaliteit: fields, shares, rhythms, and the rules for rows that look alike."""

from __future__ import annotations

from metrics.completeness import coarse
from metrics.disclosure import CROSSED_LIMIT
from metrics.gaps import Gap
from metrics.punctuality import Punctuality
from reference.dutch import count_word, date_long, number, percent, plural
from ui.data_words import FIELDS
from ui.view import figure

COLUMNS = {
    "hours": "uren per week", "start_date": "startdatum", "sector": "sector", "party": "partij",
    "quantity": "aantal", "level": "mbo-niveau", "track": "leerweg", "internship_id": "nummer van de stage",
    "placement_id": "nummer van de plaatsing", "person_key": "persoon",
}  # fmt: skip
# What the loaders call a column, where the table calls it otherwise.
STORED = {
    "hours_per_week": "hours", "employer_sector_type": "sector", "placement_date": "start_date",
    "internship_level": "level", "internship_track": "track", "lsa_partner": "party",
}  # fmt: skip
UNKNOWN = {
    "hours": "de uren", "registered": "het doelgroepregister", "learning": "de leerweg",
    "sector": "de sector", "municipality": "de gemeente", "quantity": "het aantal", "person": "de persoon",
}  # fmt: skip
UNKNOWN_SHORT = {
    "hours": "Uren", "registered": "Register", "learning": "Leerweg", "sector": "Sector",
    "municipality": "Gemeente", "quantity": "Aantal", "person": "Persoon",
}  # fmt: skip
_PLURAL = ("hours",)
# Shares missing from which a cell is a step deeper.
DEEPER = (0.0001, 0.05, 0.15, 0.4)
RHYTHMS = {
    0: "elke week", 1: "elke maand", 2: "elke twee maanden", 3: "elk kwartaal", 6: "elk half jaar",
    12: "elk jaar",
}  # fmt: skip

PAIRS = {
    "leveranciers": "Twee leveranciers",
    "gelijkenis": "Twee leveringen, zonder nummer of persoon",
    "levering": "Twee keer in één levering",
    "tegenspraak": "Zelfde plaatsing, andere gegevens",
    "herhaling": "Zelfde rij in twee leveringen",
}
RULES = {
    "leveranciers": "Zelfde begin en werkgever en minstens twee gelijke kenmerken bij twee leveranciers: "
    "mogelijk dubbel. Beide tellen tot u anders beslist.",
    "gelijkenis": "Twee leveringen van één leverancier, en niets dat de plaatsing aanwijst: mogelijk dubbel. "
    "Beide tellen tot u anders beslist.",
    "levering": "Zelfde nummer, of precies dezelfde rij, in één levering: mogelijk dubbel. Beide rijen "
    "tellen tot u anders beslist; van één persoon bij één werkgever telt al één plaatsing.",
    "tegenspraak": "Zelfde nummer en begin, of zelfde persoon, werkgever en begin bij één leverancier: "
    "de nieuwste levering wint.",
    "herhaling": "Zelfde rij in twee leveringen van één leverancier: zij telt één keer, in de nieuwste "
    "levering.",
}


def field_name(column: str) -> str:
    """Return what a stored column is called on screen."""
    return COLUMNS.get(column) or FIELDS.get(column) or column.replace("_", " ")


def share_text(known: int, rows: int, exact: bool) -> str:
    """Return a share of known values: exact for the analyst, else in steps that point at nobody."""
    if exact:
        return _exact(known, rows)
    found = coarse(known, rows)
    return _WORDS.get(found.word) or percent(found.share)


def part_text(count: int, rows: int, exact: bool) -> str:
    """Return how many rows have something amiss: a number for the analyst, else a share in steps."""
    if exact:
        return f"{number(count)} ({_exact(count, rows)})" if count else "geen"
    found = coarse(count, rows)
    return _PARTS.get(found.word) or percent(found.share)


def missing_share(known: int, rows: int, exact: bool) -> float | None:
    """Return how much is missing (0 to 1), as fine as the reader may see it; None where that is hidden."""
    if exact:
        return 1 - known / rows if rows else None
    share = coarse(known, rows).share
    return None if share is None else 1 - share


def depth(known: int, rows: int, exact: bool) -> int | None:
    """Return how deep a cell is (0: complete, 4: more than 40 % missing), or None where that is hidden."""
    word = None if exact else coarse(known, rows).word
    if word in _DEPTHS:
        return _DEPTHS[word]
    missing = missing_share(known, rows, exact)
    return None if missing is None else sum(missing >= least for least in DEEPER)


def gap_sentence(gap: Gap, exact: bool) -> str:
    """Return what the widest unknown does to a target: 'Van 13 plaatsingen zijn de uren onbekend: …'."""
    name = gap.widest
    added, goal = gap.alone[name], gap.target.at_least
    whose = f"de stand bij het doel van {figure(goal)}" if goal else f"de stand van ‘{gap.target.title}’"
    high = figure(gap.value + added)
    be = "zijn" if name in _PLURAL else "is"
    if not exact:
        return (
            f"Van hoogstens {figure(added)} rijen {be} {UNKNOWN[name]} onbekend: {whose} is daardoor "
            f"{figure(gap.value)} tot hoogstens {high}"
        )
    if gap.target.counting in ("placements", "min25"):
        whom = plural(int(added), "plaatsing", "plaatsingen")
        of = f"Van {figure(added)} {whom} {be} {UNKNOWN[name]} onbekend"
    else:
        of = f"Niet overal {be} {UNKNOWN[name]} bekend"
    return f"{of}: {whose} ligt daardoor tussen {figure(gap.value)} en {high}"


def rhythm(line: Punctuality) -> str:
    """Return how often a supplier delivers."""
    if line.months is None:
        return "nog geen: één levering"
    if line.months in RHYTHMS:
        return RHYTHMS[line.months]
    if line.months % 12 == 0:
        return f"elke {count_word(line.months // 12)} jaar"
    return f"elke {line.months} maanden"


def lateness(line: Punctuality) -> tuple[str, str]:
    """Return the status word of a supplier, and since when a delivery is missing."""
    if line.expected is None:
        return "geen termijn", "–"
    if line.late:
        return "te laat", f"t/m {date_long(line.expected)}"
    return "op tijd", f"t/m {date_long(line.expected)}"


def _exact(known: int, rows: int) -> str:
    if not rows:
        return "–"
    share = known / rows
    if 0.995 <= share < 1 or 0 < share < 0.005:
        return percent(share, 1) if 0.0005 <= share <= 0.9995 else ("> 99,9 %" if share > 0.5 else "< 0,1 %")
    return percent(share)


_WORDS = {"nearly": f"< {CROSSED_LIMIT} leeg", "hardly": f"< {CROSSED_LIMIT} vol", "few": "·"}
# Few rows differ: how much that is of all stays unsaid, in words and in colour.
_DEPTHS = {"nearly": 1, "hardly": 4, "few": None}
_PARTS = {
    "none": "geen", "hardly": f"< {CROSSED_LIMIT}", "nearly": f"op minder dan {CROSSED_LIMIT} na alle",
    "all": "alle", "few": "te weinig rijen",
}  # fmt: skip
