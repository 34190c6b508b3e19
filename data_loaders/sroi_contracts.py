"""Contracts with a social return obligation: what was promised, and what came of it.

A file may have a row per contract or a row per activity; amounts and promises of a contract are kept with its
first row only, so that sums count them once.
"""

from __future__ import annotations

import pyarrow as pa

from data_loaders import shared
from data_loaders.kind import Check, Kind
from data_loaders.offers import PLACES, Offer
from data_loaders.rules import TWICE_CHECK, date_checks, missing_check, order_check
from data_loaders.shared import column
from data_loaders.sroi_values import EUROS, READERS

COLUMNS = (
    column(
        "contract_id", "code",
        "contractnr|contractnummer|contract nr|contract-id|contract_id|contractkenmerk|besteknummer|"
        "besteknr|bestek|bestekcode|opdrachtnummer|opdrachtnr|zaaknummer|projectnummer|projectnr|"
        "aanbestedingsnummer",
        "het nummer van het contract", required=True,
    ),
    column(
        "contractor", "text",
        "opdrachtnemer|naam opdrachtnemer|contractant|contractpartij|leverancier|aannemer|gegunde partij|"
        "werkgever|bedrijf|bedrijfsnaam", "",
    ),
    column(
        "contract_name", "text",
        "contractnaam|naam contract|opdracht|naam opdracht|omschrijving opdracht|omschrijving contract|"
        "project|projectnaam|naam project|aanbesteding|naam aanbesteding|perceel", "",
    ),
    column(
        "contract_value", "euros",
        "opdrachtwaarde|contractwaarde|waarde opdracht|waarde contract|gunningsbedrag|opdrachtsom|"
        "aanneemsom|contractsom|totale opdrachtwaarde|gegunde waarde|opdrachtbedrag", "",
    ),
    column(
        "obligation", "euros",
        "verplichting|verplichting eur|verplichting euro|verplichting in euro|sroi-verplichting|"
        "sr-verplichting|sroi verplichting eur|verplichting bedrag|sroi-bedrag|opgelegde waarde|sroi-waarde|"
        "sr-waarde|verplichte inspanningswaarde|sroi opgave", "",
    ),
    column(
        "obligation_pct", "percentage",
        "verplichting procent|verplichting percentage|sroi-verplichting procent|sroi procent|"
        "sroi-percentage|sr-percentage|percentage sroi|percentage verplichting|percentage|sr procent|"
        "verplicht percentage", "",
    ),
    column(
        "start_date", "date",
        "startdatum|start|startdatum contract|start contract|ingangsdatum|ingangsdatum contract|"
        "begindatum|begindatum contract|contract vanaf|datum gunning|gunningsdatum|looptijd van|"
        "startdatum opdracht|start opdracht|datum start",
        "de startdatum van het contract", required=True,
    ),
    column(
        "end_date", "date",
        "einddatum|einde|einddatum contract|einde contract|contract tot|looptijd tot|einddatum opdracht|"
        "einde opdracht|datum einde|tot en met|t/m", "",
    ),
    column(
        "places_committed", "whole",
        "afgesproken plaatsen|plaatsen afgesproken|toegezegde plaatsen|plaatsen toegezegd|"
        "verplichte plaatsen|plaatsen verplicht|aantal plaatsen afgesproken|afgesproken arbeidsplaatsen|"
        "afgesproken plekken|toezegging plaatsen|plekken afgesproken", "",
    ),
    column(
        "places_realised", "whole",
        "gerealiseerde plaatsen|plaatsen gerealiseerd|aantal plaatsen gerealiseerd|plekken gerealiseerd|"
        "gerealiseerde arbeidsplaatsen|gerealiseerde banen|gerealiseerde plekken|ingevulde plaatsen|"
        "plaatsen ingevuld|gerealiseerde plaatsingen", "",
    ),
    column(
        "internships_realised", "whole",
        "gerealiseerde stages|stages gerealiseerd|gerealiseerde stageplaatsen|stageplaatsen gerealiseerd|"
        "ingevulde stages|stages|stageplaatsen", "",
    ),
    column(
        "realised_value", "euros",
        "inspanningswaarde|gerealiseerde waarde|gerealiseerd bedrag|ingevulde waarde|waarde gerealiseerd|"
        "gerealiseerde inspanningswaarde|behaalde waarde|ingevuld bedrag|gerealiseerde sroi", "",
    ),
    column("target_group", "target_group", "doelgroep|doelgroep_code|doelgroep sroi|groep", ""),
    column(
        "contract_status", "contract_status",
        "status|status contract|status invulling|status verantwoording|beoordeling|goedkeuring|"
        "status activiteit", "",
    ),
    column(
        "municipality", "work",
        "gemeente|gemeentenaam|gemeentecode|aanbestedende gemeente|gemeente opdrachtgever|opdrachtgever|"
        "aanbestedende dienst|inkopende gemeente", "",
    ),
    shared.PERIOD,
)  # fmt: skip


