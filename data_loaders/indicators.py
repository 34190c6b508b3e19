"""Observations of series: region x period x indicator, from CBS, UWV and DUO or written by hand."""

from __future__ import annotations

import pyarrow as pa

from data_loaders.kind import Check, Kind
from data_loaders.offers import YES_NO, Offer
from data_loaders.shared import column
from data_loaders.statistics_words import (
    read_indicator,
    read_region,
    read_series_period,
    read_series_value,
)

COLUMNS = (
    column(
        "region", "region",
        "regio|regio's|regios|regiokenmerken|regiocode|gemeente|gemeentenaam|gemeentecode|gemeentenummer|"
        "arbeidsmarktregio|arbeidsmarktregio's|gebied|rmc-regio|rmc regio|corop|corop-gebied|provincie",
        "de regio of gemeente", required=True,
    ),
    column(
        "observed", "series_period",
        "periode|perioden|jaar|kwartaal|maand|teljaar|schooljaar|studiejaar|kalenderjaar|peildatum|"
        "peilmoment|verslagmaand|verslagjaar",
        "de periode (of zet het jaar in de naam van het bestand)", required=True,
    ),
    column(
        "indicator", "indicator", "indicator|onderwerp|maatstaf|kengetal|reeks", "de indicator",
        required=True,
    ),
    column("dimension", "text", "uitsplitsing|leeftijd|achtergrond|kenmerk", ""),
    column("value", "observation", "waarde|uitkomst", "de waarde", required=True),
    column("unit", "text", "eenheid", ""),
    column("provisional", "boolean", "voorlopig|voorlopig cijfer", ""),
    column("source", "code", "bron", ""),
    column("cell", "code", "cel", ""),
)  # fmt: skip

READERS = {
    "region": (read_region, pa.string()),
    "series_period": (read_series_period, pa.date32()),
    "indicator": (read_indicator, pa.string()),
    "observation": (read_series_value, pa.decimal128(18, 3)),
}
_RAW = "lower(trim(value_raw, ' *'))"
# Nil, secret, below a limit, not applicable and not known are five different things.
STATE = f"""CASE
    WHEN value IS NOT NULL THEN if({_RAW} = '-', 'nihil', 'bekend')
    WHEN value_raw IN ('.', '..', '*') OR {_RAW} IN ('.', 'x', 'geheim') THEN 'geheim'
    WHEN value_raw LIKE '<%' THEN 'onder-grens'
    WHEN {_RAW} IN ('n.v.t.', 'nvt', 'n.v.t') THEN 'nvt' ELSE 'onbekend' END"""
_SIZED = """(SELECT *, CASE WHEN observed = observed_high THEN 'dag'
    WHEN date_diff('day', observed, observed_high) < 32 THEN 'maand'
    WHEN date_diff('day', observed, observed_high) < 93 THEN 'kwartaal' ELSE 'jaar' END AS size FROM typed)"""
_FOLLOWED = f"""(SELECT *, lag(observed_high) OVER (
        PARTITION BY region, indicator, dimension, unit, size ORDER BY observed) + 1 AS expected
    FROM {_SIZED})"""
_NUMBERED = """(SELECT *, first_value(coalesce(cell, 'rij ' || row_number)) OVER same AS first_cell,
        row_number() OVER same AS nth
    FROM typed WHERE region IS NOT NULL AND observed IS NOT NULL AND indicator IS NOT NULL
    WINDOW same AS (PARTITION BY region, observed, observed_high, indicator, dimension, unit ORDER BY rid))"""
_GAP = """'in de reeks "' || indicator_high || '" ontbreekt ' || CASE
    WHEN size = 'jaar' AND month(expected) = 1 AND year(observed) = year(expected) + 1
        THEN year(expected)::VARCHAR
    WHEN size = 'jaar' AND month(expected) = 8 AND year(observed) = year(expected) + 1
        THEN year(expected) || '-' || year(observed)
    WHEN size = 'jaar' AND month(expected) = 1
        THEN year(expected) || ' tot en met ' || (year(observed) - 1)
    ELSE strftime(expected, '%d-%m-%Y') || ' tot en met ' || strftime(observed - 1, '%d-%m-%Y')
    END || '. Lever die periode na als zij bestaat.'"""

