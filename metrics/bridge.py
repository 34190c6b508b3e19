"""Why two ways of counting differ: one change at a time, each step a count, and the sum closes exactly.

A way of counting (Mode) is a set of switches. Between two modes the switches turn one by one, in a fixed
order, always over the formulas of the metrics themselves. What is unknown counts as no.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from metrics.bridge_sums import BridgeSums
from metrics.metric import Parameters
from metrics.placements import COUNTING
from storage.database import Database

BOTH = "beide"
HOME, WORK = "woon", "werk"
BEGUN, RUNNING = "begonnen", "lopend"


@dataclass(frozen=True)
class Mode:
    """A way of counting. `registered`: only the target group; `real_jobs`: without beschut, stages and trial
    work; `when`: begun since the start, running on the date, or both; `hired`: with hired-in; `region`: who
    lives or works there, or both (an unknown place of work is taken to be the place of residence); `large`:
    at least 25 hours; `unit`: placements, per25.5 or persons."""

    registered: bool = True
    real_jobs: bool = True
    when: str = BEGUN
    hired: bool = True
    region: str = HOME
    large: bool = False
    unit: str = "placements"


@dataclass(frozen=True)
class Step:
    """One change: its Dutch label, how much it adds (or takes away), and where the count stands after it."""

    label: str
    change: float
    after: float


@dataclass(frozen=True)
class Bridge:
    """The way from one count to another on a date: start + all changes = end."""

    origin: Mode
    destination: Mode
    as_of: date
    start: float
    end: float
    steps: tuple[Step, ...]


PLACEMENTS = Mode()
MODES: dict[str, tuple[str, Mode]] = {
    "geleverd": ("alles wat is geleverd", Mode(registered=False, real_jobs=False)),
    "placements": ("plaatsingen uit de doelgroep", PLACEMENTS),
    "min25": ("garantiebanen volgens de regio", Mode(large=True)),
    "per25.5": ("banen van 25,5 uur", Mode(unit="per25.5")),
    "persons": ("personen", Mode(unit="persons")),
    "uwv-banen": (
        "banen zoals UWV ze telt (benadering)",
        Mode(when=RUNNING, hired=False, region=WORK, unit="per25.5"),
    ),
    "uwv-personen": ("personen zoals UWV ze telt (benadering)", Mode(when=RUNNING, unit="persons")),
}
# What lies between two positions of a switch; the sign of the step says whether it joins or leaves.
_LABELS = {
    ("registered", frozenset({True, False})): "niet in het doelgroepregister, of onbekend",
    ("real_jobs", frozenset({True, False})): "beschut werk, stages en proefplaatsingen",
    ("when", frozenset({BEGUN, BOTH})): "inmiddels geëindigd",
    ("when", frozenset({BOTH, RUNNING})): "loopt nog, maar begon vóór deze periode",
    ("hired", frozenset({True, False})): "inleen",
    ("region", frozenset({HOME, BOTH})): "woont in de regio en werkt elders",
    ("region", frozenset({BOTH, WORK})): "werkt in de regio en woont elders",
    ("large", frozenset({True, False})): "minder dan 25 uur, of uren onbekend",
    ("unit", frozenset({"placements", "per25.5"})): "naar rato van de uren: 25,5 uur is één baan",
    ("unit", frozenset({"placements", "persons"})): "nog een plaatsing van dezelfde mens, of onbekend wie",
}


def route(origin: Mode, destination: Mode) -> list[tuple[str, Mode]]:
    """Return the modes between two, each with the label of the change that leads to it.

    The unit turns back to placements first and to the wanted one last, so every other step counts placements;
    the region goes over "both", so that who leaves and who joins are two steps.
    """
    turns = []
    if origin.unit != destination.unit or _same_but_unit(origin) != _same_but_unit(destination):
        turns += [("unit", "placements")]
    if origin.large and not destination.large:
        turns += [("large", False)]
    for name in ("registered", "real_jobs", "when", "hired", "region"):
        if name in ("when", "region") and getattr(origin, name) != getattr(destination, name):
            turns += [(name, BOTH)]
        turns += [(name, getattr(destination, name))]
    turns += [("large", destination.large), ("unit", destination.unit)]
    found, mode = [], origin
    for name, value in turns:
        before = getattr(mode, name)
        if before != value:
            mode = replace(mode, **{name: value})
            found.append((_LABELS[name, frozenset({before, value})], mode))
    return found


def bridge(
    database: Database, origin: Mode, destination: Mode, start: date, end: date, as_of: date
) -> Bridge:
    """Return the exact steps between two modes over a period, up to a date. For the analyst."""
    way = route(origin, destination)
    values = [counted(database, mode, start, end, as_of) for mode in (origin, *(mode for _, mode in way))]
    return closed(origin, destination, as_of, values, [label for label, _ in way])


def closed(
    origin: Mode, destination: Mode, as_of: date, values: list[float], labels: list[str]
) -> Bridge:
    """Return the bridge over these values, one label for each step between them."""
    steps = [
        Step(label, after - before, after)
        for label, (before, after) in zip(labels, pairwise(values), strict=True)
    ]
    return Bridge(origin, destination, as_of, values[0], values[-1], tuple(steps))


def counted(
    database: Database,
    mode: Mode,
    start: date,
    end: date,
    as_of: date,
    sums: BridgeSums | None = None,
) -> float:
    """Return what a mode counts for certain, by the formula of the metric that it stands on.

    `sums` that know `as_of` answer in place of the facts, except about persons.
    """
    metric = COUNTING["min25" if mode.large else mode.unit]
    summed = sums is not None and metric.additive
    facts, parameters = _facts(mode, start, end, as_of, "sums" if summed else _source(mode), metric.formula)
    numbers = {name: one for name, one in vars(Parameters()).items() if f"${name}" in metric.formula}
    sql = f"SELECT {metric.formula} AS amount FROM ({facts})"
    found = database.query(sql, parameters | numbers, {"sums": sums.rows} if summed else None)
    return float(found["amount"][0].as_py())


def _facts(
    mode: Mode, start: date, end: date, as_of: date, source: str, formula: str
) -> tuple[str, Mapping[str, object]]:
    day = "$as_of" if mode.when == RUNNING else "start_date"
    tests = ["true" if mode.hired else "sector IS DISTINCT FROM 'inleen'"]
    for region, place in ((HOME, "municipality"), (WORK, "coalesce(municipality_work, municipality)")):
        if mode.region in (region, BOTH):
            tests.append(_inside(place, day))
    parameters: dict[str, object] = {"as_of": as_of}
    if mode.when in (RUNNING, BOTH):
        tests.append("start_date <= $as_of AND coalesce(end_date >= $as_of, true)")
    if mode.when in (BEGUN, BOTH):
        tests.append("start_date BETWEEN $start AND least($end, $as_of)")
        parameters |= {"start": start, "end": end}
    registered = "registered_low" if mode.registered else "true"
    counts = "facts.counts" if mode.real_jobs else "true"
    asked = [f"{name}_low AS {name}" for name in ("hours", "quantity", "person") if name in formula]
    columns = ", ".join([*asked, f"{registered} AS registered", f"{counts} AS counts"])
    return f"SELECT {columns} FROM {source} AS facts WHERE {' AND '.join(tests)}", parameters


def _source(mode: Mode) -> str:
    """The place of work stands only with the row as delivered."""
    if mode.region == HOME:
        return "placements"
    work = "SELECT delivery_id, sheet, row_number, municipality_work FROM placement"
    return f"(FROM placements JOIN ({work}) USING (delivery_id, sheet, row_number))"


def _inside(place: str, day: str) -> str:
    members = f"SELECT code FROM municipality AS m WHERE {day} BETWEEN m.valid_from AND m.valid_until"
    return f"{place} IN ({members})"


def _same_but_unit(mode: Mode) -> Mode:
    return replace(mode, unit="placements")
