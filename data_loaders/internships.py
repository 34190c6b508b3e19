"""Internships and apprenticeships of vocational education, one row each (or a count of them)."""

from __future__ import annotations

import pyarrow as pa

from data_loaders import offers, shared
from data_loaders.kind import Kind
from data_loaders.rules import TWICE_CHECK, same_id_check
from data_loaders.shared import column

COLUMNS = (
    column(
        "placement_id", "code",
        "stage_id|stagenr|stagenummer|bpv id|bpvo nummer|bpvo nr|praktijkovereenkomst|pok nummer|"
        "plaatsing_id|"
        "plaatsingsnr|plaatsingsnummer|volgnr|volgnummer|regelnr|ref|referentie|kenmerk|nr|id",
        "",
    ),
    shared.PERSON,
    column(
        "placement_date", "date",
        "|".join((*shared.START.synonyms, "begin bpv|bpv begin|start bpv|startdatum bpv|begindatum bpv|"
                  "start stage|startdatum stage|begindatum stage|begin stage|stage begin")),
        "de startdatum", required=True,
    ),
    column(
        "end_date", "date",
        "|".join((*shared.END.synonyms, "eind bpv|einde bpv|bpv eind|einddatum bpv|einde stage|eind stage|"
                  "einddatum stage|stage einde|datum_uitschrijving")),
        "",
    ),
    shared.HOURS_PER_WEEK,
    shared.FTE,
    column(
        "internship_level", "level",
        "niveau|mbo-niveau|mbo niveau|niveau opleiding|kwalificatieniveau|codeniveauopleiding|entree|"
        "leerjaar",
        "",
    ),
    column(
        "internship_track", "track",
        "leerweg|codeleerwegmbo|onderwijssoort|bbl/bol|bol/bbl|traject|soort stage|type stage|bpv",
        "de leerweg (BBL of BOL) blijft onbekend",
    ),
    column(
        "crebo", "code", "crebo|crebocode|ilt/crebo|onderwijscode|kwalificatiecode|opleidingscode",
        "",
    ),
    column(
        "school", "text",
        "school|instelling|naam_inst|brin|brin_nr|onderwijsinstelling|naam_instelling|naam school",
        "",
    ),
    shared.EMPLOYER,
    column("municipality_home", "home", shared.HOME_SYNONYMS, "de woongemeente blijft onbekend"),
    shared.WORK,
    shared.SECTOR,
    shared.CHANNEL,
    shared.PILLAR,
    shared.PARTY,
    column(
        "extra", "boolean", "extra|extra j/n|extra plaats|extra stage|extra stageplaats|extra bpv",
        "",
    ),
    shared.SROI,
    shared.PERIOD,
    # In a list of vacancies these are the places on offer, so only here do they count.
    column(
        "count", "count", "|".join((*shared.COUNT.synonyms, "aantal plaatsen|aantal stageplaatsen")), "",
    ),
)  # fmt: skip

KIND = Kind(
    key="internship",
    label="stages",
    one="stage",
    columns=COLUMNS,
    others=(),
    needs="een kolom met de begindatum en kolommen zoals niveau, leerweg of school",
    anchor="placement_date",
    number="placement_id",
    period=("start_date",),
    telling=frozenset({"internship_level", "internship_track", "crebo", "school", "extra"}),
    signs=frozenset(),
    counted=frozenset({"internship_track", "municipality_home"}),
    output=(
        ("internship_id", pa.string(), "placement_id"),
        ("person_key", pa.string(), "person_key"),
        ("start_date", pa.date32(), "placement_date"),
        ("end_date", pa.date32(), "end_date"),
        *shared.HOURS_OUTPUT,
        ("level", pa.int32(), "internship_level"),
        ("track", pa.string(), "internship_track"),
        ("crebo", pa.string(), "crebo"),
        ("school", pa.string(), "school"),
        ("employer", pa.string(), "employer"),
        ("municipality_home", pa.string(), "municipality_home"),
        ("municipality_work", pa.string(), "municipality_work"),
        ("sector", pa.string(), "employer_sector_type"),
        ("channel", pa.string(), "channel"),
        ("pillar", pa.string(), "pillar"),
        ("party", pa.string(), "coalesce(lsa_partner, employer_party)"),
        ("extra", pa.bool_(), "extra"),
        ("via_sroi", pa.bool_(), "via_sroi"),
        *shared.QUANTITY,
    ),
    checks=(*shared.DATE_CHECKS, shared.REGION_CHECK, same_id_check("stage"), TWICE_CHECK),
    offers=offers.INTERNSHIP,
    readers={},
)
