"""Zoeken: finds whatever has a place in the product, forgives spelling, and leads to the right place."""

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.pages.conftest import text_of
from ui.search import find
from ui.search_corpus import GROUPS, PAGES, items, plain
from ui.search_view import marked


def titles(query, group):
    return [one.title for one in find(query).groups.get(group, ())]


@pytest.mark.parametrize(
    ("query", "group", "title"),
    [
        ("stageplekken", "doel", "Extra stageplekken mbo (BBL en BOL)"),
        ("masterclasses", "toezegging", "Masterclasses voor het mkb en een methode voor garantiebanen en"),
        ("garantiebanen", "begrip", "Garantiebanen"),
        ("pre wonen", "partij", "Woningcorporaties (Pré Wonen, Ymere, Elan Wonen)"),
        ("ijmuiden", "gemeente", "Velsen"),
        ("72 uur", "doel", "Geschikte kandidaten binnen 72 uur"),
        ("280", "doel", "Garantiebanen bij bedrijven in de regio"),
        ("no-risk", "bestuur", "Eén no-riskpolis voor de hele regio"),
        ("coronamonitor", "toezegging", "Effecten volgen en delen via planning en control"),
        ("jobcoach", "knelpunt", "Jobcoaches inzetten"),
        ("scenario", "pagina", "Wat als"),
    ],
)
def test_each_kind_of_thing_is_found(query, group, title):
    assert any(one.startswith(title) for one in titles(query, group)), find(query)


@pytest.mark.parametrize("query", ["GARANTIEBANEN YMERE", "ymere garantiebanen", "Ymère, Garantiebanen!"])
def test_order_capitals_and_accents_do_not_matter(query):
    assert titles(query, "doel") == ["Garantiebanen bij Ymere en Pré Wonen"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("garantibaanen", "garantiebanen"), ("klankbordgreop", "klankbordgroep"), ("stagebuero", "stagebureau")],
)
def test_a_typing_error_is_forgiven_and_said(typed, meant):
    found = find(typed)
    assert found.count and meant in found.guessed[typed]


def test_a_code_or_title_typed_in_full_comes_first():
    first = find("t-lsa-02")
    assert next(iter(first.groups)) == "doel" and first.groups["doel"][0].code == "T-LSA-02"
    assert next(iter(find("MKB Haarlem").groups)) == "partij"
    assert find("A-MKB-02").groups["toezegging"][0].code == "A-MKB-02"


def test_words_that_nothing_holds_together_give_what_holds_the_most():
    found = find("stagebureau provincie")
    assert found.partial and found.count


@pytest.mark.parametrize("query", ["", "   ", "xqzzyx", "<script>", "=1+1", "%", "' OR 1=1 --", "de het een"])
def test_a_query_without_sense_finds_nothing_or_little_and_breaks_nothing(query):
    assert find(query).count < 600


def test_the_words_stand_out_whatever_their_accents_and_markup_stays_text():
    assert marked("Pré <Wonen>", ("pre",)) == "<mark>Pré</mark> &lt;Wonen&gt;"
    assert plain("Pré-Wonen, 25,5 uur!") == "pre wonen 25 5 uur"


def test_every_result_leads_to_a_page_that_exists_with_a_filter_that_it_knows():
    pages = {f"/{path.stem.replace('_', '-')}" for path in PAGES.glob("*.py")} | {"/"}
    known = {"afspraak", "begrip", "onderdeel", "partij", "gebied"}
    for one in items():
        parts = urlsplit(one.href)
        assert parts.path in pages and set(parse_qs(parts.query)) <= known, one
    assert {one.group for one in items()} == set(GROUPS)


def test_the_page_lists_groups_with_links(fill, visit):
    fill()
    app = visit("zoeken", zoek="bbl bol")
    assert not app.exception
    assert "vermeldingen met ‘bbl bol’" in app.title[0].value
    assert any(one.value.startswith("Doelen (") for one in app.header)
    assert app.header[-1].value == "Wat u hier niet vindt"
    assert 'href="/verantwoording?afspraak=T-LSA-06"' in text_of(app)
    assert "/afspraken?afspraak=A-IKH-04" in text_of(app)


def test_without_a_word_the_page_gives_examples_and_without_a_result_a_way_on(fill, visit):
    fill()
    empty = visit("zoeken")
    assert "/zoeken?zoek=no-risk" in text_of(empty)
    nothing = visit("zoeken", zoek="<b>xqzzyx</b>")
    assert not nothing.exception and nothing.title[0].value.startswith("Niets gevonden")
    assert "<b>xqzzyx" not in text_of(nothing).replace(nothing.title[0].value, "")


@pytest.mark.parametrize("page", ["overzicht", "afspraken", "gegevens"])
def test_the_box_beside_every_page_leads_to_the_results(fill, visit, page):
    fill()
    app = visit(page)
    app = app.text_input(key="zoek-overal").set_value("ymere").run()
    assert not app.exception
    assert "‘ymere’" in app.title[0].value
    assert app.query_params["zoek"] == "ymere"
