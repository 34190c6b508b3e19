"""Participation: client groups, talks, trajectories and money, each with its rows and sums in sight."""

from datetime import date
from decimal import Decimal

import pyarrow as pa
import pytest

from metrics.participation import caseload, grouped_dates, places
from metrics.participation_counts import Count, Span, chained, share, year_before
from metrics.participation_money import money
from metrics.participation_paths import paths
from metrics.participation_talks import talks
from metrics.participation_work import work
from metrics.rounding import ALL, rounded
from storage.database import Database
from tests.builders import filled, provenance

HAARLEM = "GM0392"
START = date(2017, 5, 1)


@pytest.fixture
def deliver(tmp_path):
    """Call it with a kind and rows to deliver them; it returns the database."""
    database = Database.open(tmp_path / "test.duckdb")

    def delivered(kind: str, rows: list[dict], **origin) -> Database:
        database.deliver(kind, kind_table(database, kind, rows), provenance(**origin))
        return database

    yield delivered
    database.close()


def kind_table(database: Database, kind: str, rows: list[dict]) -> pa.Table:
    """Return rows of a kind; what a row does not say is empty, and every row counts once."""
    schema = database.query(f'FROM "{kind}" LIMIT 0').schema
    schema = pa.schema([field for field in schema if field.name != "delivery_id"])
    plain = dict.fromkeys(schema.names) | {"sheet": "Blad1", "municipality": HAARLEM}
    counted = {"quantity_low": 1, "quantity_high": 1, "secret": False}
    plain |= {name: value for name, value in counted.items() if name in schema.names}
    full = [plain | {"row_number": place} | row for place, row in enumerate(rows, start=2)]
    return pa.Table.from_pylist(full, schema=schema)


def people(number: int, **row) -> dict:
    """Return a stock of clients on the last day of 2017, unless the row says otherwise."""
    base = {"reference_date": date(2017, 12, 31), "measure": "stand"}
    return base | {"quantity_low": number, "quantity_high": number} | row


def flow(number: int, first: date, last: date, measure: str = "instroom", **row) -> dict:
    return people(number, reference_date=last, period_start=first, measure=measure, **row)


def test_the_groups_of_a_stock_are_shares_of_the_whole_and_the_rest_is_unknown(deliver):
    rows = [
        people(1000), people(100, client_group="zonder-afstand"), people(550, client_group="overbrugbaar"),
    ]  # fmt: skip
    load = caseload(deliver("caseload", rows), HAARLEM)
    parts = load.parts(date(2017, 12, 31), "client_group")
    assert parts[ALL].value == 1000
    assert share(parts["zonder-afstand"], parts[ALL]) == 0.10
    assert share(parts["overbrugbaar"], parts[ALL]) == 0.55
    assert parts["onbekend"].value == 1000 - 100 - 550


def test_a_stock_without_a_total_is_the_sum_of_one_breakdown_and_never_of_two(deliver):
    by_group = [people(60, client_group="overbrugbaar"), people(40, client_group="onoverbrugbaar")]
    by_age = [people(30, age="tot-27"), people(70, age="50-plus")]
    load = caseload(deliver("caseload", by_group + by_age), HAARLEM)
    assert load.total(date(2017, 12, 31)) == Count(100, 100)


def test_a_newer_delivery_of_the_same_count_replaces_the_older_one(deliver):
    deliver("caseload", [people(100)])
    load = caseload(deliver("caseload", [people(120)], supplier="gemeente-haarlem"), HAARLEM)
    assert load.total(date(2017, 12, 31)) == Count(120, 120)


def test_a_small_group_is_not_shown_and_cannot_be_subtracted(deliver):
    rows = [people(103), people(3, client_group="zonder-afstand"), people(100, client_group="overbrugbaar")]
    parts = caseload(deliver("caseload", rows), HAARLEM).parts(date(2017, 12, 31), "client_group")
    assert parts["zonder-afstand"].state == "below"
    assert parts["zonder-afstand"].value is None
    assert share(parts["zonder-afstand"], parts[ALL]) is None


def test_a_secret_count_stays_secret():
    assert (Count(7, 7) + Count(0, None)).disclosed(START).state == "shielded"


def test_no_share_of_fewer_than_twenty_people():
    assert share(rounded(5, START), rounded(15, START)) is None
    assert share(rounded(10, START), rounded(20, START)) == 0.5


def test_inflow_of_a_year_takes_quarters_before_months_and_counts_nothing_twice(deliver):
    quarters = [(1, 3, 31), (4, 6, 30), (7, 9, 30), (10, 12, 31)]
    rows = [flow(100, date(2017, a, 1), date(2017, b, c)) for a, b, c in quarters]
    rows.append(flow(40, date(2017, 12, 1), date(2017, 12, 31)))  # a month inside the last quarter
    found = caseload(deliver("caseload", rows), HAARLEM).flow("instroom", date(2017, 12, 31))
    assert found.count == Count(400, 400)
    assert found.whole
    assert found.span == Span(date(2017, 1, 1), date(2017, 12, 31))


