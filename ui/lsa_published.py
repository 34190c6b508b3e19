"""Published figures of the agreement beside the rows: a layer of its own, never mixed into a count."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import streamlit as st

from metrics.disclosure import Disclosed
from metrics.shown import ShownStanding
from reference.dutch import LABELS, date_long
from reference.load import Figure, documents, figures, targets
from ui import sections
from ui.access import screen, shows_sample
from ui.cards import badge
from ui.markup import safe
from ui.view import as_shown, figure, standings

UNKNOWN = "niet te bepalen"


def published_for(keys: Iterable[str], as_of: date) -> list[Figure]:
    """Return the figures that speak of these targets and that were known on a date."""
    wanted = set(keys)
    return [one for one in figures().values() if one.target in wanted and one.end and one.end <= as_of]


def published_list(found: list[Figure]) -> str:
    """Return the published figures beside the rows, each with the difference and why they may differ."""
    return f'<ul class="rm-bullets">{"".join(map(_item, found))}</ul>'


def draw_published(standings: Sequence[ShownStanding], as_of: date) -> None:
    """What documents published about these agreements, on the page beside the rows."""
    if stated := published_for([one.target.key for one in standings], as_of):
        sections.part("Wat documenten publiceerden, naast de rijen")
        st.html(published_list(stated))


def published_text(one: Figure) -> str:
    """Return the published number: 147, or 40–50."""
    if one.low is None or one.high is None or one.low == one.high:
        return figure(one.low if one.low is not None else one.high)
    return f"{figure(one.low)}–{figure(one.high)}"


def difference(one: Figure, rows: Disclosed | None) -> str:
    """Return rows minus published, where both speak of the same day and the rows may be shown."""
    if rows is None or rows.state != "shown" or rows.as_of != one.end or one.low is None:
        return UNKNOWN
    if one.low <= rows.value <= one.high:
        return "geen" if one.low == one.high else "binnen de bandbreedte"
    gap = rows.value - float(one.low if rows.value < one.low else one.high)
    return f"+{figure(gap)}" if gap > 0 else f"−{figure(-gap)}"


def rows_for(one: Figure) -> Disclosed | None:
    """Return what the rows give for the same thing on the same day; None where nothing was delivered."""
    target = targets()[one.target]
    if one.metric is None or target.metric is None or standings([target.key], one.end)[0].number is None:
        return None
    if one.scope.kind != "party" and one.metric == target.metric:
        return standings([target.key], one.end)[0].number
    numbers, rule = screen(target.start, target.end), "min25" if one.metric == "garantiebanen" else one.metric
    if one.scope.kind != "party":
        return numbers.placed(rule, one.end)
    found = numbers.party(rule, one.scope.code, one.end)
    return found if found.value != 0 else None  # a party without a tagged row: nothing delivered


def _item(one: Figure) -> str:
    rows = rows_for(one)
    why = one.note + (" De rijen zijn hier verzonnen." if shows_sample() and rows is not None else "")
    source = f"Bron: {documents()[one.document].short}, r. {one.lines}"
    about = f"{one.scope.text}; {one.date_text}. {source}"
    return (
        f'<li><div><p class="rm-bullet-label">{safe(one.title)}</p>'
        f"<p>{badge(LABELS['scope'][one.scope.kind])}</p>"
        f'<p class="rm-source">{safe(about)}</p></div>'
        f'<div class="rm-bullet-bar"><p class="rm-small">{safe(why)}</p></div>'
        f'<div class="rm-bullet-text"><p class="rm-big"><b>{published_text(one)}</b> {safe(one.unit)} '
        f'gepubliceerd</p><p><span class="rm-date">{safe(_beside(one, rows))}</span></p></div></li>'
    )


def _beside(one: Figure, rows: Disclosed | None) -> str:
    if rows is None:
        return "uit de rijen: niets geleverd"
    late = rows.state == "shown" and rows.as_of != one.end
    when = f" (t/m {date_long(rows.as_of)})" if late else ""
    return f"uit de rijen: {as_shown(rows).text}{when} · verschil: {difference(one, rows)}"
