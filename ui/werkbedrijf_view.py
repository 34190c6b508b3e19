"""What the page of the Werkbedrijf shows: garantiebanen by sector, place, channel, kind of work and month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import streamlit as st

from metrics.cells import REGION, SUBREGIONS
from metrics.placements import COUNTING
from reference.dutch import date_long, join_words
from reference.load import Target, municipalities, targets
from storage.database import Database
from ui.access import database
from ui.burnup import burn_up
from ui.courses import course
from ui.filters import place_name
from ui.findings import course_finding
from ui.forecasts import ahead, ahead_text
from ui.months import Month, highest, merged, monthly
from ui.parts import Part, part_bars
from ui.periods import Counted, Span, count, covered_from, points
from ui.shapes import Chart, Drawing, Shown, TimePoint
from ui.view import as_shown, goal, published_points, standings

TERM = ("T-LSA-02", "T-LSA-01", "T-LSA-02d")
COVENANT = ("T-WB-01", "T-WB-02")
NOT_ADDED = Shown("alleen over een hele looptijd", None, True)


@dataclass(frozen=True)
class Choice:
    """What the visitor chose: reference date, period, area and counting rule (None: at least 25 hours)."""

    as_of: date
    span: Span
    place: str
    counting: str | None

    @property
    def rule(self) -> str:
        return self.counting or "min25"

    @property
    def unit(self) -> str:
        return COUNTING[self.rule].unit

    @property
    def stop(self) -> date:
        return self.span.stop(self.as_of)

    @property
    def has_begun(self) -> bool:
        return self.stop >= self.span.start

    @property
    def is_municipality(self) -> bool:
        return any(one.code == self.place for one in municipalities())

    @property
    def is_agreed(self) -> bool:
        """Whether number and headline targets speak of the same thing."""
        return self.span.is_term and self.place == REGION and self.rule == "min25"


def both() -> Target:
    """Return the target of 440 garantiebanen."""
    return targets()[TERM[0]]


def counted(choice: Choice, place: str | None = None, rule: str | None = None) -> Counted | None:
    """Return what began in the period in a place; None where persons would count twice over years."""
    rule = rule or choice.rule
    if rule == "persons" and not choice.span.starts_chain:
        return None
    data = database()
    return _counted(data.identity, data.version, choice.span, choice.stop, place or choice.place, rule, data)


@st.cache_data(show_spinner=False, max_entries=2000)
def _counted(
    identity: str, version: int, span: Span, stop: date, place: str, rule: str, _data: Database
) -> Counted:
    return count(span, stop, lambda numbers, day: numbers.placed(rule, day, place))


def headline(choice: Choice) -> str:
    """Return the page's finding."""
    if not choice.has_begun:
        return f"De periode {choice.span.label} was op {date_long(choice.as_of)} nog niet begonnen"
    if choice.is_agreed:
        both, companies = standings(TERM[:2], choice.as_of)
        first = course_finding(both, "garantiebanen")
        beside = as_shown(companies.number).text
        return f"{first}; bij bedrijven {beside} van de {goal(companies.target).text}"
    found, where = counted(choice), place_name(choice.place, choice.as_of)
    if found is None:
        return f"Personen tellen alleen over een hele looptijd, niet over {choice.span.label}"
    shown = as_shown(found.answer)
    if shown.value is None:
        return f"{choice.unit[:1].upper()}{choice.unit[1:]} in {where} in {choice.span.label}: {shown.text}"
    when = f"In {choice.span.label}" if found.is_clean(choice.span) else f"Van {found.when(choice.span)}"
    return f"{when} begonnen er {shown.text} {choice.unit} in {where}"


def about(choice: Choice) -> str:
    """Return what the page counts, from when to when, where and how."""
    found = counted(choice)
    when = found.when(choice.span) if found else date_long(choice.stop)
    clean = found is None or found.is_clean(choice.span)
    began = f"die in {choice.span.label} begonnen" if clean else "die begonnen"
    return (
        f"{COUNTING[choice.rule].label} {began}, ook als zij zijn geëindigd; "
        f"{place_name(choice.place, choice.as_of)}, naar woongemeente; {when}."
    )


