"""Words and numbers of SROI contracts: their status, percentages and whole places."""

from __future__ import annotations

import pyarrow as pa

from data_loaders.categories import category
from data_loaders.list_values import read_money
from data_loaders.values import MISSING, NOTHING, Reading, cell_error, number, whole_number, wrong

EUROS = pa.decimal128(14, 2)
read_status = category(
    {
        "concept": "in voorbereiding|klad|nieuw|open",
        "ingediend": "aangeboden|ter beoordeling|in behandeling|in beoordeling|ingeleverd",
        "goedgekeurd": "akkoord|geaccordeerd|goed|ja|voldaan|toegekend",
        "afgekeurd": "niet akkoord|afgewezen|niet goedgekeurd|geweigerd|nee",
    },
    "de status",
)  # fmt: skip


def read_percentage(text: str, heading: str = "") -> Reading:
    """Read a percentage: 5, 5 %, or 0,05 as spreadsheets keep it."""
    if text.lower() in MISSING:
        return NOTHING
    value = number(text)
    if cell_error(text) or value is None or not 0 <= value <= 100:
        return wrong(cell_error(text) or f'"{text}" is geen percentage. Vul een getal in, zoals 5.')
    if value < 1 and "%" not in text:
        value *= 100
    return Reading(value, value)


def read_whole(text: str, heading: str = "") -> Reading:
    """Read a whole number of places; "-" is none."""
    if text.lower() in MISSING - {"-"}:
        return NOTHING
    if text == "-":
        return Reading(0, 0)
    return whole_number(text, 0, 10**6, "heel aantal", 12)


READERS = {
    "euros": (read_money, EUROS),
    "percentage": (read_percentage, pa.decimal128(6, 2)),
    "whole": (read_whole, pa.int32()),
    "contract_status": (read_status, pa.string()),
}
