"""Participatie: the strategy of Haarlem beside what was delivered, and never an estimate as a target."""

from datetime import date

import pyarrow as pa
import pytest

from storage.database import Database
from tests.builders import provenance
from tests.pages.conftest import text_of

HAARLEM = {"municipality": "GM0392", "sheet": "Blad1"}


@pytest.fixture
def delivered(folder):
    """Call it with a kind and rows to add a delivery to the data that the pages show."""

    def added(kind: str, rows: list[dict], **origin) -> None:
        database = Database.open(folder / "sample.duckdb")
        schema = database.query(f'FROM "{kind}" LIMIT 0').schema
        schema = pa.schema([field for field in schema if field.name != "delivery_id"])
        counted = {"quantity_low": 1, "quantity_high": 1, "secret": False}
        plain = {name: (HAARLEM | counted).get(name) for name in schema.names}
        full = [plain | {"row_number": place} | row for place, row in enumerate(rows, start=2)]
        period = {"period_start": date(2017, 1, 1), "period_end": date(2018, 12, 31)}
        database.deliver(kind, pa.Table.from_pylist(full, schema=schema), provenance(**(period | origin)))
        database.close()

    return added


def groups(ready: int, bridged: int, far: int, day: date = date(2017, 12, 31)) -> list[dict]:
    """Return the stock of a day by client group."""
    sizes = {"zonder-afstand": ready, "overbrugbaar": bridged, "onoverbrugbaar": far}
    base = {"reference_date": day, "measure": "stand"}
    return [
        base | {"client_group": code, "quantity_low": size, "quantity_high": size}
        for code, size in sizes.items()
    ]


def test_without_data_the_page_asks_for_it_and_still_shows_what_was_decided(fill, visit):
    fill()
    app = visit("participatie")
    assert not app.exception
    assert app.title[0].value == "Participatie: hier komt te staan hoe het met de strategie van 2017 gaat"
    text = text_of(app)
    assert "/gegevens" in text
    assert "Project 300+" in text
    assert "€ 4.579.846" in text
    assert "Wat we niet weten" in [one.value for one in app.header]


def test_the_groups_stand_beside_an_estimate_that_is_called_no_target(fill, visit, delivered):
    fill()
    delivered("caseload", groups(100, 500, 400))
    app = visit("participatie")
    assert not app.exception
    title = app.title[0].value.replace("\u00a0", " ")
    assert title == (
        "Haarlem: 10 % zonder afstand tot werk, 50 % overbrugbaar en 40 % niet te overbruggen; geschat was "
        "hoogstens 10, 60 en 30 %"
    )
    text = text_of(app)
    assert "Schatting, geen doel." in text
    assert "10 procentpunt" in text
    assert "niet gehaald" not in text


def test_two_days_can_be_compared(fill, visit, delivered):
    fill()
    delivered("caseload", groups(100, 500, 400, date(2017, 6, 30)) + groups(150, 500, 350))
    text = text_of(visit("participatie", vergelijken="30 juni 2017"))
    assert "Sinds 30 juni 2017 werd vooral de groep zonder afstand tot de arbeidsmarkt groter" in text
    assert "+5" in text


def test_talks_stand_beside_each_reading_of_everybody(fill, visit, delivered):
    fill()
    delivered("caseload", groups(100, 500, 400, date(2017, 3, 31)) + groups(100, 500, 400))
    spoken = {"invited_date": date(2017, 6, 1), "talk_date": date(2017, 6, 15), "quantity_low": 380}
    delivered("talk", [spoken | {"quantity_high": 380}])
    text = text_of(visit("participatie"))
    assert "380 gesprekken op 1.000 mensen" in text  # the stock of the day
    assert "380 gesprekken op 3.800 mensen" in text  # the number of the strategy
    assert "is niet zonder gaten geleverd" in text  # everybody since the start needs the inflow
    assert "niet mensen: er is geen klantnummer geleverd" in text


def test_a_sensitive_group_below_ten_never_shows(fill, visit, delivered):
    fill()
    delivered("caseload", groups(100, 500, 400))
    begun = {"start_date": date(2017, 6, 1), "provider": "pasmatch"}
    rows = [begun | {"target_group": "ex-gedetineerde"}] * 7 + [begun | {"target_group": "ww"}] * 40
    delivered("trajectory", rows)
    text = text_of(visit("participatie"))
    row = text.split("Ex-gedetineerden</th>")[1].split("</tr>")[0]
    assert "&lt; 10" in row
    assert ">7<" not in row and ">5<" not in row


def test_another_municipality_shows_its_own_numbers_without_the_estimate(fill, visit, delivered):
    fill()
    stock = {"reference_date": date(2017, 12, 31), "measure": "stand"}
    stock |= {"quantity_low": 300, "quantity_high": 300}
    delivered("caseload", groups(100, 500, 400))
    delivered("caseload", [stock | {"municipality": "GM0397"}], supplier="gemeente-heemstede")
    app = visit("participatie", gemeente="Heemstede")
    assert not app.exception
    assert "Heemstede" in app.title[0].value
    text = text_of(app)
    assert "geschat was" not in app.title[0].value
    assert "300 mensen" in text
    assert "Voor Heemstede is geen budget bekend" in text


def test_nonsense_in_the_address_falls_back(fill, visit, delivered):
    fill()
    delivered("caseload", groups(100, 500, 400))
    app = visit("participatie", gemeente="<script>", peildatum="31 februari 1850", vergelijken="nooit")
    assert not app.exception
    assert app.title[0].value.startswith("Haarlem: 10")


def test_every_chapter_of_the_contents_is_on_the_page(fill, visit, delivered):
    fill()
    delivered("caseload", groups(100, 500, 400))
    app = visit("participatie")
    anchors = {one.proto.anchor for one in app.header}
    wanted = {part.split('"')[0] for part in text_of(app).split('href="#')[1:]}
    assert wanted and wanted <= anchors
