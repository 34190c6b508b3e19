"""Every contradiction names what it touches and stands on lines that exist."""

from pathlib import Path

import pytest

from reference.load import (
    budgets,
    commitments,
    contradictions,
    documents,
    figures,
    milestones,
    rules,
    targets,
)

SOURCES = Path(__file__).parents[3] / "shared" / "sources"


@pytest.mark.parametrize("one", contradictions(), ids=lambda one: one.key)
def test_a_contradiction_touches_entries_that_exist(one):
    known = {c.key for c in commitments()}.union(targets(), milestones(), figures(), budgets(), rules())
    assert set(one.targets) <= known


@pytest.mark.skipif(not SOURCES.is_dir(), reason="de brondocumenten staan hier niet")
@pytest.mark.parametrize("one", contradictions(), ids=lambda one: one.key)
def test_a_contradiction_stands_on_lines_with_text(one):
    for key, first, last in one.passages():
        text = (SOURCES / documents()[key].file_name).read_text(encoding="utf-8").split("\n")
        assert text[first - 1].strip() and text[last - 1].strip(), f"{key} {first}-{last}"


@pytest.mark.skipif(not SOURCES.is_dir(), reason="de brondocumenten staan hier niet")
def test_no_contradiction_repeats_eight_words_of_a_document():
    sources = [(SOURCES / d.file_name).read_text(encoding="utf-8") for d in documents().values()]
    spaced = [" ".join(text.lower().split()) for text in sources]
    for one in contradictions():
        for text in (one.reading_one, one.reading_two, one.how_we_read):
            words = text.lower().split()
            for start in range(len(words) - 7):
                part = " ".join(words[start : start + 8])
                assert not any(part in source for source in spaced), part


def test_keys_are_unique():
    keys = [one.key for one in contradictions()]
    assert len(keys) == len(set(keys))
