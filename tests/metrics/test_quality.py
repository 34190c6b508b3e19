"""How much is unknown in the delivered rows."""

from metrics.quality import unknown_shares
from tests.builders import filled


def found(database) -> dict:
    return {one.subject: one for one in unknown_shares(database)}


def test_a_quarter_of_the_hours_is_unknown(tmp_path):
    rows = [{"hours": None} for _ in range(10)] + [{} for _ in range(30)]
    assert found(filled(tmp_path, rows))["uren per week"].share == 10 / 40


def test_one_unknown_sector_reads_as_fewer_than_five(tmp_path):
    rows = [{"sector": None}] + [{} for _ in range(39)]
    sector = found(filled(tmp_path, rows))["sector"]
    assert sector.few
    assert sector.share == 4 / 40


def test_nothing_unknown_is_nothing(tmp_path):
    assert found(filled(tmp_path, [{}] * 20))["woongemeente"].share == 0


def test_fewer_than_twenty_rows_give_no_percentage(tmp_path):
    assert found(filled(tmp_path, [{"in_register": None}] * 19))["doelgroepregister"].share is None


def test_a_withdrawn_delivery_does_not_count(tmp_path):
    database = filled(tmp_path, [{"sector": None}] * 30)
    database.withdraw(database.deliveries()[0].id, "analist")
    assert unknown_shares(database) == []
