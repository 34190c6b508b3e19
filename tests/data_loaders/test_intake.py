"""A list of placements or internships, from file to typed rows."""

import hashlib
import hmac
import time
from datetime import date
from decimal import Decimal

import pytest

from data_loaders.intake import KINDS, read_delivery

HEAD = ["Startdatum", "Woongemeente"]
ROW = ["01-03-2015", "Haarlem"]


def errors(intake):
    return [one for one in intake.problems if one.severity == "error"]


def test_a_placement_has_every_stored_column(cells):
    row = cells(
        Plaatsingsnr="P-1", Einddatum="01-03-2016", Uren="32,0", Contract="vast", Doelgroep="Wajong", DGR="J",
        Werkgemeente="Velsen", Werkgever="Ymere", Sector="markt", SBI="01.11", KvK="1234567",
        Kanaal="IJmond Werkt!",
        Pijler="Uitkering naar werk", SROI="N",
        **{"Soort baan": "banenafspraak", "Sroi-waarde": "€ 1.234,50"},
    )  # fmt: skip
    assert row == {
        "sheet": "Blad1", "row_number": 2, "placement_id": "P-1", "person_key": None,
        "start_date": date(2015, 3, 1), "end_date": date(2016, 3, 1),
        "hours_low": Decimal("32.00"), "hours_high": Decimal("32.00"), "job_type": "garantiebaan",
        "contract_kind": "vast", "target_group": "wajong", "in_register": True, "municipality_home": "GM0392",
        "municipality_work": "GM0453", "employer": "Ymere", "sector": "markt", "sbi": "01.11",
        "kvk": "01234567",
        "channel": "ijmond-werkt", "pillar": "uitkering-naar-werk", "party": "corporaties", "via_sroi": False,
        "sroi_value": Decimal("1234.50"), "quantity_low": 1, "quantity_high": 1,
    }  # fmt: skip


def test_an_internship_has_every_stored_column(read):
    head = ["Begindatum BPV", "Niveau", "Leerweg", "Crebo", "School", "Leerbedrijf", "Extra J/N", "Aantal"]
    intake = read(
        [head, ["01-09-2015", "Mbo2 opleidingen", "BBL", "25180", "Nova College", "Bos BV", "J", "<5"]]
    )
    row = intake.table.to_pylist()[0]
    assert intake.kind == "internship"
    assert intake.table.schema == KINDS["internship"].schema
    assert (row["level"], row["track"], row["crebo"], row["school"]) == (2, "bbl", "25180", "Nova College")
    assert (row["employer"], row["extra"]) == ("Bos BV", True)
    assert (row["quantity_low"], row["quantity_high"]) == (1, 4)
    assert errors(intake) == []


def test_unknown_stays_unknown(cells):
    row = cells(Uren="", DGR="", Sector="onbekend", Werkgever="-")
    assert (row["hours_low"], row["hours_high"]) == (0, 40)
    assert (row["in_register"], row["sector"], row["employer"]) == (None, None, None)


def test_a_delivered_party_goes_before_the_employer(cells):
    assert cells(Werkgever="Ymere", LSA="IKH")["party"] == "ikh"


def test_a_missing_date_column_refuses_the_file(read):
    intake = read([["Woongemeente", "Uren", "Werkgever", "Soort baan"], ["Haarlem", 32, "Bos", "regulier"]])
    assert intake.table is None
    assert "geen kolom met de startdatum" in errors(intake)[0].message


def test_a_missing_municipality_column_refuses_placements_but_not_internships(read):
    assert (
        "geen kolom met de gemeente"
        in errors(read([["Startdatum", "Soort baan"], ["1-3-2015", "regulier"]]))[0].message
    )
    assert read([["Startdatum", "Niveau", "Leerweg"], ["1-3-2015", 2, "BOL"]]).table.num_rows == 1


def test_columns_that_figures_rest_on_share_one_warning(read, said):
    (text,) = said(read([HEAD, ROW]), "warning").splitlines()
    assert text.startswith('Bestand "lijst.xlsx": deze kolommen ontbreken: "clientnr" (personen kunnen niet')
    assert '"uren" (de uren blijven onbekend, 0 tot 40 per week)' in text
    assert "niet bekend is wie in het doelgroepregister staat" in text


def test_columns_that_no_figure_rests_on_are_not_missed(read, said):
    head = [*HEAD, "Klantnr", "Einddatum", "Uren", "Soort baan", "Doelgroep", "DGR", "Werkgever", "Sector"]
    assert said(read([head, [*ROW, "K1", None, 32, "regulier", "ww", "J", "Bos", "markt"]])) == ""


