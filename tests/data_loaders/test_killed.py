"""Killed at any moment, or two at once: a delivery is there whole or not at all, and nothing is lost."""

import subprocess
import sys
import textwrap
import threading
from pathlib import Path

import pytest

from data_loaders.intake import read_delivery, store
from storage.database import Database

ROOT = Path(__file__).parents[2]
ROWS = 2000
MOMENTS = 20
# Imports once and forks for every round: one that stores, or one that is killed after so many seconds.
LOADER = textwrap.dedent("""
    import os, signal, sys, time
    from pathlib import Path
    from data_loaders.intake import read_delivery, store
    from storage import staging
    from storage.database import Database

    staging.MANY = 1000  # so that these few thousand rows go the way of a million
    print("klaar", flush=True)
    for line in sys.stdin:
        file, seconds = line.split()
        began = time.monotonic()
        child = os.fork()
        if child == 0:
            database = Database.open(Path(sys.argv[1]))
            outcome = store(database, read_delivery(Path(file), key=b"sleutel"))
            database.close()
            os._exit(0 if outcome.delivery else 1)
        if float(seconds) >= 0:
            time.sleep(float(seconds))
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        print(time.monotonic() - began, os.waitstatus_to_exitcode(status), flush=True)
""")


def listed(path, first=0):
    """Write a list of placements, each with its own number."""
    rows = (f"M{first + number};01-02-2015;Haarlem;P{number};24" for number in range(ROWS))
    path.write_text("\n".join(["Matchnr;Startdatum;Woongemeente;Kandidaatnr;Uren", *rows, ""]))
    return path


@pytest.fixture
def loader(tmp_path):
    """Load a file in another process, killed after some seconds; returns the seconds and the exit code."""
    process = subprocess.Popen(
        [sys.executable, "-c", LOADER, str(tmp_path / "eigen.duckdb")],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
    )  # fmt: skip
    assert process.stdout.readline() == "klaar\n"

    def load(file, seconds=-1.0):
        process.stdin.write(f"{file} {seconds}\n")
        process.stdin.flush()
        took, code = process.stdout.readline().split()
        return float(took), int(code)

    yield load
    process.stdin.close()
    process.wait(timeout=10)


def one(database, sql):
    return database.query(sql).to_pylist()[0]["n"]


def check_whole(path, known):
    """Return the deliveries of a database, after seeing that each has its rows and no row is loose."""
    database = Database.open(path)
    try:
        ids = sorted(delivery.id for delivery in database.deliveries())
        assert set(known) <= set(ids), "an earlier delivery is gone"
        assert all(delivery.row_count == ROWS for delivery in database.deliveries())
        for table in ("placement", "placements"):
            found = database.query(f"SELECT delivery_id, count(*) AS n FROM {table} GROUP BY ALL").to_pylist()
            assert {row["delivery_id"]: row["n"] for row in found} == dict.fromkeys(ids, ROWS)
        assert one(database, "SELECT count(*) AS n FROM meta WHERE key LIKE 'staging%'") == 0
        assert database.version == len(ids)
        return ids
    finally:
        database.close()


def test_a_process_killed_at_twenty_moments_leaves_whole_deliveries_or_nothing(loader, tmp_path):
    path = tmp_path / "eigen.duckdb"
    loader(listed(tmp_path / "eerste.csv"))
    whole, code = loader(listed(tmp_path / "tweede.csv", 10_000))
    assert code == 0
    known = check_whole(path, [])
    assert len(known) == 2
    killed = 0
    for attempt in range(3 * MOMENTS):
        file = listed(tmp_path / f"lijst{attempt}.csv", 100_000 * (attempt + 1))
        _, code = loader(file, whole * (killed + 0.5) / MOMENTS)
        killed += code < 0
        whole *= 1.0 if code < 0 else 0.9  # it was done sooner than the first one
        known = check_whole(path, known)
        if killed == MOMENTS:
            break
    assert killed == MOMENTS, "too little was killed while it worked"
    assert loader(listed(tmp_path / "laatste.csv", 20_000))[1] == 0
    assert len(check_whole(path, known)) == len(known) + 1


def test_two_people_importing_at_once_both_get_their_delivery(tmp_path):
    database = Database.open(tmp_path / "eigen.duckdb")
    start, outcomes = threading.Barrier(4), []

    def load(number):
        file = listed(tmp_path / f"lijst{number}.csv", 10_000 * number)
        start.wait()
        intake = read_delivery(file, key=b"sleutel")
        outcomes.append(store(database, intake, by=f"analist {number}"))

    people = [threading.Thread(target=load, args=(number,)) for number in range(4)]
    for person in people:
        person.start()
    for person in people:
        person.join()
    assert sorted(outcome.delivery.id for outcome in outcomes) == [1, 2, 3, 4]
    database.close()
    assert check_whole(tmp_path / "eigen.duckdb", []) == [1, 2, 3, 4]


def test_two_people_importing_the_same_file_at_once_store_it_once(tmp_path):
    database, outcomes = Database.open(tmp_path / "eigen.duckdb"), []
    intake = read_delivery(listed(tmp_path / "lijst.csv"), key=b"sleutel")
    people = [threading.Thread(target=lambda: outcomes.append(store(database, intake))) for _ in range(4)]
    for person in people:
        person.start()
    for person in people:
        person.join()
    assert sorted(outcome.unchanged for outcome in outcomes) == [False, True, True, True]
    assert {outcome.delivery.id for outcome in outcomes} == {1}
