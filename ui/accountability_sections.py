"""The sections of the accountability page, in their order, and what was searched or linked to."""

from __future__ import annotations

from datetime import date
from urllib.parse import quote

import streamlit as st

from reference.dutch import date_long
from reference.load import commitments, contradictions, targets
from ui import accountability_view as view
from ui import delivered_view as delivered
from ui import published_view as published
from ui.access import may_edit
from ui.cards import empty_state, note
from ui.entry_list import entry_list, entry_terms
from ui.markup import link, safe
from ui.register_entries import KINDS, Entry, entries, entry, matching

ALL = "Alles"
ELSEWHERE = {
    "Afspraken": "/afspraken",
    "het Lokaal Sociaal Akkoord": "/sociaal-akkoord",
    "het Werkbedrijf": "/werkbedrijf",
    "de doe-agenda": "/doe-agenda",
}


def chosen_entry(key: str, as_of: date | None) -> None:
    """Draw the entry that the address asks for, with its current standing, on top."""
    one = entry(key) or delivered.entry_of(key)
    if one is None:
        text = f"Er is geen vermelding met de code {key}. Zoek hierboven op een woord."
        st.html(note(text, "Niet gevonden."))
        return
    st.header(one.title, anchor=False)
    st.html(f'<p class="rm-source">{safe(one.code)} · {safe(KINDS[one.kind].split(":")[0])}</p>')
    if now := view.standing_now(key, as_of):
        st.html(now)
    if as_of and may_edit() and key in targets() and targets()[key].metric:
        where = f"/gegevens?rijen={key}&peildatum={quote(date_long(as_of))}"
        st.html(f'<p class="rm-source">{link("Rijen achter dit getal", where)} (voor de analist)</p>')
    st.html(entry_terms(one))


def results(words: str) -> None:
    """Draw the entries that hold all the words."""
    found = matching(words)
    what = "vermelding" if len(found) == 1 else "vermeldingen"
    st.header(f"{len(found)} {what} met ‘{words.strip()}’", anchor=False)
    for kind, title in KINDS.items():
        if inside := [one for one in found if one.kind == kind]:
            st.subheader(f"{title} ({len(inside)})", anchor=False)
            st.html(entry_list(inside))


def draw(section: str, as_of: date | None) -> None:
    """Draw one section, or all."""
    for name, drawn in SECTIONS.items():
        if section in (ALL, name):
            drawn(as_of)


def _rules(as_of: date | None) -> None:
    if as_of is None:
        st.header("Vier telregels voor dezelfde plaatsingen", anchor=False)
        remedy = "Lever plaatsingen aan; dan staat hier wat elke telregel geeft."
        st.html(empty_state("Vier telregels naast elkaar", remedy, "/gegevens", "Naar Gegevens"))
        return
    st.header(view.rules_headline(as_of), anchor=False)
    st.html(view.rules_table(as_of))


def _terms(_: date | None) -> None:
    st.header("Elk begrip heeft één formule, voor elk scherm dezelfde", anchor=False)
    st.html(entry_list(_of("begrip")))


def _agreements(as_of: date | None) -> None:
    st.header("Elke afspraak staat op een regel in een stuk", anchor=False)
    for kind in ("doel", "mijlpaal", "cijfer", "geld", "regel"):
        st.subheader(KINDS[kind], anchor=False)
        st.html(entry_list(_of(kind)))
        if kind == "doel":
            delivered.draw_all(as_of)
    pages = ", ".join(link(name, href) for name, href in ELSEWHERE.items())
    st.html(
        f"<p>Daarnaast zijn er {len(commitments())} toezeggingen zonder getal. Ze staan bij {pages}; "
        "met zoeken vindt u ze allemaal.</p>"
    )


def _contradictions(_: date | None) -> None:
    st.header(f"Op {len(contradictions())} punten spreken de stukken elkaar of zichzelf tegen", anchor=False)
    st.html(entry_list(_of("tegenspraak")))


def _published(as_of: date | None) -> None:
    if as_of is None:
        return
    st.header(published.published_headline(), anchor=False)
    st.html(published.published_table())
    if remark := published.sample_remark():
        st.html(note(remark))


def _disclosure(_: date | None) -> None:
    st.header("Kleine aantallen zijn afgeschermd, ook tegen terugrekenen", anchor=False)
    st.html(view.disclosure_rules())


def _quality(_: date | None) -> None:
    found = view.quality()
    st.header(view.quality_headline(found), anchor=False)
    if found:
        st.html(view.quality_table(found))


def _region(_: date | None) -> None:
    st.header("De regio ging van negen naar zeven gemeenten", anchor=False)
    st.html(view.membership())


def _documents(_: date | None) -> None:
    st.header("Alles rust op vijf stukken", anchor=False)
    st.html(view.documents_table())


def _of(kind: str) -> list[Entry]:
    return [one for one in entries() if one.kind == kind]


SECTIONS = {
    "Telregels": _rules,
    "Gepubliceerde cijfers": _published,
    "Begrippen en formules": _terms,
    "Afspraken": _agreements,
    "Tegenspraken": _contradictions,
    "Afscherming": _disclosure,
    "Kwaliteit": _quality,
    "Gemeenten in de regio": _region,
    "Stukken": _documents,
}
