"""Numbers for goals that other pages measure: series, counts without a target, talks, and the 72 hours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import streamlit as st

from data_loaders.statistics_codes import INDICATORS
from metrics.cells import REGION
from metrics.commitments import meetings_per_year
from metrics.context import INDICATORS as CRISIS
from metrics.context import Course, Point
from metrics.participation_talks import delivered_until
from metrics.service import Question
from reference.dutch import date_long, percent
from reference.load import dutch_municipalities, targets
from storage.database import Database
from ui import doe_agenda_view, service_view
from ui.access import database
from ui.commitments_state import stated_changes
from ui.crisis_data import moment as calendar_moment
from ui.crisis_data import source_words
from ui.goal_tree_data import series
from ui.participation_access import HAARLEM, clients, spoken
from ui.participation_access import Choice as Clients
from ui.participation_talks import reach
from ui.service_data import HOURS, NORM, outcomes
from ui.view import as_shown, date_text, figure, period_text, standings
from ui.words import is_word

_SINCE_2019, _BEFORE = "T-WB-01", "T-LSA-02"
# A metric without a target is counted over the term of the agreement that other pages count it for.
_COUNTED = {"placements": "placements", "garantiebanen": "min25", "jobs": "per25.5", "persons": "persons"}
_INTERNSHIPS = {"internships": "T-LSA-07d", "internships_extra": "T-LSA-06"}
_UNITS = {"jeugdwerkloosheid": "werkloze jongeren", "banenafspraak": "banen"}
_ROWS = "de aangeleverde rijen"
_CLOCK, _START = "kalenderuren", "geopend"


@dataclass(frozen=True)
class Found:
    """A number that may be shown, in words; `status` is empty where nothing judges it."""

    number: str
    rest: str
    when: str
    why: str = ""
    measure: str = ""
    source: str = ""
    status: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    page: tuple[str, str] | None = None


def series_of(indicator: str, as_of: date) -> Found | None:
    """Return the last published number of a series for the region up to a date."""
    course = series().get(indicator)
    point = latest(course, as_of)
    if course is None or point is None:
        return None
    region = "de som van de zeven gemeenten" if course.summed else "zoals de bron haar geeft"
    part = f", alleen {course.dimension}" if course.dimension else ""
    unit = course.unit or _UNITS.get(indicator) or _lower(INDICATORS[indicator][0])
    return Found(
        figure(round(point.value, 1)), unit + part, f"stand van {moment(point)}",
        source=f"{source_words(course)}, geleverde reeks",
        facts=(("Gebied of partij", f"de regio: {region}"),
               ("Telregel", "Zoals de bron telt en afrondt; een maand zonder cijfer blijft leeg.")),
        page=("Crisis en context", "/crisis") if indicator in CRISIS else None,
    )  # fmt: skip


def latest(course: Course | None, as_of: date) -> Point | None:
    """Return the last point of the region with a value up to a date."""
    points = course.places.get(REGION, ()) if course else ()
    return next((one for one in reversed(points) if one.value is not None and one.last <= as_of), None)


def count_of(metric: str, as_of: date) -> Found | None:
    """Return a count of a metric of this product, over the term of an agreement; None without rows."""
    if metric == "pillar_placements":
        return _activities(as_of)
    key, counting = counted_as(metric, as_of)
    one = standings([key], as_of, counting)[0]
    if one.number is None:
        return None
    shown = as_shown(one.number)
    facts = (("Gebied of partij", "de regio"), ("Looptijd", period_text(one.target)),
             ("Telregel", one.metric.rule))  # fmt: skip
    page = ("Werkbedrijf", "/werkbedrijf") if key == _SINCE_2019 else ("Overzicht", "/")
    unit = "" if is_word(shown) else one.metric.unit
    return Found(shown.text, unit, date_text(one), source=_ROWS, facts=facts, page=page)


def counted_as(metric: str, as_of: date) -> tuple[str, str | None]:
    """Return whose term and under which counting rule a metric without a target is counted."""
    since = _SINCE_2019 if as_of.year >= 2019 else _BEFORE
    return _INTERNSHIPS.get(metric, since), _COUNTED.get(metric)


def moment(point: Point) -> str:
    """Return the period of a point; a school year as "2014-2015"."""
    if point.first.year != point.last.year:
        return f"{point.first.year}-{point.last.year}"
    return calendar_moment(point)


def _activities(as_of: date) -> Found | None:
    if as_of < doe_agenda_view.START:
        return None
    found = doe_agenda_view.activity(as_of)
    if found.total is None:
        return None
    shown = as_shown(found.total)
    return Found(
        shown.text, "" if is_word(shown) else "plaatsingen en stages",
        f"stand t/m {date_long(found.total.as_of)}",
        source=_ROWS,
        facts=(("Gebied of partij", "de regio (zeven gemeenten)"), ("Looptijd", "2020 tot en met 2022"),
               ("Telregel", doe_agenda_view.rule())),
        page=("Doe-agenda 2020–2022", "/doe-agenda"),
    )  # fmt: skip


def _talks(as_of: date) -> Found | None:
    """Return which share of Haarlem's caseload had a talk, in the first reading of 'everybody'."""
    day = clients(HAARLEM).last(as_of)
    chosen = Clients(HAARLEM, dutch_municipalities()[HAARLEM], day, None) if day else None
    told = spoken(chosen) if chosen else None
    found = reach(chosen) if told else None
    if found is None:
        return None
    reading, share = found
    return Found(
        percent(share),
        "van het bestand (doel: iedereen)",
        f"stand t/m {date_long(told.as_of)}",
        why=f"Lezing van ‘iedereen’: {reading.lower()}. De pagina Participatie toont ook de andere lezingen.",
        measure="Bereik van de participatiegesprekken",
        status="gehaald" if share >= 1 else "geen termijn",
    )


