"""What was agreed is complete: every row of the register once, every target measured or explained."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from reference.load import (
    METRIC_KEYS,
    Target,
    budgets,
    commitments,
    documents,
    figures,
    milestones,
    municipalities,
    parties,
    rules,
    targets,
)

ALL_TABLES = (targets, milestones, figures, budgets, rules)
REGISTER = [
    *(f"T-LSA-{n:02}" for n in range(1, 18)), "T-LSA-02d", "T-LSA-05d", "T-LSA-07d",
    *(f"T-NAT-{n:02}" for n in range(1, 4)), *(f"T-WB-{n:02}" for n in range(1, 5)),
    *(f"T-H17-{n:02}" for n in range(1, 15)), *(f"T-RAA-{n:02}" for n in range(1, 5)),
    *(f"R-{n:02}" for n in range(1, 8)), *(f"C-{n:02}" for n in range(1, 21)),
    *(f"B-{n:02}" for n in range(1, 9)), *(f"D-{n:02}" for n in range(1, 8)),
]
PILLARS = ["T-RAA-P1", "T-RAA-P2", "T-RAA-P3", "T-RAA-P4"]
UNITS_OF_METRIC = {
    "garantiebanen": {"garantiebanen"},
    "placements": {"extra banen", "mensen of extra banen"},
    "pillar_placements": {"plaatsingen"},
    "internships": {"stageplekken"},
    "internships_extra": {"stageplekken"},
}


def test_every_row_of_the_register_stands_once_and_the_four_pillars_on_top():
    keys = Counter(key for table in ALL_TABLES for key in table())

    assert len(REGISTER) == 87
    assert keys == Counter(REGISTER + PILLARS)


def test_the_five_documents_are_known_and_used():
    used = {one.document for table in ALL_TABLES for one in table().values()}

    assert list(documents()) == ["S0", "S1", "S2", "S3", "S4"]
    assert used == set(documents())
    assert documents()["S1"].date == date(2015, 11, 19)
    assert documents()["S0"].date is None, "het akkoord draagt geen datum"


def test_targets_come_in_the_order_of_the_register():
    assert list(targets())[:4] == ["T-LSA-01", "T-LSA-02", "T-LSA-02d", "T-LSA-03"]
    assert list(targets())[-4:] == PILLARS


@pytest.mark.parametrize("target", targets().values(), ids=targets().keys())
def test_every_target_is_measured_or_says_why_not(target: Target):
    assert (target.metric is None) != (target.not_measured is None)
    assert target.metric in (None, *METRIC_KEYS)
    if target.metric:
        assert target.unit in UNITS_OF_METRIC[target.metric]
    assert (target.counting is None) == (target.metric in (None, "internships", "internships_extra"))
    assert (target.pillar is not None) == (target.key in PILLARS)


@pytest.mark.parametrize("target", targets().values(), ids=targets().keys())
def test_every_target_has_a_scope_that_exists_and_a_period_that_runs_forward(target: Target):
    if target.scope.kind == "municipality":
        assert target.scope.code in {one.code for one in municipalities()}
    elif target.scope.kind == "party":
        assert target.scope.code in {one.code for one in parties()}
    else:
        assert target.scope.code is None
    assert target.open_ended == (target.end is None)
    assert target.end is None or target.start < target.end
    assert target.at_least is None or target.at_most is None or target.at_least <= target.at_most


def test_the_numbers_of_the_agreement_are_these():
    numbers = {key: one.at_least for key, one in targets().items() if one.agreement == "lsa" and one.at_least}

    assert numbers == {
        "T-LSA-01": 280, "T-LSA-02": 440, "T-LSA-02d": 160, "T-LSA-03": 50, "T-LSA-04": 20, "T-LSA-05": 5,
        "T-LSA-05d": 75, "T-LSA-06": 40, "T-LSA-07": 60, "T-LSA-07d": 100, "T-LSA-15": 4, "T-LSA-16": 35,
        "T-LSA-17": 10,
    }
    assert targets()["T-LSA-15"].at_most == 6
    assert targets()["T-LSA-08"].at_most == 72


def test_280_is_for_companies_440_for_both_and_160_is_derived():
    companies, both, government = (targets()[key] for key in ("T-LSA-01", "T-LSA-02", "T-LSA-02d"))

    assert (companies.scope.sector, both.scope.sector, government.scope.sector) == ("markt", None, "overheid")
    assert government.at_least == both.at_least - companies.at_least
    assert government.strength == "afgeleid"
    assert government.derived_from == ("T-LSA-02", "T-LSA-01")


def test_only_derived_targets_name_what_they_derive_from():
    derived = {key: one.derived_from for key, one in targets().items() if one.derived_from}

    assert set(derived) == {"T-LSA-02d", "T-LSA-05d", "T-LSA-07d"}
    assert {key for key, one in targets().items() if one.strength == "afgeleid"} == set(derived)


def test_extra_internships_count_above_sixty_and_say_that_the_scopes_differ():
    extra = targets()["T-LSA-06"]

    assert extra.baseline == 60
    assert extra.scope.kind == "region"
    assert "Haarlem" in extra.mismatch


def test_the_covenant_and_the_regional_approach_give_no_number_of_jobs():
    for key in ("T-WB-01", "T-RAA-03", *PILLARS):
        assert targets()[key].at_least is None and targets()[key].at_most is None


def test_published_figures_keep_their_interval_scope_and_moment():
    estimate, placements = figures()["R-05"], figures()["R-02"]

    assert (estimate.low, estimate.high, estimate.kind) == (40, 50, "schatting")
    assert (placements.low, placements.high) == (147, 147)
    assert placements.end == date(2015, 9, 30)
    assert placements.unit == "plaatsingen"
    assert figures()["C-08"].high is None, "ruim 3.800 heeft geen bovengrens"


def test_the_four_budgets_of_the_state_add_up_to_what_the_note_says():
    first_four = [budgets()[f"B-0{n}"] for n in range(1, 5)]

    assert sum(one.low for one in first_four) == Decimal("19624164")
    assert [one.start.year for one in first_four] == [2018, 2019, 2020, 2021]


def test_all_163_commitments_stand_once_and_the_covenant_is_an_effort():
    keys = [one.key for one in commitments()]

    assert len(keys) == len(set(keys)) == 163
    assert {one.strength for one in commitments() if one.document == "S2"} == {"inspanning"}


def test_a_commitment_speaks_only_of_targets_that_exist():
    known = {key for table in ALL_TABLES for key in table()}
    named = {
        word for one in commitments() for word in one.indicator.replace(",", " ").replace(";", " ").split()
        if word.startswith(("T-", "R-", "B-"))
    }

    assert named <= known
    assert "T-LSA-03" in named


def test_what_is_loaded_cannot_be_changed():
    with pytest.raises(TypeError):
        targets()["T-LSA-01"] = None
