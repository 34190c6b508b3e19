"""Who is in the caseload: how long, how old, in what household; and who came and left in a year."""

from __future__ import annotations

from datetime import date

import streamlit as st

from metrics.disclosure import Disclosed
from metrics.participation import FLOWS, Flow
from metrics.participation_counts import UNKNOWN, share
from metrics.rounding import ALL
from reference.dutch import LABELS, date_long, date_short, join_words, percent
from reference.load import documents, figures
from ui import sections
from ui.cards import empty_state, note, source_line
from ui.participation_access import Choice, clients
from ui.participation_look import ShareRow, chapter, share_bars, share_text
from ui.shapes import Drawing
from ui.show import show
from ui.tables import as_table_html
from ui.view import as_shown

HEADS = {"duration": "Hoe lang", "age": "Leeftijd", "household": "Huishouden"}
WANTED = {"duration": "de duur", "age": "de leeftijd", "household": "het huishouden"}
NEAR = 31  # days: a stock older than this is no start of the year
REMARKS = {"C-13": "Zit al in de 80 %: niet optellen.", "C-10": "Wie de andere 27 % zijn, staat er niet."}
PLAIN = {
    "duration": "Hoe lang mensen in het bestand zitten",
    "age": "Leeftijd van de mensen in het bestand",
    "household": "Huishoudens in het bestand",
}
STATED = {"duration": ("C-12", "C-13"), "age": ("C-11",), "household": ("C-09", "C-10")}
FLOW_WORDS = {
    "instroom": "Instroom",
    "uitstroom": "Uitstroom",
    "uitstroom-naar-werk": "Waarvan uitstroom naar werk",
}
ABOUT_FLOWS = (
    "Wie erbij kwam en wie vertrok, als deel van de stand aan het begin van het jaar. Wisselen van "
    "klantgroep telt hier niet."
)
NATIONAL = {"instroom": "C-16", "uitstroom": "C-17"}
AGES = (
    "De strategie telt vanaf 45 jaar, leveringen in klassen van 27 en 50 jaar. Die twee zijn niet om te "
    "rekenen."
)


def draw(chosen: Choice) -> None:
    """Draw the chapter of the caseload."""
    last = clients(chosen.code).last(chosen.as_of)
    if last is None:
        chapter("Het klantenbestand is nog niet geleverd", "bestand")
        text = f"Van {chosen.name} is tot en met {date_long(chosen.as_of)} geen stand geleverd."
        st.html(empty_state("Klantenbestand", text, "/gegevens", "Naar Gegevens"))
    else:
        chapter(_finding(chosen), "bestand", _detail(chosen))
        _flows(chosen)
    load = clients(chosen.code)
    days = {dimension: load.last(chosen.as_of, dimension) for dimension in HEADS}
    for dimension, day in days.items():
        if day is not None:
            _mix(chosen, dimension, day)
    if lacking := [dimension for dimension, day in days.items() if day is None]:
        _not_delivered(chosen, lacking)


def absent(chosen: Choice) -> list[str]:
    """Return of what the caseload was not delivered: "de duur", "de leeftijd" …"""
    load = clients(chosen.code)
    return [WANTED[one] for one in HEADS if load.last(chosen.as_of, one) is None]


def _finding(chosen: Choice) -> str:
    load = clients(chosen.code)
    came, left = (load.flow(measure, chosen.as_of) for measure in ("instroom", "uitstroom"))
    if came is None or left is None or came.span != left.span:
        return f"Het bestand van {chosen.name}: {_stock(chosen)} mensen"
    more = as_shown(came.count.disclosed(chosen.as_of)).value or 0
    less = as_shown(left.count.disclosed(chosen.as_of)).value or 0
    if more == less:
        return "Er kwamen ongeveer evenveel mensen bij als er vertrokken"
    return f"Er kwamen {'meer' if more > less else 'minder'} mensen bij dan er vertrokken"


def _detail(chosen: Choice) -> str:
    last = clients(chosen.code).last(chosen.as_of)
    return (
        f"Klantenbestand Participatiewet van {chosen.name}: {_stock(chosen)} mensen, stand op "
        f"{date_long(last)}. Aantallen zijn afgerond op vijf."
    )


def _stock(chosen: Choice) -> str:
    load = clients(chosen.code)
    last = load.last(chosen.as_of)
    return as_shown(load.total(last).disclosed(last)).text


