"""What each party promised, in its own name and together with others, and what is known of it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from metrics.commitments import State
from reference.promises import named, promisers, shared
from ui.commitments_list import unknown
from ui.commitments_look import promise_lines, split_bars
from ui.commitments_state import (
    Choice,
    changed_text,
    counts_text,
    current,
    party_names,
    passing,
)
from ui.sections import address, head, section
from ui.show import show


def party_page(choice: Choice) -> None:
    """Show the promises of one party that pass the other filters."""
    found = passing(current(), choice)
    own = [one for one in found if choice.party in named(one.commitment)]
    together = [one for one in found if choice.party in shared(one.commitment)]
    _block("In eigen naam", own, "Geen enkele toezegging noemt deze partij met name.")
    _block("Samen met anderen", together, "Er zijn geen toezeggingen samen met anderen.", party=True)


def all_parties() -> None:
    """Show all parties, most promises first, each with a way to its page."""
    found = list(current().values())
    groups = []
    for code, name in party_names().items():
        mine = [one for one in found if code in named(one.commitment)]
        groups.append((name, address("afspraken", {"partij": name}), mine))
    alone = sorted((one for one in groups if one[2]), key=lambda one: -len(one[2]))
    head(
        f"{alone[0][0]} deed de meeste toezeggingen: {len(alone[0][2])} van de {len(found)}",
        "Toezeggingen waarin een partij met name staat, gesplitst naar status.",
    )
    show(split_bars(alone, "Partij", same_scale=True), "afspraken-partijen", "Toezeggingen per partij")
    _only_together(groups, found)
    unknown(found)


def _only_together(groups: Sequence[tuple[str, str, Sequence[State]]], found: Sequence[State]) -> None:
    names = {name for name, _, mine in groups if not mine}
    if not names:
        return
    listed = []
    for code, name in party_names().items():
        if name in names:
            mine = [one for one in found if code in shared(one.commitment)]
            listed.append((name, address("afspraken", {"partij": name}), mine))
    section("Alleen samen met anderen", "Zes gemeenten en IJmond Werkt! staan nergens met een eigen belofte.")
    show(split_bars(listed, "Partij", same_scale=True), "afspraken-samen", "Toezeggingen samen met anderen")


def _block(title: str, found: Sequence[State], nothing: str, party: bool = False) -> None:
    section(f"{title} ({len(found)})", counts_text(found) or nothing)
    if found:
        st.html(promise_lines(found, lambda one: _group(one) if party else changed_text(one)))


def _group(one: State) -> str:
    return promisers_text(one) if one.changed_at is None else f"{promisers_text(one)} · {changed_text(one)}"


def promisers_text(one: State) -> str:
    """Return who promised it, as the source calls them, cut where the list in brackets begins."""
    return one.commitment.party.split(" (")[0] if one.commitment.party else promisers()["niet-genoemd"].name
