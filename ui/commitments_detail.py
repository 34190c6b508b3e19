"""One promise with all that is known of it: what was agreed, what became of it, its number, its history."""

from __future__ import annotations

import re

import streamlit as st

from metrics.commitments import State, citation, day_of
from reference.dutch import LABELS, date_long
from reference.load import documents, targets
from reference.promises import known, named, promisers, shared
from storage.register_log import stated as values_of
from ui.access import default_date
from ui.accountability_view import standing_now
from ui.cards import note
from ui.commitments_edit import editor
from ui.commitments_form import promise_fields
from ui.commitments_history import history
from ui.commitments_look import known_pairs, pairs_html, stated_text, status_mark
from ui.commitments_parts import who
from ui.commitments_state import PILLARS, agreement_names, agreement_of, current, party_names, period_of
from ui.markup import link, safe
from ui.register_entries import entry, entry_url
from ui.sections import address, head, section

_CODE = re.compile(r"\b(?:T|R|B|D|C)-[A-Z0-9]*-?\d+\b")


def detail(key: str) -> None:
    """Show one promise; an unknown key is said, with the way back."""
    one = current().get(key)
    if one is None:
        head("Deze toezegging is er niet", "De code in het adres hoort bij geen enkele toezegging.")
        st.html(note("Zoek in de lijst, of met het zoekvak in het menu.", "Niet gevonden."))
        return
    stated = one.commitment
    head(f"{stated.commitment}: {one.status}", f"{stated.key} · {stated.party} · {period_of(stated)}")
    st.html(f'<p class="rm-conclusion">{status_mark(one.status)}<span>{safe(_conclusion(one))}</span></p>')
    who()
    section("Wat er bekend is")
    st.html(pairs_html(known_pairs(one)[0 if one.is_stated else 1 :]))
    fields = promise_fields(values_of(one.history), one.computed, stated.party)
    editor(stated.key, fields, past=False)
    _numbers(stated.indicator)
    section("Wat er is afgesproken", "In onze woorden; de bron staat erbij.")
    st.html(pairs_html(_agreed(one)))
    section("Geschiedenis")
    history(one.history)
    _unknown(one)


def _conclusion(one: State) -> str:
    if one.is_stated:
        return one.evidence or stated_text(one)
    return one.because


def _agreed(one: State) -> list[tuple[str, str]]:
    stated, agreement = one.commitment, agreement_names()[agreement_of(one.commitment)]
    of = [link(party_names()[code], address("afspraken", {"partij": party_names()[code]}))
          for code in (*named(stated), *shared(stated)) if code in party_names()]  # fmt: skip
    pillars = ", ".join(PILLARS[stated.pillar])
    inside = f"{documents()[stated.document].title}, r. {stated.lines}"
    return [
        ("Van wie", safe(stated.party)),
        ("Partijen", ", ".join(of)),
        ("Overeenkomst", link(agreement, address("afspraken", {"overeenkomst": agreement}))),
        ("Pijler", safe(pillars)),
        ("Periode", safe(period_of(stated))),
        ("Maat", _linked(stated.indicator)),
        ("Eenheid", safe(stated.unit)),
        ("Telregel", _linked(stated.counting_rule)),
        ("Gebied", safe(stated.scope)),
        ("Sterkte", safe(LABELS["commitment"][stated.strength])),
        ("Stuk", safe(f"{inside} ({documents()[stated.document].date_text})")),
        ("Let op", safe(stated.note)),
    ]


def _linked(text: str) -> str:
    """Return a text in which every code of the register leads to its definition."""
    parts, last = [], 0
    for found in _CODE.finditer(text):
        parts += [safe(text[last : found.start()])]
        one = entry(found[0])
        parts += [link(f"{one.title} ({one.key})", entry_url(one.key)) if one else safe(found[0])]
        last = found.end()
    return "".join([*parts, safe(text[last:])])


def _numbers(indicator: str) -> None:
    keys = [key for key in _CODE.findall(indicator) if entry(key)]
    if not keys:
        return
    section("Het getal dat erbij hoort", "De stand uit de aangeleverde rijen, afgeschermd waar dat moet.")
    for key in keys:
        now = standing_now(key, default_date()) if key in targets() else ""
        bare = f'<p class="rm-small">{safe(entry(key).tail or "een mijlpaal, geen getal")}</p>'
        way = f'<p class="rm-source">{link(f"{entry(key).title}: bron en telregel", entry_url(key))}</p>'
        st.html((now or bare) + way)


def _unknown(one: State) -> None:
    stated, seen = one.commitment, known().get(one.commitment.key)
    section("Wat we niet weten")
    sentences = []
    if seen and one.status != "gedaan":
        sentences.append(f"Wat er na {day_of(seen)} gebeurde ({citation(seen.document, seen.lines)}).")
    elif one.status in ("geen bewijs", "geen getal"):
        sentences.append("Of het is gedaan: geen stuk en geen levering zegt het.")
    if "geen maat" in stated.indicator:
        sentences.append("Waaraan te zien is dat het klaar is: de bron noemt geen maat.")
    if stated.period_end is None:
        sentences.append("Wanneer het klaar moet zijn: de bron noemt geen einddatum.")
    if one.due is None:
        sentences.append("Wanneer de volgende stap is: daarover is niets afgesproken.")
    elif one.changed_at:
        sentences.append(f"Of de volgende stap van {date_long(one.due)} is gezet, totdat iemand dat invoert.")
    if not any(promisers()[code].members == () for code in named(stated)):
        sentences.append("Wie er binnen de groep het voortouw neemt.")
    st.html("<ul>" + "".join(f"<li>{safe(text)}</li>" for text in sentences) + "</ul>")
