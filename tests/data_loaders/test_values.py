"""Cells as Dutch offices write them."""

from datetime import date
from decimal import Decimal

import pytest

from data_loaders.categories import (
    read_contract,
    read_job_type,
    read_level,
    read_party,
    read_sector,
    read_target_group,
)
from data_loaders.codes import JOB_TYPES
from data_loaders.dates import read_date
from data_loaders.hours import read_fte, read_hours
from data_loaders.municipalities import read_home, read_work
from data_loaders.values import number, read_amount, read_boolean, read_count

FIRST_OF_FEBRUARY = date(2015, 2, 1)


@pytest.mark.parametrize(
    "text",
    [
        "1-2-2015",
        "01-02-15",
        "01/02/2015",
        "1.2.2015",
        "2015-02-01",
        "2015-02-01 00:00:00",
        "2015-02-01T09:30:00",
    ]
    + ["1 feb 2015", "1 februari 2015", "1-feb-15", "zo 1 feb. 2015", "zondag 1 februari 2015", "20150201"]
    + ["01-02-2015 00:00", "1 FEB '15", "01–02–2015", "01\u201102\u20112015"],
)
def test_a_date_is_day_month_year_in_any_spelling(text):
    assert read_date(text).low == FIRST_OF_FEBRUARY


@pytest.mark.parametrize("text", ["31-02-2015", "29-02-2015", "02/13/2015", "0-1-2015", "20151301"])
def test_a_day_that_is_not_in_the_calendar_is_an_error(text):
    reading = read_date(text)
    assert (reading.severity, reading.low) == ("error", None)
    assert f'de datum "{text}" bestaat niet' in reading.issue


@pytest.mark.parametrize("text", ["feb 2015", "2015", "wk 40", "morgen", "1 foo 2015", "12"])
def test_a_text_that_is_no_date_is_an_error(text):
    assert read_date(text).severity == "error"


def test_the_number_of_a_day_in_excel_is_read_and_told():
    reading = read_date("42064")
    assert (reading.low, reading.severity) == (date(2015, 3, 1), "warning")
    assert "1 maart 2015" in reading.issue


@pytest.mark.parametrize(
    "text", ["31-12-9999", "9999-12-31 00:00:00", "1-1-1900", "1899-12-30", "2958465", "0"]
)
def test_the_end_of_time_is_no_date(text):
    assert (read_date(text).low, read_date(text).severity) == (None, None)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("36,0", "36", "36"), ("36.0", "36", "36"), ("24 uur", "24", "24"), ("24u", "24", "24"),
        ("24-32", "24", "32"), ("24 - 32 uur", "24", "32"), ("24 t/m 32", "24", "32"),
        ("24 à 32", "24", "32"),
        ("25", "25", "25"), ("24,99", "24.99", "24.99"), ("24,999", "24.99", "24.99"), ("0", "0", "0"),
        ("<25", "0", "24.99"), ("<= 25", "0", "25"), ("24 of 32", "24", "32"),
        ("32+", "32", "40"), ("ca. 20", "20", "20"), ("28,5 uur p/w", "28.5", "28.5"),
        ("fulltime", "36", "40"), ("0-uren", "0", "40"), ("oproep", "0", "40"), ("Oproepkracht", "0", "40"),
    ],
)  # fmt: skip
def test_hours_are_an_interval(text, low, high):
    reading = read_hours(text)
    assert (reading.low, reading.high) == (Decimal(low), Decimal(high))


def test_hours_per_month_are_divided_by_the_weeks_of_a_month():
    assert read_hours("108,7", "Verloonde uren (per maand)").low == Decimal("25.00")


@pytest.mark.parametrize("text", ["veel", "160", "32-24", "-5", "24-"])
def test_hours_that_cannot_be_are_an_error(text):
    assert read_hours(text).severity == "error"


@pytest.mark.parametrize("text", ["", "-", ".", "onbekend", "n.v.t.", "?"])
def test_missing_words_are_unknown_without_a_word(text):
    for reader in (read_date, read_hours, read_fte, read_amount, read_home, read_job_type):
        assert (reader(text).low, reader(text).severity) == (None, None)


@pytest.mark.parametrize(
    ("text", "part"), [("0,8", "0.8"), ("80%", "0.8"), ("80", "0.8"), ("1", "1"), ("1.0", "1")]
)
def test_a_part_of_a_full_job_is_a_fraction(text, part):
    assert read_fte(text).low == Decimal(part)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.234,56", "1234.56"), ("1234,56", "1234.56"), ("1,234.56", "1234.56"), ("36,0", "36"),
        ("36.0", "36"),
        ("1.011", "1011"), ("€ 1.234,-", "1234"), ("EUR 1.234,56", "1234.56"), ("1234,56-", "-1234.56"),
        ("(1.234)", "-1234"), ("-12,5", "-12.5"), ("80 %", "80"), ("1.234.567", "1234567"),
        ("0.125", "0.125"),
    ],
)  # fmt: skip
def test_a_dutch_number_is_exact(text, value):
    assert number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "-", "abc", "1 2 x", ",", "."])
def test_other_texts_are_no_number(text):
    assert number(text) is None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("12", 12, 12), ("1.200", 1200, 1200), ("<5", 1, 4), ("< 10", 1, 9), ("-", 0, 0)],
)
def test_a_count_may_be_below_a_limit(text, low, high):
    assert (read_count(text).low, read_count(text).high) == (low, high)


