"""What became of promises as a spreadsheet: what is wrong is named with cell and remedy, and not stored."""

from datetime import date

import pytest

from data_loaders.intake import store
from reference.labels import LABELS
from reference.load import documents
from storage.database import Database
from storage.register_fields import STATUSES
from storage.register_log import changes, stated

HEAD = ["Toezegging", "Peildatum", "Status", "Eigenaar", "Bewijs", "Stuk", "Regels", "Volgende stap",
        "Datum volgende stap"]  # fmt: skip
ROW = ["A-MKB-02", "31-12-2015", "loopt", "MKB Haarlem", "twee bijeenkomsten", "Voortgangsbrief 2015", "59",
       "derde plannen", "31-03-2016"]  # fmt: skip


@pytest.fixture
def row(read):
    """Read one row with some cells changed."""

    def read_row(**changed):
        pairs = zip(HEAD, ROW, strict=True)
        cells = [changed.get(heading.replace(" ", "_"), cell) for heading, cell in pairs]
        return read([HEAD, cells], "afspraken mkb.xlsx")

    return read_row


def test_a_list_is_recognised_and_read(row):
    intake = row()
    assert (intake.kind, [one.message for one in intake.problems if one.severity == "error"]) == (
        "commitment_update", [],
    )  # fmt: skip
    one = intake.table.to_pylist()[0]
    assert (one["commitment"], one["status"], one["owner"]) == ("A-MKB-02", "loopt", "MKB Haarlem")
    assert (one["evidence_document"], one["evidence_lines"], one["due"]) == ("S1", "59", date(2016, 3, 31))
    assert intake.period == (date(2015, 12, 31), date(2015, 12, 31))


@pytest.mark.parametrize(
    ("changed", "cell", "said"),
    [
        ({"Toezegging": "A-XX-99"}, "A2", "geen toezegging met deze code"),
        ({"Toezegging": ""}, "A2", "de code van de toezegging ontbreekt"),
        ({"Status": "mislukt"}, "C2", "Kies gedaan, loopt, te laat, geen bewijs of geen getal"),
        ({"Eigenaar": "Stichting Onbekend"}, "D2", "Vul een partij in die bij de afspraken hoort"),
        ({"Bewijs": "bel 06 12345678"}, "E2", "telefoonnummer"),
        ({"Bewijs": "mail p.jansen@haarlem.nl"}, "E2", "e-mailadres"),
        ({"Volgende_stap": "dossier 123456782"}, "H2", "burgerservicenummer"),
        ({"Bewijs": "x" * 501}, "E2", "te lang"),
        ({"Stuk": "Jaarverslag 1999"}, "F2", "Kies Lokaal Sociaal Akkoord"),
        ({"Regels": "900"}, "G2", "dit stuk heeft geen regel 900: het telt 105 regels"),
        ({"Regels": "80-71"}, "G2", "zijn geen regels"),
        ({"Stuk": ""}, "G2", "ontbreekt het stuk"),
        ({"Peildatum": "31-12-2031"}, "B2", "ligt in de toekomst"),
        ({"Datum_volgende_stap": "31-02-2016"}, "I2", "geen datum"),
    ],
)
def test_what_is_wrong_is_named_with_its_cell_and_nothing_is_stored(row, tmp_path, changed, cell, said):
    intake = row(**changed)
    wrong = [one for one in intake.problems if one.severity == "error"]
    assert [one.cell for one in wrong] == [cell]
    assert said in wrong[0].message
    database = Database.open(tmp_path / "own.duckdb")
    assert store(database, intake, by="Anna").delivery is None
    assert changes(database) == []
    database.close()


def test_a_promise_stands_once_in_a_list(read):
    intake = read([HEAD, ROW, ROW])
    assert any("staat ook in rij 2" in one.message for one in intake.problems if one.severity == "error")


def test_an_empty_cell_leaves_what_was_known(row, tmp_path):
    database = Database.open(tmp_path / "own.duckdb")
    assert store(database, row(), by="Anna").delivery
    assert store(database, row(Peildatum="31-03-2016", Status="gedaan", Eigenaar=""), by="Anna").delivery
    known = stated(changes(database))
    assert (known["status"], known["owner"]) == ("gedaan", "MKB Haarlem")
    assert {one.changed_by for one in changes(database)} == {"Anna"}
    database.close()


def test_the_lists_to_choose_from_are_those_of_the_screen():
    assert tuple(LABELS["promise_status"]) == STATUSES
    assert LABELS["evidence_document"] == {key: one.short for key, one in documents().items()}
