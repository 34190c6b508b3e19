"""The way from sample data to one's own and back, for everybody on this server."""

import streamlit as st

from tests.builders import filled
from ui.access import OWN, SAMPLE, Library


def test_going_back_to_the_sample_shows_its_numbers_again(tmp_path, monkeypatch):
    monkeypatch.setenv("REGIOMONITOR_DATA", str(tmp_path))
    monkeypatch.delenv("REGIOMONITOR_DATABASE", raising=False)
    st.cache_resource.clear()
    filled(tmp_path, [{}] * 9).close()
    (tmp_path / "test.duckdb").rename(tmp_path / "sample.duckdb")
    library = Library()
    sample = library.open()
    library.switch(OWN)
    own = library.open()
    assert own.deliveries() == []
    library.switch(SAMPLE)
    again = library.open()
    # The same object: cached numbers still hold it, and it must answer them.
    assert again is sample
    assert len(sample.deliveries()) == 1
    library.switch(OWN)
    assert library.open() is own
    assert library.choice == OWN
