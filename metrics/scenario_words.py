"""A scenario and its outcome in Dutch: what each dial stands at, and one sentence that says where it ends."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from math import floor

from metrics.scenario import Scenario
from metrics.scenario_dials import DIALS, SECTORS, SPREADS
from metrics.scenario_outcome import Outcome
from metrics.standing import metric_of
from reference.dutch import date_long, join_words, number, plural
from reference.labels import LABELS

_CHOICES = {"counting": LABELS["counting"], "sector": SECTORS, "spread": SPREADS}


def in_words(dial: str, value: int | Decimal | date | str | tuple[int, ...]) -> str:
    """Return where a dial stands, as it follows its label: "28 uur per week", "31 december 2017"."""
    if isinstance(value, date):
        return date_long(value)
    if dial == "members":
        return "alleen de zeven van nu"
    if dial in _CHOICES:
        return _CHOICES[dial][value]
    if isinstance(value, tuple):
        return join_words([number(one) for one in value])
    return f"{figure(value)} {DIALS[dial].unit}".rstrip()


def changes(scenario: Scenario) -> str:
    """Return what differs from today, as a Dutch clause; "zoals het nu is" without any."""
    said = [f"{_name(dial)} {in_words(dial, value)}" for dial, value in scenario.turned().items()]
    return join_words(said) or "zoals het nu is"


def sentence(outcome: Outcome) -> str:
    """Return one Dutch sentence per scenario: the stand, and where it ends or what is needed."""
    stand = _stand(outcome)
    goal = outcome.progress.target_value
    if goal is None:
        return f"{stand}; de bron noemt geen getal."
    if outcome.course is None:
        return f"{stand}; tegenover een doel van {figure(goal)} is nog niets te zeggen."
    if outcome.end_value is None:
        return f"{stand} van {figure(goal)}; zonder einddatum is er geen tempo nodig."
    if outcome.course.months == 0:
        result = "gehaald" if outcome.reaches else "niet gehaald"
        return f"{stand} van {figure(goal)}; de termijn is voorbij en het doel is {result}."
    return f"{stand} van {figure(goal)}; {_end(outcome)}."


def units(outcome: Outcome) -> tuple[str, str]:
    """Return what is counted, for one and for more: "baan van minstens 28 uur", "banen van …"."""
    metric, scenario = metric_of(outcome.target), outcome.scenario
    for dial, word in (("threshold", "van minstens"), ("hours_per_job", "van")):
        if (hours := getattr(scenario, dial)) is not None:
            return f"baan {word} {figure(hours)} uur", f"banen {word} {figure(hours)} uur"
    if metric is None:
        return outcome.target.unit, outcome.target.unit
    return metric.unit_one, metric.unit


def figure(value: float | Decimal | int) -> str:
    """Return a number: whole ones bare, others with one decimal."""
    exact = round(Decimal(str(value)), 1)
    return number(exact, 0 if exact == int(exact) else 1)


def _stand(outcome: Outcome) -> str:
    unit_one, unit = units(outcome)
    shown, amount = outcome.number, outcome.amount
    if amount is None:
        return f"Er zijn nog geen {unit} geteld"
    if shown is not None and shown.state == "below":
        return f"Er zijn minder dan {shown.limit} {unit}"
    if shown is not None and shown.state == "shielded":
        return f"Het aantal {unit} is afgeschermd"
    verb, noun = plural(amount.value, "is er", "zijn er"), plural(amount.value, unit_one, unit)
    return f"Nu {verb} {figure(amount.value)} {noun}"


def _end(outcome: Outcome) -> str:
    end = date_long(outcome.target.end)
    whole = number(floor(outcome.end_value + 1e-9))  # 439,6 is not yet 440
    pace = f"met {figure(outcome.pace)} per maand zijn het er {whole} op {end}"
    if outcome.reaches:
        return f"{pace}: genoeg"
    if outcome.required_per_month is None:
        return f"{pace}: niet genoeg"
    return f"{pace}: niet genoeg, daarvoor zijn er {figure(outcome.required_per_month)} per maand nodig"


def _name(dial: str) -> str:
    label = DIALS[dial].label
    return label[0].lower() + label[1:]
