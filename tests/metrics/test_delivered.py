"""Targets and figures that were delivered: the same shape as those of the sources, with their own place."""

import io
from datetime import date

import openpyxl
import pytest

from data_loaders.intake import read_delivery, store
from metrics.delivered import delivered_figures, delivered_targets
from metrics.shown import beside
from metrics.standing import question_of, standing
from reference.load import TargetScope, targets
from storage.database import Database
from tests.builders import filled

TARGET = {
    "Doelnummer": "HLM-1", "Doel": "Garantiebanen voor Haarlemmers", "Akkoord": "Lokaal Sociaal Akkoord",
    "Gemeten met": "garantiebanen", "Streefwaarde": 20, "Eenheid": "garantiebanen", "Gemeente": "Haarlem",
    "Startdatum": "01-01-2015", "Einddatum": "31-12-2015", "Soort doel": "ambitie",
    "Document": "Raadsbesluit",
}  # fmt: skip
FIGURE = {
    "Gepubliceerd cijfer": "Geplaatst", "Getal": "40 tot 50", "Eenheid": "plaatsingen", "Pagina": 3,
    "Peildatum": "30-09-2015", "Document": "Jaarbericht", "Hoort bij doel": "T-LSA-02",
}  # fmt: skip


@pytest.fixture
def deliver():
    """Store a list of these rows as Haarlem's delivery; returns its number."""

    def stored(database: Database, *rows: dict, name: str = "Gemeente Haarlem.xlsx") -> int:
        book = openpyxl.Workbook()
        book.active.title = "Lijst"
        book.active.append(list(rows[0]))
        for row in rows:
            book.active.append([row.get(head) for head in rows[0]])
        file = io.BytesIO()
        book.save(file)
        intake = read_delivery(file.getvalue(), name, key=b"sleutel", today=date(2016, 6, 1))
        outcome = store(database, intake)
        assert outcome.delivery, [one.message for one in (*intake.problems, *outcome.problems)]
        return outcome.delivery.id

    return stored


def placed(count: int, **values) -> list[dict]:
    return [{"start_date": date(2015, 3, 2)} | values for _ in range(count)]


def test_a_delivered_target_says_where_it_stands_in_which_file(tmp_path, deliver):
    database = Database.open(tmp_path / "test.duckdb")
    number = deliver(database, TARGET)
    (found,) = delivered_targets(database)
    assert (found.key, found.at_least, found.counting, found.strength) == ("HLM-1", 20, "min25", "ambitie")
    assert found.scope == TargetScope("municipality", "GM0392", None, "Haarlem")
    assert found.lines == f'levering {number}, "Gemeente Haarlem.xlsx", blad "Lijst", rij 2'
    assert found.document == "Raadsbesluit" and found.note == "Geleverd door gemeente Haarlem."


def test_its_standing_counts_only_who_lives_there(tmp_path, deliver):
    rows = placed(10) + placed(7, municipality_home="GM0453") + placed(3, hours=20)
    database = filled(tmp_path, rows)
    deliver(database, TARGET)
    (found,) = delivered_targets(database)
    now = standing(database, found, date(2015, 6, 30))
    assert now.amount.value == 10 and now.progress.share == 0.5
    assert now.progress.status == "op koers"


def test_a_target_that_was_taken_back_counts_no_more(tmp_path, deliver):
    database = Database.open(tmp_path / "test.duckdb")
    number = deliver(database, TARGET)
    database.withdraw(number)
    assert delivered_targets(database) == ()


def test_a_number_that_two_deliveries_use_says_which(tmp_path, deliver):
    database = Database.open(tmp_path / "test.duckdb")
    deliver(database, TARGET)
    deliver(database, TARGET | {"Gemeente": "Velsen"}, name="Gemeente Velsen.xlsx")
    assert [one.key for one in delivered_targets(database)] == ["HLM-1 (levering 1)", "HLM-1 (levering 2)"]


def test_a_target_in_another_unit_than_what_is_counted_is_not_measurable(tmp_path, deliver):
    database = filled(tmp_path, placed(10))
    deliver(database, TARGET | {"Eenheid": "mensen"})
    (found,) = delivered_targets(database)
    assert found.mismatch == "Het doel gaat over mensen, en geteld zijn garantiebanen."
    assert standing(database, found, date(2015, 6, 30)).progress.status == "niet meetbaar"


def test_a_target_without_a_metric_or_a_number_says_so(tmp_path, deliver):
    database = Database.open(tmp_path / "test.duckdb")
    deliver(database, TARGET | {"Gemeten met": None, "Streefwaarde": None})
    (found,) = delivered_targets(database)
    assert found.not_measured == "Bij dit doel is geen meting opgegeven."
    shown = beside(found, question_of(found, date(2015, 6, 30)), None, date(2015, 6, 30))
    assert shown.progress.status == "geen getal in bron"


def test_the_targets_of_the_sources_stay_what_they_are(tmp_path, deliver):
    known = dict(targets())
    deliver(Database.open(tmp_path / "test.duckdb"), TARGET)
    assert dict(targets()) == known and "HLM-1" not in known


def test_a_delivered_figure_keeps_its_ends_its_page_and_its_target(tmp_path, deliver):
    database = Database.open(tmp_path / "test.duckdb")
    deliver(database, FIGURE)
    (found,) = delivered_figures(database)
    assert (found.low, found.high, found.section, found.target) == (40, 50, "blz. 3", "T-LSA-02")
    assert (found.end, found.date_text) == (date(2015, 9, 30), "30 september 2015")
