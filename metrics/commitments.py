"""What became of each promise, as known at a data version: sources, rows, edits and deliveries together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from reference.dutch import date_long, month_name, plural
from reference.load import Commitment, commitments, documents
from reference.promises import Known, known, measured
from storage.database import Database
from storage.register_fields import STATUSES
from storage.register_log import Change, changes, of_record, stamp, stated

NO_MEASURE = "geen maat in de bron"
RULES = (
    ("gedaan", "Een stuk, een telling of iemand van de partijen zegt dat het klaar is."),
    ("loopt", "Er is bewijs dat eraan wordt gewerkt, en de termijn is nog niet voorbij."),
    ("te laat", "De termijn is voorbij en er is bewijs dat het toen niet klaar was."),
    ("geen bewijs", "Niemand heeft vastgelegd wat ervan kwam, of het laatste bericht is van vóór het einde."),
    ("geen getal", "De bron noemt geen maat en er is geen bewijs. Er valt dus niets te tellen."),
)
NOT_ENFORCEABLE = (
    "Akkoord en convenant zijn niet bij de rechter af te dwingen. Een status zegt wat bekend is, niet of "
    "iemand tekortschoot."
)


@dataclass(frozen=True)
class Counted:
    """What rows say of the target that measures a promise: status word, and the sentence with its date."""

    status: str
    sentence: str


@dataclass(frozen=True)
class State:
    """What is known of one promise. `computed` is its status without what people stated.

    `because` says why it is that. `owner` is the party of the source unless stated; `changed_at` None: never.
    """

    commitment: Commitment
    status: str
    computed: str
    because: str
    owner: str
    evidence: str | None
    evidence_document: str | None
    evidence_lines: str | None
    next_step: str | None
    due: date | None
    changed_at: datetime | None
    changed_by: str | None
    stamp: str
    history: tuple[Change, ...]

    @property
    def is_stated(self) -> bool:
        """Whether somebody stated the status, on screen or in a delivery."""
        return bool(stated(self.history).get("status"))


def states(
    database: Database, counted: Mapping[str, Counted], today: date, version: int | None = None
) -> dict[str, State]:
    """Return key to state for all promises, in the order of the register.

    `counted` is keyed by target; `today` decides which deadlines have passed; `version` asks for the state as
    known at an earlier data version.
    """
    found = changes(database, version)
    counted = {**counted, **_meetings(found)}
    by_record: dict[str, list[Change]] = {}
    for one in found:
        by_record.setdefault(one.record, []).append(one)
    return {one.key: _state(one, by_record.get(one.key, []), counted, today) for one in commitments()}


def start_status(one: Commitment, counted: Mapping[str, Counted], today: date) -> tuple[str, str]:
    """Return the status that follows from documents and rows, and why, in a Dutch sentence."""
    over = one.period_end is not None and one.period_end < today
    seen = known().get(one.key)
    by_number = _by_number(one, counted, over)
    if by_number:
        return by_number
    if seen is None:
        return _nothing_known(one)
    said = f"{seen.text} ({citation(seen.document, seen.lines)}, {day_of(seen)})."
    if seen.status == "loopt" and over:
        return "geen bewijs", f"{said} Van daarna, tot en met {date_long(one.period_end)}, is niets bekend."
    return seen.status, said


def tally(found: Iterable[State]) -> Counter:
    """Return how many promises have each status; a status that none has counts zero."""
    counts = Counter(dict.fromkeys(STATUSES, 0))
    counts.update(one.status for one in found)
    return counts


def meetings_per_year(found: Iterable[Change]) -> dict[int, int]:
    """Return year to how many meetings of the board were entered, the latest year first."""
    listed = [date.fromisoformat(one["day"]) for one in records(found, "V-").values()]
    return dict(sorted(Counter(day.year for day in listed).items(), reverse=True))


def records(found: Iterable[Change], prefix: str) -> dict[str, dict[str, str]]:
    """Return key to values of the records that people added, without those taken away."""
    listed = list(found)
    keys = dict.fromkeys(one.record for one in listed if one.record.startswith(prefix))
    values = {key: stated(of_record(listed, key)) for key in keys}
    return {key: one for key, one in values.items() if one and "removed" not in one}


def citation(document: str | None, lines: str | None) -> str:
    """Return "Voortgangsbrief 2015, r. 71", or an empty text without a document."""
    if not document:
        return ""
    return documents()[document].short + (f", r. {lines}" if lines else "")


def day_of(seen: Known) -> str:
    """Return the day that a document speaks of; only its month where the document gives no day."""
    if documents()[seen.document].date:
        return date_long(seen.day)
    return f"{month_name(seen.day.month)} {seen.day.year}"


def _state(one: Commitment, mine: list[Change], counted: Mapping[str, Counted], today: date) -> State:
    computed, because = start_status(one, counted, today)
    values, last = stated(mine), mine[-1] if mine else None
    return State(
        commitment=one, status=values.get("status", computed), computed=computed, because=because,
        owner=values.get("owner", one.party), evidence=values.get("evidence"),
        evidence_document=values.get("evidence_document"), evidence_lines=values.get("evidence_lines"),
        next_step=values.get("next_step"),
        due=date.fromisoformat(values["due"]) if "due" in values else None,
        changed_at=last.changed_at if last else None, changed_by=last.changed_by if last else None,
        stamp=stamp(mine), history=tuple(mine),
    )  # fmt: skip


def _by_number(one: Commitment, counted: Mapping[str, Counted], over: bool) -> tuple[str, str] | None:
    measure = measured().get(one.key)
    count = counted.get(measure.target) if measure else None
    if count is None:
        return None
    if count.status == "gehaald":
        if measure.whole:
            return "gedaan", count.sentence
        rest = "De toezegging is meer dan dit getal; van de rest is niets bekend."
        return ("geen bewijs" if over else "loopt"), f"{count.sentence} {rest}"
    if count.status == "niet gehaald":
        return "te laat", count.sentence
    if count.status in ("op koers", "aandacht", "achter", "onzeker") and not over:
        return "loopt", count.sentence
    return None


def _meetings(found: list[Change]) -> dict[str, Counted]:
    """Return what the entered meetings say of the norm of four a year; nothing without meetings."""
    per_year = meetings_per_year(found)
    if not per_year:
        return {}
    year, count = next(iter(per_year.items()))
    noun = plural(count, "vergadering", "vergaderingen")
    return {"T-WB-02": Counted("op koers", f"In {year}: {count} {noun} ingevoerd; afgesproken zijn er vier.")}


def _nothing_known(one: Commitment) -> tuple[str, str]:
    if NO_MEASURE in one.indicator:
        return "geen getal", "De bron noemt geen maat, en geen stuk of levering zegt wat ervan kwam."
    return "geen bewijs", "Geen stuk of levering zegt wat ervan kwam."
