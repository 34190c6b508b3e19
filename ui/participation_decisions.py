"""The five decisions of 2017 and the milestones: what was promised, for when, and what is known of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import streamlit as st

from metrics.commitments import State
from reference.dutch import count_word, date_long
from reference.load import Milestone, documents, milestones, rules
from ui.cards import source_line
from ui.commitments_look import promise_url, status_mark
from ui.commitments_state import current
from ui.markup import link, safe
from ui.participation_look import chapter

# The five points of the decision: what, lines, the promises that belong to it, and its milestone or term.
DECISIONS = (
    ("Werkzoekenden indelen in drie groepen", "99-109", ("A-H17-01",), None),
    ("Re-integratie: voor wie wordt waar ingekocht", "113-131", ("A-H17-02", "A-H17-03", "A-H17-04"), None),
    ("Raamcontracten voor twee jaar, met een optie", "135-143", ("A-H17-05",), "T-H17-05"),
    ("Een participatiebedrijf verkennen", "147-149", ("A-H17-06",), "T-H17-08"),
    ("De rol van de sociale wijkteams verkennen", "153-157", ("A-H17-07",), "T-H17-09"),
)
MILESTONES = ("T-H17-10", "T-H17-11", "T-H17-12", "T-H17-07", "T-H17-09", "T-H17-08", "T-H17-13")
KNOWN = ("gedaan", "loopt", "te laat")
ABOUT = (
    "De vijf punten van het besluit van 20 juni 2017, de toezeggingen die erbij horen en wat er nu van "
    "bekend is. Een status zegt wat bekend is, niet of iemand tekortschoot."
)
ABOUT_MILESTONES = (
    "Momenten die de strategie noemt. Waar de bron een seizoen of maand noemt, is de datum onze uitleg."
)


def draw(as_of: date | None) -> None:
    """Draw the chapters of the decisions and of the milestones; `as_of` None means no data."""
    found = current()
    chapter(_finding(found), "besluiten", ABOUT)
    items = [
        _item(f"{place}. {title}", _promises(found[key] for key in promised), _term(term), f"r. {lines}")
        for place, (title, lines, promised, term) in enumerate(DECISIONS, start=1)
    ]
    st.html(f'<ul class="rm-bullets">{"".join(items)}</ul>')
    st.html(source_line(f"{documents()['S3'].short}, r. 99-157", rules()["T-H17-05"].text))
    chapter(_milestone_finding(as_of), "mijlpalen", ABOUT_MILESTONES)
    items = [_milestone(milestones()[key], as_of, found) for key in MILESTONES]
    st.html(f'<ul class="rm-bullets">{"".join(items)}</ul>')


def _finding(found: dict[str, State]) -> str:
    keys = [key for _, _, promised, _ in DECISIONS for key in promised]
    known = sum(found[key].status in KNOWN for key in keys)
    if not known:
        return f"Van de {count_word(len(keys))} toezeggingen in het besluit is niet bekend wat ervan kwam"
    said = f"Van {count_word(known)} van de {count_word(len(keys))} toezeggingen"
    return f"{said} in het besluit is bekend hoe het ermee staat"


def _milestone_finding(as_of: date | None) -> str:
    due = [milestones()[key].due for key in MILESTONES]
    if as_of is None:
        return f"De strategie noemt {count_word(len(due))} mijlpalen"
    over = sum(1 for one in due if one and one <= as_of)
    if over == len(due):
        return f"Op {date_long(as_of)} was het moment van alle {count_word(over)} mijlpalen voorbij"
    said = f"van {count_word(over)} van de {count_word(len(due))} mijlpalen"
    return f"Op {date_long(as_of)} was het moment {said} voorbij"


def _milestone(one: Milestone, as_of: date | None, found: dict[str, State]) -> str:
    promised = [state for state in found.values() if one.key in state.commitment.indicator]
    read = f"{one.due_text}; gelezen als {date_long(one.due)}" if one.due else one.due_text
    if as_of is not None and one.due is not None:
        read += ", voorbij" if one.due <= as_of else ", nog niet voorbij"
    return _item(one.title, _promises(promised), read, f"r. {one.lines}")


def _item(title: str, promised: str, when: str, lines: str) -> str:
    return (
        f'<li><p class="rm-bullet-label">{safe(title)}</p>'
        f'<div class="rm-bullet-bar rm-promised">{promised}</div>'
        f'<div class="rm-bullet-text"><p class="rm-small">{safe(when)}</p>'
        f'<p class="rm-source">{safe(lines)}</p></div></li>'
    )


def _promises(states: Iterable[State]) -> str:
    """Return the promises with their status, each leading to all that is known of it."""
    return "".join(
        f"<p>{link(one.commitment.commitment, promise_url(one.commitment.key))} {status_mark(one.status)}</p>"
        for one in states
    )


def _term(key: str | None) -> str:
    if key in milestones():
        return f"Mijlpaal: {milestones()[key].due_text}"
    if key in rules():
        return f"Looptijd: {date_long(rules()[key].start)} tot en met {date_long(rules()[key].end)}"
    return "De bron noemt geen moment"
