"""The three client groups beside the estimate of 2017, how they moved, and who changed of group."""

from __future__ import annotations

from datetime import date

import streamlit as st

from metrics.disclosure import Disclosed
from metrics.participation import GROUPS
from metrics.participation_counts import UNKNOWN, share
from metrics.rounding import ALL
from reference.dutch import date_long, date_short, join_words
from reference.load import Target, targets
from ui.cards import empty_state, note, source_line
from ui.participation_access import Choice, clients
from ui.participation_look import ShareRow, chapter, share_bars, share_text
from ui.participation_moves import WORDS, draw_moves, shares_on
from ui.show import show
from ui.view import as_shown, target_url

ESTIMATES = dict(zip(GROUPS, ("T-H17-02", "T-H17-03", "T-H17-04"), strict=True))
SHORT = {
    "zonder-afstand": "zonder afstand tot werk",
    "overbrugbaar": "overbrugbaar",
    "onoverbrugbaar": "niet te overbruggen",
}
NO_TARGET = (
    "10, 60 en 30 % zijn een schatting die de gemeente in 2017 maakte naar ervaringen elders, geen doel. "
    "Er is dus niets gehaald of gemist. De gesprekken moesten laten zien of de schatting klopt."
)


def headline(chosen: Choice) -> str:
    """Return the page's finding: the shares of the three groups beside the estimate."""
    shares = shares_on(chosen.code, chosen.as_of)
    known = [code for code in GROUPS if shares.get(code) is not None]
    if not known:
        return _without_groups(chosen, bool(shares))
    parts = join_words([f"{share_text(shares[code])} {SHORT[code]}" for code in known])
    if not chosen.is_haarlem:
        return f"{chosen.name}: {parts}"
    guessed = join_words([_estimate(targets()[ESTIMATES[code]]) for code in known])
    return f"{chosen.name}: {parts}; geschat was {guessed}\u00a0%"


def _without_groups(chosen: Choice, delivered: bool) -> str:
    last = clients(chosen.code).last(chosen.as_of)
    why = "zijn te klein om te tonen" if delivered else "zijn niet geleverd"
    if last is None:
        return f"{chosen.name}: klantenbestand en klantgroepen zijn niet geleverd"
    stock = as_shown(clients(chosen.code).total(last).disclosed(last)).text
    return f"{chosen.name}: {stock} mensen in het klantenbestand; de drie klantgroepen {why}"


def about(chosen: Choice) -> str:
    """Return the descriptor of the page."""
    return (
        f"Participatiestrategie van Haarlem (20 juni 2017), gemeente {chosen.name}, peildatum "
        f"{date_long(chosen.as_of)}. Aantallen mensen zijn afgerond op vijf; kleine aantallen staan er niet."
    )


def draw(chosen: Choice) -> None:
    """Draw the chapter of the client groups."""
    day = clients(chosen.code).last(chosen.as_of, "client_group")
    if day is None:
        chapter("De drie klantgroepen zijn nog niet geleverd", "klantgroepen")
        _nothing(chosen)
        return
    parts = clients(chosen.code).parts(day, "client_group")
    chapter(_finding(chosen, parts), "klantgroepen", _detail(chosen, day, parts))
    before = f"stand {date_short(chosen.earlier)}" if chosen.earlier else ""
    show(
        share_bars(_rows(chosen, parts), "mensen", "Klantgroep", before),
        "klantgroepen-staven",
        "Klantgroepen",
    )
    first = targets()["T-H17-03"]
    if chosen.is_haarlem:
        st.html(source_line("Participatiestrategie 2017, r. 729-751", "schatting", href=target_url(first)))
        st.html(note(NO_TARGET, "Schatting, geen doel."))
    draw_moves(chosen, day)


def _nothing(chosen: Choice) -> None:
    text = (
        f"Van {chosen.name} is geen stand per klantgroep geleverd tot en met {date_long(chosen.as_of)}. "
        "Lever een klantenbestand met een kolom Klantgroep; het sjabloon staat op Gegevens."
    )
    st.html(empty_state("Klantgroepen", text, "/gegevens", "Naar Gegevens"))


def _finding(chosen: Choice, parts: dict[str, Disclosed]) -> str:
    """Return which group lies furthest from its estimate, or that all are within a point of it."""
    gaps = {}
    for code in GROUPS:
        if (now := share(parts.get(code), parts[ALL])) is not None:
            gaps[code] = round(100 * now) - int(_number(targets()[ESTIMATES[code]]))
    if not gaps:
        return "De klantgroepen zijn te klein om aandelen te tonen"
    if not chosen.is_haarlem:
        return f"Zo is het bestand van {chosen.name} verdeeld over de klantgroepen"
    code = max(gaps, key=lambda one: abs(gaps[one]))
    if abs(gaps[code]) <= 1:
        return "De verdeling ligt dicht bij de schatting van 2017"
    side = "meer" if gaps[code] > 0 else "minder"
    return f"De groep {WORDS[code]} is {abs(gaps[code])} procentpunt {side} dan geschat"


def _detail(chosen: Choice, day: date, parts: dict[str, Disclosed]) -> str:
    lag = "" if day == chosen.as_of else f" Van {date_long(chosen.as_of)} zelf is de indeling niet geleverd."
    return (
        f"Mensen in het klantenbestand Participatiewet van {chosen.name}, stand op {date_long(day)}, "
        f"{as_shown(parts[ALL]).text} mensen. Aantallen zijn afgerond op vijf.{lag}"
    )


def _rows(chosen: Choice, parts: dict[str, Disclosed]) -> list[ShareRow]:
    earlier = shares_on(chosen.code, chosen.earlier) if chosen.earlier else {}
    rows = []
    for code in (*GROUPS, UNKNOWN):
        if code not in parts and code == UNKNOWN:
            continue
        target = targets().get(ESTIMATES.get(code, "")) if chosen.is_haarlem else None
        rows.append(ShareRow(
            WORDS[code].capitalize(), share(parts.get(code), parts[ALL]), as_shown(parts.get(code)),
            float(_number(target)) / 100 if target else None,
            f"schatting: {_estimate(target)} %" if target else "", earlier.get(code),
        ))  # fmt: skip
    return rows


def _number(target: Target) -> float:
    return float(target.at_most if target.at_least is None else target.at_least)


def _estimate(target: Target) -> str:
    return f"hoogstens {_number(target):.0f}" if target.at_least is None else f"{_number(target):.0f}"
