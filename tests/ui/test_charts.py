"""Charts draw what may be seen, say it in words, and never turn a hidden cell into a zero."""

import json
import math
from datetime import date

import plotly.io as pio
import pytest

from ui.charts import PLOTLY_CONFIG, bullet, dumbbell, monthly_columns, ranked_bars
from ui.shapes import Bar, BulletRow, Pair, Shown, TimePoint

BELOW = Shown("< 5", None, True)
SHIELDED = Shown("afgeschermd", None, True)
NOTHING = Shown("niets geleverd", None, True)


def shown(value: float) -> Shown:
    return Shown(f"{value:,.0f}".replace(",", "."), value)


TARGET = shown(440)


def jobs(value: Shown, target: Shown | None = TARGET, **more) -> BulletRow:
    return BulletRow("Garantiebanen", value, target, "garantiebanen", more.pop("status", "achter"), **more)


def traces(chart) -> list[dict]:
    return json.loads(chart.figure.to_json())["data"]


def notes(chart) -> str:
    return " ".join(note["text"] for note in json.loads(chart.figure.to_json())["layout"]["annotations"])


def lengths(chart, hatched: bool, axis: str = "x") -> list[float]:
    """Lengths of the drawn bars: the hatched ones, or those in the colour of what was reached."""
    found = [t for t in traces(chart) if t["type"] == "bar" and ("pattern" in t["marker"]) == hatched]
    return [value for t in found if hatched or t["marker"]["color"] == "#154273" for value in t[axis]]


def test_a_count_is_drawn_as_a_share_of_its_own_target():
    chart = bullet([jobs(shown(88)), jobs(shown(79), shown(280))])
    assert lengths(chart, hatched=False) == [20.0, pytest.approx(100 * 79 / 280)]


def test_the_text_above_a_bullet_gives_number_target_unit_and_status_with_its_mark():
    text = notes(bullet([jobs(shown(88))]))
    assert "<b>88</b> van 440 garantiebanen" in text
    assert "■ achter" in text


def test_a_hidden_count_is_a_hatched_stub_with_its_words_and_no_bar():
    chart = bullet([jobs(BELOW, pace=0.4)])
    assert lengths(chart, hatched=False) == []
    assert len(lengths(chart, hatched=True)) == 1
    assert "&lt; 5" in notes(chart)


def test_stubs_of_different_hidden_counts_are_equally_long():
    chart = bullet([jobs(BELOW), jobs(SHIELDED, shown(20)), jobs(NOTHING, shown(5))])
    assert len(set(lengths(chart, hatched=True))) == 1


def test_hatching_is_laid_over_the_bar_because_streamlit_loses_it_otherwise():
    [stub] = [t for t in traces(bullet([jobs(BELOW)])) if "pattern" in t["marker"]]
    assert stub["marker"]["pattern"]["fillmode"] == "overlay"


def test_a_real_zero_has_no_bar_and_no_hatching_and_says_zero():
    chart = bullet([jobs(shown(0))])
    assert lengths(chart, hatched=False) == lengths(chart, hatched=True) == []
    assert "<b>0</b> van 440" in notes(chart)


def test_a_row_without_a_number_in_the_source_shows_its_count_and_no_bar():
    chart = bullet([BulletRow("Gesprekken", shown(37), None, "gesprekken", "te vroeg")])
    assert traces(chart) == []
    assert "<b>37</b> gesprekken" in notes(chart)
    assert "geen getal in bron" in notes(chart)
    assert chart.table.rows[0][3] == "geen getal in bron"


def test_a_count_far_beyond_its_target_is_cut_off_with_an_arrow():
    chart = bullet([jobs(shown(210), shown(100))])
    assert lengths(chart, hatched=False) == [120.0]
    assert "»" in notes(chart)


def test_doubt_is_told_and_drawn():
    row = jobs(shown(79), shown(280), low=shown(70), high=shown(104))
    chart = bullet([row])
    assert "onzeker: 70 tot 104" in notes(chart)
    lines = [s for s in json.loads(chart.figure.to_json())["layout"]["shapes"] if s.get("x0") == 25.0]
    assert any(line["x1"] == pytest.approx(100 * 104 / 280) for line in lines)


def test_the_figure_grows_with_its_rows():
    one, three = bullet([jobs(shown(1))]), bullet([jobs(shown(1))] * 3)
    assert three.figure.layout.height > one.figure.layout.height + 100


