"""Activity per pillar and per municipality, as screens may show it."""

from datetime import date

from metrics.screen import Screen
from metrics.shown import shown_standing
from reference.load import targets
from tests.builders import filled

AUTUMN = {"start_date": date(2020, 11, 2)}
YEAR = {"period_start": date(2020, 1, 1), "period_end": date(2020, 12, 31)}
END = date(2020, 12, 31)


def some(count: int, **values) -> list[dict]:
    return [AUTUMN | values for _ in range(count)]


def test_a_target_of_haarlem_counts_haarlem_and_not_the_region(tmp_path):
    rows = some(7, municipality_home="GM0392") + some(9, municipality_home="GM0453")
    database = filled(tmp_path, rows, **YEAR)
    target = targets()["T-RAA-03"]
    standing = shown_standing(database, Screen(database, target.start, END), target, END)
    assert standing.number.value == 7
    assert standing.progress.status == "geen getal in bron"


def test_a_pillar_without_rows_is_nothing_and_has_no_line(tmp_path):
    screen = Screen(filled(tmp_path, some(6), **YEAR), date(2020, 1, 1), END)
    assert screen.activities(END, "werkgelegenheid").value == 0
    assert screen.activity_line(END, "werkgelegenheid") == []


def test_a_line_only_moves_in_steps_of_at_least_five(tmp_path):
    rows = some(6) + [{"start_date": date(2020, 12, 1)}] * 2
    screen = Screen(filled(tmp_path, rows, **YEAR), date(2020, 11, 1), END)
    assert screen.activity_line(END, "uitkering-naar-werk") == [(date(2020, 11, 30), 6)]


def test_a_group_that_never_occurs_in_a_municipality_is_nothing(tmp_path):
    screen = Screen(filled(tmp_path, some(12), **YEAR), date(2020, 1, 1), END)
    assert screen.crossed("target_group", "wajong", "GM0453", END).value == 0
