"""Participation talks: invited, talked, planned, referred; persons become pseudonyms."""

from datetime import date

import pytest

HEAD = [
    "Klantnr",
    "Gemeente",
    "Datum uitnodiging",
    "Datum gesprek",
    "Klantgroep",
    "Plan van aanpak",
    "Verwezen naar",
    "Uitkomst gesprek",
]


def test_a_talk_and_what_followed(read):
    row = [
        "K1",
        "Haarlem",
        "1-5-2016",
        "15 mei 2016",
        "Groep 2",
        "20-05-2016",
        "re-integratietraject",
        "gevoerd",
    ]
    intake = read([HEAD, row], "Ik doe mee gesprekken Haarlem 2016.xlsx")
    assert (intake.kind, intake.accepted, intake.table.num_rows) == ("talk", True, 1)
    found = intake.table.to_pylist()[0]
    assert len(found["person_key"]) == 32 and "K1" not in str(found)
    assert (found["invited_date"], found["talk_date"], found["plan_date"]) == (
        date(2016, 5, 1),
        date(2016, 5, 15),
        date(2016, 5, 20),
    )
    assert (found["client_group"], found["referral"], found["outcome"]) == (
        "overbrugbaar",
        "trajectory",
        "plan-gemaakt",
    )
    assert (found["quantity_low"], found["quantity_high"]) == (1, 1)


def test_who_was_invited_and_did_not_come_is_a_row_too(read):
    intake = read([HEAD, ["K1", "Haarlem", "1-5-2016", "", "", "", "", "no show"]])
    assert intake.table.column("talk_date").to_pylist() == [None]
    assert intake.table.column("outcome").to_pylist() == ["niet-verschenen"]
    assert intake.period == (date(2016, 5, 1), date(2016, 5, 1))


def test_remarks_and_names_of_staff_are_never_kept(read):
    head = [*HEAD, "Klantmanager", "Opmerkingen", "BSN", "Naam"]
    intake = read(
        [head, ["K1", "Haarlem", "1-5-2016", "2-5-2016", "", "", "", "", "Piet", "schulden", "123", "Jan"]]
    )
    assert intake.dropped_columns == ("Klantmanager", "Opmerkingen", "BSN", "Naam")
    assert not {"Piet", "schulden", "Jan"} & {
        str(value) for row in intake.table.to_pylist() for value in row.values()
    }


def test_counts_of_talks_may_be_below_a_limit(read):
    intake = read([["Datum gesprek", "Gemeente", "Aantal gesprekken"], ["1-5-2016", "Velsen", "<5"]])
    assert [(row["quantity_low"], row["quantity_high"]) for row in intake.table.to_pylist()] == [(1, 4)]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (["K1", "Haarlem", "", ""], "rij 2: er is geen datum van een uitnodiging of een gesprek"),
        (
            ["K1", "Haarlem", "9-5-2016", "1-5-2016"],
            "cel D2: het gesprek van 01-05-2016 ligt vóór de uitnodiging van",
        ),
        (["K1", "Haarlem", "", "1-5-2051"], "cel D2: het gesprek van 01-05-2051 ligt in de toekomst"),
        (["K1", "Haarlem", "", "1-5-2002"], "cel D2: het gesprek van 01-05-2002 ligt vóór 2013"),
        (["K1", "Nergenshuizen", "", "1-5-2016"], 'cel B2: "Nergenshuizen" is geen Nederlandse gemeente'),
    ],
)
def test_a_bad_value_is_an_error_with_its_cell_and_remedy(read, said, row, told):
    intake = read([HEAD[:4], row])
    assert intake.table.num_rows == 0
    assert told in said(intake, "error")


def test_a_file_in_which_no_row_has_a_day_is_refused(read):
    assert not read([HEAD, ["K1", "Haarlem", "", "", "groep 1", "", "", ""]]).accepted
