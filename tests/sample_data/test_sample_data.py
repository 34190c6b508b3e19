"""The sample data: made again they are the same bytes, they open, and they have the shape that pages need."""

import csv
import io
import json
import subprocess
import sys
from datetime import date
from itertools import pairwise
from pathlib import Path

import fastexcel
import pytest

from sample_data.calendar_plan import COUNTED
from sample_data.deliveries import DELIVERIES
from sample_data.make import delivered
from sample_data.names import PARTY_EMPLOYERS

FOLDER = Path(__file__).parents[2] / "sample_data"
SPREADSHEETS = sorted(p.name for p in FOLDER.iterdir() if p.suffix in (".xlsx", ".xls", ".ods", ".csv"))


@pytest.fixture(scope="module")
def files():
    return delivered()


@pytest.fixture(scope="module")
def placements(files):
    return [row for d, rows in files.items() if d.kind == "placement" for row in rows]


@pytest.fixture(scope="module")
def answers():
    return json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))


def test_made_again_every_file_has_the_same_bytes(tmp_path):
    # In a process of its own: odfpy numbers namespaces for all documents of a process together.
    subprocess.run([sys.executable, "-m", "sample_data.make", str(tmp_path)], cwd=FOLDER.parent, check=True)
    made = sorted(path.name for path in tmp_path.iterdir())
    assert made == sorted([*SPREADSHEETS, "expected.json"])
    assert [n for n in made if (tmp_path / n).read_bytes() != (FOLDER / n).read_bytes()] == []


def test_all_files_together_stay_below_one_and_a_half_megabytes():
    assert sum((FOLDER / name).stat().st_size for name in SPREADSHEETS) < 1_500_000


@pytest.mark.parametrize("delivery", DELIVERIES, ids=lambda delivery: delivery.file_name)
def test_a_file_opens_and_holds_its_rows(delivery, answers):
    data = (FOLDER / delivery.file_name).read_bytes()
    if delivery.file_name.endswith(".csv"):
        encoding = "cp1252" if delivery.supplier == "pasmatch" else "utf-8-sig"
        delimiter = "," if delivery.supplier in ("uwv", "nova-college") else ";"
        table = list(csv.reader(io.StringIO(data.decode(encoding)), delimiter=delimiter))
        assert {len(row) for row in table} == {len(table[0])}
        found = len(table) - 1
    else:
        sheet = fastexcel.read_excel(data).load_sheet(0, header_row=None, skip_rows=0, dtypes="string")
        columns = sheet.to_arrow().to_pydict().values()
        filled = [sum(value is not None for value in row) for row in zip(*columns, strict=True)]
        found = sum(number > 6 for number in filled) - 1  # the headings; titles and totals fill fewer cells
    assert found == answers["files"][delivery.file_name]["rows"] > 0


def test_147_placements_up_to_30_september_and_up_to_4_october_2015(answers):
    counted = answers["targets"]["T-LSA-02"]["answers"]
    assert counted["2015-09-30"] == counted["2015-10-04"]
    assert counted["2015-09-30"]["placements"]["value"] == 147 < counted["2015-09-30"]["placements"]["high"]
    assert answers["published"]["R-02"]["answer"]["value"] == 147


def test_clearly_fewer_of_them_have_25_hours_and_nobody_knows_exactly_how_many(answers):
    fulltime = answers["targets"]["T-LSA-02"]["answers"]["2015-09-30"]["min25"]
    assert 85 <= fulltime["low"] <= 95 < fulltime["high"] < 147


def test_haarlem_has_2_and_the_province_7_garantiebanen_on_the_date_of_the_letter(answers):
    assert answers["published"]["R-04"]["answer"] == {"value": 2, "low": 2, "high": 2}
    assert answers["published"]["R-03"]["answer"] == {"value": 7, "low": 7, "high": 7}


def test_40_to_50_internships_above_the_60_on_the_date_of_the_letter_and_at_the_end_of_the_year(answers):
    extra = answers["targets"]["T-LSA-06"]["answers"]
    assert 40 <= extra["2015-11-19"]["value"] <= extra["2015-12-31"]["value"] <= 50


