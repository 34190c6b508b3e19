"""Series of small monthly counts for the forecast study: drawn ones, and those of the sample data."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from metrics.internships import INTERNSHIPS
from metrics.metric import Metric, Question, Scope, compute
from metrics.placements import GARANTIEBANEN, PLACEMENTS
from storage.database import Database

MOST_AHEAD = 12
SUMMER = np.array([1.1, 1, 1.1, 1, 1, 0.95, 0.65, 0.6, 1.2, 1.15, 1.05, 0.75])
SCHOOL = np.array([0.6, 2.6, 0.7, 0.4, 0.3, 0.1, 0.05, 0.8, 4.2, 0.7, 0.5, 0.05])
SEASONS = {"none": np.ones(12), "summer": SUMMER / SUMMER.mean(), "school": SCHOOL / SCHOOL.mean()}
DIP = (0.55, 0.25, 0.35, 0.6)
FIRST, LAST = date(2014, 1, 1), date(2022, 12, 31)
MONTHS = 108


@dataclass(frozen=True)
class Series:
    """Counts per month; the first `known` are history, the rest is what came. `traits` name the case."""

    counts: np.ndarray
    known: int
    first_month: int
    traits: dict[str, str]

    @property
    def past(self) -> np.ndarray:
        return self.counts[: self.known]

    def came(self, ahead: int) -> float:
        return float(self.counts[self.known : self.known + ahead].sum())


def drawn(rng: np.random.Generator) -> Series:
    """Return a series like ours: 0.3 to 25 a month, one to five years known, seasonal, with breaks."""
    mean = float(np.exp(rng.uniform(np.log(0.3), np.log(25))))
    season = str(rng.choice(list(SEASONS), p=[0.30, 0.55, 0.15]))
    known, first = int(rng.integers(12, 61)), int(rng.integers(12))
    course, level = _level(rng, known + MOST_AHEAD)
    scatter = int(rng.choice([0, 10, 4]))
    means = mean * level * SEASONS[season][(first + np.arange(known + MOST_AHEAD)) % 12]
    size = "under 2" if mean < 2 else "2 to 8" if mean < 8 else "over 8"
    years = "12 to 23 months" if known < 24 else "24 months or more"
    traits = {"a month": size, "season": season, "level": course, "known": years}
    return Series(_counts(rng, means, scatter), known, first, traits)


def regular(rng: np.random.Generator) -> Series:
    """Return a series of another family, on which nothing was tuned: 30 to 34 months known, summer dip,
    2, 8 or 20 a month, Poisson or negative binomial (6), level or growing by a quarter a year."""
    mean, scatter, growth = rng.choice([2, 8, 20]), int(rng.choice([0, 6])), rng.choice([0, 0.25])
    known, first = int(rng.integers(30, 35)), int(rng.integers(12))
    months = np.arange(known + MOST_AHEAD)
    dip = np.where(np.isin((first + months) % 12, (6, 7)), 0.5, 1.1)
    return Series(_counts(rng, mean * dip * (1 + growth) ** (months / 12), scatter), known, first, {})


def sample(path: Path) -> Iterator[Series]:
    """Yield the sample data's series (region, municipalities, sectors; at least 20 in nine years), each
    known up to every eleventh month."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database.open(Path(shutil.copy(path, folder)))  # a copy, so that it may be migrated
        for metric in (PLACEMENTS, GARANTIEBANEN, INTERNSHIPS):
            for by in ((), ("municipality",), ("sector",)):
                for counts in _tables(database, metric, by):
                    for known in range(12, MONTHS - 2, 11):
                        yield Series(counts, known, 0, {"of": by[0] if by else "region"})
        database.close()


def _tables(database: Database, metric: Metric, by: tuple[str, ...]) -> list[np.ndarray]:
    found = compute(database, Question(metric, Scope(region=True), FIRST, LAST, LAST, (*by, "month")))
    tables = []
    for key in sorted({key[:-1] for key in found}, key=str):
        months = [(*key, f"{FIRST.year + i // 12}-{i % 12 + 1:02}") for i in range(MONTHS)]
        tables.append(np.array([found[month].low if month in found else 0.0 for month in months]))
    return [table for table in tables if table.sum() >= 20]


def _level(rng: np.random.Generator, length: int) -> tuple[str, np.ndarray]:
    course = str(rng.choice(["steady", "trend", "break", "dip"], p=[0.40, 0.20, 0.25, 0.15]))
    level = np.ones(length)
    if course == "trend":
        level *= np.exp(rng.choice([-1, 1]) * rng.uniform(0.1, 0.3) * np.arange(length) / 12)
    elif course == "break":
        level[rng.integers(1, length) :] *= rng.choice([0.6, 1.5])
    elif course == "dip":
        start = rng.integers(0, length - len(DIP))
        level[start : start + len(DIP)] *= DIP
    return course, level


def _counts(rng: np.random.Generator, means: np.ndarray, scatter: int) -> np.ndarray:
    """`scatter` is the shape of a negative binomial; 0 is Poisson."""
    return rng.poisson(means * rng.gamma(scatter, 1 / scatter, len(means)) if scatter else means)
