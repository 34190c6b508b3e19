"""Where in a document something stands: "273-279, 330-334; S1 49"."""

import re

_PART = re.compile(r"^(?:(?P<document>S\d) )?(?P<ranges>\d+(?:-\d+)?(?:, \d+(?:-\d+)?)*)$")


def cited_lines(document: str, lines: str) -> tuple[tuple[str, int, int], ...]:
    """The document, first and last line of every passage; a part without a document is of `document` itself.

    Raises ValueError when the notation is another or a range runs backwards.
    """
    found: list[tuple[str, int, int]] = []
    for part in lines.split("; "):
        matched = _PART.match(part)
        if not matched:
            raise ValueError(f"'{part}' is geen regelverwijzing")
        for span in matched["ranges"].split(", "):
            first, _, last = span.partition("-")
            found.append((matched["document"] or document, int(first), int(last or first)))
            if found[-1][1] > found[-1][2]:
                raise ValueError(f"'{span}' loopt terug")
    return tuple(found)
