"""Dutch numbers, dates, lists and status words, the same on screen, on paper and in the shell."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from reference.labels import LABELS

__all__ = [
    "LABELS", "STATUS", "Status", "count_word", "date_long", "date_short", "join_words", "month_name",
    "number", "percent", "plural",
]

_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)
_MONTHS_SHORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_COUNTS = (
    "nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
)


@dataclass(frozen=True)
class Status:
    """A judgement about a target: its word, its shape and the role of its colour, always shown together."""

    word: str
    mark: str
    role: str
    meaning: str


STATUS: dict[str, Status] = {
    one.word: one
    for one in (
        Status("gehaald", "●", "good", "het aantal is bereikt"),
        Status("op koers", "●", "good", "de stand houdt het tempo bij"),
        Status("aandacht", "▲", "attention", "de stand blijft iets achter bij het tempo"),
        Status("achter", "■", "behind", "de stand blijft ver achter bij het tempo"),
        Status("niet gehaald", "■", "behind", "de termijn is voorbij en het aantal is niet bereikt"),
        Status("onzeker", "▲", "attention", "door onbekende gegevens kan de stand twee kanten op"),
        Status("te vroeg", "○", "muted", "er is nog te weinig tijd voorbij"),
        Status("niet meetbaar", "○", "muted", "het getal en het doel gaan niet over hetzelfde"),
        Status("geen termijn", "○", "muted", "de bron noemt geen einddatum"),
        Status("geen getal in bron", "–", "muted", "de bron noemt geen getal"),
        Status("niets geleverd", "–", "muted", "er is hiervoor nog niets aangeleverd"),
    )
}


def number(value: int | float | Decimal, decimals: int = 0) -> str:
    """"1.234,5": a point between thousands, a comma before `decimals` decimals, halves away from zero."""
    exact = Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    written = f"{exact:,.{decimals}f}".translate(str.maketrans(",.", ".,"))
    return written.removeprefix("-") if exact == 0 else written


def percent(share: int | float | Decimal, decimals: int = 0) -> str:
    """"34 %" for 0.335, "33,5 %" with one decimal."""
    return f"{number(Decimal(str(share)) * 100, decimals)} %"


def month_name(month: int) -> str:
    """"september" for 9."""
    return _MONTHS[month - 1]


def date_long(day: date) -> str:
    """"30 september 2015"."""
    return f"{day.day} {month_name(day.month)} {day.year}"


def date_short(day: date) -> str:
    """"30 sep 2015"."""
    return f"{day.day} {_MONTHS_SHORT[day.month - 1]} {day.year}"


def join_words(words: Sequence[str]) -> str:
    """"a, b en c"; nothing gives an empty text."""
    return " en ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def plural(count: int | float | Decimal, one: str, more: str) -> str:
    """The noun that goes with the count, without the count: "plaatsing" for 1, else "plaatsingen"."""
    return one if count == 1 else more


def count_word(count: int) -> str:
    """"één" to "twaalf" in words, anything else in figures."""
    return _COUNTS[count] if 0 <= count < len(_COUNTS) else number(count)
