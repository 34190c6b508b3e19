"""The headings of the page about the crisis, computed from the data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from metrics.context import INDICATORS, LAST, Course, swing
from reference.dutch import count_word, join_words
from reference.load import members
from ui.crisis_data import COUNT, INDEX, PER, VIEWS, Mark, line, moment
from ui.crisis_words import apart, place_name, value_text

REMEDY = (
    "Lever reeksen van CBS of UWV met gemeente, maand, indicator en waarde. Bij Gegevens staat een sjabloon."
)
AS_GIVEN = "gepubliceerde cijfers, zoals geleverd"
ABOUT_EVENTS = (
    "De nummers staan ook op de lijn. Maatregelen komen uit het besluit van 2020. Een actie staat op de dag "
    "waarop zij begon; alles over haar staat bij Doe-agenda 2020–2022."
)


def no_series(indicator: str, place: str) -> str:
    """Return the h1 where a series was not delivered."""
    return f"{INDICATORS[indicator]} in {place_name(place)}: er zijn nog geen cijfers geleverd"


def fallback(asked: str, shown: str) -> str:
    """Return why another view shows than was asked for; empty when it is the same."""
    if asked == shown:
        return ""
    if asked == INDEX:
        return "Een index kan hier niet: voor februari 2020 is er geen waarde boven nul."
    return "Per 1.000 inwoners kan hier niet: het aantal inwoners of het aantal zelf is niet bekend."


def span(course: Course, place: str) -> str:
    """Return from when to when a series runs."""
    points = course.places[place]
    return f"{moment(points[0])} tot en met {moment(points[-1])}"


def events_title(events: Mapping[date, Sequence[Mark]]) -> str:
    """Return how many actions and measures began."""
    count = sum(len(found) for found in events.values())
    acting = sum(one.is_action for found in events.values() for one in found)
    if not acting:
        noun = "gebeurtenis" if count == 1 else "gebeurtenissen"
        return f"{count_word(count).capitalize()} {noun} uit het besluit; acties zijn hier niet geleverd"
    rest = count - acting
    noun = "maatregel of gebeurtenis" if rest == 1 else "maatregelen en gebeurtenissen"
    verb = "actie begon" if acting == 1 else "acties begonnen"
    return f"{count_word(acting).capitalize()} {verb}, naast {count_word(rest)} {noun} uit het besluit"


def series_title(found: Mapping[str, Course], place: str) -> str:
    """Return which series are now above and which below February 2020."""
    told = {code: swing(course.places.get(place, ())) for code, course in found.items()}
    above = [_name(code) for code, one in told.items() if one and one.latest.value > one.base.value]
    below = [_name(code) for code, one in told.items() if one and one.latest.value < one.base.value]
    parts = [f"boven februari 2020 {join_words(above)}" if above else "",
             f"eronder {join_words(below)}" if above and below else
             f"onder februari 2020 {join_words(below)}" if below else ""]  # fmt: skip
    said = "; ".join(part for part in parts if part)
    where = place_name(place)
    return f"Laatste stand in {where}: {said}" if said else f"De reeksen in {where} naast elkaar"


def places_view(course: Course, asked: str) -> str:
    """Return how municipalities are compared: an index where one can have it, else per inhabitant."""
    has_base = any(swing(course.places.get(one.code, ())) for one in members(LAST))
    return INDEX if asked == INDEX and has_base else PER


def places_title(course: Course, asked: str) -> tuple[str, str]:
    """Return the finding about the municipalities, and how they are compared."""
    shown = places_view(course, asked)
    note = "Aantallen staan niet naast elkaar: gemeenten verschillen in omvang."
    about = f"{f'{note} ' if asked == COUNT else ''}{VIEWS[shown]}. {INDICATORS[course.indicator]}."
    return (_per_head(course) if shown == PER else _since_base(course)), about


def _since_base(course: Course) -> str:
    """Return between which changes since February 2020 the municipalities lie."""
    found = {one.name: swing(course.places.get(one.code, ())) for one in members(LAST)}
    ends = {name: told.latest.value / told.base.value - 1 for name, told in found.items() if told}
    if len(ends) < 2:
        return f"{INDICATORS[course.indicator]} per gemeente"
    least, most = min(ends, key=ends.get), max(ends, key=ends.get)
    span = f"van {apart(ends[least])} in {least} tot {apart(ends[most])} in {most}"
    return f"Laatste stand naast februari 2020: {span}"


def _per_head(course: Course) -> str:
    """Return between which numbers per 1.000 inhabitants the municipalities lie, in the same period."""
    lines = {one.name: line(course, one.code, PER) or () for one in members(LAST)}
    last = {name: [one for one in points if one.value is not None][-1:] for name, points in lines.items()}
    known = {name: found[0] for name, found in last.items() if found}
    if len(known) < 2 or len({one.last for one in known.values()}) > 1:
        return f"{INDICATORS[course.indicator]} per gemeente"
    least, most = (pick(known, key=lambda name: known[name].value) for pick in (min, max))
    if known[least].value == known[most].value:
        same = value_text(known[most], PER)
        return f"{moment(known[most])[:1].upper()}{moment(known[most])[1:]}: overal {same} per 1.000 inwoners"
    span = f"van {value_text(known[least], PER)} in {least} tot {value_text(known[most], PER)} in {most}"
    when = moment(known[most])
    return f"{when[:1].upper()}{when[1:]}: {span}, per 1.000 inwoners"


def _name(code: str) -> str:
    name = INDICATORS[code]
    return name if name.startswith(("WW", "Tozo")) else name[:1].lower() + name[1:]
