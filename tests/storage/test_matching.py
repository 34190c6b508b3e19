"""Decisions on rows: who, when and why are kept, an earlier version stays as it was, and rows may go."""

from datetime import date

import pytest

from storage.errors import StorageError
from storage.matching import Marked, decide, decisions, take_back
from tests.builders import filled, provenance, table


def two_suppliers(path):
    """Return a database in which WSP and UWV each have a placement at one employer."""
    database = filled(path, [{"employer": "Bakker", "placement_id": "W1"}])
    add(database, [{"employer": "Bakker", "placement_id": "U1"}], "uwv")
    return database


def add(database, rows, supplier, replaces=()):
    origin = provenance(supplier=supplier, checksum=f"{supplier}{len(database.deliveries())}".ljust(64, "0"))
    return database.deliver("placement", table("placement", rows), origin, replaces)


def marks(database) -> list[Marked]:
    found = database.query(
        f"SELECT placement_mark AS mark, source AS supplier, start_date FROM marked_placements("
        f"{database.version}, [DATE '2015-03-02']) ORDER BY delivery_id"
    )
    return [Marked(**row) for row in found.to_pylist()]


def count(database, source="placements") -> int:
    return database.query(f"SELECT count(*) AS n FROM {source}")["n"][0].as_py()


def test_a_decision_keeps_who_and_why_and_raises_the_version(tmp_path):
    database = two_suppliers(tmp_path)
    before = database.version
    rows = marks(database)
    decision = decide(database, "leveranciers", rows, rows[0].mark, "Ans", "gebeld  met UWV")
    assert (decision.choice, decision.decided_by, decision.reason) == ("one", "Ans", "gebeld met UWV")
    assert decision.standing and decision.rows_known and decision.kept == rows[0].mark
    assert database.version == before + 1
    assert count(database) == 1


def test_a_frozen_version_stays_as_it_was_before_and_after(tmp_path):
    database = two_suppliers(tmp_path)
    rows = marks(database)
    versions = [database.version]
    decision = decide(database, "leveranciers", rows, rows[1].mark, "Ans")
    versions.append(database.version)
    take_back(database, decision.id, "Bo")
    versions.append(database.version)
    assert [count(database, f"placements_known_at({v})") for v in versions] == [2, 1, 2]


def test_a_second_decision_on_the_same_rows_ends_the_first(tmp_path):
    database = two_suppliers(tmp_path)
    rows = marks(database)
    decide(database, "leveranciers", rows, rows[0].mark, "Ans")
    decide(database, "leveranciers", rows, None, "Bo")
    newest, oldest = decisions(database)
    assert newest.standing and not oldest.standing and oldest.ended_by == "Bo"
    assert count(database) == 2


def test_what_was_taken_back_stays_in_the_history_and_cannot_be_taken_back_twice(tmp_path):
    database = two_suppliers(tmp_path)
    rows = marks(database)
    decision = decide(database, "leveranciers", rows, rows[0].mark, "Ans")
    assert take_back(database, decision.id, "Bo").ended_by == "Bo"
    with pytest.raises(StorageError, match="al teruggenomen"):
        take_back(database, decision.id, "Bo")
    assert len(decisions(database)) == 1


def test_a_corrected_row_of_the_same_placement_keeps_its_decision(tmp_path):
    database = two_suppliers(tmp_path)
    rows = marks(database)
    decide(database, "leveranciers", rows, rows[0].mark, "Ans")
    add(database, [{"employer": "Bakker", "placement_id": "U1", "hours": 20}], "uwv", replaces=[2])
    assert count(database) == 1
    assert decisions(database)[0].rows_known


def test_a_decision_whose_kept_row_is_gone_says_so_and_lets_the_other_count(tmp_path):
    database = two_suppliers(tmp_path)
    rows = marks(database)
    decide(database, "leveranciers", rows, rows[0].mark, "Ans")
    database.withdraw(1)
    assert count(database) == 1
    assert not decisions(database)[0].rows_known
    database.restore(1)
    assert decisions(database)[0].rows_known
    assert count(database) == 1


def test_erasing_a_delivery_leaves_none_of_its_content_in_decisions(tmp_path):
    database = two_suppliers(tmp_path)
    rows = marks(database)
    decide(database, "leveranciers", rows, rows[0].mark, "Ans")
    database.erase(1)
    kept = database.query("FROM match_row").to_pylist()
    assert set(kept[0]) == {"decision_id", "mark", "kept", "supplier", "start_date"}
    assert count(database) == 1


@pytest.mark.parametrize("kept", ["geen van beide", None])
def test_rows_that_changed_meanwhile_are_not_decided_on(tmp_path, kept):
    database = two_suppliers(tmp_path)
    rows = marks(database)[: 2 if kept else 1]
    with pytest.raises(StorageError, match="niet meer te vergelijken"):
        decide(database, "leveranciers", rows, kept, "Ans")
    assert decisions(database) == []


def test_a_long_reason_is_refused(tmp_path):
    database = two_suppliers(tmp_path)
    with pytest.raises(StorageError, match="200 tekens"):
        decide(database, "leveranciers", marks(database), None, "Ans", "x" * 201)


def test_dates_of_decided_rows_are_kept(tmp_path):
    database = two_suppliers(tmp_path)
    decision = decide(database, "leveranciers", marks(database), None, "Ans")
    assert [(row.supplier, row.start_date) for row in decision.rows] == [
        (supplier, date(2015, 3, 2)) for supplier in sorted({"wsp", "uwv"}, key=lambda s: _mark(decision, s))
    ]


def _mark(decision, supplier):
    return next(row.mark for row in decision.rows if row.supplier == supplier)
