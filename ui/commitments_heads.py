"""The finding of a party's page: how much it promised, and of how much nothing is known."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from metrics.commitments import State
from ui.cards import note
from ui.commitments_state import UNKNOWN, Choice, party_names, promises_text
from ui.sections import head

_NOTES = {
    "grote-werkgevers": "Wie de vijftien zijn, staat niet in de stukken.",
    "onderwijs": "Het convenant noemt voor het onderwijs geen eigen inspanningen.",
    "niet-genoemd": "Bij deze toezeggingen zeggen de stukken niet van wie ze zijn.",
    "corporaties": "Het akkoord noemt drie corporaties, de brief van 2015 twee daarvan.",
}


def party_head(choice: Choice, found: Sequence[State]) -> None:
    """Show the finding of one party, and what the documents leave open about it."""
    name, missing = party_names()[choice.party], sum(one.status in UNKNOWN for one in found)
    head(
        f"{name}: {promises_text(len(found))}, van {missing} is niet bekend wat ervan kwam",
        "Beloften in eigen naam, en beloften die de partij samen met anderen deed.",
    )
    if choice.party in _NOTES:
        st.html(note(_NOTES[choice.party]))
