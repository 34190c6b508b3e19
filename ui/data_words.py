"""Dutch words of the page Gegevens: fields, suppliers, kinds, moments and the status of a delivery."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from data_loaders.intake import KINDS
from reference.dutch import date_long, date_short, number, plural
from reference.load import suppliers
from storage.deliveries import UNDATED, Delivery

HERE = ZoneInfo("Europe/Amsterdam")
FIELDS = {
    "placement_id": "nummer van de plaatsing of stage",
    "person_key": "persoon (als pseudoniem)",
    "placement_date": "startdatum",
    "end_date": "einddatum",
    "hours_per_week": "uren per week",
    "fte": "deel van een volledige baan",
    "job_type": "soort baan",
    "contract_kind": "tijdelijk of vast",
    "target_group": "doelgroep",
    "in_register": "doelgroepregister",
    "municipality_home": "woongemeente",
    "municipality_work": "werkgemeente",
    "employer": "werkgever",
    "employer_sector_type": "sector",
    "employer_party": "partij van de werkgever",
    "sbi": "branche (SBI)",
    "kvk": "KvK-nummer",
    "channel": "kanaal",
    "pillar": "pijler",
    "lsa_partner": "partij van het akkoord",
    "via_sroi": "via social return",
    "sroi_value": "waarde van social return",
    "internship_level": "mbo-niveau",
    "internship_track": "leerweg",
    "crebo": "opleiding (crebo)",
    "school": "school",
    "extra": "extra stage",
    "period": "periode (niet gebruikt)",
    "count": "aantal",
}
# A kind that names its columns in its template needs no words here.
for _kind in KINDS.values():
    for _field, _offer in _kind.offers.items():
        FIELDS.setdefault(_field, _offer.heading[0].lower() + _offer.heading[1:])
DONE = {
    "geleverd": "opgeslagen",
    "teruggenomen": "teruggenomen",
    "hersteld": "hersteld",
    "gewist": "definitief gewist",
}


def supplier_name(code: str) -> str:
    """Return the name of a supplier; a code that the reference doesn't know stays as it is."""
    return next((one.name for one in suppliers() if one.code == code), code)


def kind_label(kind: str | None) -> str:
    """Return a kind in the plural."""
    return KINDS[kind].label if kind else "rijen"


def rows_text(kind: str | None, count: int) -> str:
    """Return "1 plaatsing" or "1.234 stages"."""
    one = KINDS[kind].one if kind else "rij"
    return f"{number(count)} {plural(count, one, kind_label(kind))}"


def files_text(count: int) -> str:
    """Return "1 bestand" or "3 bestanden"."""
    return f"{number(count)} {plural(count, 'bestand', 'bestanden')}"


def period(start: date, end: date) -> str:
    """Return a period with both ends in short dates; what holds at any time has none."""
    if (start, end) == UNDATED:
        return "altijd"
    return date_short(start) if start == end else f"{date_short(start)} t/m {date_short(end)}"


def period_cell(start: date, end: date) -> str:
    """Return a period for a table, which may break only between its two days."""
    return period(start, end).replace(" ", "\u00a0").replace("\u00a0t/m\u00a0", " t/m\u00a0")


def moment(at: datetime) -> str:
    """Return a stored moment (UTC) as the clock here told it."""
    local = at.replace(tzinfo=UTC).astimezone(HERE)
    return f"{date_long(local.date())}, {local:%H.%M} uur"


def day(at: datetime) -> str:
    """Return the day of a stored moment (UTC) in short."""
    return date_short(at.replace(tzinfo=UTC).astimezone(HERE).date())


def status(delivery: Delivery, others: Iterable[Delivery]) -> str:
    """Return whether a delivery counts, and if not why."""
    if delivery.erased:
        return "gewist"
    if delivery.active:
        return "telt mee"
    everyone = list(others)
    newer = [one for one in everyone if delivery.id in one.replaces and one.id != delivery.id]
    for one in newer:
        if one.active or (not one.erased and status(one, everyone).startswith("vervangen")):
            return f"vervangen door #{one.id}"
    return "teruggenomen"


def curled(text: str) -> str:
    """Return a text of the loaders with the quotation marks of the screen."""
    return re.sub(r'"([^"]*)"', r"“\1”", text)


def named(delivery: Delivery) -> str:
    """Return a delivery as a sentence names it."""
    days = period(delivery.period_start, delivery.period_end)
    return f"levering {delivery.id} (“{delivery.file_name}”, {days})"
