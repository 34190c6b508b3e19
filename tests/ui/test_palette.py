"""Colours can be read, and a status is never told by colour alone."""

import re
import tomllib
from pathlib import Path

import pytest

from reference.dutch import STATUS
from ui import palette
from ui.palette import contrast, look

ROOT = Path(__file__).parents[2]


def test_black_on_white_has_the_contrast_that_wcag_gives_it():
    assert contrast("#000000", "#FFFFFF") == 21


@pytest.mark.parametrize("name", ["TEXT", "MUTED", "ACTUAL", "TARGET", "ATTENTION", "GOOD", "BEHIND"])
@pytest.mark.parametrize("ground", ["PAPER", "SURFACE"])
def test_text_colours_reach_the_contrast_of_letters_on_every_ground(name, ground):
    assert contrast(getattr(palette, name), getattr(palette, ground)) >= 4.4


@pytest.mark.parametrize("name", ["TEXT", "MUTED", "ACTUAL", "TARGET", "ATTENTION", "GOOD", "BEHIND"])
def test_text_colours_on_white_meet_level_aa(name):
    assert contrast(getattr(palette, name), palette.PAPER) >= 4.5


def test_last_years_grey_is_strong_enough_for_a_shape():
    assert contrast(palette.PREVIOUS, palette.PAPER) >= 3


def test_every_status_word_has_a_mark_a_shape_and_a_readable_colour():
    for word in STATUS:
        mark, shape, colour = look(word)
        assert mark and shape and contrast(colour, palette.PAPER) >= 4.5


def test_the_three_verdicts_differ_in_shape_and_not_only_in_colour():
    assert len({look(word).shape for word in ("op koers", "aandacht", "achter")}) == 3


def test_the_fonts_with_a_digit_in_their_name_are_quoted():
    assert not re.search(r'(?<!")Source Sans 3', palette.FONT)


def test_the_theme_of_streamlit_uses_the_colours_of_the_palette():
    theme = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
    assert theme["primaryColor"] == palette.ACTUAL
    assert theme["textColor"] == palette.TEXT
    assert (theme["greenColor"], theme["orangeColor"]) == (palette.GOOD, palette.ATTENTION)
    assert theme["redColor"] == palette.BEHIND