def _in_time(as_of: date) -> Found | None:
    """Return which share of the vacancies had a candidate inside the norm, in calendar hours."""
    until = _vacancies_until()
    if until is None or as_of < NORM.start:
        return None
    known = min(as_of, until)
    rows = outcomes(Question(NORM.start, min(NORM.end, known), known, _CLOCK, _START, HOURS))
    if (said := service_view.share(rows)) == "–":
        return None
    return Found(
        said, f"van de vacatures binnen {HOURS} uur", f"stand t/m {date_long(min(NORM.end, known))}",
        why=f"De norm noemt {HOURS} uur en niet welk deel van de vacatures eraan moet voldoen. Geteld in "
        "kalenderuren; de pagina Dienstverlening toont ook de andere lezingen.",
        measure="Uren van vacature tot eerste geschikte kandidaat",
    )  # fmt: skip


def _meetings(as_of: date) -> Found | None:
    """Return how many meetings of the board were entered for the last year that has any."""
    per_year = meetings_per_year(stated_changes())
    year = next((one for one in per_year if one <= as_of.year), None)
    if year is None:
        return None
    norm = targets()["T-WB-02"].at_least
    return Found(
        figure(per_year[year]), f"van {figure(norm)} bijeenkomsten per jaar", f"stand van {year}",
        why="Geteld: vergaderingen die op de pagina Afspraken zijn ingevoerd; er kunnen er meer zijn.",
        measure="Ingevoerde vergaderingen van het Werkbedrijf",
        status="gehaald" if per_year[year] >= norm else "",
    )  # fmt: skip


def _lower(label: str) -> str:
    return label if label[:2].isupper() else label[:1].lower() + label[1:]


def _vacancies_until() -> date | None:
    data = database()
    return _until(data.identity, data.version, data)


@st.cache_data(show_spinner=False, max_entries=8)
def _until(identity: str, version: int, _data: Database) -> date | None:
    return delivered_until(_data, "vacancy")


# Targets without a metric of their own that another page measures, and that page.
ELSEWHERE = {"T-H17-01": _talks, "T-LSA-08": _in_time, "T-WB-02": _meetings}
PAGES = {"T-LSA-08": ("Dienstverlening", "/dienstverlening"), "T-WB-02": ("Afspraken", "/afspraken")}
