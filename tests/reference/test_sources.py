"""Every passage exists in its document, and the number stands on the lines that it is said to stand on."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from reference.dutch import number
from reference.load import (
    budgets,
    cited_lines,
    commitments,
    documents,
    figures,
    milestones,
    rules,
    targets,
)

SOURCES = Path(__file__).parents[3] / "shared" / "sources"
pytestmark = pytest.mark.skipif(not SOURCES.is_dir(), reason="de brondocumenten staan hier niet")

IN_WORDS = {
    1: "één", 2: "twee", 4: "vier", 7: "zeven", 9: "negen", 500_000: "0,5", 1_000_000: "1,0",
    200_000: "0,2",
}
# The document says it in other words, or gives a list that we counted.
OUR_READING = {
    "T-H17-01": "alle", "T-H17-06": "merendeel", "C-14": "merendeel", "C-15": "twee derde",
    "B-05": "volledig", "R-07": "pilots", "D-07": "onderscheid",
}


def all_stated() -> list:
    return [one for table in (targets, milestones, figures, budgets, rules) for one in table().values()]


def passage(document: str, lines: str) -> str:
    found = []
    for key, first, last in cited_lines(document, lines):
        text = (SOURCES / documents()[key].file_name).read_text(encoding="utf-8").split("\n")
        assert last <= len(text), f"{key} heeft geen regel {last}"
        assert text[first - 1].strip(), f"{key} regel {first} is leeg"
        assert text[last - 1].strip(), f"{key} regel {last} is leeg"
        found += text[first - 1 : last]
    return " ".join(" ".join(found).lower().split())


@pytest.mark.parametrize("stated", [*all_stated(), *commitments()], ids=lambda one: one.key)
def test_every_passage_exists_and_begins_and_ends_on_text(stated):
    assert passage(stated.document, stated.lines)


def stated_numbers() -> list[tuple[str, str, str, Decimal]]:
    found = []
    for one in all_stated():
        low, high = (getattr(one, name, None) for name in ("low", "high"))
        ends = {low, high, getattr(one, "at_least", None), getattr(one, "at_most", None)} - {None}
        if getattr(one, "strength", "") != "afgeleid":
            found += [(one.key, one.document, one.lines, end) for end in sorted(ends)]
    return found


@pytest.mark.parametrize(("key", "document", "lines", "value"), stated_numbers())
def test_the_number_stands_on_the_lines(key: str, document: str, lines: str, value: Decimal):
    text = passage(document, lines)
    decimals = -value.as_tuple().exponent
    written = [number(value, max(decimals, 0)), str(value)]
    written += [form for form in (IN_WORDS.get(value), OUR_READING.get(key)) if form]

    assert any(re.search(rf"(?<![\d.,]){re.escape(form)}(?!\d)", text) for form in written), written


def test_the_texts_are_our_own():
    long_runs = set()
    for document in documents().values():
        words = re.findall(r"\w+", (SOURCES / document.file_name).read_text(encoding="utf-8").lower())
        long_runs |= {tuple(words[at : at + 9]) for at in range(len(words) - 8)}

    for one in [*all_stated(), *commitments()]:
        for text in (one.note, getattr(one, "text", ""), getattr(one, "title", ""),
                     getattr(one, "counting_rule", ""), getattr(one, "commitment", "")):
            words = re.findall(r"\w+", text.lower())
            runs = {tuple(words[at : at + 9]) for at in range(len(words) - 8)}
            assert not runs & long_runs, f"{one.key}: een zin uit de bron"
