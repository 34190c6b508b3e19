"""An import can be left and taken up again, from kept rows: the file itself is never kept."""

from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest

from data_loaders.drafts import discard, drafts, keep, resume
from data_loaders.intake import Cell, store
from storage.database import Database
from storage.errors import KeyMismatch

TODAY = date(2016, 6, 1)
ROWS = [
    ["Startdatum", "Woongemeente", "Klantnr", "Werkgever", "Kleur", "Naam"],
    ["01-03-2015", "Haarlem", "K-4711", "Bos BV", "zeegroen", "Piet Puk"],
    ["geen idee", "Harlem", "K-4712", "Duin BV", "zeegroen", "Jan Smit"],
    [None, None, None, "Karel belde hierover", None, None],
]
WORDS = {"municipality_home": {"Harlem": "Haarlem"}}
CELL = Cell("Blad1", 3, "placement_date")


def on_disk(database):
    database.tidy()
    return b"".join(path.read_bytes() for path in Path(database.path).parent.iterdir() if path.is_file())


def test_an_import_is_taken_up_again_as_it_was_left(database, read):
    left = read(ROWS, supplier="wsp", values=WORDS, corrections={CELL: "02-03-2015"})
    number = keep(database, left, {"step": 3, "values": WORDS}, "Anna")
    intake, stated = resume(database, number, TODAY)
    assert intake.table.equals(left.table)
    assert intake.cleaned.select(left.cleaned.column_names).equals(left.cleaned)
    assert [one.sort for one in intake.problems] == [one.sort for one in left.problems]
    assert (intake.headings[1], intake.period) == (left.headings[1], left.period)
    assert intake.choices == left.choices
    assert stated == {"step": 3, "values": WORDS}
    assert store(database, intake).delivery.row_count == 2


def test_drafts_are_listed_without_their_rows(database, read):
    keep(database, read(ROWS, supplier="wsp"), {"step": 2}, "Anna")
    (draft,) = drafts(database)
    assert (draft.file, draft.kind, draft.supplier, draft.rows, draft.by, draft.step) == (
        "lijst.xlsx", "placement", "wsp", 2, "Anna", "2",
    )  # fmt: skip


def test_a_draft_keeps_its_number_and_rows_when_it_is_kept_again(database, read):
    number = keep(database, read(ROWS), {"step": 2})
    again = keep(database, read(ROWS, values=WORDS), {"step": 3}, draft_id=number)
    assert again == number
    intake, stated = resume(database, number, TODAY)
    assert intake.cleaned.num_rows == 2
    assert (intake.choices.values, stated, len(drafts(database))) == (WORDS, {"step": 3}, 1)


def test_other_columns_are_kept_as_other_rows(database, read):
    number = keep(database, read(ROWS), {})
    keep(database, read(ROWS, columns={"Werkgever": None}), {}, draft_id=number)
    assert "employer" not in resume(database, number)[0].cleaned.column_names


def test_keeping_does_not_raise_the_data_version(database, read):
    keep(database, read(ROWS), {})
    assert database.version == 0


def test_nothing_that_may_not_be_stored_reaches_the_disk(database, read):
    person = Cell("Blad1", 2, "person_key")
    left = read(ROWS, values={"person_key": {"x": "K-4713"}}, corrections={person: "K-4714"})
    stated = {"corrections": [[*person, "K-4714"]], "values": {"person_key": {"x": "K-4713"}}}
    number = keep(database, left, stated)
    kept, found = resume(database, number)
    assert found == {"corrections": [], "values": {}}
    assert kept.headings[4].samples == ()
    (text,) = (str(row) for row in database.query("SELECT intake, stated FROM import_draft").to_pylist())
    assert "hier is maar één cel ingevuld" in text
    for secret in ("K-471", "zeegroen", "Piet Puk", "Karel"):
        assert secret not in text
        assert secret.encode() not in on_disk(database)


def test_a_lone_person_number_is_not_told(read, said):
    rows = [ROWS[0], ROWS[1], [None, None, "K-9999", None, None, None]]
    assert "K-9999" not in said(read(rows))


def test_a_draft_that_is_thrown_away_is_gone(database, read):
    number = keep(database, read(ROWS), {})
    discard(database, number)
    discard(database, number)
    assert (drafts(database), resume(database, number)) == ([], None)
    assert b"Duin BV" not in on_disk(database)


def test_drafts_of_more_than_a_fortnight_go_at_the_next_start(database, read):
    keep(database, read(ROWS), {})
    with database._transaction() as cursor:
        cursor.execute("UPDATE import_draft SET kept_at = kept_at - INTERVAL 15 DAY")
    assert drafts(database) == []
    database.close()
    opened = Database.open(database.path)
    assert opened.query("SELECT count(*) AS n FROM import_draft")["n"][0].as_py() == 0
    opened.close()


def test_a_draft_with_persons_wants_the_key_of_the_database(database, read):
    keep(database, read(ROWS), {})
    with pytest.raises(KeyMismatch):
        keep(database, read(ROWS, key=b"een andere"), {})


def test_a_file_without_rows_is_no_draft(database, read):
    with pytest.raises(ValueError, match="only an intake with rows"):
        keep(database, read([["Kleur"], ["rood"]]), {})


def test_the_hours_of_a_full_job_can_be_answered_after_taking_up(database, read):
    from data_loaders.intake import reread

    rows = [["Startdatum", "Woongemeente", "FTE"], ["1-3-2015", "Haarlem", "0,5"]]
    intake, _ = resume(database, keep(database, read(rows), {}))
    assert [one.sort for one in intake.problems if one.severity == "question"] == ["uren-per-baan"]
    assert reread(intake, hours_per_fte=36).table.num_rows == 1


def test_rows_of_several_sheets_come_back_in_their_order(database, read, xlsx):
    sheets = [(name, [ROWS[0], ROWS[1]]) for name in ("Q1", "Q2")]
    intake = read(xlsx(*sheets))
    kept = resume(database, keep(database, intake, {}))[0]
    assert kept.cleaned.column("sheet").to_pylist() == ["Q1", "Q2"]
    assert kept.cleaned.schema.field("row_number").type == pa.int32()
