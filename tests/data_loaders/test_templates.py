"""A template that was filled in loads as it is."""

import io

import openpyxl
import pytest

from data_loaders.intake import KINDS
from data_loaders.templates import TEMPLATES, TEXTS, choices, template


def filled(kind, rows):
    """Fill the template like an analyst does: per row a value under each heading."""
    book = openpyxl.load_workbook(io.BytesIO(template(kind)))
    sheet = book.worksheets[0]
    headings = {cell.value: cell.column for cell in sheet[1]}
    for number, row in enumerate(rows, start=2):
        for heading, value in row.items():
            sheet.cell(number, headings[heading], value)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def example(kind):
    fields = [column.field for column in KINDS[kind].columns if column.field in TEXTS]
    headings = {cell.value for cell in openpyxl.load_workbook(io.BytesIO(template(kind))).worksheets[0][1]}
    return {TEXTS[name][0]: TEXTS[name][2] for name in fields if TEXTS[name][0] in headings}


@pytest.mark.parametrize("kind", TEMPLATES)
def test_a_filled_template_loads_without_a_question_or_an_error(read, kind):
    intake = read(filled(kind, [example(kind)]), "WSP 2015.xlsx")
    assert [one.message for one in intake.problems if one.severity != "warning"] == []
    assert (intake.kind, intake.accepted, intake.table.num_rows) == (kind, True, 1)
    assert intake.ignored_columns == intake.dropped_columns == ()


@pytest.mark.parametrize("kind", TEMPLATES)
def test_every_word_of_the_lists_is_understood(read, kind):
    lists = {column.field: choices(column.field) for column in KINDS[kind].columns if column.field in TEXTS}
    rows = [example(kind) | {TEXTS[name][0]: word} for name, words in lists.items() for word in words]
    intake = read(filled(kind, rows), "WSP 2015.xlsx")
    assert [one.message for one in intake.problems if "niet bekend en blijft" in one.message] == []
    assert intake.table.num_rows == len(rows)


@pytest.mark.parametrize("kind", TEMPLATES)
def test_an_empty_template_is_refused_as_empty(read, kind):
    intake = read(template(kind), "leeg.xlsx")
    assert intake.table is None
    assert any("geen enkele rij" in one.message for one in intake.problems)


def test_the_example_is_explained_and_never_loaded(read):
    book = openpyxl.load_workbook(io.BytesIO(template("placement")))
    assert book.sheetnames == ["Plaatsingen", "Toelichting", "Keuzes"]
    assert book["Plaatsingen"].max_column == len(example("placement"))
    assert book["Plaatsingen"]["A2"].value is None
    assert book["Keuzes"].sheet_state == "hidden"
