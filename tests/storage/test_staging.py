"""Many rows are stored before their delivery: they count with it, and leave nothing behind without it."""

import pytest

from storage import staging
from storage.database import Database
from tests.builders import filled, provenance, table

ROWS = "SELECT count(*) AS n FROM placement"


def count(database, sql):
    return database.query(sql)["n"][0].as_py()


@pytest.fixture(autouse=True)
def three_are_many(monkeypatch):
    monkeypatch.setattr(staging, "MANY", 3)


def stop(*_):
    raise KeyboardInterrupt


def test_many_rows_are_one_delivery_like_few(tmp_path):
    database = filled(tmp_path, [{}, {}])
    old = database.deliveries()[0]
    new = database.deliver("placement", table("placement", [{}] * 5), provenance(), replaces=[old.id])
    assert (new.row_count, count(database, "SELECT count(*) AS n FROM placements")) == (5, 5)
    assert count(database, "SELECT count(*) AS n FROM meta WHERE key LIKE 'staging%'") == 0
    database.withdraw(new.id)
    assert count(database, "SELECT count(*) AS n FROM placements") == 2


def test_what_is_stopped_between_leaves_no_row(tmp_path, monkeypatch):
    database = filled(tmp_path, [{}, {}])
    version = database.version
    monkeypatch.setattr(Database, "_raise_version", staticmethod(stop))
    with pytest.raises(KeyboardInterrupt):
        database.deliver("placement", table("placement", [{}] * 5), provenance())
    assert (count(database, ROWS), database.version, len(database.deliveries())) == (2, version, 1)


def test_what_a_killed_process_left_goes_at_the_next_start(tmp_path, monkeypatch):
    database = filled(tmp_path, [{}, {}])
    monkeypatch.setattr(Database, "_deliver", stop)
    monkeypatch.setattr(staging, "remove_unsettled", stop)  # as when the process is gone
    with pytest.raises(KeyboardInterrupt):
        database.deliver("placement", table("placement", [{}] * 5), provenance())
    assert count(database, ROWS) == 7
    assert count(database, "SELECT count(*) AS n FROM placements") == 2  # they never counted
    database.close()
    assert count(Database.open(database.path), ROWS) == 2


def test_together_the_facts_follow_once_and_readers_keep_what_they_know(tmp_path):
    database = filled(tmp_path, [{}, {}])
    version = database.version
    with database.together():
        for _ in range(3):
            database.deliver("placement", table("placement", [{}]), provenance(supplier="uwv"))
        assert (count(database, "SELECT count(*) AS n FROM placements"), database.version) == (2, version)
    assert (count(database, "SELECT count(*) AS n FROM placements"), database.version) == (5, version + 3)


def test_facts_that_a_killed_process_left_behind_follow_at_the_next_start(tmp_path, monkeypatch):
    database = filled(tmp_path, [{}, {}])
    monkeypatch.setattr(Database, "refresh_stale", staticmethod(stop))
    with pytest.raises(KeyboardInterrupt), database.together():
        database.deliver("placement", table("placement", [{}]), provenance(supplier="uwv"))
    monkeypatch.undo()
    database.close()
    again = Database.open(database.path)
    assert count(again, "SELECT count(*) AS n FROM placements") == 3
