"""The inbox: what is put in the folder is loaded with the same checks, put away, and never lost."""

import json
import logging
import os
import threading
from contextlib import nullcontext

import pytest

from data_loaders.__main__ import main
from data_loaders.inbox import Inbox
from data_loaders.inbox_files import plain_name
from data_loaders.loading import How
from storage.errors import DatabaseLocked

GOOD = "Startdatum;Woongemeente;Naam\n1-2-2015;Haarlem;Jansen\n2-2-2015;Velsen;Smit\n"
BAD = "Startdatum;Woongemeente\n31-2-2015;Haarlem\n2-2-2015;Velsen\n"


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "postvak"
    folder.mkdir()
    return folder


@pytest.fixture
def inbox(folder, database):
    return Inbox(folder, lambda: nullcontext(database), lambda: b"sleutel")


def names(folder):
    return sorted(one.name for one in folder.iterdir())


def test_files_go_to_done_and_refused_with_their_reports(inbox, folder, database):
    (folder / "goed_WSP_2015.csv").write_text(GOOD)
    (folder / "fout.csv").write_text(BAD)
    results = list(inbox.once(pause=0))
    assert sorted(one.accepted for one in results) == [0, 2]
    assert names(folder) == ["geweigerd", "verwerkt"]
    assert names(folder / "verwerkt") == [
        "goed_WSP_2015.csv", "goed_WSP_2015.csv.json", "goed_WSP_2015.csv.txt",
    ]  # fmt: skip
    assert (folder / "verwerkt" / "goed_WSP_2015.csv").read_text() == GOOD
    receipt = json.loads((folder / "verwerkt" / "goed_WSP_2015.csv.json").read_text())
    assert (receipt["delivery"], receipt["accepted"], receipt["dropped_columns"]) == (1, 2, ["Naam"])
    told = (folder / "geweigerd" / "fout.csv.txt").read_text()
    assert "cel A2" in told
    assert "opnieuw in het postvak" in told
    assert database.deliveries()[0].delivered_by == "postvak"


def test_a_partial_overlap_is_refused_with_the_question(inbox, folder, database):
    (folder / "WSP 2015-Q1.csv").write_text(GOOD)
    list(inbox.once(pause=0))
    (folder / "WSP 2015-02-01 2015-06-30.csv").write_text(GOOD + "1-6-2015;Velsen;Bos\n")
    how = How(supplier="wsp", period=None)
    later = Inbox(folder, lambda: nullcontext(database), lambda: b"sleutel", how)
    (result,) = later.once(pause=0)
    assert result.accepted == 0
    (report,) = (folder / "geweigerd").glob("*.txt")
    assert "overlapt met levering 1" in report.read_text()
    assert "vraag:" in report.read_text()


def test_a_name_that_is_there_is_never_overwritten(inbox, folder):
    for extra in ("", "3-2-2015;Haarlem;Bos\n"):
        (folder / "lijst.csv").write_text(GOOD + extra)
        list(inbox.once(pause=0))
    files = [one for one in names(folder / "verwerkt") if one.endswith(".csv")]
    assert files == ["lijst (2).csv", "lijst.csv"]
    assert (folder / "verwerkt" / "lijst.csv").read_text() == GOOD


def test_a_file_that_still_changes_is_left(inbox, folder):
    file = folder / "groeit.csv"
    file.write_text(GOOD)
    threading.Timer(0.1, lambda: file.write_text(GOOD + "3-2-2015;Haarlem;Bos\n")).start()
    assert list(inbox.once(pause=0.4)) == []
    assert names(folder) == ["groeit.csv"]
    (result,) = inbox.once(pause=0)
    assert result.accepted == 3


def test_stopped_between_storing_and_moving_the_file_is_only_moved(inbox, folder, database, monkeypatch):
    (folder / "lijst.csv").write_text(GOOD)
    monkeypatch.setattr("data_loaders.inbox.put_away", lambda *_: 1 / 0)
    assert list(inbox.once(pause=0)) == []
    monkeypatch.undo()
    again = Inbox(folder, lambda: nullcontext(database), lambda: b"sleutel")
    (result,) = again.once(pause=0)
    assert (result.delivery, len(database.deliveries())) == (1, 1)
    assert "al geladen als levering 1" in (folder / "verwerkt" / "lijst.csv.txt").read_text()


