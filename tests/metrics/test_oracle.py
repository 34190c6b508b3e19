"""A plain-Python oracle counts generated rows in loops; the SQL must agree, whatever the rows."""

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from metrics.metric import Question, Scope, compute
from metrics.placements import COUNTING
from tests.builders import filled

START, END = date(2016, 1, 1), date(2017, 12, 31)
LEFT = {"GM0450": date(2016, 12, 31), "GM0393": date(2018, 12, 31)}
MEMBERS = {"GM0392", "GM0473", "GM0397", "GM0377", "GM0375", "GM0396", "GM0453", *LEFT}
NO_JOB = {"beschut", "stage", "vrijwilligerswerk", "werkervaringsplaats", "proefplaatsing", "leerwerkplek"}

days = some.dates(date(2015, 11, 1), date(2018, 1, 31))
hours = some.sampled_from([(0, 40), (24, 32), (25, 25), (24.99, 24.99), (36, 36), (8, 8), (28, 32)])
row = some.fixed_dictionaries(
    {
        "start_date": days,
        "length": some.one_of(some.none(), some.integers(0, 400)),
        "hours": hours,
        "in_register": some.sampled_from([True, True, True, False, None]),
        "job_type": some.sampled_from(["regulier", "garantiebaan", "beschut", "proefplaatsing", None]),
        "municipality_home": some.sampled_from(["GM0392", "GM0450", "GM0393", "GM0363", None]),
        "sector": some.sampled_from(["markt", "overheid", "inleen", None]),
        "person_key": some.sampled_from(["a", "b", "c", None]),
        "employer": some.sampled_from(["X", "x ", "Y", None]),
    }
)


def delivered(row):
    low, high = row["hours"]
    end = None if row["length"] is None else row["start_date"] + timedelta(days=row["length"])
    rest = {key: value for key, value in row.items() if key not in ("hours", "length")}
    return rest | {"hours_low": low, "hours_high": high, "end_date": end}


def placements(rows):
    """Join renewals: same person, employer and whether it counts, at most 31 days after the latest end."""
    found, running = [], {}
    for one in sorted(rows, key=lambda one: one["start_date"]):
        one = one | {"counts": one["job_type"] not in NO_JOB}
        if one["person_key"] is None or one["employer"] is None:
            found.append(one)
            continue
        who = (one["person_key"], one["employer"].strip().lower(), one["counts"])
        end = one["end_date"] or date.max
        latest = running.get(who)
        if latest is not None and (one["start_date"] - latest).days <= 31:
            running[who] = max(latest, end)
            continue
        running[who] = end
        found.append(one)
    return found


def member(code, on):
    return code in MEMBERS and on <= LEFT.get(code, date.max)


def expected(rows, counting, sector, as_of):
    sure, perhaps = [], []
    for one in placements(rows):
        if not one["counts"] or not START <= one["start_date"] <= min(END, as_of):
            continue
        home, register, kind = one["municipality_home"], one["in_register"], one["sector"]
        in_region = member(home, one["start_date"])
        if in_region and register and (sector is None or kind == sector):
            sure.append(one)
        if (
            (in_region or home is None)
            and register is not False
            and (sector is None or kind in (sector, "inleen", None))
        ):
            perhaps.append(one)
    return count(sure, counting, "hours_low"), count(perhaps, counting, "hours_high", unknown_people=True)


def count(rows, counting, hours, unknown_people=False):
    if counting == "placements":
        return len(rows)
    if counting == "min25":
        return sum(one[hours] >= 25 for one in rows)
    if counting == "per25.5":
        return float(sum((Fraction(str(one[hours])) for one in rows), Fraction(0)) / Fraction("25.5"))
    known = {one["person_key"] for one in rows if one["person_key"] is not None}
    return len(known) + (sum(one["person_key"] is None for one in rows) if unknown_people else 0)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=some.lists(row, min_size=1, max_size=60), as_of=days)
def test_the_sql_agrees_with_loops(tmp_path_factory, rows, as_of):
    rows = [delivered(one) for one in rows]
    # The order of rows on one day decides which is the first; keep it the same in both.
    rows.sort(key=lambda one: one["start_date"])
    database = filled(tmp_path_factory.mktemp("oracle"), rows)
    for counting, metric in COUNTING.items():
        for sector in (None, "markt", "overheid"):
            found = compute(database, Question(metric, Scope(region=True, sector=sector), START, END, as_of))[
                ()
            ]
            low, high = expected(rows, counting, sector, as_of)
            assert abs(found.low - low) < 1e-9, (counting, sector)
            assert abs(found.high - high) < 1e-9, (counting, sector)
    database.close()
