"""What the analyst reads about columns, sheets and rows: whole Dutch sentences that name the cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from string import ascii_uppercase

from data_loaders.checking import Finding
from data_loaders.columns import Heading
from data_loaders.kind import Kind
from data_loaders.problems import Problem, Severity, place
from data_loaders.recognition import Part
from data_loaders.sorts import unread
from data_loaders.understanding import HeadingRead
from reference.dutch import join_words

FTE_QUESTION = "uren-per-baan"


def sheet_problems(file: str, parts: Sequence[Part], kind: Kind | None) -> list[Problem]:
    """Return a warning for each sheet with a list that isn't read: hidden, or of another kind."""
    problems = []
    for part in parts:
        if not part.sheet.visible:
            text = "dit verborgen blad bevat een lijst en is niet gelezen. Maak het zichtbaar als het telt."
            sort = "blad-verborgen"
        elif kind is not None and part.kind is not kind:
            text = f"dit blad lijkt een lijst met {part.kind.label} en is niet gelezen. Lever het apart aan."
            sort = "blad-andere-soort"
        else:
            continue
        name = part.sheet.name
        problems.append(Problem("warning", f"{place(file, name)}: {text}", file, name, sort=sort))
    return problems


def column_problems(file: str, used: Sequence[Part], kind: Kind, norm_stated: bool) -> list[Problem]:
    """Return what is to be said about the headings: questions, guesses, and columns that are missing."""
    problems: list[Problem] = []
    for part in used:
        for heading, text in part.map.questions:
            options = part.map.options(heading)
            problems.append(_about(file, part, heading, "question", text, "kop-dubbel", options))
        for heading, field in part.map.guessed:
            meant = kind.by_field[field].synonyms[0]
            text = f'de kolom "{heading.text}" is gelezen als "{meant}". Klopt dat?'
            problems.append(_about(file, part, heading, "warning", text, "kop-vermoed"))
        if "fte" in part.map.fields and "hours_per_week" not in part.map.fields and not norm_stated:
            problems.append(_fte_question(file, part))
        name = part.sheet.name
        for column in kind.columns:
            if column.required and column.field not in part.map.fields:
                example = column.synonyms[0]
                text = f'er is geen kolom met {column.note}. Zet er een kop boven, zoals "{example}".'
                said = f"{place(file, name)}: {text}"
                problems.append(
                    Problem("error", said, file, name or None, field=column.field, sort="kolom-ontbreekt")
                )
    return problems + _missing(file, used, kind)


def _about(
    file: str, part: Part, heading: Heading, severity: Severity, text: str, sort: str,
    options: tuple[str, ...] = (),
) -> Problem:  # fmt: skip
    """Return a problem about a heading, with the cell in which it stands."""
    name, cell = part.sheet.name, f"{heading.letter}{part.found.last_row}"
    said = f"{place(file, name, cell)}: {text}"
    return Problem(severity, said, file, name or None, cell, heading.text, options=options, sort=sort)


def _fte_question(file: str, part: Part) -> Problem:
    heading = part.map.fields["fte"]
    text = (
        f'de kolom "{heading.text}" geeft delen van een volledige baan. Hoeveel uur is een volledige baan '
        "hier: 36, 38 of 40? Geef dat op, of voeg een kolom met de uren per week toe."
    )
    return _about(file, part, heading, "question", text, FTE_QUESTION)


def _missing(file: str, used: Sequence[Part], kind: Kind) -> list[Problem]:
    """Return one warning that names the columns without which a figure is less certain."""
    present = {name for part in used for name in part.map.fields}
    if "fte" in present:
        present.add("hours_per_week")
    missing = [
        f'"{column.synonyms[0]}" ({column.note})' for column in kind.columns
        if column.field in kind.counted and column.field not in present
    ]  # fmt: skip
    if not missing:
        return []
    lacks = "deze kolom ontbreekt" if len(missing) == 1 else "deze kolommen ontbreken"
    text = f"{place(file)}: {lacks}: {join_words(missing)}."
    return [Problem("warning", text, file, sort="kolommen-missen")]


class Columns:
    """Where the fields of a list stand in the file: the heading of each, by sheet."""

    def __init__(self, headings: Iterable[HeadingRead]) -> None:
        self.sheets: list[str] = []
        self._found: dict[tuple[str, str], HeadingRead] = {}
        for one in headings:
            if one.sheet not in self.sheets:
                self.sheets.append(one.sheet)
            if one.field:
                self._found.setdefault((one.sheet, one.field), one)

    def heading(self, sheet: str, field: str) -> HeadingRead | None:
        """Return the heading of a field on a sheet; for what is about no sheet, that of the first one."""
        return self._found.get((sheet if sheet in self.sheets else self.sheets[0], field))

    def texts(self) -> dict[str, str]:
        """Return the heading of each field; of the first sheet that has it."""
        return {field: one.text for (_, field), one in reversed(self._found.items())}


def in_order(findings: Iterable[Finding], columns: Columns) -> list[Finding]:
    """Return findings in the order of the file: by sheet, row and column; what counts the rest is last."""

    def where(finding: Finding) -> tuple[bool, int, int, int, str]:
        if finding.row is None:
            return (True, 0, 0, 0, "")
        heading = columns.heading(finding.sheet, finding.field)
        letters = heading.letter if heading else ""
        return (False, columns.sheets.index(finding.sheet), finding.row, len(letters), letters)

    return sorted(findings, key=where)


def _cell_of(finding: Finding, heading: HeadingRead | None) -> str | None:
    """Return the cell of a finding; of a row made of one cell of a wide sheet that cell, or its region's."""
    if finding.cell is None:
        return f"{heading.letter}{finding.row}" if heading else None
    if heading and finding.field == "region":
        return f"{heading.letter}{finding.cell.lstrip(ascii_uppercase)}"
    return finding.cell


def to_problem(finding: Finding, file: str, columns: Columns, kind: Kind) -> Problem:
    """Return a finding as a problem: with the cell as Excel shows it, and how many rows it stands for."""
    heading = columns.heading(finding.sheet, finding.field)
    type_ = kind.by_field[finding.field].type if finding.field in kind.by_field else ""
    common = {
        "file": file, "column": heading.text if heading else None, "field": finding.field or None,
        "sort": finding.sort or unread(type_, finding.severity, finding.value), "count": finding.count,
    }  # fmt: skip
    if finding.row is None:
        what = f'in kolom "{heading.text}"' if heading else "in de rijen"
        text = f"{place(file)}: {what} staan nog {finding.count} cellen of rijen met zo'n probleem."
        return Problem(finding.severity, text, **common)
    cell = _cell_of(finding, heading)
    where = place(file, finding.sheet, cell) if cell else f"{place(file, finding.sheet)}, rij {finding.row}"
    more = f" Dit geldt voor {finding.count} rijen." if finding.count > 1 else ""
    return Problem(
        finding.severity, f"{where}: {finding.issue}{more}", sheet=finding.sheet or None, cell=cell,
        value=finding.value, row_number=finding.row, **common,
    )  # fmt: skip
