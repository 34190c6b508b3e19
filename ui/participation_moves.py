"""How the client groups moved: the course of their shares, two days compared, and who changed of group."""

from __future__ import annotations

from datetime import date

import streamlit as st

from metrics.participation import GROUPS, Moves
from metrics.participation_counts import UNKNOWN, share
from metrics.rounding import ALL
from reference.dutch import date_long, date_short, percent
from ui import sections
from ui.cards import note
from ui.participation_access import Choice, clients
from ui.participation_look import points, share_text
from ui.shapes import Drawing, Series, Shown, Table, TimePoint
from ui.show import show
from ui.sparks import spark_panel
from ui.tables import as_table_html
from ui.view import as_shown

WORDS = {
    "zonder-afstand": "zonder afstand tot de arbeidsmarkt",
    "overbrugbaar": "met een overbrugbare afstand",
    "onoverbrugbaar": "met een niet te overbruggen afstand",
    UNKNOWN: "niet ingedeeld",
}


def draw_moves(chosen: Choice, day: date) -> None:
    """Draw how the groups came to be what they are on a day."""
    _course(chosen, day)
    if chosen.earlier is not None and chosen.earlier < day:
        _movement(chosen, chosen.earlier, day)


def shares_on(code: str, as_of: date) -> dict[str, float | None]:
    """Return group to share of the last stock up to a date that was delivered by group."""
    day = clients(code).last(as_of, "client_group")
    if day is None:
        return {}
    parts = clients(code).parts(day, "client_group")
    return {group: share(one, parts[ALL]) for group, one in parts.items() if group != ALL}


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
        found = [(one, shares_on(chosen.code, one).get(code)) for one in days]
        seen = [
            TimePoint(one, Shown(percent(value), 100 * value)) for one, value in found if value is not None
        ]
        latest = seen[-1].shown if seen else Shown("afgeschermd", None, True)
        lines.append(Series(WORDS[code].capitalize(), seen, latest))
    tops = [max((point.shown.drawable for point in one.points), default=1) for one in lines]
    panels = [spark_panel(one, days[0], day, top, "") for one, top in zip(lines, tops, strict=True)]
    table = [
        (date_short(one), *(share_text(shares_on(chosen.code, one).get(code)) for code in GROUPS))
        for one in days
    ]
    drawing = Drawing(
        f'<div class="rm-panels">{"".join(panels)}</div>', "Verloop van de drie klantgroepen",
        Table(("Peildatum", *(WORDS[code].capitalize() for code in GROUPS)), tuple(table)),
    )  # fmt: skip
    show(drawing, "klantgroepen-verloop", "Aandeel per klantgroep")


def _movement(chosen: Choice, earlier: date, day: date) -> None:
    now, before = shares_on(chosen.code, day), shares_on(chosen.code, earlier)
    sections.part(
        _moved_finding(now, before, earlier),
        f"Verschil in procentpunten tussen {date_long(earlier)} en {date_long(day)}, en wie van groep "
        "wisselde. Het bestand zelf verandert ook door in- en uitstroom.",
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
