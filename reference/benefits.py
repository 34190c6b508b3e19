"""How many people receive a benefit (bijstand), per municipality and year."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from reference.entry import read_csv

_FILE = Path(__file__).parent / "benefit_recipients.csv"


@dataclass(frozen=True)
class Recipients:
    """People with a benefit in a municipality in a year, rounded to tens by the publisher."""

    code: str
    year: int
    number: int
    source: str


@cache
def benefit_recipients() -> tuple[Recipients, ...]:
    """Every number that we have: the seven present municipalities, 2015 to 2017."""
    found = []
    for entry in read_csv(_FILE, "key"):
        entry.text("key")
        found.append(Recipients(
            code=entry.text("code"), year=int(entry.number("year")),
            number=int(entry.number("recipients")), source=entry.text("source"),
        ))
        entry.close()
    return tuple(found)


def recipients_in(year: int) -> Mapping[str, int]:
    """Municipality code to recipients in a year; before and after the series its first and last year."""
    known = {one.year for one in benefit_recipients()}
    nearest = min(max(year, min(known)), max(known))
    return MappingProxyType({one.code: one.number for one in benefit_recipients() if one.year == nearest})
