"""What the page of the Lokaal Sociaal Akkoord shows: its pillars, each with its agreements and course."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from metrics.shown import ShownStanding
from reference.dutch import count_word, date_long
from reference.load import Milestone, Target, figures, milestones, targets
from ui.burnup import burn_up
from ui.cards import definitions, source_line
from ui.courses import course
from ui.findings import course_finding, doubt, lower_first, targets_finding
from ui.shapes import Chart
from ui.view import as_shown, figure, goal, published_points, source_text, standings, target_url
from ui.words import is_word

MAIN = ("T-LSA-01", "T-LSA-02", "T-LSA-03", "T-LSA-04", "T-LSA-05", "T-LSA-06")
EXTRA, BEGUN, SROI = "T-LSA-06", "T-LSA-07d", "T-LSA-11"
ABOUT = (
    "Haarlem en de regio, 2015–2017, in drie pijlers. Pijlers tellen nooit bij elkaar op: één stage kan ook "
    "als social return meetellen (brief van 2015, r. 63), en één baan kan onder meer afspraken vallen."
)
ABOUT_JOBS = "Alle afspraken over garantiebanen, elk met een eigen gebied en telregel; zie de tabel."
ABOUT_SCHOOL = (
    "Stages BBL en BOL die in 2015 begonnen. Doel en telling hebben een eigen gebied: geen oordeel."
)
ABOUT_BEGUN = "Begonnen stages in de hele regio, opgeteld vanaf 1 januari 2015; de 100 is een afgeleid getal."
ABOUT_SROI = "Plekken via social return in Haarlem; de 88 gelden voor januari tot september 2014."
ABOUT_BORGING = "Personeelsbeleid van de gemeente, menskracht, meer partners en snelle dienstverlening."
ABOUT_UNKNOWN = "Afspraken van dit akkoord die niet te meten zijn, met de reden."
_HEADLINES = ("T-LSA-02", "T-LSA-01", "T-LSA-02d")


def pillar(as_of: date, *themes: str) -> list[ShownStanding]:
    """Return the agreements of a pillar: the headline numbers first, those without a number last."""
    keys = [one.key for one in targets().values() if one.agreement == "lsa" and one.theme in themes]
    first = [key for key in _HEADLINES if key in keys]
    found = standings([*first, *(key for key in keys if key not in first)], as_of)
    return sorted(found, key=lambda one: goal(one.target) is None)


def unknown() -> str:
    """Return the agreements that can't be measured, each with the reason."""
    own = [one for one in targets().values() if one.agreement == "lsa" and one.not_measured]
    return definitions([(one.title, one.not_measured) for one in own])


def headline(as_of: date) -> str:
    """Return the page's finding."""
    return f"Sociaal akkoord: {lower_first(targets_finding(standings(MAIN, as_of), as_of))}"


def jobs_finding(found: Sequence[ShownStanding]) -> str:
    """Return where the 440 and the 280 stand."""
    parts = [_stand(one) for one in found if one.target.key in ("T-LSA-02", "T-LSA-01")]
    return f"Garantiebanen: {parts[0]} in de hele regio en {parts[1]} bij bedrijven"


def course_title(target: Target, as_of: date) -> str:
    """Return where a headline target stands beside its path."""
    return course_finding(standings([target.key], as_of)[0], "garantiebanen")


def course_detail(target: Target, as_of: date) -> str:
    """Return what the burn-up counts and how much is unknown."""
    scope = "bedrijven" if target.scope.sector else "bedrijven en overheid samen"
    base = f"Opgeteld vanaf {date_long(target.start)} in de hele regio, {scope}."
    return f"{base} {doubt(standings([target.key], as_of)[0])}".strip()


def course_chart(target: Target, as_of: date) -> Chart:
    """Return the burn-up of a target, with what documents published about it as a whole."""
    points = course(target, as_of)
    unit = "garantiebanen" if target.metric == "garantiebanen" else "stageplekken"
    return burn_up(
        points,
        goal(target),
        target.start,
        target.end,
        unit=unit,
        published=published_points(target, as_of),
        reference=as_of if as_of < target.end else None,
    )


def source(target: Target) -> str:
    """Return the source line of a target: document, line and counting rule."""
    return source_line(source_text(target), target.counting_rule, href=target_url(target))


def school_finding(as_of: date) -> str:
    """Return the extra internships beside the forty, with their different scopes."""
    one = standings([EXTRA], as_of)[0]
    if one.number is None:
        return "Schooluitval: over stages is nog niets geleverd"
    shown = as_shown(one.number)
    if is_word(shown):
        return f"Schooluitval: het aantal extra stages is {shown.text}"
    return f"Schooluitval: {shown.text} extra stageplekken in de hele regio; het doel is 40 in Haarlem"


def begun_finding(as_of: date) -> str:
    """Return how many internships began, beside 60 + 40."""
    one = standings([BEGUN], as_of)[0]
    if one.number is None or one.number.state != "shown":
        return "Het verloop van de stages is nog niet te tonen"
    day = date_long(one.number.as_of)
    return f"Tot en met {day} begonnen er {figure(one.number.value)} stages; 60 en 40 samen is 100"


def sroi_finding() -> str:
    """Return the published starting point of social return, and that no target number exists."""
    start = next(one for one in figures().values() if one.target == SROI)
    count = f"{figure(start.low)} plekken in {start.end.year}"
    return f"Social return: {count}; het akkoord noemt geen getal als doel"


def borging_milestones() -> list[Milestone]:
    """Return what the municipality would arrange: its own staff policy, and people to drive the agreement."""
    return [one for one in milestones().values() if one.agreement == "lsa"]


def borging_finding(found: Sequence[Milestone]) -> str:
    """Return how many milestones there are, and that nobody delivers whether they were reached."""
    word = count_word(len(found))
    return f"Borging: {word} mijlpalen voor 2015; of zij bereikt zijn, is niet geleverd"


def _stand(one: ShownStanding) -> str:
    shown, aim = as_shown(one.number), goal(one.target)
    if is_word(shown):
        return f"{shown.text} (doel {aim.text})"
    return f"{shown.text} van de {aim.text}"
