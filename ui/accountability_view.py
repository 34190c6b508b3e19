"""How the product accounts for its numbers: rules side by side, documents against rows, quality, privacy."""

from __future__ import annotations

from datetime import date

import streamlit as st

from metrics.disclosure import CROSSED_LIMIT, LIMIT, Disclosed
from metrics.placements import COUNTING
from metrics.quality import FEWEST_ROWS, Unknown, unknown_shares
from reference.dutch import LABELS, count_word, date_long, date_short, join_words, percent
from reference.load import commitments, documents, members, targets
from storage.database import Database
from ui.access import database, screen
from ui.cards import bullet_list, definitions
from ui.parts import wide
from ui.tables import as_table_html
from ui.view import as_shown, bullet_row, date_text, figure, source_text, standings, unbroken

KIND_OF_ROW = {"placement": "plaatsingen", "internship": "stages"}
AGREEMENT = targets()["T-LSA-02"]


def headline() -> str:
    """Return how many agreements there are, and for how many the source gives no number."""
    none = [one for one in targets().values() if one.at_least is None and one.at_most is None]
    return (
        f"{len(targets())} doelen uit {count_word(len(documents()))} stukken; bij {count_word(len(none))} "
        "daarvan noemt de bron geen getal"
    )


def standing_now(key: str, as_of: date | None) -> str:
    """Return the current standing of a target as one bullet with its date; empty for what isn't a target."""
    target = targets().get(key)
    if target is None or as_of is None:
        return ""
    found = standings([key], as_of)[0]
    remark = f'<p class="rm-small">{date_text(found)} · bron: {source_text(target)}</p>'
    return bullet_list([bullet_row(found)]) + remark


def rules_headline(as_of: date) -> str:
    """Return how far the four counting rules lie apart."""
    shown = {code: answer for code, answer in _region(as_of).items() if answer.state == "shown"}
    if len(shown) < 2:
        return "Vier telregels voor dezelfde plaatsingen"
    said = [f"{figure(round(a.value))} {COUNTING[code].unit}" for code, a in shown.items()]
    return f"Dezelfde mensen, vier telregels: {join_words(said)}"


def rules_table(as_of: date) -> str:
    """Return the four counting rules side by side, with what each gives for the region in 2015 and 2016."""
    found = _region(as_of)
    rows = []
    for code, metric in COUNTING.items():
        answer, name = found[code], LABELS["counting"][code].capitalize()
        rows.append((name, as_shown(answer).text, unbroken(date_short(answer.as_of)), metric.rule))
    caption = f"De regio over 2015 en 2016, tot en met {date_long(min(as_of, AGREEMENT.end))}"
    return wide(as_table_html(rows, ("Telregel", "Aantal", "Stand t/m", "Wat telt mee"), caption))


def disclosure_rules() -> str:
    """Return how small counts are protected, in plain words with the limits that apply now."""
    return definitions(
        [
            ("Regio, subregio, gemeente", f"Een aantal van 1 tot {LIMIT} staat er als '< {LIMIT}'."),
            (
                "Gemeente met een kenmerk",
                f"Bijvoorbeeld een doelgroep of kanaal: een aantal onder {CROSSED_LIMIT} staat er als "
                f"'< {CROSSED_LIMIT}'.",
            ),
            (
                "Afgeschermd",
                "Soms is een klein aantal uit te rekenen met een optelling of een aftreksom. "
                "Dan verdwijnt een tweede getal mee.",
            ),
            (
                "Stap voor stap",
                f"Een stand verandert pas als er minstens {LIMIT} bij zijn gekomen. Tot dan staat het vorige "
                "getal er, met de datum van dat getal. Zo verraadt een nieuwe stand niemand.",
            ),
            ("Peildatums", "U kiest maandeinden en de datums van gepubliceerde cijfers, geen andere dagen."),
            ("Openbare cijfers", "Wat een openbaar stuk al noemt, staat er zoals in het stuk."),
            ("Rijen", "Losse rijen en precieze aantallen ziet alleen de analist, bij Gegevens."),
        ]
    )


def quality_headline(found: list[Unknown]) -> str:
    """Return what is unknown most often."""
    known = [one for one in found if one.share]
    if not known:
        return "In de geleverde rijen ontbreekt niets" if found else "Nog geen rijen om te beoordelen"
    most = max(known, key=lambda one: one.share)
    return f"Het vaakst onbekend: {most.subject} bij {KIND_OF_ROW[most.kind]}, {_share(most)}"


def quality() -> list[Unknown]:
    """Return how much is unknown in the rows that show now."""
    data = database()
    return _quality(data.identity, data.version, data)


def quality_table(found: list[Unknown]) -> str:
    """Return the share of unknown values per kind of delivery."""
    rows = [(f"{KIND_OF_ROW[one.kind].capitalize()}: {one.subject}", _share(one)) for one in found]
    return as_table_html(rows, ("Gegeven", "Onbekend"), "Deel van de geleverde rijen waarin het onbekend is")


def membership() -> str:
    """Return which municipalities belonged to the region, per period."""
    rows = []
    for label, day in (("tot en met 2016", 2016), ("2017 en 2018", 2018), ("vanaf 2019", 2019)):
        found = members(date(day, 1, 1))
        rows.append((label, str(len(found)), join_words(sorted(m.name for m in found))))
    return as_table_html(rows, ("Periode", "Aantal", "Gemeenten"), "Leden van de regio")


def documents_table() -> str:
    """Return the documents with their date, and how many targets and promises each gives."""
    rows = []
    for key, one in documents().items():
        aims = sum(1 for target in targets().values() if target.document == key)
        promised = sum(1 for c in commitments() if c.document == key)
        rows.append((one.title, one.kind, one.date_text, str(aims), str(promised)))
    columns = ("Stuk", "Soort", "Datum", "Doelen", "Toezeggingen")
    return wide(as_table_html(rows, columns, "De stukken waar alles op rust"))


def _share(one: Unknown) -> str:
    if one.share is None:
        return f"minder dan {FEWEST_ROWS} rijen"
    said = percent(one.share, 1 if one.share % 1 else 0)
    return f"hoogstens {said}" if one.few else said


def _region(as_of: date) -> dict[str, Disclosed]:
    numbers = screen(AGREEMENT.start, AGREEMENT.end)
    return {code: numbers.placed(code, min(as_of, AGREEMENT.end)) for code in COUNTING}


@st.cache_data(show_spinner=False, max_entries=8)
def _quality(identity: str, version: int, _data: Database) -> list[Unknown]:
    return unknown_shares(_data)
