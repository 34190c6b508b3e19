"""What happened to the labour market and what was decided about it, on a date, as the documents state it."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from reference.citation import cited_lines
from reference.entry import read_csv


@dataclass(frozen=True)
class Event:
    """Something that a document dates. `place` is a CBS code, or None for the whole region."""

    day: date
    title: str
    place: str | None
    document: str
    lines: str

    def passages(self) -> tuple[tuple[str, int, int], ...]:
        """The document, first and last line of every passage."""
        return cited_lines(self.document, self.lines)


@cache
def events() -> tuple[Event, ...]:
    """The events in the order of the file, oldest first. Raises ReferenceError."""
    found = []
    for entry in read_csv(Path(__file__).parent / "events.csv", "title"):
        title, place = entry.text("title"), entry.text("place")
        where = None if place == "regio" else place
        one = Event(entry.date("date"), title, where, entry.text("document"), entry.text("lines"))
        entry.close()
        try:
            one.passages()
        except ValueError as error:
            entry.fail("lines", f"klopt niet: {error}")
        found.append(one)
    return tuple(found)
