"""The words of statistics: which heading is which indicator, which text which region and which period."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from data_loaders.columns import key, split_synonyms, words
from data_loaders.dates import MONTH_NUMBERS, read_date
from data_loaders.municipalities import read_home
from data_loaders.periods import Period, parse_period
from data_loaders.statistics_codes import INDICATORS
from data_loaders.values import MISSING, NOTHING, Reading, cell_error, number, wrong
from reference.load import dutch_municipalities

# Words that are also used for the caseload of a municipality: alone they don't make a list a statistic.
SHARED_WORDS = frozenset({"bijstand-instroom", "bijstand-uitstroom", "uitstroom-naar-werk", "inwoners"})
_CODES = {
    key(word): code for code, (label, others) in INDICATORS.items()
    for word in (code, label, *split_synonyms(others))
}  # fmt: skip
_IN_TITLES = (("banenafspraak", "banenafspraak"), ("tozo", "tozo"), ("jeugdwerkloos", "jeugdwerkloosheid"))
_IN_TITLES += (("vacature", "vacatures"), ("vsv", "vsv"), ("bijstand", "bijstand"), ("ww", "ww"))
SUFFIX = re.compile(r"_\d{1,3}$")
FOOTNOTE = re.compile(r"\s*(?:\d\)|[¹²³⁴⁵⁶⁷⁸⁹]+\)?)$")
SHARE = "-percentage"
AGAIN = " | "  # between a heading and what a second column of that name is, such as a relative number
_REGION_MARK = re.compile(r"\(([A-Z]{2})\)\s*$")
_CBS_CODE = re.compile(r"[A-Z]{2}\d{2,4}|[A-Z]\d{6}")
_NUMBERED = re.compile(r"(\d{4})(JJ|KW|MM|HJ|SJ)(\d\d)", re.IGNORECASE)
_OURS = {
    "zuidkennemerlandenijmond": "AM37", "zuidkennemerlandijmond": "AM37", "ijmondcr": "CR20",
    "agglomeratiehaarlemcr": "CR21", "noordhollandpv": "PV27", "noordholland": "PV27",
    "westnederlandld": "LD03", "nederland": "NL01", "totaalnederland": "NL01", "landelijk": "NL01",
    "ijmond": "IJmond", "zuidkennemerland": "Zuid-Kennemerland",
}  # fmt: skip
_WIDER = ("arbeidsmarkt", "corop", "rmc", "provincie", "landsdeel", "district")
_FIRST_OF_MONTH = re.compile(r"((?:19|20)\d{2})-(\d\d)-01(?:[ T]00:00:00)?")
_DAYS = frozenset({"peildatum", "peilmoment", "standop", "datum"})
BASELINE = date(2012, 12, 31)  # what UWV's reports count from: the jobs before the agreement on jobs


def indicator_code(heading: str) -> str | None:
    """Return the stable code of an indicator, whatever the year's heading; None for an unknown one."""
    plain = FOOTNOTE.sub("", SUFFIX.sub("", heading.strip()))
    code = _CODES.get(key(plain)) or _CODES.get(key(re.sub(r"\([^)]*\)", " ", plain)))
    return f"{code}{SHARE}" if code and "%" in heading and not code.endswith(SHARE) else code


def indicator_in_title(title: str) -> str | None:
    """Return the indicator that a title speaks of: "Banenafspraak per arbeidsmarktregio"."""
    found = " ".join(words(title))
    return next((code for word, code in _IN_TITLES if re.search(rf"(^| ){word}", found)), None)


def read_indicator(text: str, heading: str = "") -> Reading:
    """Read the name of an indicator as a stable code, with its label as the other end of the reading.

    An unknown one becomes a code of its own words.
    """
    if cell_error(text):
        return wrong(cell_error(text) or "")
    stem, _, rest = text.partition(AGAIN)
    code = indicator_code(stem) or "-".join(words(SUFFIX.sub("", stem)))
    base = code.removesuffix(SHARE) if code not in INDICATORS else code
    label = INDICATORS[base][0] if base in INDICATORS else FOOTNOTE.sub("", SUFFIX.sub("", stem))
    label += " (%)" if base != code else ""
    if rest:
        code, label = f"{code}-{'-'.join(words(rest))}", f"{label} ({rest})"
    return Reading(code, label) if code else NOTHING