def test_inflow_with_a_gap_says_that_it_is_no_whole_year(deliver):
    rows = [flow(100, date(2017, 1, 1), date(2017, 3, 31)), flow(90, date(2017, 7, 1), date(2017, 12, 31))]
    load = caseload(deliver("caseload", rows), HAARLEM)
    assert load.flow("instroom", date(2017, 12, 31)).count == Count(90, 90)
    assert not load.flow("instroom", date(2017, 12, 31)).whole
    assert load.inflow(date(2017, 1, 1), date(2017, 12, 31)) is None


def test_who_changes_of_group_is_no_inflow_and_adds_up_over_the_quarters(deliver):
    moved = {"client_group_before": "onoverbrugbaar", "client_group": "overbrugbaar"}
    rows = [
        flow(100, date(2017, 7, 1), date(2017, 9, 30)), flow(100, date(2017, 10, 1), date(2017, 12, 31)),
        flow(20, date(2017, 7, 1), date(2017, 9, 30), **moved),
        flow(30, date(2017, 10, 1), date(2017, 12, 31), **moved),
    ]  # fmt: skip
    load = caseload(deliver("caseload", rows), HAARLEM)
    assert load.inflow(date(2017, 7, 1), date(2017, 12, 31)) == Count(200, 200)
    found = load.moves(date(2017, 6, 30), date(2017, 12, 31))
    assert found.found["onoverbrugbaar", "overbrugbaar"].value == 20 + 30
    assert found.whole


def test_spans_chain_backwards_and_years_keep_the_end_of_the_month():
    january, year = Span(date(2017, 1, 1), date(2017, 1, 31)), Span(date(2016, 1, 1), date(2016, 12, 31))
    assert chained([january, year], date(2016, 1, 1), date(2017, 1, 31)) == [january, year]
    assert year_before(date(2017, 2, 28)) == date(2016, 2, 29)
    assert year_before(date(2017, 12, 31)) == date(2016, 12, 31)


def talk(number: int = 1, **row) -> dict:
    base = {"invited_date": date(2017, 6, 1), "quantity_low": number, "quantity_high": number}
    return base | row


def test_invited_spoken_planned_and_waiting_are_counted_on_the_day(deliver):
    rows = [
        talk(40, talk_date=date(2017, 6, 15), plan_date=date(2017, 6, 20), client_group="overbrugbaar"),
        talk(10, talk_date=date(2017, 6, 15), client_group="overbrugbaar"),  # waits for a plan
        talk(20, talk_date=date(2017, 9, 1)),  # after the day: still waits for a talk
        talk(30, outcome="niet-verschenen"),
    ]
    found = talks(deliver("talk", rows), HAARLEM, START, date(2017, 7, 1))
    assert not found.persons
    values = {name: one.value for name, one in found.counts.items()}
    assert values == {
        "invited": 100, "held": 50, "planned": 40, "missed": 30, "waiting_talk": 20, "waiting_plan": 10,
    }  # fmt: skip
    assert found.days == {"talk": 14, "plan": 5, "trajectory": None}


def test_with_person_keys_people_are_counted_and_followed_to_their_trajectory(deliver):
    keys = [f"{place:032x}" for place in range(20)]
    rows = [talk(person_key=key, talk_date=date(2017, 6, 11)) for key in keys]
    rows += [talk(person_key=key, talk_date=date(2017, 7, 11)) for key in keys]  # the same people again
    deliver("trajectory", [{"person_key": key, "start_date": date(2017, 7, 21)} for key in keys])
    found = talks(deliver("talk", rows), HAARLEM, START, date(2017, 12, 31))
    assert found.persons
    assert found.counts["held"].value == 20
    assert found.days["trajectory"] == 10  # from the later talk


def test_no_median_of_fewer_than_twenty(deliver):
    rows = [talk(19, talk_date=date(2017, 6, 15))]
    assert talks(deliver("talk", rows), HAARLEM, START, date(2017, 12, 31)).days["talk"] is None


def test_talks_before_the_project_and_of_other_municipalities_stay_out(deliver):
    rows = [talk(50, invited_date=date(2017, 4, 1)), talk(50, municipality="GM0453")]
    assert talks(deliver("talk", rows), HAARLEM, START, date(2017, 12, 31)) is None


def path(number: int = 1, **row) -> dict:
    base = {"start_date": date(2017, 6, 1), "target_group": "participatiewet", "provider": "pasmatch"}
    return base | {"quantity_low": number, "quantity_high": number} | row


