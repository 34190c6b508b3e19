"""What the server takes for the what-if page: four scenarios over a million placements.

`python -m benchmarks.what_if [FOLDER]` measures this alone; a FOLDER with a sample.duckdb is used as it is.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import streamlit as st
from streamlit.testing.v1 import AppTest

from benchmarks.browsing import ROOT
from benchmarks.files import write_workbook
from data_loaders.intake import SHELL_LIMITS, read_delivery
from storage.database import Database
from storage.deliveries import Provenance

COPIES, ROWS = 10, 100_000
FRAME, PAGE = str(ROOT / "ui" / "frame.py"), "../pages/wat_als.py"
FOUR = {"a": "d440.e2017-12-31", "b": "r255", "c": "p20.w3", "d": "vi.o2", "peildatum": "31 december 2015"}
# Dials in the order in which they are turned, with what is filled in.
DIALS = (
    ("doelwaarde", "290"),
    ("einddatum", "2018"),
    ("tempo", "21"),
    ("uitstroom", "2"),
    ("uitstel", "4"),
    ("urengrens", "30"),
    ("urengrens", "28"),
    ("doelwaarde", "300"),
)
CHOICES = (("telregel", "personen"), ("sector", "bedrijven"), ("gemeenten", "de zeven van nu"))
LATER = "30 juni 2018"  # past the target's own end
FIRST_LOOK = "what-if, first look at a million placements, server (s)"
AHEAD = "what-if, first look once counted ahead, server (s)"
SLOWEST = "what-if, slowest dial at a million placements, server (s)"
MEDIAN = "what-if, a dial at a million placements, server (s)"
OTHER_DATE = "what-if, reference date past the own period, server (s)"


def make_million(folder: Path) -> None:
    """Write a database of a hundred thousand placements ten times over, each time of other people."""
    workbook = folder / "WSP plaatsingen.xlsx"
    write_workbook(workbook, ROWS)
    rows = read_delivery(workbook, key=b"bench", limits=SHELL_LIMITS).table
    origin = Provenance("wsp", date(2015, 1, 1), date(2022, 12, 31), workbook.name, "Plaatsingen", "bench")
    database = Database.open(folder / "sample.duckdb")
    database.deliver("placement", pa.concat_tables([_copy(rows, n) for n in range(COPIES)]), origin)
    database.close()
    workbook.unlink()


def what_if_seconds(folder: Path) -> dict[str, float]:
    """Return the seconds that the server takes for looks and dials on the database in a folder."""
    page = _opened(folder)
    figures = {FIRST_LOOK: _seconds(page.run)}
    dials = [_turn(page, dial, text) for dial, text in DIALS]
    dials += [_choose(page, dial, text) for dial, text in CHOICES]
    figures |= {SLOWEST: max(dials), MEDIAN: statistics.median(dials)}
    figures[OTHER_DATE] = _seconds(page.selectbox(key="peildatum").select(LATER).run)
    assert not page.exception, page.exception
    page = _opened(folder)
    _count_ahead()
    return figures | {AHEAD: _seconds(page.run)}


def _copy(rows: pa.Table, number: int) -> pa.Table:
    key, place = (rows.schema.get_field_index(name) for name in ("person_key", "row_number"))
    people = pc.binary_join_element_wise(rows["person_key"], pa.scalar(str(number)), "-")
    lines = pc.cast(pc.add(rows["row_number"], number * ROWS), pa.int32())
    return rows.set_column(key, "person_key", people).set_column(place, "row_number", lines)


def _opened(folder: Path) -> AppTest:
    """Return the page with four scenarios, not run yet; nothing was counted before."""
    os.environ["REGIOMONITOR_DATA"] = str(ROOT / "data")
    known = AppTest.from_file(FRAME, default_timeout=120).run()._registered_pages
    st.cache_resource.clear()
    st.cache_data.clear()
    os.environ["REGIOMONITOR_DATA"] = str(folder)
    page = AppTest.from_file(FRAME, default_timeout=120)
    page._registered_pages = known
    for name, value in FOUR.items():
        page.query_params[name] = value
    return page.switch_page(PAGE)


def _count_ahead() -> None:
    from ui.server import count_ahead

    count_ahead()


def _turn(page: AppTest, dial: str, text: str) -> float:
    return _seconds(page.text_input(key=f"knop-{dial}").set_value(text).run)


def _choose(page: AppTest, dial: str, text: str) -> float:
    return _seconds(page.selectbox(key=f"knop-{dial}").set_value(text).run)


def _seconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(name)
        if not (folder / "sample.duckdb").exists():
            make_million(folder)
        for what, seconds in what_if_seconds(folder).items():
            print(f"{seconds:6.2f}  {what}")


if __name__ == "__main__":
    main()
