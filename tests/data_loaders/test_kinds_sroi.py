"""SROI contracts: promised, realised, and never counted twice."""

from datetime import date
from decimal import Decimal

import pytest

TOOL = [
    "Contractnr",
    "Opdrachtnemer",
    "Opdrachtwaarde",
    "Verplichting %",
    "Verplichting EUR",
    "Activiteit",
    "Doelgroep",
    "Start",
    "Einde",
    "Uren",
    "Inspanningswaarde",
    "Status",
]
CONTRACT = ["Contractnummer", "Startdatum contract", "Opdrachtwaarde"]


def column(intake, name):
    return intake.table.column(name).to_pylist()


def test_an_export_of_an_sroi_tool_with_a_row_per_activity_counts_each_contract_once(read):
    rows = [
        [
            "C1",
            "Bouw BV",
            "€ 1.250.000,00",
            "5%",
            "62.500",
            "Plaatsing",
            "P-wet",
            "1-1-2015",
            "31-12-2016",
            24,
            "15.000",
            "Goedgekeurd",
        ],
        [
            "C1",
            "Bouw BV",
            "€ 1.250.000,00",
            "5%",
            "62.500",
            "Stage",
            "mbo1",
            "1-1-2015",
            "31-12-2016",
            32,
            "€ 5.000,-",
            "Concept",
        ],
        ["C2", "Groen BV", "", "0,05", "", "", "", "1-2-2015", "", "", "", "ingediend"],
    ]
    intake = read([TOOL, *rows], "SROI gemeente Haarlem 2015.xlsx")
    assert (intake.kind, intake.accepted, intake.supplier) == ("sroi", True, "gemeente-haarlem")
    assert intake.ignored_columns == ("Activiteit", "Uren")
    assert column(intake, "contract_value") == [Decimal(1250000), None, None]
    assert column(intake, "obligation") == [Decimal(62500), None, None]
    assert column(intake, "obligation_pct") == [Decimal(5), None, Decimal(5)]
    assert column(intake, "realised_value") == [Decimal(15000), Decimal(5000), None]
    assert column(intake, "status") == ["goedgekeurd", "concept", "ingediend"]
    assert column(intake, "target_group") == ["participatiewet", "mbo1", None]


def test_places_and_internships_are_apart(read):
    head = [*CONTRACT, "Toegezegde plaatsen", "Gerealiseerde plaatsen", "Gerealiseerde stages", "Gemeente"]
    intake = read([head, ["C1", "1-3-2015", "", 3, 2, 4, "Haarlem"]])
    found = intake.table.to_pylist()[0]
    assert (found["places_committed"], found["places_realised"], found["internships_realised"]) == (3, 2, 4)
    assert (found["municipality"], intake.period) == ("GM0392", (date(2015, 3, 1), date(2015, 3, 1)))


@pytest.mark.parametrize(
    ("text", "euros"),
    [
        ("1,2 mln", 1_200_000),
        ("1.2 mln", 1_200_000),
        ("200 k", 200_000),
        ("€ 250.000,-", 250_000),
        ("€ 3 miljoen", 3_000_000),
    ],
)
def test_money_in_the_notations_of_buyers(read, text, euros):
    assert column(read([CONTRACT, ["C1", "1-3-2015", text]]), "contract_value") == [Decimal(euros)]


def test_money_under_a_heading_in_thousands(read):
    intake = read([[*CONTRACT[:2], "Opdrachtwaarde (x € 1.000)"], ["C1", "1-3-2015", "1.250"]])
    assert column(intake, "contract_value") == [Decimal(1_250_000)]


@pytest.mark.parametrize(
    ("heading", "value", "told"),
    [
        ("Contractnummer", "", "het contractnummer ontbreekt"),
        ("Startdatum contract", "2015", 'cel B3: "2015" is geen datum'),
        ("Opdrachtwaarde", "duur", 'cel C3: "duur" is geen bedrag'),
        (
            "Einddatum contract",
            "1-1-2014",
            "cel D3: de einddatum 01-01-2014 ligt vóór de startdatum 01-03-2015",
        ),
        ("Gerealiseerde plaatsen", "2,5", 'cel E3: "2,5" is geen heel aantal'),
    ],
)
def test_a_bad_value_is_an_error_with_its_cell_and_remedy(read, said, heading, value, told):
    row = dict(
        zip(
            [*CONTRACT, "Einddatum contract", "Gerealiseerde plaatsen"],
            ["C2", "1-3-2015", "9", "", ""],
            strict=True,
        )
    )
    intake = read([list(row), ["C1", "1-3-2015", "10", "", "1"], list((row | {heading: value}).values())])
    assert intake.table.num_rows == 1
    assert told in said(intake, "error")


def test_a_contract_that_says_two_things_is_an_error(read, said):
    intake = read([CONTRACT, ["C1", "1-3-2015", "100.000"], ["C1", "1-3-2015", "200.000"]])
    assert 'de opdrachtwaarde van contract "C1" staat in een eerdere rij anders' in said(intake, "error")


def test_an_unknown_status_stays_unknown_and_so_never_counts(read, said):
    intake = read([[*CONTRACT, "Status"], ["C1", "1-3-2015", "9", "bijna"]])
    assert column(intake, "status") == [None]
    assert 'de status "bijna" is niet bekend en blijft onbekend' in said(intake, "warning")
