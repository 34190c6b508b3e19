"""Tables have real headings and a caption, and their numbers line up."""

import re

from ui.shapes import Shown
from ui.style import style_html
from ui.tables import as_table_html


def test_a_table_has_a_caption_and_headings_for_columns_and_rows():
    html = as_table_html([["Haarlem", "12"]], ["Gemeente", "Banen"], "Banen per gemeente")
    assert "<caption>Banen per gemeente</caption>" in html
    assert '<th scope="col">Gemeente</th>' in html
    assert '<th scope="row">Haarlem</th>' in html


def test_numbers_in_dutch_notation_are_right_aligned_and_words_are_not():
    rows = [["Haarlem", "1.234,5", "33 %", "op koers"], ["Velsen", Shown("< 5", None, True), "–", "achter"]]
    html = as_table_html(rows, ["Gemeente", "Banen", "Deel", "Status"])
    assert re.findall(r'<th scope="col"( class="rm-right")?>', html) == [
        "",
        ' class="rm-right"',
        ' class="rm-right"',
        "",
    ]
    assert '<td class="rm-right">&lt; 5</td>' in html


def test_cells_and_headings_are_escaped():
    html = as_table_html([["<script>", "<b>"]], ["<i>", "x"], '"><script>')
    assert "<script" not in html and "<b>" not in html and "<i>" not in html


def test_a_table_without_rows_still_has_its_headings():
    assert "Gemeente" in as_table_html([], ["Gemeente", "Banen"])


def test_a_wide_table_scrolls_by_itself_and_can_be_reached_by_keyboard():
    assert 'tabindex="0" aria-label="Banen"' in as_table_html([["a"]], ["b"], "Banen")


def test_the_style_sheet_asks_nothing_of_the_internet():
    style = style_html()
    assert "http" not in style and "@import" not in style and "url(" not in style


def test_every_colour_that_the_style_sheet_names_is_in_the_palette():
    style = style_html()
    assert set(re.findall(r"var\((--rm-[a-z]+)\)", style)) <= set(re.findall(r"(--rm-[a-z]+):", style))
