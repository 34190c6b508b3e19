"""Saved scenarios survive a restart, keep their names apart, and say what has gone."""

from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

import storage.database
from storage.database import Database
from storage.errors import StorageError
from storage.scenarios import (
    delete_scenario,
    duplicate_scenario,
    rename_scenario,
    save_scenario,
    saved_scenario,
    saved_scenarios,
)
from tests.builders import filled


@pytest.fixture
def database(tmp_path):
    return Database.open(tmp_path / "test.duckdb")


def names(database):
    return sorted(one.name for one in saved_scenarios(database))


def test_a_scenario_is_there_after_closing_and_opening(database):
    save_scenario(database, " Grens  van 25,5 uur ", "d440.h25_5", ["T-LSA-02"], "Anna")
    database.close()
    found = saved_scenarios(Database.open(database.path))[0]
    assert (found.name, found.code, found.author) == ("Grens van 25,5 uur", "d440.h25_5", "Anna")
    assert (found.targets, found.metrics, found.gone) == (("T-LSA-02",), ("garantiebanen",), ())


def test_it_can_be_duplicated_renamed_and_deleted(database):
    first = save_scenario(database, "Eén", "d440", ["T-LSA-02", "T-LSA-01"])
    copy = duplicate_scenario(database, first.id, "Twee", "Bert")
    assert (copy.code, copy.targets, copy.author) == (first.code, first.targets, "Bert")
    rename_scenario(database, first.id, "Drie")
    assert names(database) == ["Drie", "Twee"]
    delete_scenario(database, first.id)
    delete_scenario(database, first.id)
    assert names(database) == ["Twee"]
    with pytest.raises(StorageError, match="bestaat niet meer"):
        saved_scenario(database, first.id)


@pytest.mark.parametrize(
    ("name", "said"), [("  ", "Geef het scenario een naam"), ("x" * 81, "te lang"), ("EÉN", "al een")]
)
def test_a_name_that_cannot_be_is_refused_in_dutch(database, name, said):
    save_scenario(database, "Eén", "d440", ["T-LSA-02"])
    with pytest.raises(StorageError, match=said):
        save_scenario(database, name, "d280", ["T-LSA-02"])
    assert names(database) == ["Eén"]


def test_a_scenario_may_keep_its_own_name_when_renamed(database):
    first = save_scenario(database, "Eén", "d440", ["T-LSA-02"])
    assert rename_scenario(database, first.id, "eén").name == "eén"


def test_a_target_that_does_not_exist_cannot_be_saved(database):
    with pytest.raises(KeyError):
        save_scenario(database, "Eén", "d440", ["T-XXX-99"])


def test_opening_says_which_target_or_metric_has_gone(database):
    found = save_scenario(database, "Eén", "d440", ["T-LSA-02", "T-LSA-01", "T-LSA-06"])
    others = found.targets[1:]
    later = replace(found, targets=("T-OUD-01", *others), metrics=("x", "verdwenen", "internships"))
    assert later.present == ("T-LSA-01", "T-LSA-06")
    gone = later.gone
    assert gone[0] == "Het doel T-OUD-01 van scenario “Eén” bestaat niet meer."
    assert "bestaat niet meer" in gone[1]
    assert "anders geteld" in gone[2]


def test_saving_a_scenario_changes_no_number(database):
    version = database.version
    save_scenario(database, "Eén", "d440", ["T-LSA-02"])
    assert database.version == version == int(database._meta("version"))


def test_a_database_that_is_only_read_refuses_to_save(tmp_path):
    filled(tmp_path, [{}]).close()
    database = Database.open(tmp_path / "test.duckdb", read_only=True)
    assert saved_scenarios(database) == []
    with pytest.raises(StorageError, match="alleen te lezen"):
        save_scenario(database, "Eén", "d440", ["T-LSA-02"])


def test_a_database_from_before_scenarios_is_brought_up_to_date_with_its_rows(tmp_path):
    filled(tmp_path, [{}, {}]).close()
    path = tmp_path / "oud.duckdb"
    first_step = Path(storage.database.__file__).parent / "migrations" / "001_start.sql"
    with duckdb.connect(str(path)) as connection:
        connection.execute(first_step.read_text(encoding="utf-8"))
        connection.execute(f"ATTACH '{tmp_path / 'test.duckdb'}' AS newer (READ_ONLY)")
        tables = "SELECT table_name FROM duckdb_tables() WHERE database_name = 'oud'"
        for (table,) in connection.execute(tables).fetchall():
            connection.execute(f"INSERT INTO {table} FROM newer.{table}")
        connection.execute(
            "UPDATE meta SET value = if(key = 'schema', '1', 'of then') WHERE key <> 'version'"
        )
    database = Database.open(path)
    assert saved_scenarios(database) == []
    assert database.query("SELECT count(*) AS n FROM placements")["n"][0].as_py() == 2
