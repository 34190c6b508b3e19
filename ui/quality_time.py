"""Whether suppliers are in time, what lies outside period and region, and what rows can't tell."""

from __future__ import annotations

from datetime import date

import streamlit as st

from metrics.completeness import OUTSIDE_PERIOD, OUTSIDE_REGION, Filled
from metrics.punctuality import Punctuality, punctuality
from reference.dutch import date_long, date_short, join_words
from reference.load import suppliers
from storage.database import Database
from ui.access import shows_sample
from ui.data_words import kind_label, supplier_name
from ui.parts import wide
from ui.quality_view import suppliers_of
from ui.quality_words import lateness, part_text, rhythm
from ui.sections import section
from ui.tables import as_table_html


def timeliness(data: Database) -> None:
    """Show per supplier its rhythm, until when it delivered and whether the next delivery is late."""
    on = _today(data)
    lines = punctuality(data, on)
    late = list(dict.fromkeys(supplier_name(one.supplier) for one in lines if one.late))
    if late:
        title = f"Van {join_words(late)} had er al een levering kunnen zijn"
    elif any(one.months is not None for one in lines):
        title = "Niemand is te laat"
    else:
        title = "Er zijn nog te weinig leveringen om een ritme te zien"
    whose = "de laatste dag van de voorbeeldgegevens" if shows_sample() else "vandaag"
    section(
        title,
        "Het ritme volgt uit eerdere leveringen. Te laat is 30 dagen na het einde van de volgende periode, "
        f"gerekend op {date_long(on)} ({whose}).",
    )
    names = ("Leverancier", "Soort", "Ritme", "Geleverd t/m", "Volgende periode", "Stand")
    table = as_table_html([_line(one) for one in lines], names, "Ritme en laatste levering per leverancier")
    st.html(wide(table))


def outside(rows: Filled, exact: bool) -> None:
    """Show how many rows begin outside the period of their delivery, and are of outside the region."""
    every = rows.cells()
    beyond, elsewhere = rows.count(OUTSIDE_PERIOD, every), rows.count(OUTSIDE_REGION, every)
    parts = [f"{_text(beyond, exact)} buiten de periode", f"{_text(elsewhere, exact)} buiten de regio"]
    section(
        f"Van de {kind_label(rows.kind)}: {parts[0]} en {parts[1]}",
        "Buiten de periode: de rij begon vóór of na de dagen van haar levering. Buiten de regio: de gemeente "
        "was op die dag geen lid. Zulke rijen zijn bewaard; buiten de regio tellen ze niet voor de regio.",
    )
    lines = []
    for code in suppliers_of(rows):
        cells = rows.cells(code)
        counts = (rows.count(OUTSIDE_PERIOD, cells), rows.count(OUTSIDE_REGION, cells))
        lines.append((supplier_name(code), *(_text(one, exact) for one in counts)))
    names = ("Leverancier", "Buiten de periode", "Buiten de regio")
    st.html(as_table_html(lines, names, f"Rijen buiten periode of regio: {kind_label(rows.kind)}"))


def not_known(data: Database) -> None:
    """End with what the rows themselves can't tell."""
    active = {one.supplier for one in data.deliveries() if one.active}
    silent = [one.name for one in suppliers() if one.code not in active]
    section("Wat we hier niet weten")
    points = [
        "Of een ingevulde waarde klopt. We zien alleen of er iets staat en of het kan.",
        "Wat nooit is geleverd. Een plaatsing die niemand doorgeeft, ontbreekt zonder spoor.",
        "Of twee leveranciers dezelfde mens bedoelen. Elke leverancier heeft eigen pseudoniemen; gelijke "
        "rijen zijn daarom hoogstens een vermoeden, en ze worden niet vanzelf samengevoegd.",
        "Of stages dubbel zijn geleverd. Alleen plaatsingen worden met elkaar vergeleken.",
    ]
    if silent:
        points.append(f"Van wie nog niets is geleverd: {join_words(silent)}.")
    st.html(f'<ul class="rm-plain">{"".join(f"<li>{point}</li>" for point in points)}</ul>')


def _line(one: Punctuality) -> tuple[str, ...]:
    word, until = lateness(one)
    return (
        supplier_name(one.supplier), kind_label(one.kind), rhythm(one),
        date_short(one.covered).replace(" ", "\u00a0"), until, word,
    )  # fmt: skip


def _text(count: tuple[int, int], exact: bool) -> str:
    return part_text(*count, exact)


def _today(data: Database) -> date:
    """Return the day to compare with: of invented data the last one that it covers."""
    if not shows_sample():
        return date.today()
    return max(
        (one.period_end for one in data.deliveries() if one.active and one.dated), default=date.today()
    )
