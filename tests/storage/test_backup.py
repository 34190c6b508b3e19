"""A backup can be put back, and neither ever overwrites what it should not."""

import pytest

from storage.__main__ import backup, main, restore
from storage.database import Database
from storage.errors import StorageError
from tests.builders import filled, provenance, table


def test_a_backup_brings_back_what_was_there_and_keeps_what_came_later_beside_it(tmp_path):
    database = filled(tmp_path, [{}, {}])
    database.close()
    copy = tmp_path / "kopie" / "maart.duckdb"
    backup(database.path, copy)
    later = Database.open(database.path)
    later.deliver("placement", table("placement", [{}] * 3), provenance())
    later.close()
    said = restore(database.path, copy)
    back = Database.open(database.path)
    assert back.query("SELECT count(*) AS n FROM placements")["n"][0].as_py() == 2
    assert "vorige database staat in" in said
    assert len(list(tmp_path.glob("test.duckdb.2*"))) == 1


def test_a_backup_never_overwrites_a_file(tmp_path):
    filled(tmp_path, [{}]).close()
    copy = tmp_path / "kopie.duckdb"
    copy.write_text("iets anders")
    with pytest.raises(StorageError, match="bestaat al"):
        backup(tmp_path / "test.duckdb", copy)
    assert copy.read_text() == "iets anders"


def test_what_is_no_database_is_not_put_back(tmp_path):
    filled(tmp_path, [{}]).close()
    copy = tmp_path / "kopie.duckdb"
    copy.write_text("geen database" * 500)
    with pytest.raises(StorageError):
        restore(tmp_path / "test.duckdb", copy)
    assert Database.open(tmp_path / "test.duckdb").deliveries()


def test_the_shell_says_in_dutch_what_is_missing(tmp_path, capsys):
    assert main(["backup", str(tmp_path / "kopie"), "--database", str(tmp_path / "nergens.duckdb")]) == 1
    assert "bestaat niet" in capsys.readouterr().err
