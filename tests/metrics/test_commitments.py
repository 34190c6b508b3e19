"""What became of each promise: a status only with evidence, and never worse than what is known."""

from datetime import date
from pathlib import Path

import pytest

from metrics.commitments import Counted, meetings_per_year, start_status, states, tally
from reference.board import board, bottlenecks, checklist
from reference.load import commitments, documents
from reference.promises import (
    LAST_LINES,
    known,
    measured,
    named,
    promised_by,
    promisers,
    shared,
    why_no_such_lines,
)
from storage.commitments import new_record, save
from storage.database import Database
from storage.register_log import changes

TODAY = date(2022, 12, 31)
SOURCES = Path(__file__).parents[3] / "shared" / "sources"
BY_KEY = {one.key: one for one in commitments()}
REACHED = Counted("gehaald", "Geteld: 22 van 20.")
MISSED = Counted("niet gehaald", "Geteld: 12 van 20.")


@pytest.fixture
def database(tmp_path):
    opened = Database.open(tmp_path / "own.duckdb")
    yield opened
    opened.close()


def status(key, today=TODAY, **counted):
    return start_status(BY_KEY[key], {name.replace("_", "-"): one for name, one in counted.items()}, today)[0]


def test_a_deadline_that_passed_without_evidence_is_no_lateness():
    assert status("A-MKB-02") == "geen bewijs"  # bijeenkomsten houden, 2015-2017


def test_a_promise_without_a_measure_and_without_evidence_has_no_number():
    assert status("A-VNO-02") == "geen getal"  # ambassadeur zijn


def test_a_document_that_says_it_is_done_is_believed():
    assert status("A-BRF-02") == "gedaan"


def test_what_a_document_saw_running_runs_until_the_term_is_over_and_is_unknown_afterwards():
    assert status("A-BRF-05", date(2016, 6, 1)) == "loopt"
    assert status("A-BRF-05", date(2017, 1, 1)) == "geen bewijs"


def test_the_last_day_of_a_term_still_belongs_to_it():
    assert status("A-BRF-05", date(2016, 12, 31)) == "loopt"


def test_only_a_count_that_fell_short_after_the_deadline_is_late():
    assert status("A-MKB-01", T_LSA_04=MISSED) == "te laat"
    assert status("A-MKB-01", T_LSA_04=REACHED) == "gedaan"
    assert status("A-MKB-01", T_LSA_04=Counted("niets geleverd", "")) == "geen bewijs"
    assert status("A-MKB-01", T_LSA_04=Counted("niet meetbaar", "")) == "geen bewijs"
    assert status("A-MKB-01", date(2015, 6, 1), T_LSA_04=Counted("achter", "Geteld: 3.")) == "loopt"


def test_a_number_that_is_only_part_of_the_promise_does_not_make_it_done():
    assert status("A-GH-03", T_LSA_05=Counted("gehaald", "Geteld: 5 van 5.")) == "geen bewijs"


def test_what_somebody_stated_stands_before_what_is_computed(database):
    save(database, "A-MKB-02", "0:", {"status": "gedaan", "owner": "secretaris"}, "Anna")
    one = states(database, {}, TODAY)["A-MKB-02"]
    assert (one.status, one.computed, one.owner, one.changed_by) == (
        "gedaan", "geen bewijs", "secretaris", "Anna",
    )  # fmt: skip
    assert one.is_stated


def test_changing_only_the_owner_leaves_the_status_computed(database):
    save(database, "A-MKB-02", "0:", {"owner": "secretaris"}, "Anna")
    one = states(database, {}, TODAY)["A-MKB-02"]
    assert one.status == "geen bewijs" and not one.is_stated


def test_the_state_of_an_earlier_version_stays_as_it_was(database):
    first = save(database, "A-MKB-02", "0:", {"status": "loopt"}, "Anna")
    save(database, "A-MKB-02", "1:", {"status": "gedaan"}, "Anna")
    assert states(database, {}, TODAY, first)["A-MKB-02"].status == "loopt"
    assert states(database, {}, TODAY)["A-MKB-02"].status == "gedaan"


def test_every_promise_has_exactly_one_status(database):
    found = states(database, {}, TODAY)
    assert len(found) == 163
    assert sum(tally(found.values()).values()) == 163


def test_entered_meetings_are_evidence_of_meeting_and_are_counted_per_year(database):
    for day in ("2019-02-01", "2019-06-01", "2021-03-01"):
        new_record(database, "vergadering", {"name": "bestuur", "day": day}, "Anna")
    gone = new_record(database, "vergadering", {"name": "vergissing", "day": "2021-04-01"}, "Anna")
    save(database, gone, "1:", {"removed": "ja"}, "Anna")
    assert meetings_per_year(changes(database)) == {2021: 1, 2019: 2}
    one = states(database, {}, TODAY)["A-CV-08"]
    assert one.status == "loopt"
    assert one.because == "In 2021: 1 vergadering ingevoerd; afgesproken zijn er vier."


def test_every_party_of_a_promise_is_known_by_name_or_as_a_group():
    assert set(promised_by()) == {one.party for one in commitments()}
    for one in commitments():
        assert named(one) or shared(one), one.key
        assert not set(named(one)) & set(shared(one))
    assert {code for one in promisers().values() for code in one.members} <= set(promisers())


def test_each_municipality_shares_what_the_seven_promised_together():
    for code in ("gemeente-zandvoort", "gemeente-velsen", "gemeente-haarlem"):
        assert sum(code in shared(one) for one in commitments() if one.party == "zeven gemeenten") == 9


def test_everything_that_is_known_has_a_passage_that_exists():
    stated = [*known().values(), *bottlenecks(), *checklist()]
    stated += [one.known for one in checklist() if one.known]
    assert all(why_no_such_lines(one.document, one.lines) is None for one in stated)
    assert all(why_no_such_lines("S2", seat.lines) is None for seat in board())
    assert set(known()) <= set(BY_KEY) and set(measured()) <= set(BY_KEY)


@pytest.mark.parametrize(
    ("document", "lines", "said"),
    [("S1", "106", "heeft geen regel 106"), ("S8", "1", "geen stuk"), ("S1", "x", "geen regelverwijzing"),
     ("S1", "0", "geen regel"), ("S1", "12; S0 999", "geen regel 999")],
)  # fmt: skip
def test_a_passage_that_does_not_exist_is_named(document, lines, said):
    assert said in why_no_such_lines(document, lines)


@pytest.mark.skipif(not SOURCES.is_dir(), reason="de brondocumenten staan hier niet")
def test_the_documents_are_as_long_as_we_say():
    for key, one in documents().items():
        text = (SOURCES / one.file_name).read_text(encoding="utf-8")
        assert len(text.split("\n")) == LAST_LINES[key]
