"""The parts of Gegevens: what is said, loading files, receipts, freshness, deliveries, rows."""

from __future__ import annotations

import streamlit as st

from data_loaders.templates import TEMPLATES, template
from metrics.coverage import coverage, why_default
from reference.dutch import plural
from reference.load import targets
from storage.database import Database
from storage.deliveries import Delivery
from ui import data_actions as actions
from ui import data_deliveries, data_freshness, data_rows
from ui.access import OWN, library, may_edit, shows_sample
from ui.cards import empty_state, note
from ui.data_queue import receive, round_number, said, waiting
from ui.data_receipt import receipt
from ui.data_report import choice_of, plan, report
from ui.data_words import files_text, kind_label
from ui.inbox_server import inbox_words
from ui.markup import safe
from ui.sections import head, section

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def opening(data: Database) -> None:
    """Show the page's finding and what was just done."""
    why = why_default(data)
    head(data_freshness.finding(coverage(data), why, shows_sample()), data_freshness.reason(why))
    news = said()
    if news:
        text = "".join(f"<p>{safe(one)}</p>" for one in news)
        st.html(f'<div class="rm-said" role="status">{text}</div>')
        for one in news:
            st.toast(one)


def closed() -> None:
    """Say that this server takes no files."""
    text = "Bestanden laden en rijen bekijken staat op deze server uit."
    st.html(note(text, "Alleen kijken."))


def loading(data: Database) -> None:
    """Show the way in: first one's own database, then the uploader, then a report per file."""
    section("Bestanden laden")
    if shows_sample():
        st.html(note(
            "De voorbeeldgegevens blijven zoals ze zijn. Voor uw eigen bestanden is er een eigen database. "
            "U kunt altijd terug: de knop daarvoor staat dan links onder het menu.", "Dit is een voorbeeld."
        ))  # fmt: skip
        st.button("Eigen gegevens gebruiken", key="eigen-gegevens", type="primary", on_click=_own)
        _templates()
        return
    if not data.deliveries():
        st.html(empty_state(
            "Begin met een lijst met plaatsingen of stages",
            "Een export uit Excel is genoeg: één rij per plaatsing, met de startdatum en de gemeente. "
            "U ziet eerst wat er is begrepen. Er wordt pas iets bewaard als u op Opslaan klikt.",
        ))  # fmt: skip
    st.text_input(
        "Uw naam (komt bij elke levering te staan; wordt niet gecontroleerd)",
        key=actions.NAME, persist_state="session", max_chars=80, width=480,
    )  # fmt: skip
    _uploader()
    _templates()
    _receipts(data)
    _queue(data)


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


def _own() -> None:
    if may_edit():
        library().switch(OWN)


def _uploader() -> None:
    # Every type is taken in: the uploader itself would refuse in English, the reader does so in Dutch.
    uploads = st.file_uploader(
        "Bestanden (xlsx, xls, xlsb, ods, csv, txt of tsv; hoogstens 100 MB per bestand)",
        accept_multiple_files=True, key=f"bestanden-{round_number()}",
    )  # fmt: skip
    if uploads and may_edit():
        with st.status(f"{files_text(len(uploads))} lezen …", expanded=False) as progress:
            receive(uploads, progress)
        st.rerun()


def _templates() -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html('<p class="rm-small">Nog geen lijst? Begin met een sjabloon:</p>', width="content")
        for kind in TEMPLATES:
            st.download_button(
                f"Sjabloon {kind_label(kind)} (xlsx)", template(kind),
                f"Sjabloon {kind_label(kind)}.xlsx", XLSX, key=f"sjabloon-{kind}", on_click="ignore",
                type="tertiary",
            )  # fmt: skip


def _receipts(data: Database) -> None:
    """Show the newest receipt of this session, and the others behind one line."""
    newest, *older = actions.receipts() or [None]
    everything = data.deliveries()
    if newest:
        receipt(newest, everything)
    if older:
        with st.expander(f"Eerdere ontvangstbewijzen ({len(older)})", key="eerdere-bewijzen"):
            for one in older:
                receipt(one, everything)


def _queue(data: Database) -> None:
    """Show the waiting files; several without anything to ask may be stored at once."""
    files = list(waiting().values())
    if not files:
        return
    ready = []
    for one in files:
        if one.intake.accepted:
            met = plan(data, one.intake)
            choice = choice_of(met)
            if choice is not None and met.same is None:
                ready.append((one.number, choice))
    st.subheader(
        f"{files_text(len(files))} {plural(len(files), 'wacht', 'wachten')} op uw beslissing", anchor=False
    )
    if len(ready) > 1:
        numbers, choices = zip(*ready, strict=True)
        st.button(
            f"Alles opslaan wat klaar is ({files_text(len(ready))})", key="alles-opslaan", type="primary",
            on_click=actions.save_all, args=(numbers, choices),
        )  # fmt: skip
    for one in files:
        report(one, data)