@pytest.mark.parametrize(
    ("start", "clause"),
    [
        ("01-03-1915", "ligt vóór 2013. Waarschijnlijk klopt het jaar niet."),
        ("01-03-2051", "ligt in de toekomst. Waarschijnlijk klopt het jaar niet."),
        (None, "de startdatum ontbreekt"),
        ("31-12-9999", "de startdatum ontbreekt"),
    ],
)
def test_a_start_date_that_cannot_be(read, start, clause):
    intake = read([[*HEAD, "Uren"], [start, "Haarlem", 32], [*ROW, 32]])
    assert clause in errors(intake)[0].message
    assert (errors(intake)[0].cell, intake.rows, intake.table.num_rows) == ("A2", 2, 1)


def test_an_end_before_the_start(read):
    intake = read([[*HEAD, "Einddatum"], [*ROW, "28-02-2015"]])
    assert "de einddatum 28-02-2015 ligt vóór de startdatum 01-03-2015" in errors(intake)[0].message
    assert errors(intake)[0].cell == "C2"


def test_no_problem_hides_another(read):
    intake = read([[*HEAD, "Uren"], ["31-02-2015", "Atlantis", "veel"]])
    assert [one.cell for one in errors(intake)] == ["A2", "B2", "C2"]


def test_blank_municipalities_are_one_warning(read):
    intake = read([[*HEAD, "Uren"], ["1-3-2015", None, 32], ["2-3-2015", None, 32], [*ROW, 32]])
    (warning,) = [one for one in intake.problems if one.column == "Woongemeente"]
    assert "blijft onbekend. Dit geldt voor 2 rijen." in warning.message
    assert intake.table.num_rows == 3


@pytest.mark.parametrize(
    ("place", "start", "outside"),
    [("Amsterdam", "1-3-2015", True), ("Uitgeest", "1-3-2015", False), ("Haarlem", "1-3-2015", False)],
)
def test_outside_the_region_is_a_warning(read, place, start, outside):
    intake = read([HEAD, [start, place]])
    assert any("buiten de regio" in one.message for one in intake.problems) == outside
    assert intake.table.num_rows == 1


def test_an_unknown_category_is_told_once_and_stays_unknown(read):
    intake = read([[*HEAD, "Soort baan"], [*ROW, "snuffelstage"], ["2-3-2015", "Velsen", "snuffelstage"]])
    (warning,) = [one for one in intake.problems if one.column == "Soort baan"]
    assert (warning.severity, warning.cell, warning.value) == ("warning", "C2", "snuffelstage")
    assert "Dit geldt voor 2 rijen" in warning.message


def test_dates_as_numbers_are_told_once(read):
    intake = read([[*HEAD, "Uren"], [42064, "Haarlem", 32], [42065, "Haarlem", 32]])
    assert intake.table.column("start_date").to_pylist() == [date(2015, 3, 1), date(2015, 3, 2)]
    (warning,) = [one for one in intake.problems if one.column == "Startdatum"]
    assert "als getal" in warning.message
    assert "2 rijen" in warning.message


def test_the_same_number_twice_is_a_warning(read):
    intake = read([["Plaatsingsnr", *HEAD], ["P1", *ROW], ["P2", *ROW], ["P1", "5-5-2015", "Velsen"]])
    (warning,) = [one for one in intake.problems if one.cell == "A4"]
    assert 'plaatsing "P1" staat ook in rij 2' in warning.message
    assert intake.table.num_rows == 3


def test_the_same_row_twice_is_a_warning(read, said):
    intake = read([[*HEAD, "Uren"], [*ROW, 32], [*ROW, 24], [*ROW, 32]])
    assert "rij 4: deze rij staat al in rij 2" in said(intake, "warning")
    assert said(intake, "warning").count("staat al in rij") == 1


def test_a_part_of_a_full_job_asks_for_the_hours_of_a_full_job(read):
    rows = [[*HEAD, "Deeltijdfactor"], [*ROW, "0,5"]]
    asked = read(rows)
    assert asked.table is None
    assert [one.severity for one in asked.problems if one.column == "Deeltijdfactor"] == ["question"]
    answered = read(rows, hours_per_fte=Decimal(36)).table.to_pylist()[0]
    assert (answered["hours_low"], answered["hours_high"]) == (18, 18)


