"""The oracle itself, on rows that can be counted by hand."""

from datetime import date

from sample_data import oracle
from sample_data.rows import placement


def job(start, **known):
    usual = {
        "supplier": "wsp", "person": 1, "employer": "Bakker", "hours": (32, 32), "in_register": True,
        "job_type": "garantiebaan", "home": "GM0392", "sector": "markt",
    }  # fmt: skip
    return placement(**{**usual, **known}, start=date.fromisoformat(start))


def counted(*rows, **filters):
    found = oracle.targeted(oracle.merged(rows), date(2015, 1, 1), date(2016, 12, 31), **filters)
    return {rule: (answer["low"], answer["high"]) for rule, answer in found.items()}


def test_a_renewal_after_31_days_is_the_same_placement_and_after_32_days_a_new_one():
    first = job("2015-01-01", end=date(2015, 6, 30))
    assert counted(first, job("2015-07-31"))["placements"] == (1, 1)
    assert counted(first, job("2015-08-01"))["placements"] == (2, 2)


def test_a_renewal_keeps_the_hours_of_the_first_contract():
    first = job("2015-01-01", end=date(2015, 6, 30), hours=(20, 20))
    assert counted(first, job("2015-07-01", hours=(36, 36)))["min25"] == (0, 0)


def test_unknown_hours_are_0_to_40_and_a_range_its_ends():
    assert counted(job("2015-02-01", hours=(0, 40)))["min25"] == (0, 1)
    assert counted(job("2015-02-01", hours=(24, 32)))["min25"] == (0, 1)
    assert counted(job("2015-02-01", hours=(25, 32)))["min25"] == (1, 1)
    assert counted(job("2015-02-01", hours=(25.5, 38.25)))["per25.5"] == (1, 1.5)


def test_unknown_register_and_unknown_residence_only_may_count():
    assert counted(job("2015-02-01", in_register=None))["placements"] == (0, 1)
    assert counted(job("2015-02-01", home=None))["placements"] == (0, 1)
    assert counted(job("2015-02-01", in_register=False))["placements"] == (0, 0)
    assert counted(job("2015-02-01", job_type="beschut"))["placements"] == (0, 0)


def test_hired_in_and_unknown_sector_may_be_market_or_government():
    cases = (("markt", (1, 1), (0, 0)), ("inleen", (0, 1), (0, 1)), (None, (0, 1), (0, 1)))
    for sector, market, government in cases:
        assert counted(job("2015-02-01", sector=sector), sector="markt")["placements"] == market
        assert counted(job("2015-02-01", sector=sector), sector="overheid")["placements"] == government


def test_a_person_counts_once_and_a_row_without_a_person_may_be_somebody():
    rows = job("2015-02-01"), job("2015-03-01", employer="Smid"), job("2015-04-01", person=None)
    assert counted(*rows)["persons"] == (1, 2)


def test_a_municipality_that_left_the_region_counts_until_its_last_day():
    assert oracle.in_region("GM0450", date(2016, 12, 31))
    assert not oracle.in_region("GM0450", date(2017, 1, 1))


def test_a_party_counts_wherever_people_live():
    row = job("2015-02-01", employer="Gemeente Haarlem", home="GM0363")
    assert counted(row, party="gemeente-haarlem")["placements"] == (1, 1)
    assert counted(row)["placements"] == (0, 0)
