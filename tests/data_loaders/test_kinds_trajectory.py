"""Trajectories: for whom, by whom, what, how far, and whether work lasted."""

from datetime import date

import pytest

HEAD = [
    "Trajectnr",
    "Klantnr",
    "Woongemeente",
    "Datum start",
    "Einde traject",
    "Doelgroep",
    "Aanbieder",
    "Trajectsoort",
    "Fase",
    "Geplaatst op",
    "Resultaat",
    "Na 6 maanden",
    "Na 12 maanden",
]


def test_an_export_of_a_suite_is_read(read):
    row = [
        "T1",
        "K1",
        "Hlm",
        "1-9-2015",
        "1-3-2016",
        "P-wet",
        "Pasmatch",
        "Leer-werktraject",
        "Matching",
        "15-2-2016",
        "Uitstroom naar werk",
        "J",
        "",
    ]
    intake = read([HEAD, row], "Trajecten 2015-2016.xlsx")
    assert (intake.kind, intake.accepted, intake.period) == (
        "trajectory",
        True,
        (date(2015, 1, 1), date(2016, 12, 31)),
    )
    found = intake.table.to_pylist()[0]
    assert len(found["person_key"]) == 32
    assert (found["target_group"], found["provider"], found["provision"], found["step"], found["result"]) == (
        "participatiewet",
        "pasmatch",
        "leerwerktraject",
        "matching",
        "geplaatst",
    )
    assert (found["placed_date"], found["sustained_6"], found["sustained_12"]) == (
        date(2016, 2, 15),
        True,
        None,
    )


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("23", "proefplaatsing"),
        ("30", "jobcoach"),
        ("forfaitaire LKS", "loonkostensubsidie"),
        ("beschut werk", "beschut"),
        ("WEP", "werkervaringsplaats"),
        ("arbeidsmatige dagbesteding", "dagbesteding"),
        ("EVC-traject", "evc"),
        ("59", "overig"),
        ("banenafspraak", "garantiebaan"),
        ("participatieplaats", "participatieplek"),
    ],
)
def test_provisions_in_words_and_in_numbers_of_the_statistics(read, word, code):
    intake = read([["Startdatum traject", "Gemeente", "Soort voorziening"], ["1-9-2015", "Velsen", word]])
    assert (intake.kind, intake.table.column("provision").to_pylist()) == ("trajectory", [code])


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("direct bemiddelbaren", "direct-bemiddelbaar"),
        ("EVC", "evc"),
        ("statushouders", "statushouder"),
        ("ex-gedetineerden", "ex-gedetineerde"),
        ("50+", "50-plus"),
        ("schizofrenie", None),
    ],
)
def test_only_groups_that_exist_are_kept(read, word, code):
    intake = read(
        [["Startdatum traject", "Gemeente", "Doelgroep", "Aanbieder"], ["1-9-2015", "Velsen", word, "UWV"]]
    )
    assert intake.table.column("target_group").to_pylist() == [code]
    assert (code is None) == any("de doelgroep" in one.message for one in intake.problems)


@pytest.mark.parametrize(
    ("column", "value", "told"),
    [
        ("Datum start", "", "cel D2: de startdatum ontbreekt"),
        ("Datum start", "31-6-2015", 'cel D2: de datum "31-6-2015" bestaat niet'),
        ("Einde traject", "1-8-2015", "cel E2: de einddatum 01-08-2015 ligt vóór de startdatum 01-09-2015"),
        (
            "Geplaatst op",
            "1-8-2015",
            "cel J2: de plaatsing van 01-08-2015 ligt vóór de startdatum 01-09-2015",
        ),
        ("Woongemeente", "#N/B", "cel C2: hier staat de Excel-fout #N/B"),
    ],
)
def test_a_bad_value_is_an_error_with_its_cell_and_remedy(read, said, column, value, told):
    row = dict.fromkeys(HEAD, "") | {"Trajectnr": "T1", "Datum start": "1-9-2015", "Woongemeente": "Velsen"}
    intake = read([HEAD, list((row | {column: value}).values())])
    assert intake.table.num_rows == 0
    assert told in said(intake, "error")


def test_work_that_lasted_twelve_months_and_not_six_is_doubted(read, said):
    head = ["Startdatum traject", "Gemeente", "Aanbieder", "Na 6 maanden", "Na 12 maanden"]
    assert "na 12 maanden aan het werk en na 6 maanden niet" in said(
        read([head, ["1-1-2015", "Velsen", "UWV", "N", "J"]])
    )


def test_trajectories_and_placements_with_nearly_the_same_columns_are_kept_apart(read):
    shared_columns = ["Startdatum", "Einddatum", "Klantnr", "Gemeente", "Doelgroep"]
    values = ["1-9-2015", "", "K1", "Velsen", "WW"]
    assert read([[*shared_columns, "Soort baan"], [*values, "regulier"]]).kind == "placement"
    assert (
        read([[*shared_columns, "Soort traject", "Aanbieder"], [*values, "scholing", "UWV"]]).kind
        == "trajectory"
    )
