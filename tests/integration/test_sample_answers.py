"""Spreadsheets in, answers out: the sample deliveries give what the independent oracle expects."""

import json
import shutil
from datetime import date

import pytest

from metrics.metric import Question, Scope, compute
from metrics.pillars import PILLAR_PLACEMENTS
from metrics.placements import ACTIVE, COUNTING
from metrics.screen import Screen
from metrics.standing import standing
from reference.load import targets
from storage.database import Database
from tests.integration.conftest import SPREADSHEETS, shell

REGION = Scope(region=True)
DATES = [date(2015, 9, 30), date(2015, 10, 4), date(2015, 11, 19), date(2015, 12, 31), date(2016, 12, 31)]


def interval(amount):
    return {"value": amount.value, "low": amount.low, "high": amount.high}


def test_every_spreadsheet_loads_whole_and_without_a_question(receipts, expected):
    assert {receipt["file"] for receipt in receipts} == set(expected["files"])
    for receipt in receipts:
        told = expected["files"][receipt["file"]]
        found = (receipt["kind"], receipt["supplier"], receipt["period"], receipt["accepted"])
        assert found == (told["kind"], told["supplier"], "/".join(told["period"]), told["rows"])
        wide = "Uitstroom naar werk" in receipt["mapping"]  # a row of the file has four counts
        assert receipt["rows"] * (4 if wide else 1) == receipt["accepted"]
        assert {problem["severity"] for problem in receipt["problems"]} <= {"warning"}


def test_loading_them_again_changes_nothing(receipts, sample, sample_path, tmp_path):
    copy = tmp_path / sample_path.name
    for end in ("", ".key"):
        shutil.copy(f"{sample_path}{end}", f"{copy}{end}")
    again = shell("data_loaders", *SPREADSHEETS[:4], "--database", copy, "--json")
    assert again.returncode == 0, again.stderr
    unchanged = Database.open(copy, read_only=True)
    assert (unchanged.version, len(unchanged.deliveries())) == (sample.version, len(sample.deliveries()))
    unchanged.close()


@pytest.mark.parametrize("as_of", DATES, ids=str)
def test_every_target_gives_the_expected_answer(sample, expected, as_of):
    for key, told in expected["targets"].items():
        answers = told["answers"].get(str(as_of))
        target = targets()[key]
        if answers is None:
            continue
        if "value" in answers:
            assert interval(standing(sample, target, as_of).amount) == answers, key
            continue
        for counting, answer in answers.items():
            found = standing(sample, target, as_of, counting).amount
            if found is None:  # nothing tagged for this party: never 0, but the oracle says 0
                assert answer["high"] == 0, (key, counting)
            else:
                assert interval(found) == pytest.approx(answer), (key, counting)


@pytest.mark.parametrize("year", [2015, 2016])
def test_every_municipality_gives_the_expected_answer(sample, expected, year):
    for code, answers in expected["municipalities"][str(year)]["answers"].items():
        for counting, answer in answers.items():
            scope = Scope(region=True, municipalities=(code,))
            end = date(year, 12, 31)
            found = compute(sample, Question(COUNTING[counting], scope, date(year, 1, 1), end, end))[()]
            assert found.low == pytest.approx(answer["low"]), (code, counting)


def test_the_region_gives_the_expected_answer_every_year(sample, expected):
    for year, told in expected["years"].items():
        for counting, answer in told["answers"].items():
            start, end = date(int(year), 1, 1), date(int(year), 12, 31)
            found = compute(sample, Question(COUNTING[counting], REGION, start, end, end))[()]
            assert interval(found) == pytest.approx(answer), (year, counting)


def test_the_stock_gives_the_expected_answer(sample, expected):
    for day, answer in expected["stock"]["answers"].items():
        question = Question(
            ACTIVE["placements"], REGION, date(2014, 1, 1), date(2022, 12, 31), date.fromisoformat(day)
        )
        assert interval(compute(sample, question)[()]) == answer, day


def test_the_pillars_give_the_expected_answer(sample, expected):
    for year, told in expected["pillars"]["answers"].items():
        start, end = date(int(year), 1, 1), date(int(year), 12, 31)
        found = compute(sample, Question(PILLAR_PLACEMENTS, REGION, start, end, end, by=("pillar",)))
        counted = {key[0] or "niet-toe-te-wijzen": amount.value for key, amount in found.items()}
        sums = {pillar: n["placements"] + n["internships"] for pillar, n in told.items()}
        assert counted == {pillar: n for pillar, n in sums.items() if n}, year


def test_what_the_letter_of_19_november_2015_reports_comes_out(sample):
    week_40 = standing(sample, targets()["T-LSA-02"], date(2015, 10, 4), "placements").amount.value
    at_30_september = standing(sample, targets()["T-LSA-02"], date(2015, 9, 30), "placements").amount.value
    garantiebanen = standing(sample, targets()["T-LSA-02"], date(2015, 10, 4)).amount
    assert week_40 == at_30_september == 147
    assert garantiebanen.high < 147
    letter = date(2015, 11, 19)
    assert standing(sample, targets()["T-LSA-05"], letter).amount.value == 2
    assert 40 <= standing(sample, targets()["T-LSA-06"], letter).amount.value <= 50


def test_the_screen_shows_the_same_147_as_the_shell(sample):
    target = targets()["T-LSA-02"]
    shown = Screen(sample, target.start, target.end).placed("placements", date(2015, 9, 30))
    assert (shown.state, shown.value) == ("shown", 147)


def test_the_shell_tells_every_target_once(sample_path, receipts):
    told = shell("metrics", "--database", sample_path, "--as-of", "2015-10-04", "--json")
    answers = json.loads(told.stdout)
    assert [answer["target"] for answer in answers] == list(targets())
    region = next(answer for answer in answers if answer["target"] == "T-LSA-02")
    assert (region["value"], region["target_value"], region["status"]) == (90, 440, "achter")
    assert region["source"] == {"document": "S1", "lines": "35"}
    assert region["expected_share"] == pytest.approx(277 / 731)


def test_the_shell_breaks_a_number_down(sample_path, receipts):
    told = shell(
        *("metrics", "--database", sample_path, "--as-of", "2015-10-04", "--target", "T-LSA-02"),
        *("--by", "municipality", "--counting", "placements", "--json"),
    )
    [answer] = json.loads(told.stdout)
    assert sum(part["value"] for part in answer["by"]) == answer["value"] == 147
    assert {"Haarlem", "Velsen"} <= {part["key"] for part in answer["by"]}


def test_the_shell_says_in_dutch_what_is_wrong(tmp_path):
    missing = shell("metrics", "--database", tmp_path / "nergens.duckdb")
    assert missing.returncode == 1
    assert "bestaat niet" in missing.stderr
    assert "Traceback" not in missing.stderr


def test_a_target_above_a_baseline_has_no_parts(sample):
    assert standing(sample, targets()["T-LSA-06"], date(2015, 11, 19), by=("month",)).parts == {}
