"""Sheets built in the test, and what the loader makes of them."""

import io
from datetime import date

import openpyxl
import pytest

from data_loaders.intake import Intake, read_delivery
from storage.database import Database

TODAY = date(2016, 6, 1)


def xlsx(*sheets: tuple[str, list[list]], hidden: tuple[str, ...] = ()) -> bytes:
    """Return a workbook with these sheets: (name, rows)."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        if name in hidden:
            sheet.sheet_state = "hidden"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.fixture(name="xlsx")
def _xlsx():
    return xlsx


@pytest.fixture
def database(tmp_path):
    """One's own database, empty."""
    opened = Database.open(tmp_path / "eigen.duckdb")
    yield opened
    opened.close()


@pytest.fixture
def read():
    """Read bytes, or rows as an .xlsx, the way an upload does."""

    def read_it(content: bytes | list[list], name: str = "lijst.xlsx", **stated) -> Intake:
        data = content if isinstance(content, bytes) else xlsx(("Blad1", content))
        return read_delivery(data, name, **({"key": b"sleutel", "today": TODAY} | stated))

    return read_it


@pytest.fixture
def cells(read):
    """Read one row of a list of placements from 1 March 2015 in Haarlem, with extra columns."""

    def read_row(**columns) -> dict:
        head = {"Startdatum": "01-03-2015", "Woongemeente": "Haarlem"} | columns
        intake = read([list(head), list(head.values())])
        assert intake.table is not None, [one.message for one in intake.problems]
        assert intake.table.num_rows == 1, [one.message for one in intake.problems]
        return intake.table.to_pylist()[0]

    return read_row


@pytest.fixture
def said():
    """Return the messages of an intake of a severity, in one text."""

    def messages(intake: Intake, severity: str | None = None) -> str:
        return "\n".join(one.message for one in intake.problems if severity in (None, one.severity))

    return messages
