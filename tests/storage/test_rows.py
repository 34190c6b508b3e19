"""What the analyst sees of one delivery."""

from storage.rows import changes_of, rows_of
from tests.builders import filled


def test_rows_come_in_the_order_of_the_file_and_without_person_key(tmp_path):
    database = filled(tmp_path, [{"person_key": "a" * 32, "employer": name} for name in ("Bos", "Dal")])
    rows = rows_of(database, "placement", 1, limit=2)
    assert "person_key" not in rows.column_names
    assert rows.column("employer").to_pylist() == ["Bos", "Dal"]


def test_what_was_done_to_a_delivery_keeps_who_and_why(tmp_path):
    database = filled(tmp_path, [{}], delivered_by="Anna")
    database.withdraw(1, "Bert", "verkeerde maand")
    done = [(one.action, one.by, one.reason) for one in changes_of(database, 1)]
    assert done == [("geleverd", "Anna", None), ("teruggenomen", "Bert", "verkeerde maand")]
