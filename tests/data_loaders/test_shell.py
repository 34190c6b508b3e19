"""The loader from the shell: exit codes, receipts and questions."""

import contextlib
import json
import os
import pty
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from data_loaders.__main__ import main
from storage.database import Database

ROOT = Path(__file__).parents[2]
RECEIPT = {
    "file", "kind", "supplier", "period", "sheet", "header_row", "mapping", "rows", "accepted",
    "dropped_columns", "problems", "delivery",
}  # fmt: skip
HOLD = (
    "import sys; from pathlib import Path; from storage.database import Database; "
    "held = Database.open(Path(sys.argv[1])); print(1, flush=True); input()"
)
GOOD = "Startdatum;Woongemeente;Naam\n1-2-2015;Haarlem;Jansen\n2-2-2015;Velsen;Smit\n"
BAD = "Startdatum;Woongemeente\n31-2-2015;Haarlem\n2-2-2015;Velsen\n"


@pytest.fixture
def shell(tmp_path, monkeypatch, capsys):
    """Run the loader on files in a folder of its own; return its exit code and its receipts."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "goed_WSP_2015.csv").write_text(GOOD)
    (tmp_path / "fout.csv").write_text(BAD)

    def run(*arguments):
        code = main([*arguments, "--json", "--database", "eigen.duckdb"])
        return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return run


def test_a_good_file_is_loaded(shell):
    code, (receipt,) = shell("goed_WSP_2015.csv")
    assert code == 0
    assert set(receipt) == RECEIPT
    assert (receipt["kind"], receipt["supplier"], receipt["period"]) == (
        "placement",
        "wsp",
        "2015-01-01/2015-12-31",
    )
    assert (receipt["rows"], receipt["accepted"], receipt["delivery"]) == (2, 2, 1)
    assert receipt["dropped_columns"] == ["Naam"]
    assert receipt["mapping"] == {"Startdatum": "placement_date", "Woongemeente": "municipality_home"}


def test_the_same_file_again_is_no_error(shell):
    shell("goed_WSP_2015.csv")
    code, (receipt,) = shell("goed_WSP_2015.csv")
    assert (code, receipt["delivery"]) == (0, 1)
    assert "al geladen als levering 1" in receipt["problems"][-1]["message"]


def test_a_bad_file_stops_no_other(shell):
    code, receipts = shell("fout.csv", "weg.csv", "goed_WSP_2015.csv")
    assert (code, [one["accepted"] for one in receipts]) == (1, [0, 0, 2])
    problem = next(one for one in receipts[0]["problems"] if one["severity"] == "error")
    assert (problem["cell"], problem["column"], problem["value"]) == ("A2", "Startdatum", "31-2-2015")
    assert set(problem) == {"cell", "column", "value", "message", "severity"}


def test_a_dry_run_opens_no_database(shell, tmp_path):
    code, (receipt,) = shell("goed_WSP_2015.csv", "--dry-run")
    assert (code, receipt["accepted"], receipt["delivery"]) == (0, 2, None)
    assert list(tmp_path.glob("*.duckdb*")) == []
    assert shell("fout.csv", "--dry-run")[0] == 1


def test_errors_may_be_left_out(shell):
    code, (receipt,) = shell("fout.csv", "--leave-out-errors")
    assert (code, receipt["rows"], receipt["accepted"]) == (0, 2, 1)


def test_supplier_period_and_kind_may_be_stated(shell):
    _, (receipt,) = shell(
        "goed_WSP_2015.csv",
        "--supplier",
        "Pasmatch",
        "--period",
        "2015-Q1",
        "--kind",
        "placement",
        "--dry-run",
    )
    assert (receipt["supplier"], receipt["period"]) == ("pasmatch", "2015-01-01/2015-03-31")


def test_an_overlap_is_answered_by_replace_or_keep(shell, tmp_path):
    shell("goed_WSP_2015.csv", "--period", "2015-Q1")
    (tmp_path / "nieuw.csv").write_text(GOOD + "1-4-2015;Velsen;Bos\n")
    stated = ("nieuw.csv", "--supplier", "wsp", "--period", "2015-02-01/2015-06-30")
    code, (receipt,) = shell(*stated)
    assert (code, receipt["problems"][-1]["severity"]) == (1, "question")
    code, (receipt,) = shell(*stated, "--replace", "1")
    assert (code, receipt["delivery"]) == (0, 2)


def test_an_unknown_option_is_a_dutch_sentence(shell, capsys):
    with pytest.raises(SystemExit) as ended:
        shell("goed_WSP_2015.csv", "--period", "ooit")
    assert ended.value.code == 1
    assert "De opdracht is niet begrepen" in capsys.readouterr().err


def test_without_json_the_receipt_is_dutch(shell, capsys):
    assert main(["goed_WSP_2015.csv", "--dry-run"]) == 0
    assert "goed_WSP_2015.csv: 2 plaatsingen, kan worden geladen" in capsys.readouterr().out


def test_a_database_in_use_is_one_sentence(shell, tmp_path):
    shell("goed_WSP_2015.csv")
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            HOLD,
        ]
        + [str(tmp_path / "eigen.duckdb")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
    )
    try:
        holder.stdout.readline()
        code, (receipt,) = shell("goed_WSP_2015.csv")
        assert (code, receipt["accepted"]) == (1, 0)
        assert "in gebruik door een ander programma" in receipt["problems"][0]["message"]
    finally:
        holder.communicate(b"\n", timeout=10)


def test_help_is_dutch(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    assert "Laad spreadsheets in de Regiomonitor" in capsys.readouterr().out


@pytest.mark.parametrize("moment", ["De cellen worden gelezen", "De rijen worden opgeslagen"])
def test_ctrl_c_stops_between_two_words_of_progress_and_stores_nothing(tmp_path, moment):
    rows = "".join(f"M{number};01-02-2015;Haarlem;P{number};24\n" for number in range(60_000))
    file = tmp_path / "groot.csv"
    file.write_text("Matchnr;Startdatum;Woongemeente;Kandidaatnr;Uren\n" + rows)
    ours, theirs = pty.openpty()  # a terminal, so that the progress shows
    command = [sys.executable, "-m", "data_loaders", "--database", str(tmp_path / "eigen.duckdb"), str(file)]
    process = subprocess.Popen(command, cwd=ROOT, stderr=theirs, stdout=subprocess.PIPE, text=True)
    os.close(theirs)
    shown = ""
    while moment not in shown:
        shown += os.read(ours, 4096).decode()
    process.send_signal(signal.SIGINT)
    printed, _ = process.communicate(timeout=30)
    with contextlib.suppress(OSError):  # how a terminal says that it is closed
        while more := os.read(ours, 4096):
            shown += more.decode()
    os.close(ours)
    assert process.returncode == 130
    assert "Gestopt. Het bestand waaraan werd gewerkt, is niet geladen" in shown
    assert "Traceback" not in shown
    assert printed == ""
    shares = [int(share) for share in re.findall(r"(\d+)% ", shown)]
    assert shares == sorted(shares)
    database = Database.open(tmp_path / "eigen.duckdb")
    assert database.deliveries() == []
    assert database.query("SELECT count(*) AS n FROM placement").to_pylist() == [{"n": 0}]
    database.close()


def test_without_a_terminal_no_progress_is_shown(shell, capsys):
    shell("goed_WSP_2015.csv")
    assert main(["goed_WSP_2015.csv", "--database", "eigen.duckdb"]) == 0
    assert capsys.readouterr().err == ""


def test_many_small_files_get_a_receipt_each_and_one_bad_file_stops_none(shell, tmp_path):
    for number in range(15):
        text = f"Startdatum;Woongemeente\n1-2-2015;Haarlem\n{number % 28 + 1}-3-2015;Velsen\n"
        (tmp_path / f"lijst{number:03}.csv").write_text(BAD if number == 7 else text + f";{number}\n")
    code, receipts = shell(*[f"lijst{number:03}.csv" for number in range(15)], "--leave-out-errors")
    assert code == 0
    assert [one["file"] for one in receipts] == [f"lijst{number:03}.csv" for number in range(15)]
    assert len({one["delivery"] for one in receipts}) == 15
