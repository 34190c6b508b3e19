"""The board of the Werkbedrijf: its meetings, what it must watch, and what each member took upon itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date

import streamlit as st

from metrics.commitments import Known, State, citation, day_of, meetings_per_year, records
from reference.board import Check, Seat, board, checklist
from reference.dutch import count_word, date_long, plural
from reference.promises import why_no_such_lines
from storage.register_log import of_record, stated
from ui.cards import empty_state, note
from ui.commitments_edit import adder, editor, take_away
from ui.commitments_form import Field, promise_fields
from ui.commitments_look import pairs_html, promise_url, status_mark
from ui.commitments_state import current, stated_changes
from ui.markup import link, plain_bar, safe
from ui.sections import head, part, section, small
from ui.shapes import Shown

NORM = 4
_TASKS, _ALL = "A-BT", "A-CV"


def board_page(who: Callable[[], None]) -> None:
    """Show the meetings, the checklist and the duties of the board; `who` asks for a name."""
    per_year, points = meetings_per_year(stated_changes()), _points()
    known = sum(status in ("gedaan", "loopt") for _, status, _, _ in points)
    some = count_word(known) if known else "geen"
    head(
        f"{_meetings_finding(per_year)}; van {some} van de {count_word(len(points))} punten die het bestuur "
        "bewaakt is bekend hoe het staat",
        "Het bestuur van het Werkbedrijf volgens het convenant van februari 2019.",
    )
    who()
    _meetings(per_year)
    _checklist(points)
    _duties()
    _unknown()


def _meetings_finding(per_year: dict[int, int]) -> str:
    if not per_year:
        return "Er zijn nog geen vergaderingen ingevoerd"
    year, count = next(iter(per_year.items()))
    noun = plural(count, "vergadering", "vergaderingen")
    return f"In {year} {'is' if count == 1 else 'zijn'} {count_word(count)} {noun} ingevoerd"


def _meetings(per_year: dict[int, int]) -> None:
    section(
        "Afgesproken zijn minstens vier vergaderingen per jaar",
        "Ingevoerde vergaderingen per kalenderjaar. Bron: Convenant Werkbedrijf, r. 396-398.",
    )
    if per_year:
        longest = max(NORM, *per_year.values())
        st.html(f'<ul class="rm-bullets">{"".join(_year(*one, longest) for one in per_year.items())}</ul>')
    else:
        remedy = "Voer hieronder per vergadering de datum en de naam in. Dan staat hier hoeveel het er waren."
        st.html(empty_state("Nog geen vergaderingen", remedy))
    _list()
    adder("vergadering", [
        Field("name", "Naam van de vergadering", None),
        Field("day", "Datum (dd-mm-jjjj)", None, is_date=True),
    ], "Een vergadering invoeren")  # fmt: skip


def _year(year: int, count: int, longest: int) -> str:
    reached = "vier of meer" if count >= NORM else f"nog {NORM - count} tot vier"
    if year < date.today().year and count < NORM:
        reached = f"{NORM - count} minder dan vier ingevoerd"
    return (
        f'<li><p class="rm-bullet-label">{year}</p>'
        f'<div class="rm-bullet-bar">{plain_bar(Shown(str(count), float(count)), longest)}</div>'
        f'<div class="rm-bullet-text"><p class="rm-big"><b>{count}</b> van 4</p>'
        f'<p class="rm-small">{reached}</p></div></li>'
    )


def _list() -> None:
    entered = records(stated_changes(), "V-")
    if not entered:
        return
    latest_first = sorted(entered.items(), key=lambda one: one[1]["day"], reverse=True)
    with st.expander("Alle ingevoerde vergaderingen", key="vergaderingen"):
        for record, one in latest_first:
            day, name = date_long(date.fromisoformat(one["day"])), safe(one.get("name", "zonder naam"))
            by = of_record(stated_changes(), record)[0].changed_by
            with st.container(horizontal=True, vertical_alignment="center"):
                st.html(f'<p>{day}: {name} <span class="rm-small">ingevoerd door {safe(by)}</span></p>')
                take_away(record, "vergadering", f"Weghalen ({day})")


def _points() -> list[tuple[Check, str, str, dict[str, str]]]:
    """Return per point its status, why, and what was stated of it."""
    found = []
    for one in checklist():
        now = stated(of_record(stated_changes(), one.key))
        computed, because = _computed(one.known)
        found.append((one, now.get("status", computed), now.get("evidence", because), now))
    return found


def _computed(seen: Known | None) -> tuple[str, str]:
    """A document of years ago is no evidence of how it stands now, so that is all it says."""
    if seen is None:
        return "geen bewijs", "Geen stuk zegt of dit er is."
    return "geen bewijs", f"{seen.text} ({citation(seen.document, seen.lines)}, {day_of(seen)})."


def _checklist(points: list[tuple[Check, str, str, dict[str, str]]]) -> None:
    section(
        "Wat het bestuur bewaakt naast het aantal garantiebanen",
        "De instrumenten en middelen die het convenant noemt.",
    )
    for one, status, why, now in points:
        step = now.get("next_step", "niet afgesproken")
        where = citation(one.document, one.lines)
        text = (
            f'<p class="rm-conclusion">{status_mark(status)}<span>{safe(why)}</span></p>'
            f'<p class="rm-source">Eigenaar: {safe(now.get("owner", "bestuur Werkbedrijf"))} · '
            f"volgende stap: {safe(step)} · bron: {safe(where)}</p>"
        )
        part(one.title)
        st.html(text)
        editor(one.key, promise_fields(now, _computed(one.known)[0], "bestuur Werkbedrijf"))


def _duties() -> None:
    found = current()
    section(
        "Negen soorten zetels, en voor het onderwijs geen eigen inspanningen",
        "Wie in het bestuur zit namens wie, en wat het convenant van die partij verwacht.",
    )
    st.html(f'<div class="rm-entries rm-seats">{"".join(_seat(one, found) for one in board())}</div>')
    small(
        "De taken van het bestuur en de afspraken van alle partijen gelden voor elk lid; ze staan daarom "
        "bij iedereen."
    )


def _seat(seat: Seat, found: dict[str, State]) -> str:
    own = [one for one in found.values() if seat.own and _inside(one, seat)]
    board_tasks = [one for one in found.values() if one.commitment.key.startswith(_TASKS)]
    of_all = [one for one in found.values() if one.commitment.key.startswith(_ALL)]
    words = f"{len(own)} eigen inspanningen" if own else "geen eigen inspanningen genoemd"
    head_ = f"<span>{safe(seat.seat)}</span><span>namens {safe(seat.represents)}</span>"
    pairs = [
        ("Eigen inspanningen", _duty_list(own) or "Het convenant noemt er geen."),
        ("Taken van het bestuur", _duty_list(board_tasks)),
        ("Afspraken van alle partijen", _duty_list(of_all)),
        ("Bron", safe(f"Convenant Werkbedrijf, r. {', '.join(filter(None, (seat.lines, seat.own_lines)))}")),
    ]
    return (
        f'<details><summary>{head_}<span class="rm-entry-tail">{words}</span></summary>'
        f"{pairs_html(pairs)}</details>"
    )


def _inside(one: State, seat: Seat) -> bool:
    if not one.commitment.key.startswith(f"{seat.own}-") or why_no_such_lines("S2", one.commitment.lines):
        return False
    first, last = map(int, seat.own_lines.split("-"))
    return first <= int(one.commitment.lines.split("-")[0]) <= last


def _duty_list(found: list[State]) -> str:
    items = "".join(
        f"<li>{link(one.commitment.commitment, promise_url(one.commitment.key))}"
        f" {status_mark(one.status)}</li>"
        for one in found
    )
    return f"<ul>{items}</ul>" if items else ""


def _unknown() -> None:
    section("Wat we niet weten")
    counts = Counter(one.status for one in current().values() if one.commitment.document == "S2")
    st.html(
        f"<p>Van {counts['geen getal']} van de afspraken uit het convenant noemt de bron geen maat, en van "
        f"{counts['geen bewijs']} is geen bewijs. Hoeveel vertegenwoordigers het onderwijs heeft, staat er "
        "niet. Vergaderingen van voor de eerste invoer kunnen ontbreken.</p>"
    )
    st.html(note(
        "Het convenant is niet bij de rechter af te dwingen. Deze pagina zegt wat bekend is, niet of iemand "
        "tekortschoot.", "Let op.",
    ))  # fmt: skip
