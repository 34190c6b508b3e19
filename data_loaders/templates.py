"""Empty workbooks to fill in: headings that are understood, lists to choose from, an explanation."""

from __future__ import annotations

import io
from functools import cache

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from data_loaders.columns import Column
from data_loaders.kind import READERS, RECOGNISED_ONLY
from data_loaders.recognition import KINDS
from reference.dutch import LABELS
from reference.load import municipalities

TEMPLATES = tuple(KINDS)
ROWS = 2000  # how far down the lists go
LEFT_OUT = frozenset({"fte", "count", "internship_id", "sbi", "kvk", "sroi_value"})
CHOICES = "Keuzes"
# Heading, what to fill in, and an example, by field.
TEXTS = {
    "placement_id": ("Plaatsingsnummer", "Een eigen nummer, om dubbele rijen te herkennen.", "P-001"),
    "person_key": ("Klantnummer", "Een eigen nummer per persoon, geen BSN. Wordt een pseudoniem.", "K-123"),
    "placement_date": ("Startdatum", "Verplicht. De dag waarop de baan of stage begon.", "01-03-2015"),
    "end_date": ("Einddatum", "Leeg als de baan of stage nog loopt.", "29-02-2016"),
    "hours_per_week": ("Uren per week", "Volgens het contract. Een getal, of een reeks zoals 24-32.", "32"),
    "job_type": ("Soort baan", "Kies uit de lijst.", "regulier werk"),
    "contract_kind": ("Tijdelijk/vast", "Kies uit de lijst.", "tijdelijk"),
    "target_group": ("Doelgroep", "Kies uit de lijst.", "Participatiewet"),
    "in_register": ("Doelgroepregister", "Staat de persoon in het doelgroepregister?", "ja"),
    "municipality_home": ("Woongemeente", "De gemeente waar de persoon woont.", "Haarlem"),
    "municipality_work": ("Werkgemeente", "De gemeente waar het werk is.", "Velsen"),
    "employer": ("Werkgever", "De naam van het bedrijf of de instelling.", "Voorbeeld BV"),
    "employer_sector_type": ("Sector", "Kies uit de lijst.", "markt"),
    "channel": ("Kanaal", "Via wie de baan of stage tot stand kwam.", "WSP"),
    "pillar": ("Pijler", "Kies uit de lijst; leeg mag.", "van uitkering naar werk"),
    "lsa_partner": ("LSA-partner", "De partij van het akkoord; leeg mag.", "MKB Haarlem"),
    "via_sroi": ("Social return", "Kwam het via social return (SROI)?", "nee"),
    "internship_level": ("Niveau", "Mbo-niveau 1 tot en met 4.", "2"),
    "internship_track": ("Leerweg", "Kies uit de lijst.", "BBL"),
    "crebo": ("Crebo", "De code van de opleiding.", "25180"),
    "school": ("School", "De naam van de school.", "Voorbeeldcollege"),
    "extra": ("Extra stage", "Is dit een extra stageplaats?", "ja"),
}
LISTS = {
    "job_type": "job_type", "contract_kind": "contract_kind", "target_group": "target_group",
    "employer_sector_type": "sector", "channel": "channel", "pillar": "pillar", "lsa_partner": "party",
    "internship_track": "track",
}  # fmt: skip
_COLUMNS = {column.field: column for kind in KINDS.values() for column in kind.columns}
YES_NO = frozenset({"in_register", "via_sroi", "extra"})


@cache
def template(kind: str) -> bytes:
    """Return an .xlsx for a kind of delivery: a sheet to fill in, an explanation and the lists."""
    stored = [column for column in KINDS[kind].columns if column.type != RECOGNISED_ONLY]
    columns = [column for column in stored if column.field not in LEFT_OUT]
    book = Workbook()
    sheet = book.active
    sheet.title = KINDS[kind].label.capitalize()
    lists = book.create_sheet(CHOICES)
    for index, column in enumerate(columns, start=1):
        _column(sheet, lists, index, column)
    sheet.freeze_panes = "A2"
    sheet.row_dimensions[1].height = 32
    _explain(book.create_sheet("Toelichting", 1), columns)
    lists.sheet_state = "hidden"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def choices(field: str) -> list[str]:
    """Return what may be chosen for a field, or nothing where it is free."""
    if field in YES_NO:
        return ["ja", "nee"]
    if field in LISTS:
        read, _ = READERS[_COLUMNS[field].type]
        labels = LABELS[LISTS[field]].items()
        # The label of the screen, where the loader reads it as its code; else the code itself.
        return [label if read(label, "").low == code else code for code, label in labels]
    if field in {"municipality_home", "municipality_work"}:
        return [one.name for one in municipalities()]
    return ["1", "2", "3", "4"] if field == "internship_level" else []


def _column(sheet: Worksheet, lists: Worksheet, index: int, column: Column) -> None:
    letter = get_column_letter(index)
    cell = sheet.cell(1, index, TEXTS[column.field][0])
    cell.font = Font(bold=True, color="FFFFFF")
    cell.fill = PatternFill("solid", fgColor="154273" if column.required else "4F5B66")
    cell.alignment = Alignment(vertical="center", wrap_text=True)
    sheet.column_dimensions[letter].width = max(14, len(TEXTS[column.field][0]) + 4)
    if column.type == "date":
        sheet.column_dimensions[letter].number_format = "DD-MM-YYYY"
    values = choices(column.field)
    if values:
        for row, value in enumerate(values, start=1):
            lists.cell(row, index, value)
        _offer(sheet, letter, f"{CHOICES}!${letter}$1:${letter}${len(values)}")


def _offer(sheet: Worksheet, letter: str, source: str) -> None:
    rule = DataValidation(
        "list", formula1=source, allow_blank=True, errorStyle="warning", showErrorMessage=True
    )
    rule.errorTitle, rule.error = "Niet in de lijst", "Dit woord staat niet in de lijst. Toch gebruiken?"
    sheet.add_data_validation(rule)
    rule.add(f"{letter}2:{letter}{ROWS + 1}")


def _explain(sheet: Worksheet, columns: list[Column]) -> None:
    """Write what each column is for; this sheet is never read as a list."""
    lines = [
        "Vul het eerste blad in: één rij per plaatsing of stage. Dit blad wordt niet gelezen.",
        "Kolommen die u niet hebt mag u leeg laten of weghalen. Zet er geen namen, BSN of geboortedatums in.",
        "Zet leverancier en periode in de naam van het bestand, zoals: WSP plaatsingen 2015-Q1.xlsx.",
    ]
    for row, line in enumerate(lines, start=1):
        sheet.cell(row, 1, line)
    for row, column in enumerate(columns, start=len(lines) + 2):
        heading, text, example = TEXTS[column.field]
        sheet.cell(row, 1, f"{heading}: {text} Voorbeeld: {example}.")
    sheet.column_dimensions["A"].width = 110
