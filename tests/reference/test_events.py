"""What the documents date: in order of time, in known documents, with lines and a place that exist."""

from pathlib import Path

import pytest

from reference.events import events
from reference.load import documents, municipalities

SOURCES = Path(__file__).parents[3] / "shared" / "sources"


def test_events_are_in_order_of_time_and_in_known_documents():
    found = events()
    assert [one.day for one in found] == sorted(one.day for one in found)
    assert {one.document for one in found} <= set(documents())
    assert all(first <= last for one in found for _, first, last in one.passages())


def test_an_event_is_of_the_region_or_of_a_member():
    assert {one.place for one in events()} <= {None, *(one.code for one in municipalities())}


@pytest.mark.skipif(not SOURCES.is_dir(), reason="de brondocumenten staan hier niet")
@pytest.mark.parametrize("one", events(), ids=lambda one: one.title)
def test_an_event_stands_on_lines_with_text_and_is_told_in_our_words(one):
    for key, first, last in one.passages():
        source = (SOURCES / documents()[key].file_name).read_text(encoding="utf-8")
        lines = source.split("\n")
        assert lines[first - 1].strip() and lines[last - 1].strip(), f"{key} {first}-{last}"
        assert one.title.lower() not in " ".join(source.lower().split())
