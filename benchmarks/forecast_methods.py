"""The candidates of the forecast study: each turns a past into possible totals of the months ahead."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from metrics.forecast_model import futures

DRAWS = 1000
Method = Callable[[np.ndarray, int], np.ndarray]


def chosen(past: np.ndarray, ahead: int) -> np.ndarray:
    """Level, shrunken season and drift, all drawn."""
    return futures(past, [1.0] * ahead).sum(axis=1)


def poisson(past: np.ndarray, ahead: int) -> np.ndarray:
    """The level of twelve months, no more scatter than chance."""
    rng = np.random.default_rng(1)
    return rng.poisson(rng.gamma(0.5 + past[-12:].sum(), 1 / 12, DRAWS) * ahead)


def negative_binomial(months: int) -> Method:
    """The level of some months, scatter from twenty-four; no season."""

    def method(past: np.ndarray, ahead: int) -> np.ndarray:
        rng = np.random.default_rng(1)
        recent, wide = past[-months:], past[-24:]
        mean = max(wide.mean(), 0.05)
        shape = min(mean**2 / (max(wide.var(ddof=1), mean * 1.001) - mean), 1e4)
        spread = 1 + recent.mean() / shape
        level = rng.gamma(0.5 + recent.sum() / spread, spread / len(recent), (DRAWS, 1))
        return rng.poisson(level * rng.gamma(shape, 1 / shape, (DRAWS, ahead))).sum(axis=1)

    return method


def run_rate(past: np.ndarray, ahead: int) -> np.ndarray:
    """The mean of twelve months, give or take a normal error."""
    recent = past[-12:]
    error = np.sqrt(max(recent.var(ddof=1), 0.05) * (ahead + ahead**2 / 12))
    drawn = np.random.default_rng(1).normal(recent.mean() * ahead, error, DRAWS)
    return np.maximum(np.rint(drawn), 0)


def bootstrap(past: np.ndarray, ahead: int) -> np.ndarray:
    """Months drawn from the last twelve, around a level drawn from them too."""
    rng, recent = np.random.default_rng(1), past[-12:]
    level = rng.choice(recent, (DRAWS, 12)).mean(axis=1) - recent.mean()
    return np.maximum(np.rint(rng.choice(recent, (DRAWS, ahead)).sum(axis=1) + level * ahead), 0)


def smoothing(past: np.ndarray, ahead: int, weight: float = 0.2) -> np.ndarray:
    """Simple exponential smoothing with a normal error."""
    level, errors = past[:12].mean(), []
    for count in past:
        errors.append(count - level)
        level += weight * (count - level)
    steps = (1 + weight * np.arange(ahead)) ** 2
    error = np.sqrt(np.mean(np.square(errors)) * steps.sum() + 0.05)
    return np.maximum(np.rint(np.random.default_rng(1).normal(level * ahead, error, DRAWS)), 0)


def last_year(past: np.ndarray, ahead: int) -> np.ndarray:
    """The same months a year ago."""
    rng = np.random.default_rng(1)
    return rng.poisson(rng.gamma(0.5 + past[-12:][:ahead].sum(), 1.0, DRAWS))


METHODS: dict[str, Method] = {
    "chosen: level, season, drift": chosen,
    "negative binomial, 12 months": negative_binomial(12),
    "negative binomial, 24 months": negative_binomial(24),
    "negative binomial, 6 months": negative_binomial(6),
    "run-rate, normal": run_rate,
    "double bootstrap": bootstrap,
    "exponential smoothing": smoothing,
    "same months last year": last_year,
    "Poisson": poisson,
}