def test_placed_and_lasting_leave_out_whom_the_day_cannot_show_yet(deliver):
    early = {"placed_date": date(2017, 8, 1), "sustained_6": True}
    rows = [
        path(20, **early, sustained_12=True),
        path(20, **early, sustained_12=False),
        path(20, placed_date=date(2018, 7, 1), sustained_6=True),  # six months are not over on the day
        path(40),
    ]
    row = paths(deliver("trajectory", rows), HAARLEM, START, date(2018, 9, 30)).groups[ALL]
    assert (row.begun.value, row.placed.value) == (100, 60)
    assert (row.seen_6.value, row.kept_6.value) == (40, 40)
    assert (row.seen_12.value, row.kept_12.value) == (40, 20)


def test_groups_of_the_strategy_join_pro_with_vso_and_know_evc_by_its_provision(deliver):
    rows = [
        path(20, target_group="pro"), path(10, target_group="vso"), path(15, provision="evc"),
        path(25, target_group="50-plus"), path(30, target_group="ww"),
    ]  # fmt: skip
    groups = paths(deliver("trajectory", rows), HAARLEM, START, date(2017, 12, 31)).groups
    begun = {code: row.begun.value for code, row in groups.items()}
    assert begun == {ALL: 100, "pro-vso": 30, "evc": 15, "50-plus": 25, "overig": 30}


def test_a_sensitive_group_below_ten_is_hidden_where_another_shows_from_five(deliver):
    rows = [path(7, target_group="ex-gedetineerde"), path(7, target_group="50-plus"), path(60)]
    rows.append(path(60, provider="uwv"))
    groups = paths(deliver("trajectory", rows), HAARLEM, START, date(2017, 12, 31)).groups
    assert groups["ex-gedetineerde"].begun.state == "below"
    assert groups["ex-gedetineerde"].begun.limit == 10
    assert groups["50-plus"].begun.state == "shown"


def test_totals_are_the_same_in_every_division(deliver):
    rows = [path(30), path(6, target_group="statushouder", provider="uwv", placed_date=date(2017, 7, 1))]
    found = paths(deliver("trajectory", rows), HAARLEM, START, date(2017, 12, 31))
    assert found.groups[ALL] == found.providers[ALL] == found.provisions[ALL]


def test_steps_and_the_norm_count_their_own_trajectories(deliver):
    rows = [
        path(20, provision="leerwerktraject", step="intake"),
        path(10, provision="leerwerktraject", step="matching"),
        path(40, start_date=date(2018, 3, 1)), path(10, start_date=date(2019, 3, 1), provider="commercieel"),
    ]  # fmt: skip
    found = paths(deliver("trajectory", rows), HAARLEM, START, date(2019, 12, 31))
    assert {code: one.value for code, one in found.steps.items()} == {ALL: 30, "intake": 20, "matching": 10}
    norm = {code: one.value for code, one in found.norm.items()}
    assert norm == {ALL: 50, "pasmatch": 40, "commercieel": 10}
    assert found.suppliers == ("wsp",)


def test_work_of_the_strategy_counts_begun_since_the_start_and_running_on_the_day(tmp_path):
    old = {"job_type": "garantiebaan", "start_date": date(2016, 1, 1)}
    new = {"job_type": "garantiebaan", "start_date": date(2017, 6, 1)}
    database = filled(tmp_path, [old] * 15 + [new] * 10 + [new | {"end_date": date(2017, 8, 1)}] * 5)
    begun, running = work(database, HAARLEM, START, date(2017, 12, 31))["garantiebaan"]
    assert (begun.value, running.value) == (10 + 5, 15 + 10)
    database.close()


def spent(year: int, amount: int, **row) -> dict:
    base = {"year": year, "period_start": date(year, 1, 1), "period_end": date(year, 12, 31)}
    base |= {"line": "Re-integratie", "agreement": "participatie", "measure": "besteed", "document": "stuk"}
    return base | {"amount_low": Decimal(amount), "amount_high": Decimal(amount)} | row


def test_both_readings_of_the_budget_table_stand_beside_what_was_spent(deliver):
    rows = [spent(2018, 4_000_000), spent(2018, 500_000, line="Scholing"), spent(2018, 9, agreement="raa")]
    years = {one.year: one for one in money(deliver("budget", rows), HAARLEM)}
    assert list(years) == [2017, 2018, 2019, 2020, 2021]
    assert (years[2017].ours, years[2017].other) == (None, Decimal(4_579_846))
    assert (years[2018].ours, years[2018].other) == (Decimal(4_579_846), Decimal(4_790_471))
    assert (years[2021].ours, years[2021].other) == (Decimal(5_325_271), None)
    assert years[2018].spent == (Decimal(4_500_000), Decimal(4_500_000))
    assert years[2019].spent is None


def test_other_municipalities_have_no_amounts_of_the_strategy(deliver):
    assert money(deliver("budget", [spent(2018, 5)]), "GM0453") == []


def test_places_and_grouped_days_are_those_that_were_delivered(deliver):
    database = deliver("caseload", [people(9), people(9, client_group="overbrugbaar", municipality="GM0453")])
    assert places(database) == [HAARLEM, "GM0453"]
    assert grouped_dates(database) == [date(2017, 12, 31)]
