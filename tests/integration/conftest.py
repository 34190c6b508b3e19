"""The sample deliveries, loaded once through the shell as README says."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from storage.database import Database

ROOT = Path(__file__).parents[2]
SPREADSHEETS = sorted(
    path for path in (ROOT / "sample_data").iterdir() if path.suffix in (".xlsx", ".xls", ".ods", ".csv")
)


def shell(*words, **more):
    """Run a module of the product as a person would."""
    return subprocess.run(
        [sys.executable, "-m", *map(str, words)], cwd=ROOT, capture_output=True, text=True, **more
    )


@pytest.fixture(scope="session")
def sample_path(tmp_path_factory):
    return tmp_path_factory.mktemp("sample") / "sample.duckdb"


@pytest.fixture(scope="session")
def receipts(sample_path):
    """One call with all spreadsheets into an empty database; one receipt per file."""
    done = shell("data_loaders", *SPREADSHEETS, "--database", sample_path, "--json")
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="session")
def sample(receipts, sample_path):
    database = Database.open(sample_path, read_only=True)
    yield database
    database.close()


@pytest.fixture(scope="session")
def expected():
    return json.loads((ROOT / "sample_data" / "expected.json").read_text(encoding="utf-8"))
