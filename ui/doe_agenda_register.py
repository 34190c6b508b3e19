"""The register of actions: who does what, until when, with which result and money, and where that stands."""

from __future__ import annotations

from collections.abc import Sequence

from metrics.agenda import Action
from metrics.agenda_result import reached
from reference.dutch import count_word, date_long, join_words
from reference.load import budgets
from ui.cards import definitions
from ui.doe_agenda_data import Listed
from ui.doe_agenda_look import GROUPS, money_text, period_text, result_text, status_text, where_text
from ui.markup import safe

ORDER = ("te-laat", "loopt", "gedaan", "niet-begonnen", "gestopt", None)
ABOUT = "Aantallen mensen zijn afgerond op vijf. Open een actie voor resultaat, geld en bron."
ABOUT_DECIDED = (
    "Uit het besluit van 20 oktober 2020, zonder wat het besluit achtergrond noemt. De jaren zijn die van de "
    "hele aanpak. De stand van elke toezegging staat bij Afspraken."
)
REMEDY = "Lever acties met nummer, trekker, periode, streefwaarde en geld. Bij Gegevens staat een sjabloon."


def headline(found: Listed) -> str:
    """Return how many actions there are, and how they stand."""
    if not found.all_delivered:
        return "Er zijn nog geen acties geleverd; het kader van het besluit staat al vast"
    if not found.delivered:
        return "Geen van de geleverde acties past bij deze keuze"
    counts = [(sum(one.status == status for one in found.delivered), status) for status in ORDER]
    told = join_words([f"{count} {_word(status)}" for count, status in counts if count])
    return f"{_actions(len(found.delivered))}: {told}"


def detail(found: Listed) -> str:
    """Return what the timeline shows: from whom, of when, and which choice."""
    days = {one.reference_date for one in found.delivered if one.reference_date}
    when = f"stand {date_long(max(days))}" if days else "zonder peildatum"
    chosen = f" Keuze: {found.words}." if found.words else ""
    if not found.delivered:
        return f"Twaalf kwartalen van 2020 tot en met 2022.{chosen}"
    return f"Twaalf kwartalen van 2020 tot en met 2022, {when} volgens de leverancier.{chosen} {ABOUT}"


def decided_headline(found: Sequence[Action]) -> str:
    """Return how many actions and promises the decision itself names."""
    if not found:
        return "Het besluit noemt bij deze keuze zelf geen acties"
    noun = "actie of toezegging" if len(found) == 1 else "acties en toezeggingen"
    return f"Het besluit van 2020 noemt zelf {count_word(len(found))} {noun}, zonder getal als doel"


def decided_list(found: Sequence[Action]) -> str:
    """Return what the decision names as lines that open."""
    return f'<div class="rm-entries">{"".join(map(_line, found))}</div>'


def terms(one: Action) -> str:
    """Return all that is known of an action, term by term; what nobody gave is said."""
    return definitions([(term, text) for term, text in _pairs(one) if text])


def _line(one: Action) -> str:
    key, owner = f'<span class="rm-entry-key">{one.key}</span>', safe(one.owner or "")
    head = f'{key}<span>{safe(one.title)}</span><span class="rm-entry-tail">{owner}</span>'
    return f"<details><summary>{head}</summary>{terms(one)}</details>"


def _pairs(one: Action) -> list[tuple[str, str]]:
    when = f", stand {date_long(one.reference_date)}" if one.reference_date else ""
    years = " (jaren van de hele aanpak; het besluit geeft geen eigen datum)" if one.decided else ""
    lacking = "" if one.decided else "niet geleverd"
    return [
        ("Nummer", one.key),
        ("Pijler", ", ".join(GROUPS[code] for code in one.pillars) or lacking),
        ("Regionaal of lokaal", where_text(one)),
        ("Trekker", one.owner or "niet geleverd"),
        ("Periode", period_text(one) + years),
        ("Indicator", one.indicator or lacking),
        ("Resultaat", _result(one)),
        ("Geld", _money(one)),
        ("Status", "" if one.decided else f"{status_text(one)}{when}"),
        ("Let op", one.note),
        ("Bron", one.source),
    ]


def _result(one: Action) -> str:
    if one.decided:
        return "geen getal in bron"
    found = reached(one)
    said = result_text(one) or "geen streefwaarde en geen stand geleverd"
    return f"{said}, afgerond op vijf" if found and found.is_rounded else said


def _money(one: Action) -> str:
    if one.decided:
        return "; ".join(budgets()[key].title for key in (one.money_source or "").split("; ") if key)
    return money_text(one)


def _actions(count: int) -> str:
    return "Eén actie" if count == 1 else f"{count_word(count).capitalize()} acties"


def _word(status: str | None) -> str:
    words = {"te-laat": "te laat", "loopt": "lopend", "gedaan": "gedaan", "niet-begonnen": "niet begonnen",
             "gestopt": "gestopt", None: "zonder status"}  # fmt: skip
    return words[status]
