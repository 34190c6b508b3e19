"""Where a stock will end: those who come in and those who leave, looked at apart."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np

from metrics.forecast import Forecast, Goal, NoForecast, summary
from metrics.forecast_history import stretches
from metrics.forecast_model import SEED, YEAR, expectations, futures, scatter


def stock_forecast(
    inflow: Sequence[float],
    outflow: Sequence[float],
    stock: float,
    since: date,
    deadline: date,
    goal: Goal | None = None,
) -> Forecast | NoForecast:
    """Return where a stock ends, its inflow and outflow looked at apart; `pace` is their difference.

    `inflow` and `outflow` are counts per whole month up to `since`, oldest first. Who is in may leave: the
    outflow grows and shrinks with the stock, which never falls below zero.
    """
    ahead = stretches(since, deadline)
    if not ahead:
        return NoForecast("voorbij")
    if min(len(inflow), len(outflow)) < YEAR:
        return NoForecast("te weinig gegevens")
    shares = [one.share for one in ahead]
    rng = np.random.default_rng(SEED + 1)
    entering = futures(inflow, shares)
    leaving, dispersion = expectations(_at_this_stock(inflow, outflow, stock), shares, rng)
    size, sizes = np.full(len(entering), float(stock)), []
    for month in range(len(ahead)):
        present = size + entering[:, month] / 2
        left = scatter(leaving[:, month] * present / max(stock, 1), dispersion, rng)
        size = np.maximum(size + entering[:, month] - left, 0)
        sizes.append(size)
    pace = (sum(inflow[-YEAR:]) - sum(outflow[-YEAR:])) / YEAR
    return summary([one.end for one in ahead], np.column_stack(sizes), goal or Goal(), since, stock, pace)


def _at_this_stock(inflow: Sequence[float], outflow: Sequence[float], stock: float) -> list[float]:
    """Return the outflow of each month as it would have been with the stock of today."""
    adjusted, size = [], stock
    for entered, left in zip(reversed(inflow), reversed(outflow), strict=False):
        size = size - entered + left
        adjusted.append(left * max(stock, 1) / max(size + entered / 2, 1))
    return adjusted[::-1]
