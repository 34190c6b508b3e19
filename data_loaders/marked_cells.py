"""Which cells of a file to mark, and with which words: every problem at its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data_loaders.problems import Problem
from data_loaders.understanding import Intake

ALIKE = 5000  # cells with the same text that are marked for one problem
ADDRESS = re.compile(r"([A-Z]+)([0-9]+)")
SEVERITIES = ("error", "question", "warning")
BAD_ROW = "Deze rij heeft een fout en telt nog niet mee."


@dataclass
class Mark:
    """What is told of a cell, and how serious the worst of it is."""

    severity: str
    texts: list[str] = field(default_factory=list)

    def add(self, severity: str, text: str) -> None:
        """Tell one thing more, once."""
        self.severity = min(self.severity, severity, key=SEVERITIES.index)
        if text not in self.texts:
            self.texts.append(text)


Marks = dict[tuple[int, str], Mark]  # row as in Excel and letter of the column


def marks_by_sheet(intake: Intake) -> dict[str, Marks]:
    """Return what to mark on each sheet that was read."""
    letters = _letters(intake)
    found: dict[str, Marks] = {sheet: {} for sheet in letters}
    for problem in intake.problems:
        for sheet, row, letter in _cells(intake, problem, letters):
            if sheet in found:
                mark = found[sheet].setdefault((row, letter), Mark(problem.severity))
                mark.add(problem.severity, sentence(problem))
    for sheet, row in _untold(intake, found):
        letter = next(iter(letters[sheet].values()), "A")
        found[sheet].setdefault((row, letter), Mark("error")).add("error", BAD_ROW)
    return found


def sentence(problem: Problem) -> str:
    """Return what a problem says, without the place that is already clear."""
    text = problem.message.partition(": ")[2] or problem.message
    return text[:1].upper() + text[1:]


def _letters(intake: Intake) -> dict[str, dict[str, str]]:
    """Return the letter of each field, by sheet that was read."""
    found: dict[str, dict[str, str]] = {one.name: {} for one in intake.sheets_seen if one.used}
    for one in intake.headings:
        if one.field:
            found.setdefault(one.sheet, {}).setdefault(one.field, one.letter)
    return found


def _cells(
    intake: Intake, problem: Problem, letters: Mapping[str, Mapping[str, str]]
) -> Iterable[tuple[str, int, str]]:
    sheet = problem.sheet or ""
    address = ADDRESS.fullmatch(problem.cell or "")
    if address:
        yield sheet, int(address[2]), address[1]
    elif problem.row_number:
        yield sheet, problem.row_number, next(iter(letters.get(sheet, {}).values()), "A")
    if problem.count > 1 and problem.field and problem.value:
        for name, row in _alike(intake.cleaned, problem.field, problem.value):
            if problem.field in letters.get(name, {}):
                yield name, row, letters[name][problem.field]


def _alike(rows: pa.Table | None, name: str, value: str) -> Iterable[tuple[str, int]]:
    """Return the sheet and the row of cells with the same text."""
    if rows is None or name not in rows.column_names or "cell" in rows.column_names:
        return []
    same = rows.select(["sheet", "row_number"]).filter(pc.equal(rows.column(name), value)).slice(0, ALIKE)
    return zip(same.column("sheet").to_pylist(), same.column("row_number").to_pylist(), strict=True)


def _untold(intake: Intake, found: Mapping[str, Marks]) -> Iterable[tuple[str, int]]:
    """Return the rows that aren't stored and have no mark, because a long list was cut off."""
    if intake.table is None or intake.cleaned is None or "cell" in intake.cleaned.column_names:
        return  # rows that were made of the cells of a wide sheet are no rows of the file
    for sheet, marks in found.items():
        stored, seen = (_numbers(rows, sheet) for rows in (intake.table, intake.cleaned))
        told = {row for (row, _), mark in marks.items() if mark.severity == "error"}
        for row in np.setdiff1d(seen, stored).tolist():
            if row not in told and (sheet, row) not in intake.stated.omit:
                yield sheet, row


def _numbers(rows: pa.Table, sheet: str) -> np.ndarray:
    return np.asarray(rows.column("row_number").filter(pc.equal(rows.column("sheet"), sheet)))
