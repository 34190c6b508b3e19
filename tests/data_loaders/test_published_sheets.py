"""Awkward sheets of others: each ends in rows or in a Dutch sentence, in time and in little memory."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHEETS = ROOT.parent / "shared" / "sheets"
SECONDS, MEMORY = 10, 1024**3
READ_ALL = """
import json, resource, sys, time
from pathlib import Path
from data_loaders.intake import read_delivery
for name in sys.argv[1:]:
    started = time.monotonic()
    intake = read_delivery(Path(name), key=b"sleutel")
    print("\\n@" + json.dumps({
        "file": intake.file, "seconds": time.monotonic() - started, "dropped": intake.dropped_columns,
        "rows": None if intake.table is None else intake.table.num_rows, "seen": intake.rows,
        "messages": [one.message for one in intake.problems],
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
    }))
"""


@pytest.fixture(scope="module")
def readings():
    """Read all sheets in one process of their own, so that memory and crashes show."""
    files = sorted(path for path in SHEETS.glob("*/*") if path.suffix != ".md")
    if not files:
        pytest.skip("the published sheets are not on this machine")
    done = subprocess.run(
        [sys.executable, "-c", READ_ALL, *map(str, files)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found = [json.loads(line[1:]) for line in done.stdout.splitlines() if line.startswith("@")]
    assert len(found) == len(files)
    return found


def test_each_ends_in_rows_or_in_a_dutch_sentence(readings):
    for one in readings:
        assert one["rows"] or one["messages"], one["file"]
        for message in one["messages"]:
            assert message.startswith(f'Bestand "{one["file"]}"'), message
            assert "Traceback" not in message and "Error:" not in message, message


def test_each_is_read_within_seconds(readings):
    assert [one["file"] for one in readings if one["seconds"] > SECONDS] == []


def test_all_together_fit_in_memory(readings):
    assert readings[-1]["memory"] < MEMORY


def test_a_list_of_pupils_loses_its_names_and_numbers(readings):
    pupils = [one for one in readings if one["file"].startswith("duo_vsv")]
    for one in pupils:
        assert {"PERSOONSGEBONDENNUMMER", "GEBOORTEDATUM"} <= set(one["dropped"])
