"""Trajectories towards work: for whom, by whom, how far, and whether work lasted."""

from __future__ import annotations

import pyarrow as pa

from data_loaders import shared
from data_loaders.kind import Check, Kind
from data_loaders.offers import MUNICIPALITY, PERSON, YES_NO, Offer
from data_loaders.rules import (
    TWICE_CHECK,
    date_checks,
    no_place_check,
    order_check,
    region_check,
    same_id_check,
)
from data_loaders.shared import column
from data_loaders.trajectory_values import READERS

COLUMNS = (
    column(
        "trajectory_id", "code",
        "trajectnr|trajectnummer|traject nr|traject-id|traject_id|nummer traject|trajectkenmerk|"
        "registratienummer reintegratievoorziening|voorzieningnr|voorzieningnummer|trajectcode",
        "",
    ),
    shared.PERSON,
    column("municipality", "home", shared.HOME_SYNONYMS, "de gemeente blijft onbekend"),
    column(
        "start_date", "date",
        "startdatum|startdatum traject|datum start traject|start traject|begindatum traject|begin traject|"
        "ingangsdatum|ingangsdatum traject|datum start|start|begindatum|start datum|datum aanvang|"
        "aanvangsdatum|startdatum voorziening|datum ingang|datum start voorziening|begin",
        "de startdatum van het traject", required=True,
    ),
    column(
        "end_date", "date",
        "einddatum|einddatum traject|datum einde traject|einde traject|einde|eind datum|datum einde|"
        "afgerond op|datum afronding|einddatum voorziening|afloopdatum|t/m|tot en met", "",
    ),
    column(
        "target_group", "group",
        "doelgroep|doelgroep_code|doelgroep traject|uitkering|uitkeringssoort|soort uitkering|wet|grondslag|"
        "regeling client",
        "de doelgroep blijft onbekend",
    ),
    column(
        "provider", "provider",
        "aanbieder|trajectaanbieder|uitvoerder|uitvoerende organisatie|uitgevoerd door|re-integratiebureau|"
        "reintegratiebedrijf|re-integratiebedrijf|naam aanbieder|bureau|contractpartner|leverancier",
        "niet bekend is wie het traject geeft",
    ),
    column(
        "provision", "provision",
        "voorziening|soort traject|trajectsoort|type traject|traject|soort voorziening|type voorziening|"
        "omschrijvingtype|omschrijving voorziening|reintegratievoorziening|re-integratievoorziening|"
        "instrument|product",
        "de voorziening blijft onbekend",
    ),
    column(
        "step", "step",
        "stap|trajectstap|huidige stap|stap in traject|fase|trajectfase|fase traject|huidige fase", "",
    ),
    column(
        "placed_date", "date",
        "datum plaatsing|plaatsingsdatum|geplaatst op|datum geplaatst|datum werk|datum uitstroom naar werk|"
        "aan het werk op|datum aan het werk|uit naar werk op", "",
    ),
    column(
        "result", "result",
        "resultaat|trajectresultaat|resultaat traject|uitkomst|eindresultaat|reden einde|"
        "reden beeindiging|omschrijving resultaat|omschrijvingresultaat", "",
    ),
    column(
        "sustained_6", "boolean",
        "na 6 maanden aan het werk|6 maanden aan het werk|nog aan het werk na 6 maanden|na 6 maanden|"
        "duurzaam 6 maanden|duurzaam na 6 maanden|duurzaam (6 mnd)|duurzaam 6 mnd|6 mnd aan het werk", "",
    ),
    column(
        "sustained_12", "boolean",
        "na 12 maanden aan het werk|12 maanden aan het werk|nog aan het werk na 12 maanden|na 12 maanden|"
        "duurzaam 12 maanden|duurzaam na 12 maanden|duurzaam (12 mnd)|duurzaam 12 mnd|12 mnd aan het werk",
        "",
    ),
    column("count", "count", "aantal|aantallen|aantal trajecten|trajecten|n|aantal personen|personen", ""),
    shared.PERIOD,
)  # fmt: skip

KIND = Kind(
    key="trajectory",
    label="trajecten",
    one="traject",
    columns=COLUMNS,
    others=(),
    needs="een kolom met de startdatum en kolommen zoals voorziening en aanbieder",
    anchor="start_date",
    number="trajectory_id",
    period=("start_date",),
    telling=frozenset({"trajectory_id", "provider", "step", "sustained_6", "sustained_12"}),
    signs=frozenset({"trajectory_id", "provider", "provision", "step", "sustained_6", "sustained_12"}),
    counted=frozenset({"municipality", "target_group", "provider", "provision"}),
    output=(
        ("trajectory_id", pa.string(), "trajectory_id"),
        ("person_key", pa.string(), "person_key"),
        ("municipality", pa.string(), "municipality"),
        ("start_date", pa.date32(), "start_date"),
        ("end_date", pa.date32(), "end_date"),
        ("target_group", pa.string(), "target_group"),
        ("provider", pa.string(), "provider"),
        ("provision", pa.string(), "provision"),
        ("step", pa.string(), "step"),
        ("placed_date", pa.date32(), "placed_date"),
        ("result", pa.string(), "result"),
        ("sustained_6", pa.bool_(), "sustained_6"),
        ("sustained_12", pa.bool_(), "sustained_12"),
        *shared.QUANTITY,
    ),
    checks=(
        *date_checks("start_date", "de startdatum"),
        order_check("end_date", "start_date", "de einddatum", "de startdatum"),
        order_check("placed_date", "start_date", "de plaatsing van", "de startdatum"),
        Check(
            "sustained_12", "warning", "sustained_12 AND NOT sustained_6",
            "'na 12 maanden aan het werk en na 6 maanden niet: klopt dat?'", grouped=True,
        ),
        no_place_check("municipality"),
        region_check("municipality", "start_date"),
        same_id_check("traject", "trajectory_id"),
        TWICE_CHECK,
    ),
    offers={
        "trajectory_id": Offer("Trajectnummer", "Een eigen nummer, om dubbele rijen te herkennen.", "T-001"),
        "person_key": PERSON,
        "municipality": MUNICIPALITY,
        "start_date": Offer("Startdatum traject", "De dag waarop het traject begon.", "01-09-2015"),
        "end_date": Offer("Einddatum traject", "Leeg als het traject nog loopt.", "01-03-2016"),
        "target_group": Offer("Doelgroep", "Kies uit de lijst.", "Participatiewet", "trajectory_group"),
        "provider": Offer("Aanbieder", "Wie het traject geeft.", "Pasmatch", "provider"),
        "provision": Offer("Soort traject", "Kies uit de lijst.", "leerwerktraject", "provision"),
        "step": Offer("Stap", "Hoe ver het traject is.", "matching", "step"),
        "placed_date": Offer("Datum plaatsing", "Leeg als er geen plaatsing was.", "15-02-2016"),
        "result": Offer("Resultaat", "Kies uit de lijst.", "geplaatst in werk", "trajectory_result"),
        "sustained_6": Offer("Na 6 maanden aan het werk", "Leeg als het nog niet bekend is.", "ja", YES_NO),
        "sustained_12": Offer("Na 12 maanden aan het werk", "Leeg als het nog niet bekend is.", "ja", YES_NO),
    },
    readers=READERS,
)  # fmt: skip
