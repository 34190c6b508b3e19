"""Stored values in Dutch words."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from reference.dutch import LABELS, number
from reference.load import dutch_municipalities


def value_text(column: str, value: object) -> str:
    """Return a stored value in Dutch."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, datetime):
        return f"{value:%d-%m-%Y %H:%M}"
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    if isinstance(value, Decimal):
        return number(value, 0 if value == value.to_integral_value() else 2)
    if column.startswith("municipality"):
        return dutch_municipalities().get(str(value), str(value))
    return LABELS.get(column, {}).get(str(value), str(value))
