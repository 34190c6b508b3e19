"""One table or row of a reference file, read field by field, so that nothing is missing or left over."""

import csv
import tomllib
from collections.abc import Collection, Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, NoReturn

from reference.models import ReferenceError


class Entry:
    """The fields of one key. Reading takes a field away; `close` refuses what nobody read."""

    def __init__(self, file: str, key: str, fields: dict[str, Any]) -> None:
        self.file, self.key, self._fields = file, key, dict(fields)

    def fail(self, field: str, why: str) -> NoReturn:
        raise ReferenceError(f"{self.file}, {self.key}: veld '{field}' {why}.")

    def has(self, field: str) -> bool:
        return field in self._fields

    def value(self, field: str) -> Any:
        if field not in self._fields:
            self.fail(field, "ontbreekt")
        return self._fields.pop(field)

    def note(self, field: str) -> str:
        """A text that must be there but may be empty: nothing to remark is said, not forgotten."""
        found = self.value(field)
        if not isinstance(found, str):
            self.fail(field, f"moet tekst zijn, niet {found!r}")
        return found

    def text(self, field: str) -> str:
        return self.note(field) or self.fail(field, "is leeg")

    def choice(self, field: str, choices: Collection[str]) -> str:
        found = self.text(field)
        if found not in choices:
            self.fail(field, f"is '{found}'; kies uit {', '.join(choices)}")
        return found

    def number(self, field: str) -> Decimal:
        found = self.value(field)
        try:
            if isinstance(found, bool):
                raise TypeError
            return Decimal(found)
        except (InvalidOperation, TypeError, ValueError):
            self.fail(field, f"moet een getal zijn, niet {found!r}")

    def date(self, field: str) -> date:
        found = self.value(field)
        try:
            return found if type(found) is date else date.fromisoformat(found)
        except (TypeError, ValueError):
            self.fail(field, f"moet een datum zijn (jjjj-mm-dd), niet {found!r}")

    def flag(self, field: str) -> bool:
        """True where the field stands; a flag is set or absent, never false."""
        if not self.has(field):
            return False
        return self.value(field) is True or self.fail(field, "mag alleen true zijn")

    def texts(self, field: str) -> tuple[str, ...]:
        found = self.value(field)
        if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
            self.fail(field, f"moet een lijst van teksten zijn, niet {found!r}")
        return tuple(found)

    def inner(self, field: str) -> "Entry":
        found = self.value(field)
        if not isinstance(found, dict):
            self.fail(field, "moet een tabel { … } zijn")
        return Entry(self.file, f"{self.key}, {field}", found)

    def close(self) -> None:
        for field in self._fields:
            self.fail(field, "is onbekend of hoort hier niet")


def read_toml(path: Path) -> dict[str, Any]:
    """The tables of a TOML file, decimals exact."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ReferenceError(f"{path.name}: kan niet worden gelezen ({error}).") from error


def read_csv(path: Path, key_field: str) -> Iterator[Entry]:
    """The rows of a CSV file with a heading; an empty cell is an absent field."""
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines, strict=True))
    except (OSError, csv.Error, UnicodeDecodeError) as error:
        raise ReferenceError(f"{path.name}: kan niet worden gelezen ({error}).") from error
    for number, row in enumerate(rows, start=2):
        if None in row or None in row.values():
            raise ReferenceError(f"{path.name}, regel {number}: het aantal velden klopt niet met de kop.")
        filled = {field: cell for field, cell in row.items() if cell}
        yield Entry(path.name, row.get(key_field) or f"regel {number}", filled)
