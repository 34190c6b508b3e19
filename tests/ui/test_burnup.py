"""The burn-up leaves hidden points out and keeps its labels apart."""

import itertools
import json
from datetime import date

from ui.burnup import burn_up
from ui.placing import LETTER, LINE, NARROW, Label, place
from ui.shapes import Published, Shown, TimePoint

START, END = date(2015, 1, 1), date(2016, 12, 31)
SHIELDED = Shown("afgeschermd", None, True)


def shown(value: float) -> Shown:
    return Shown(str(value), value)


def drawn(chart) -> dict:
    return json.loads(chart.figure.to_json())


def course(chart) -> dict:
    [line] = [t for t in drawn(chart)["data"] if t["mode"] == "lines" and t["line"].get("color") == "#154273"]
    return dict(zip(line["x"], line["y"], strict=True))


def test_the_line_starts_at_zero_and_runs_past_what_is_hidden():
    points = [
        TimePoint(date(2015, 3, 31), shown(20)),
        TimePoint(date(2015, 4, 30), SHIELDED),
        TimePoint(date(2015, 5, 31), shown(31)),
    ]
    chart = burn_up(points, shown(440), START, END, unit="garantiebanen")
    assert course(chart) == {"2015-01-01": 0, "2015-03-31": 20, "2015-05-31": 31}
    assert ("30 april 2015", "stand", "afgeschermd", "–") in chart.table.rows
    assert "30 april 2015 afgeschermd" in chart.alt


def test_the_dashed_path_runs_from_nothing_at_the_start_to_the_target_at_the_end():
    chart = burn_up([], shown(440), START, END, unit="garantiebanen")
    [path] = [t for t in drawn(chart)["data"] if t.get("line", {}).get("dash") == "dash"]
    assert (path["x"], path["y"]) == (["2015-01-01", "2016-12-31"], [0, 440])
    assert "doel 440" in drawn(chart)["layout"]["annotations"][0]["text"]


def test_without_a_target_there_is_no_path():
    chart = burn_up([TimePoint(date(2015, 3, 31), shown(20))], None, START, END, unit="gesprekken")
    assert not [t for t in drawn(chart)["data"] if t.get("line", {}).get("dash")]


def test_a_published_figure_is_an_open_diamond_with_the_name_of_its_document():
    stated = [Published(date(2015, 9, 30), shown(147), "brief 19 nov 2015")]
    chart = burn_up([], shown(440), START, END, unit="garantiebanen", published=stated)
    [diamond] = [t for t in drawn(chart)["data"] if t.get("marker", {}).get("symbol") == "diamond"]
    assert diamond["y"] == [147]
    assert "brief 19 nov 2015: 147" in chart.alt
    assert any("brief 19 nov 2015: 147" in a["text"] for a in drawn(chart)["layout"]["annotations"])


def test_when_nothing_may_be_drawn_the_words_stand_at_the_foot_of_the_plot():
    chart = burn_up(
        [TimePoint(date(2015, 5, 1), Shown("< 5", None, True))], shown(20), START, END, unit="banen"
    )
    first = drawn(chart)["layout"]["annotations"][0]
    assert (first["text"], first["y"]) == ("<b>1 mei 2015: &lt; 5</b>", 0)


def test_the_forecast_joins_the_last_point_and_tells_its_range():
    ahead = [TimePoint(END, shown(414), shown(397), shown(435))]
    chart = burn_up(
        [TimePoint(date(2016, 10, 31), shown(347))], shown(375), START, END, unit="banen", forecast=ahead
    )
    [dotted] = [t for t in drawn(chart)["data"] if t.get("line", {}).get("dash") == "dot"]
    assert dotted["y"] == [347, 414]
    assert any("prognose 414 (397 tot 435)" in a["text"] for a in drawn(chart)["layout"]["annotations"])


def boxes(labels: list[Label], height: float) -> list[tuple[float, float, float, float]]:
    found = []
    for label, spot in zip(labels, place(labels, height, []), strict=True):
        width = LETTER * len(label.text)
        left = label.x * NARROW + spot.xshift - {"left": 0, "right": width, "center": width / 2}[spot.anchor]
        middle = label.y * height + spot.yshift
        found.append((left, middle - LINE / 2, left + width, middle + LINE / 2))
    return found


def test_labels_at_the_same_end_do_not_cover_one_another_on_a_phone():
    ends = [Label("doel 375", 1.0, 0.86), Label("prognose 414 (397 tot 435)", 1.0, 0.9)]
    labels = [Label("31 okt 2015: 347", 0.83, 0.80), *ends, Label("brief 19 nov 2015: 300", 0.75, 0.7)]
    for a, b in itertools.combinations(boxes(labels, 340), 2):
        assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]


def test_a_label_at_the_right_end_stays_inside_the_plot():
    [(left, _, right, _)] = boxes([Label("prognose 414 (397 tot 435)", 1.0, 0.5)], 340)
    assert left >= 0
    assert right <= NARROW + 8


def test_of_two_ends_the_lower_one_has_its_label_below():
    high, low = place([Label("prognose 414", 1.0, 0.9), Label("doel 375", 1.0, 0.8)], 340, [])
    assert high.yshift > 0 > low.yshift
