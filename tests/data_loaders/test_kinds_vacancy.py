"""Vacancies: opened when, a first candidate when, and what is wrong with the rest."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from data_loaders.moments import read_moment

SONAR = [
    "Vacaturenummer",
    "Werkgever",
    "KvK",
    "Branche",
    "Functie",
    "Aantal plaatsen",
    "Uren min/max",
    "Datum vacature",
    "Datum voorgesteld",
    "Gemeente",
    "Status",
    "Met LKS",
    "Jobcoach",
    "No-risk polis",
]


@pytest.fixture
def vacancy(read):
    """Read one vacancy of 1 March 2015, 9:15, with other columns beside it."""

    def read_row(**columns) -> dict:
        head = {"Datum opening": "01-03-2015 09:15", "Vacaturenummer": "V1"} | columns
        intake = read([list(head), list(head.values())])
        assert intake.table.num_rows == 1, [one.message for one in intake.problems]
        return intake.table.to_pylist()[0]

    return read_row


def test_an_export_of_sonar_is_read_with_its_title_rows(read):
    rows = [
        ["WBS vacatures WSP Zuid-Kennemerland en IJmond 2015"],
        [],
        SONAR,
        [
            "000123",
            "Bakker BV",
            1234567,
            "56101",
            "Hulp",
            2,
            "24/32",
            "01-03-2015",
            "04-03-2015 10:00",
            "Haarlem",
            "Vervuld",
            "ja",
            "Karel",
            "nee",
        ],
        ["Pagina 1 van 1"],
    ]
    intake = read(rows)
    assert (intake.kind, intake.supplier, intake.table.num_rows) == ("vacancy", "wsp", 1)
    assert intake.period == (date(2015, 1, 1), date(2015, 12, 31))
    assert intake.dropped_columns == ("Jobcoach",)
    assert intake.ignored_columns == ("Functie",)
    row = intake.table.to_pylist()[0]
    assert (row["vacancy_id"], row["kvk"], row["positions"], row["status"]) == (
        "000123",
        "01234567",
        2,
        "vervuld",
    )
    assert (row["hours_low"], row["hours_high"]) == (Decimal(24), Decimal(32))
    assert (row["opened_at"], row["opened_timed"]) == (datetime(2015, 3, 1), False)
    assert (row["candidate_at"], row["candidate_timed"]) == (datetime(2015, 3, 4, 10), True)
    assert (row["wage_subsidy"], row["no_risk"], row["jobcoach"]) == (True, False, None)
    assert row["municipality_work"] == "GM0392"


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("01-03-2017 09:15", datetime(2017, 3, 1, 9, 15)),
        ("1-3-2017 9.15 uur", datetime(2017, 3, 1, 9, 15)),
        ("2017-03-01T09:15:00", datetime(2017, 3, 1, 9, 15)),
        ("2017-03-01 09:15:00.000", datetime(2017, 3, 1, 9, 15)),
        ("1 mrt 2017 om 9:15", datetime(2017, 3, 1, 9, 15)),
        ("42795,385416667", datetime(2017, 3, 1, 9, 15)),
    ],
)
def test_a_moment_with_a_time_is_known_to_the_minute(text, moment):
    reading = read_moment(text)
    assert (reading.low, reading.high) == (moment, moment)


@pytest.mark.parametrize("text", ["01-03-2017", "2017-03-01 00:00:00", "1 maart 2017", "20170301"])
def test_a_day_alone_is_any_moment_of_it(text):
    reading = read_moment(text)
    assert (reading.low, reading.high) == (datetime(2017, 3, 1), datetime(2017, 3, 1, 23, 59, 59))


@pytest.mark.parametrize("text", ["01-03-2017 25:15", "31-02-2017 09:15", "gisteren 09:15"])
def test_a_moment_that_does_not_exist_is_an_error(text):
    assert read_moment(text).severity == "error"


def test_real_moments_of_a_workbook_keep_their_time(vacancy):
    row = vacancy(**{"Eerste kandidaat": datetime(2015, 3, 3, 14, 30), "Sluitingsdatum": date(2015, 4, 1)})
    assert (row["opened_at"], row["opened_timed"]) == (datetime(2015, 3, 1, 9, 15), True)
    assert (row["candidate_at"], row["candidate_timed"]) == (datetime(2015, 3, 3, 14, 30), True)
    assert row["closed_date"] == date(2015, 4, 1)


def test_without_a_candidate_nothing_is_known_of_it(vacancy):
    row = vacancy(**{"Eerste kandidaat": ""})
    assert (row["candidate_at"], row["candidate_timed"], row["positions"]) == (None, None, 1)
    assert (row["hours_low"], row["hours_high"]) == (Decimal(0), Decimal(40))


@pytest.mark.parametrize(
    ("least", "most", "ends"),
    [("24", "32", (24, 32)), ("32", "", (32, 40)), ("", "20", (0, 20)), ("", "", (0, 40))],
)
def test_the_least_and_the_most_hours_may_stand_apart(vacancy, least, most, ends):
    row = vacancy(**{"Uren min": least, "Uren max": most})
    assert (row["hours_low"], row["hours_high"]) == ends


def test_a_candidate_before_the_opening_is_an_error_that_names_the_cell(read, said):
    intake = read([["Datum opening", "Eerste kandidaat"], ["02-03-2015 12:00", "02-03-2015 11:00"]])
    assert intake.table.num_rows == 0
    assert "cel B2: de eerste kandidaat van 02-03-2015 ligt vóór de opening op 02-03-2015" in said(
        intake, "error"
    )


def test_on_the_day_of_opening_a_candidate_without_a_time_may_have_come_after(vacancy):
    assert vacancy(**{"Eerste kandidaat": "01-03-2015"})["candidate_timed"] is False


@pytest.mark.parametrize(
    ("heading", "value", "told"),
    [
        (
            "Sluitingsdatum",
            "28-02-2015",
            "cel C2: de sluiting op 28-02-2015 ligt vóór de opening op 01-03-2015",
        ),
        ("Eerste kandidaat", "01-03-2051", "cel C2: de eerste kandidaat van 01-03-2051 ligt in de toekomst"),
        ("Eerste kandidaat", "snel", 'cel C2: "snel" is geen datum'),
        ("Aantal plaatsen", "0", 'cel C2: "0" is geen aantal plaatsen. Vul een getal in, zoals 2.'),
        ("Uren", "veel", 'cel C2: "veel" is geen aantal uren'),
    ],
)
def test_a_bad_value_is_an_error_with_its_cell_and_remedy(read, said, heading, value, told):
    intake = read([["Datum opening", "Vacaturenummer", heading], ["01-03-2015", "V1", value]])
    assert intake.table.num_rows == 0
    assert told in said(intake, "error")


def test_an_unknown_status_stays_unknown_and_is_told(read, said):
    intake = read([["Datum opening", "Status"], ["01-03-2015", "misschien"], ["02-03-2015", "openstaand"]])
    assert intake.table.column("status").to_pylist() == [None, "open"]
    assert 'de status "misschien" is niet bekend en blijft onbekend' in said(intake, "warning")


def test_vacancies_without_a_date_of_opening_are_told_what_is_missing(read, said):
    rows = [
        ["Vacaturenummer", "Eerste kandidaat", "Werkgever", "Gemeente"],
        ["V1", "1-3-2015", "X", "Haarlem"],
    ]
    intake = read(rows)
    assert (intake.kind, intake.table) == ("vacancy", None)
    assert "er is geen kolom met de dag waarop de vacature werd geopend" in said(intake, "error")
