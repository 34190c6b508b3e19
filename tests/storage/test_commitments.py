"""What people state about promises: kept with who, when and the old value, never overwritten unseen."""

from datetime import date

import pyarrow as pa
import pytest

from storage.commitments import WIPED, EditedMeanwhile, new_record, save, undo, wipe
from storage.database import Database
from storage.errors import StorageError
from storage.register_log import changes, of_record, stamp, stated
from tests.builders import provenance

KEY = "A-MKB-02"


@pytest.fixture
def database(tmp_path):
    opened = Database.open(tmp_path / "own.duckdb")
    yield opened
    opened.close()


def of(database, version=None):
    return of_record(changes(database, version), KEY)


def write(database, by="Anna", **values):
    return save(database, KEY, stamp(of(database)), values, by)


def deliver(database, **values):
    columns = {
        "sheet": "Blad1", "row_number": 2, "commitment": KEY, "reference_date": date(2016, 3, 31),
        "status": None, "owner": None, "evidence": None, "evidence_document": None,
        "evidence_lines": None, "next_step": None, "due": None,
    }  # fmt: skip
    row = columns | values
    types = {"row_number": pa.int32(), "reference_date": pa.date32(), "due": pa.date32()}
    table = pa.table({name: pa.array([value], types.get(name, pa.string())) for name, value in row.items()})
    return database.deliver("commitment_update", table, provenance())


def test_a_save_keeps_who_when_and_the_old_value_and_raises_the_version(database):
    before = database.version
    write(database, status="loopt", owner="bestuur")
    write(database, by="Bea", status="gedaan")
    assert stated(of(database)) == {"status": "gedaan", "owner": "bestuur"}
    last = of(database)[-1]
    assert (last.field, last.old, last.new, last.changed_by) == ("status", "loopt", "gedaan", "Bea")
    assert last.changed_at is not None
    assert database.version == before + 2


def test_the_second_of_two_people_is_told_who_changed_what_and_nothing_is_lost(database):
    seen = stamp(of(database))
    save(database, KEY, seen, {"status": "loopt"}, "Anna")
    with pytest.raises(EditedMeanwhile, match="Intussen gewijzigd door Anna") as refused:
        save(database, KEY, seen, {"status": "gedaan"}, "Bea")
    assert [(one.field, one.new) for one in refused.value.newer] == [("status", "loopt")]
    assert stated(of(database)) == {"status": "loopt"}


def test_other_rows_are_no_conflict(database):
    seen = stamp(of_record(changes(database), "A-MKB-03"))
    write(database, status="loopt")
    assert save(database, "A-MKB-03", seen, {"status": "gedaan"}, "Bea")


def test_a_save_without_any_difference_writes_nothing(database):
    write(database, status="loopt")
    before = database.version
    assert write(database, status="loopt") is None
    assert database.version == before


def test_undoing_brings_the_old_values_back_and_undoing_again_the_new_ones(database):
    write(database, status="loopt", next_step="bellen met de leden")
    write(database, status="gedaan", next_step="")
    undo(database, KEY, stamp(of(database)), "Bea")
    assert stated(of(database)) == {"status": "loopt", "next_step": "bellen met de leden"}
    undo(database, KEY, stamp(of(database)), "Bea")
    assert stated(of(database)) == {"status": "gedaan"}
    assert len(of(database)) == 8  # two saves and two undoings of two fields: nothing was altered


