"""Dutch words for the fields and the stored columns of each kind of delivery."""

from __future__ import annotations

from data_loaders.intake import KINDS
from ui.data_words import FIELDS

# Kinds whose fields have words of their own in FIELDS; the others take those of their template.
FIRST = frozenset({"placement", "internship"})
# Fields that no template offers, and stored columns that are no field.
OTHERS = {
    "sheet": "blad", "row_number": "rij", "cell": "cel", "internship_id": "nummer",
    "start_date": "startdatum",
    "hours_low": "uren (laag)", "hours_high": "uren (hoog)", "level": "mbo-niveau", "track": "leerweg",
    "sector": "sector", "party": "partij", "quantity_low": "aantal (laag)", "quantity_high": "aantal (hoog)",
    "hours_least": "minste uren per week", "hours_most": "meeste uren per week",
    "jobcoach": "jobcoach mogelijk",
    "opened_timed": "tijd van opening bekend", "candidate_timed": "tijd van kandidaat bekend",
    "status": "status", "reference_date": "peildatum", "period_start": "begin periode",
    "period_end": "einde periode", "period_text": "periode", "secret": "geheim", "stock": "stand",
    "inflow": "instroom", "outflow": "uitstroom", "outflow_to_work": "uitstroom naar werk",
    "region_code": "regio", "label": "onderwerp", "state": "soort waarde", "low": "getal (laag)",
    "high": "getal (hoog)", "amount_low": "bedrag (laag)", "amount_high": "bedrag (hoog)",
    "target_low": "doel (laag)", "target_high": "doel (hoog)", "order": "volgorde",
}  # fmt: skip


def field_word(field: str, kind: str | None = None) -> str:
    """Return what a field is called on screen: as the template of its kind has it, where there is one."""
    if kind in KINDS and kind not in FIRST and field != "person_key" and field in KINDS[kind].offers:
        heading = KINDS[kind].offers[field].heading
        return heading if heading[:2].isupper() else heading[0].lower() + heading[1:]
    return FIELDS.get(field) or OTHERS.get(field, field)


def stored_word(column: str, kind: str) -> str:
    """Return what a stored column is called on screen."""
    if kind in FIRST:
        return OTHERS.get(column) or FIELDS.get(column, column)
    if column in KINDS[kind].offers:
        return field_word(column, kind)
    return OTHERS.get(column) or FIELDS.get(column, column)
