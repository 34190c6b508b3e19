"""Every field and stored column of every kind of delivery has a Dutch word on screen."""

from datetime import date, datetime

import pytest

from data_loaders.intake import KINDS
from reference.dutch import LABELS
from ui.data_values import value_text
from ui.kind_words import field_word, stored_word


@pytest.mark.parametrize("kind", KINDS)
def test_no_field_or_stored_column_shows_its_name_in_code(kind):
    fields = {column.field for column in KINDS[kind].columns}
    stored = {name for name, _, _ in KINDS[kind].output}
    dutch = {"extra", "status", "crebo", "school", "sector", "indicator", "document", "jobcarving", "doel"}
    assert {name for name in fields if field_word(name, kind) == name} <= dutch
    assert {name for name in stored if stored_word(name, kind) == name} <= dutch


def test_a_field_is_called_what_the_template_of_its_kind_calls_it():
    assert field_word("start_date", "sroi") == "startdatum contract"
    assert field_word("start_date", "trajectory") == "startdatum traject"
    assert field_word("placement_date", "placement") == "startdatum"
    assert field_word("person_key", "talk") == "persoon (als pseudoniem)"


def test_codes_and_moments_show_in_dutch():
    assert value_text("opened_at", datetime(2017, 3, 1, 9, 15)) == "01-03-2017 09:15"
    assert value_text("closed_date", date(2017, 3, 1)) == "01-03-2017"
    assert value_text("client_group", "onoverbrugbaar") == "niet te overbruggen afstand"
    assert value_text("provider", "ijmond-werkt") == "IJmond Werkt!"
    assert value_text("status", "goedgekeurd") == "goedgekeurd"
    assert value_text("measure", "uitstroom-naar-werk") == "uitstroom naar werk"


def test_every_code_that_a_new_kind_stores_has_a_label():
    for kind in ("vacancy", "caseload", "talk", "trajectory", "sroi"):
        for offer in KINDS[kind].offers.values():
            assert offer.choose in ("", "ja/nee", "gemeenten", *LABELS), offer
