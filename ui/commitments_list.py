"""The promises as a list: how it stands per agreement, the filters, and each promise as a line that opens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from metrics.commitments import NOT_ENFORCEABLE, RULES, State, tally
from storage.register_fields import STATUSES
from ui import filters
from ui.commitments_heads import party_head
from ui.commitments_look import pairs_html, promise_lines, split_bars, status_mark
from ui.commitments_parts import open_promise
from ui.commitments_state import (
    ALL,
    UNKNOWN,
    Choice,
    agreement_names,
    agreement_of,
    changed_text,
    current,
    finding,
    party_names,
    passing,
    pillar_names,
    promises_text,
)
from ui.markup import safe
from ui.sections import address, head, part, section, small
from ui.show import show

_WITH_ARTICLE = {
    "lsa": "het Lokaal Sociaal Akkoord",
    "werkbedrijf": "het convenant Werkbedrijf",
    "participatie": "de participatiestrategie van Haarlem",
    "raa": "de regionale aanpak",
}


def ask() -> Choice:
    """Ask for agreement, party, pillar and status, or for one promise; all stand in the address."""
    with filters.bar():
        agreement = _pick("Overeenkomst", agreement_names(), "overeenkomst")
        party = _pick("Partij", party_names(), "partij")
        pillar = _pick("Pijler", {name: name for name in pillar_names()}, "pijler")
        status = _pick("Status", {name: name for name in STATUSES}, "status")
        open_promise()
    return Choice(agreement, party, pillar, status)


def opening(choice: Choice) -> None:
    """Show the page's finding, what it is about, and without any filter how it stands per agreement."""
    found = passing(current(), choice)
    if choice.party:
        party_head(choice, found)
        return
    whose = "de {} toezeggingen" if choice == Choice() else "deze {} toezeggingen"
    head(
        finding(found, whose) if found else "Bij deze keuze is er geen enkele toezegging",
        "Wat partijen beloofden in vijf stukken uit 2014 tot en met 2020, en wat er nu van bekend is.",
    )
    if choice == Choice():
        _overview()


def _overview() -> None:
    """Show per agreement how many promises have which status."""
    found = list(current().values())
    groups = []
    for code, name in agreement_names().items():
        mine = [one for one in found if agreement_of(one.commitment) == code]
        groups.append((name, address("afspraken", {"overeenkomst": name}), mine))
    section(_least_known(found), "Aantal toezeggingen per overeenkomst, gesplitst naar status.")
    show(split_bars(groups, "Overeenkomst", same_scale=True), "afspraken-stand", "Toezeggingen per status")


def listing(choice: Choice) -> None:
    """Show every promise that passes the filters, per agreement."""
    found = passing(current(), choice)
    section(f"{promises_text(len(found))} in de lijst", "Open een regel voor alles wat ervan bekend is.")
    for code, name in agreement_names().items():
        mine = [one for one in found if agreement_of(one.commitment) == code]
        if mine:
            part(f"{name} ({len(mine)})")
            st.html(promise_lines(mine, _tail))


def rules() -> None:
    """Write down how a status comes about."""
    section("Zo komt een status tot stand")
    pairs = [(status, f"{status_mark(status)}<br>{safe(text)}") for status, text in RULES]
    st.html(pairs_html(pairs))
    small(
        "Wie mag wijzigen, kan een status zelf zetten. Dan staat erbij wie dat deed, wanneer, en wat er "
        f"eerst stond. {NOT_ENFORCEABLE}"
    )


def unknown(found: Sequence[State]) -> None:
    """Say what is not known about these promises."""
    counts = tally(found)
    missing = sum(counts[status] for status in UNKNOWN)
    no_step = sum(one.next_step is None for one in found)
    open_ended = sum(one.commitment.period_end is None for one in found)
    section("Wat we niet weten")
    sentences = [
        f"Van {missing} van de {len(found)} toezeggingen zegt geen stuk, telling of invoer wat ervan kwam.",
        f"Bij {no_step} is geen volgende stap afgesproken.",
        f"Bij {open_ended} noemt de bron geen einddatum; te laat kan dan niet." if open_ended else "",
        "De stukken stoppen in 2020. Wat daarna gebeurde, staat hier alleen als iemand het invoert of "
        "aanlevert.",
    ]
    st.html("".join(f"<p>{safe(text)}</p>" for text in sentences if text))


def _tail(one: State) -> str:
    return one.owner if one.changed_at is None else f"{one.owner} · {changed_text(one)}"


def _pick(label: str, names: dict[str, str], key: str) -> str | None:
    """Ask for one of the names and return its code; a code in the address is read as its name."""
    stated = st.query_params.get(key)
    if stated in names and names[stated] != stated:
        st.query_params[key] = names[stated]
        st.rerun()
    codes = {name: code for code, name in names.items()}
    return codes.get(st.selectbox(label, [ALL, *codes], key=key, bind="query-params"))


def _least_known(found: Sequence[State]) -> str:
    """Return which agreement has the largest share of promises of which nothing is known."""
    total, missing = Counter(), Counter()
    for one in found:
        total[agreement_of(one.commitment)] += 1
        missing[agreement_of(one.commitment)] += one.status in UNKNOWN
    most = max(total, key=lambda code: missing[code] / total[code])
    return (
        f"Het minst is bekend over {_WITH_ARTICLE[most]}: van {missing[most]} van de {total[most]} "
        "toezeggingen niet wat ervan kwam"
    )
