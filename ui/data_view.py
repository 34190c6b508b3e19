"""The parts of Gegevens besides the import: what is said, freshness, deliveries, rows."""

from __future__ import annotations

import streamlit as st

from metrics.coverage import coverage, why_default
from reference.dutch import plural
from reference.load import targets
from storage.database import Database
from storage.deliveries import Delivery
from ui import data_deliveries, data_freshness, data_rows
from ui.access import may_edit, shows_sample
from ui.cards import note
from ui.import_state import said
from ui.import_words import plain
from ui.inbox_server import inbox_words
from ui.markup import safe
from ui.sections import head, section


def opening(data: Database) -> None:
    """Show the page's finding and what was just done."""
    why = why_default(data)
    head(data_freshness.finding(coverage(data), why, shows_sample()), data_freshness.reason(why))
    news()


def news() -> None:
    """Show what was just done."""
    sentences = said()
    if sentences:
        text = "".join(f"<p>{safe(one)}</p>" for one in sentences)
        st.html(f'<div class="rm-said" role="status">{text}</div>')
        for one in sentences:
            st.toast(plain(one))


def closed() -> None:
    """Say that this server takes no files."""
    text = "Bestanden laden en rijen bekijken staat op deze server uit."
    st.html(note(text, "Alleen kijken."))


def freshness(data: Database) -> None:
    """Show per kind and supplier how fresh the data is, and what the inbox did lately."""
    words = inbox_words(data) if may_edit() and not shows_sample() else None
    if words:
        st.html(note(words, "Postvak."))
    lines = coverage(data)
    if not lines:
        return
    section(data_freshness.coverage_finding(lines), "Wat er nu meetelt, per leverancier en soort.")
    st.html(data_freshness.coverage_table(lines, exact=may_edit()))


def deliveries(data: Database) -> None:
    """Show all deliveries, and the one that was chosen."""
    everything = data.deliveries()
    if not everything:
        return
    section(_count_finding(everything), "Nieuwste eerst.")
    chosen = data_deliveries.choose(everything)
    if chosen is not None:
        data_deliveries.opened(chosen, everything, data)
    data_deliveries.delivery_list(everything)


def _count_finding(everything: list[Delivery]) -> str:
    count, total = sum(one.active for one in everything), len(everything)
    if count == total:
        return "De enige levering telt mee" if total == 1 else f"Alle {total} leveringen tellen mee"
    verb = plural(count, "telt", "tellen")
    return f"{count} van de {total} {plural(total, 'levering', 'leveringen')} {verb} mee"


def rows(data: Database) -> None:
    """Show the rows behind the number of an agreement."""
    if not any(one.active for one in data.deliveries()):
        return
    section(
        "Van een getal terug naar de rijen", "Kies een afspraak en een peildatum. Personen staan er niet bij."
    )
    found = data_rows.ask(data)
    if found is not None:
        data_rows.table(found)


def wants_rows() -> bool:
    """Return whether the address asks for the rows of an agreement."""
    return st.query_params.get(data_rows.TARGET) in targets()


def wants_delivery(data: Database) -> Delivery | None:
    """Return the delivery that the address asks for."""
    stated = st.query_params.get(data_deliveries.OPEN)
    return next((one for one in data.deliveries() if str(one.id) == stated), None)
