"""What one invented row is: a dictionary with every canonical field, None where nobody knows."""

from datetime import date
from random import Random

Row = dict[str, object]
PLACEMENT_FIELDS = (
    "supplier",
    "placement_id",
    "person",
    "start",
    "end",
    "hours",
    "job_type",
    "contract_kind",
    "target_group",
    "in_register",
    "home",
    "work",
    "employer",
    "sector",
    "sbi",
    "channel",
    "pillar",
    "party",
)
INTERNSHIP_FIELDS = (
    "supplier",
    "internship_id",
    "person",
    "start",
    "end",
    "hours",
    "level",
    "track",
    "crebo",
    "school",
    "home",
    "work",
    "employer",
    "quantity",
)

# A certain number of hours is (24, 24), a range its two ends, unknown hours lie between 0 and 40.
UNKNOWN_HOURS = (0, 40)
FULL_HOURS = (25, 25.5, 26, 28, 28, 30, 32, 32, 32, 34, 36, 36, 38, 40)
PART_HOURS = (8, 10, 12, 16, 16, 18, 20, 20, 20, 24, 24, 24)
RANGES = ((24, 32), (20, 28), (24, 36))
FIRST_PERSON = {"wsp": 310001, "pasmatch": 42001, "ijmond-werkt": 70001, "uwv": 550001, "nova-college": 81001}


def placement(**known: object) -> Row:
    """A placement row with the given fields; the others are None. Unknown field names raise KeyError."""
    return _row(PLACEMENT_FIELDS, known)


def internship(**known: object) -> Row:
    """An internship row with the given fields; the others are None. Unknown field names raise KeyError."""
    return _row(INTERNSHIP_FIELDS, known)


def _row(fields: tuple[str, ...], known: dict[str, object]) -> Row:
    if unknown := set(known) - set(fields):
        raise KeyError(", ".join(sorted(unknown)))
    return {field: known.get(field) for field in fields}


class People:
    """Hands out invented client numbers: short, per supplier its own range, none where it keeps none."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._next = dict(FIRST_PERSON)
        self._seen: dict[tuple[str, str | None], list[Row]] = {}

    def new(self, supplier: str) -> int | None:
        """A number never given before, or None: some suppliers keep none and some rows lack it."""
        if supplier not in self._next or self._rng.random() < 0.015:
            return None
        self._next[supplier] += self._rng.choice((1, 2, 3, 7))
        return self._next[supplier]

    def remember(self, row: Row) -> None:
        """Keep a placement, so that the same person may come back later."""
        if row["person"] is not None and row["end"] is not None:
            self._seen.setdefault((row["supplier"], row["home"]), []).append(row)

    def returning(self, supplier: str, home: str, start: date) -> Row | None:
        """Now and then an earlier placement of someone whose job ended more than 40 days before `start`."""
        if self._rng.random() > 0.1:
            return None
        seen = self._seen.get((supplier, home), [])
        free = [row for row in seen if (start - row["end"]).days > 40]
        if not free:
            return None
        seen.remove(chosen := self._rng.choice(free))
        return chosen
