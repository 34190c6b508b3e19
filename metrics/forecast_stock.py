"""Where a stock will end: those who come in and those who leave, looked at apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from metrics.forecast import Forecast, Goal, NoForecast, summary
from metrics.forecast_history import ShownLine, monthly_of, stretches
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


@dataclass(frozen=True)
class StockForecast:
    """Where a stock ends, with the mean count per month of the last year that came in and that left."""

    stock: Forecast
    entering: float
    leaving: float


def shown_stock_forecast(
    begun: Sequence[ShownLine], running: Sequence[tuple[date, float]], deadline: date
) -> StockForecast | NoForecast:
    """Return where a stock ends from nothing but shown lines: what began in periods on end, and what ran.

    Who left is what came in less what the stock grew, so no new count is needed for it; the months are those
    between the first and the last day that both lines tell of.
    """
    if len(running) < 2 or not begun or not begun[-1].points:
        return NoForecast("te weinig gegevens")
    first, since = running[0][0], min(begun[-1].points[-1][0], running[-1][0])
    inflow, growth = monthly_of(begun, first, since), monthly_of([ShownLine(first, running)], first, since)
    outflow = [max(entered - grown, 0.0) for entered, grown in zip(inflow, growth, strict=True)]
    found = stock_forecast(inflow, outflow, running[-1][1], since, deadline)
    if isinstance(found, NoForecast):
        return found
    return StockForecast(found, sum(inflow[-YEAR:]) / YEAR, sum(outflow[-YEAR:]) / YEAR)


def _at_this_stock(inflow: Sequence[float], outflow: Sequence[float], stock: float) -> list[float]:
    """Return the outflow of each month as it would have been with the stock of today."""
    adjusted, size = [], stock
    for entered, left in zip(reversed(inflow), reversed(outflow), strict=False):
        size = size - entered + left
        adjusted.append(left * max(stock, 1) / max(size + entered / 2, 1))
    return adjusted[::-1]
