"""The filters of the register of actions: area, pillar and level, in the address like every filter."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from metrics.agenda import END, Action, narrowed, places_of
from metrics.cells import REGION, SUBREGIONS
from reference.dutch import LABELS
from reference.load import members

ALL_PLACES, ALL_PILLARS, ALL_LEVELS = "Hele regio", "Alle pijlers", "Regionaal en lokaal"


@dataclass(frozen=True)
class Chosen:
    """What the filters ask: the code of an area, of a pillar and of a level; None is any."""

    place: str
    pillar: str | None
    level: str | None

    def of(self, found: tuple[Action, ...]) -> tuple[Action, ...]:
        """Return the actions that the filters leave."""
        return narrowed(found, places_of(self.place, members(END)), self.pillar, self.level)

    @property
    def words(self) -> str:
        """What is listed, as the end of a sentence; empty without a filter."""
        name = next((one.name for one in members(END) if one.code == self.place), self.place)
        parts = [
            "" if self.place == REGION else f"voor {name} of de hele regio",
            f"pijler {LABELS['pillar'][self.pillar]}" if self.pillar else "",
            f"alleen {self.level}" if self.level else "",
        ]
        return ", ".join(part for part in parts if part)


def choose() -> Chosen:
    """Draw the three filters; return what they ask."""
    places = {ALL_PLACES: REGION} | {name: name for name in SUBREGIONS}
    places |= {one.name: one.code for one in members(END)}
    pillars = {ALL_PILLARS: None} | {name: code for code, name in LABELS["pillar"].items()}
    levels = {ALL_LEVELS: None} | {name: code for code, name in LABELS["action_level"].items()}
    where = _select("Gebied", places, "gebied", "Acties van dit gebied, en acties voor de hele regio.")
    pillar = _select("Pijler", pillars, "pijler", "Acties van één pijler van de doe-agenda.")
    level = _select("Schaal", levels, "schaal", "Acties van de regio, of van één gemeente zelf.")
    return Chosen(where, pillar, level)


def _select(label: str, options: dict, key: str, help_text: str):
    return options[st.selectbox(label, list(options), key=key, bind="query-params", help=help_text)]