def course_chart(choice: Choice, key: str) -> Chart:
    """Return the burn-up: the target's own path in its own terms, else the bare course of the choice."""
    if choice.is_agreed:
        target = targets()[key]
        start, end, aim = target.start, target.end, goal(target)
        found, stated = course(target, choice.as_of), published_points(target, choice.as_of)
        coming = ahead(target, choice.as_of)
    else:
        start, end, aim, stated, coming = choice.span.start, choice.span.end, None, [], []
        found = _points(choice)
    reference = choice.as_of if choice.as_of < end else None
    return burn_up(
        found,
        aim,
        start,
        end,
        unit=choice.unit,
        published=stated,
        reference=reference,
        forecast=coming,
    )


def course_title(choice: Choice, key: str) -> str:
    """Return where the chosen target stands, or what the course shows without a target."""
    if choice.is_agreed:
        return course_finding(standings([key], choice.as_of)[0], "garantiebanen")
    found = _points(choice)
    if not found:
        return "Het verloop is nog niet te tonen"
    last = found[-1]
    return f"Het verloop: {last.shown.text} {choice.unit} op {date_long(last.day)}, zonder doelpad"


def course_detail(choice: Choice, key: str) -> str:
    """Return why there is, or is no target path, and where a running period will end."""
    where = place_name(choice.place, choice.as_of)
    base = f"Opgeteld vanaf {date_long(choice.span.start)}, {where}."
    if choice.is_agreed:
        coming = ahead_text(targets()[key], choice.as_of, choice.unit)
        path = "Het rechte pad verdeelt het doel gelijk over twee jaar; de bron doet dat niet."
        return f"{base} {path} {coming}".strip()
    since = covered_from(choice.span, choice.rule, choice.place)
    if since < choice.span.start:
        base += f" De eerste stap telt al vanaf {date_long(since)}: van de dag ervoor is geen stand te tonen."
    return f"{base} De doelen gelden voor 2015 en 2016 samen, hele regio, banen van minstens 25 uur."


def months(choice: Choice) -> list[Month]:
    """Return what began per month."""
    since = covered_from(choice.span, choice.rule, choice.place)
    return monthly(_points(choice), choice.span.start, choice.stop, since)


def months_finding(found: list[Month]) -> str:
    """Return the month with the most, of those that can be told apart."""
    most = highest(found)
    if most is None:
        return "Geen enkele maand is los te tonen; hieronder staan maanden samen"
    return f"De meeste begonnen in {most.name}: {most.point.shown.text}"


def months_detail(choice: Choice, found: list[Month]) -> str:
    """Return what the columns count and how to read them."""
    where = place_name(choice.place, choice.as_of)
    what = f"{choice.unit[:1].upper()}{choice.unit[1:]}"
    base = f"{what} per maand, begonnen in {choice.span.label}, {where}."
    return f"{base} Waar maanden samen staan, toont elke kolom hun gemiddelde." if merged(found) else base


def subregions(choice: Choice) -> Drawing:
    """Return both sub-regions beside one another."""
    found = [(name, counted(choice, name)) for name in SUBREGIONS]
    return part_bars([_part(name, one, choice) for name, one in found], choice.unit, "Deelregio")


def subregions_finding(choice: Choice) -> str:
    """Return what began in each sub-region."""
    found = [(name, counted(choice, name)) for name in SUBREGIONS]
    if not all(one and one.is_clean(choice.span) for _, one in found):
        return f"Per deelregio is {choice.span.label} niet precies af te bakenen"
    texts = [f"{name} {as_shown(one.answer).text}" for name, one in found]
    return f"{choice.unit[:1].upper()}{choice.unit[1:]}: {join_words(texts)}"


def _points(choice: Choice) -> list[TimePoint]:
    if choice.rule == "persons" and not choice.span.starts_chain:
        return []
    return points(choice.span, choice.as_of, choice.rule, choice.place)


def _part(name: str, found: Counted | None, choice: Choice) -> Part:
    if found is None:
        return Part(name, NOT_ADDED)
    return Part(name, as_shown(found.answer), found.when(choice.span))
