"""Counts of clients: the stock on a day, and who came and went over a stretch of days.

A row has one count and says what was counted, or a column each for stock, inflow and outflow.
"""

from __future__ import annotations

import pyarrow as pa

from data_loaders import client_groups, shared
from data_loaders.caseload_values import READERS
from data_loaders.kind import Check, Kind
from data_loaders.offers import MUNICIPALITY, Offer
from data_loaders.rules import TWICE_CHECK, date_checks, missing_check, region_check
from data_loaders.shared import column

COLUMNS = (
    column(
        "measured", "measured",
        "peildatum|peilmoment|peilmaand|peil|stand per|maand|periode|perioden|kwartaal|jaar|verslagmaand|"
        "verslagperiode|rapportagemaand|teljaar|meetdatum|datum|datum stand|t/m|tot en met|periode tot|"
        "einde periode|laatste dag",
        "de peildatum of de periode", required=True,
    ),
    column(
        "begun", "date",
        "begin periode|periode van|periode vanaf|eerste dag|vanaf|begindatum periode|startdatum periode", "",
    ),
    column("municipality", "home", shared.HOME_SYNONYMS, "de gemeente", required=True),
    column(
        "measure", "measure",
        "telling|soort telling|meting|soort meting|maat|soort cijfer|soort aantal|stand/instroom/uitstroom|"
        "stand of stroom|stroom|mutatie|soort mutatie",
        "",
    ),
    column("client_group", "client_group", client_groups.SYNONYMS, ""),
    column(
        "client_group_before", "client_group",
        "vorige klantgroep|klantgroep vorig|klantgroep vorige peildatum|klantgroep vooraf|van klantgroep|"
        "klantgroep was|oude klantgroep|klantgroep vorige keer", "",
    ),
    column(
        "duration", "duration",
        "uitkeringsduur|duur|duur uitkering|duurklasse|bijstandsduur|duur bijstand|duur van de uitkering",
        "",
    ),
    column(
        "age", "age",
        "leeftijd|leeftijdsklasse|leeftijdscategorie|leeftijdsgroep|leeftijdklasse|leeftijd in klassen", "",
    ),
    column(
        "household", "household",
        "huishouden|huishoudtype|type huishouden|leefvorm|indicatie leefvorm|omschrijving leefvorm|"
        "gezinssamenstelling|huishoudsamenstelling|samenstelling huishouden", "",
    ),
    column(
        "count", "secret_count",
        "aantal|aantallen|aantal klanten|klanten|aantal clienten|clienten|aantal personen|personen|"
        "aantal uitkeringen|uitkeringen|bijstandsuitkeringen|n|totaal|aantal huishoudens|huishoudens", "",
    ),
    column(
        "stock", "secret_count",
        "stand|bestand|klantenbestand|omvang bestand|zittend bestand|stand ultimo|stand einde periode|"
        "lopende uitkeringen|aantal lopende uitkeringen|aantal bijstandsuitkeringen", "",
    ),
    column(
        "inflow", "secret_count",
        "instroom|aantal instroom|instroom bijstand|ingestroomd|nieuwe uitkeringen|toegekende uitkeringen",
        "",
    ),
    column(
        "outflow", "secret_count",
        "uitstroom|aantal uitstroom|uitstroom bijstand|uitgestroomd|beeindigde uitkeringen|uitstroom totaal|"
        "totale uitstroom", "",
    ),
    column(
        "outflow_to_work", "secret_count",
        "uitstroom naar werk|uitstroom werk|uitstroom wegens werk|uitgestroomd naar werk|waarvan naar werk|"
        "aantal uitstroom naar werk|uitstroom arbeid", "",
    ),
)  # fmt: skip
COUNTS = {
    "count": "measure", "stock": "'stand'", "inflow": "'instroom'", "outflow": "'uitstroom'",
    "outflow_to_work": "'uitstroom-naar-werk'",
}  # fmt: skip
# One row per count that was given. A count on a day, with nothing said of what it counts, is a stock.
SOURCE = "(" + " UNION ALL ".join(
    f"SELECT * REPLACE (coalesce({told}, if(measured = measured_high, 'stand', NULL)) AS measure, "
    f'"{name}" AS "count", {name}_high AS count_high) FROM typed WHERE "{name}" IS NOT NULL'
    for name, told in COUNTS.items()
) + ") AS typed"  # fmt: skip
_CELL = "measured, municipality, measure, client_group, client_group_before, duration, age, household"
_AGAIN = f"""(SELECT *, first_value(row_number) OVER cells AS first_row, row_number() OVER cells AS turn
    FROM typed WINDOW cells AS (PARTITION BY {_CELL} ORDER BY rid))"""

