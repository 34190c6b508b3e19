"""What may never be stored: forbidden columns, citizen service numbers, and persons by their own number.

Columns are dropped by their heading, in memory, before any row reaches the scratch table. A forbidden heading
is a whole heading: "Naam" goes, "Naam werkgever" stays (design: UAVG article 46; AVG articles 9 and 10).
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data_loaders.columns import split_synonyms
from data_loaders.values import CELL_ERRORS, MISSING

FORBIDDEN = split_synonyms(
    # citizen service number and its cousins
    "bsn|burgerservicenummer|#burgerservicenummer|sofinr|sofinummer|sofi-nummer|sofi|fiscaal nummer|"
    "persoonsgebondennummer|persoonsgebonden nummer|pgn|onderwijsnummer|bsn_onderwijsnr|persoonsnr|bsnnr|"
    "bsn nummer|"
    # names
    "naam|achternaam|voorvoegsel|tussenvoegsel|voornaam|voornamen|alle_voornamen|voorletters|roepnaam|"
    "geslachtsnaam|volledige naam|naam client|naam klant|naam kandidaat|naam deelnemer|naam werknemer|"
    "naam medewerker|naam leerling|naam student|naam stagiair|kandidaatnaam|clientnaam|initialen|"
    # birth
    "geboortedatum|geb.datum|geb datum|gebdat|dd_geboorte|datum geboorte|"
    # address and contact
    "straat|straatnaam|adres|huisnummer|huisnr|huisletter|toevoeging|huisnummertoevoeging|postcode|"
    "telefoon|telefoonnummer|tel|mobiel|mobiel nummer|06-nummer|e-mail|email|mail|e-mailadres|"
    # health
    "diagnose|beperking|medisch|belastbaarheid|indicatie advies|arbeidsvermogen|zrm|loonwaarde toelichting|"
    # origin and criminal law
    "nationaliteit|geboorteland|herkomst|migratieachtergrond|detentie|justitie|statushouder-nummer|v-nummer|"
    "vreemdelingennummer|"
    # free text
    "opmerking|opmerkingen|toelichting|notitie|notities|rapportage|bijzonderheden|memo|"
    # money of a person
    "iban|bankrekening|bankrekeningnummer|rekeningnummer|uitkeringsbedrag|schuld|schulden|"
    # staff, and wage value as a mark of health: known, never stored
    "consulent|klantmanager|jobcoach|accountmanager|adviseur werk|contactpersoon|regisseur|casemanager|"
    "loonwaarde|loonwaarde %|percentageloonwaardewml|lw|lks%|loonkostensubsidie %"
)
# A heading with one of these words goes, whatever stands beside it.
DANGER = frozenset(
    {"bsn", "burgerservicenummer", "sofinummer", "onderwijsnummer", "geboortedatum", "iban", "achternaam"}
    | {"diagnose"}
)
WEIGHTS = np.array([9, 8, 7, 6, 5, 4, 3, 2, -1])
# Dates, amounts and KvK numbers have eight digits of their own: there only nine can be a citizen number.
EIGHT_OF_THEIR_OWN = frozenset({"date", "amount", "kvk"})
FEW = 10  # of fewer amounts too many pass by chance
NOT_A_PERSON = pa.array(sorted(MISSING), pa.string())
NOT_A_NUMBER = pa.array(sorted(CELL_ERRORS | MISSING), pa.string())


def holds_citizen_numbers(column: pa.ChunkedArray, field: str, nature: str = "") -> bool:
    """Say whether the column of a field (of a nature, see Kind) holds citizen numbers by the elfproef.

    True when at least 80 % of its values have 8 or 9 digits and at least half of those pass: of other
    numbers only one in eleven does.
    """
    values = pc.drop_null(column)
    if nature == "amount" and len(values) < FEW:
        return False
    lengths = pc.utf8_length(values)
    long_enough = pc.sum(pc.and_(pc.greater_equal(lengths, 8), pc.less_equal(lengths, 14))).as_py() or 0
    if long_enough < 0.8 * len(values):
        return False
    digits = pc.replace_substring_regex(values, r"[\s.\-]", "")
    shortest = 9 if EIGHT_OF_THEIR_OWN & {field, nature} else 8  # spreadsheets lose a leading zero
    likely = pc.filter(digits, pc.match_substring_regex(digits, rf"^\d{{{shortest},9}}$"))
    if len(likely) == 0 or len(likely) < 0.8 * len(values):
        return False
    numbers = np.asarray(likely.cast(pa.int64()), dtype=np.int64)
    parts = numbers[:, None] // 10 ** np.arange(8, -1, -1) % 10
    passed = ((parts @ WEIGHTS) % 11 == 0) & (numbers > 0)
    return bool(passed.sum() >= 0.5 * len(numbers))


def pseudonymise(column: pa.ChunkedArray, namespace: str, key: bytes) -> pa.ChunkedArray:
    """Return the column with each person number replaced by 32 hex characters; unknown ones become null.

    HMAC-SHA256 of namespace and number: the same person of the same supplier keeps the same pseudonym, and
    without the key a number can't be tried out. Excel errors stay as they are, to be told.
    """
    encoded = column.combine_chunks().dictionary_encode()
    return pa.chunked_array([_hashed(encoded.dictionary, namespace, key).take(encoded.indices)])


def _hashed(numbers: pa.Array, namespace: str, key: bytes) -> pa.Array:
    start = f"{namespace}:".encode()
    lower = pc.utf8_lower(numbers)
    kept = pc.is_in(lower, NOT_A_NUMBER)
    numbers = pc.if_else(pc.is_in(lower, NOT_A_PERSON), pa.scalar(None, pa.string()), numbers)
    hashed = [
        text if keep or text is None
        else hmac.digest(key, start + text.strip().upper().removesuffix(".0").encode(), "sha256").hex()[:32]
        for text, keep in zip(numbers.to_pylist(), kept.to_pylist(), strict=True)
    ]  # fmt: skip
    return pa.array(hashed, pa.string())


def without(headings: Mapping[str, str], cells: pa.Table) -> pa.Table:
    """Return only the columns of a sheet that a field was found for, named by that field."""
    return pa.table({field: cells.column(letter) for field, letter in headings.items()})