def test_links_and_half_written_files_are_left_alone(inbox, folder, tmp_path):
    secret = tmp_path / "geheim.csv"
    secret.write_text(GOOD)
    (folder / "koppeling.csv").symlink_to(secret)
    for name in ("~$open.xlsx", ".verborgen.csv", "half.csv.part"):
        (folder / name).write_text(GOOD)
    (folder / "map.csv").mkdir()
    os.mkfifo(folder / "pijp.csv")
    before = names(folder)
    assert list(inbox.once(pause=0)) == []
    assert names(folder) == before


def test_a_folder_for_what_is_done_that_is_a_link_is_not_followed(inbox, folder, tmp_path):
    (tmp_path / "elders").mkdir()
    (folder / "verwerkt").symlink_to(tmp_path / "elders")
    (folder / "lijst.csv").write_text(GOOD)
    assert list(inbox.once(pause=0)) == []
    assert names(tmp_path / "elders") == []
    assert (folder / "lijst.csv").exists()


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("a\nb\x1b[31m.csv", "a_b_[31m.csv"),
        ("\u202egnp.csv", "_gnp.csv"),
        ("..\\..\\x.csv", "_.._x.csv"),
        (os.fsdecode(b"m\xfcnchen.csv"), "m_nchen.csv"),
        ("x" * 250 + ".xlsx", "x" * 180 + ".xlsx"),
        ("=cmd|' calc.csv", "=cmd_' calc.csv"),
    ],
)
def test_hostile_names_become_plain_ones(name, plain):
    assert plain_name(name) == plain


def test_a_hostile_name_is_put_away_under_a_plain_one(inbox, folder):
    (folder / os.fsdecode(b"W\xffSP\n2015.csv")).write_text(GOOD)
    (result,) = inbox.once(pause=0)
    assert result.accepted == 2
    assert names(folder / "verwerkt")[0].isprintable()


def test_a_database_in_use_keeps_the_file_waiting(folder, caplog):
    def locked():
        raise DatabaseLocked("in gebruik")

    (folder / "lijst_Jansen.csv").write_text(GOOD)
    inbox = Inbox(folder, locked, lambda: b"sleutel")
    with caplog.at_level(logging.INFO):
        assert list(inbox.once(pause=0)) == []
    assert names(folder) == ["lijst_Jansen.csv"]
    assert "Jansen" not in caplog.text  # the log names no file and no person


def test_a_watched_folder_is_loaded_until_it_is_stopped(inbox, folder, database):
    stopped, results = threading.Event(), []
    watcher = threading.Thread(target=lambda: results.extend(inbox.watch(stopped, every=0.05)))
    watcher.start()
    (folder / "goed.csv").write_text(GOOD)
    for _ in range(200):
        if database.deliveries():
            break
        stopped.wait(0.05)
    stopped.set()
    watcher.join(10)
    assert [one.accepted for one in results] == [2]


def test_the_shell_loads_a_folder_once(folder, tmp_path, capsys):
    (folder / "goed.csv").write_text(GOOD)
    stated = ["--watch-folder", str(folder), "--once", "--json", "--database", str(tmp_path / "b.duckdb")]
    assert main(stated) == 0
    assert json.loads(capsys.readouterr().out)["accepted"] == 2
    (folder / "fout.csv").write_text(BAD)
    assert main(stated) == 1
    assert main(["--watch-folder", str(folder / "weg"), *stated[2:]]) == 1
    assert "bestaat niet" in capsys.readouterr().err


def test_the_shell_refuses_files_beside_a_folder(folder, capsys):
    for stated in (["x.csv", "--watch-folder", str(folder)], [], ["x.csv", "--once"]):
        with pytest.raises(SystemExit) as ended:
            main(stated)
        assert ended.value.code == 1
        assert "De opdracht is niet begrepen" in capsys.readouterr().err
