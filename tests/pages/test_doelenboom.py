"""Doelenboom: the proposal, a delivered tree, an opened goal, and what an address may not break."""

from datetime import date

import pyarrow as pa
import pytest

from storage.commitments import new_record
from storage.database import Database
from tests.agenda_rows import SEVEN, deliver, month
from tests.builders import provenance
from tests.pages.conftest import text_of

YEAR_2016 = {"peildatum": "31 december 2016"}
COMPANIES = [{"start_date": date(2015, 3, 2), "sector": "markt"} for _ in range(300)]


def goals(*rows: tuple) -> pa.Table:
    """Rows of number, parent, title, metric and target, as the loader hands them over."""
    names = ("node_id", "parent_id", "title", "metric", "target")
    fixed = {"sheet": "Blad1", "level": "tactisch"}
    full = [
        fixed | {"row_number": place, "order": place} | dict(zip(names, row, strict=True))
        for place, row in enumerate(rows, start=2)
    ]
    text = [(name, pa.string()) for name in ("sheet", "level", *names)]
    return pa.Table.from_pylist(full, pa.schema([*text, ("row_number", pa.int32()), ("order", pa.int32())]))


@pytest.fixture
def tree(folder):
    """Deliver a goal tree into the data that the pages show, in place of earlier ones; returns its number."""

    def delivered(*rows: tuple, replaces: tuple[int, ...] = ()) -> int:
        database = Database.open(folder / "sample.duckdb")
        origin = provenance(supplier="gemeente-haarlem", file_name="boom.xlsx", delivered_by="Anna")
        number = database.deliver("goal", goals(*rows), origin, replaces).id
        database.close()
        return number

    return delivered


def test_without_data_the_proposal_stands_there_and_no_goal_has_a_number(fill, visit):
    fill()
    app = visit("doelenboom")
    assert not app.exception
    assert app.title[0].value == "Doelenboom: van 27 doelen is nog geen stand bekend"
    text = text_of(app)
    assert "een voorstel van dit dashboard, niet van Haarlem" in text
    assert "/gegevens" in text and ">0 %" not in text


def test_a_target_has_the_status_of_the_other_pages_and_its_parent_counts_it(fill, visit):
    # 300 jobs, all at companies: 300 of 280 is reached; 300 of 440 and 0 of 160 at the government are not.
    fill(COMPANIES)
    app = visit("doelenboom", **YEAR_2016)
    assert not app.exception
    assert app.title[0].value == "Doelenboom: van 27 doelen vragen 2 de aandacht; 1 is gehaald of op koers"
    text = text_of(app)
    assert "<b>300</b> van 280 garantiebanen" in text and "<b>300</b> van 440 garantiebanen" in text
    assert 'Vraagt het eerst aandacht: <a href="/doelenboom?knoop=D2' in text
    assert "Hieronder 27 doelen" in text and "2 achter" in text and "<b>600" not in text


def test_an_opened_goal_shows_its_rule_source_course_and_page(fill, visit):
    fill(COMPANIES)
    app = visit("doelenboom", knoop="D2.1", **YEAR_2016)
    assert not app.exception
    assert app.header[0].value == "Garantiebanen bij bedrijven: 300 van 280 garantiebanen, gehaald"
    text = text_of(app)
    assert "T-LSA-01: Garantiebanen bij bedrijven in de regio" in text
    assert 'href="/sociaal-akkoord"' in text and "begrip=" in text and "afspraak=T-LSA-01" in text
    assert len(app.get("plotly_chart")) == 1


def test_a_goal_without_measure_or_target_is_not_measurable(fill, visit):
    fill(COMPANIES)
    app = visit("doelenboom", knoop="D1.1.2", **YEAR_2016)
    assert app.header[0].value == "Kandidaten staan zichtbaar op Werk.nl: niet meetbaar"


