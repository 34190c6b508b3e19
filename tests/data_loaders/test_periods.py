"""The period that titles and file names tell, in the words that offices use."""

from datetime import date

import pytest

from data_loaders.periods import parse_period

YEAR = "2015-01-01 2015-12-31"
YEARS = "2014-01-01 2016-12-31"
NINE_MONTHS = "2015-01-01 2015-09-30"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("WSP 2015", YEAR),
        ("WSP2015_v2", YEAR),
        ("2015JJ00", YEAR),
        ("WSP 2015 (uitdraai 12-01-2016)", YEAR),
        ("WSP_2015_20160112", YEAR),
        ("Plaatsingen 2014-2016", YEARS),
        ("Plaatsingen_2014_2016", YEARS),
        ("Pasmatch 2014 t/m 2016", YEARS),
        ("2014 t-m 2016", YEARS),
        ("januari 2014 - december 2016", YEARS),
        ("2014-01-01 tot 2016-12-31", YEARS),
        ("01-01-2014 tot en met 31-12-2016", YEARS),
        ("20140101-20161231", YEARS),
        ("2014, 2015", None),
        ("Q3 2015", "2015-07-01 2015-09-30"),
        ("2015-Q3", "2015-07-01 2015-09-30"),
        ("2015KW03", "2015-07-01 2015-09-30"),
        ("derde kwartaal 2015", "2015-07-01 2015-09-30"),
        ("2e halfjaar 2015", "2015-07-01 2015-12-31"),
        ("Q1 t/m Q3 2015", NINE_MONTHS),
        ("Q1-Q3 2015", NINE_MONTHS),
        ("1e t/m 3e kwartaal 2015", NINE_MONTHS),
        ("januari t/m september 2015", NINE_MONTHS),
        ("jan-sep 2015", NINE_MONTHS),
        ("1 januari t/m 30 september 2015", NINE_MONTHS),
        ("1-1-15 t/m 30-9-15", NINE_MONTHS),
        ("2015 t/m september", NINE_MONTHS),
        ("t/m september 2015", NINE_MONTHS),
        ("Plaatsingen tot en met 30 september 2015", NINE_MONTHS),
        ("t/m week 40 2015", "2015-01-01 2015-10-04"),
        ("september 2015", "2015-09-01 2015-09-30"),
        ("2015 september", "2015-09-01 2015-09-30"),
        ("lijst_201509", "2015-09-01 2015-09-30"),
        ("9-2015", "2015-09-01 2015-09-30"),
        ("schooljaar 2014-2015", "2014-08-01 2015-07-31"),
        ("Datum uitdraai: 3-1-2017", None),
        ("lijst_20150930", None),
        ("31-02-2015 t/m 31-03-2015", None),
        ("december 2015 t/m januari 2015", None),
        ("september", None),
    ],
)
def test_a_period_in_words(text, period):
    expected = tuple(map(date.fromisoformat, period.split())) if period else None
    assert parse_period(text) == expected
