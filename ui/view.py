"""From disclosed numbers to what cards and charts draw: texts, units, dates and sources in Dutch."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import streamlit as st

from metrics.disclosure import Disclosed
from metrics.shown import ShownStanding, shown_standing
from metrics.standing import published
from reference.dutch import date_long, date_short, number
from reference.load import Target, documents, targets
from storage.database import Database
from ui.access import database, screen
from ui.shapes import BulletRow, Card, Published, Shown

# What needs attention comes first.
URGENCY = (
    "niet gehaald",
    "achter",
    "aandacht",
    "onzeker",
    "niet meetbaar",
    "te vroeg",
    "geen termijn",
    "op koers",
    "gehaald",
    "niets geleverd",
    "geen getal in bron",
)
SHIELDED = "afgeschermd"
NOTHING = "niets geleverd"


def figure(value: float) -> str:
    """Return a count as Dutch text: whole numbers bare, others with one decimal."""
    return number(value, 0 if float(value).is_integer() else 1)


def as_shown(answer: Disclosed | None) -> Shown:
    """Return a disclosed count as text and drawable value."""
    if answer is None:
        return Shown(NOTHING, None, True)
    if answer.state == "below":
        return Shown(f"< {answer.limit}", None, True)
    if answer.state == "shielded":
        return Shown(SHIELDED, None, True)
    return plain(answer.value)


def plain(value: float) -> Shown:
    """Return a number that needs no protection (a target, a published figure)."""
    return Shown(figure(value), float(value))


def upper(answer: Disclosed | None) -> Shown | None:
    """Return the upper end of the interval, or None where nothing is unknown."""
    if answer is None or answer.state != "shown" or answer.high is None or answer.high <= answer.value:
        return None
    return plain(answer.high)


def target_url(target: Target) -> str:
    """Return the address of a target's definition, source and known contradictions."""
    return f"/verantwoording?afspraak={target.key}"


def unbroken(text: str) -> str:
    """Return a text that a narrow column does not break."""
    return text.replace(" ", "\u00a0")


def metric_url(key: str) -> str:
    """Return the address of a metric's definition and formula."""
    return f"/verantwoording?begrip={key}"


def source_text(target: Target) -> str:
    """Return the document and line of a target; of a delivered one the document and the delivery."""
    if found := documents().get(target.document):
        return f"{found.short}, r. {target.lines}"
    return f"{target.document} ({target.lines})"


def date_text(standing: ShownStanding) -> str:
    """Return the date a number speaks of, in words."""
    answer = standing.number
    if answer is None:
        return "nog geen stand"
    shown_on = answer.as_of if answer.state == "shown" else standing.as_of
    return f"stand t/m {date_long(min(shown_on, standing.as_of))}"


def period_text(target: Target) -> str:
    """Return the period of a target in short dates."""
    if target.end is None:
        return f"vanaf {date_short(target.start)}, zonder einddatum"
    return f"{date_short(target.start)} – {date_short(target.end)}"


def goal(target: Target) -> Shown | None:
    """Return a target's number in words that follow 'van', or None where the source gives none."""
    low, high = target.at_least, target.at_most
    if low is None and high is None:
        return None
    if low is None:
        return Shown(f"hoogstens {figure(high)}", float(high))
    if high is not None and high != low:
        return Shown(f"{figure(low)}–{figure(high)}", float(low))
    return plain(low)


def bullet_row(standing: ShownStanding, label: str | None = None) -> BulletRow:
    """Return the bullet of one target."""
    target, progress = standing.target, standing.progress
    shown, high = as_shown(standing.number), upper(standing.number)
    return BulletRow(
        label=label or target.title,
        shown=shown,
        target=goal(target),
        unit=standing.metric.unit if standing.metric else target.unit,
        status=progress.status,
        pace=progress.expected_share if standing.number is not None else None,
        low=shown if high else None,
        high=high,
    )


def card(standing: ShownStanding, note: str | None = None) -> Card:
    """Return the card of one target; its title leads to the definition, its foot to the source line."""
    target = standing.target
    return Card(
        row=bullet_row(standing),
        date_text=date_text(standing),
        source=f"Bron: {source_text(target)}",
        source_href=target_url(target),
        href=target_url(target),
        note=note if note is not None else remark(standing),
    )


def remark(standing: ShownStanding) -> str | None:
    """Return what must stand beside a number so that it is not misread."""
    target, counting = standing.target, standing.counting
    if standing.number is None and target.not_measured:
        return target.not_measured
    if counting and target.counting and counting != target.counting:
        return "Geteld volgens een andere telregel dan de afspraak."
    if target.mismatch and standing.number is not None:
        return target.mismatch
    return None


def standings(keys: Iterable[str], as_of: date, counting: str | None = None) -> list[ShownStanding]:
    """Return where the targets with these keys stand, in the order given."""
    data = database()
    return [_standing(data.identity, data.version, key, as_of, counting, data) for key in keys]


@st.cache_data(show_spinner=False, max_entries=4000)
def _standing(
    identity: str, version: int, key: str, as_of: date, counting: str | None, _data: Database
) -> ShownStanding:
    target = targets()[key]
    return shown_standing(_data, screen(target.start, target.end), target, as_of, counting)


def most_urgent_first(found: Iterable[ShownStanding]) -> list[ShownStanding]:
    """Return standings sorted by what needs attention."""
    return sorted(found, key=lambda s: (URGENCY.index(s.progress.status), s.progress.pace or 0))


def published_points(target: Target, as_of: date) -> list[Published]:
    """Return what documents published about the whole of a target up to a date; public, so shown as it is."""
    points = []
    for one in published(target, as_of):
        if one.low is None or one.end is None or one.scope.kind != target.scope.kind:
            continue  # the seven jobs at the province are a part of the 440, no stand of it
        text = figure(one.low) if one.low == one.high else f"{figure(one.low)}–{figure(one.high)}"
        label = f"{documents()[one.document].kind} ({one.unit})"
        points.append(Published(one.end, Shown(text, float(one.low)), label))
    return points
