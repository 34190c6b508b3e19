"""Large files: progress tells the truth, stopping leaves nothing, and the limits let a million rows in."""

import threading
import time
import zipfile

import openpyxl
import pytest

from benchmarks.large_file import write_large_workbook
from data_loaders.intake import SHELL_LIMITS, read_delivery, store
from data_loaders.progress import Progress
from storage.database import Database

ROWS = 12_000


@pytest.fixture(scope="module")
def workbook(tmp_path_factory):
    path = tmp_path_factory.mktemp("groot") / "WSP.xlsx"
    write_large_workbook(path, ROWS)
    return path


def test_the_benchmark_workbook_loads_without_an_error_and_opens_elsewhere(workbook):
    assert openpyxl.load_workbook(workbook, read_only=True)["Plaatsingen"]["A3"].value == "Matchnr"
    intake = read_delivery(workbook, key=b"sleutel")
    assert [one.message for one in intake.problems if one.severity != "warning"] == []
    assert (intake.rows, intake.table.num_rows) == (ROWS, ROWS)
    assert intake.table.column("start_date").null_count == 0


def test_a_million_rows_fit_the_limits(workbook):
    with zipfile.ZipFile(workbook) as archive:
        unpacked = sum(part.file_size for part in archive.infolist())
    assert workbook.stat().st_size * 1_000_000 / ROWS < SHELL_LIMITS.max_bytes
    assert unpacked * 1_000_000 / ROWS < SHELL_LIMITS.max_unpacked


def test_progress_never_falls_ends_at_one_and_speaks_dutch(workbook):
    told = []
    read_delivery(workbook, key=b"sleutel", progress=lambda sentence, share: told.append((share, sentence)))
    shares = [share for share, _ in told]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    sentences = list(dict.fromkeys(sentence for _, sentence in told))
    assert sentences[0] == "Het bestand wordt geopend"
    assert "Blad “Plaatsingen” wordt gelezen" in sentences
    assert len(sentences) >= 7


@pytest.mark.parametrize("share", [0.0, 0.05, 0.2, 0.6, 0.7, 0.9])
def test_stopping_at_any_moment_gives_no_rows(workbook, share):
    reached = []
    intake = read_delivery(
        workbook, key=b"sleutel", progress=lambda _, now: reached.append(now),
        cancelled=lambda: bool(reached) and reached[-1] >= share,
    )  # fmt: skip
    assert intake.table is None
    assert [one.sort for one in intake.problems] == ["geannuleerd"]
    assert "Er is niets bewaard" in intake.problems[0].message


def test_a_parser_that_says_nothing_is_left_at_once(monkeypatch, workbook):
    go_on, asked = threading.Event(), []
    monkeypatch.setattr("data_loaders.workbook._load", lambda *_: go_on.wait(20))
    began = time.monotonic()
    intake = read_delivery(
        workbook, key=b"sleutel", progress=lambda sentence, _: asked.append(sentence),
        cancelled=lambda: sum("wordt gelezen" in sentence for sentence in asked) > 2,
    )  # fmt: skip
    go_on.set()
    assert [one.sort for one in intake.problems] == ["geannuleerd"]
    assert time.monotonic() - began < 10


@pytest.mark.parametrize("words", [0, 1])  # before the first, and halfway
def test_stopping_while_rows_are_stored_leaves_no_trace(workbook, tmp_path, monkeypatch, words):
    monkeypatch.setattr("storage.staging.MANY", 1000)
    database = Database.open(tmp_path / "eigen.duckdb")
    intake, reached = read_delivery(workbook, key=b"sleutel"), []
    progress = Progress(lambda _, now: reached.append(now), lambda: len(reached) >= words)
    outcome = store(database, intake, progress=progress)
    assert outcome.delivery is None
    assert outcome.problems[0].sort == "geannuleerd"
    left = "SELECT (SELECT count(*) FROM placement) + (SELECT count(*) FROM delivery) AS n"
    assert database.query(left).to_pylist() == [{"n": 0}]
    assert store(database, intake).delivery.row_count == ROWS
