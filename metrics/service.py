"""Service to employers: hours from vacancy to first suitable candidate, state of vacancies, what came along.

Unit: vacancies as delivered (a vacancy with three positions is one), opened in a period. Vacancies are no
people, so these counts are exact. Where only the day of a moment was delivered the hours are an interval:
inside the norm for certain, outside for certain, or neither. Norm: Lokaal Sociaal Akkoord 2014, r. 498.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from storage.database import Database

EDGES = (24, 48, 72, 96, 120, 168, 336)  # hours; the norm is added where it is another
WITHIN, UNKNOWN, OUTSIDE, NOBODY = "binnen", "onbekend", "buiten", "geen-kandidaat"
STATES = ("open", "vervuld", "ingetrokken", "onbekend")
INSTRUMENTS = ("jobcarving", "jobcoach", "no_risk", "wage_subsidy")


@dataclass(frozen=True)
class Clock:
    """Which minutes count: so many days a week from Monday on, so many minutes a day from a minute on."""

    days: int
    minutes: int
    first: int


# The source says neither whether these are calendar or working hours, nor when the clock starts.
CLOCKS = {
    "kalenderuren": Clock(7, 24 * 60, 0),
    "uren-op-werkdagen": Clock(5, 24 * 60, 0),
    "werkuren": Clock(5, 8 * 60, 9 * 60),
}
STARTS = ("geopend", "volgende-werkdag")


@dataclass(frozen=True)
class Question:
    """Vacancies opened from `start` to `end`, as known on `as_of`, with one reading of the hours."""

    start: date
    end: date
    as_of: date
    clock: str
    begins: str
    norm: int


@dataclass(frozen=True)
class Timed:
    """How many vacancies of a month and channel had this outcome; `step` is the place between the edges.

    `step` is None where the hours are not certain to lie between two edges.
    """

    month: date
    channel: str | None
    outcome: str
    step: int | None
    count: int


@dataclass(frozen=True)
class Offered:
    """The vacancies of a channel by state; per instrument how many have it and of how many that is known."""

    channel: str | None
    states: dict[str, int]
    positions: dict[str, int]
    instruments: dict[str, tuple[int, int]]

    @property
    def total(self) -> int:
        """Return how many vacancies there are."""
        return sum(self.states.values())


def edges(norm: int) -> tuple[int, ...]:
    """Return the bounds of the steps of the distribution in hours, the norm among them."""
    return tuple(sorted({*EDGES, norm}))


def span(database: Database) -> tuple[date | None, date | None]:
    """Return the days on which the first and the last vacancy were opened; (None, None) without any."""
    row = database.query("SELECT min(start_date) AS first, max(start_date) AS last FROM vacancies", None)
    found = row.to_pylist()[0]
    return found["first"], found["last"]


def timed(database: Database, asked: Question) -> list[Timed]:
    """Return the outcomes of the vacancies per month of opening and channel (view vacancies)."""
    clock = CLOCKS[asked.clock]
    parameters = {
        "start": asked.start, "end": asked.end, "as_of": asked.as_of, "norm": asked.norm * 60,
        "days": clock.days, "minutes": clock.minutes, "first": clock.first,
    }  # fmt: skip
    opened = _NEXT_DAY if asked.begins == "volgende-werkdag" else "opened_at"
    latest = opened if asked.begins == "volgende-werkdag" else _latest("opened")
    sql = _TIMED.format(
        opened=_elapsed(opened), latest=_elapsed(latest), came=_elapsed("candidate_at"),
        last=_elapsed(_latest("candidate")), low=_step("low", asked.norm), high=_step("high", asked.norm),
    )  # fmt: skip
    return [Timed(**row) for row in database.query(sql, parameters).to_pylist()]


def offered(database: Database, asked: Question) -> list[Offered]:
    """Return state and instruments of the same vacancies per channel, most vacancies first."""
    rows = database.query(
        _OFFERED, {"start": asked.start, "end": asked.end, "as_of": asked.as_of}
    ).to_pylist()
    found = []
    for channel in {row["channel"]: None for row in rows}:
        own = [row for row in rows if row["channel"] == channel]
        found.append(Offered(
            channel,
            {row["state"]: row["vacancies"] for row in own},
            {row["state"]: row["places"] for row in own},
            {name: (sum(r[name] for r in own), sum(r[f"{name}_known"] for r in own)) for name in INSTRUMENTS},
        ))  # fmt: skip
    return sorted(found, key=lambda one: -one.total)


def counted(rows: Iterable[Timed], outcome: str) -> int:
    """Return how many vacancies had an outcome."""
    return sum(row.count for row in rows if row.outcome == outcome)


def _latest(moment: str) -> str:
    """Return the last minute that a moment may have been: of a day alone, the end of that day."""
    return f"CASE WHEN {moment}_timed THEN {moment}_at ELSE {moment}_at + INTERVAL 1439 MINUTE END"


def _elapsed(moment: str) -> str:
    """Return the minutes that count from a Monday long ago until a moment."""
    days = f"date_diff('day', DATE '2000-01-03', ({moment})::DATE)"
    minute = f"(60 * hour({moment}) + minute({moment}))"
    return (
        f"(({days} // 7 * $days + least({days} % 7, $days)) * $minutes + CASE WHEN {days} % 7 < $days"
        f" THEN greatest(0, least({minute} - $first, $minutes)) ELSE 0 END)"
    )


def _step(column: str, norm: int) -> str:
    return " + ".join(f"({column} > {60 * edge})::INTEGER" for edge in edges(norm))


# The first minute of the next working day: after Friday and in the weekend that is Monday.
_NEXT_DAY = (
    "(opened_at::DATE + CASE isodow(opened_at) WHEN 5 THEN 3 WHEN 6 THEN 2 ELSE 1 END)::TIMESTAMP"
)
_TIMED = """
WITH chosen AS (
    SELECT date_trunc('month', opened_at)::DATE AS month, channel, opened_at, opened_timed,
        CASE WHEN candidate_at::DATE <= $as_of THEN candidate_at END AS candidate_at, candidate_timed
    FROM vacancies WHERE start_date BETWEEN $start AND $end
),
hours AS (
    SELECT month, channel, candidate_at IS NULL AS nobody,
        greatest(0, {came} - {latest}) AS low, greatest(0, {last} - {opened}) AS high
    FROM chosen
)
SELECT month, channel,
    CASE WHEN nobody THEN 'geen-kandidaat' WHEN high <= $norm THEN 'binnen' WHEN low > $norm THEN 'buiten'
         ELSE 'onbekend' END AS outcome,
    CASE WHEN NOT nobody AND {low} = {high} THEN {low} END AS step,
    count(*)::INTEGER AS count
FROM hours GROUP BY ALL ORDER BY ALL
"""
_OFFERED = f"""
SELECT channel,
    CASE WHEN closed_date > $as_of THEN 'open'
         WHEN status = 'open' AND closed_date IS NOT NULL THEN 'onbekend'
         ELSE coalesce(status, 'onbekend') END AS state,
    count(*)::INTEGER AS vacancies, sum(positions)::INTEGER AS places,
    {", ".join(f"coalesce(count_if({name}), 0)::INTEGER AS {name}, "
               f"count({name})::INTEGER AS {name}_known" for name in INSTRUMENTS)}
FROM vacancies WHERE start_date BETWEEN $start AND $end GROUP BY ALL ORDER BY ALL
"""
