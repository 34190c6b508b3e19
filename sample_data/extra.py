"""Files of the other kinds of delivery: what they must be recognised as, and their bytes."""

from datetime import date
from typing import NamedTuple


class Extra(NamedTuple):
    """One file: its name, kind, supplier, first and last day, how many rows it stores, and its content."""

    file_name: str
    kind: str
    supplier: str
    first: date
    last: date
    rows: int
    data: bytes

    @property
    def expected(self) -> dict[str, object]:
        """What expected.json says of the file."""
        period = [str(self.first), str(self.last)]
        return {"kind": self.kind, "supplier": self.supplier, "period": period, "rows": self.rows}
