"""What Participatie does not know: what was not delivered, and what the numbers cannot say."""

from __future__ import annotations

import streamlit as st

from reference.dutch import join_words, number
from reference.load import contradictions, figures
from ui.markup import safe
from ui.participation_access import Choice, clients, followed, spoken
from ui.participation_look import chapter
from ui.participation_stock import absent

ALWAYS = (
    "Herkomst leest deze monitor nooit per persoon in. Wat de strategie daarover noemt, gaat over heel "
    "Nederland.",
    "Of iemand bij een klantgroep hoort, staat alleen vast als de gemeente het levert. Wij leiden het "
    "niet af uit het werk of de voorziening.",
    "Of een gesprek, traject of plaatsing door de strategie kwam, is uit aantallen niet op te maken.",
)


def draw(chosen: Choice | None) -> None:
    """Draw the last chapter."""
    chapter("Wat we niet weten", "niet-weten")
    said = [*(_missing(chosen) if chosen else ()), *ALWAYS, _groups()]
    items = "".join(f"<li>{safe(one)}</li>" for one in said)
    st.html(f'<ul class="rm-plain">{items}</ul>')


def _missing(chosen: Choice) -> list[str]:
    found, talked, paths = [], spoken(chosen), followed(chosen)
    if without := absent(chosen):
        found.append(f"Van het bestand van {chosen.name} is niet geleverd: {join_words(without)}.")
    if clients(chosen.code).last(chosen.as_of, "client_group") is None:
        found.append(f"Van {chosen.name} is geen indeling in klantgroepen geleverd.")
    if talked is None:
        found.append(f"Van {chosen.name} zijn geen participatiegesprekken geleverd.")
    elif not talked.persons:
        found.append(
            "De gesprekken hebben geen klantnummer. Daarom is niet bekend hoeveel mensen er zijn "
            "gesproken, en wie van hen daarna een traject of werk kreeg."
        )
    if paths is None:
        found.append(f"Van {chosen.name} zijn geen trajecten geleverd.")
    elif len(paths.suppliers) == 1:
        found.append("Trajecten komen van één leverancier. Wat andere aanbieders deden, is niet bekend.")
    if chosen.is_haarlem:
        known = number(figures()["C-08"].low)
        found.append(
            f"Waarom de strategie ruim {known} mensen noemt en het bestand een ander getal: eenheid en "
            "datum verschillen, en de bron zegt niet hoe er is geteld."
        )
    return found


def _groups() -> str:
    one = next(one for one in contradictions() if one.key == "K-13")
    return f"{one.reading_one} {one.reading_two} {one.how_we_read}"