def test_a_metric_without_a_target_shows_its_number_and_no_verdict(fill, visit, tree):
    fill(COMPANIES)
    tree(("1", None, "Werk in de regio", "garantiebanen", None))
    app = visit("doelenboom", knoop="1", **YEAR_2016)
    assert not app.exception
    assert app.header[0].value == "Werk in de regio: 300 garantiebanen, zonder doel"


def test_a_delivered_tree_takes_the_place_of_the_proposal_and_says_by_whom(fill, visit, tree):
    fill(COMPANIES)
    tree(("1", None, "Werk", None, None), ("1.1", "1", "Bij bedrijven", None, "T-LSA-01"))
    app = visit("doelenboom", **YEAR_2016)
    assert app.title[0].value == "Doelenboom: van 1 doel vraagt geen de aandacht; 1 is gehaald of op koers"
    text = text_of(app)
    assert "aangeleverd op" in text and "door Anna" in text
    assert "Bij bedrijven" in text and "Werk.nl" not in text


def test_an_earlier_tree_and_the_proposal_open_from_the_address(fill, visit, tree):
    fill(COMPANIES)
    first = tree(("1", None, "De oude boom", None, "T-LSA-01"))
    tree(("1", None, "De nieuwe boom", None, "T-LSA-02"), replaces=(first,))
    assert "De nieuwe boom" in text_of(visit("doelenboom", **YEAR_2016))
    older = text_of(visit("doelenboom", boom=str(first), **YEAR_2016))
    assert "De oude boom" in older and "Deze boom geldt niet meer." in older
    assert "Werk.nl" in text_of(visit("doelenboom", boom="0", **YEAR_2016))


@pytest.mark.parametrize("address", [{"knoop": "<b>X</b>"}, {"boom": "999"}, {"boom": "zo", "knoop": ""}])
def test_an_address_that_names_nothing_known_shows_the_whole_tree(fill, visit, address):
    fill(COMPANIES)
    app = visit("doelenboom", **address, **YEAR_2016)
    assert not app.exception
    text = text_of(app)
    assert "<b>X</b>" not in text and "Van strategisch naar operationeel" in text


def test_meetings_that_were_entered_count_against_four_a_year(folder, fill, visit):
    fill(COMPANIES)
    database = Database.open(folder / "sample.duckdb")
    for day in ("2015-03-14", "2016-03-14", "2016-06-20"):
        new_record(database, "vergadering", {"name": "bestuur Werkbedrijf", "day": day}, "Anna")
    database.close()
    app = visit("doelenboom", knoop="D2.3.1", **YEAR_2016)
    assert not app.exception
    said = "Het bestuur van het Werkbedrijf komt bijeen: 2 van 4 bijeenkomsten per jaar, zonder oordeel"
    assert app.header[0].value == said


def test_a_published_series_shows_the_sum_of_the_seven_municipalities_and_its_columns(folder, fill, visit):
    fill(COMPANIES)
    rows = [
        month(text, value, place) for text, value in (("2016-11", 500), ("2016-12", 480)) for place in SEVEN
    ]
    database = Database.open(folder / "sample.duckdb")
    deliver(database, "indicator", rows)
    database.close()
    app = visit("doelenboom", knoop="D4", **YEAR_2016)
    assert not app.exception
    assert app.header[0].value.startswith("Wie werk heeft of had blijft aan het werk: 3.360 ")
    assert "WW-uitkeringen: van 3.500 in november 2016 naar 3.360 in december 2016" in text_of(app)


def test_shares_of_municipalities_are_never_added_up_to_the_region(folder, fill, visit, tree):
    fill(COMPANIES)
    rows = [month("2016-12", 1.5, place, indicator="vsv-percentage") for place in SEVEN]
    database = Database.open(folder / "sample.duckdb")
    deliver(database, "indicator", rows)
    database.close()
    tree(("1", None, "Minder uitval", "vsv-percentage", None))
    app = visit("doelenboom", knoop="1", **YEAR_2016)
    assert app.header[0].value == "Minder uitval: niets geleverd"
    assert "10,5" not in text_of(app)