def test_an_earlier_data_version_can_be_asked_for_again(database):
    first = write(database, status="loopt")
    write(database, status="gedaan")
    assert stated(of(database, first)) == {"status": "loopt"}
    assert stated(of(database, first - 1)) == {}


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"status": "klaar"}, "Status: 'klaar' kan niet; kies uit gedaan, loopt"),
        ({"evidence": "=SOM(A1)"}, "zoals een formule"),
        ({"evidence": "bel 06 12345678"}, "telefoonnummer"),
        ({"owner": "anna@haarlem.nl"}, "e-mailadres"),
        ({"next_step": "dossier 123456782"}, "burgerservicenummer"),
        ({"evidence": "x" * 501}, "te lang"),
        ({"due": "31-02-2020"}, "geen datum"),
        ({"evidence_document": "S1", "evidence_lines": "900"}, "heeft geen regel 900"),
        ({"evidence_document": "S9", "evidence_lines": "1"}, "geen stuk"),
        ({"evidence_lines": "12"}, "ontbreekt het stuk"),
    ],
)
def test_what_can_not_be_kept_is_named_and_nothing_is_stored(database, values, said):
    with pytest.raises(StorageError, match=said):
        write(database, **values)
    assert of(database) == []


def test_a_name_is_required(database):
    with pytest.raises(StorageError, match="naam"):
        write(database, by="  ", status="loopt")


def test_an_unknown_promise_is_refused(database):
    with pytest.raises(StorageError, match="A-XX-99"):
        save(database, "A-XX-99", "0:", {"status": "loopt"}, "Anna")


def test_text_with_markup_is_kept_as_text_on_one_line(database):
    write(database, evidence="verslag <b>mei</b>\n2016")
    assert stated(of(database)) == {"evidence": "verslag <b>mei</b> 2016"}


def test_a_delivery_counts_until_it_is_taken_back_and_a_later_edit_wins(database):
    sent = deliver(database, status="loopt", owner="secretaris")
    assert stated(of(database)) == {"status": "loopt", "owner": "secretaris"}
    write(database, status="gedaan")
    assert stated(of(database)) == {"status": "gedaan", "owner": "secretaris"}
    database.withdraw(sent.id, "Anna")
    assert stated(of(database)) == {"status": "gedaan"}
    database.restore(sent.id, "Anna")  # it is older than the edit, so the edit still wins
    assert stated(of(database)) == {"status": "gedaan", "owner": "secretaris"}


def test_a_list_of_an_earlier_day_never_undoes_what_a_later_day_said(database):
    deliver(database, status="gedaan", reference_date=date(2017, 1, 31))
    deliver(database, status="loopt", owner="secretaris", reference_date=date(2016, 1, 31))
    assert stated(of(database)) == {"status": "gedaan", "owner": "secretaris"}


def test_a_delivery_that_came_in_meanwhile_is_a_conflict_too(database):
    seen = stamp(of(database))
    deliver(database, status="loopt")
    with pytest.raises(EditedMeanwhile):
        save(database, KEY, seen, {"status": "gedaan"}, "Anna")


def test_wiping_removes_typed_text_from_every_version_and_leaves_the_status(database):
    first = write(database, status="loopt", evidence="verslag van Jan", owner="Jan")
    write(database, evidence="verslag van de voorzitter")
    wipe(database, KEY, "Bea")
    assert stated(of(database)) == {"status": "loopt"}
    assert stated(of(database, first)) == {"status": "loopt"}
    assert "Jan" not in str(of(database))
    assert of(database)[-1].changed_by == "Bea" and of(database)[-1].undoes == WIPED
    with pytest.raises(StorageError, match="geen tekst"):
        wipe(database, "A-MKB-03", "Bea")


def test_wiping_and_erasing_work_in_a_database_that_was_opened_again(database):
    sent = deliver(database, evidence="verslag")
    write(database, evidence="iets anders")
    database.close()
    again = Database.open(database.path)
    wipe(again, KEY, "Bea")
    again.erase(sent.id, "Bea", "vergissing")
    assert stated(of(again)) == {}
    again.close()


def test_meetings_and_bottlenecks_get_keys_of_their_own(database):
    first = new_record(database, "vergadering", {"name": "bestuur Werkbedrijf", "day": "2019-03-14"}, "Anna")
    second = new_record(database, "knelpunt", {"kind": "advies", "text": "eerder beginnen"}, "Anna")
    assert first.startswith("V-") and second.startswith("KN-N")
    with pytest.raises(StorageError, match="Datum"):
        new_record(database, "vergadering", {"name": "bestuur", "day": "morgen"}, "Anna")
