"""What Dienstverlening can't tell."""

from __future__ import annotations

from collections.abc import Sequence

from metrics.service import NOBODY, UNKNOWN, Offered, Timed, counted
from reference.dutch import join_words
from ui.cards import definitions
from ui.service_data import NORM
from ui.service_offers import NAMES
from ui.service_view import many


def unknown(rows: Sequence[Timed], found: Sequence[Offered]) -> str:
    """Return the list of what is not known, with how many vacancies it concerns."""
    pairs = [("Wat de norm zegt", NORM.note)]
    if count := counted(rows, UNKNOWN):
        text = f"Bij {many(count)} is niet te bepalen of die binnen de norm viel: het tijdstip ontbreekt."
        pairs.append(("Alleen een dag bekend", text))
    if count := counted(rows, NOBODY):
        text = "is geen eerste kandidaat geleverd. Was die er niet, of is het niet vastgelegd?"
        pairs.append(("Zonder kandidaat", f"Bij {many(count)} {text}"))
    missing = [name for code, name in NAMES.items() if not any(one.instruments[code][1] for one in found)]
    if missing:
        pairs.append(("Instrumenten", f"Over {join_words(missing)} bij vacatures is niets geleverd."))
    return definitions([*pairs, *_ALWAYS])


_ALWAYS = (
    ("Geschikt", "Of een kandidaat geschikt was, beoordeelt wie levert. Een maatstaf staat in geen bron."),
    (
        "Vacature en plaatsing",
        "Een plaatsing verwijst niet naar een vacature. Of snel vinden ook lang blijven is, is niet te zien.",
    ),
    ("Na het werk", "Waarom iemand stopte en of daarna ander werk volgde, wordt niet geleverd."),
)
