"""Statistics as CBS, UWV and DUO write them: which observations they give, and from which cell."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from data_loaders.intake import store
from data_loaders.rereading import reread
from data_loaders.statistics_words import indicator_code, period_of, read_region
from data_loaders.understanding import Cell
from storage.database import Database

SHEETS = Path(__file__).parents[3] / "shared" / "sheets" / "real"
HAARLEM = "GM0392    "


def rows_of(intake) -> list[dict]:
    assert intake.kind == "indicator", [one.message for one in intake.problems]
    assert intake.table is not None, [one.message for one in intake.problems]
    return intake.table.to_pylist()


def odata(*lines: str, mark: str = "\ufeff") -> bytes:
    return (mark + "\r\n".join(lines) + "\r\n").encode()


HEAD_2015 = '"ID","Leeftijd","Regiokenmerken","Bijstandsontvangers_2","Instromers_4","Instromers_5"'
HEAD_2016 = '"ID","Leeftijd","Regiokenmerken","Bijstandsontvangers_2","Instroom_4","Instroom_5"'


@pytest.mark.parametrize("mark", ["\ufeff", ""])
def test_a_cbs_table_with_keys_gives_a_row_per_cell(read, mark):
    data = odata(HEAD_2015, f'"0","20150","{HAARLEM}","    4070","    1200","    23.5"', mark=mark)
    found = rows_of(read(data, "cbs_bijstand_2015.csv"))
    assert [(row["indicator"], row["value"], row["cell"]) for row in found] == [
        ("bijstand", 4070, "D2"), ("bijstand-instroom", 1200, "E2"),
        ("bijstand-instroom-relatief", Decimal("23.5"), "F2"),
    ]  # fmt: skip
    assert found[0]["municipality"] == found[0]["region_code"] == "GM0392"
    assert (found[0]["dimension"], found[0]["source"]) == ("Leeftijd 20150", "cbs")
    assert (found[0]["period_start"], found[0]["period_end"]) == (date(2015, 1, 1), date(2015, 12, 31))
    assert found[0]["row_number"] == 2


def test_a_heading_that_changed_over_the_years_stays_one_series(read):
    first = rows_of(read(odata(HEAD_2015, f'"0","20150","{HAARLEM}","4070","1200","23.5"'), "cbs 2015.csv"))
    second = rows_of(read(odata(HEAD_2016, f'"0","20150","{HAARLEM}","4250","1070","21.0"'), "cbs 2016.csv"))
    assert {row["indicator"] for row in first} == {row["indicator"] for row in second}
    assert indicator_code("BijstandontvangersMetReIntegratie_14") == indicator_code(
        "BijstandsontvangersMetReIntegratie_14"
    )


def test_the_labour_market_region_is_one_series_under_both_its_codes(read):
    old = rows_of(read(odata(HEAD_2015, '"0","20150","AM16  ","8870","2750","24.5"'), "cbs 2015.csv"))
    new = rows_of(read(odata(HEAD_2016, '"0","20150","AM37  ","9230","2510","22.0"'), "cbs 2016.csv"))
    assert {row["region_code"] for row in old + new} == {"AM37"}


def test_secret_nil_not_applicable_and_below_a_limit_are_four_things(read):
    head = '"ID","RegioS","Perioden","WWUitkeringen_1"'
    cells = ("       .", "       -", "", "     120", "<5")
    lines = [f'"{n}","{HAARLEM}","2015KW0{n + 1}","{cell}"' for n, cell in enumerate(cells[:4])]
    lines.append(f'"4","{HAARLEM}","2016KW01","{cells[4]}"')
    found = rows_of(read(odata(head, *lines), "cbs.csv"))
    assert [row["state"] for row in found] == ["geheim", "nihil", "nvt", "bekend", "onder-grens"]
    assert [row["value"] for row in found] == [None, 0, None, 120, None]
    assert (found[1]["period_start"], found[1]["period_end"]) == (date(2015, 4, 1), date(2015, 6, 30))


def test_the_portal_of_cbs_gives_labels_dutch_numbers_units_and_provisional_years(read):
    text = (
        "\"Personen met bijstand; regio's\"\n\"Regio's\";\"Perioden\";\"Bijstandsontvangers\";\"Inwoners\"\n"
        '"";"";"aantal";"x 1 000"\n"Haarlem";"2014";"4.010";"1,2"\n"Haarlem";"2015*";"4.230";"."\n'
        '"Zuid-Kennemerland en IJmond (AM)";"2015*";"8.900";"-"\n"Bron: CBS"\n'
    )
    found = rows_of(read(text.encode("cp1252"), "bijstand.csv"))
    assert [(row["region_code"], row["value"], row["cell"]) for row in found if row["unit"] == "aantal"] == [
        ("GM0392", 4010, "C4"), ("GM0392", 4230, "C5"), ("AM37", 8900, "C6"),
    ]  # fmt: skip
    assert [row["provisional"] for row in found] == [False, False, True, True, True, True]
    assert {row["period_text"] for row in found} == {"2014", "2015"}
    assert found[1]["value"] == Decimal("1.2")


def uwv_sheet() -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ["Banenafspraak per arbeidsmarktregio"], ["UWV"],
        ["Arbeidsmarktregio", "Nulmeting", None, "4e kwartaal 2014", None, None],
        [None, "markt", "overheid", "markt", "overheid", "inleen"],
        ["Groot Amsterdam", 4000, 500, 4200, 510, 300],
        ["Zuid-Kennemerland en IJmond", 1200, 300, 1300.5, "<10", 100],
        ["Totaal", 5200, 800, 5500, 510, 400],
        ["1) voorlopige cijfers"],
    ):  # fmt: skip
        sheet.append(row)
    for area in ("A3:A4", "B3:C3", "D3:F3"):
        sheet.merge_cells(area)
    return book


def test_a_sheet_of_uwv_with_quarters_over_sectors_loses_its_totals_and_footnotes(read, tmp_path):
    uwv_sheet().save(tmp_path / "x.xlsx")
    found = rows_of(read((tmp_path / "x.xlsx").read_bytes(), "UWV regio.xlsx"))
    ours = [row for row in found if row["region_code"] == "AM37"]
    assert [(row["dimension"], row["value"], row["cell"]) for row in ours] == [
        ("markt", 1200, "B6"), ("overheid", 300, "C6"), ("markt", Decimal("1300.5"), "D6"),
        ("overheid", None, "E6"), ("inleen", 100, "F6"),
    ]  # fmt: skip
    assert {row["indicator"] for row in found} == {"banenafspraak"}
    assert ours[0]["period_end"] == date(2012, 12, 31) and ours[2]["period_end"] == date(2014, 12, 31)
    assert {row["region_code"] for row in found} == {"AM37", "Groot Amsterdam"}


def test_school_years_and_shares_of_duo_are_told_apart(read):
    text = "Schooljaar;Gemeente;Aantal nieuwe vsv'ers;vsv %\n2013-2014;Haarlem;120;1,9\n"
    found = rows_of(read(text.encode("cp1252"), "vsv.csv"))
    assert [(row["indicator"], row["value"]) for row in found] == [
        ("vsv", 120), ("vsv-percentage", Decimal("1.9")),
    ]  # fmt: skip
    assert found[0]["period_start"] == date(2013, 8, 1) and found[0]["source"] == "duo"


def test_a_list_of_pupils_is_no_statistic_and_keeps_no_person(read):
    text = (
        "BRIN;PERSOONSGEBONDENNUMMER;ACHTERNAAM;GEBOORTEDATUM;SCHOOLJAAR;GEMEENTE;AANTAL VSV\n"
        "27GZ;123456782;Jansen;03-10-2002;2014-2015;Haarlem;1\n"
    )
    intake = read(text.encode(), "duo.csv")
    assert intake.kind != "indicator"
    assert intake.table is None
    assert "Jansen" not in str(intake.problems) + str(intake.table)


def test_a_wrong_region_in_a_wide_sheet_is_told_at_its_cell(read, said):
    intake = read([["Bijstand CBS"], ["Regio's", "2013", "2014"], ["Harlem", 10, 11]], "bijstand.xlsx")
    assert 'cel A3: "Harlem" is geen gemeente of regio' in said(intake, "error")


def test_a_missing_year_is_a_warning_that_names_it(read, said):
    rows = [["Regio", "Periode", "Indicator", "Waarde"]]
    rows += [["Haarlem", year, "bijstand", 4000] for year in (2012, 2013, 2015)]
    intake = read(rows, "reeks.xlsx")
    assert intake.table.num_rows == 3
    assert 'in de reeks "Personen met bijstand" ontbreekt 2014' in said(intake, "warning")


def test_the_same_observation_twice_is_an_error_that_names_both(read, said):
    rows = [["Regio", "Periode", "Indicator", "Waarde"]] + [["Haarlem", 2014, "ww", n] for n in (10, 11)]
    intake = read(rows, "reeks.xlsx")
    assert "cel D3: dit cijfer staat al in rij 2" in said(intake, "error")


def test_without_any_period_it_says_that_the_file_name_may_have_the_year(read, said):
    head = '"ID","RegioS","WWUitkeringen_1"'
    intake = read(odata(head, f'"0","{HAARLEM}","120"'), "ww.csv")
    assert "zet het jaar in de naam van het bestand" in said(intake, "error")
    year = (date(2014, 1, 1), date(2014, 12, 31))
    stated = read(odata(head, f'"0","{HAARLEM}","120"'), "ww.csv", period=year)
    assert rows_of(stated)[0]["period_text"] == "2014"


def test_a_fraction_from_excel_is_no_thousand(read):
    rows = [["Regio", "Periode", "Indicator", "Waarde"], ["Haarlem", 2014, "werkloosheid", 3.125]]
    assert rows_of(read(rows, "reeks.xlsx"))[0]["value"] == Decimal("3.125")


def test_a_table_of_regions_is_refused_with_what_it_is(read, said):
    text = '"Gemeente";"CBS";"Arbeidsmarktregio\'s"\n"Haarlem";"0392";"Zuid-Kennemerland en IJmond"\n'
    assert "een indeling van gemeenten in regio's" in said(read(text.encode(), "regio.csv"), "error")


def test_one_publisher_may_deliver_two_indicators_over_the_same_years(read, tmp_path):
    database = Database.open(tmp_path / "test.duckdb")
    for indicator in ("bijstand", "ww"):
        rows = [["Regio", "Periode", "Indicator", "Waarde"], ["Haarlem", 2014, indicator, 10]]
        assert store(database, read(rows, f"CBS {indicator}.xlsx")).delivery
    newer = [["Regio", "Periode", "Indicator", "Waarde"], ["Haarlem", 2014, "ww", 12]]
    assert store(database, read(newer, "CBS nieuw.xlsx")).delivery.replaces == (2,)
    found = database.query("SELECT indicator, value FROM indicators ORDER BY indicator").to_pylist()
    assert found == [{"indicator": "bijstand", "value": 10}, {"indicator": "ww", "value": 12}]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2015JJ00", date(2015, 1, 1), date(2015, 12, 31)),
        ("2015MM09", date(2015, 9, 1), date(2015, 9, 30)),
        ("2023 januari*", date(2023, 1, 1), date(2023, 1, 31)),
        ("3e kwartaal 2015 1)", date(2015, 7, 1), date(2015, 9, 30)),
        ("2019/'20", date(2019, 8, 1), date(2020, 7, 31)),
        ("1998", date(1998, 1, 1), date(1998, 12, 31)),
        ("31-12-2015", date(2015, 12, 31), date(2015, 12, 31)),
    ],
)
def test_a_period_of_statistics(text, first, last):
    assert period_of(text) == (first, last)


@pytest.mark.parametrize(
    ("text", "heading", "code", "municipality"),
    [
        ("GM0392    ", "RegioS", "GM0392", "GM0392"), ("392", "Gemeentecode", "GM0392", "GM0392"),
        ("Haarlem (gemeente)", "Regio's", "GM0392", "GM0392"), ("NL01  ", "RegioS", "NL01", None),
        ("Utrecht (PV)", "Regio's", "Utrecht (PV)", None), ("IJmond (CR)", "Regio's", "CR20", None),
        ("Zuid-Kennemerland en IJmond", "RMC-regio", "MC25", None),
        ("Groot Amsterdam", "Arbeidsmarktregio", "Groot Amsterdam", None),
    ],
)  # fmt: skip
def test_a_region_of_statistics(text, heading, code, municipality):
    found = read_region(text, heading)
    assert (found.low, found.high) == (code, municipality)


@pytest.mark.parametrize(("year", "benefits", "reintegration"), [(2015, 4070, 950), (2016, 4250, None)])
def test_the_published_table_of_cbs_gives_the_published_numbers(read, year, benefits, reintegration):
    path = SHEETS / f"cbs_bijstand_reintegratie_regio_{year}.csv"
    if not path.exists():
        pytest.skip("the published sheets are not on this machine")
    intake = read(path.read_bytes(), path.name)
    assert [one.message for one in intake.problems] == [] and intake.supplier == "cbs"
    haarlem = {
        row["indicator"]: row for row in intake.table.to_pylist()
        if (row["region_code"], row["dimension"]) == ("GM0392", "Leeftijd 20150")
    }  # fmt: skip
    assert haarlem["bijstand"]["value"] == benefits and haarlem["bijstand"]["cell"] == "E184"
    assert haarlem["reintegratie"]["value"] == reintegration
    assert haarlem["reintegratie"]["state"] == ("geheim" if reintegration is None else "bekend")
    assert "AM37" in intake.table.column("region_code").to_pylist()


def test_the_published_norms_of_duo_load(read):
    path = SHEETS / "duo_VSV_normen.csv"
    if not path.exists():
        pytest.skip("the published sheets are not on this machine")
    found = rows_of(read(path.read_bytes(), path.name))
    norm = next(row for row in found if (row["period_text"], row["dimension"]) == ("2016-2017", "Niveau 1"))
    assert (norm["indicator"], norm["value"], norm["region_code"]) == ("vsv-norm", 23500, "NL01")


def test_a_list_of_placements_with_a_region_and_a_period_stays_a_list(read):
    rows = [["Gemeente", "Periode", "Startdatum", "Uren per week", "WW"]]
    rows += [["Haarlem", "2015", "01-03-2015", 32, None], ["Velsen", "2015", "02-03-2015", 24, None]]
    assert read(rows, "UWV plaatsingen.xlsx").kind == "placement"


def test_a_cell_that_is_corrected_changes_that_observation_only(read):
    intake = read([["Bijstand CBS"], ["Regio's", "2013", "2014"], ["Haarlem", "veel", 11]], "bijstand.xlsx")
    (problem,) = [one for one in intake.problems if one.severity == "error"]
    assert (problem.cell, problem.value) == ("B3", "veel")
    corrected = {Cell(problem.sheet, problem.row_number, problem.field): "10"}
    found = rows_of(reread(intake, corrections=corrected, today=date(2016, 6, 1)))
    assert [(row["cell"], row["value"]) for row in found] == [("B3", 10), ("C3", 11)]


def test_months_that_excel_made_days_of_are_months_again(read):
    months = [datetime(2014, month, 1) for month in (11, 12)]
    wide = rows_of(read([["Gemeente", "Onderwerp", *months], ["Haarlem", "ww", 10, 11]], "reeks.xlsx"))
    assert [(row["period_start"], row["period_end"]) for row in wide] == [
        (date(2014, 11, 1), date(2014, 11, 30)), (date(2014, 12, 1), date(2014, 12, 31)),
    ]  # fmt: skip
    long = [["Regio", "Periode", "Indicator", "Waarde"], ["Haarlem", months[0], "ww", 10]]
    assert rows_of(read(long, "reeks.xlsx"))[0]["period_end"] == date(2014, 11, 30)


def test_a_reference_date_stays_a_day(read):
    rows = [["Regio", "Peildatum", "WW-uitkeringen"], ["Haarlem", datetime(2015, 1, 1), 10]]
    found = rows_of(read(rows, "reeks.xlsx"))
    assert (found[0]["period_start"], found[0]["period_end"]) == (date(2015, 1, 1), date(2015, 1, 1))
