"""Where the documents contradict one another or themselves, and which reading the product takes."""

from dataclasses import dataclass
from pathlib import Path

from reference.citation import cited_lines
from reference.entry import read_csv


@dataclass(frozen=True)
class Contradiction:
    """Two readings of one subject, in our words, and ours. `targets` are the register ids that it touches."""

    key: str
    subject: str
    reading_one: str
    reading_two: str
    how_we_read: str
    sources: str
    targets: tuple[str, ...]

    def passages(self) -> tuple[tuple[str, int, int], ...]:
        """The document, first and last line of every passage."""
        return cited_lines("", self.sources)


def read_contradictions(path: Path) -> tuple[Contradiction, ...]:
    """The contradictions in the order of the file. Raises ReferenceError."""
    found = []
    for entry in read_csv(path, "code"):
        one = Contradiction(
            key=entry.text("code"),
            subject=entry.text("subject"),
            reading_one=entry.text("reading_one"),
            reading_two=entry.text("reading_two"),
            how_we_read=entry.text("how_we_read"),
            sources=entry.text("sources"),
            targets=tuple(entry.text("targets").split("; ")),
        )
        entry.close()
        try:
            one.passages()
        except ValueError as error:
            entry.fail("sources", f"klopt niet: {error}")
        found.append(one)
    return tuple(found)
