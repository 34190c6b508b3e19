"""What a delivery would do to the figures can be asked, and nothing of it stays."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from metrics.standing import standing
from reference.load import targets
from storage.database import Database
from storage.errors import StorageError
from storage.staging import MANY
from tests.builders import filled, provenance, table

COUNT = "SELECT count(*) AS n FROM placements"


def count(database):
    return database.query(COUNT)["n"][0].as_py()


def test_a_rehearsal_counts_the_new_rows_and_not_those_that_they_replace(tmp_path):
    database = filled(tmp_path, [{}, {}])
    with database.rehearsal("placement", table("placement", [{}] * 5), provenance(), [1]) as trial:
        assert (count(database), count(trial)) == (2, 5)
        assert [one.active for one in trial.deliveries()] == [True, False]
    assert (count(database), len(database.deliveries())) == (2, 1)


def test_nothing_of_a_rehearsal_stays_not_even_a_number(tmp_path):
    database = filled(tmp_path, [{}])
    before = database.version
    with database.rehearsal("placement", table("placement", [{}]), provenance()) as trial:
        assert trial.version != before or trial.identity != database.identity
    assert database.version == before
    assert database.deliver("placement", table("placement", [{}]), provenance()).id == 2
    database.close()
    assert count(Database.open(tmp_path / "test.duckdb")) == 2


def test_a_rehearsal_never_passes_for_the_database_in_a_cache(tmp_path):
    database = filled(tmp_path, [{}])
    seen = {(database.identity, database.version)}
    for _ in range(2):
        with database.rehearsal("placement", table("placement", [{}]), provenance()) as trial:
            seen.add((trial.identity, trial.version))
    assert len(seen) == 3


def test_the_metrics_run_on_a_rehearsal_as_they_are(tmp_path):
    database, target, day = filled(tmp_path, [{}] * 6), targets()["T-LSA-02"], date(2015, 12, 31)
    with database.rehearsal("placement", table("placement", [{}] * 9), provenance()) as trial:
        assert standing(trial, target, day).amount.value == 15
    assert standing(database, target, day).amount.value == 6


def test_an_error_inside_a_rehearsal_leaves_the_database_as_it_was(tmp_path):
    database = filled(tmp_path, [{}])
    with (
        pytest.raises(ZeroDivisionError),
        database.rehearsal("placement", table("placement", [{}]), provenance()) as trial,
    ):
        1 / (count(trial) - 2)
    assert count(database) == 1
    assert database.deliver("placement", table("placement", [{}]), provenance()).active


def test_others_read_during_a_rehearsal_and_deliver_after_it(tmp_path):
    database = filled(tmp_path, [{}])
    with ThreadPoolExecutor() as pool:
        with database.rehearsal("placement", table("placement", [{}]), provenance()):
            assert pool.submit(count, database).result(timeout=20) == 1
            waiting = pool.submit(database.deliver, "placement", table("placement", [{}] * 3), provenance())
        assert waiting.result(timeout=20).id == 2
    assert count(database) == 4


def test_many_rows_are_rehearsed_like_few(tmp_path):
    database = filled(tmp_path, [{}])
    rows = table("placement", [{}]).take([0] * MANY)
    with database.rehearsal("placement", rows, provenance()) as trial:
        assert count(trial) == MANY + 1
    assert database.query("SELECT count(*) AS n FROM placement")["n"][0].as_py() == 1
    assert database.query("SELECT count(*) AS n FROM meta WHERE key LIKE 'staging:%'")["n"][0].as_py() == 0


def test_a_database_that_is_only_read_gives_no_rehearsal(tmp_path):
    filled(tmp_path, [{}]).close()
    database = Database.open(tmp_path / "test.duckdb", read_only=True)
    with (
        pytest.raises(StorageError, match="alleen te lezen"),
        database.rehearsal("placement", table("placement", [{}]), provenance()),
    ):
        pass
