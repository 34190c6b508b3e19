"""The map and the small multiples are HTML: links, pictures with words, one scale."""

import base64
import re
from datetime import date

from ui.charts import small_multiples, tile_map
from ui.shapes import Series, Shown, Tile, TimePoint

SHIELDED = Shown("afgeschermd", None, True)


def shown(value: float) -> Shown:
    return Shown(str(value).replace(".", ","), value)


def tile(code: str, name: str, value: Shown, **more) -> Tile:
    return Tile(code, name, value, "per 1.000 inwoners", f"/gemeenten?gemeente={code}", **more)


def test_tiles_are_read_from_north_to_south():
    tiles = [tile("GM0397", "Heemstede", shown(1)), tile("GM0392", "Haarlem", shown(2.2)),
             tile("GM0396", "Heemskerk", shown(1.4))]  # fmt: skip
    drawing = tile_map(tiles, "Plaatsingen")
    assert [row[0] for row in drawing.table.rows] == ["Heemskerk", "Haarlem", "Heemstede"]
    assert drawing.html.index("Heemskerk") < drawing.html.index("Haarlem") < drawing.html.index("Heemstede")


def test_a_tile_is_a_link_with_name_figure_unit_and_status_in_words():
    drawing = tile_map([tile("GM0392", "Haarlem", shown(2.2), status="op koers")], "Plaatsingen")
    assert 'href="/gemeenten?gemeente=GM0392"' in drawing.html
    for part in ("Haarlem", "2,2", "per 1.000 inwoners", "op koers"):
        assert part in drawing.html
        assert part in drawing.alt


def test_a_hidden_tile_has_a_stub_and_no_unit():
    drawing = tile_map([tile("GM0377", "Bloemendaal", SHIELDED)], "Plaatsingen")
    assert "rm-stub" in drawing.html
    assert "rm-value" not in drawing.html
    assert drawing.alt == "Plaatsingen: Bloemendaal afgeschermd."


def test_a_former_member_comes_after_the_map():
    drawing = tile_map([tile("GM0393", "Haarlemmerliede en Spaarnwoude", shown(1)),
                        tile("GM0397", "Heemstede", shown(1))], "Plaatsingen")  # fmt: skip
    assert [row[0] for row in drawing.table.rows] == ["Heemstede", "Haarlemmerliede en Spaarnwoude"]


def course(name: str, *values: Shown) -> Series:
    return Series(name, [TimePoint(date(2015, m, 1), v) for m, v in enumerate(values, 1)], values[-1])


def pictures(html: str) -> list[str]:
    return [base64.b64decode(data).decode() for data in re.findall(r"base64,([^\"]+)", html)]


def test_panels_share_one_scale():
    drawing = small_multiples(
        [course("Haarlem", shown(0), shown(4)), course("Velsen", shown(0), shown(2))],
        "per 1.000 inwoners", date(2015, 1, 1), date(2015, 2, 1),
    )  # fmt: skip
    haarlem, velsen = (
        float(re.search(r'<circle cx="[\d.]+" cy="([\d.]+)"', p)[1]) for p in pictures(drawing.html)
    )
    assert (102 - velsen) * 2 == 102 - haarlem
    assert "Elk vak loopt van 0 tot 4,0 per 1.000 inwoners" in drawing.html


def test_a_hidden_point_is_left_out_of_the_line_and_named_in_words_and_table():
    drawing = small_multiples([course("Haarlem", shown(1), SHIELDED, shown(4))], "per 1.000 inwoners",
                              date(2015, 1, 1), date(2015, 3, 1))  # fmt: skip
    points = re.search(r'<polyline points="([^"]+)"', pictures(drawing.html)[0])[1]
    assert len(points.split()) == 2
    assert "1 feb 2015 afgeschermd" in drawing.alt
    assert drawing.table.rows[1] == ("1 feb 2015", "afgeschermd")


def test_names_are_escaped_in_tiles_and_panels():
    html = tile_map([tile("GM0392", "<script>", shown(1))], "<script>").html
    html += small_multiples(
        [course("<script>", shown(1))], "<script>", date(2015, 1, 1), date(2015, 2, 1)
    ).html
    assert "<script" not in html
