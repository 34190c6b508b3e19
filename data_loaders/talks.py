"""Participation talks: who was invited, who came, and what followed."""

from __future__ import annotations

import pyarrow as pa

from data_loaders import client_groups, shared
from data_loaders.categories import category
from data_loaders.kind import Check, Kind
from data_loaders.offers import MUNICIPALITY, PERSON, Offer
from data_loaders.rules import (
    TWICE_CHECK,
    no_place_check,
    order_check,
    range_checks,
    region_check,
    same_id_check,
)
from data_loaders.shared import column

COLUMNS = (
    column(
        "talk_id", "code",
        "gespreksnummer|gespreknummer|gespreksnr|gespreknr|gesprek nr|gesprek-id|gesprek_id|id gesprek", "",
    ),
    shared.PERSON,
    column("municipality", "home", shared.HOME_SYNONYMS, "de gemeente blijft onbekend"),
    column(
        "invited_date", "date",
        "datum uitnodiging|uitnodigingsdatum|uitgenodigd op|datum uitgenodigd|uitnodiging verzonden|"
        "uitnodiging verstuurd|uitnodiging|opgeroepen op|datum oproep|oproepdatum|uitgenodigd",
        "",
    ),
    column(
        "talk_date", "date",
        "datum gesprek|gespreksdatum|datum participatiegesprek|participatiegesprek|gesprek op|"
        "participatiegesprek op|gesproken op|gesprek gevoerd op|datum gesprek gevoerd|gesprek gevoerd|"
        "datum intakegesprek|gespreksdag",
        "niet bekend is wie een gesprek heeft gehad",
    ),
    column("client_group", "client_group", client_groups.SYNONYMS, "de klantgroep blijft onbekend"),
    column(
        "plan_date", "date",
        "datum plan|datum plan van aanpak|plan van aanpak|plan van aanpak op|pva|datum pva|"
        "plan opgesteld op|datum plan opgesteld|datum participatieplan|participatieplan|plan vastgesteld op",
        "",
    ),
    column(
        "referral", "referral",
        "verwijzing|verwezen naar|doorverwezen naar|doorverwijzing|vervolg|vervolgstap|toegeleid naar|"
        "toeleiding|vervolg na gesprek|vervolgtraject", "",
    ),
    column(
        "outcome", "outcome",
        "uitkomst|uitkomst gesprek|resultaat gesprek|status gesprek|afloop gesprek|resultaat|status|afloop",
        "",
    ),
    column("count", "count", "aantal|aantallen|aantal gesprekken|gesprekken|n|aantal personen|personen", ""),
    shared.PERIOD,
)  # fmt: skip
read_referral = category(
    {
        "trajectory": "traject|re-integratietraject|reintegratietraject|leerwerktraject|re-integratie|"
        "reintegratie|pasmatch|werkervaringsplaats",
        "vacancy": "vacature|werk|betaald werk|directe bemiddeling|baan|wsp|werkgeversservicepunt",
        "zorg": "zorgpartner|ggz|hulpverlening|behandeling|zorgtraject",
        "wijkteam": "sociaal wijkteam|wijkteams|swt",
        "dagbesteding": "arbeidsmatige dagbesteding|wmo dagbesteding",
        "scholing": "opleiding|school|cursus|evc|taalcursus|studie",
        "vrijwilligerswerk": "vrijwilliger|participatieplek|participatieplaats|maatschappelijke participatie",
        "overig": "anders|overige|iets anders|schuldhulpverlening|schuldhulp",
        "geen": "geen verwijzing|niet verwezen|nvt",
    },
    "de verwijzing",
)  # fmt: skip
read_outcome = category(
    {
        "plan-gemaakt": "plan gemaakt|plan opgesteld|gevoerd|gesprek gevoerd|verschenen|afgerond|gehouden",
        "plan-bijgesteld": "plan bijgesteld|plan aangepast",
        "niet-verschenen": "niet verschenen|no show|no-show|niet gekomen|afwezig",
        "afgezegd": "afgemeld|geannuleerd|verzet|uitgesteld",
        "geen-plan": "geen plan nodig|geen plan|geen vervolg|ontheffing",
    },
    "de uitkomst",
)  # fmt: skip

KIND = Kind(
    key="talk",
    label="participatiegesprekken",
    one="participatiegesprek",
    columns=COLUMNS,
    others=(),
    needs="een kolom met de datum van de uitnodiging of van het gesprek",
    anchor="talk_date",
    number="talk_id",
    period=("invited_date", "talk_date"),
    telling=frozenset({"talk_id", "invited_date", "talk_date", "plan_date", "referral"}),
    signs=frozenset({"talk_id", "invited_date", "talk_date", "plan_date"}),
    counted=frozenset({"municipality", "talk_date", "client_group"}),
    output=(
        ("talk_id", pa.string(), "talk_id"),
        ("person_key", pa.string(), "person_key"),
        ("municipality", pa.string(), "municipality"),
        ("invited_date", pa.date32(), "invited_date"),
        ("talk_date", pa.date32(), "talk_date"),
        ("client_group", pa.string(), "client_group"),
        ("plan_date", pa.date32(), "plan_date"),
        ("referral", pa.string(), "referral"),
        ("outcome", pa.string(), "outcome"),
        *shared.QUANTITY,
    ),
    checks=(
        Check(
            "", "error",
            "talk_date IS NULL AND NOT talk_date_wrong AND invited_date IS NULL AND NOT invited_date_wrong",
            "'er is geen datum van een uitnodiging of een gesprek. Vul er één in of laat de rij weg.'",
            sort="datum-ontbreekt",
        ),
        *range_checks("talk_date", "het gesprek van"),
        *range_checks("invited_date", "de uitnodiging van", ahead=True),
        *range_checks("plan_date", "het plan van", ahead=True),
        order_check("talk_date", "invited_date", "het gesprek van", "de uitnodiging van"),
        no_place_check("municipality"),
        region_check("municipality", "coalesce(talk_date, invited_date)"),
        same_id_check("gesprek", "talk_id"),
        TWICE_CHECK,
    ),
    offers={
        "talk_id": Offer("Gespreksnummer", "Een eigen nummer, om dubbele rijen te herkennen.", "G-001"),
        "person_key": PERSON,
        "municipality": MUNICIPALITY,
        "invited_date": Offer("Datum uitnodiging", "Wanneer iemand is uitgenodigd.", "01-06-2015"),
        "talk_date": Offer("Datum gesprek", "Leeg als er geen gesprek was.", "15-06-2015"),
        "client_group": client_groups.OFFER,
        "plan_date": Offer("Datum plan van aanpak", "Leeg als er geen plan is.", "30-06-2015"),
        "referral": Offer("Verwezen naar", "Kies uit de lijst.", "traject", "referral"),
        "outcome": Offer("Uitkomst gesprek", "Kies uit de lijst.", "plan gemaakt", "talk_outcome"),
    },
    readers={
        "client_group": (client_groups.read_client_group, pa.string()),
        "referral": (read_referral, pa.string()),
        "outcome": (read_outcome, pa.string()),
    },
)  # fmt: skip
