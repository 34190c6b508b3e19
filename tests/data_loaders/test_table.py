"""The table is found wherever it stands, and what isn't a row doesn't become one."""

import io

import openpyxl
import pytest

HEAD = ["Startdatum", "Woongemeente", "Uren", "Werkgever"]
ROW = ["01-03-2015", "Haarlem", 32, "Bakkerij Bos"]
OTHER = ["02-03-2015", "Velsen", 24, "Slagerij Smit"]


def row_numbers(intake):
    assert intake.table is not None, [one.message for one in intake.problems]
    return intake.table.column("row_number").to_pylist()


def test_the_first_row(read):
    intake = read([HEAD, ROW, OTHER])
    assert (intake.header_row, intake.rows, row_numbers(intake)) == (1, 2, [2, 3])


def test_below_titles_and_blank_rows(read):
    intake = read([["Plaatsingen 2015"], ["Peildatum 31-12-2015"], [], HEAD, ROW])
    assert (intake.header_row, row_numbers(intake)) == (4, [5])


def test_right_of_a_blank_column(read):
    assert row_numbers(read([[], [None, None, *HEAD], [None, None, *ROW]])) == [3]


def test_blank_rows_and_columns_between(read):
    head, row = ([*line[:2], None, *line[2:]] for line in (HEAD, ROW))
    assert row_numbers(read([head, row, [], [], [*OTHER[:2], None, *OTHER[2:]]])) == [2, 5]


def test_headings_over_two_rows_with_merged_cells(read):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Plaatsing", None, "Werkgever", None, "Woongemeente"])
    sheet.append(["Datum", "Soort", "Naam", "Plaats", None])
    sheet.append(["01-03-2015", "regulier", "Bakkerij Bos", "Velsen", "Haarlem"])
    sheet.merge_cells("A1:B1")
    sheet.merge_cells("C1:D1")
    sheet.merge_cells("E1:E2")
    file = io.BytesIO()
    book.save(file)
    intake = read(file.getvalue())
    row = intake.table.to_pylist()[0]
    assert (intake.header_row, row["row_number"]) == (2, 3)
    assert (row["employer"], row["job_type"]) == ("Bakkerij Bos", "regulier")
    assert (row["municipality_home"], row["municipality_work"]) == ("GM0392", "GM0453")


def test_a_name_below_employer_is_the_employer(read):
    head = [[None, None, "Werkgever", None], ["Startdatum", "Gemeente", "Naam", "Plaats"]]
    intake = read([["Pasmatch 2015"], *head, ["01-03-2015", "Haarlem", "Bakkerij Bos", "Velsen"]])
    row = intake.table.to_pylist()[0]
    assert (intake.header_row, intake.dropped_columns) == (3, ())
    assert (row["employer"], row["municipality_work"]) == ("Bakkerij Bos", "GM0453")


def test_a_cell_merged_over_rows_holds_for_each_of_them(xlsx, read):
    rows = [["Gemeente", "Startdatum"], ["Haarlem", "1-3-2015"], [None, "2-3-2015"], ["Velsen", "3-3-2015"]]
    book = openpyxl.load_workbook(io.BytesIO(xlsx(("Blad1", rows))))
    book.active.merge_cells("A2:A3")
    file = io.BytesIO()
    book.save(file)
    homes = read(file.getvalue()).table.column("municipality_home").to_pylist()
    assert homes == ["GM0392", "GM0392", "GM0453"]


def test_a_title_right_above_the_headings_is_no_heading(read):
    intake = read([["Plaatsingen"], [None, *HEAD], [7, *ROW]])  # a list without a heading above its numbers
    assert (intake.header_row, intake.table.column("quantity_low").to_pylist()) == (2, [1])
    assert list(intake.mapping) == HEAD


@pytest.mark.parametrize(
    "footer",
    [
        ["Totaal", None, 56, None], ["Totaal 2 plaatsingen"], [None, "Totaal", 56], ["Eindtotaal", 2, 56],
        ["Bron: WSP"], ["Pagina 1 van 3"], ["10-07-2015", None, None, "Pagina 2"],
        ["Afgedrukt op 10-07-2015"],
        ["* voorlopige cijfers"], ["Peildatum: 31-12-2015"], ["Aantal records: 2"],
        ["Bron: WSP", None, None, "Pagina 1"],
    ],
)  # fmt: skip
def test_a_footer_is_no_row(read, footer):
    intake = read([HEAD, ROW, OTHER, [], footer])
    assert (intake.rows, row_numbers(intake)) == (2, [2, 3])


def test_subtotals_and_repeated_headings_between_the_rows_are_no_rows(read):
    intake = read([HEAD, ROW, ["Subtotaal", None, 32], HEAD, OTHER])
    assert row_numbers(intake) == [2, 5]


def test_a_remark_below_the_table_is_skipped_and_told(read, said):
    intake = read([HEAD, ROW, ["let op, nog niet compleet"]])
    assert row_numbers(intake) == [2] or intake.rows == 2
    assert "let op, nog niet compleet" in said(intake)


def test_an_employer_named_total_is_a_row(read):
    head, row = [HEAD[3], *HEAD[:3]], ["Totaal Personeel BV", *ROW[:3]]
    assert row_numbers(read([head, row])) == [2]


def test_a_row_that_explains_the_columns_is_no_row(read):
    assert row_numbers(read([HEAD, ["(dd-mm-jjjj)", "(naam)", "(per week)", ""], ROW])) == [3]


def test_sheets_with_the_same_list_are_read_together(read, xlsx):
    other_order = [["Woongemeente", "Startdatum"], ["Velsen", "05-02-2015"]]
    intake = read(xlsx(("jan", [HEAD, ROW]), ("feb", other_order), ("Toelichting", [["Uitleg"]])))
    assert intake.sheet == "jan, feb"
    assert [
        (row["sheet"], row["row_number"], row["municipality_home"]) for row in intake.table.to_pylist()
    ] == [
        ("jan", 2, "GM0392"),
        ("feb", 2, "GM0453"),
    ]


def test_a_problem_names_the_cell_of_its_own_sheet(read, xlsx):
    other_order = [["Woongemeente", "Startdatum"], ["Velsen", "31-02-2015"]]
    intake = read(xlsx(("jan", [HEAD, ROW]), ("feb", other_order)))
    (error,) = [one for one in intake.problems if one.severity == "error"]
    assert (error.sheet, error.cell, error.value) == ("feb", "B2", "31-02-2015")
    assert error.message == (
        'Bestand "lijst.xlsx", blad "feb", cel B2: de datum "31-02-2015" bestaat niet. '
        "Verbeter de datum of laat de rij weg."
    )


def test_a_hidden_sheet_with_a_list_is_skipped_and_told(read, xlsx, said):
    intake = read(xlsx(("2015", [HEAD, ROW]), ("oud", [HEAD, OTHER]), hidden=("oud",)))
    assert intake.sheet == "2015"
    assert 'blad "oud": dit verborgen blad' in said(intake, "warning")


def test_dates_of_excel_keep_their_day(read):
    from datetime import date, datetime

    intake = read([HEAD, [datetime(2015, 3, 1), *ROW[1:]], [date(2015, 12, 31), *ROW[1:]]])
    assert intake.table.column("start_date").to_pylist() == [date(2015, 3, 1), date(2015, 12, 31)]
