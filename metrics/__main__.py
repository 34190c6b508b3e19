"""`python -m metrics`: where every target stands, from the shell. Exact counts, for the analyst."""

from __future__ import annotations

import argparse
import json
import os
import sys
from datetime import date
from pathlib import Path

from metrics.calendar import covered_until
from metrics.forecast import Forecast, NoForecast, target_forecast
from metrics.placements import COUNTING
from metrics.standing import Standing, standing
from reference.command import DutchParser
from reference.dutch import date_short, number, percent
from reference.load import municipalities, normalise_place, places, targets
from storage.database import Database
from storage.errors import StorageError

BREAKDOWNS = ("municipality", "subregion", "sector", "channel", "month")


def main(arguments: list[str] | None = None) -> int:
    """Print one line per target, or JSON; return the exit code."""
    options = _parse(arguments)
    path = Path(options.database or os.environ.get("REGIOMONITOR_DATABASE") or "data/regiomonitor.duckdb")
    try:
        database = Database.open(path, read_only=True)
    except StorageError as error:
        print(error, file=sys.stderr)
        return 1
    try:
        as_of = options.as_of or covered_until(database) or date.today()
        wanted = [targets()[key] for key in options.target] if options.target else list(targets().values())
        by = (options.by,) if options.by else ()
        codes = tuple(options.municipality or ())
        standings = [standing(database, target, as_of, options.counting, by, codes) for target in wanted]
        ahead = [target_forecast(database, t, as_of, options.counting, codes) for t in wanted if options.json]
    finally:
        database.close()
    if options.json:
        pairs = zip(standings, ahead, strict=True)
        print(json.dumps([as_json(s, as_of, f) for s, f in pairs], ensure_ascii=False, indent=2))
    else:
        print("\n".join(line for s in standings for line in as_lines(s)))
    return 0


def as_json(standing: Standing, as_of: date, ahead: Forecast | NoForecast) -> dict:
    """Return one target as plain values; numbers are unrounded, missing is None."""
    target, progress, amount = standing.target, standing.progress, standing.amount
    answer = {
        "target": target.key,
        "title": target.title,
        "agreement": target.agreement,
        "unit": standing.metric.unit if standing.metric else target.unit,
        "scope": target.scope.text,
        "period": {"start": target.start.isoformat(), "end": target.end.isoformat() if target.end else None},
        "as_of": as_of.isoformat(),
        "counting": standing.counting,
        "value": amount.value if amount else None,
        "low": amount.low if amount else None,
        "high": amount.high if amount else None,
        "target_value": progress.target_value,
        "share": progress.share,
        "expected_share": progress.expected_share,
        "status": progress.status,
        "forecast": _forecast(ahead),
        "source": {"document": target.document, "lines": target.lines},
    }
    if standing.parts:
        answer["by"] = [
            _part(key[0], amount)
            for key, amount in sorted(standing.parts.items(), key=lambda part: str(part[0]))
        ]
    return answer


def as_lines(standing: Standing) -> list[str]:
    """Return one line for a target, and one per part where a breakdown was asked."""
    progress = standing.progress
    goal = "" if progress.target_value is None else f" van {_figure(progress.target_value)}"
    share = "" if progress.share is None else f" ({percent(progress.share)})"
    unit = standing.metric.unit if standing.metric else standing.target.unit
    moment = f"t/m {date_short(standing.as_of)}"
    lines = [
        f"{standing.target.key:<10} {_interval(standing.amount)}{goal} {unit}{share}, {moment}: "
        f"{progress.status} | {standing.target.title}"
    ]
    for key, amount in sorted(standing.parts.items(), key=lambda part: str(part[0])):
        lines.append(f"{'':<10}   {_part(key[0], amount)['key'] or 'onbekend'}: {_interval(amount)}")
    return lines


def _forecast(ahead: Forecast | NoForecast) -> dict | None:
    if isinstance(ahead, NoForecast):
        return None
    return {"end": ahead.end, "low": ahead.low, "high": ahead.high, "probability": ahead.probability}


def _part(code: str | None, amount) -> dict:
    names = {municipality.code: municipality.name for municipality in municipalities()}
    part = {"key": names.get(code, code), "value": amount.value, "low": amount.low, "high": amount.high}
    return part | {"code": code} if code in names else part


def _interval(amount) -> str:
    if amount is None:
        return "niets"
    if amount.high > amount.low:
        return f"{_figure(amount.value)} (tot {_figure(amount.high)})"
    return _figure(amount.value)


def _figure(value: float) -> str:
    return number(value, 0 if float(value).is_integer() else 1)


def _parse(arguments: list[str] | None) -> argparse.Namespace:
    parser = DutchParser(prog="python -m metrics", description="Stand van de afspraken.")
    parser.add_argument("--database", help="pad van de database")
    parser.add_argument("--as-of", type=_date, help="peildatum, zoals 2015-09-30")
    parser.add_argument(
        "--target", nargs="+", action="extend", type=_target, metavar="KEY", help="zoals T-LSA-02"
    )
    parser.add_argument("--municipality", nargs="+", action="extend", type=_municipality, metavar="NAAM")
    parser.add_argument("--by", choices=BREAKDOWNS)
    parser.add_argument("--counting", choices=list(COUNTING))
    parser.add_argument("--json", action="store_true")
    return parser.parse_args(arguments)


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(
            f'"{text}" is geen datum; schrijf bijvoorbeeld 2015-09-30'
        ) from error


def _target(text: str) -> str:
    if text.upper() not in (known := {key.upper(): key for key in targets()}):
        raise argparse.ArgumentTypeError(f'"{text}" is geen doel in het register')
    return known[text.upper()]


def _municipality(text: str) -> str:
    code = places().get(normalise_place(text))
    if code is None:
        raise argparse.ArgumentTypeError(f'de gemeente "{text}" is niet bekend')
    return code


if __name__ == "__main__":
    sys.exit(main())
