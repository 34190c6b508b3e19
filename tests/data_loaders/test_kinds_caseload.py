"""Counts of clients: on a day or over a period, known, below a limit or secret."""

from datetime import date

import pytest

HEAD = ["Peildatum", "Gemeente", "Telling", "Klantgroep", "Aantal"]


def rows_of(intake, *fields):
    return [tuple(row[field] for field in fields) for row in intake.table.to_pylist()]


def test_a_stock_is_counted_on_its_day(read):
    intake = read([HEAD, ["31-12-2015", "Haarlem", "stand", "overbrugbare afstand", "2.280"]])
    assert (intake.kind, intake.period) == ("caseload", (date(2015, 12, 31), date(2015, 12, 31)))
    assert intake.table.to_pylist()[0] | {"sheet": "", "row_number": 2} == {
        "sheet": "",
        "row_number": 2,
        "reference_date": date(2015, 12, 31),
        "period_start": None,
        "municipality": "GM0392",
        "measure": "stand",
        "client_group": "overbrugbaar",
        "client_group_before": None,
        "duration": None,
        "age": None,
        "household": None,
        "quantity_low": 2280,
        "quantity_high": 2280,
        "secret": False,
    }


@pytest.mark.parametrize("text", ["2015-Q4", "2015KW04", "4e kwartaal 2015"])
def test_a_flow_is_counted_over_its_period(read, text):
    intake = read([HEAD, [text, "Velsen", "uitstroom naar werk", "", 40]])
    found = rows_of(intake, "period_start", "reference_date", "measure")
    assert found == [(date(2015, 10, 1), date(2015, 12, 31), "uitstroom-naar-werk")]
    assert intake.period == (date(2015, 10, 1), date(2015, 12, 31))


def test_a_flow_may_have_its_first_day_in_a_column_of_its_own(read):
    head = ["Begin periode", "T/m", "Gemeente", "Telling", "Aantal"]
    intake = read([head, ["1-10-2015", "31-12-2015", "Velsen", "instroom", 12]])
    assert rows_of(intake, "period_start", "reference_date") == [(date(2015, 10, 1), date(2015, 12, 31))]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("<5", (1, 4, False)),
        ("-", (0, 0, False)),
        (".", (0, None, True)),
        ("x", (0, None, True)),
        ("geheim", (0, None, True)),
        (0, (0, 0, False)),
    ],
)
def test_secret_and_small_counts_are_different_things(read, text, ends):
    intake = read([HEAD, ["31-12-2015", "Zandvoort", "stand", "zonder afstand", text]])
    assert rows_of(intake, "quantity_low", "quantity_high", "secret") == [ends]
    assert intake.accepted


def test_stock_inflow_and_outflow_may_each_have_a_column(read):
    head = ["Maand", "Gemeente", "Stand", "Instroom", "Uitstroom", "Uitstroom naar werk"]
    intake = read(
        [
            head,
            ["maart 2016", "Haarlem", "4.250", "120", "95", "."],
            ["2016-04", "Haarlem", 4275, "", "-", 30],
        ]
    )
    first, last = date(2016, 3, 31), date(2016, 4, 30)
    assert rows_of(intake, "reference_date", "measure", "quantity_low", "secret") == [
        (first, "stand", 4250, False),
        (first, "instroom", 120, False),
        (first, "uitstroom", 95, False),
        (first, "uitstroom-naar-werk", 0, True),
        (last, "stand", 4275, False),
        (last, "uitstroom", 0, False),
        (last, "uitstroom-naar-werk", 30, False),
    ]
    assert set(intake.table.column("row_number").to_pylist()) == {2, 3}


def test_a_wide_row_with_an_error_is_one_wrong_row_whatever_it_would_have_given(read):
    right = ["december 2015", "Haarlem", 4250, 120, 90]
    wrong = ["december 2015", "Nergenshuizen", 310, 10, 12]
    intake = read([["Maand", "Gemeente", "Stand", "Instroom", "Uitstroom"], right, wrong])
    assert [one.cell for one in intake.problems] == ["B3"]
    assert (intake.rows, intake.wrong_rows, intake.table.num_rows) == (2, 1, 3)


def test_groups_that_moved_between_two_days_keep_where_they_came_from(read):
    head = ["Peildatum", "Gemeente", "Vorige klantgroep", "Klantgroep", "Aantal"]
    intake = read([head, ["1-5-2016", "Haarlem", "klantgroep 3", "klantgroep 2", 15]])
    assert rows_of(intake, "client_group_before", "client_group") == [("onoverbrugbaar", "overbrugbaar")]


def test_age_duration_and_household_in_the_words_of_a_municipality(read):
    head = ["Peildatum", "Gemeente", "Leeftijdsklasse", "Uitkeringsduur", "Leefvorm", "Aantal"]
    rows = [
        ["1-1-2016", "Haarlem", "18 t/m 26 jaar", "< 1 jaar", "Alleenstaande ouder", 9],
        ["1-1-2016", "Haarlem", "50+", "langer dan 5 jaar", "gezin", 8],
    ]
    assert rows_of(read([head, *rows]), "age", "duration", "household") == [
        ("tot-27", "korter-dan-1-jaar", "alleenstaande-ouder"),
        ("50-plus", "langer-dan-5-jaar", "paar-met-kinderen"),
    ]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (["31-12-2015", "Haarlem", "stand", "", ""], "rij 2: in deze rij staat geen aantal"),
        (["2015-Q4", "Haarlem", "", "", 5], "cel E2: niet bekend is wat hier is geteld"),
        (["31-12-2015", "", "stand", "", 5], "cel B2: de gemeente ontbreekt"),
        (["31-12-2015", "Atlantis", "stand", "", 5], 'cel B2: "Atlantis" is geen Nederlandse gemeente'),
        (["", "Haarlem", "stand", "groep 1", 5], "cel A2: de peildatum ontbreekt"),
        (["31-12-2051", "Haarlem", "stand", "", 5], "cel A2: de peildatum 31-12-2051 ligt in de toekomst"),
        (["31-12-2015", "Haarlem", "stand", "", "veel"], 'cel E2: "veel" is geen heel aantal'),
    ],
)
def test_a_bad_value_is_an_error_with_its_cell_and_remedy(read, said, row, told):
    intake = read([HEAD, row])
    assert intake.table.num_rows == 0
    assert told in said(intake, "error")


def test_the_same_count_twice_is_an_error_also_when_the_numbers_differ(read, said):
    row = ["31-12-2015", "Haarlem", "stand", "groep 1", 5]
    intake = read([HEAD, row, [*row[:4], 6]])
    assert intake.table.num_rows == 1
    assert "rij 3: hiervoor staat al een aantal in rij 2" in said(intake, "error")


def test_an_unknown_group_stays_unknown_and_is_told(read, said):
    intake = read([HEAD, ["31-12-2015", "Haarlem", "stand", "trede zeven", 5]])
    assert rows_of(intake, "client_group") == [(None,)]
    assert 'de klantgroep "trede zeven" is niet bekend en blijft onbekend' in said(intake, "warning")
