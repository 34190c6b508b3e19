"""Cells about promises: the code of a promise, its status, plain text, and where a document says it."""

from __future__ import annotations

import re

from data_loaders.list_words import listed, strict
from data_loaders.values import MISSING, NOTHING, Reading, cell_error, wrong
from reference.labels import LABELS
from reference.load import commitments, documents
from reference.plain_text import tidy, why_unfit
from reference.promises import LAST_LINES

_LINES = re.compile(r"\d{1,4}(-\d{1,4})?(, ?\d{1,4}(-\d{1,4})?)*")
_DASHES = re.compile(r"\s*[-–—]\s*")
_NO_CODE = "De codes, zoals A-MKB-02, staan op de pagina Afspraken."


def _code(text: str, heading: str = "") -> Reading:
    found = {one.key.lower(): one.key for one in commitments()}.get(text.strip().lower())
    return Reading(found, found)


def read_plain(text: str, heading: str = "") -> Reading:
    """Read free text that may be kept: short, no formula, and nothing that points at a person."""
    if text.lower() in MISSING:
        return NOTHING
    plain = tidy(text)
    if why := cell_error(text) or why_unfit(plain):
        return wrong(f"{why[:1].lower()}{why[1:].rstrip('.')}.")
    return Reading(plain, plain)


def read_lines(text: str, heading: str = "") -> Reading:
    """Read lines of a document: "71", "71-73" or "12, 71-73"; a range may not run backwards."""
    if text.lower() in MISSING:
        return NOTHING
    plain = _DASHES.sub("-", text.strip().lower().removeprefix("r.").strip()).removesuffix(".0")
    spans = [span.strip().split("-") for span in plain.split(",")]
    if cell_error(text) or not _LINES.fullmatch(plain) or any(int(a[0]) > int(a[-1]) for a in spans):
        return wrong(cell_error(text) or f'"{text}" zijn geen regels. Schrijf ze als 71 of als 71-73.')
    said = ", ".join("-".join(span) for span in spans)
    return Reading(said, said)


read_promise = strict(_code, f"Er is geen toezegging met deze code. {_NO_CODE}")
read_promise_status = listed(
    dict.fromkeys(LABELS["promise_status"], "")
    | {"gedaan": "klaar|afgerond|gereed", "loopt": "lopend|in uitvoering|bezig", "te laat": "vertraagd"},
    "Kies gedaan, loopt, te laat, geen bewijs of geen getal.",
)
read_document = listed(
    {key: f"{one.short}|{one.title}" for key, one in documents().items()},
    f"Kies {', '.join(one.short for one in documents().values())}.",
)
# The last line of the document of a row, as SQL.
LAST_LINE = "CASE evidence_document " + " ".join(
    f"WHEN '{key}' THEN {last}" for key, last in LAST_LINES.items()
) + " END"  # fmt: skip
