"""A forecast in words that need no statistics: natural frequencies, never 0 or 100 %."""

from __future__ import annotations

from metrics.forecast import Forecast, NoForecast
from metrics.forecast_model import YEAR
from reference.dutch import date_long, number

RARE = 0.05
REASONS = {
    "voorbij": "de periode is voorbij: dit is het resultaat",
    "geen termijn": "de afspraak heeft geen einddatum",
    "geen getal in bron": "de bron noemt geen getal",
    "niets geleverd": "er is niets om op voort te bouwen",
    "te weinig gegevens": f"te weinig gegevens: minstens {YEAR} maanden nodig",
}


def chance(probability: float) -> str:
    """Return a chance as "waarschijnlijk (7 op 10)"; the ends are "minder dan 1 op 20" and the mirror."""
    if probability < RARE:
        return "zeer onwaarschijnlijk (minder dan 1 op 20)"
    if probability > 1 - RARE:
        return "zeer waarschijnlijk (meer dan 19 op 20)"
    tenths = min(max(round(probability * 10), 1), 9)
    word = "onwaarschijnlijk" if tenths <= 3 else "waarschijnlijk" if tenths >= 7 else "kan beide kanten op"
    return f"{word} ({tenths} op 10)"


def outcome(found: Forecast, unit: str) -> str:
    """Return where it ends, as a sentence with its date and band."""
    places = 0 if all(float(value).is_integer() for value in (found.end, found.low, found.high)) else 1
    end, low, high = (number(value, places) for value in (found.end, found.low, found.high))
    return (
        f"Naar verwachting {end} {unit} op {date_long(found.deadline)}; "
        f"in 8 van de 10 gevallen {low} tot en met {high}."
    )


def reaching(found: Forecast) -> str:
    """Return the chance of reaching the target as a sentence, or nothing without a goal."""
    return "" if found.probability is None else f"Het doel halen: {chance(found.probability)}."


def explained(found: Forecast | NoForecast, unit: str) -> str:
    """Return a forecast in one or two sentences, or why there is none."""
    if isinstance(found, NoForecast):
        return f"Geen prognose: {REASONS[found.reason]}."
    return f"{outcome(found, unit)} {reaching(found)}".strip()
