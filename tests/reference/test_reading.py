"""A file that is wrong does not load, and the message says which file, which key and which field."""

import re

import pytest

from reference.agreements import read_agreement
from reference.citation import cited_lines
from reference.models import ReferenceError
from reference.region import read_commitments, read_municipalities

DOCUMENT = """
[document]
key = "S9"
title = "Een akkoord"
short = "Akkoord"
kind = "akkoord"
date_text = "zonder datum"
file_name = "akkoord.txt"
"""
TARGET = """
[[target]]
key = "T-LSA-99"
title = "Banen"
agreement = "lsa"
theme = "garantiebanen"
party = "iedereen"
metric = "garantiebanen"
counting = "min25"
at_least = 12
unit = "garantiebanen"
scope = { kind = "region", text = "de regio" }
start = 2015-01-01
end = 2016-12-31
counting_rule = "Minstens 25 uur."
strength = "doel"
section = "Doelen"
lines = "10-12"
note = ""
"""


def read(tmp_path, target: str):
    file = tmp_path / "akkoord.toml"
    file.write_text(DOCUMENT + target, encoding="utf-8")
    return read_agreement(file)


def test_a_complete_target_loads(tmp_path):
    document, (target,) = read(tmp_path, TARGET)

    assert (document.key, target.key, target.at_least, target.at_most) == ("S9", "T-LSA-99", 12, None)
    assert target.document == "S9"


@pytest.mark.parametrize("field", [
    "title", "agreement", "theme", "party", "counting", "unit", "scope", "start", "counting_rule", "strength",
    "section", "lines", "note",
])
def test_a_target_without_a_field_is_refused(tmp_path, field):
    without = re.sub(rf"(?m)^{field} = .*\n", "", TARGET)

    with pytest.raises(ReferenceError, match=f"akkoord.toml, T-LSA-99: veld '{field}' ontbreekt"):
        read(tmp_path, without)


@pytest.mark.parametrize(("old", "new", "message"), [
    ('note = ""', 'note = ""\ncolour = "red"', "veld 'colour' is onbekend of hoort hier niet"),
    ('metric = "garantiebanen"', "", "veld 'metric' of 'not_measured' moet er staan"),
    ('metric = "garantiebanen"', 'metric = "banen"', "veld 'metric' is 'banen'; kies uit placements"),
    ("end = 2016-12-31", "", "veld 'end' of 'open_ended' moet er staan"),
    ("end = 2016-12-31", "end = 2016-12-31\nopen_ended = true", "en niet allebei"),
    ("end = 2016-12-31", "end = 2014-12-31", "veld 'end' ligt voor 'start'"),
    ("at_least = 12", "", "moet er staan"),
    ("at_least = 12", "at_least = 12\nno_number = true", "moet er staan"),
    ("at_least = 12", "between = [6, 4]", "veld 'between' moet twee oplopende getallen hebben"),
    ("at_least = 12", 'at_least = "veel"', "veld 'at_least' moet een getal zijn"),
    ("start = 2015-01-01", 'start = "begin 2015"', "veld 'start' moet een datum zijn"),
    ('lines = "10-12"', 'lines = "rond 10"', "veld 'lines' klopt niet"),
    ('text = "de regio"', 'text = "de regio", place = "x"', "scope: veld 'place' is onbekend"),
    ('kind = "region"', 'kind = "party"', "scope: veld 'code' ontbreekt"),
    ("[[target]]", "[[doel]]", "'doel' is geen bekende tabel"),
    ("[[target]]", "[target]", "'target' is geen bekende tabel"),
])
def test_a_target_that_is_wrong_is_refused(tmp_path, old, new, message):
    with pytest.raises(ReferenceError, match=re.escape(message)):
        read(tmp_path, TARGET.replace(old, new, 1))


def test_a_target_with_a_pillar_says_which(tmp_path):
    pillar = TARGET.replace('metric = "garantiebanen"', 'metric = "pillar_placements"')

    with pytest.raises(ReferenceError, match="T-LSA-99: veld 'pillar' ontbreekt"):
        read(tmp_path, pillar)
    _, (every_pillar,) = read(tmp_path, pillar + 'pillar = "alle"')
    assert every_pillar.pillar is None


def test_a_file_that_is_no_toml_is_refused_by_name(tmp_path):
    with pytest.raises(ReferenceError, match="akkoord.toml: kan niet worden gelezen"):
        read(tmp_path, "at_least = = 3")


def test_a_row_with_a_wrong_value_is_refused_by_file_row_and_field(tmp_path):
    file = tmp_path / "gemeenten.csv"
    head = "code,name,subregion,inhabitants_2022,valid_from,valid_until,board_member\n"

    file.write_text(head + "GM0392,Haarlem,Zuidkant,162898,,,wethouder\n", encoding="utf-8")
    with pytest.raises(ReferenceError, match="gemeenten.csv, GM0392: veld 'subregion' is 'Zuidkant'"):
        read_municipalities(file)
    file.write_text(head + "GM0392,Haarlem\n", encoding="utf-8")
    with pytest.raises(ReferenceError, match="gemeenten.csv, regel 2: het aantal velden"):
        read_municipalities(file)


def test_a_commitment_without_a_party_is_refused(tmp_path):
    file = tmp_path / "akkoord.csv"
    file.write_text(
        "id,document,lines,party,commitment,pillar,indicator,strength,unit,scope,period_start,period_end,"
        "counting_rule,note\nA-1,S0,12,,Meedoen,MVO,geen,ambitie,ja,Haarlem,2015-01-01,,Geen.,\n",
        encoding="utf-8",
    )

    with pytest.raises(ReferenceError, match="akkoord.csv, A-1: veld 'party' ontbreekt"):
        read_commitments(file)


def test_a_citation_may_name_other_documents():
    assert cited_lines("S0", "273-279, 334; S1 49") == (("S0", 273, 279), ("S0", 334, 334), ("S1", 49, 49))
    with pytest.raises(ValueError, match="loopt terug"):
        cited_lines("S0", "12-10")
