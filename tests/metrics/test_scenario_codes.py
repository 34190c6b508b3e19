"""Dials as people write them, and scenarios as addresses."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from metrics.scenario import Scenario
from metrics.scenario_codes import decode, encode
from metrics.scenario_dials import DIALS, FIRST_DAY, LAST_DAY, DialProblem, choices, parse_dial


def setting(dial):
    """Return a strategy of all that a dial may stand at, or nothing."""
    if dial.kind == "date":
        values = some.dates(FIRST_DAY, LAST_DAY)
    elif dial.kind == "choice":
        values = some.sampled_from(list(choices(dial.key)))
    elif dial.kind == "hand":
        values = some.lists(some.integers(0, 90_000), min_size=7, max_size=7).filter(any).map(tuple)
    elif dial.kind == "whole":
        values = some.integers(int(dial.low), int(dial.high))
    else:
        values = some.decimals(dial.low, dial.high, places=2)
    return some.none() | values


scenarios = some.builds(Scenario, **{key: setting(dial) for key, dial in DIALS.items()})


@given(scenario=scenarios)
def test_a_scenario_comes_back_from_its_address_exactly(scenario):
    found = decode(encode(scenario))
    assert found.scenario == scenario
    assert found.notes == ()


def test_the_address_is_short_and_has_nothing_for_neutral_dials():
    scenario = Scenario(target=440, counting="min25", deadline=date(2017, 12, 31), threshold=Decimal("25.5"))
    assert encode(scenario) == "d440.e2017-12-31.r25.h25_5"
    assert encode(Scenario()) == ""


def test_every_dial_has_a_letter_of_its_own():
    assert len({dial.letter for dial in DIALS.values()}) == len(DIALS) == len(vars(Scenario()))


def test_unknown_and_impossible_parts_are_left_out_with_a_note():
    found = decode("d440.zz.rxx.h75.e2017-02-30.q1")
    assert found.scenario == Scenario(target=440)
    assert len(found.notes) == 5
    assert "Het deel “zz” van het adres is onbekend en telt niet mee." in found.notes
    assert any("tussen 1 en 60 uur" in note for note in found.notes)


@given(code=some.text(max_size=60))
def test_whatever_stands_in_the_address_never_breaks(code):
    assert encode(decode(code).scenario) is not None


def test_an_endless_address_is_not_read():
    assert decode("d440." * 200).scenario == Scenario()


@pytest.mark.parametrize(
    ("dial", "text", "said"),
    [
        ("large_share", "0", "kan geen 0 % zijn"),
        ("deadline", "31-12-2014", "moet na het begin van de periode liggen (1 januari 2015)"),
        ("threshold", "75", "tussen 1 en 60 uur per week"),
        ("target", "1000000000", "tussen 1 en 100.000"),
        ("target", "1.000.000.000", "tussen 1 en 100.000"),
        ("target", "veel", "is een getal, zoals 440"),
        ("target", "2.345,75", "is een heel getal"),
        ("threshold", "2.345,75", "tussen 1 en 60 uur"),
        ("target", "1e9", "is een getal"),
        ("target", "nan", "is een getal"),
        ("pace", "-1", "tussen 0 en 10.000"),
        ("threshold", "25,555", "twee cijfers"),
        ("deadline", "32-1-2017", "is een datum, zoals 31-12-2017"),
        ("deadline", "31-12-3017", "tussen 1 januari 2013 en 31 december 2040"),
        ("counting", "fte", "kies uit plaatsingen"),
        ("by_hand", "1 2 3", "zeven getallen"),
        ("by_hand", "0 0 0 0 0 0 0", "niet overal 0"),
        ("delay", "1,5", "heel getal"),
    ],
)
def test_an_impossible_dial_gets_a_dutch_sentence(dial, text, said):
    found = parse_dial(dial, text, date(2015, 1, 1))
    assert isinstance(found, DialProblem)
    assert (found.dial, found.text) == (dial, text)
    assert said in found.message
    assert found.message.endswith(".")


@pytest.mark.parametrize(
    ("dial", "text", "value"),
    [
        ("target", "1.234", 1234),
        ("target", " 440 ", 440),
        ("target", "", None),
        ("threshold", "25,5", Decimal("25.5")),
        ("threshold", "25.5 uur", Decimal("25.5")),
        ("large_share", "60 %", Decimal(60)),
        ("extra", "−2", Decimal(-2)),
        ("extra", "+2", Decimal(2)),
        ("deadline", "31 december 2017", date(2017, 12, 31)),
        ("deadline", "31-12-2017", date(2017, 12, 31)),
        ("deadline", "2017-12-31", date(2017, 12, 31)),
        ("deadline", "2017", date(2017, 12, 31)),
        ("counting", "personen", "persons"),
        ("spread", "inwoners", "inwoners"),
        ("by_hand", "200 20 30 25 60 50 55", (200, 20, 30, 25, 60, 50, 55)),
    ],
)
def test_a_dial_is_read_as_people_write_it(dial, text, value):
    assert parse_dial(dial, text) == value


@given(dial=some.sampled_from(list(DIALS)), text=some.text(max_size=20))
def test_no_text_breaks_a_dial(dial, text):
    parse_dial(dial, text, date(2015, 1, 1))
