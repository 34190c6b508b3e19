"""What the lists of figures, targets, money, actions and goals share: types of cells, texts of checks."""

from __future__ import annotations

import pyarrow as pa

from data_loaders import list_values as numbers
from data_loaders import list_words as words
from data_loaders.kind import Check
from data_loaders.values import Reader

NUMBER, MONEY = pa.decimal128(18, 3), pa.decimal128(14, 2)
READERS: dict[str, tuple[Reader, pa.DataType]] = {
    "money": (numbers.read_money, MONEY),
    "bound": (numbers.read_bound, NUMBER),
    "year": (numbers.read_year, pa.int32()),
    "day": (numbers.read_day, pa.date32()),
    "metric": (words.read_metric, pa.string()),
    "goal_measure": (words.read_measure_of_goal, pa.string()),
    "register": (words.read_register, pa.string()),
    "organisation": (words.read_organisation, pa.string()),
    "known_party": (words.read_known_party, pa.string()),
    "known_pillar": (words.read_known_pillar, pa.string()),
    "known_sector": (words.read_known_sector, pa.string()),
    "agreement": (words.read_agreement, pa.string()),
    "counting": (words.read_counting, pa.string()),
    "strength": (words.read_strength, pa.string()),
    "budget_measure": (words.read_budget_measure, pa.string()),
    "action_level": (words.read_action_level, pa.string()),
    "action_status": (words.read_action_status, pa.string()),
    "goal_level": (words.read_goal_level, pa.string()),
}
IS_SHARE = "(unit LIKE '%\\%%' ESCAPE '\\' OR lower(unit) LIKE '%procent%')"


def required_check(field: str, what: str) -> Check:
    """Return the error about an empty cell that must be filled; `what` is "de titel"."""
    return Check(
        field, "error", f'"{field}" IS NULL AND NOT "{field}_wrong"',
        f"'{what} ontbreekt. Vul de cel in of laat de rij weg.'", sort="cel-leeg",
    )  # fmt: skip


def share_check(field: str, beyond: str) -> Check:
    """Return the error about a share above 100 %; `beyond` is the SQL of the largest number of the row."""
    return Check(
        field, "error", f"{IS_SHARE} AND {beyond} > 100",
        f"'een aandeel kan niet meer dan 100 % zijn, en hier staat ' || \"{field}_raw\" || "
        "'. Verbeter het getal of de eenheid.'", sort="aandeel-boven-100",
    )  # fmt: skip


def twice_check(field: str, what: str) -> Check:
    """Return the error about a number that two rows have; `what` is "het doelnummer"."""
    return Check(
        field, "error", "true",
        f"'{what} \"' || \"{field}\" || '\" staat ook in rij ' || first_row || "
        "'. Geef elke rij een eigen nummer.'",
        source="typed JOIN twice_id USING (rid)", sort="nummer-dubbel",
    )  # fmt: skip


def end_check(field: str, start: str, end: str) -> Check:
    """Return the error about an end before its start, in the column `field`; `start` and `end` are SQL."""
    return Check(
        field, "error", f"{end} < {start}",
        f"'de einddatum ' || strftime({end}, '%d-%m-%Y') || ' ligt vóór de startdatum ' || "
        f"strftime({start}, '%d-%m-%Y') || '. Verbeter één van beide of laat de rij weg.'",
        sort="einde-voor-begin",
    )  # fmt: skip
