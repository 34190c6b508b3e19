"""The targets from the shell: fields, choices and mistakes."""

import json

import pytest

from metrics.__main__ import main
from tests.builders import filled

FIELDS = {
    "target", "title", "agreement", "unit", "scope", "period", "as_of", "counting", "value", "low", "high",
    "target_value", "share", "expected_share", "status", "forecast", "source",
}  # fmt: skip


@pytest.fixture
def shell(tmp_path, capsys):
    """Ask about two garantiebanen in Haarlem and one in Velsen; return the targets by their key."""
    filled(tmp_path, [{}, {}, {"municipality_home": "GM0453"}]).close()

    def run(*arguments):
        assert main(["--database", str(tmp_path / "test.duckdb"), "--json", *arguments]) == 0
        return {one["target"]: one for one in json.loads(capsys.readouterr().out)}

    return run


def test_every_target_has_every_field(shell):
    answers = shell()
    assert all(set(one) == FIELDS for one in answers.values())
    assert answers["T-LSA-02"]["value"] == 3
    assert answers["T-LSA-02"]["as_of"] == "2015-12-31"


def test_targets_and_municipalities_may_be_named_together_or_one_by_one(shell):
    together = shell("--target", "T-LSA-01", "T-LSA-02", "--municipality", "Haarlem", "IJmuiden")
    apart = shell(
        "--target",
        "T-LSA-01",
        "--target",
        "t-lsa-02",
        "--municipality",
        "Haarlem",
        "--municipality",
        "Velsen",
    )
    assert together == apart
    assert [one["value"] for one in apart.values()] == [3, 3]


def test_a_breakdown_stands_inside_its_target(shell):
    by = shell("--target", "T-LSA-02", "--by", "municipality")["T-LSA-02"]["by"]
    assert [(one["key"], one["value"]) for one in by] == [("Haarlem", 2), ("Velsen", 1)]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--municipality", "Atlantis"), 'de gemeente "Atlantis" is niet bekend'),
        (("--as-of", "31-12-2015"), '"31-12-2015" is geen datum; schrijf bijvoorbeeld 2015-09-30'),
        (("--target", "T-X"), '"T-X" is geen doel in het register'),
        (("--by", "kleur"), "De opdracht is niet begrepen. Zie:"),
    ],
)
def test_a_mistake_is_told_in_dutch(capsys, arguments, sentence):
    with pytest.raises(SystemExit) as ended:
        main([*arguments])
    heard = capsys.readouterr()
    assert (ended.value.code, heard.out) == (1, "")
    assert sentence in heard.err
    assert "error" not in heard.err