def test_no_line_above_a_bullet_is_wider_than_a_phone():
    label = "Passende werkplekken bij de vijftien grootste werkgevers van Haarlem en omstreken"
    row = BulletRow(label, shown(1234), shown(2000), "extra stageplaatsen voor jongeren", "niet gehaald")
    for note in json.loads(bullet([row]).figure.to_json())["layout"]["annotations"]:
        assert len(note["text"].replace("<b>", "").replace("</b>", "")) < 49 or "span" in note["text"]


def test_the_alternative_text_of_bullets_carries_every_number():
    chart = bullet([jobs(shown(88), pace=0.37), jobs(BELOW, shown(20)), jobs(shown(1234), shown(2000))])
    for words in ("88 van 440", "20 %", "37 %", "< 5 van 20", "1.234 van 2.000", "achter"):
        assert words in chart.alt


def test_markup_in_a_label_stays_text():
    chart = bullet([BulletRow("<script>alert(1)</script>", shown(1), shown(2), "<b>banen", "achter")])
    assert "<script>" not in notes(chart)
    assert "&lt;script&gt;" in notes(chart)
    assert "&lt;b&gt;banen" in notes(chart)


def test_ranked_bars_hide_what_is_hidden_and_keep_their_order():
    rows = [Bar("Markt", shown(1234), "55 %"), Bar("Overheid", BELOW), Bar("Inleen", shown(0))]
    chart = ranked_bars(rows, "plaatsingen", column="Sector")
    assert lengths(chart, hatched=False) == [1234]
    assert len(lengths(chart, hatched=True)) == 1
    assert chart.table.rows == (("Markt", "1.234", "55 %"), ("Overheid", "< 5", "–"), ("Inleen", "0", "–"))
    assert "Markt 1.234 (55 %); Overheid < 5; Inleen 0" in chart.alt


def test_a_dumbbell_gives_a_hidden_end_no_position():
    rows = [
        Pair("Haarlem", shown(41), shown(52), Shown("+11", 11)),
        Pair("Velsen", shown(7), SHIELDED, SHIELDED),
    ]
    chart = dumbbell(rows, "garantiebanen", "minstens 25 uur", "banen van 25,5 uur")
    first, second = traces(chart)
    assert (first["x"], second["x"]) == ([41, 7], [52])
    assert "<b>+11</b>" in notes(chart)
    assert "7 → afgeschermd" in notes(chart)
    assert chart.table.columns == ("Gemeente", "Minstens 25 uur", "Banen van 25,5 uur", "Verschil")


def test_months_show_a_stub_where_the_number_is_hidden():
    points = [TimePoint(date(2015, 1, 1), shown(6)), TimePoint(date(2015, 2, 1), BELOW)]
    chart = monthly_columns(points, "plaatsingen")
    assert lengths(chart, hatched=False, axis="y") == [6]
    assert len(lengths(chart, hatched=True, axis="y")) == 1
    assert chart.table.rows == (("januari 2015", "6"), ("februari 2015", "< 5"))


@pytest.mark.parametrize(
    "chart",
    [
        bullet([]),
        bullet([jobs(NOTHING, shown(20))]),
        ranked_bars([], "plaatsingen"),
        ranked_bars([Bar("Markt", BELOW)], "plaatsingen"),
        dumbbell([Pair("Haarlem", SHIELDED, SHIELDED, SHIELDED)], "banen", "toen", "nu"),
        monthly_columns([], "plaatsingen"),
        monthly_columns([TimePoint(date(2015, 1, 1), SHIELDED)], "plaatsingen"),
    ],
)
def test_charts_without_a_single_visible_number_still_draw_and_hold_no_gaps(chart):
    for trace in traces(chart):
        for value in [*trace.get("x", []), *trace.get("y", [])]:
            assert value is not None
            assert not (isinstance(value, float) and math.isnan(value))


def test_charts_speak_dutch():
    figure = bullet([jobs(shown(88))]).figure
    assert pio.templates[pio.templates.default].layout.separators == ",."
    assert figure.layout.template.layout.separators == ",."
    months = PLOTLY_CONFIG["locales"]["nl"]["format"]["shortMonths"]
    assert (PLOTLY_CONFIG["locale"], months[2], months[9]) == ("nl", "mrt", "okt")
    assert PLOTLY_CONFIG["displayModeBar"] is False


def test_the_house_template_returns_after_streamlit_set_its_own():
    pio.templates.default = "none"
    assert bullet([jobs(shown(1))]).figure.layout.template.layout.separators == ",."
