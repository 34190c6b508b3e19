"""Finding sentences: what the numbers say, in words that stay true for every state they can have."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from metrics.shown import ShownStanding
from reference.dutch import LABELS, date_long, number
from ui.shapes import Series
from ui.view import as_shown, figure, goal, most_urgent_first
from ui.words import is_word

WORRYING = ("niet gehaald", "achter", "aandacht", "onzeker")


def lower_first(text: str) -> str:
    """Return a title as the middle of a sentence."""
    return text[:1].lower() + text[1:]


def targets_finding(found: Sequence[ShownStanding], as_of: date, about: str = "doelen") -> str:
    """Return how many of these targets were reached, and which one needs attention first."""
    when = date_long(as_of)
    if all(one.number is None for one in found):
        return f"Voor de {len(found)} {about} is tot en met {when} nog niets geteld"
    reached = sum(one.progress.status == "gehaald" for one in found)
    first = f"{reached} van de {len(found)} {about} gehaald op {when}"
    worst = most_urgent_first(found)[0]
    if worst.progress.status not in WORRYING:
        return first
    return f"{first}; meeste aandacht: {lower_first(worst.target.title)}"


def other_rule_finding(standing: ShownStanding, counting: str) -> str:
    """Return the count under a chosen rule, when that is another one than the agreement's."""
    shown = as_shown(standing.number)
    label = LABELS["counting"][counting]
    if standing.number is None or is_word(shown):
        return f"Geteld als {label} is er nog geen getal voor de regio te tonen"
    aim = figure(standing.progress.target_value)
    day = date_long(standing.number.as_of)
    return f"Geteld als {label} staat de regio op {shown.text} op {day}; de {aim} is anders afgesproken"


def course_finding(standing: ShownStanding, unit: str) -> str:
    """Return where a target with a period stands beside its straight path."""
    shown, progress, target = as_shown(standing.number), standing.progress, standing.target
    aim, answer = goal(target), standing.number
    if answer is None or answer.state != "shown":
        return f"Nog geen getal te tonen voor de {aim.text} {unit}"
    day = date_long(answer.as_of)
    if progress.status == "gehaald":
        return f"De {aim.text} {unit} zijn gehaald: {shown.text} op {day}"
    if target.end and standing.as_of >= target.end:
        return f"De teller kwam uit op {shown.text} van de {aim.text} {unit}"
    asked = number(progress.target_value * progress.expected_share)
    return f"Op {day} zijn er {shown.text} {unit}; het rechte pad naar {aim.text} vraagt er nu {asked}"


def doubt(standing: ShownStanding) -> str:
    """Return how much may be missing because hours, register or sector are unknown; empty without doubt."""
    answer = standing.number
    if answer is None or answer.state != "shown" or answer.high is None or answer.high <= answer.value:
        return ""
    return (
        f"Het kunnen er ook {figure(answer.high)} zijn: van een deel van de rijen zijn uren, sector "
        "of register onbekend."
    )


def comparison_finding(series: Sequence[Series], unit: str) -> str:
    """Return which municipality has the most and which the least, of those that may be shown."""
    seen = [one for one in series if one.latest.drawable is not None]
    if len(seen) < 2:
        return "Per gemeente is er nog te weinig om te vergelijken"
    most = max(seen, key=lambda one: one.latest.drawable)
    least = min(seen, key=lambda one: one.latest.drawable)
    return (
        f"{most.name} heeft per 1.000 inwoners de meeste {unit} ({most.latest.text}), "
        f"{least.name} de minste ({least.latest.text})"
    )
