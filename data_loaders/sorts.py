"""The kinds of problem that an analyst meets: a stable code for each, and the Dutch words above its group."""

from __future__ import annotations

from data_loaders.values import cell_error

WORDS = {
    "bestand": "Het bestand",
    "geannuleerd": "Gestopt",
    "geen-lijst": "Geen lijst herkend",
    "geen-rijen": "Geen rijen",
    "blad-verborgen": "Verborgen bladen",
    "blad-andere-soort": "Bladen met een andere soort lijst",
    "kop-dubbel": "Kolommen die hetzelfde betekenen",
    "kop-vermoed": "Koppen die niet zeker zijn",
    "uren-per-baan": "Uren van een volledige baan",
    "kolom-ontbreekt": "Verplichte kolommen die ontbreken",
    "kolommen-missen": "Kolommen zonder welke cijfers minder zeker zijn",
    "bsn": "Burgerservicenummers",
    "regel-overgeslagen": "Regels die niet meetellen",
    "rij-weggelaten": "Rijen die u weglaat",
    "periode": "Periode",
    "levering": "Andere leveringen",
    "opslag": "De database of de schijf",
    "rij": "Rijen die niet kloppen",
    "rij-dubbel": "Rijen die er twee keer staan",
    "nummer-dubbel": "Nummers die er twee keer staan",
    "excel-fout": "Cellen met een Excel-fout",
    "datum-onleesbaar": "Datums die niet te lezen zijn",
    "datum-ontbreekt": "Datums die ontbreken",
    "datum-te-vroeg": "Datums van vóór 2013",
    "datum-toekomst": "Datums in de toekomst",
    "einde-voor-begin": "Einddatums vóór de startdatum",
    "uren-onleesbaar": "Uren die niet te lezen zijn",
    "uren-geschat": "Uren die niet precies bekend zijn",
    "bedrag-onleesbaar": "Bedragen die niet te lezen zijn",
    "aantal-onleesbaar": "Aantallen die niet te lezen zijn",
    "ja-of-nee": "Waarden die geen ja of nee zijn",
    "gemeente-onbekend": "Gemeenten die niet bekend zijn",
    "gemeente-ontbreekt": "Gemeenten die niet zijn ingevuld",
    "buiten-regio": "Gemeenten buiten de regio",
    "waarde-onbekend": "Waarden die niet in de lijst staan",
    "soort-baan-onbekend": "Soorten baan die niet bekend zijn",
    "contract-onbekend": "Soorten contract die niet bekend zijn",
    "doelgroep-onbekend": "Doelgroepen die niet bekend zijn",
    "sector-onbekend": "Sectoren die niet bekend zijn",
    "kanaal-onbekend": "Kanalen die niet bekend zijn",
    "pijler-onbekend": "Pijlers die niet bekend zijn",
    "partij-onbekend": "Partijen die niet bekend zijn",
    "niveau-onbekend": "Niveaus die niet bekend zijn",
    "leerweg-onbekend": "Leerwegen die niet bekend zijn",
    "cel-leeg": "Cellen die moeten zijn ingevuld",
    "getal-onleesbaar": "Getallen die niet te lezen zijn",
    "aandeel-boven-100": "Aandelen van meer dan 100 %",
    "bovengrens": "Ondergrenzen boven de bovengrens",
    "regio": "Regio's die ontbreken of niet bekend zijn",
    "reeks-gat": "Perioden die in een reeks ontbreken",
    "boom": "Doelen die niet in de boom passen",
    "register-onbekend": "Nummers die niet in het register staan",
    "bron-bestaat-niet": "Regels die niet in het stuk staan",
}
_UNREAD = {
    "date": "datum-onleesbaar", "moment": "datum-onleesbaar",
    "hours": "uren-onleesbaar", "fte": "uren-onleesbaar",
    "amount": "bedrag-onleesbaar", "count": "aantal-onleesbaar", "boolean": "ja-of-nee",
    "home": "gemeente-onbekend", "work": "gemeente-onbekend", "job_type": "soort-baan-onbekend",
    "contract": "contract-onbekend", "target_group": "doelgroep-onbekend", "sector": "sector-onbekend",
    "channel": "kanaal-onbekend", "pillar": "pijler-onbekend", "party": "partij-onbekend",
    "level": "niveau-onbekend", "track": "leerweg-onbekend", "client_group": "doelgroep-onbekend",
    "group": "doelgroep-onbekend", "provider": "kanaal-onbekend", "euros": "bedrag-onleesbaar",
    "positions": "aantal-onleesbaar", "whole": "aantal-onleesbaar", "secret_count": "aantal-onleesbaar",
    "money": "bedrag-onleesbaar", "bound": "getal-onleesbaar", "observation": "getal-onleesbaar",
    "day": "datum-onleesbaar", "measured": "datum-onleesbaar",
    "year": "datum-onleesbaar", "series_period": "periode", "region": "regio",
    "register": "register-onbekend", "organisation": "partij-onbekend", "known_party": "partij-onbekend",
    "known_pillar": "pijler-onbekend", "known_sector": "sector-onbekend",
}  # fmt: skip


def unread(type_: str, severity: str, value: str | None) -> str:
    """Return the code of a text that the reader of a column (of this type) couldn't read."""
    if value and cell_error(value):
        return "excel-fout"
    if type_ == "hours" and severity == "warning":
        return "uren-geschat"
    return _UNREAD.get(type_, "waarde-onbekend")


def words_of(sort: str) -> str:
    """Return what stands above the problems of one kind."""
    return WORDS.get(sort, WORDS["rij"])