def _once(field: str) -> str:
    """Return the SQL of what belongs to the contract: it stays with the first row that has it."""
    first = f"PARTITION BY contract_id, {field} IS NULL ORDER BY rid"
    return f"if(row_number() OVER ({first}) = 1, {field}, NULL)"


def _same(field: str, what: str) -> Check:
    """Return the error about a row of a contract that says otherwise than the first one."""
    told = f"first_value({field} IGNORE NULLS) OVER (PARTITION BY contract_id ORDER BY rid)"
    return Check(
        field, "error", f"{field} <> told",
        f"'{what} van contract \"' || contract_id || '\" staat in een eerdere rij anders. "
        "Maak beide gelijk of laat dit leeg.'",
        source=f"(SELECT *, {told} AS told FROM typed)",
    )  # fmt: skip


KIND = Kind(
    key="sroi",
    label="SROI-contracten",
    one="SROI-contract",
    columns=COLUMNS,
    others=(),
    needs="een kolom met het contractnummer, een kolom met de startdatum en een kolom met de opdrachtwaarde",
    anchor="contract_id",
    number="",
    period=("start_date",),
    telling=frozenset(
        {"contract_id", "contract_value", "obligation", "obligation_pct", "places_committed"}
        | {"places_realised", "internships_realised", "realised_value"}
    ),
    signs=frozenset(
        {"contract_value", "obligation", "obligation_pct", "places_committed", "places_realised"}
    ),
    counted=frozenset({"contract_status"}),
    output=(
        ("contract_id", pa.string(), "contract_id"),
        ("contractor", pa.string(), "contractor"),
        ("contract_name", pa.string(), "contract_name"),
        ("contract_value", EUROS, _once("contract_value")),
        ("obligation", EUROS, _once("obligation")),
        ("obligation_pct", pa.decimal128(6, 2), _once("obligation_pct")),
        ("start_date", pa.date32(), "start_date"),
        ("end_date", pa.date32(), "end_date"),
        ("places_committed", pa.int32(), _once("places_committed")),
        ("places_realised", pa.int32(), "places_realised"),
        ("internships_realised", pa.int32(), "internships_realised"),
        ("realised_value", EUROS, "realised_value"),
        ("target_group", pa.string(), "target_group"),
        ("status", pa.string(), "contract_status"),
        ("municipality", pa.string(), "municipality"),
    ),
    checks=(
        missing_check("contract_id", "het contractnummer"),
        *date_checks("start_date", "de startdatum", ahead=True),
        order_check("end_date", "start_date", "de einddatum", "de startdatum"),
        _same("contract_value", "de opdrachtwaarde"),
        _same("obligation", "de verplichting"),
        _same("places_committed", "het aantal afgesproken plaatsen"),
        TWICE_CHECK,
    ),
    offers={
        "contract_id": Offer("Contractnummer", "Het nummer van het contract.", "C-2015-001"),
        "contractor": Offer("Opdrachtnemer", "Het bedrijf dat het werk doet.", "Voorbeeld BV"),
        "contract_name": Offer("Opdracht", "Waar het contract over gaat.", "Groenonderhoud"),
        "contract_value": Offer("Opdrachtwaarde", "In euro.", "250000"),
        "obligation": Offer("Verplichting in euro", "Wat aan social return is afgesproken.", "12500"),
        "obligation_pct": Offer("Verplichting percentage", "Het deel van de opdrachtwaarde.", "5"),
        "start_date": Offer("Startdatum contract", "De dag waarop het contract inging.", "01-03-2015"),
        "end_date": Offer("Einddatum contract", "Leeg als er geen einde is.", "28-02-2017"),
        "places_committed": Offer("Afgesproken plaatsen", "Hoeveel plaatsen zijn toegezegd.", "3"),
        "places_realised": Offer("Gerealiseerde plaatsen", "Hoeveel er zijn ingevuld.", "2"),
        "internships_realised": Offer(
            "Gerealiseerde stages", "Tellen ook bij onderwijs naar werk; staan dus apart.", "1"
        ),
        "realised_value": Offer("Inspanningswaarde", "Wat is ingevuld, in euro.", "9500"),
        "target_group": Offer("Doelgroep", "Kies uit de lijst.", "Participatiewet", "target_group"),
        "contract_status": Offer("Status", "Alleen goedgekeurd telt mee.", "goedgekeurd", "sroi_status"),
        "municipality": Offer("Gemeente", "De gemeente die inkoopt.", "Haarlem", PLACES),
    },
    readers=READERS,
)  # fmt: skip
