"""Any heading of the register, in any dress, is found; two for one field are a question."""

import pytest

from data_loaders import internships, placements
from data_loaders.columns import Heading, Recogniser, key, map_headings
from data_loaders.privacy import DANGER, FORBIDDEN

KINDS = (placements.KIND, internships.KIND)
FORBIDDEN_KEYS = {key(one) for one in FORBIDDEN}
SYNONYMS = sorted(
    {
        (kind.key, column.field, synonym)
        for kind in KINDS
        for column in kind.columns
        for synonym in column.synonyms
    }
)
DRESSES = {
    "as it is": lambda text: text,
    "capitals": str.upper,
    "spaces": lambda text: f"  {text.replace(' ', '   ')} ",
    "underscores": lambda text: text.replace(" ", "_"),
    "line break": lambda text: text.replace(" ", "\n"),
    "no-break space and colon": lambda text: text.replace(" ", "\u00a0") + ":",
    "hash and star": lambda text: f"#{text}*",
    "accents": lambda text: text.replace("e", "ë", 1).replace("a", "á", 1),
    "unit": lambda text: f"{text} (dd-mm-jjjj)",
}
RECOGNISERS = {kind.key: kind.recogniser for kind in KINDS}


@pytest.mark.parametrize("dress", DRESSES.values(), ids=DRESSES.keys())
def test_every_synonym_in_every_dress_is_its_field(dress):
    for kind, field, synonym in SYNONYMS:
        expected = "" if key(synonym) in FORBIDDEN_KEYS else field
        assert RECOGNISERS[kind].match(dress(synonym)) == expected, (kind, dress(synonym))


@pytest.mark.parametrize("dress", DRESSES.values(), ids=DRESSES.keys())
def test_every_forbidden_heading_in_every_dress_is_dropped(dress):
    for synonym in FORBIDDEN:
        assert RECOGNISERS["placement"].match(dress(synonym)) == "", dress(synonym)


def test_a_synonym_belongs_to_one_field_of_a_kind():
    for kind in KINDS:
        owners = {}
        for column in kind.columns:
            for synonym in column.synonyms:
                assert owners.setdefault(key(synonym), column.field) == column.field, synonym


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Naam werkgever", "employer"),
        ("Naam", ""),
        ("BSN kandidaat", ""),
        ("Werkgever naam", "employer"),
        ("Datum van plaatsing", "placement_date"),
        ("Sector (SBI)", "sbi"),
        ("Omvang (uren)", "hours_per_week"),
        ("Cliëntnr.", "person_key"),
        ("Haarkleur", None),
    ],
)
def test_a_heading_is_known_by_its_words(heading, field):
    assert placements.KIND.recogniser.match(heading) == field


def mapped(*texts):
    headings = [Heading(chr(65 + place), text, (text,)) for place, text in enumerate(texts)]
    return map_headings(headings, Recogniser(placements.COLUMNS, FORBIDDEN, DANGER))


def test_a_typing_error_is_read_and_told():
    found = mapped("Plaatsingsdatun", "Woongemeente")
    assert found.fields["placement_date"].text == "Plaatsingsdatun"
    assert [(one.text, field) for one, field in found.guessed] == [("Plaatsingsdatun", "placement_date")]


def test_a_typing_error_in_a_forbidden_heading_is_dropped():
    assert [one.text for one in mapped("Burgerservicenumer").dropped] == ["Burgerservicenumer"]


def test_two_headings_for_one_field_are_a_question_that_names_both():
    ((heading, text),) = mapped("Startdatum", "Plaatsingsdatum", "Woongemeente").questions
    assert heading.letter == "A"
    assert '"Startdatum" (kolom A) en "Plaatsingsdatum" (kolom B)' in text


def test_a_heading_near_one_that_is_taken_is_left_out():
    found = mapped("Plaatsingsdatum", "Plaatsingsdatun")
    assert [one.text for one in found.ignored] == ["Plaatsingsdatun"]


def test_unknown_headings_are_listed():
    assert [one.text for one in mapped("Startdatum", "Haarkleur").ignored] == ["Haarkleur"]