def _flows(chosen: Choice) -> None:
    load, rows = clients(chosen.code), []
    found = {measure: load.flow(measure, chosen.as_of) for measure in FLOWS}
    if not any(found.values()):
        st.html(note("Wie in- en uitstroomde, is niet geleverd.", "In- en uitstroom."))
        return
    for measure, flow in found.items():
        rows.append((FLOW_WORDS[measure], *_flow_cells(chosen, measure, flow)))
    columns = ("Stroom", "Mensen", "Periode", "Deel van het bestand", "Landelijk volgens de strategie")
    sections.part("In- en uitstroom over een jaar", ABOUT_FLOWS)
    st.html(as_table_html(rows, columns, f"In- en uitstroom in {chosen.name}"))
    one = figures()["C-16"]
    st.html(source_line(f"{documents()[one.document].short}, r. {one.lines}", "landelijke cijfers van 2017",
                        "andere noemer: niet naast elkaar te leggen als norm"))  # fmt: skip


def _flow_cells(chosen: Choice, measure: str, flow: Flow | None) -> tuple[str, ...]:
    stated = figures().get(NATIONAL.get(measure, ""))
    national = f"ongeveer {percent(stated.low / 100)} per jaar" if stated else "–"
    if flow is None:
        return ("niet geleverd", "–", "–", national)
    load, shown = clients(chosen.code), flow.count.disclosed(flow.span.end)
    before = load.last(flow.span.start)
    known = before is not None and (flow.span.start - before).days <= NEAR and flow.whole
    part = share(shown, load.total(before).disclosed(before)) if known else None
    span = f"{date_short(flow.span.start)} – {date_short(flow.span.end)}"
    return (
        as_shown(shown).text,
        span if flow.whole else f"{span} (geen heel jaar)",
        share_text(part),
        national,
    )


def _mix(chosen: Choice, dimension: str, day: date) -> None:
    parts = clients(chosen.code).parts(day, dimension)
    detail = f"Mensen in het klantenbestand van {chosen.name}, stand op {date_long(day)}."
    sections.part(_mix_title(dimension, parts), detail)
    show(_bars(dimension, parts), f"klanten-{dimension}", HEADS[dimension])
    if chosen.is_haarlem:
        st.html(_published([dimension]))
        if dimension == "age":
            st.html(note(AGES))


def _not_delivered(chosen: Choice, lacking: list[str]) -> None:
    """Say what was not delivered, with what the strategy stated of it."""
    names = join_words([WANTED[one] for one in lacking])
    verb = "is" if len(lacking) == 1 else "zijn"
    detail = f"Lever voor {chosen.name} een klantenbestand met deze kolommen; het sjabloon staat op Gegevens."
    sections.part(f"{names[:1].upper()}{names[1:]} {verb} niet geleverd", detail)
    if chosen.is_haarlem:
        st.html(_published(lacking))


def _mix_title(dimension: str, parts: dict[str, Disclosed]) -> str:
    if dimension == "duration" and parts:
        over_five = share(parts.get("langer-dan-5-jaar"), parts[ALL])
        under = share(parts.get("korter-dan-1-jaar"), parts[ALL])
        if over_five is not None and under is not None and UNKNOWN not in parts:
            return (
                f"{percent(1 - under)} zit langer dan een jaar in het bestand, {percent(over_five)} langer "
                "dan vijf jaar"
            )
    known = {code: one for code, one in parts.items() if code not in (ALL, UNKNOWN) and one.state == "shown"}
    most = max(known, key=lambda code: known[code].value, default=None)
    value = share(known[most], parts[ALL]) if most else None
    if value is None:
        return PLAIN[dimension]
    return f"{HEADS[dimension]}: {percent(value)} is {LABELS[dimension][most]}"


def _bars(dimension: str, parts: dict[str, Disclosed]) -> Drawing:
    codes = [code for code in (*LABELS[dimension], UNKNOWN) if code in parts]
    rows = [
        ShareRow(
            LABELS[dimension].get(code, code).capitalize(),
            share(parts[code], parts[ALL]),
            as_shown(parts[code]),
        )
        for code in codes
    ]
    return share_bars(rows, "mensen", HEADS[dimension])


def _published(dimensions: list[str]) -> str:
    stated = [figures()[key] for dimension in dimensions for key in STATED[dimension]]
    rows = [
        (one.title.removeprefix("Bijstand in Haarlem: ").capitalize(), f"{one.low:.0f} %", one.date_text,
         f"r. {one.lines}", REMARKS.get(one.key, "–"))
        for one in stated
    ]  # fmt: skip
    columns = ("De strategie noemde", "Deel van het bestand", "Jaar", "Regel", "Let op")
    about = join_words([HEADS[dimension].lower() for dimension in dimensions])
    return as_table_html(rows, columns, f"Gepubliceerd in de strategie, Haarlem: {about}")
