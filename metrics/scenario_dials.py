"""The dials of a what-if: what each may be set to, and how a person may write it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from reference.dutch import date_long, join_words, month_name, number
from reference.labels import LABELS
from reference.load import members, municipalities

Value = int | Decimal | date | str | tuple[int, ...]
SPREADS = {
    "inwoners": "naar inwoners",
    "uitkering": "naar mensen met bijstand",
    "doelgroep": "naar geplaatste mensen uit de doelgroep",
    "hand": "zelf ingevuld",
}
SECTORS = {"markt": "bedrijven", "overheid": "overheid", "beide": "bedrijven en overheid"}
# The municipalities that a regional target is spread over: those of now, in the order of the register.
SEATS = tuple(one.code for one in municipalities() if one.is_member(date(2019, 1, 1)))
LARGEST = 100_000
FIRST_DAY, LAST_DAY = date(2013, 1, 1), date(2040, 12, 31)


@dataclass(frozen=True)
class Dial:
    """One dial. `key` is the field of Scenario, `letter` its sign in the address; `low` and `high` bound it,
    `step` is one sensible step (days for a date). `code` gives the sign of each choice in the address."""

    key: str
    letter: str
    label: str
    unit: str
    kind: Literal["whole", "decimal", "date", "choice", "hand"]
    low: Decimal = Decimal(0)
    high: Decimal = Decimal(LARGEST)
    step: Decimal = Decimal(1)
    code: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class DialProblem:
    """Why a dial cannot stand there: one Dutch sentence, for beside the dial."""

    dial: str
    text: str
    message: str


def _decimal(key: str, letter: str, label: str, unit: str, low: int, high: int, step: str) -> Dial:
    return Dial(key, letter, label, unit, "decimal", Decimal(low), Decimal(high), Decimal(step))


def _choice(key: str, letter: str, label: str, **code: str) -> Dial:
    return Dial(key, letter, label, "", "choice", code=tuple(code.items()))


_RULES = {"pl": "placements", "25": "min25", "255": "per25.5", "pe": "persons"}
DIALS: dict[str, Dial] = {
    dial.key: dial
    for dial in (
        Dial("target", "d", "Het doel", "", "whole", Decimal(1), step=Decimal(20)),
        Dial("deadline", "e", "De einddatum", "", "date", step=Decimal(182)),
        Dial("start", "b", "De begindatum", "", "date", step=Decimal(182)),
        _choice("counting", "r", "De telregel", **_RULES),
        _decimal("threshold", "h", "De urengrens", "uur per week", 1, 60, "1"),
        _decimal("hours_per_job", "j", "De omvang van één baan", "uur per week", 1, 60, "0.5"),
        _choice("sector", "s", "De sector", m="markt", o="overheid", b="beide"),
        _choice("members", "g", "De keuze van gemeenten", **{"7": "zeven"}),
        _decimal("pace", "p", "Het tempo", "per maand", 0, 10_000, "1"),
        _decimal("extra", "x", "De verandering van het tempo", "per maand", -1_000, 1_000, "1"),
        _decimal("outflow", "o", "De uitstroom", "% per maand", 0, 100, "1"),
        _decimal("mean_hours", "u", "Het gemiddelde aantal uren", "uur per week", 1, 60, "1"),
        _decimal("large_share", "a", "Het aandeel boven de urengrens", "%", 1, 100, "5"),
        _choice("spread", "v", "De verdeling", i="inwoners", u="uitkering", d="doelgroep", h="hand"),
        Dial("by_hand", "n", "De eigen verdeling", "", "hand"),
        Dial("delay", "w", "Het uitstel", "maanden", "whole", high=Decimal(60), step=Decimal(3)),
    )
}
_WORDS = {
    "counting": LABELS["counting"],
    "sector": SECTORS,
    "members": {"zeven": "de zeven van nu"},
    "spread": SPREADS,
}
_NUMBER = re.compile(r"([+-]?)(?:([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,([0-9]+))?|([0-9]+)\.([0-9]{1,2}))")
_MONTHS = {month_name(month): month for month in range(1, 13)}


def choices(dial: str) -> dict[str, str]:
    """Return what a dial of choices offers: value to Dutch words."""
    return dict(_WORDS[dial])


def parse_dial(dial: str, text: str, start: date | None = None) -> Value | DialProblem | None:
    """Return what a person set a dial to, None for nothing (today's truth), or the problem in Dutch.

    Numbers are Dutch ("2.345,75"; "25.5" is understood too). `start` is the first day of the period: a
    deadline must lie after it. KeyError for an unknown dial.
    """
    known, written = DIALS[dial], text.strip()
    if not written:
        return None
    value = _read(known, written)
    if isinstance(value, DialProblem):
        return value
    return check_dial(dial, value, text, start) or value


def check_dial(dial: str, value: Value, text: str, start: date | None = None) -> DialProblem | None:
    """Return why a value cannot be, or None when it can. KeyError for an unknown dial."""
    known = DIALS[dial]
    wrong = _out_of_range(known, value)
    if not wrong and dial == "deadline" and start is not None and value <= start:
        wrong = f"moet na het begin van de periode liggen ({date_long(start)})"
    return _problem(known, text, wrong) if wrong else None


def _read(dial: Dial, text: str) -> Value | DialProblem:
    if dial.kind == "date":
        return _date(dial, text)
    if dial.kind == "choice":
        named = {word.lower(): code for code, word in _WORDS[dial.key].items()}
        found = text if text in _WORDS[dial.key] else named.get(text.lower())
        offered = join_words(list(_WORDS[dial.key].values()))
        return found or _problem(dial, text, f"kan niet op “{text}” staan; kies uit {offered}")
    if dial.kind == "hand":
        return _by_hand(dial, text)
    return _amount(dial, text)


def _amount(dial: Dial, text: str) -> int | Decimal | DialProblem:
    plain = text.replace("−", "-").replace(" ", "").removesuffix("%").removesuffix("uur")
    found = _NUMBER.fullmatch(plain)
    if not found:
        example = "440" if dial.kind == "whole" else "25,5"
        return _problem(dial, text, f"is een getal, zoals {example}; “{text}” is dat niet")
    sign, thousands, decimals, whole, fraction = found.groups()
    digits = (thousands or whole).replace(".", "")
    value = Decimal(f"{sign}{digits}.{decimals or fraction or 0}")
    if dial.kind == "decimal":
        return value
    if value != int(value):
        return _problem(dial, text, f"is een heel getal; “{text}” heeft cijfers achter de komma")
    return int(value)


def _date(dial: Dial, text: str) -> date | DialProblem:
    parts = [_MONTHS.get(part, part) for part in re.split(r"[-/ ]+", text.lower())]
    try:
        numbers = [int(part) for part in parts]
        if len(numbers) == 1:
            return date(numbers[0], 12, 31) if dial.key == "deadline" else date(numbers[0], 1, 1)
        year_first = numbers[0] > 31
        year, month, day = numbers if year_first else reversed(numbers)
        return date(year, month, day)
    except (ValueError, OverflowError):
        return _problem(dial, text, f"is een datum, zoals 31-12-2017; “{text}” is dat niet")


def _by_hand(dial: Dial, text: str) -> tuple[int, ...] | DialProblem:
    parts = [part for part in re.split(r"[;\s/]+", text) if part]
    if not all(re.fullmatch(r"[0-9]{1,6}", part) for part in parts):
        return _problem(dial, text, "bestaat uit hele getallen, zoals 200 20 30 25 60 50 55")
    return tuple(int(part) for part in parts)


def _out_of_range(dial: Dial, value: Value) -> str | None:
    if dial.kind == "date":
        inside = FIRST_DAY <= value <= LAST_DAY
        return None if inside else f"ligt tussen {date_long(FIRST_DAY)} en {date_long(LAST_DAY)}"
    if dial.kind == "hand":
        return _bad_hand(value)
    if dial.kind == "choice":
        return None if value in _WORDS[dial.key] else "kent deze keuze niet"
    if round(value, 2) != value:
        return "heeft hoogstens twee cijfers achter de komma"
    if dial.low <= value <= dial.high:
        return None
    if dial.key == "large_share" and value == 0:
        return "kan geen 0 % zijn: dan telt geen enkele plaatsing mee en wordt het doel nooit bereikt"
    return f"ligt tussen {number(dial.low)} en {number(dial.high)} {dial.unit}".rstrip()


def _bad_hand(values: tuple[int, ...]) -> str | None:
    if len(values) != len(SEATS):
        names = join_words([one.name for one in members(date(2019, 1, 1))])
        return f"heeft zeven getallen nodig, voor {names}"
    if sum(values) > LARGEST * len(SEATS):
        return "heeft getallen die te groot zijn"
    return None if sum(values) else "kan niet overal 0 zijn"


def _problem(dial: Dial, text: str, wrong: str) -> DialProblem:
    return DialProblem(dial.key, text, f"{dial.label} {wrong}.")
