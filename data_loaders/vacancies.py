"""Vacancies: one row each, with when it was opened and when its first suitable candidate came."""

from __future__ import annotations

import pyarrow as pa

from data_loaders import shared
from data_loaders.categories import category
from data_loaders.kind import Check, Kind
from data_loaders.rules import TWICE_CHECK, date_checks, same_id_check
from data_loaders.shared import HOURS, column
from data_loaders.vacancy_offers import OFFERS
from data_loaders.values import MISSING, NOTHING, Reading, whole_number

COLUMNS = (
    column(
        "vacancy_id", "code",
        "vacaturenummer|vacaturenr|vacature nr|vacature-id|vacature_id|nummer vacature|vac nr|vacnr|"
        "kenmerk vacature|vacaturekenmerk|vacature referentie|ordernummer",
        "",
    ),
    column(
        "opened_at", "moment",
        "datum vacature|datum opening|openingsdatum|datum geopend|geopend op|datum open|vacature geopend|"
        "vacature open|datum ontvangst|ontvangstdatum|ontvangen op|datum ontvangen|datum melding|"
        "meldingsdatum|gemeld op|datum aanmelding|aanmelddatum|aangemeld op|datum invoer|invoerdatum|"
        "datum opengesteld|opengesteld op|startdatum vacature|vacaturedatum|publicatiedatum|"
        "datum publicatie|gepubliceerd op|datum indiening|ingediend op|datum tijd opening|geopend",
        "de dag waarop de vacature werd geopend", required=True,
    ),
    column(
        "candidate_at", "moment",
        "eerste kandidaat|datum eerste kandidaat|eerste kandidaat op|eerste geschikte kandidaat|"
        "eerste geschikte kandidaat op|"
        "datum eerste geschikte kandidaat|datum voorgesteld|voorgesteld op|datum eerste voorstel|"
        "eerste voorstel|kandidaat voorgesteld|kandidaat voorgesteld op|datum kandidaat voorgesteld|"
        "eerste voordracht|datum voordracht|datum eerste voordracht|voordrachtdatum|voorgedragen op|"
        "datum eerste cv|eerste cv|datum eerste match|eerste match|datum bemiddeling|eerste reactie",
        "niet bekend is hoe snel er een kandidaat was",
    ),
    column(
        "closed_date", "date",
        "datum sluiting|sluitingsdatum|gesloten op|datum gesloten|datum afgesloten|afgesloten op|"
        "datum vervuld|vervuld op|datum vervulling|datum ingetrokken|ingetrokken op|einddatum vacature|"
        "datum einde vacature|einde vacature|vervaldatum|datum vervallen|afsluitdatum|datum afsluiting",
        "",
    ),
    column(
        "vacancy_status", "vacancy_status",
        "status|vacaturestatus|status vacature|stand van zaken|fase vacature|afloop|afloop vacature|"
        "reden sluiting|reden afsluiting|omschrijvingstatus",
        "",
    ),
    column(
        "positions", "positions",
        "aantal plaatsen|aantal vacatures|aantal arbeidsplaatsen|aantal posities|posities|plaatsen|"
        "arbeidsplaatsen|aantal|vacatures|gevraagd aantal|aantal gevraagd|aantal openstaande plaatsen|"
        "aantal openstaande vacatures|aantal functies",
        "",
    ),
    shared.EMPLOYER,
    column(
        "kvk", "code", "kvk|kvk-nummer|kvknr|kvk nummer|handelsregister|vestigingsnummer|lhn", "",
    ),
    shared.SECTOR,
    column(
        "sbi", "code",
        "sbi|sbi-code|sbi2008|sbi-2008|branche|branchecode|bedrijfstak|sector (sbi)|hoofdactiviteit", "",
    ),
    shared.CHANNEL,
    column(
        "municipality_work", "work",
        "|".join((*shared.WORK.synonyms, "gemeente|gemeentenaam|gemeentecode|plaats|vestigingsgemeente|"
                  "gemeente vacature|plaats vacature|gemeente bedrijf|werkplaats")),
        "",
    ),
    column(
        "hours_per_week", "hours",
        "|".join((*shared.HOURS_PER_WEEK.synonyms, "uren min/max|uren (min/max)|min/max uren|uren vacature")),
        "",
    ),
    column("hours_least", "hours", "uren min|min uren|minimum uren|uren minimaal|minimaal uren|uren van", ""),
    column("hours_most", "hours", "uren max|max uren|maximum uren|uren maximaal|maximaal uren|uren tot", ""),
    column(
        "jobcarving", "boolean",
        "jobcarving|job carving|via jobcarving|jobcarving j/n|functiecreatie|jobcreation|taakafsplitsing|"
        "functiesplitsing", "",
    ),
    # "Jobcoach" alone is the name of somebody and never read.
    column(
        "with_jobcoach", "boolean",
        "jobcoach j/n|met jobcoach|inzet jobcoach|jobcoach beschikbaar|jobcoach mogelijk|jobcoach ja/nee|"
        "jobcoach aangeboden", "",
    ),
    column(
        "no_risk", "boolean",
        "no-risk|no risk|norisk|no-riskpolis|no risk polis|norisk polis|no-riskpolis j/n|met no-riskpolis",
        "",
    ),
    # "LKS %" is a mark of health and never read.
    column(
        "wage_subsidy", "boolean",
        "met loonkostensubsidie|met lks|lks j/n|lks mogelijk|loonkostensubsidie mogelijk|"
        "loonkostensubsidie j/n|inzet loonkostensubsidie|loonkostensubsidie ja/nee", "",
    ),
    shared.PILLAR,
    shared.PERIOD,
)  # fmt: skip
read_status = category(
    {
        "open": "openstaand|lopend|loopt|actief|in behandeling|nieuw|publiek|openstaande vacature",
        "vervuld": "ingevuld|bezet|geplaatst|kandidaat geplaatst|succesvol|gevuld|match",
        "ingetrokken": "vervallen|geannuleerd|gesloten|teruggetrokken|niet vervuld|verlopen|afgesloten",
    },
    "de status",
)  # fmt: skip