def read_region(text: str, heading: str = "") -> Reading:
    """Read a region as its CBS code; the other end of the reading is the municipality, if it is one."""
    plain = text.strip()
    if cell_error(plain):
        return wrong(cell_error(plain) or "")
    if _CBS_CODE.fullmatch(plain.upper()):
        code = plain.upper()
        return Reading(code, code if code in dutch_municipalities() else None)
    if "rmc" in key(heading) and key(plain) in ("zuidkennemerlandenijmond", "westkennemerland"):
        return Reading("MC25")
    named = _OURS.get(key(plain)) or _OURS.get(key(_REGION_MARK.sub("", plain)))
    mark = _REGION_MARK.search(plain)
    if named and (not mark or mark[1] != "GM"):
        return Reading(named)
    if mark and mark[1] not in ("GM", "GE"):
        return Reading(plain)
    if any(word in key(heading) for word in _WIDER) and not plain.isdigit():
        return Reading(plain)
    found = read_home(_REGION_MARK.sub("", plain))
    if found.low:
        return Reading(found.low, found.low)
    return wrong(
        f'"{text}" is geen gemeente of regio die bekend is. Vul een gemeente in, of een code van het CBS '
        "zoals GM0392 of AM37."
    )


def read_series_period(text: str, heading: str = "") -> Reading:
    """Read the period of an observation: 2015JJ00, 2015KW03, 2015MM09, "2015 3e kwartaal*", a school year."""
    if cell_error(text):
        return wrong(cell_error(text) or "")
    found = series_period(text, heading)
    if found is None:
        return wrong(f'"{text}" is geen periode. Schrijf 2015, 2015-Q3, september 2015 of een datum.')
    return Reading(*found)


def series_period(text: str, heading: str = "") -> Period | None:
    """Return the period of an observation. Excel makes a day of "jan 2019", so that day is the month.

    Not under a heading that asks for a day, such as "Peildatum".
    """
    match = _FIRST_OF_MONTH.fullmatch(text.strip())
    if match and key(heading) not in _DAYS:
        return _numbered(int(match[1]), "MM", int(match[2]))
    return period_of(text, heading)


def period_of(text: str, heading: str = "") -> Period | None:
    """Return the first and last day of a period as statistics write it; None for another text."""
    plain = FOOTNOTE.sub("", text.strip().rstrip("*").strip()).lower()
    if len(plain) > 40:
        return None
    if plain == "nulmeting":
        return BASELINE, BASELINE
    if match := _NUMBERED.fullmatch(plain):
        return _numbered(int(match[1]), match[2].upper(), int(match[3]))
    if match := re.fullmatch(r"((?:19|20)\d{2})\s*[-/]\s*'?((?:19|20)?\d{2})", plain):
        return _school_year(int(match[1]), int(match[2]))
    if match := re.fullmatch(r"((?:19|20)\d{2})(?:\.0)?", plain):
        return date(int(match[1]), 1, 1), date(int(match[1]), 12, 31)
    if match := re.fullmatch(r"((?:19|20)\d{2})\s+(?:([1-4])e kwartaal|([a-z]{3,9})\.?)", plain):
        if match[2]:
            return _numbered(int(match[1]), "KW", int(match[2]))
        if month := MONTH_NUMBERS.get(match[3][:3]):
            return _numbered(int(match[1]), "MM", month)
    day = read_date(plain).low if re.match(r"\d{1,4}[-/.]\d{1,2}[-/.]\d", plain) else None
    return (day, day) if day else parse_period(plain)


def read_series_value(text: str, heading: str = "") -> Reading:
    """Read an observation: a Dutch number; "-" is nil; secret, unknown and below a limit have no value."""
    plain = FOOTNOTE.sub("", text.strip()).rstrip("*").strip()
    if cell_error(plain):
        return wrong(cell_error(plain) or "")
    if plain == "-":
        return Reading(Decimal(0), Decimal(0))
    if plain.lower() in MISSING or re.fullmatch(r"<\s*\d{1,3}", plain):
        return NOTHING
    value = number(plain)
    if value is None or abs(value) >= 10**14:
        return wrong(f'"{text}" is geen getal. Vul een getal in, of een punt als het geheim is.')
    value = value.quantize(Decimal("0.001"), ROUND_HALF_UP)
    return Reading(value, value)


def _numbered(year: int, size: str, number: int) -> Period | None:
    months = {"JJ": (1, 12), "SJ": (1, 12), "HJ": (number * 6 - 5, number * 6)}
    months |= {"KW": (number * 3 - 2, number * 3), "MM": (number, number)}
    first, last = months[size]
    if size == "SJ":
        return _school_year(year, year + 1)
    if not 1 <= first <= last <= 12:
        return None
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _school_year(first: int, last: int) -> Period | None:
    """Return August to July; other stretches of years are read as they are."""
    if last in (first + 1, (first + 1) % 100):
        return date(first, 8, 1), date(first + 1, 7, 31)
    return (date(first, 1, 1), date(last, 12, 31)) if first < last else None
