"""What the page about the doe-agenda cannot tell."""

from __future__ import annotations

from collections.abc import Sequence

from metrics.agenda import Action
from metrics.agenda_money import Fund
from reference.dutch import join_words
from ui.doe_agenda_data import Listed
from ui.markup import safe


def unknown(found: Listed, money: Sequence[Fund]) -> str:
    """Return the gaps as a list: of the sources, of the delivery, and of what numbers can tell at all."""
    items = [
        "De doe-agenda zelf en het addendum zijn bijlagen bij het besluit, en zitten niet bij de bronnen. "
        "Acties met trekker, streefwaarde en geld kent de monitor alleen als iemand ze levert.",
        *_missing(found.delivered),
        *_without_money(money),
        "Effecten zijn deels pas later te zien (besluit, r. 341-345). Wat er begon, zegt niet dat een actie "
        "de oorzaak was.",
        "Of een streefwaarde bij de acties is vastgesteld en door wie, staat niet in de levering.",
    ]
    return '<ul class="rm-gaps">' + "".join(f"<li>{safe(one)}</li>" for one in items) + "</ul>"


def _missing(found: Sequence[Action]) -> list[str]:
    """Return how many of the listed actions lack something, in one sentence."""
    lacks = {
        "een pijler": sum(not one.pillars for one in found),
        "een trekker": sum(one.owner is None for one in found),
        "een streefwaarde": sum(one.target_low is None for one in found),
        "een stand": sum(one.realised is None for one in found),
        "een bedrag": sum(one.amount is None for one in found),
        "een status": sum(one.status is None for one in found),
        "een einddatum": sum(one.end is None for one in found),
    }
    told = [f"{what} ontbreekt bij {count}" for what, count in lacks.items() if count]
    if not told:
        return []
    return [f"Van de {len(found)} acties in de lijst: {join_words(told)}."]


def _without_money(money: Sequence[Fund]) -> list[str]:
    names = [fund.name for fund in money if fund.available is None]
    return [f"Beschikbaar geld is niet bekend voor: {join_words(names)}."] if names else []
