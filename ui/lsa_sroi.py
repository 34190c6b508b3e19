"""Social return on the page of the akkoord: contracts and places beside the 88, double counting in sight."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from metrics.sroi import Contract, Sroi, sroi
from reference.dutch import date_short, number, plural
from reference.load import documents, figures
from storage.database import Database
from ui import sections
from ui.access import database
from ui.cards import empty_state, note, source_line
from ui.charts import ranked_bars
from ui.shapes import Bar, Chart
from ui.show import show
from ui.tables import as_table_html
from ui.view import as_shown, plain, unbroken
from ui.words import is_word

START = figures()["R-01"]  # the 88 places of 2014, in Haarlem
ABOUT = (
    "Plekken op goedgekeurde contracten in Haarlem (of zonder gemeente), naar het jaar waarin het contract "
    "begon, afgerond op vijftallen. De 88 zijn een gepubliceerd getal voor januari tot september 2014. Een "
    "contract zegt niet in welke maand een plek werd gevuld: de twee zijn niet van elkaar af te trekken."
)
ABOUT_CONTRACTS = (
    "Geld en beloofde plekken zijn exact. Plekken en stages zijn mensen: op één contract staan zij er pas "
    "vanaf tien, afgerond op vijftallen. Alleen goedgekeurde contracten tellen mee. De lijst heeft alle "
    "contracten die tot en met de peildatum begonnen."
)
DOUBLE = (
    "Een stage bij een opdrachtnemer kan bij social return en bij schooluitval meetellen (brief van 2015, "
    "r. 63). Daarom staan plekken en stages naast elkaar en tellen wij ze nooit bij elkaar op. Of een stage "
    "ook al onder de plekken valt, zegt de levering niet."
)
_HEADS = (
    *("Contract", "Opdrachtnemer", "Stand", "Looptijd", "Waarde", "Verplichting", "Ingevuld", "Beloofd"),
    *("Plekken", "Stages"),
)
REMEDY = "Lever SROI-contracten aan met beloofde en gerealiseerde plekken."


def draw(as_of: date) -> None:
    """Put the contracts of social return on the page."""
    found = contracts(as_of)
    if not found.contracts:
        st.html(empty_state("Social return per contract", REMEDY, "/gegevens", "Naar Gegevens"))
        return
    sections.part(places_title(found), ABOUT)
    show(years_chart(found), "sroi-jaren", "Plekken via social return")
    st.html(source_line(f"{documents()[START.document].short}, r. {START.lines}", "de 88 plekken"))
    sections.part(double_title(found))
    st.html(note(DOUBLE, "Dubbel in de pijlers."))
    st.html(years_table(found))
    sections.part(money_title(found), ABOUT_CONTRACTS)
    with st.expander(f"Alle contracten ({number(len(found.contracts))})", key="sroi-contracten"):
        st.html(contracts_table(found.contracts))


def contracts(as_of: date) -> Sroi:
    """Return the contracts that began up to a date."""
    data = database()
    return _contracts(data.identity, data.version, as_of, data)


def places_title(found: Sroi) -> str:
    """Return the places on contracts of the year of the 88, beside the 88."""
    own = next((one for one in found.years if one.year == START.end.year), None)
    if own is None or own.places is None:
        return f"Contracten uit {START.end.year} zijn niet geleverd; het akkoord noemt 88 plekken"
    shown = as_shown(own.places)
    said = f"aantal plekken {shown.text}" if is_word(shown) else f"{shown.text} plekken"
    return f"Contracten die in {own.year} begonnen: {said}; het akkoord noemt {number(START.low)} plekken"


def years_chart(found: Sroi) -> Chart:
    """Return the published places and those per year of contract."""
    published = f"Akkoord, gepubliceerd: {START.date_text}"
    bars = [Bar(published, plain(float(START.low)))]
    bars += [
        Bar(f"{one.year}: {one.contracts} {plural(one.contracts, 'contract', 'contracten')}, "
            f"beloofd {_count(one.promised)}", as_shown(one.places))
        for one in found.years
    ]  # fmt: skip
    return ranked_bars(bars, "plekken", column="Contracten begonnen in")


def double_title(found: Sroi) -> str:
    """Return how many internships count for two pillars."""
    if found.internships is None:
        return "Over stages via social return is niets geleverd"
    count = as_shown(found.internships).text
    return f"Stages via social return: {count}; zij kunnen ook bij schooluitval tellen"


def years_table(found: Sroi) -> str:
    """Return contracts, promised and realised places and internships per year, without a sum of the two."""
    rows = [
        (str(one.year), number(one.contracts), _count(one.promised), as_shown(one.places).text,
         as_shown(one.internships).text)
        for one in found.years
    ]  # fmt: skip
    whole = (number(len(found.approved)), _count(_sum([one.promised for one in found.approved])))
    rows.append(("alle jaren", *whole, as_shown(found.places).text, as_shown(found.internships).text))
    heads = ("Begonnen in", "Contracten", "Beloofd", "Plekken", "Stages (ook schooluitval)")
    return as_table_html(rows, heads, "Goedgekeurde contracten; plekken en stages tellen niet bij elkaar op")


def money_title(found: Sroi) -> str:
    """Return how much of the obligation was met with social return, in euros."""
    known = [one for one in found.approved if one.obligation is not None and one.realised is not None]
    if not known:
        return "Contracten: over de verplichting in euro's is niets geleverd"
    due, met = sum(one.obligation for one in known), sum(one.realised for one in known)
    word = plural(len(known), "contract", "contracten")
    return f"Op {len(known)} {word} is {_euros(met)} ingevuld van {_euros(due)} verplichting"


def contracts_table(found: Sequence[Contract]) -> str:
    """Return all contracts: money and promises exact, people disclosed."""
    table = as_table_html([_row(one) for one in found], _HEADS, "Contracten met social return")
    return f'<div class="rm-wide">{table}</div>'


def _row(one: Contract) -> tuple[str, ...]:
    until = unbroken(date_short(one.end)) if one.end else "onbekend"
    return (
        f"{one.key} {one.name or ''}".strip(), one.contractor or "onbekend", one.status or "onbekend",
        f"{unbroken(date_short(one.start))} – {until}",
        _euros(one.value), _euros(one.obligation), _euros(one.realised),
        _count(one.promised), as_shown(one.places).text, as_shown(one.internships).text,
    )  # fmt: skip


def _sum(values: Sequence[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def _count(value: int | None) -> str:
    return "onbekend" if value is None else number(value)


def _euros(value) -> str:
    return "onbekend" if value is None else f"€ {number(value)}"


@st.cache_data(show_spinner=False, max_entries=64)
def _contracts(identity: str, version: int, as_of: date, _data: Database) -> Sroi:
    return sroi(_data, START.scope.code, as_of)
