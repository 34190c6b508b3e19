"""A template that was filled in loads as it is."""

import io

import openpyxl
import pytest

from data_loaders.intake import KINDS
from data_loaders.table import MARKER
from data_loaders.templates import TEMPLATES, choices, example_cell, offered, template


def filled(kind, rows, first=3):
    """Fill the template like an analyst does: per row a value under each heading, below the example."""
    book = openpyxl.load_workbook(io.BytesIO(template(kind)))
    sheet = book.worksheets[0]
    headings = {cell.value: cell.column for cell in sheet[1]}
    for number, row in enumerate(rows, start=first):
        for heading, value in row.items():
            sheet.cell(number, headings[heading], value)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def example(kind):
    offers = [KINDS[kind].offers[column.field] for column in offered(KINDS[kind])]
    return {offer.heading: example_cell(offer.example) for offer in offers}


@pytest.mark.parametrize("kind", TEMPLATES)
def test_a_filled_template_loads_without_a_question_or_an_error(read, kind):
    intake = read(filled(kind, [example(kind)]), "WSP 2015.xlsx")
    assert [one.message for one in intake.problems if one.severity != "warning"] == []
    assert (intake.kind, intake.accepted, intake.table.num_rows) == (kind, True, 1)
    assert intake.ignored_columns == intake.dropped_columns == ()


@pytest.mark.parametrize("kind", TEMPLATES)
def test_every_word_of_the_lists_is_understood(read, kind):
    offers = KINDS[kind].offers
    lists = {column.field: choices(KINDS[kind], column.field) for column in offered(KINDS[kind])}
    rows = [example(kind) | {offers[name].heading: word} for name, words in lists.items() for word in words]
    intake = read(filled(kind, rows), "WSP 2015.xlsx")
    assert [one.message for one in intake.problems if "niet bekend en blijft" in one.message] == []
    assert intake.rows == len(rows)
    for name, words in lists.items():
        reader = KINDS[kind].reader(KINDS[kind].by_field[name])[0] if words else None
        assert [word for word in words if reader(word, offers[name].heading).low is None] == []


@pytest.mark.parametrize("kind", TEMPLATES)
def test_an_empty_template_is_refused_as_empty(read, kind):
    intake = read(template(kind), "leeg.xlsx")
    assert intake.table is None
    assert any("geen enkele rij" in one.message for one in intake.problems)


@pytest.mark.parametrize("kind", TEMPLATES)
def test_the_example_is_marked_explained_and_never_loaded(read, kind):
    book = openpyxl.load_workbook(io.BytesIO(template(kind)))
    assert book.sheetnames == [KINDS[kind].label.capitalize(), "Toelichting", "Keuzes"]
    assert (book.worksheets[0]["A1"].value, book.worksheets[0]["A2"].value) == (MARKER, "voorbeeld")
    assert book["Keuzes"].sheet_state == "hidden"
    intake = read(filled(kind, [example(kind)]), "WSP 2015.xlsx")
    assert intake.rows == 1
    assert sum("rij 2: deze rij is gemarkeerd als voorbeeld" in one.message for one in intake.problems) == 1


def test_an_example_that_was_overwritten_counts_once_its_mark_is_gone(read):
    row = example("placement")
    assert read(filled("placement", [row | {MARKER: "voorbeeld"}], first=2)).rows == 0
    assert read(filled("placement", [row | {MARKER: "x"}], first=2)).rows == 1
