"""The database keeps what was committed, knows its history, and never mixes up callers."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

from storage.database import SCHEMA_VERSION, Database
from storage.errors import DatabaseLocked, DatabaseNewer, KeyMismatch, StorageError
from tests.builders import filled, provenance, table

COUNT = "SELECT count(*) AS n FROM placements"


def count(database, sql=COUNT):
    return database.query(sql)["n"][0].as_py()


def test_a_delivery_is_there_after_closing_and_opening(tmp_path):
    filled(tmp_path, [{}, {}]).close()
    database = Database.open(tmp_path / "test.duckdb")
    assert count(database) == 2
    assert database.deliveries()[0].supplier == "wsp"


def test_a_newer_delivery_replaces_the_older_and_undoing_brings_it_back(tmp_path):
    database = filled(tmp_path, [{}, {}])
    old = database.deliveries()[0]
    new = database.deliver("placement", table("placement", [{}] * 3), provenance(), replaces=[old.id])
    assert count(database) == 3
    assert database.delivery(old.id).replaced_by == new.id
    database.withdraw(new.id)
    assert count(database) == 2
    database.restore(new.id)
    assert count(database) == 3
    assert not database.delivery(old.id).active


def test_every_earlier_version_can_be_asked_for_again(tmp_path):
    database = filled(tmp_path, [{}, {}])
    first = database.version
    delivery = database.deliver("placement", table("placement", [{}] * 3), provenance())
    second = database.version
    database.withdraw(delivery.id)
    third = database.version
    database.restore(delivery.id)
    known = [
        count(database, f"SELECT count(*) AS n FROM placements_known_at({v})")
        for v in (0, first, second, third, database.version)
    ]
    assert known == [0, 2, 5, 2, 5]


def test_the_version_is_never_reused(tmp_path):
    database = filled(tmp_path, [{}])
    seen = [database.version]
    for _ in range(3):
        database.withdraw(1)
        seen.append(database.version)
        database.restore(1)
        seen.append(database.version)
    assert seen == sorted(set(seen))


def test_erasing_removes_the_rows_also_from_the_file(tmp_path):
    database = filled(tmp_path, [{"employer": "Bakkerij Zonnebloem"}] * 50)
    database.erase(1, by="analist", reason="op verzoek")
    assert database.query("SELECT count(*) AS n FROM placement")["n"][0].as_py() == 0
    assert database.deliveries()[0].erased
    database.close()
    assert b"Zonnebloem" not in (tmp_path / "test.duckdb").read_bytes()


def test_rows_with_other_columns_are_refused_and_nothing_is_stored(tmp_path):
    database = filled(tmp_path, [{}])
    version = database.version
    with pytest.raises(ValueError, match="kvk"):
        database.deliver("placement", table("placement", [{}]).drop_columns(["kvk"]), provenance())
    assert (count(database), database.version) == (1, version)


def test_eight_threads_never_get_each_others_rows(tmp_path):
    database = filled(tmp_path, [{"municipality_home": f"GM{n:04}"} for n in range(400)])

    def ask(n):
        answer = database.query(
            "SELECT municipality FROM placements WHERE municipality = $m", {"m": f"GM{n:04}"}
        )
        return answer.to_pylist() == [{"municipality": f"GM{n:04}"}]

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(ask, list(range(400)) * 3))


def test_a_second_process_is_told_in_one_dutch_sentence(tmp_path):
    database = filled(tmp_path, [{}])
    program = f"""
        from pathlib import Path
        from storage.database import Database
        from storage.errors import DatabaseLocked
        try:
            Database.open(Path({str(database.path)!r}))
        except DatabaseLocked as error:
            print(error)
    """
    said = subprocess.run([sys.executable, "-c", textwrap.dedent(program)], capture_output=True, text=True)
    assert "in gebruik door een ander programma" in said.stdout
    assert "Traceback" not in said.stderr


def test_a_file_of_a_newer_product_is_refused(tmp_path):
    filled(tmp_path, [{}]).close()
    with duckdb.connect(str(tmp_path / "test.duckdb")) as connection:
        connection.execute("UPDATE meta SET value = $1 WHERE key = 'schema'", [str(SCHEMA_VERSION + 1)])
    with pytest.raises(DatabaseNewer, match="nieuwere versie"):
        Database.open(tmp_path / "test.duckdb")


def test_a_file_that_is_no_database_is_refused(tmp_path):
    (tmp_path / "test.duckdb").write_text("dit is geen database, maar een brief" * 100)
    with pytest.raises(StorageError, match="niet als database"):
        Database.open(tmp_path / "test.duckdb")


def test_a_read_only_database_refuses_a_delivery(tmp_path):
    filled(tmp_path, [{}]).close()
    database = Database.open(tmp_path / "test.duckdb", read_only=True)
    with pytest.raises(StorageError, match="alleen te lezen"):
        database.deliver("placement", table("placement", [{}]), provenance())


def test_another_key_is_refused(tmp_path):
    database = filled(tmp_path, [{}])
    database.use_key("aaaa")
    database.use_key("aaaa")
    with pytest.raises(KeyMismatch, match="sleutel"):
        database.use_key("bbbb")


def test_a_killed_import_loses_nothing_that_was_committed(tmp_path):
    filled(tmp_path, [{}, {}]).close()
    program = f"""
        from pathlib import Path
        from storage.database import Database
        from tests.builders import provenance, table
        database = Database.open(Path({str(tmp_path / "test.duckdb")!r}))
        print("open", flush=True)
        while True:
            database.deliver("placement", table("placement", [{{}}] * 500), provenance())
            print("committed", flush=True)
    """
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(program)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
        env=os.environ | {"PYTHONPATH": "."},
    )
    assert process.stdout.readline() == "open\n"
    time.sleep(1.0)
    process.send_signal(signal.SIGKILL)
    committed = process.stdout.read().count("committed")
    database = Database.open(tmp_path / "test.duckdb")
    rows = count(database) - 2
    assert rows % 500 == 0
    assert rows // 500 >= committed >= 1


def test_renewals_at_one_employer_within_31_days_are_one_placement(tmp_path):
    def row(start, end, **changes):
        from datetime import date

        return {
            "person_key": "p1",
            "employer": "Bakkerij",
            "start_date": date.fromisoformat(start),
            "end_date": date.fromisoformat(end),
        } | changes

    one = [row("2015-01-01", "2015-03-31"), row("2015-05-01", "2015-06-30"), row("2015-07-01", "2015-07-31")]
    database = filled(tmp_path, one)
    facts = database.query("SELECT start_date, end_date FROM placements").to_pylist()
    assert [(str(f["start_date"]), str(f["end_date"])) for f in facts] == [("2015-01-01", "2015-07-31")]

    apart = [
        row("2015-01-01", "2015-03-31"),
        row("2015-05-02", "2015-06-30"),  # 32 days later: a new placement
        row("2015-04-01", "2015-06-30", employer="Slagerij"),  # another employer
        row("2015-04-01", "2015-06-30", person_key="p2"),  # another person
        row("2015-04-01", "2015-06-30", person_key=None),  # nobody knows who: never joined
        row("2015-04-01", "2015-06-30", job_type="proefplaatsing"),  # does not count, so continues nothing
    ]
    (tmp_path / "b").mkdir()
    assert count(filled(tmp_path / "b", apart)) == 6


def test_locked_is_not_reported_for_a_missing_file(tmp_path):
    with pytest.raises(StorageError) as caught:
        Database.open(tmp_path / "nergens.duckdb", read_only=True)
    assert not isinstance(caught.value, DatabaseLocked)


def test_what_was_replaced_cannot_be_taken_back_beside_what_replaced_it(tmp_path):
    database = filled(tmp_path, [{}])
    second = database.deliver("placement", table("placement", [{}] * 2), provenance(), replaces=[1])
    database.deliver("placement", table("placement", [{}] * 3), provenance(), replaces=[second.id])
    with pytest.raises(StorageError, match="telt niet mee"):
        database.withdraw(second.id)
    assert count(database) == 3
