"""A day with or without a time: when a vacancy was opened, or its first candidate came."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta

from data_loaders.dates import read_date
from data_loaders.values import Reading, doubtful, wrong

_CLOCK = re.compile(
    r"[T ,]+(?:om )?(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*(?:uur|u|h|Z)?$", re.IGNORECASE
)
_SERIAL = re.compile(r"[3-5]\d{4}[.,]\d+")
LAST = time(23, 59, 59)


def read_moment(text: str, heading: str = "") -> Reading:
    """Read a day and its time: 01-03-2017 09:15, 2017-03-01T09:15:00, Excel's number, or a day alone.

    Low and high are equal when the time was given, else the begin and the end of the day.
    """
    clock = _CLOCK.search(text.strip())
    day = read_date(text[: clock.start()] if clock else text, heading)
    if day.low is None:
        return day
    if _SERIAL.fullmatch(text.strip()):
        return _serial(text, day)
    if not clock:
        ends = datetime.combine(day.low, time()), datetime.combine(day.low, LAST)
        return Reading(*ends, day.severity, day.issue, day.group)
    hour, minute, second = int(clock[1]), int(clock[2]), int(clock[3] or 0)
    if hour > 23 or minute > 59 or second > 59:
        return wrong(f'het tijdstip "{text}" bestaat niet. Schrijf het als 01-03-2017 09:15.')
    moment = datetime.combine(day.low, time(hour, minute, second))
    if hour == minute == second == 0:  # how spreadsheets show a day alone
        return Reading(moment, datetime.combine(day.low, LAST))
    return Reading(moment, moment)


def _serial(text: str, day: Reading) -> Reading:
    part = float("0" + text.strip().replace(",", ".")[5:])
    moment = datetime.combine(day.low, time()) + timedelta(minutes=round(part * 24 * 60))
    return doubtful(day.issue or "", moment, moment, day.group)