def test_the_market_comes_near_280_and_the_region_stays_below_440(answers):
    market = answers["targets"]["T-LSA-01"]["answers"]["2016-12-31"]["min25"]
    region = answers["targets"]["T-LSA-02"]["answers"]["2016-12-31"]["min25"]
    assert 270 <= market["value"] <= 300
    assert 330 <= region["value"] <= 390 <= region["high"] < 440


def test_the_partners_of_2015_have_31_12_5_and_3_placements(answers):
    reached = {
        key: answers["targets"][key]["answers"]["2015-12-31"]["placements"]["value"]
        for key in ("T-LSA-03", "T-LSA-04", "T-LSA-05", "T-LSA-15")
    }
    assert reached == {"T-LSA-03": 31, "T-LSA-04": 12, "T-LSA-05": 5, "T-LSA-15": 3}


def test_the_years_grow_from_2014_and_hold_250_to_400_placements_since_2017(answers):
    years = {year: found["answers"]["placements"]["value"] for year, found in answers["years"].items()}
    assert years["2014"] < years["2015"] < years["2016"]
    assert all(250 <= years[str(year)] <= 400 for year in range(2017, 2023))
    assert set(COUNTED) | {2015} == {int(year) for year in years}


def test_march_to_june_2020_dips_against_2019(placements):
    spring = [row["start"].year for row in placements if 3 <= row["start"].month <= 6]
    assert spring.count(2020) < 0.7 * spring.count(2019)


def test_july_and_august_are_quiet(placements):
    month = [sum(row["start"].month == number for row in placements) for number in range(1, 13)]
    assert max(month[6], month[7]) < 0.75 * sum(month) / 12


def test_every_row_starts_within_the_years_of_its_file(files):
    outside = [
        d.file_name for d, rows in files.items() for r in rows if not d.first <= r["start"].year <= d.last
    ]
    assert outside == []


def test_files_of_one_supplier_and_kind_do_not_overlap():
    for supplier in {delivery.supplier for delivery in DELIVERIES}:
        periods = sorted((d.first, d.last) for d in DELIVERIES if d.supplier == supplier)
        assert all(before[1] < after[0] for before, after in pairwise(periods))


def test_people_outside_the_region_are_few_and_unknown_residences_three(placements):
    former = {"GM0450": date(2016, 12, 31), "GM0393": date(2018, 12, 31)}
    gone = [r for r in placements if r["home"] in former and r["start"] > former[r["home"]]]
    assert len(gone) <= 10
    assert sum(row["home"] is None for row in placements) == 3


def test_no_two_rows_share_a_placement_number(placements):
    numbers = [(row["supplier"], row["placement_id"]) for row in placements]
    assert len(numbers) == len(set(numbers))


def test_no_client_number_can_be_a_bsn(files):
    numbers = {row["person"] for rows in files.values() for row in rows} - {None}
    assert max(numbers) < 1_000_000


def test_renewals_lie_on_both_sides_of_31_days(placements):
    latest, gaps = {}, []
    for row in sorted(placements, key=lambda row: row["start"]):
        who = (row["supplier"], row["person"], row["employer"])
        if row["person"] is not None and who in latest and latest[who]:
            gaps.append((row["start"] - latest[who]).days)
        latest[who] = row["end"]
    assert {1, 13, 20, 30, 31, 32} <= set(gaps)
    assert min(gaps) == 1


def test_named_parties_are_the_only_real_employers(placements):
    government = {"Gemeente Haarlem", "Provincie Noord-Holland"}
    assert PARTY_EMPLOYERS - government == {"Ymere", "Pre Wonen"}
    assert PARTY_EMPLOYERS.issubset(row["employer"] for row in placements)


def test_every_pillar_has_rows_in_2021_and_2022(answers):
    for year in ("2021", "2022"):
        assert all(sum(found.values()) > 0 for found in answers["pillars"]["answers"][year].values())
