"""Cards and notes carry number, target, unit, date, status and source, all escaped."""

import re

import pytest

from ui import cards
from ui.markup import link
from ui.shapes import BulletRow, Card, Shown

SCRIPT = "<script>alert('x')</script>"


def shown(value: float) -> Shown:
    return Shown(str(value), value)


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)).strip()


def jobs(value: Shown, **more) -> BulletRow:
    return BulletRow(
        "Garantiebanen", value, shown(440), "garantiebanen", more.pop("status", "achter"), **more
    )


def test_a_card_says_all_that_belongs_beside_a_number():
    card = Card(jobs(shown(88), pace=0.4), "t/m 30 september 2015", "Bron: brief, r. 35", href="/doel?doel=T")
    text = words(cards.agreement_card(card))
    for part in (
        "Garantiebanen",
        "88 van 440 garantiebanen",
        "achter",
        "t/m 30 september 2015",
        "Bron: brief, r. 35",
    ):
        assert part in text


def test_a_hidden_number_has_a_stub_and_no_bar():
    html = cards.agreement_card(Card(jobs(Shown("< 5", None, True)), "nu", "Bron"))
    assert 'class="rm-stub"' in html
    assert 'class="rm-value"' not in html
    assert "&lt; 5" in html


def test_nothing_delivered_is_said_once_and_is_not_a_zero():
    row = BulletRow("Banen", Shown("niets geleverd", None, True), shown(20), "banen", "niets geleverd")
    text = words(cards.bullet_list([row]))
    assert text.count("niets geleverd") == 1
    assert "– van 20 banen" in text
    assert "0 van" not in text.replace("20", "")


def test_a_target_without_a_number_has_no_bar():
    row = BulletRow("Gesprekken", shown(37), None, "gesprekken", "te vroeg")
    html = cards.agreement_card(Card(row, "nu", "Bron"))
    assert "rm-bar" not in html
    assert "geen getal in bron" in html


def test_bars_beyond_their_reach_end_in_an_arrow_inside_the_card():
    html = cards.agreement_card(Card(jobs(shown(2000)), "nu", "Bron"))
    assert "rm-beyond" in html
    assert all(float(width) <= 100 for width in re.findall(r"width:([\d.]+)%", html))


def test_the_key_names_only_what_the_bars_contain():
    assert "onzeker" not in cards.bar_key([jobs(shown(1))])
    assert "onzeker" in cards.bar_key([jobs(shown(1), low=shown(1), high=shown(3))])


@pytest.mark.parametrize(
    "html",
    [
        cards.agreement_card(
            Card(
                BulletRow(SCRIPT, Shown(SCRIPT, 1), Shown(SCRIPT, 2), SCRIPT, SCRIPT),
                SCRIPT,
                SCRIPT,
                note=SCRIPT,
            )
        ),
        cards.finding(SCRIPT, SCRIPT),
        cards.badge(SCRIPT),
        cards.note(SCRIPT, SCRIPT),
        cards.empty_state(SCRIPT, SCRIPT, '"><script>', SCRIPT),
        cards.source_line(SCRIPT, SCRIPT, href='"><script>'),
        cards.definitions([(SCRIPT, SCRIPT)]),
    ],
)
def test_text_from_outside_is_never_markup(html):
    assert "<script" not in html


def test_a_link_never_runs_a_script():
    assert "<a" not in link("klik", "javascript:alert(1)")
    assert 'href="/doel?doel=T-LSA-02&amp;per=1"' in link("klik", "/doel?doel=T-LSA-02&per=1")


def test_a_source_line_leaves_out_what_is_empty():
    assert words(cards.source_line("brief, r. 35", "", "stand t/m 30 sep 2015")) == (
        "Bron: brief, r. 35 · stand t/m 30 sep 2015"
    )


def test_nothing_uses_inline_svg_because_streamlit_would_remove_it():
    assert "<svg" not in cards.card_grid([Card(jobs(shown(88)), "nu", "Bron")])