KIND = Kind(
    key="indicator",
    label="cijfers in reeksen",
    one="cijfer",
    columns=COLUMNS,
    others=("aantal",),
    needs="kolommen met de regio, de periode, de indicator en de waarde",
    anchor="observed",
    number="",
    period=("period_start", "period_end"),
    telling=frozenset({"indicator", "value"}),
    signs=frozenset({"value"}),
    counted=frozenset(),
    output=(
        ("cell", pa.string(), "cell"),
        # The labour market region has had two codes; in the tables of 2015 and before it was AM16.
        (
            "region_code", pa.string(),
            "if(region = 'AM16' AND year(observed_high) <= 2015, 'AM37', region)",
        ),
        ("municipality", pa.string(), "region_high"),
        ("period_start", pa.date32(), "observed"),
        ("period_end", pa.date32(), "observed_high"),
        ("period_text", pa.string(), "rtrim(observed_raw, ' *')"),
        ("indicator", pa.string(), "indicator"),
        ("label", pa.string(), "indicator_high"),
        ("dimension", pa.string(), "dimension"),
        ("value", pa.decimal128(18, 3), "value"),
        ("state", pa.string(), STATE),
        (
            "provisional", pa.bool_(),
            "coalesce(provisional, false) OR observed_raw LIKE '%*' OR coalesce(value_raw LIKE '%_*', false)",
        ),
        ("unit", pa.string(), "unit"),
        (
            "source", pa.string(),
            "if(lower(source) IN ('cbs', 'uwv', 'duo'), lower(source), 'anders')",
        ),
    ),
    checks=(
        Check("region", "error", "region IS NULL AND NOT region_wrong",
              "'de regio ontbreekt. Vul hem in of laat de rij weg.'", sort="regio"),
        Check("observed", "error", "observed IS NULL AND NOT observed_wrong",
              "'de periode ontbreekt. Vul haar in of laat de rij weg.'", sort="periode"),
        Check("indicator", "error", "indicator IS NULL AND NOT indicator_wrong",
              "'de indicator ontbreekt. Vul hem in of laat de rij weg.'", sort="rij"),
        Check("value", "error", "nth > 1",
              "'dit cijfer staat al in ' || first_cell || ': dezelfde regio, periode en indicator. "
              "Laat er één weg, of zet het verschil in de kolom Uitsplitsing.'",
              source=_NUMBERED, sort="rij-dubbel"),
        Check("observed", "warning", "expected < observed AND size <> 'dag'", _GAP, grouped=True,
              source=_FOLLOWED, sort="reeks-gat"),
    ),
    offers={
        "region": Offer("Regio", "Verplicht. Een gemeente, of een code van het CBS zoals AM37.", "Haarlem"),
        "observed": Offer("Periode", "Verplicht. 2020, 2020-Q1, maart 2020 of een datum.", "maart 2020"),
        "indicator": Offer(
            "Indicator", "Verplicht. Wat is geteld: bijstand, ww, tozo, vacatures, vsv …", "bijstand"
        ),
        "dimension": Offer("Uitsplitsing", "Leeg, of een deel zoals een leeftijd.", "jonger dan 27"),
        "value": Offer(
            "Waarde", "Verplicht. Een getal; een punt als het geheim is, een streepje als het nul is.", "120"
        ),
        "unit": Offer("Eenheid", "Wat één is: personen, uitkeringen, %.", "personen"),
        "provisional": Offer("Voorlopig", "Wordt het cijfer nog bijgesteld?", "nee", YES_NO),
        "source": Offer("Bron", "CBS, UWV, DUO of anders.", "CBS"),
    },
    readers=READERS,
)  # fmt: skip