@pytest.mark.parametrize("text", [".", "x", "2,5", "-3", "veel"])
def test_a_secret_or_broken_count_is_an_error(text):
    assert read_count(text).severity == "error"


@pytest.mark.parametrize("text", ["J", "ja", "Y", "1", "x", "X", "waar", "TRUE", "Ja, via UWV"])
def test_yes(text):
    assert read_boolean(text).low is True


@pytest.mark.parametrize("text", ["N", "nee", "0", "onwaar", "False", "Nee."])
def test_no(text):
    assert read_boolean(text).low is False


def test_neither_yes_nor_no_stays_unknown_and_is_told():
    assert (read_boolean("misschien").low, read_boolean("misschien").severity) == (None, "warning")


@pytest.mark.parametrize(
    "text",
    ["GM0392", "GM0392  ", "gm0392", "0392", "392", "392.0", "Haarlem", "HAARLEM", "Haarlem (gemeente)"]
    + ["gemeente Haarlem", "Hlm", "Haarlem (GM0392)"],
)
def test_haarlem_by_any_name(text):
    assert read_home(text).low == "GM0392"


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("IJmuiden", "GM0453"), ("Santpoort-Noord", "GM0453"), ("Overveen", "GM0377"),
        ("Wijk aan Zee", "GM0375"),
        ("Bentveld", "GM0473"), ("Hkk", "GM0396"), ("Vel", "GM0453"), ("Hmst", "GM0397"),
        ("gem. Haarlem", "GM0392"), ("Amsterdam", "GM0363"), ("Uitgeest", "GM0450"),
    ],
)  # fmt: skip
def test_a_place_is_in_its_municipality(place, code):
    assert read_home(place).low == code


@pytest.mark.parametrize("text", ["Atlantis", "9999", "AM37", "Spaarndam"])
def test_a_home_that_cannot_be_known_is_an_error_and_a_workplace_a_warning(text):
    assert read_home(text).severity == "error"
    assert read_work(text).severity == "warning"


def test_a_place_in_two_municipalities_asks_for_the_municipality():
    assert "meer dan één gemeente" in read_home("Spaarndam").issue


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Banenafspraak", "garantiebaan"), ("baanafspraak", "garantiebaan"), ("WEP", "werkervaringsplaats"),
        ("LKS", "loonkostensubsidie"), ("Wsw begeleid werken", "wsw-begeleid-werken"),
        ("BESCHUT WERK", "beschut"),
        ("stage", "stage"), ("Uitzend", "uitzend"), ("detachering", "detachering"), ("BBL", "bbl"),
    ],
)  # fmt: skip
def test_job_types(text, code):
    assert read_job_type(text).low == code


def test_every_code_reads_as_itself():
    assert all(read_job_type(code).low == code for code in JOB_TYPES)


def test_an_unknown_job_type_is_a_warning_that_names_it():
    reading = read_job_type("snuffelstage")
    assert (reading.low, reading.severity) == (None, "warning")
    assert '"snuffelstage"' in reading.issue


@pytest.mark.parametrize(
    ("text", "code"),
    [("P-wet", "participatiewet"), ("PW", "participatiewet"), ("bijstand", "participatiewet"), ("WGA", "wia")]
    + [
        ("NUGger", "nug"),
        ("ID-baan", "wiw-id"),
        ("50+", "50-plus"),
        ("praktijkonderwijs", "pro"),
        ("VSO", "vso"),
    ],
)
def test_target_groups(text, code):
    assert read_target_group(text).low == code


def test_a_sector_may_be_a_yes_under_government():
    assert read_sector("J", "Overheid J/N").low == "overheid"
    assert read_sector("nee", "overheid j/n").low == "markt"
    assert read_sector("onderwijs(overheid)", "sector").low == "overheid"


def test_a_contract_may_be_a_term_or_a_yes():
    assert read_contract("onbepaalde tijd").low == "vast"
    assert read_contract("6 maanden").low == "tijdelijk"
    assert read_contract("J", "bepaalde tijd").low == "tijdelijk"
    assert read_contract("N", "vast").low == "tijdelijk"


@pytest.mark.parametrize(
    ("text", "level"), [("entree", 1), ("2", 2), ("Mbo2 opleidingen", 2), ("niveau 4", 4)]
)
def test_levels(text, level):
    assert read_level(text).low == level


def test_two_levels_at_once_stay_unknown():
    assert (read_level("niveau 3/4").low, read_level("niveau 3/4").severity) == (None, "warning")


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("15 grootste werkgevers", "grote-werkgevers"),
        ("IKH", "ikh"),
        ("Ymere", "corporaties"),
        ("Anders", "anders"),
    ],
)
def test_parties(text, party):
    assert read_party(text).low == party


@pytest.mark.parametrize(
    "reader", [read_date, read_hours, read_count, read_boolean, read_home, read_job_type]
)
@pytest.mark.parametrize("text", ["#N/B", "#N/A", "#DEEL/0!", "#VERW!"])
def test_an_excel_error_is_an_error_everywhere(reader, text):
    assert reader(text).severity == "error"
    assert text in reader(text).issue
