"""Trajectories per group of the strategy and per provider: placed, and still at work."""

from __future__ import annotations

import streamlit as st

from metrics.disclosure import CROSSED_LIMIT
from metrics.participation_counts import SHARE_LIMIT, UNKNOWN, share
from metrics.participation_paths import GROUPS, NORM_END, NORM_START, Paths, Row
from metrics.rounding import ALL
from reference.dutch import LABELS, date_long, percent
from reference.load import targets
from ui import sections
from ui.cards import empty_state, note, source_line
from ui.participation_access import START, Choice, followed
from ui.participation_look import chapter, share_text
from ui.parts import wide
from ui.tables import as_table_html
from ui.view import as_shown, source_text, target_url

GROUP_WORDS = {
    "direct-bemiddelbaar": "Direct bemiddelbaar",
    "statushouder": "Statushouders",
    "pro-vso": "Jongeren uit pro en vso",
    "50-plus": "50-plussers",
    "ex-gedetineerde": "Ex-gedetineerden",
    "evc": "EVC (erkenning van ervaring)",
    "overig": "Andere werkzoekenden",
}
NORM = targets()["T-H17-06"]
COLUMNS = ("Trajecten", "Lopend", "Geplaatst", "Deel geplaatst", "Na 6 maanden nog aan het werk",
           "Na 12 maanden nog aan het werk")  # fmt: skip


def draw(chosen: Choice) -> None:
    """Draw the chapter of the trajectories."""
    found = followed(chosen)
    if found is None:
        chapter("Trajecten zijn nog niet geleverd", "trajecten")
        text = f"Van {chosen.name} zijn vanaf {date_long(START)} geen trajecten geleverd."
        st.html(empty_state("Trajecten", text, "/gegevens", "Naar Gegevens"))
        return
    chapter(_finding(found), "trajecten", _detail(chosen, found))
    rows = [_cells(GROUP_WORDS[code], found.groups.get(code)) for code in GROUPS]
    rows.append(_cells("Alle trajecten", found.groups[ALL]))
    st.html(wide(as_table_html(rows, ("Groep", *COLUMNS), "Trajecten per groep van de strategie")))
    st.html(source_line("Participatiestrategie 2017, r. 1470-1490", "een rij is een traject, geen mens",
                        f"stand t/m {date_long(found.as_of)}"))  # fmt: skip
    st.html(note(
        f"Groepen die iets zeggen over gezondheid, herkomst of detentie staan er pas vanaf {CROSSED_LIMIT} "
        "trajecten, "
        f"en nooit per werkgever of leeftijd. Een deel staat er vanaf {SHARE_LIMIT}.", "Bescherming.",
    ))  # fmt: skip
    _providers(chosen, found)


def _finding(found: Paths) -> str:
    every = found.groups[ALL]
    part = share(every.placed, every.begun)
    if part is None:
        return (
            f"Er begonnen {as_shown(every.begun).text} trajecten; hoeveel er tot werk leidden, is niet te "
            "tonen"
        )
    kept = share(every.kept_12, every.seen_12)
    more = f"; van wie een jaar te volgen is, werkte toen {percent(kept)} nog" if kept is not None else ""
    return f"{percent(part)} van de trajecten leidde tot een plaatsing{more}"


def _detail(chosen: Choice, found: Paths) -> str:
    return (
        f"Trajecten van inwoners van {chosen.name}, begonnen van {date_long(START)} tot en met "
        f"{date_long(found.as_of)}. Wie nog geen zes of twaalf maanden te volgen is, telt daar niet mee."
    )


def _cells(name: str, row: Row | None) -> tuple:
    if row is None:
        return (name, "0", "–", "–", "–", "–", "–")
    return (
        name, as_shown(row.begun), as_shown(row.running), as_shown(row.placed),
        share_text(share(row.placed, row.begun)),
        _kept(row.kept_6, row.seen_6), _kept(row.kept_12, row.seen_12),
    )  # fmt: skip


def _kept(kept, seen) -> str:
    if seen.state == "shown" and not seen.value:
        return "nog niet te zien"
    if seen.state != "shown":
        return "te weinig om te tonen"
    part = share(kept, seen)
    return f"{as_shown(kept).text} van {as_shown(seen).text}" + (
        f" ({percent(part)})" if part is not None else ""
    )


def _providers(chosen: Choice, found: Paths) -> None:
    sections.part(_provider_finding(found), (
        f"Trajecten van inwoners van {chosen.name} per aanbieder. De strategie onderscheidt Pasmatch, "
        "commerciële bureaus en gespecialiseerde aanbieders."
    ))  # fmt: skip
    asked = dict.fromkeys(
        ("pasmatch", "commercieel", "gespecialiseerd", *(c for c in found.providers if c != ALL))
    )
    rows = [_cells(_capital(_provider(code)), found.providers.get(code)) for code in asked]
    st.html(wide(as_table_html(rows, ("Aanbieder", *COLUMNS), "Trajecten per aanbieder")))
    if chosen.is_haarlem:
        st.html(_norm(found))
        st.html(source_line(source_text(NORM), "norm", NORM.counting_rule, href=target_url(NORM)))


def _provider_finding(found: Paths) -> str:
    known = {code: one.begun for code, one in found.providers.items() if code not in (ALL, UNKNOWN)}
    seen = {code: one.value for code, one in known.items() if one.state == "shown"}
    if not seen:
        return "De trajecten per aanbieder"
    most = max(seen, key=lambda code: seen[code])
    if len(known) == 1:
        return f"Alle geleverde trajecten zijn van {_provider(most)}"
    return f"De meeste trajecten zijn van {_provider(most)}"


def _norm(found: Paths) -> str:
    """Return what is known of the norm that most of what is bought comes from Pasmatch."""
    title = "Norm: meer dan de helft bij Pasmatch."
    whole, part = found.norm.get(ALL), found.norm.get("pasmatch")
    span = f"{date_long(NORM_START)} tot en met {date_long(min(NORM_END, found.as_of))}"
    if whole is None:
        return note("De norm gaat over 2018 en 2019; over die jaren is tot deze datum niets geteld.", title)
    value = share(part, whole)
    said = f"{percent(value)} van {as_shown(whole).text} trajecten" if value is not None else "niet te tonen"
    text = f"Van {span}: {said}. De bron zegt merendeel; of het om geld of trajecten gaat, staat er niet."
    if len(found.suppliers) == 1:
        name = LABELS["provider"].get(found.suppliers[0], found.suppliers[0].replace("-", " "))
        text += f" Alleen {name} leverde trajecten: van anderen is niets bekend, dus dit zegt niets."
    return note(text, title)


def _provider(code: str) -> str:
    return LABELS["provider"].get(code, "een onbekende aanbieder")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
