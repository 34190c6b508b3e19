"""A turned dial in as few words as a label has room for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from metrics.scenario import Scenario
from metrics.scenario_dials import Value
from metrics.scenario_words import figure, in_words
from reference.dutch import date_short, plural

_WORDS: dict[str, Callable[[Value], str]] = {
    "target": lambda value: f"doel {figure(value)}",
    "threshold": lambda value: f"minstens {figure(value)} uur",
    "hours_per_job": lambda value: f"{figure(value)} uur is één baan",
    "sector": lambda value: f"{'' if value == 'beide' else 'alleen '}{in_words('sector', value)}",
    "members": lambda _: "zeven gemeenten",
    "pace": lambda value: f"{figure(value)} per maand",
    "extra": lambda value: f"{'+' if value > 0 else ''}{figure(value)} per maand",
    "outflow": lambda value: f"uitstroom {figure(value)} % per maand",
    "mean_hours": lambda value: f"gemiddeld {figure(value)} uur",
    "large_share": lambda value: f"{figure(value)} % boven de urengrens",
    "spread": lambda value: f"verdeeld {in_words('spread', value)}",
    "by_hand": lambda _: "eigen getallen",
    "delay": lambda value: f"{figure(value)} {plural(value, 'maand', 'maanden')} later",
}
_DATES = {"deadline": "t/m", "start": "vanaf"}


def short(dial: str, value: Value) -> str:
    """Return where a dial stands, with just enough of its name: "doel 440", "t/m 31 dec 2017"."""
    if isinstance(value, date):
        return f"{_DATES[dial]} {date_short(value)}"
    if dial in _WORDS:
        return _WORDS[dial](value)
    return in_words(dial, value)


def summary(scenario: Scenario) -> str:
    """Return what a scenario changes, as a label: "Doel 440, t/m 31 dec 2017"."""
    said = ", ".join(short(dial, value) for dial, value in scenario.turned().items()) or "zoals nu"
    return said[:1].upper() + said[1:]