def test_two_headings_for_one_field_load_nothing_until_one_is_chosen(read, said):
    rows = [["Startdatum", "Plaatsingsdatum", "Woongemeente"], ["1-3-2015", "1-4-2015", "Haarlem"]]
    assert read(rows).table is None
    assert '"Startdatum" (kolom A) en "Plaatsingsdatum" (kolom B)' in said(read(rows), "question")
    (question,) = [one for one in read(rows).problems if one.severity == "question"]
    assert question.options == ("Startdatum", "Plaatsingsdatum")
    chosen = read(rows, columns={"Startdatum": None})
    assert chosen.table.column("start_date").to_pylist() == [date(2015, 4, 1)]


def test_a_heading_twice_loads_nothing(read, said):
    intake = read([["Startdatum", "Woongemeente", "Woongemeente"], ["1-3-2015", "Haarlem", "Velsen"]])
    assert intake.table is None
    assert '"Woongemeente" (kolom B) en "Woongemeente" (kolom C)' in said(intake, "question")


def test_a_person_number_becomes_a_pseudonym_of_its_supplier(read):
    rows = [["Klantnr", *HEAD], ["K123", *ROW]]
    digest = hmac.new(b"sleutel", b"wsp:K123", hashlib.sha256).hexdigest()[:32]
    assert read(rows, supplier="WSP").table.column("person_key").to_pylist() == [digest]


def test_people_of_two_unknown_suppliers_never_merge(read):
    one = read([["Klantnr", *HEAD], ["K123", *ROW]])
    other = read([["Klantnr", *HEAD, "Uren"], ["K123", *ROW, 32]])
    assert one.supplier == other.supplier == "onbekend"
    assert one.table.column("person_key") != other.table.column("person_key")


def test_forbidden_columns_are_dropped_and_named(read):
    head = [
        "BSN",
        "Achternaam",
        "Geboortedatum",
        "Consulent",
        "Loonwaarde %",
        "Naam werkgever",
        "Haarkleur",
        *HEAD,
    ]
    intake = read([head, ["123456782", "Jansen", "1-1-1990", "Piet", "60", "Bos BV", "blond", *ROW]])
    assert intake.dropped_columns == ("BSN", "Achternaam", "Geboortedatum", "Consulent", "Loonwaarde %")
    assert intake.ignored_columns == ("Haarkleur",)
    assert "Jansen" not in str(intake.table.to_pylist()) + str(intake.problems)
    assert intake.table.column("employer").to_pylist() == ["Bos BV"]


def test_citizen_numbers_under_another_name_refuse_the_file(read):
    numbers = ["123456782", "111222333", "1112.22.333"]
    intake = read([["Klantnr", *HEAD], *([number, *ROW] for number in numbers)])
    assert intake.table is None
    assert 'de kolom "Klantnr" bevat burgerservicenummers' in errors(intake)[0].message
    assert "123456782" not in str(intake.problems)


@pytest.mark.parametrize(("heading", "value"), [("Einddatum", "15-08-2015"), ("KvK", "12345672")])
def test_eight_digits_of_a_date_or_a_company_are_no_citizen_number(read, heading, value):
    rows = [["Startdatum", "Woongemeente", heading], ["15-08-2015", "Haarlem", value]]
    assert errors(read(rows)) == []  # both pass the elfproef


def test_other_numbers_of_nine_digits_stay(read):
    intake = read([["Klantnr", *HEAD], *([str(200000000 + place), *ROW] for place in range(50))])
    assert errors(intake) == []


@pytest.mark.parametrize(
    ("name", "titles", "supplier"),
    [
        ("lijst.xlsx", ["Plaatsingen Pasmatch"], "pasmatch"),
        ("IJmond_Werkt_2015.xlsx", [], "ijmond-werkt"),
        ("lijst.xlsx", [], "onbekend"),
        ("WSP.xlsx", ["Overzicht Paswerk"], "paswerk"),
    ],
)
def test_the_supplier_stands_in_title_or_file_name(read, name, titles, supplier):
    assert read([*([title] for title in titles), HEAD, ROW], name).supplier == supplier


def test_a_stated_supplier_goes_first(read):
    assert read([["Plaatsingen Pasmatch"], HEAD, ROW], supplier="WSP").supplier == "wsp"


