"""How small monthly counts go on: possible futures, drawn from what the past months allow.

The model: a count is overdispersed Poisson around level x month of the year x drift. The level is that of the
last twelve months; months of the year are learnt from up to five years and pulled towards "no season" as
far as the counts are few; the drift lets the level wander, more so where years differed before. All three are
drawn, not only estimated. `benchmarks/forecast_study.py` sets the constants and compares simpler methods.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

YEAR = 12
DRAWS = 2000
SEED = 20150930
MOST_YEARS = 5
# What is thought before looking, and for how many months (or pairs of years) of data that counts: variance
# over mean of a month's count (more where counts are larger), variance of the months' factors, monthly drift
# of the log of the level.
DISPERSION, DISPERSION_PER_COUNT, DISPERSION_WEIGHT = 1.2, 0.1, 12.0
SEASON, SEASON_WEIGHT = 0.05, 1.0
DRIFT, DRIFT_WEIGHT, MOST_DRIFT = 0.05, 5.0, 0.10
# An empty year is thought to have expected so much a month.
LEAST_LEVEL = 0.25


@dataclass(frozen=True)
class Pattern:
    """What whole years of monthly counts say: `seen` and `expected` per month of the year, the first being
    the month that comes next; `dispersion` is variance over mean, `season` the variance of the month factors,
    `drift` the monthly standard deviation of the log of the level, `year` the count of the last 12 months."""

    seen: np.ndarray
    expected: np.ndarray
    dispersion: float
    season: float
    drift: float
    year: float


def futures(counts: Sequence[float], shares: Sequence[float], pace: float | None = None) -> np.ndarray:
    """Return DRAWS x months possible counts, not added up, for the months after `counts` (at least 12).

    `shares` says how much of each coming month counts (1 is whole). `pace` replaces the level by a mean per
    month that is taken for granted. The same input always gives the same draws.
    """
    rng = np.random.default_rng(SEED)
    means, dispersion = expectations(counts, shares, rng, pace)
    return scatter(means, dispersion, rng)


def expectations(
    counts: Sequence[float], shares: Sequence[float], rng: np.random.Generator, pace: float | None = None
) -> tuple[np.ndarray, float]:
    """Return DRAWS x months possible means of the coming months, and variance over mean around them."""
    pattern = learn(counts)
    months = np.arange(len(shares))
    weight = 1 / pattern.season
    factors = rng.gamma(
        weight + pattern.seen / pattern.dispersion,
        1 / (weight + pattern.expected / pattern.dispersion),
        (DRAWS, YEAR),
    )
    factors /= factors.mean(axis=1, keepdims=True)
    level = rng.gamma(0.5 + pattern.year / pattern.dispersion, pattern.dispersion / YEAR, (DRAWS, 1))
    # The mean of a wandering year lies about two monthly steps from where the level is now.
    now, steps = rng.standard_normal((DRAWS, 1)), rng.standard_normal((DRAWS, len(shares)))
    wander = np.exp(pattern.drift * (2 * now + steps.cumsum(axis=1)))
    means = level * wander if pace is None else np.full((DRAWS, len(shares)), float(pace))
    return means * factors[:, months % YEAR] * np.asarray(shares, float), pattern.dispersion


def scatter(means: np.ndarray, dispersion: float, rng: np.random.Generator) -> np.ndarray:
    """Return whole counts around means, with variance `dispersion` times the mean."""
    if dispersion <= 1.001:
        return rng.poisson(means)
    return rng.poisson(rng.gamma(means / (dispersion - 1) + 1e-9, dispersion - 1))


def learn(counts: Sequence[float]) -> Pattern:
    """Return the pattern of the last whole years of monthly counts, counted back from the end."""
    years = min(len(counts) // YEAR, MOST_YEARS)
    table = np.asarray(counts[len(counts) - years * YEAR :], float).reshape(years, YEAR)
    levels = np.maximum(table.mean(axis=1, keepdims=True), LEAST_LEVEL)
    seen, expected = table.sum(axis=0), np.full(YEAR, levels.sum())
    dispersion = _dispersion(table, levels, seen, expected)
    between = ((seen - expected) ** 2 / expected).sum() / (YEAR - 1)
    season = max((between - dispersion) / expected.mean(), 0.0)
    # Few counts say little about a season, however lively they look.
    informed = expected.mean() / dispersion
    weight = (YEAR - 1) * informed / (informed + 5)
    season = (SEASON_WEIGHT * SEASON + weight * season) / (SEASON_WEIGHT + weight)
    drift = _drift(table.sum(axis=1) + 0.5, dispersion)
    return Pattern(seen, expected, dispersion, max(season, 0.005), drift, table[-1].sum())


def _dispersion(table: np.ndarray, levels: np.ndarray, seen: np.ndarray, expected: np.ndarray) -> float:
    """One year can't tell season from scatter, so it leaves the expectation as it was."""
    freedom = (YEAR - 1) * (len(table) - 1)
    fitted = levels * (seen + 0.5) / (expected + 0.5)
    spread = ((table - fitted) ** 2 / np.maximum(fitted, LEAST_LEVEL)).sum() if freedom else 0.0
    thought = DISPERSION + DISPERSION_PER_COUNT * levels.mean()
    return max((DISPERSION_WEIGHT * thought + spread) / (DISPERSION_WEIGHT + freedom), 1.0)


def _drift(totals: np.ndarray, dispersion: float) -> float:
    """Two years of a wandering level differ by chance and by eight monthly steps."""
    moved = np.log(totals[1:] / totals[:-1]) ** 2 - dispersion * (1 / totals[1:] + 1 / totals[:-1])
    pairs = len(totals) - 1
    variance = (DRIFT_WEIGHT * DRIFT**2 + np.maximum(moved, 0).sum() / 8) / (DRIFT_WEIGHT + pairs)
    return min(float(np.sqrt(variance)), MOST_DRIFT)
