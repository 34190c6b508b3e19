"""`python -m benchmarks.forecast_study`: how often each forecast's 80 % band held what came.

Prints tables in Markdown and fails when the chosen method covers less than 75 or more than 88 %.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import numpy as np

from benchmarks.forecast_methods import METHODS, Method, chosen
from benchmarks.forecast_series import Series, drawn, regular, sample
from metrics.disclosure import LIMIT
from metrics.forecast import HIGH, LOW, Forecast, Goal, forecast
from metrics.forecast_history import ShownLine, shown_history, stretches
from metrics.forecast_stock import stock_forecast

SAMPLE = Path(__file__).parents[1] / "data" / "sample.duckdb"
AHEAD = (3, 6, 12)
SERIES, FEWER = 2000, 500
LEAST, MOST = 0.75, 0.88


def main() -> int:
    """Print the study; return 1 when the chosen method doesn't keep its promise."""
    many = _many(drawn, SERIES, seed=2016)
    heads = [f"{ahead} months: held, width, error, score" for ahead in AHEAD]
    print(f"## {SERIES} drawn series\n")
    bands = {name: [_bands(method, many, ahead) for ahead in AHEAD] for name, method in METHODS.items()}
    _print("method", heads, {name: [_row(found) for found in row] for name, row in bands.items()})
    ours = [_held(found) for found in next(iter(bands.values()))]
    print("\n## The chosen method, by case (share held)\n")
    _print("case", [f"{ahead} months" for ahead in AHEAD], _cases(many, ours))
    print("\n## The chosen method elsewhere (share held)\n")
    _print("series", [f"{ahead} months" for ahead in AHEAD], _elsewhere())
    print("\n## What was said of reaching a goal within 6 months, and what came\n")
    _print("chance said", ["times", "reached"], _calibration(many))
    return 0 if all(LEAST <= held.mean() <= MOST for held in ours) else 1


def _many(draw: Callable[[np.random.Generator], Series], number: int, seed: int) -> list[Series]:
    rng = np.random.default_rng(seed)
    return [draw(rng) for _ in range(number)]


def _bands(method: Method, many: Sequence[Series], ahead: int) -> np.ndarray:
    """Return low, middle and high of each series, and what came, as four rows."""
    quantiles = (LOW, 0.5, HIGH)
    bands = [np.quantile(method(one.past, ahead), quantiles, method="inverted_cdf") for one in many]
    return np.array([(*band, one.came(ahead)) for band, one in zip(bands, many, strict=True)]).T


def _held(bands: np.ndarray) -> np.ndarray:
    low, _, high, came = bands
    return (low <= came) & (came <= high)


def _row(bands: np.ndarray) -> str:
    """The score is the width plus ten times what came outside the band: lower is better."""
    low, middle, high, came = bands
    width, error = high - low, np.abs(middle - came)
    score = width + 10 * np.maximum(low - came, 0) + 10 * np.maximum(came - high, 0)
    return f"{_held(bands).mean():.0%}, {width.mean():.1f}, {error.mean():.1f}, {score.mean():.1f}"


def _cases(many: Sequence[Series], held: Sequence[np.ndarray]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for trait in many[0].traits:
        for case in sorted({one.traits[trait] for one in many}):
            inside = np.array([one.traits[trait] == case for one in many])
            found[f"{trait}: {case} ({inside.sum()})"] = [f"{row[inside].mean():.0%}" for row in held]
    return found


def _elsewhere() -> dict[str, list[str]]:
    other, real = _many(regular, FEWER, seed=2017), list(sample(SAMPLE))
    few = _many(drawn, FEWER, seed=2018)
    rows = {f"another family ({len(other)})": [_share(chosen, other, ahead) for ahead in AHEAD]}
    for name, method in (("chosen", chosen), *list(METHODS.items())[1:2]):
        rows[f"sample data: {name}"] = [_share(method, real, a) for a in AHEAD]
    for place in ("region", "municipality", "sector"):
        part = [one for one in real if one.traits["of"] == place]
        rows[f"sample data, per {place}"] = [_share(chosen, part, a) for a in AHEAD]
    rows[f"from a disclosed line ({len(few)})"] = [_shown_share(few, ahead) for ahead in AHEAD]
    rows[f"stock, in and out apart ({FEWER})"] = [_stock(ahead) for ahead in AHEAD]
    return {name: [f"{share:.0%}" for share in shares] for name, shares in rows.items()}


def _share(method: Method, many: Sequence[Series], ahead: int) -> float:
    """Return the share of the series, as far as they reach, whose band held what came."""
    return _held(_bands(method, [s for s in many if s.known + ahead <= len(s.counts)], ahead)).mean()


def _shown_share(many: Sequence[Series], ahead: int) -> float:
    return float(np.mean([held for one in many if (held := _shown(one, ahead)) is not None]))


def _shown(one: Series, ahead: int) -> bool | None:
    """A line that moves in steps of 0 or at least the limit, as screens have it; None: no forecast."""
    start = date(2014, one.first_month + 1, 1)
    ends = [stretch.end for stretch in stretches(date(2013, 12, 31), date(2030, 12, 31))]
    ends = [end for end in ends if end >= start]
    points, shown = [], 0.0
    for end, total in zip(ends, np.cumsum(one.past), strict=False):
        if total == shown or total - shown >= LIMIT:
            shown = float(total)
            points.append((end, shown))
    deadline = ends[one.known + ahead - 1]
    found = forecast(shown_history(ShownLine(start, points), deadline), deadline, Goal())
    total = float(one.counts[: one.known + ahead].sum())
    return found.low <= total <= found.high if isinstance(found, Forecast) else None


def _stock(ahead: int) -> float:
    """Jobs that end: 2 to 12 % a month, with a season in what comes in."""
    rng, held = np.random.default_rng(2019), []
    for _ in range(FEWER):
        one, leave = drawn(rng), rng.uniform(0.02, 0.12)
        stock, left, course = int(one.counts.mean() / leave), [], []
        for count in one.counts:
            gone = int(rng.binomial(stock, leave))
            stock = stock + int(count) - gone
            left.append(gone)
            course.append(stock)
        since = date(2017, 12, 31)
        deadline = stretches(since, date(2018, 12, 31))[ahead - 1].end
        found = stock_forecast(one.past, left[: one.known], course[one.known - 1], since, deadline)
        held.append(found.low <= course[one.known + ahead - 1] <= found.high)
    return float(np.mean(held))


def _calibration(many: Sequence[Series]) -> dict[str, list[str]]:
    rng, said, reached = np.random.default_rng(2020), [], []
    for one in many:
        goal = rng.uniform(0.6, 1.4) * max(one.past[-12:].mean() * 6, 2)
        said.append(float(np.mean(chosen(one.past, 6) >= goal)))
        reached.append(one.came(6) >= goal)
    groups = np.digitize(said, (0.05, 0.35, 0.65, 0.95))
    names = ("under 1 in 20", "1 to 3 in 10", "4 to 6 in 10", "7 to 9 in 10", "over 19 in 20")
    outcomes = [np.array(reached)[groups == group] for group in range(len(names))]
    return {
        name: [str(len(found)), f"{found.mean():.0%}"] for name, found in zip(names, outcomes, strict=True)
    }


def _print(first: str, heads: Sequence[str], rows: dict[str, list[str]]) -> None:
    print("| " + " | ".join([first, *heads]) + " |")
    print("|" + "---|" * (len(heads) + 1))
    for name, cells in rows.items():
        print("| " + " | ".join([name, *cells]) + " |", flush=True)


if __name__ == "__main__":
    sys.exit(main())
