"""The rows of an Intake checked once more, from the text that was kept of them: no file is needed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from data_loaders.answering import answered
from data_loaders.checking import check_rows
from data_loaders.kind import Kind
from data_loaders.origin import Period, settle_period
from data_loaders.privacy import holds_citizen_numbers
from data_loaders.problems import Problem, file_error, place
from data_loaders.progress import Progress, Tell
from data_loaders.receipt import FTE_QUESTION, Columns, in_order, to_problem
from data_loaders.recognition import KINDS
from data_loaders.understanding import Cell, Choices, Intake, Stated

NO_PERIOD = (
    "de periode is niet bekend: geen enkele rij heeft een datum. Zet de periode in de naam van het bestand, "
    "zoals 2015-Q1, of geef haar op."
)
PERSON_TYPED = (
    "een nummer van een persoon is hier alleen leeg te maken, want het wordt nergens bewaard. "
    "Verbeter het in het bestand en lever dat opnieuw aan."
)


def reread(
    intake: Intake, *, values: Mapping[str, Mapping[str, str | None]] | None = None,
    corrections: Mapping[Cell, str] | None = None, omit: frozenset[tuple[str, int]] = frozenset(),
    hours_per_fte: Decimal | None = None, period: Period | None = None, today: date | None = None,
    progress: Tell | None = None,
) -> Intake:  # fmt: skip
    """Return an intake with its rows checked anew, with everything that the analyst said about its cells.

    Each call starts from the rows as they were in the file. Words once replaced stay so until said otherwise
    (`values`); corrections and rows to leave out are said in full each time. An intake without such rows
    comes back as it is: then the file is needed, as it is for another column, sheet, kind or supplier.
    """
    if intake.cleaned is None:
        return intake
    choices = Choices(values=values or {}, hours_per_fte=hours_per_fte).over(intake.choices)
    basis = replace(intake, choices=choices, period_stated=period or intake.period_stated)
    stated = Stated(choices.values, corrections or {}, frozenset(omit))
    return check_cleaned(basis, stated, today or date.today(), Progress(progress))


def check_cleaned(basis: Intake, stated: Stated, today: date, progress: Progress) -> Intake:
    """Return the intake with the rows of `cleaned` typed and checked, unless what stands forbids it."""
    kind = KINDS[basis.kind or ""]
    hours_per_fte, basis = basis.choices.hours_per_fte, replace(basis, stated=stated)
    if hours_per_fte is not None:
        kept = (one for one in basis.standing if one.sort != FTE_QUESTION)
        basis = replace(basis, standing=tuple(kept))
    refused = _refusal(basis, stated, kind)
    standing = (*basis.standing, *refused)
    if any(one.severity != "warning" for one in standing):
        return replace(basis, table=None, wrong_rows=0, problems=standing)
    progress("De rijen worden gecontroleerd", 0.0)
    rows = answered(kind, basis.cleaned, stated)
    touched = _touched(stated) & {*rows.column_names}
    types = {name: kind.nature(name) for name in touched if name in kind.by_field}
    if any(holds_citizen_numbers(rows.column(name), name, type_) for name, type_ in types.items()):
        text = "met deze verbeteringen staan er burgerservicenummers in. Er is niets overgenomen."
        return replace(basis, table=None, problems=(*standing, file_error(basis.file, text, "bsn")))
    columns = Columns(basis.headings)
    checked = check_rows(kind, rows, columns.texts(), today, hours_per_fte, progress.within(0, 0.9))
    progress("De problemen worden verzameld", 0.9)
    problems = [*standing, *_omitted(basis, rows.num_rows)]
    problems += [to_problem(one, basis.file, columns, kind) for one in in_order(checked.findings, columns)]
    named = None if basis.period_stated or not kind.period else basis.period_named
    period, note = settle_period(basis.period_stated, named, kind.span(checked.table))
    if period is None and checked.table.num_rows:
        problems.append(file_error(basis.file, NO_PERIOD, "periode"))
    if note:
        problems.append(Problem("warning", f"{place(basis.file)}: {note}", basis.file, sort="periode"))
    progress("De rijen zijn gecontroleerd", 1.0)
    return replace(
        basis, table=checked.table, wrong_rows=checked.wrong, problems=tuple(problems), period=period
    )


def _touched(stated: Stated) -> set[str]:
    return {*stated.values, *(cell.field for cell in stated.corrections)}


def _refusal(basis: Intake, stated: Stated, kind: Kind) -> list[Problem]:
    """Return an error for a person number that was typed on a screen: it would be read as a pseudonym."""
    typed = [
        cell for cell, text in stated.corrections.items()
        if text.strip() and cell.field in kind.by_field and kind.by_field[cell.field].type == "person"
    ]  # fmt: skip
    return [file_error(basis.file, PERSON_TYPED, "rij")] if typed else []


def _omitted(basis: Intake, left: int) -> list[Problem]:
    count = basis.cleaned.num_rows - left
    if not count:
        return []
    rows = "1 rij is" if count == 1 else f"{count} rijen zijn"
    text = f"{place(basis.file)}: {rows} op uw verzoek weggelaten."
    return [Problem("warning", text, basis.file, sort="rij-weggelaten", count=count)]
