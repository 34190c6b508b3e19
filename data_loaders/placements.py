"""Placements: people who started in a job, one row each (or a count of them)."""

from __future__ import annotations

import pyarrow as pa

from data_loaders import offers, shared
from data_loaders.kind import Kind
from data_loaders.rules import TWICE_CHECK, same_id_check
from data_loaders.shared import column

COLUMNS = (
    column(
        "placement_id", "code",
        "plaatsing_id|plaatsingsnr|plaatsingsnummer|plaatsing nr|id plaatsing|matchnr|matchnummer|"
        "bemiddelingsnr|"
        "trajectnr|trajectnummer|dossiernr|dossiernummer|volgnr|volgnummer|regelnr|ref|referentie|"
        "registratienummer|registratienummer reintegratievoorziening|kenmerk|nr|id",
        "",
    ),
    shared.PERSON,
    shared.START,
    shared.END,
    shared.HOURS_PER_WEEK,
    shared.FTE,
    column(
        "job_type", "job_type",
        "soort baan|soort plaatsing|type plaatsing|plaatsingsvorm|vorm|soort werk|soort dienstverband|"
        "type dienstverband|contractsoort|soort contract|contractvorm|regeling|instrument|type voorziening|"
        "voorziening|codetype|omschrijvingtype|uitstroomrichting|resultaat|"
        "uitstroomsoort|soort uitstroom",
        "de soort baan blijft onbekend",
    ),
    column(
        "contract_kind", "contract",
        "tijdelijk/vast|vast/tijdelijk|bepaalde tijd|onbepaalde tijd|contract|vast|bep/onbep|"
        "duur contract|contractduur",
        "",
    ),
    column(
        "target_group", "target_group",
        "doelgroep|doelgroep_code|klantgroep|categorie|grondslag|wet|regeling client|uitkeringssoort|"
        "soort uitkering|herkomst|arrangement|trede|participatietrede|ladder|uitkering|"
        "regeling (wsw/p-wet)",
        "de doelgroep blijft onbekend",
    ),
    column(
        "in_register", "boolean",
        "doelgroepregister|doelgroepenregister|dgr|lbr|in dgr|in doelgroepregister|"
        "indicatie doelgroepenregister|"
        "indicatie banenafspraak|banenafspraak j/n|doelgroep banenafspraak|doelgroepverklaring|praktijkroute|"
        "doelgroep banenafspraak j/n",
        "niet bekend is wie in het doelgroepregister staat",
    ),
    column("municipality_home", "home", shared.HOME_SYNONYMS, "de gemeente", required=True),
    shared.WORK,
    shared.EMPLOYER,
    shared.SECTOR,
    column(
        "sbi", "code",
        "sbi|sbi-code|sbi2008|sbi-2008|branche|branchecode|bedrijfstak|sector (sbi)|hoofdactiviteit",
        "",
    ),
    column(
        "kvk", "code",
        "kvk|kvk-nummer|kvknr|kvk nummer|handelsregister|vestigingsnummer|loonheffingennummer|lhn",
        "",
    ),
    shared.CHANNEL,
    shared.PILLAR,
    shared.PARTY,
    shared.SROI,
    column(
        "sroi_value", "amount",
        "inspanningswaarde|sroi-waarde|waarde|sr-waarde|bouwblok|opgelegde waarde|ingevulde waarde|"
        "gerealiseerd bedrag|opdrachtwaarde|sroi-verplichting|percentage",
        "",
    ),
    shared.PERIOD,
    shared.COUNT,
)  # fmt: skip

# Places on offer are no placements, however much the heading looks like a count of them.
OTHERS = ("aantal plaatsen", "aantal arbeidsplaatsen", "aantal vacatures")

KIND = Kind(
    key="placement",
    label="plaatsingen",
    one="plaatsing",
    columns=COLUMNS,
    others=OTHERS,
    needs="een kolom met de plaatsingsdatum en een kolom met de gemeente",
    anchor="placement_date",
    number="placement_id",
    period=("start_date",),
    telling=frozenset({"job_type", "in_register", "target_group", "contract_kind", "sroi_value"}),
    signs=frozenset(),
    counted=frozenset(
        {"person_key", "end_date", "hours_per_week", "job_type", "target_group", "in_register"}
        | {"employer", "employer_sector_type"}
    ),
    output=(
        ("placement_id", pa.string(), "placement_id"),
        ("person_key", pa.string(), "person_key"),
        ("start_date", pa.date32(), "placement_date"),
        ("end_date", pa.date32(), "end_date"),
        *shared.HOURS_OUTPUT,
        ("job_type", pa.string(), "job_type"),
        ("contract_kind", pa.string(), "contract_kind"),
        ("target_group", pa.string(), "target_group"),
        ("in_register", pa.bool_(), "in_register"),
        ("municipality_home", pa.string(), "municipality_home"),
        ("municipality_work", pa.string(), "municipality_work"),
        ("employer", pa.string(), "employer"),
        ("sector", pa.string(), "employer_sector_type"),
        ("sbi", pa.string(), "sbi"),
        ("kvk", pa.string(), "if(regexp_full_match(kvk, '\\d{1,8}'), lpad(kvk, 8, '0'), kvk)"),
        ("channel", pa.string(), "channel"),
        ("pillar", pa.string(), "pillar"),
        ("party", pa.string(), "coalesce(lsa_partner, employer_party)"),
        ("via_sroi", pa.bool_(), "via_sroi"),
        ("sroi_value", pa.decimal128(12, 2), "sroi_value"),
        *shared.QUANTITY,
    ),
    checks=(
        *shared.DATE_CHECKS,
        shared.NO_HOME_CHECK,
        shared.REGION_CHECK,
        same_id_check("plaatsing"),
        TWICE_CHECK,
    ),
    offers=offers.PLACEMENT,
    readers={},
)
