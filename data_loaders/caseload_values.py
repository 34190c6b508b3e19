"""Words and numbers of counts of clients: what was counted, of whom, and how many."""

from __future__ import annotations

import re

import pyarrow as pa

from data_loaders.categories import category
from data_loaders.client_groups import read_client_group
from data_loaders.list_values import read_day
from data_loaders.periods import parse_period
from data_loaders.values import MISSING, NOTHING, Reading, read_count

read_measure = category(
    {
        "stand": "bestand|aantal op peildatum|ultimo|zittend bestand",
        "instroom": "in|ingestroomd|nieuw|toegekend",
        "uitstroom": "uit|uitgestroomd|beeindigd",
        "uitstroom-naar-werk": "uitstroom werk|naar werk|uitgestroomd naar werk|uitstroom wegens werk",
    },
    "de telling",
)  # fmt: skip
read_duration = category(
    {
        "korter-dan-1-jaar": "korter dan 1 jaar|tot 1 jaar|0-1 jaar|0 tot 1 jaar|minder dan 1 jaar|< 1 jaar|"
        "korter dan een jaar|tot een jaar",
        "1-tot-5-jaar": "1 tot 5 jaar|1-5 jaar|1 t/m 4 jaar|1 - 5 jaar|een tot vijf jaar",
        "langer-dan-5-jaar": "langer dan 5 jaar|5 jaar of langer|5 jaar en langer|meer dan 5 jaar|5+ jaar|"
        "vanaf 5 jaar|langer dan vijf jaar",
    },
    "de uitkeringsduur",
)  # fmt: skip
read_age = category(
    {
        "tot-27": "jonger dan 27|jonger dan 27 jaar|tot 27 jaar|< 27|< 27 jaar|18 tot 27 jaar|18-26|"
        "18 t/m 26 jaar|15 tot 27 jaar|tot 27|jongeren",
        "27-tot-50": "27 tot 50 jaar|27-50|27-49|27 t/m 49 jaar|27 t/m 49|27-50 jaar",
        "50-plus": "50+|50 jaar en ouder|50 jaar of ouder|50-plussers|ouder dan 50|50-65|50 tot aow|vanaf 50",
    },
    "de leeftijdsklasse",
)  # fmt: skip
read_household = category(
    {
        "alleenstaand": "alleenstaande|alleenstaanden|eenpersoonshuishouden|alleen",
        "alleenstaande-ouder": "alleenstaande ouders|eenoudergezin|eenouder|alleenstaande met kinderen|"
        "alleenstaande met kind",
        "paar": "paar zonder kinderen|gehuwd|gehuwden|gehuwd zonder kinderen|samenwonend|echtpaar|"
        "echtpaar zonder kinderen|gehuwd/samenwonend",
        "paar-met-kinderen": "gehuwd met kinderen|gezin|gezin met kinderen|echtpaar met kinderen|"
        "samenwonend met kinderen|paar met kind",
    },
    "het huishouden",
)  # fmt: skip


def read_measured(text: str, heading: str = "") -> Reading:
    """Read the day of a stock, or the first and last day of a month, quarter or year; 2011-12 is a month."""
    month = re.fullmatch(r"20\d\d-(0[1-9]|1[0-2])", text.strip()) and parse_period(text)
    return Reading(*month) if month else read_day(text, heading)


def read_secret_count(text: str, heading: str = "") -> Reading:
    """Read a count; "<5" is 1 to 4, "-" is none, and a secret one ("." or "x") has a low of 0 and no high."""
    if re.fullmatch(r"[.*x]|geheim", text.strip().lower()):
        return Reading(0, None)
    if text.lower() in MISSING - {"-"}:
        return NOTHING
    return read_count(text, heading)


READERS = {
    "measured": (read_measured, pa.date32()),
    "measure": (read_measure, pa.string()),
    "client_group": (read_client_group, pa.string()),
    "duration": (read_duration, pa.string()),
    "age": (read_age, pa.string()),
    "household": (read_household, pa.string()),
    "secret_count": (read_secret_count, pa.int32()),
}