def read_positions(text: str, heading: str = "") -> Reading:
    """Read how many people a vacancy asks for; a blank is one."""
    if text.lower() in MISSING:
        return NOTHING
    return whole_number(text, 1, 10_000, "aantal plaatsen", 2)


def _after(field: str, before: str, what: str) -> Check:
    """Return the error about something that came before the vacancy; within one day nothing is said."""
    return Check(
        field, "error", before,
        f"'{what} ' || strftime({field}, '%d-%m-%Y') || ' ligt vóór de opening op ' || "
        "strftime(opened_at, '%d-%m-%Y') || '. Verbeter één van beide of laat de rij weg.'",
        sort="einde-voor-begin",
    )  # fmt: skip


KIND = Kind(
    key="vacancy",
    label="vacatures",
    one="vacature",
    columns=COLUMNS,
    others=(),
    needs="een kolom met de dag waarop de vacature werd geopend",
    anchor="opened_at",
    number="vacancy_id",
    period=("opened_at",),
    telling=frozenset({"vacancy_id", "opened_at", "candidate_at", "positions", "jobcarving", "no_risk"}),
    signs=frozenset({"vacancy_id", "opened_at", "candidate_at", "jobcarving"}),
    counted=frozenset({"candidate_at"}),
    output=(
        ("vacancy_id", pa.string(), "vacancy_id"),
        ("opened_at", pa.timestamp("us"), "opened_at"),
        ("opened_timed", pa.bool_(), "opened_at = opened_at_high"),
        ("candidate_at", pa.timestamp("us"), "candidate_at"),
        ("candidate_timed", pa.bool_(), "candidate_at = candidate_at_high"),
        ("closed_date", pa.date32(), "closed_date"),
        ("status", pa.string(), "vacancy_status"),
        ("positions", pa.int32(), "coalesce(positions, 1)"),
        ("employer", pa.string(), "employer"),
        ("kvk", pa.string(), "if(regexp_full_match(kvk, '\\d{1,8}'), lpad(kvk, 8, '0'), kvk)"),
        ("sector", pa.string(), "employer_sector_type"),
        ("sbi", pa.string(), "sbi"),
        ("channel", pa.string(), "channel"),
        ("municipality_work", pa.string(), "municipality_work"),
        ("hours_low", HOURS, "coalesce(hours_per_week, hours_least, 0)"),
        (
            "hours_high", HOURS,
            "coalesce(hours_per_week_high, hours_most_high, greatest(hours_least, 40), 40)",
        ),
        ("jobcarving", pa.bool_(), "jobcarving"),
        ("jobcoach", pa.bool_(), "with_jobcoach"),
        ("no_risk", pa.bool_(), "no_risk"),
        ("wage_subsidy", pa.bool_(), "wage_subsidy"),
        ("pillar", pa.string(), "pillar"),
    ),
    checks=(
        *date_checks("opened_at", "de datum van opening"),
        _after("candidate_at", "candidate_at_high < opened_at", "de eerste kandidaat van"),
        _after("closed_date", "closed_date < CAST(opened_at AS DATE)", "de sluiting op"),
        Check(
            "candidate_at", "error", "CAST(candidate_at AS DATE) > today",
            "'de eerste kandidaat van ' || strftime(candidate_at, '%d-%m-%Y') || ' ligt in de toekomst. "
            "Waarschijnlijk klopt het jaar niet. Verbeter de datum of laat de rij weg.'",
            sort="datum-toekomst",
        ),
        same_id_check("vacature", "vacancy_id"),
        TWICE_CHECK,
    ),
    offers=OFFERS,
    readers={
        "vacancy_status": (read_status, pa.string()),
        "positions": (read_positions, pa.int32()),
    },
)  # fmt: skip
