"""How a layout was read before is remembered per supplier, and applied next time with a word about it."""

from functools import partial

import pytest

from data_loaders.intake import reread, store
from data_loaders.memory import forget, memories, remembered

WORDS = {"municipality_home": {"Harlem": "Haarlem"}}
COLUMNS = {"Dag 1": "placement_date", "Kleur": None}


def rows(month):
    return [
        ["Dag 1", "Woongemeente", "Werkgeverr", "Kleur", "Soort baan"],
        [f"01-{month}-2015", "Harlem", "Bos BV", "rood", "regulier"],
    ]


@pytest.fixture
def taught(database, read):
    """Store a first file of WSP with columns and words that a person chose; return how to read the next."""
    first = read(rows("03"), supplier="wsp", columns=COLUMNS, values=WORDS)
    assert store(database, first, by="Anna").delivery.id == 1
    return partial(read, supplier="wsp", memories=partial(memories, database))


def certainties(intake):
    return {one.text: one.certainty for one in intake.headings}


def test_the_next_file_with_these_headings_is_read_the_same_way(taught):
    intake = taught(rows("04"))
    assert intake.accepted
    assert intake.table.column("municipality_home").to_pylist() == ["GM0392"]
    assert certainties(intake) == {
        "Dag 1": "onthouden", "Woongemeente": "zeker", "Werkgeverr": "onthouden", "Kleur": "genegeerd",
        "Soort baan": "zeker",
    }  # fmt: skip
    assert intake.recalled.startswith("Gelezen zoals bij levering 1 van ")
    assert intake.recalled.endswith(" door Anna.")


def test_what_was_let_pass_once_is_not_asked_again(taught):
    assert "kop-vermoed" not in [one.sort for one in taught(rows("04")).problems]


def test_order_and_dress_of_the_headings_make_no_difference(taught):
    mixed = [list(reversed(row)) for row in rows("04")]
    mixed[0] = [text.upper() for text in mixed[0]]
    assert taught(mixed).accepted


def test_what_is_stated_now_goes_before_what_is_remembered(taught):
    words = {"municipality_home": {"Harlem": "Velsen"}}
    intake = taught(rows("04"), values=words, columns={"Werkgeverr": "school"} | {"Werkgeverr": None})
    assert intake.table.column("municipality_home").to_pylist() == ["GM0453"]
    assert certainties(intake)["Werkgeverr"] == "genegeerd"
    assert certainties(intake)["Dag 1"] == "onthouden"


def test_reading_anew_from_kept_rows_keeps_remembered_words(taught):
    intake = reread(taught(rows("04")), omit=frozenset())
    assert intake.table.column("municipality_home").to_pylist() == ["GM0392"]


@pytest.mark.parametrize("supplier", ["uwv", None])
def test_nothing_is_applied_to_another_supplier_or_an_unknown_one(taught, supplier):
    intake = taught(rows("04"), supplier=supplier)
    assert intake.recalled == ""
    assert intake.table is None


def test_another_layout_of_the_same_supplier_is_read_without_memory(taught):
    assert taught([["Startdatum", "Woongemeente"], ["01-03-2015", "Haarlem"]]).recalled == ""


def test_headings_that_only_memory_knows_are_found_below_titles(database, read, taught):
    strange = [["Dag X", "Waar"], ["01-05-2015", "Haarlem"]]
    columns = {"Dag X": "placement_date", "Waar": "municipality_home"}
    first = read(strange, supplier="wsp", kind="placement", header_rows={"Blad1": 1}, columns=columns)
    assert store(database, first).delivery
    later = taught([["Overzicht"], [], ["DAG X", "WAAR"], ["01-06-2015", "Velsen"]])
    assert later.header_row == 3
    assert later.table.column("municipality_home").to_pylist() == ["GM0453"]


def test_hours_of_a_full_job_are_remembered(database, read):
    def of(month):
        return [["Startdatum", "Woongemeente", "FTE"], [f"01-{month}-2015", "Haarlem", "0,5"]]

    store(database, read(of("03"), supplier="wsp", hours_per_fte=36))
    later = read(of("04"), supplier="wsp", memories=partial(memories, database))
    assert later.table.column("hours_low").to_pylist() == [18]


def test_a_layout_can_be_forgotten(database, taught):
    layout = taught(rows("04")).layout
    assert remembered(database, "wsp", layout).by == "Anna"
    forget(database, "wsp", layout)
    assert remembered(database, "wsp", layout) is None
    assert taught(rows("04")).recalled == ""


def test_what_is_recognised_without_help_is_not_remembered(database, read):
    store(database, read([["Startdatum", "Woongemeente"], ["01-03-2015", "Haarlem"]], supplier="wsp"))
    assert memories(database, "wsp") == {}


def test_remembering_does_not_raise_the_data_version(database, taught):
    assert database.version == 1


def test_no_corrected_cell_and_no_person_is_remembered(database, read):
    from data_loaders.intake import Cell

    first = read(
        [["Startdatum", "Woongemeente", "Klantnr"], ["01-03-2015", "Haarlem", "K-4711"]], supplier="wsp",
        values={"person_key": {"K-4711": "K-1"}, "municipality_home": {"x": "Haarlem"}},
        corrections={Cell("Blad1", 2, "municipality_home"): "Velsen"},
    )  # fmt: skip
    store(database, first)
    kept = str(database.query("SELECT * FROM import_memory").to_pylist())
    assert '"x"' in kept
    assert "4711" not in kept
    assert "Velsen" not in kept
