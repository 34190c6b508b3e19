"""What the analyst reads about columns, sheets and rows: whole Dutch sentences that name the cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from data_loaders.checking import Finding
from data_loaders.kind import Kind
from data_loaders.problems import Problem, place
from data_loaders.recognition import Part
from reference.dutch import join_words


def sheet_problems(file: str, parts: Sequence[Part], kind: Kind | None) -> list[Problem]:
    """Return a warning for each sheet with a list that isn't read: hidden, or of another kind."""
    problems = []
    for part in parts:
        if not part.sheet.visible:
            text = "dit verborgen blad bevat een lijst en is niet gelezen. Maak het zichtbaar als het telt."
        elif kind is not None and part.kind is not kind:
            text = f"dit blad lijkt een lijst met {part.kind.label} en is niet gelezen. Lever het apart aan."
        else:
            continue
        name = part.sheet.name
        problems.append(Problem("warning", f"{place(file, name)}: {text}", file, name))
    return problems


def column_problems(file: str, used: Sequence[Part], kind: Kind, norm_stated: bool) -> list[Problem]:
    """Return what is to be said about the headings: questions, guesses, and columns that are missing."""
    problems: list[Problem] = []
    for part in used:
        name = part.sheet.name
        for heading, text in part.map.questions:
            cell = f"{heading.letter}{part.found.last_row}"
            sentence = f"{place(file, name, cell)}: {text}"
            options = part.map.options(heading)
            problems.append(
                Problem("question", sentence, file, name or None, cell, heading.text, options=options)
            )
        for heading, field in part.map.guessed:
            cell = f"{heading.letter}{part.found.last_row}"
            meant = kind.by_field[field].synonyms[0]
            text = f'de kolom "{heading.text}" is gelezen als "{meant}". Klopt dat?'
            sentence = f"{place(file, name, cell)}: {text}"
            problems.append(Problem("warning", sentence, file, name or None, cell, heading.text))
        if "fte" in part.map.fields and "hours_per_week" not in part.map.fields and not norm_stated:
            problems.append(_fte_question(file, part))
        for column in kind.columns:
            if column.required and column.field not in part.map.fields:
                example = column.synonyms[0]
                text = f'er is geen kolom met {column.note}. Zet er een kop boven, zoals "{example}".'
                problems.append(Problem("error", f"{place(file, name)}: {text}", file, name or None))
    return problems + _missing(file, used, kind)


def _fte_question(file: str, part: Part) -> Problem:
    heading = part.map.fields["fte"]
    cell = f"{heading.letter}{part.found.last_row}"
    text = (
        f'de kolom "{heading.text}" geeft delen van een volledige baan. Hoeveel uur is een volledige baan '
        "hier: 36, 38 of 40? Geef dat op, of voeg een kolom met de uren per week toe."
    )
    sentence = f"{place(file, part.sheet.name, cell)}: {text}"
    return Problem("question", sentence, file, part.sheet.name or None, cell, heading.text)


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
    return [Problem("warning", f"{place(file)}: {lacks}: {join_words(missing)}.", file)]


def in_order(findings: Iterable[Finding], used: Sequence[Part]) -> list[Finding]:
    """Return findings in the order of the file: by sheet, row and column; what counts the rest is last."""
    sheets = [part.sheet.name for part in used]

    def where(finding: Finding) -> tuple[bool, int, int, int, str]:
        if finding.row is None:
            return (True, 0, 0, 0, "")
        sheet = sheets.index(finding.sheet)
        heading = used[sheet].map.fields.get(finding.field)
        letters = heading.letter if heading else ""
        return (False, sheet, finding.row, len(letters), letters)

    return sorted(findings, key=where)


def to_problem(finding: Finding, file: str, used: Sequence[Part]) -> Problem:
    """Return a finding as a problem: with the cell as Excel shows it, and how many rows it stands for."""
    part = next((one for one in used if one.sheet.name == finding.sheet), used[0])
    heading = part.map.fields.get(finding.field)
    if finding.row is None:
        what = f'in kolom "{heading.text}"' if heading else "in de rijen"
        text = f"{place(file)}: {what} staan nog {finding.count} cellen of rijen met zo'n probleem."
        return Problem(finding.severity, text, file, None, None, heading.text if heading else None)
    cell = f"{heading.letter}{finding.row}" if heading else None
    where = place(file, finding.sheet, cell) if cell else f"{place(file, finding.sheet)}, rij {finding.row}"
    more = f" Dit geldt voor {finding.count} rijen." if finding.count > 1 else ""
    return Problem(
        finding.severity, f"{where}: {finding.issue}{more}", file, finding.sheet or None, cell,
        heading.text if heading else None, finding.value,
    )  # fmt: skip
