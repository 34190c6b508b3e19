"""A scenario as a short code for the address: "d440.r25.e2017-12-31".

Each part is the letter of a dial and its value: a whole number, a number with "_" for the comma, a date, or
the sign of a choice. Dials at today's truth are left out, so no dials give an empty code.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from metrics.scenario import Scenario
from metrics.scenario_dials import DIALS, Dial, Value, check_dial

_BY_LETTER = {dial.letter: dial for dial in DIALS.values()}
_FORMS = {
    "whole": re.compile(r"[0-9]{1,9}"),
    "decimal": re.compile(r"-?[0-9]{1,9}(_[0-9]{1,2})?"),
    "date": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    "hand": re.compile(r"[0-9]{1,6}(-[0-9]{1,6})*"),
    "choice": re.compile(r"[0-9a-z]+"),
}
# An address is cut off somewhere; what is longer was not written by us.
LONGEST = 400


@dataclass(frozen=True)
class Decoded:
    """A scenario read from an address; `notes` say in Dutch which parts were left out, and why."""

    scenario: Scenario
    notes: tuple[str, ...]


def encode(scenario: Scenario) -> str:
    """Return the code of a scenario; `decode` gives exactly the same scenario back."""
    return ".".join(f"{DIALS[dial].letter}{_write(DIALS[dial], v)}" for dial, v in scenario.turned().items())


def decode(code: str) -> Decoded:
    """Return the scenario of a code. Never raises: a part that cannot be read is left out, with a note."""
    if len(code) > LONGEST:
        return Decoded(Scenario(), ("Het adres van dit scenario is te lang en is niet gelezen.",))
    found: dict[str, Value] = {}
    notes = []
    for part in filter(None, code.split(".")):
        dial = _BY_LETTER.get(part[0])
        value = _read(dial, part[1:]) if dial else None
        if value is None:
            notes.append(f"Het deel “{part}” van het adres is onbekend en telt niet mee.")
        elif problem := check_dial(dial.key, value, part[1:]):
            notes.append(f"{problem.message} Het adres zegt “{part}”; dat telt niet mee.")
        else:
            found[dial.key] = value
    return Decoded(Scenario(**found), tuple(notes))


def _write(dial: Dial, value: Value) -> str:
    if dial.kind == "date":
        return value.isoformat()
    if dial.kind == "choice":
        return {word: sign for sign, word in dial.code}[value]
    if dial.kind == "hand":
        return "-".join(map(str, value))
    if dial.kind == "whole":
        return str(value)
    plain = f"{value:f}"
    return (plain.rstrip("0").rstrip(".") if "." in plain else plain).replace(".", "_")


def _read(dial: Dial, text: str) -> Value | None:
    if not _FORMS[dial.kind].fullmatch(text):
        return None
    if dial.kind == "choice":
        return dict(dial.code).get(text)
    if dial.kind == "hand":
        return tuple(int(number) for number in text.split("-"))
    if dial.kind == "whole":
        return int(text)
    if dial.kind == "decimal":
        return Decimal(text.replace("_", "."))
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
