"""A what-if comparison as a workbook: outcomes, dials, parts per municipality and formulas, all as text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from metrics.scenario_dials import DIALS
from metrics.scenario_outcome import Outcome
from metrics.scenario_words import changes, in_words, sentence, units
from metrics.standing import metric_of
from reference.dutch import date_long
from reference.load import documents

Cell = str | int | float | None
# A cell that starts with one of these is a formula, or hides one.
_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
REASONING = (
    ("Komt uit op", "stand × (1 − uitstroom)^maanden + tempo × maanden waarin er iets bij komt"),
    ("Maanden", "dagen van de peildatum tot de einddatum, gedeeld door 30,4375"),
    (
        "Maanden waarin er iets bij komt",
        "maanden min uitstel; met uitstroom telt alleen wat blijft",
    ),
    ("Nodig per maand", "(doel − wat van de stand overblijft) gedeeld door die maanden"),
    ("Nodige plaatsingen", "nodig per maand × maanden, naar boven afgerond, gegeven de uren"),
    ("Tempo van nu", "het gemiddelde per maand van de laatste twaalf maanden, of van de periode tot nu"),
)


def scenario_workbook(outcomes: Mapping[str, Outcome], chances: Mapping[str, str]) -> bytes:
    """Return the xlsx of scenarios by name ("Nu", "A"), the baseline first; only numbers that screens show.

    `chances` are words by the same names. Cells hold text and numbers, never a formula that calculates.
    """
    book = Workbook()
    _fill(book.active, "Uitkomsten", _outcomes(outcomes, chances))
    _fill(book.create_sheet(), "Knoppen", _dials(outcomes))
    if any(one.parts for one in outcomes.values()):
        _fill(book.create_sheet(), "Per gemeente", _parts(outcomes))
    _fill(book.create_sheet(), "Rekenwijze", _formulas(outcomes))
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def harmless(cell: Cell) -> Cell:
    """Return a cell that a spreadsheet cannot calculate: such text gets an apostrophe before it."""
    if not isinstance(cell, str):
        return cell
    risky = cell.startswith(_STARTS) or cell.lstrip(" \u00a0").startswith(_STARTS)
    return f"'{cell}" if risky else cell


def _outcomes(outcomes: Mapping[str, Outcome], chances: Mapping[str, str]) -> list[list[Cell]]:
    rows: list[list[Cell]] = [["", *outcomes]]

    def add(label: str, cell) -> None:
        rows.append([label, *(cell(one) for one in outcomes.values())])

    add("Afspraak", lambda one: one.target.title)
    add("Peildatum", lambda one: date_long(one.as_of))
    add("Wat verandert", lambda one: changes(one.scenario))
    add("Eenheid", lambda one: units(one)[1])
    add("Stand", _stand)
    add("Stand t/m", lambda one: date_long(one.number.as_of) if one.number else None)
    add("Hoogstens", lambda one: one.number.high if one.number and one.number.state == "shown" else None)
    add("Doel", lambda one: one.progress.target_value)
    add("Einddatum", lambda one: date_long(one.target.end) if one.target.end else "geen")
    add("Tempo per maand", lambda one: _rounded(one.pace))
    add("Nodig per maand", lambda one: _rounded(one.required_per_month))
    add("Nodige plaatsingen", lambda one: one.placements_needed)
    add("Komt uit op", lambda one: _rounded(one.end_value))
    add("Status", lambda one: one.status)
    rows.append(["Kans", *(chances.get(name, "–") for name in outcomes)])
    add("In één zin", sentence)
    add("Let op", lambda one: " ".join(one.notes) or None)
    return rows


def _dials(outcomes: Mapping[str, Outcome]) -> list[list[Cell]]:
    rows: list[list[Cell]] = [["Knop", *outcomes]]
    for dial in DIALS.values():
        turned = [one.scenario.turned().get(dial.key) for one in outcomes.values()]
        words = ["zoals nu" if value is None else in_words(dial.key, value) for value in turned]
        rows.append([dial.label, *words])
    return rows


def _parts(outcomes: Mapping[str, Outcome]) -> list[list[Cell]]:
    rows: list[list[Cell]] = [["Scenario", "Gemeente", "Deel van het doel", "Nodig per maand"]]
    for name, one in outcomes.items():
        rows += [[name, part.name, part.target, _rounded(part.per_month)] for part in one.parts]
    rows.append(["", "Een eigen verdeling: de bronnen geven geen doel per gemeente.", None, None])
    return rows


def _formulas(outcomes: Mapping[str, Outcome]) -> list[list[Cell]]:
    rows: list[list[Cell]] = [["Wat", "Hoe"]]
    for name, one in outcomes.items():
        metric = metric_of(one.target)
        if metric is not None:
            rows.append([f"{name}: wat telt", metric.rule])
            rows.append([f"{name}: formule", f"{metric.label}: {metric.formula}"])
    rows += [list(line) for line in REASONING]
    target = next(iter(outcomes.values())).target
    rows.append(["Bron", f"{documents()[target.document].title}, regel {target.lines}"])
    return rows


def _stand(one: Outcome) -> Cell:
    if one.number is None:
        return "niets geleverd"
    if one.number.state == "shown":
        return _rounded(one.number.value)
    return f"< {one.number.limit}" if one.number.state == "below" else "afgeschermd"


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 1)


def _fill(sheet: Worksheet, title: str, rows: Sequence[Sequence[Cell]]) -> None:
    sheet.title = title
    for row in rows:
        sheet.append([harmless(cell) for cell in row])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for number in range(1, sheet.max_column + 1):
        sheet.column_dimensions[get_column_letter(number)].width = 34
    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal="left")
    sheet.freeze_panes = "B2"
