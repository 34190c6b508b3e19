"""How complete deliveries are, what everybody may see of it, who is late, and what gaps do to targets."""

from datetime import date

import pytest

from metrics.completeness import OUTSIDE_PERIOD, OUTSIDE_REGION, coarse, completeness, kinds_present
from metrics.gaps import gaps, in_steps
from metrics.punctuality import punctuality
from storage.deliveries import UNDATED
from storage.kinds import KINDS
from tests.builders import filled, provenance, table

YEAR = date(2015, 1, 1), date(2015, 12, 31)


def delivered(database, supplier, start, end, rows=({},), kind="placement"):
    name = f"{supplier}{start}{end}"
    origin = provenance(supplier=supplier, period_start=start, period_end=end, checksum=name)
    return database.deliver(kind, table(kind, [{"start_date": start} | row for row in rows]), origin)


def of(database, field, supplier=None, kind="placement"):
    found = completeness(database, kind)
    return found.count(field, found.cells(supplier))


def test_a_field_is_counted_per_supplier(tmp_path):
    database = filled(tmp_path)
    delivered(database, "wsp", *YEAR, [{"sector": None}, {}, {}])
    delivered(database, "uwv", *YEAR, [{"sector": None}])
    assert of(database, "sector") == (2, 4)
    assert of(database, "sector", "wsp") == (2, 3)
    assert of(database, "sector", "uwv") == (0, 1)


def test_hours_from_zero_to_forty_are_unknown_and_an_interval_is_not(tmp_path):
    rows = [{"hours": None}, {"hours_low": 24, "hours_high": 32}, {"hours": 0}]
    assert of(filled(tmp_path, rows), "hours") == (2, 3)


def test_months_are_those_in_which_it_began(tmp_path):
    rows = [{"start_date": date(2015, 3, 31)}, {"start_date": date(2015, 4, 1), "sector": None}]
    found = completeness(filled(tmp_path, rows), "placement")
    assert found.rows == {("wsp", date(2015, 3, 1)): 1, ("wsp", date(2015, 4, 1)): 1}
    assert found.filled["sector"]["wsp", date(2015, 4, 1)] == 0


def test_what_was_taken_back_is_not_counted(tmp_path):
    database = filled(tmp_path, [{}])
    database.withdraw(1)
    assert kinds_present(database) == [] and completeness(database, "placement").rows == {}


def test_rows_outside_period_and_region_are_told_apart(tmp_path):
    rows = [{"start_date": date(2014, 12, 31)}, {"municipality_home": "GM0363"}, {"municipality_home": None}]
    database = filled(tmp_path, rows)
    assert (of(database, OUTSIDE_PERIOD), of(database, OUTSIDE_REGION)) == ((1, 3), (1, 3))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_delivery_can_be_asked(tmp_path, kind):
    assert completeness(filled(tmp_path), kind).rows == {}


def test_shares_that_everybody_sees_are_steps_of_at_least_five_rows():
    assert coarse(1000, 1000).share == 1
    assert coarse(0, 1000).share == 0
    assert coarse(776, 1000).share == pytest.approx(0.78)
    assert coarse(78, 120).share == pytest.approx(0.65)
    assert coarse(991, 1000) == coarse(999, 1000) and coarse(991, 1000).share is None
    assert coarse(9, 1000) == coarse(1, 1000)
    assert coarse(10, 19).word == "few"


@pytest.mark.parametrize("rows", [20, 21, 37, 50, 99, 120, 251, 640])
def test_one_to_nine_rows_missing_or_known_read_the_same_whatever_the_share(rows):
    missing = [coarse(rows - few, rows) for few in range(1, 10)]
    known = [coarse(few, rows) for few in range(1, 10)]
    assert len(set(missing)) == len(set(known)) == 1
    others = [coarse(count, rows) for count in range(10, rows - 9)]
    assert not {*missing, *known} & {*others} and all(0 < one.share < 1 for one in others)


@pytest.mark.parametrize(
    ("ends", "months", "late"),
    [
        ([date(2015, 3, 31), date(2015, 6, 30), date(2015, 9, 30)], 3, 0),
        ([date(2015, 1, 31), date(2015, 2, 28), date(2015, 3, 31)], 1, 215),
        ([date(2015, 12, 31)], None, 0),
    ],
)
def test_who_delivers_in_a_rhythm_is_late_thirty_days_after_it(tmp_path, ends, months, late):
    database = filled(tmp_path)
    for end in ends:
        delivered(database, "wsp", end.replace(day=1), end)
    (line,) = punctuality(database, date(2015, 12, 31))
    assert (line.months, line.late) == (months, late)


def test_what_holds_at_any_time_has_no_rhythm_and_is_never_late(tmp_path):
    database = filled(tmp_path)
    delivered(database, "wsp", *UNDATED)
    assert punctuality(database, date(2015, 12, 31)) == []


def test_each_unknown_is_opened_by_itself(tmp_path):
    rows = [{}] * 90 + [{"hours": None}] * 13 + [{"in_register": None}] * 4
    rows += [{"hours": None, "in_register": None}] * 2
    found = {gap.target.key: gap for gap in gaps(filled(tmp_path, rows), date(2015, 12, 31))}
    gap = found["T-LSA-02"]
    assert (gap.value, gap.alone["hours"], gap.alone["registered"]) == (90, 13, 4)
    assert gap.together == 19  # the two rows that miss both count only when both turn out well
    assert gap.widest == "hours"


def test_an_unknown_sector_matters_only_where_a_target_asks_for_one(tmp_path):
    rows = [{}] * 20 + [{"sector": None}] * 5
    found = {gap.target.key: gap for gap in gaps(filled(tmp_path, rows), date(2015, 12, 31))}
    assert found["T-LSA-01"].alone["sector"] == 5
    assert "sector" not in found["T-LSA-02"].alone


def test_what_everybody_sees_of_a_gap_is_rounded_up_to_fives(tmp_path):
    rows = [{}] * 20 + [{"hours": None}] * 6
    gap = next(one for one in gaps(filled(tmp_path, rows), date(2015, 12, 31)) if one.alone.get("hours"))
    shown = in_steps(gap, 20)
    assert (shown.value, shown.alone["hours"], shown.alone["registered"], shown.together) == (20, 10, 0, 10)
