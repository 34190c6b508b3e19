"""A million placements, and two hundred small files: each measured in a process of its own.

`python -m benchmarks.scale LEG FILE FOLDER` runs one leg once and prints its seconds and its peak memory.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROUNDS = 3  # loading and merely parsing take turns, so that a busy machine is busy for both
FILES = 200


def measure_scale(workbook: Path, folder: Path, with_pandas: bool) -> dict[str, float]:
    """Return seconds (medians of three) and peak MiB of loading and of merely parsing a workbook.

    `ratio` is between their seconds, `work` between their processor seconds, which a busy machine changes
    less; `busy` is how many programs wanted a processor.

    pandas with openpyxl reads it once, where that is wanted: it takes minutes.
    """
    rounds = [{leg: _leg(leg, workbook, folder) for leg in ("load", "parse")} for _ in range(ROUNDS)]
    load, parse = ([one[leg] for one in rounds] for leg in ("load", "parse"))
    figures = {
        "load": statistics.median(one["seconds"] for one in load),
        "parse": statistics.median(one["seconds"] for one in parse),
        "peak": max(one["peak"] for one in load),
        "busy": os.getloadavg()[0],
    }
    for name, clock in (("ratio", "seconds"), ("work", "cpu")):
        pairs = zip(load, parse, strict=True)
        figures[name] = statistics.median(mine[clock] / theirs[clock] for mine, theirs in pairs)
    if with_pandas:
        figures["pandas"] = _leg("pandas", workbook, folder)["seconds"]
    return figures


def small_files_seconds(folder: Path) -> float:
    """Return the seconds that two hundred lists of fifty placements take together, one of them bad."""
    for number in range(FILES):
        rows = (f"{day % 28 + 1}-{number % 12 + 1}-2015;Haarlem;{number}-{day};28" for day in range(50))
        lines = ["Startdatum;Woongemeente;Kandidaatnr;Uren", *rows] if number != 100 else ["niets"]
        (folder / f"lijst{number:03}.csv").write_text("\n".join([*lines, ""]), encoding="utf-8")
    return _leg("small", folder, folder)["seconds"]


def _leg(leg: str, file: Path, folder: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.scale", leg, str(file), str(folder)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return json.loads(done.stdout.splitlines()[-1])


def _load(file: Path, folder: Path) -> None:
    from data_loaders.intake import SHELL_LIMITS, read_delivery, store
    from storage.database import Database

    path = folder / "million.duckdb"
    for left in folder.glob("million.duckdb*"):
        left.unlink()
    database = Database.open(path)
    outcome = store(database, read_delivery(file, key=b"bench", limits=SHELL_LIMITS))
    database.close()
    assert outcome.delivery is not None, [one.message for one in outcome.problems[:3]]


def _parse(file: Path, folder: Path) -> None:
    import fastexcel

    sheet = fastexcel.read_excel(file.read_bytes()).load_sheet(
        0, header_row=None, skip_rows=0, dtypes="string"
    )
    sheet.to_arrow_with_errors()


def _pandas(file: Path, folder: Path) -> None:
    import pandas as pd

    pd.read_excel(file, engine="openpyxl", header=2)


def _small(file: Path, folder: Path) -> None:
    from data_loaders.__main__ import main

    files = sorted(map(str, folder.glob("lijst*.csv")))
    main([*files, "--json", "--database", str(folder / "small.duckdb")])


LEGS: dict[str, Callable[[Path, Path], None]] = {
    "load": _load, "parse": _parse, "pandas": _pandas, "small": _small,
}  # fmt: skip


def main(leg: str, file: str, folder: str) -> None:
    """Run one leg once; imports count for none."""
    import fastexcel  # noqa: F401
    import pandas  # noqa: F401

    import data_loaders.__main__  # noqa: F401

    began, worked = time.perf_counter(), time.process_time()
    LEGS[leg](Path(file), Path(folder))
    seconds, cpu = time.perf_counter() - began, time.process_time() - worked
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 2**20
    print(json.dumps({"seconds": seconds, "cpu": cpu, "peak": peak}))


if __name__ == "__main__":
    main(*sys.argv[1:])
