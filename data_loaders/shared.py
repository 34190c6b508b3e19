"""Columns and checks that kinds of delivery have in common."""

from __future__ import annotations

import pyarrow as pa

from data_loaders.columns import Column, split_synonyms
from data_loaders.kind import RECOGNISED_ONLY
from data_loaders.rules import date_checks, no_place_check, order_check, region_check

HOURS = pa.decimal128(6, 2)


def column(field: str, kind: str, synonyms: str, note: str, required: bool = False) -> Column:
    """Return a column from a list of headings with bars between them."""
    return Column(field, kind, required, split_synonyms(synonyms), note)


PERSON = column(
    "person_key", "person",
    "clientnr|clientnummer|klantnr|klantnummer|kandidaatnr|kandidaatnummer|kandidaat-id|persoon_id|"
    "personeelsnr|"
    "deelnemernr|deelnemersnummer|koppelnummer|anr|a-nummer|pseudoniem|pid|studentnummer|leerlingnummer",
    "personen kunnen niet worden geteld, en een verlenging telt als nieuwe plaatsing",
)  # fmt: skip
START = column(
    "placement_date", "date",
    "plaatsingsdatum|datum plaatsing|datum_plaatsing|dat plaatsing|geplaatst op|geplaatst d.d.|start|"
    "startdatum|"
    "start datum|startdatum plaatsing|startdatum dienstverband|begindatum|begin datum|datum in dienst|"
    "indienst|"
    "in dienst|in dienst per|ingangsdatum|aanvangsdatum|datum aanvang|datum aanvang arbeidsverhouding|"
    "datum start|dd_st|start contract|ingang contract|ww|datum ingang|"
    "uitstroomdatum|datum uitstroom",
    "de startdatum", required=True,
)  # fmt: skip
END = column(
    "end_date", "date",
    "einddatum|eind datum|datum einde|einde|einde contract|einddatum contract|contract tot|datum uit dienst|"
    "uit dienst|uitdienst|datum einde arbeidsverhouding|afloopdatum|verwacht einde|datum verwacht einde|"
    "dd_end|"
    "t/m|tot en met|verwachte einddatum|verlengd tot",
    "niet bekend is wanneer iets eindigde, dus alles telt als nog lopend",
)  # fmt: skip
HOURS_PER_WEEK = column(
    "hours_per_week", "hours",
    "uren|uren pw|uren p/w|uren per week|uren/week|uren_week|aantal uren|aantal uur|urenomvang|arbeidsduur|"
    "contracturen|contractueren|dienstverband uren|omvang dienstverband|omvang (uren)|gem. uren|"
    "gemiddeld aantal uur per week|gemiddeld aantal uren|verloonde uren|wekelijkse uren|"
    "aantal urenpw beschikbaar|uren per maand|uren/maand|verloonde uren per maand|aantal uren per week",
    "de uren blijven onbekend, 0 tot 40 per week",
)  # fmt: skip
FTE = column(
    "fte", "fte",
    "fte|deeltijdfactor|deeltijd%|deeltijdpercentage|parttime %|dienstverband %|werktijdfactor|formatie", "",
)  # fmt: skip
HOME_SYNONYMS = (
    "woongemeente|gemeente|gemeentenaam|gem|gemcode|gemeentecode|cbs|cbs-code|gem_code|regios|regiokenmerken|"
    "woonplaats|plaats|gemeente client|gemeente kandidaat|bijstandsgemeente|gemeente van herkomst|"
    "klantgemeente|gemeente klant|woongemeente client"
)
WORK = column(
    "municipality_work", "work",
    "werkgemeente|gemeente werkgever|vestigingsplaats|plaats werkgever|werklocatie|locatie|standplaats",
    "",
)  # fmt: skip
EMPLOYER = column(
    "employer", "text",
    "werkgever|naam werkgever|bedrijf|bedrijfsnaam|organisatie|opdrachtgever|opdrachtnemer|contractpartij|"
    "leverancier|inlener|inlenende werkgever|leerbedrijf|stagebedrijf|relatie|klant (wg)|account|"
    "werkgever naam|werkgever/inlener",
    "de werkgever blijft onbekend, en een verlenging telt als nieuw",
)  # fmt: skip
SECTOR = column(
    "employer_sector_type", "sector",
    "sector|markt/overheid|overheid j/n|sector banenafspraak|type werkgever|soort werkgever|"
    "categorie werkgever",
    "niet bekend is of een baan bij de markt of de overheid hoort",
)  # fmt: skip
CHANNEL = column(
    "channel", "channel",
    "kanaal|bron|herkomst vacature|bemiddeld door|uitvoerder|organisatie bemiddelaar|via|intermediair|"
    "consulent organisatie|vestiging",
    "",
)  # fmt: skip
PILLAR = column(
    "pillar", "pillar", "pijler|programma|project|thema|doel|doe-agenda",
    "",
)  # fmt: skip
PARTY = column(
    "lsa_partner", "party", "lsa|lsa-partner|lsa partner|convenantpartij|akkoord|partner",
    "",
)  # fmt: skip
SROI = column(
    "via_sroi", "boolean",
    "sroi|social return|via sroi|sr|sr-verplichting|bestek|aanbesteding|contractnr|contractnummer",
    "",
)  # fmt: skip
COUNT = column(
    "count", "count",
    "aantal|aantallen|n|totaal|gerealiseerd|realisatie|stand|plaatsingen|banen|personen|stages|"
    "stageplaatsen|aantal plaatsingen|aantal stages|aantal personen|aantal banen", "",
)  # fmt: skip
PERIOD = column(
    "period", RECOGNISED_ONLY,
    "periode|perioden|maand|kwartaal|jaar|verslagmaand|rapportagemaand|peildatum|peilmoment|teljaar|week|"
    "weeknr", "",
)  # fmt: skip
# The columns that end each stored row of placements and internships.
QUANTITY = (
    ("quantity_low", pa.int32(), 'coalesce("count", 1)'),
    ("quantity_high", pa.int32(), 'coalesce(count_high, "count", 1)'),
)
HOURS_OUTPUT = (
    ("hours_low", HOURS, "coalesce(hours_per_week, fte * hours_per_fte, 0)"),
    ("hours_high", HOURS, "coalesce(hours_per_week_high, fte * hours_per_fte, 40)"),
)
DATE_CHECKS = (
    *date_checks("placement_date", "de startdatum"),
    order_check("end_date", "placement_date", "de einddatum", "de startdatum"),
)
REGION_CHECK = region_check("municipality_home", "placement_date")
NO_HOME_CHECK = no_place_check("municipality_home")
