"""A forecast in words that need no statistics: natural frequencies, never 0 or 100 %."""

from __future__ import annotations

from metrics.forecast import Forecast, NoForecast
from metrics.forecast_model import YEAR
from metrics.forecast_stock import StockForecast
from reference.dutch import date_long, number

RARE = 0.05
REASONS = {
    "voorbij": "de periode is voorbij: dit is het resultaat",
    "geen termijn": "de afspraak heeft geen einddatum",
    "geen getal in bron": "de bron noemt geen getal",
    "niets geleverd": "er is niets om op voort te bouwen",
    "te weinig gegevens": f"te weinig gegevens: minstens {YEAR} maanden nodig",
    "geen verloop": "van deze telling is geen verloop te tonen, omdat de aantallen per maand te klein zijn",
    "eigen aanname": "hoeveel er stopt vult u hier zelf in, en over een aanname is geen kans te geven",
    "uitstel": "uitstel is een keuze, en over een keuze is geen kans te geven",
    "andere begindatum": "vanaf een andere begindatum is het verloop niet te tonen",
    "andere gemeenten": "van de zeven gemeenten samen is het verloop niet te tonen",
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


def stock_explained(found: StockForecast | NoForecast, unit: str) -> str:
    """Return in plain words where a stock stands later, and how many come in and leave per month."""
    if isinstance(found, NoForecast):
        return f"Geen prognose: {REASONS[found.reason]}."
    stock = found.stock
    end, low, high = (number(value) for value in (stock.end, stock.low, stock.high))
    entering, leaving = number(found.entering), number(found.leaving)
    balance = "De stand groeit" if found.entering > found.leaving else "De stand daalt"
    if entering == leaving:
        balance = "De stand blijft ongeveer gelijk"
    return (
        f"{balance}: het laatste jaar begonnen er per maand gemiddeld {entering} en stopten er {leaving}. "
        f"Gaat dat zo door, dan lopen er op {date_long(stock.deadline)} ongeveer {end} {unit}; "
        f"in 8 van de 10 gevallen {low} tot en met {high}."
    )
