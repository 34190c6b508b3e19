"""What the overview shows: the seven agreements with a number, their course, the places, and all the rest."""

from __future__ import annotations

from datetime import date

from metrics.placements import COUNTING
from metrics.shown import ShownStanding
from reference.dutch import LABELS, date_short, number
from reference.load import Target, targets
from ui.burnup import burn_up
from ui.courses import course, line
from ui.findings import course_finding, doubt, other_rule_finding, targets_finding
from ui.forecasts import ahead, ahead_text
from ui.months import Month, merged, monthly
from ui.shapes import Chart
from ui.view import URGENCY, goal, published_points, standings

MAIN = ("T-LSA-01", "T-LSA-02", "T-LSA-03", "T-LSA-04", "T-LSA-05", "T-LSA-06", "T-H17-01")
BOTH = "T-LSA-02"
ABOUT = (
    "De zeven afspraken met een getal; wat aandacht vraagt staat voorop. Een aantal schuift pas op als er "
    "minstens vijf bij komen, daarom is een stand soms van een eerdere dag."
)


def both() -> Target:
    """Return the target of 440 garantiebanen, for companies and government together."""
    return targets()[BOTH]


def stop(as_of: date) -> date:
    """Return the last day that counts for the 440."""
    return min(as_of, both().end)


def unit_of(counting: str | None) -> str:
    """Return what a counting rule counts; without one the rule of the 440."""
    return COUNTING[counting or both().counting].unit


def rule_text(counting: str | None) -> str:
    """Return the counting rule in words."""
    return COUNTING[counting or both().counting].rule


def finding(found: list[ShownStanding], as_of: date, counting: str | None) -> str:
    """Return the page's finding: the goals that were reached, or the count under another rule."""
    return targets_finding(found, as_of) if same_rule(counting) else course_title(found, counting)


def course_title(found: list[ShownStanding], counting: str | None) -> str:
    """Return where the 440 stands beside its path, or what another rule counts."""
    standing = whole(found)
    if same_rule(counting):
        return course_finding(standing, unit_of(counting))
    return other_rule_finding(standing, counting)


def whole(found: list[ShownStanding]) -> ShownStanding:
    """Return the standing of the 440."""
    return next(one for one in found if one.target.key == BOTH)


def same_rule(counting: str | None) -> bool:
    """Return whether the 440 is counted as it was agreed."""
    return counting in (None, both().counting)


def course_chart(as_of: date, counting: str | None) -> Chart:
    """Return the burn-up of the 440 with what the letter of 2015 published."""
    target = both()
    return burn_up(
        course(target, as_of, counting),
        goal(target) if same_rule(counting) else None,
        target.start,
        target.end,
        unit=unit_of(counting),
        published=published_points(target, as_of),
        reference=as_of if as_of < target.end else None,
        forecast=ahead(target, as_of) if same_rule(counting) else (),
    )


def course_detail(standing: ShownStanding, as_of: date, counting: str | None) -> str:
    """Return what the burn-up shows, how much is unknown, and what the published 147 counts."""
    if not same_rule(counting):
        return f"Opgeteld in de hele regio, {span_text(as_of)}, zonder doelpad: de telregel is een andere."
    base = f"Opgeteld in de hele regio, {span_text(as_of)}, met het rechte pad naar 440."
    letter = (
        "De 147 uit de brief van 2015 telt alle plaatsingen, ook van minder dan 25 uur: geen garantiebanen."
        if published_points(standing.target, as_of)
        else ""
    )
    coming = ahead_text(standing.target, as_of, unit_of(counting))
    return " ".join(filter(None, (base, doubt(standing), coming, letter)))


def months(as_of: date, counting: str | None) -> list[Month]:
    """Return what began per month in the period of the 440."""
    target = both()
    points = line(target.start, target.end, counting or target.counting, as_of)
    return monthly(points, target.start, stop(as_of))


def monthly_finding(standing: ShownStanding, counting: str | None) -> str:
    """Return how many began per month, beside how many the 440 asks."""
    answer, target = standing.number, standing.target
    if answer is None or answer.state != "shown":
        return "Per maand is er nog te weinig om te tonen"
    passed = max(round(((answer.as_of - target.start).days + 1) / 30.4375), 1)
    mean = f"Gemiddeld begonnen er {number(answer.value / passed)} {unit_of(counting)} per maand"
    if not same_rule(counting):
        return mean
    whole = round(((target.end - target.start).days + 1) / 30.4375)
    return (
        f"{mean}; voor {goal(target).text} zijn er {number(float(target.at_least) / whole)} per maand nodig"
    )


def monthly_detail(found: list[Month], as_of: date, counting: str | None) -> str:
    """Return what the columns count and how to read them."""
    what = unit_of(counting)
    more = " Waar maanden samen staan, toont elke kolom hun gemiddelde." if merged(found) else ""
    return f"{what[:1].upper()}{what[1:]} per maand, hele regio, {span_text(as_of)}.{more}"


def main_standings(as_of: date, counting: str | None) -> list[ShownStanding]:
    """Return the seven agreements with a number."""
    return standings(MAIN, as_of, counting)


def other_agreements(as_of: date) -> list[tuple[str, list[ShownStanding]]]:
    """Return all other agreements by their agreement's name: with a number first, without one last."""
    groups = []
    for code, name in LABELS["agreement"].items():
        keys = [one.key for one in targets().values() if one.agreement == code and one.key not in MAIN]
        found = standings(keys, as_of)
        found.sort(key=lambda one: (one.number is None, one.target.at_least is None, _urgency(one)))
        if found:
            groups.append((name[:1].upper() + name[1:], found))
    return groups


def other_finding(groups: list[tuple[str, list[ShownStanding]]]) -> str:
    """Return how many other agreements there are, and for how many a number exists."""
    found = [one for _, group in groups for one in group]
    counted = sum(one.number is not None for one in found)
    without = sum(goal(one.target) is None for one in found)
    return (
        f"Van {len(found)} andere afspraken hebben er {counted} een stand; "
        f"bij {without} geeft de bron geen getal"
    )


def span_text(as_of: date) -> str:
    """Return the period that the numbers of the 440 cover."""
    return f"{date_short(both().start)} – {date_short(stop(as_of))}"


def _urgency(one: ShownStanding) -> int:
    return URGENCY.index(one.progress.status)