KIND = Kind(
    key="caseload",
    label="aantallen klanten",
    one="aantal klanten",
    columns=COLUMNS,
    others=(),
    needs="een kolom met de peildatum, een kolom met de gemeente en een kolom met aantallen",
    anchor="measured",
    number="",
    period=("period_start", "reference_date"),
    telling=frozenset(
        {"measure", "client_group", "client_group_before", "duration", "household", "stock", "inflow"}
        | {"outflow", "outflow_to_work"}
    ),
    signs=frozenset(
        {"measure", "client_group", "client_group_before", "duration", "household", "stock", "inflow"}
        | {"outflow", "outflow_to_work"}
    ),
    counted=frozenset(),
    output=(
        ("reference_date", pa.date32(), "measured_high"),
        (
            "period_start", pa.date32(),
            "if(measure = 'stand', NULL, coalesce(begun, if(measured < measured_high, measured, NULL)))",
        ),
        ("municipality", pa.string(), "municipality"),
        ("measure", pa.string(), "measure"),
        ("client_group", pa.string(), "client_group"),
        ("client_group_before", pa.string(), "client_group_before"),
        ("duration", pa.string(), "duration"),
        ("age", pa.string(), "age"),
        ("household", pa.string(), "household"),
        ("quantity_low", pa.int32(), '"count"'),
        ("quantity_high", pa.int32(), "count_high"),
        ("secret", pa.bool_(), "count_high IS NULL"),
    ),
    source=SOURCE,
    checks=(
        *date_checks("measured", "de peildatum"),
        Check(
            "begun", "error", "begun > measured_high",
            "'de eerste dag ' || strftime(begun, '%d-%m-%Y') || ' ligt na de laatste dag ' || "
            "strftime(measured_high, '%d-%m-%Y') || '. Verbeter één van beide of laat de rij weg.'",
            sort="einde-voor-begin",
        ),
        missing_check("municipality", "de gemeente", "gemeente-ontbreekt"),
        region_check("municipality", "measured_high"),
        Check(
            "", "error",
            " AND ".join(f'"{name}" IS NULL AND NOT {name}_wrong' for name in COUNTS),
            "'in deze rij staat geen aantal. Vul een aantal in, of een punt als het geheim is.'",
        ),
        Check(
            "count", "error", '"count" IS NOT NULL AND measure IS NULL AND measured < measured_high',
            "'niet bekend is wat hier is geteld. Vul in de kolom Telling stand, instroom of uitstroom in.'",
        ),
        Check(
            "", "error", "turn > 1 AND municipality IS NOT NULL",
            "'hiervoor staat al een aantal in rij ' || first_row || '. Laat één van beide weg.'",
            source=_AGAIN, sort="rij-dubbel",
        ),
        TWICE_CHECK,
    ),
    offers={
        "measured": Offer("Peildatum", "De dag van de stand, of de maand van de stroom.", "31-12-2015"),
        "municipality": MUNICIPALITY,
        "measure": Offer("Telling", "Wat is geteld? Kies uit de lijst.", "stand", "caseload_measure"),
        "begun": Offer("Begin periode", "De eerste dag bij instroom en uitstroom; bij een stand leeg.", ""),
        "client_group": client_groups.OFFER,
        "client_group_before": Offer(
            "Vorige klantgroep", "Alleen voor wie van groep veranderde.", "", "client_group"
        ),
        "duration": Offer("Uitkeringsduur", "Kies uit de lijst; leeg is alle.", "1 tot 5 jaar", "duration"),
        "age": Offer("Leeftijd", "Kies uit de lijst; leeg is alle.", "27 tot 50 jaar", "age"),
        "household": Offer("Huishouden", "Kies uit de lijst; leeg is alle.", "alleenstaand", "household"),
        "count": Offer("Aantal", "Een getal, <5, of een punt als het geheim is.", "120"),
    },
    readers=READERS,
)  # fmt: skip