@pytest.mark.parametrize(
    ("name", "title", "period"),
    [
        ("lijst.xlsx", "Plaatsingen 2015", (date(2015, 1, 1), date(2015, 12, 31))),
        ("lijst.xlsx", "1e kwartaal 2015", (date(2015, 1, 1), date(2015, 3, 31))),
        ("lijst.xlsx", "01-02-2015 t/m 31-03-2015", (date(2015, 2, 1), date(2015, 3, 31))),
        ("lijst.xlsx", "maart 2015", (date(2015, 3, 1), date(2015, 3, 31))),
        ("lijst_2015-Q1.xlsx", "", (date(2015, 1, 1), date(2015, 3, 31))),
        ("lijst_201503.xlsx", "", (date(2015, 3, 1), date(2015, 3, 31))),
        ("lijst.xlsx", "Peildatum 31-12-2015", (date(2015, 3, 1), date(2015, 3, 1))),
        ("lijst.xlsx", "", (date(2015, 3, 1), date(2015, 3, 1))),
    ],
)
def test_the_period_stands_in_title_or_file_name_or_follows_from_the_rows(read, name, title, period):
    assert read([[title], [], HEAD, ROW], name).period == period


def test_a_sheet_a_month_makes_one_period(read, xlsx):
    months = [("jan", "januari", "5-1-2015"), ("feb", "februari", "5-2-2015")]
    sheets = [(name, [[f"Plaatsingen {month} 2015"], HEAD, [day, "Velsen"]]) for name, month, day in months]
    assert read(xlsx(*sheets)).period == (date(2015, 1, 1), date(2015, 2, 28))


def test_the_places_of_a_vacancy_are_no_placements(read):
    intake = read([[*HEAD, "Aantal plaatsen"], [*ROW, 3]])
    assert intake.table.column("quantity_low").to_pylist() == [1]


def test_a_title_that_does_not_cover_the_rows_is_told(read, said):
    intake = read([["Plaatsingen 2014"], HEAD, ROW])
    assert intake.period == (date(2015, 3, 1), date(2015, 3, 1))
    assert "de periode is 01-01-2014 t/m 31-12-2014" in said(intake, "warning")


def test_many_problems_of_one_sort_are_counted(read):
    intake = read([[*HEAD, "Uren"], *([*ROW, f"veel {place}"] for place in range(350))])
    assert len(errors(intake)) == 201
    assert "nog 150 cellen" in errors(intake)[-1].message
    assert intake.table.num_rows == 0


def test_a_text_file_in_every_encoding(read):
    text = "Startdatum;Woongemeente;Werkgever\r\n1-3-2015;Haarlem;Café “Bos” € 5\r\n"
    for data in (
        text.encode("utf-8"), text.encode("utf-8-sig"), text.encode("cp1252"), text.encode("utf-16"),
        b"\xfe\xff" + text.encode("utf-16-be"), text.encode("utf-16-le"), ("sep=;\r\n" + text).encode(),
    ):  # fmt: skip
        assert read(data, "lijst.csv").table.column("employer").to_pylist() == ["Café “Bos” € 5"]


@pytest.mark.parametrize(("mark", "name"), [(";", "l.csv"), (",", "l.csv"), ("\t", "l.txt"), ("|", "l.psv")])
def test_a_text_file_with_every_delimiter(read, mark, name):
    rows = [["Startdatum", "Woongemeente", "Uren"], ["1-3-2015", "Haarlem", "32"]]
    data = "\n".join(mark.join(row) for row in rows).encode()
    assert read(data, name).table.column("hours_low").to_pylist() == [Decimal(32)]


def test_a_text_file_with_ragged_rows_and_cells_of_two_lines(read):
    text = 'Titel\nStartdatum,Woongemeente,Werkgever\n1-3-2015,Haarlem,"Bos\nen Zn"\n'
    text += "2-3-2015,Velsen\n3-3-2015,Velsen,A,B\n"
    intake = read(text.encode(), "lijst.csv")
    assert intake.table.column("row_number").to_pylist() == [3, 4, 5]
    assert intake.table.column("employer").to_pylist()[1:] == [None, "A"]


def test_reading_a_file_that_is_not_there_is_a_sentence(tmp_path):
    intake = read_delivery(tmp_path / "weg.xlsx", key=b"k")
    assert [one.message for one in intake.problems] == [
        'Bestand "weg.xlsx": het bestand bestaat niet. Controleer de naam en de map.'
    ]


def test_ten_thousand_rows_take_less_than_two_seconds(read):
    text = "Startdatum;Woongemeente;Klantnr;Uren\n" + "".join(
        f"{1 + place % 28}-3-2015;Haarlem;K{place};32\n" for place in range(10_000)
    )
    started = time.monotonic()
    assert read(text.encode(), "lijst.csv").table.num_rows == 10_000
    assert time.monotonic() - started < 2
