"""What is wrong with a file, grouped by what kind of problem it is, each with its cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from data_loaders.intake import Intake, Problem
from data_loaders.problems import place
from data_loaders.sorts import words_of
from reference.dutch import number, plural
from ui.csv_export import csv_bytes
from ui.data_words import curled
from ui.import_words import plain
from ui.tables import as_table_html

SHOWN, CELLS = 50, 8  # messages of a group on screen, and addresses in its line
COLUMNS = ("Cel", "Kolom", "Waarde", "Wat er is en wat u kunt doen")
WORDS = {"error": "fout", "question": "vraag", "warning": "let op"}
MARKS = {"error": "■", "question": "▲", "warning": "○"}


@dataclass(frozen=True)
class Group:
    """Problems of one kind and severity; `count` is for how many cells or rows they stand."""

    severity: str
    sort: str
    problems: tuple[Problem, ...]

    @property
    def count(self) -> int:
        """Return for how many cells or rows these problems stand."""
        return sum(one.count for one in self.problems)


def sentence(problem: Problem) -> str:
    """Return what is wrong and what to do, without the file and the cell that stand beside it."""
    start = place(problem.file)
    if not problem.message.startswith(start):
        return curled(problem.message)
    _, colon, text = problem.message[len(start) :].partition(": ")
    return curled(text[:1].upper() + text[1:] if colon else problem.message)


def where(problem: Problem, alone: bool = False) -> str:
    """Return the cell, else the row; with the sheet, unless there is only one."""
    row = f"rij {problem.row_number}" if problem.row_number is not None else None
    cell = problem.cell or row
    if alone and cell:
        return cell
    return f"{problem.sheet}!{cell}" if problem.sheet and cell else cell or problem.sheet or "bestand"


def sort_label(sort: str) -> str:
    """Return a kind of problem in words."""
    return words_of(sort)


def grouped(intake: Intake) -> list[Group]:
    """Return the problems of a file by severity and kind; errors first, the most frequent first."""
    found: dict[tuple[str, str], list[Problem]] = {}
    for one in intake.problems:
        found.setdefault((one.severity, one.sort), []).append(one)
    groups = [Group(severity, sort, tuple(problems)) for (severity, sort), problems in found.items()]
    order = list(MARKS)
    return sorted(groups, key=lambda group: (order.index(group.severity), -group.count))


def group_list(number_: int, intake: Intake) -> None:
    """Show each group as a line with its count and cells, which opens to the messages."""
    alone = sum(sheet.used for sheet in intake.sheets_seen) < 2
    for group in grouped(intake):
        words = sort_label(group.sort)
        label = f"{MARKS[group.severity]} **{plain(words)}** · {_count(group)}{_cells(group, alone)}"
        with st.expander(label, key=f"groep-{number_}-{group.severity}-{group.sort}"):
            st.html(_table(group.problems, f"{words}: {_count(group)}", alone))


def _count(group: Group) -> str:
    name = {
        "error": ("fout", "fouten"), "question": ("vraag", "vragen"), "warning": ("opmerking", "opmerkingen"),
    }[group.severity]  # fmt: skip
    return f"{number(group.count)} {plural(group.count, *name)}"


def _cells(group: Group, alone: bool) -> str:
    """Return the first addresses of a group, for its line."""
    known = [where(one, alone) for one in group.problems if one.cell or one.row_number is not None]
    if not known:
        return ""
    rest = group.count - len(known[:CELLS])
    more = f" en nog {number(rest)}" if rest > 0 else ""
    return f" · {plain(', '.join(known[:CELLS]))}{more}"


def problems_csv(intake: Intake) -> bytes:
    """Return all problems of a file as CSV for Excel."""
    columns = ("Ernst", "Soort", "Bestand", "Blad", "Cel", "Rij", "Kolom", "Waarde", "Melding")
    rows = [
        (
            WORDS[one.severity], sort_label(one.sort), one.file, one.sheet, one.cell,
            str(one.row_number) if one.row_number is not None else None, one.column, one.value, sentence(one),
        )
        for one in intake.problems
    ]  # fmt: skip
    return csv_bytes(columns, rows)


def _table(problems: Sequence[Problem], caption: str, alone: bool) -> str:
    if len(problems) > SHOWN:
        caption += f", de eerste {SHOWN} staan hieronder"
    rows = [
        (where(one, alone), one.column or "–", one.value or "–", sentence(one)) for one in problems[:SHOWN]
    ]
    return as_table_html(rows, COLUMNS, caption)
