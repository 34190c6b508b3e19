"""Bottlenecks and advice: those that the documents name, and what people added, each with owner and date."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import streamlit as st

from metrics.commitments import citation, records
from reference.board import Bottleneck, bottlenecks
from reference.dutch import date_long, date_short
from reference.load import documents
from storage.register_fields import KINDS_OF_BOTTLENECK, OPEN_OR_NOT
from storage.register_log import of_record, stated
from ui.access import may_edit, shows_sample
from ui.commitments_edit import adder, editor
from ui.commitments_form import Field
from ui.commitments_look import pairs_html, status_mark
from ui.commitments_state import stated_changes
from ui.data_actions import stated_name
from ui.markup import safe
from ui.sections import head, section
from ui.view import unbroken

_PICKED = "knelpunt"


@dataclass(frozen=True)
class Issue:
    """A bottleneck or advice as it stands now; `source` is a citation, or who entered it."""

    key: str
    kind: str
    text: str
    owner: str | None
    day: str | None
    state: str
    next_step: str | None
    due: str | None
    source: str
    stated: dict[str, str]


def issues() -> list[Issue]:
    """Return all bottlenecks and advice: those of the documents first, then what people added."""
    found = stated_changes()
    named = [_of_document(one, stated(of_record(found, one.key))) for one in bottlenecks()]
    new = records(found, "KN-N").items()
    added = [_added(key, one, of_record(found, key)[0].changed_by) for key, one in new]
    return [one for one in (*named, *added) if "removed" not in one.stated]


def issues_page(who: Callable[[], None]) -> None:
    """Show what stands in the way and what was advised; `who` asks for a name."""
    found = issues()
    unsolved = [one for one in found if one.state == "open"]
    nobody = sum(one.owner is None for one in unsolved)
    text = f"{len(unsolved)} van de {len(found)} knelpunten en adviezen staan open"
    head(
        text + (f"; bij {nobody} is er geen eigenaar" if nobody else ""),
        "Wat de stukken noemen, in onze woorden, aangevuld met wat hier is ingevoerd.",
    )
    who()
    for kind, title in (("knelpunt", "Knelpunten"), ("advies", "Adviezen")):
        mine = [one for one in found if one.kind == kind]
        section(f"{title} ({len(mine)})")
        st.html(f'<div class="rm-entries rm-promises">{"".join(map(_line, mine))}</div>')
    _edit(found)
    section("Wat we niet weten")
    st.html(
        "<p>De stukken zeggen niet of een knelpunt is opgelost of een advies is gevolgd. Waar niemand dat "
        "invoerde, staat het open.</p>"
    )


def _edit(found: list[Issue]) -> None:
    if not may_edit() or shows_sample() or stated_name() is None:
        return
    names = {f"{one.key} · {one.text[:70]}": one for one in found}
    picked = st.selectbox(
        "Eén knelpunt of advies wijzigen", list(names), index=None, placeholder="Kies of typ", key=_PICKED
    )
    if picked:
        editor(names[picked].key, _fields(names[picked]), "Dit knelpunt of advies wijzigen")
    adder("knelpunt", _fields(None), "Een knelpunt of advies toevoegen")


def _fields(one: Issue | None) -> list[Field]:
    now = one.stated if one else {}
    kinds = {kind: kind for kind in KINDS_OF_BOTTLENECK}
    states = {state: state for state in OPEN_OR_NOT}
    fields = [
        Field("kind", "Soort", now.get("kind", one.kind if one else None), kinds),
        Field("text", "Wat is er aan de hand, of wat is het advies", now.get("text"), long=True),
    ]
    if one and one.key in {named.key for named in bottlenecks()}:
        fields = []  # what a document says keeps its words
    return [
        *fields,
        Field("owner", "Eigenaar (functie of organisatie)", now.get("owner")),
        Field("state", "Stand", now.get("state", "open" if one else None), states),
        Field("next_step", "Volgende stap", now.get("next_step")),
        Field("due", "Datum volgende stap (dd-mm-jjjj)", now.get("due"), is_date=True),
    ]


def _line(one: Issue) -> str:
    owner = one.owner or "geen eigenaar"
    day = f" · {unbroken(one.day)}" if one.day else ""
    due = f", uiterlijk {date_long(date.fromisoformat(one.due))}" if one.due else ""
    pairs = [
        ("Eigenaar", safe(owner)),
        ("Volgende stap", safe((one.next_step or "niet afgesproken") + due)),
        ("Bron", safe(one.source)),
        ("Code", safe(one.key)),
    ]
    tail = f'<span class="rm-entry-tail">{safe(owner)}{safe(day)}</span>'
    return (
        f"<details><summary>{status_mark(one.state)}<span>{safe(one.text)}</span>{tail}</summary>"
        f"{pairs_html(pairs)}</details>"
    )


def _of_document(one: Bottleneck, now: dict[str, str]) -> Issue:
    day = date_short(one.day) if one.day else documents()[one.document].date_text.split(":")[-1].strip()
    return Issue(
        one.key, one.kind, one.text, now.get("owner", one.owner), day, now.get("state", "open"),
        now.get("next_step"), now.get("due"), citation(one.document, one.lines), now,
    )  # fmt: skip


def _added(key: str, now: dict[str, str], by: str) -> Issue:
    day = now.get("day")
    return Issue(
        key, now.get("kind", "knelpunt"), now.get("text", ""), now.get("owner"),
        date_short(date.fromisoformat(day)) if day else None, now.get("state", "open"),
        now.get("next_step"), now.get("due"), f"ingevoerd door {by}", now,
    )  # fmt: skip
