"""Dutch cells read as values: numbers, amounts, counts, yes and no. A reader takes a text and its heading.

A reader never raises: what it can't read comes back as a Reading with an issue, a Dutch clause that follows
the place of the cell. Nothing is guessed: an unknown value is None, unknown hours are 0 to 40.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

from data_loaders.columns import words

UNKNOWN_HOURS = (Decimal(0), Decimal(40))
MAX_HOURS = 60  # the most a week may hold (Arbeidstijdenwet); more is hours per month, or a typing error
WEEKS_PER_MONTH = Decimal("4.348")
MISSING = frozenset(
    {"", "-", "--", ".", "..", "?", "*", "x", "n.v.t.", "nvt", "n.v.t", "null", "none", "nan", "onbekend"}
    | {"niet bekend", "geen", "geheim", "leeg", "(leeg)", "n/a", "na", "nb", "n.b.", "niet ingevuld"}
)
CELL_ERRORS = frozenset(
    {"#deel/0!", "#div/0!", "#n/b", "#n/a", "#naam?", "#name?", "#leeg!", "#null!", "#getal!", "#num!"}
    | {"#verw!", "#ref!", "#waarde!", "#value!", "#fout", "#geen_uitkomst", "#gegevens_ophalen"}
    | {"#overloop!", "#spill!", "#bereken!", "#calc!"}
)
YES = frozenset({"j", "ja", "y", "yes", "1", "x", "v", "waar", "true", "wel", "√", "✓"})
NO = frozenset({"n", "nee", "neen", "no", "0", "onwaar", "false", "niet"})


@dataclass(frozen=True)
class Reading:
    """What a cell says. `low` and `high` are equal for a plain value; `issue` is a Dutch clause.

    Warnings with the same `group` are told once, with how many cells they concern.
    """

    low: Any = None
    high: Any = None
    severity: str | None = None
    issue: str | None = None
    group: str | None = None


Reader = Callable[[str, str], Reading]
NOTHING = Reading()


def wrong(issue: str) -> Reading:
    """Return a reading that keeps its row out."""
    return Reading(severity="error", issue=issue)


def doubtful(issue: str, low: Any = None, high: Any = None, group: str | None = None) -> Reading:
    """Return a reading that is told, and kept as far as it is known."""
    return Reading(low, low if high is None else high, "warning", issue, group)


def cell_error(text: str) -> str | None:
    """Return what to say about an Excel error or a formula without an outcome, None for another text."""
    lower = text.lower()
    if lower == "#geen_uitkomst":
        return "hier staat een formule zonder uitkomst. Open het bestand in Excel en sla het opnieuw op."
    if lower in CELL_ERRORS:
        return f"hier staat de Excel-fout {text}. Verbeter de formule of maak de cel leeg."
    return None


def number(text: str) -> Decimal | None:
    """Return a Dutch number as a decimal: 1.234,56, 36,0, € 5,-, 1234,56-, (1.234), 80 %; None if it isn't.

    One dot with three digits after it separates thousands (1.011 is 1011), as in Dutch exports.
    """
    text = re.sub(r"(?i)^(€|eur|euro)\s*|\s*(€|eur|euro|%)$|\s", "", text.strip())
    negative = text.startswith(("-", "(", "−")) or (text.endswith("-") and not text.endswith(",-"))
    text = re.sub(r",[-–]+$", "", text).strip("()-−+")
    if not re.fullmatch(r"\d[\d.,]*(e[+-]?\d+)?", text, flags=re.IGNORECASE):
        return None
    if text.rfind(",") > text.rfind("."):  # 1.234,56
        text = text.replace(".", "").replace(",", ".", 1) if text.count(",") == 1 else text.replace(",", "")
    elif "," in text or re.fullmatch(r"[1-9]\d{0,2}(\.\d{3})+", text):  # 1,234.56 and 1.011
        text = text.replace(",", "") if "," in text else text.replace(".", "")
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return -value if negative else value


def read_amount(text: str, heading: str = "") -> Reading:
    """Read an amount in euros, in cents exact."""
    if text.lower() in MISSING:
        return NOTHING
    value = number(text)
    if cell_error(text) or value is None or abs(value) >= 10**10:
        return wrong(cell_error(text) or f'"{text}" is geen bedrag. Schrijf het bedrag als 1.234,56.')
    value = value.quantize(Decimal("0.01"), ROUND_HALF_UP)
    return Reading(value, value)


def read_count(text: str, heading: str = "") -> Reading:
    """Read a number of people or jobs; "<5" is 1 to 4, "-" is none, "." is secret and keeps the row out."""
    if match := re.fullmatch(r"<\s*(\d{1,3})", text):
        high = max(int(match[1]) - 1, 0)
        return Reading(min(1, high), high)
    if text == "-":
        return Reading(0, 0)
    if text.lower() in MISSING:
        return wrong(f'het aantal is geheim of onbekend ("{text}"), dus de rij telt niet. Laat de rij weg.')
    return whole_number(text, 0, 10**9, "heel aantal", 12)


def whole_number(text: str, least: int, below: int, what: str, example: int) -> Reading:
    """Read a whole number from `least` to under `below`; else an error that it is no `what` in Dutch."""
    value = number(text)
    if cell_error(text) or value is None or value != value.to_integral_value() or not least <= value < below:
        return wrong(cell_error(text) or f'"{text}" is geen {what}. Vul een getal in, zoals {example}.')
    return Reading(int(value), int(value))


def read_boolean(text: str, heading: str = "") -> Reading:
    """Read yes or no; a blank is unknown, never no."""
    if cell_error(text):
        return wrong(cell_error(text) or "")
    lower = text.lower().rstrip(".")
    first = words(text)[0] if words(text) else lower
    if lower in YES or (first in YES and len(first) > 1) or first == "ja":
        return Reading(True, True)
    if lower in NO or first in {"nee", "neen", "niet", "geen"}:
        return Reading(False, False)
    if lower in MISSING or lower == "":
        return NOTHING
    return doubtful(f'"{text}" is geen ja of nee en blijft onbekend. Vul J of N in.', group=text)


def rounded_hours(value: Decimal) -> Decimal:
    """Return hours with two decimals, rounded down so that 24,999 doesn't become 25."""
    return value.quantize(Decimal("0.000001"), ROUND_HALF_UP).quantize(Decimal("0.01"), ROUND_DOWN)
