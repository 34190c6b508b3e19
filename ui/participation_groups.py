"""The three client groups beside the estimate of 2017, how they moved, and who changed of group."""

from __future__ import annotations

from datetime import date

import streamlit as st

from metrics.disclosure import Disclosed
from metrics.participation import GROUPS, Moves
from metrics.participation_counts import UNKNOWN, share
from metrics.rounding import ALL
from reference.dutch import date_long, date_short, join_words, percent
from reference.load import Target, targets
from ui import sections
from ui.cards import empty_state, note, source_line
from ui.participation_access import Choice, clients
from ui.participation_look import ShareRow, chapter, points, share_bars, share_text
from ui.shapes import Drawing, Series, Shown, Table, TimePoint
from ui.show import show
from ui.sparks import spark_panel
from ui.tables import as_table_html
from ui.view import as_shown, source_text, target_url

ESTIMATES = dict(zip(GROUPS, ("T-H17-02", "T-H17-03", "T-H17-04"), strict=True))
WORDS = {
    "zonder-afstand": "zonder afstand tot de arbeidsmarkt",
    "overbrugbaar": "met een overbrugbare afstand",
    "onoverbrugbaar": "met een niet te overbruggen afstand",
    UNKNOWN: "niet ingedeeld",
}
SHORT = {
    "zonder-afstand": "zonder afstand tot werk",
    "overbrugbaar": "met een overbrugbare afstand",
    "onoverbrugbaar": "met een niet te overbruggen afstand",
}
NO_TARGET = (
    "10, 60 en 30 % zijn een schatting die de gemeente in 2017 maakte naar ervaringen elders, geen doel. "
    "Er is dus niets gehaald of gemist. De gesprekken moesten laten zien of de schatting klopt."
)


def headline(chosen: Choice) -> str:
    """Return the page's finding: the shares of the three groups beside the estimate."""
    shares = _shares(chosen.code, chosen.as_of)
    known = [code for code in GROUPS if shares.get(code) is not None]
    if not known:
        return f"Hoe de klanten van {chosen.name} over de drie klantgroepen zijn verdeeld, is niet te tonen"
    parts = join_words([f"{percent(shares[code])} {SHORT[code]}" for code in known])
    if not chosen.is_haarlem:
        return f"{chosen.name}: {parts}"
    guessed = join_words([_estimate(targets()[ESTIMATES[code]]) for code in known])
    return f"{chosen.name}: {parts}; geschat was {guessed} %"


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
        st.html(source_line(source_text(first), "schatting", "r. 729-751", href=target_url(first)))
        st.html(note(NO_TARGET, "Schatting, geen doel."))
    _course(chosen, day)
    if chosen.earlier is not None and chosen.earlier < day:
        _movement(chosen, chosen.earlier, day)


def _nothing(chosen: Choice) -> None:
    text = (
        f"Van {chosen.name} is geen stand per klantgroep geleverd tot en met {date_long(chosen.as_of)}. "
        "Lever "
        "een klantenbestand met een kolom Klantgroep; het sjabloon staat op Gegevens."
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
    earlier = _shares(chosen.code, chosen.earlier) if chosen.earlier else {}
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


def _course(chosen: Choice, day: date) -> None:
    days = [one for one in clients(chosen.code).dates("client_group") if one <= day]
    if len(days) < 3:
        return
    sections.part(
        "Zo schoof de verdeling", f"Aandeel per klantgroep op elke geleverde peildatum, {chosen.name}. Elke "
        "lijn begint bij 0 en heeft een eigen schaal.",
    )  # fmt: skip
    lines = []
    for code in GROUPS:
        found = [(one, _shares(chosen.code, one).get(code)) for one in days]
        seen = [
            TimePoint(one, Shown(percent(value), 100 * value)) for one, value in found if value is not None
        ]
        latest = seen[-1].shown if seen else Shown("afgeschermd", None, True)
        lines.append(Series(WORDS[code].capitalize(), seen, latest))
    tops = [max((point.shown.drawable for point in one.points), default=1) for one in lines]
    panels = [spark_panel(one, days[0], day, top, "") for one, top in zip(lines, tops, strict=True)]
    table = [
        (date_short(one), *(share_text(_shares(chosen.code, one).get(code)) for code in GROUPS))
        for one in days
    ]
    drawing = Drawing(
        f'<div class="rm-panels">{"".join(panels)}</div>', "Verloop van de drie klantgroepen",
        Table(("Peildatum", *(WORDS[code].capitalize() for code in GROUPS)), tuple(table)),
    )  # fmt: skip
    show(drawing, "klantgroepen-verloop", "Aandeel per klantgroep")


def _movement(chosen: Choice, earlier: date, day: date) -> None:
    now, before = _shares(chosen.code, day), _shares(chosen.code, earlier)
    sections.part(
        _moved_finding(now, before, earlier),
        f"Verschil in procentpunten tussen {date_long(earlier)} en {date_long(day)}, en wie van groep "
        "wisselde. "
        "Het bestand zelf verandert ook door in- en uitstroom.",
    )  # fmt: skip
    rows = [
        (WORDS[code].capitalize(), share_text(before.get(code)), share_text(now.get(code)),
         points(now.get(code), before.get(code)))
        for code in GROUPS
    ]  # fmt: skip
    columns = ("Klantgroep", f"Op {date_short(earlier)}", f"Op {date_short(day)}", "Verschil in punten")
    st.html(as_table_html(rows, columns, "Klantgroepen op twee peildatums"))
    st.html(_moved(clients(chosen.code).moves(earlier, day), earlier))


def _moved_finding(now: dict, before: dict, earlier: date) -> str:
    known = [code for code in GROUPS if now.get(code) is not None and before.get(code) is not None]
    steps = {code: round(100 * now[code]) - round(100 * before[code]) for code in known}
    code = max(steps, key=lambda one: abs(steps[one]), default=None)
    if code is None or not steps[code]:
        return f"Sinds {date_long(earlier)} bleef de verdeling bijna gelijk"
    word = "groter" if steps[code] > 0 else "kleiner"
    return f"Sinds {date_long(earlier)} werd vooral de groep {WORDS[code]} {word}"


def _moved(found: Moves | None, earlier: date) -> str:
    if found is None:
        return note("Wie van klantgroep wisselde, is over deze periode niet geleverd.", "Wisselingen.")
    rows = [
        (WORDS[before].capitalize(), WORDS[after].capitalize(), as_shown(found.found[before, after]))
        for before, after in sorted(found.found, key=lambda pair: [GROUPS.index(one) for one in pair])
    ]
    whole = "" if found.whole else f"; van voor {date_long(found.span.start)} is niets geleverd"
    span = f"{date_short(found.span.start)} – {date_short(found.span.end)}{whole}"
    return as_table_html(rows, ("Van groep", "Naar groep", "Mensen"), f"Wie van klantgroep wisselde, {span}")


def _shares(code: str, as_of: date) -> dict[str, float | None]:
    day = clients(code).last(as_of, "client_group")
    if day is None:
        return {}
    parts = clients(code).parts(day, "client_group")
    return {group: share(one, parts[ALL]) for group, one in parts.items() if group != ALL}


def _number(target: Target) -> float:
    return float(target.at_most if target.at_least is None else target.at_least)


def _estimate(target: Target) -> str:
    return f"hoogstens {_number(target):.0f}" if target.at_least is None else f"{_number(target):.0f}"
