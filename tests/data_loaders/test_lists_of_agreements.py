"""Published figures, targets, money, actions and goals: what is stored, and what is refused at which cell."""

from datetime import date
from decimal import Decimal

import pytest

from data_loaders.intake import store
from data_loaders.list_values import read_bound, read_money
from storage.database import Database

ACTION = {"Actienummer": "A-01", "Actie": "Werkadviseurs voor jongeren"}
BUDGET = {"Begrotingsjaar": 2015, "Budgetpost": "Re-integratie", "Soort bedrag": "beschikbaar"}
FIGURE = {
    "Gepubliceerd cijfer": "Plaatsingen", "Getal": 147, "Eenheid": "plaatsingen", "Peildatum": "30-09-2015",
    "Document": "Brief",
}  # fmt: skip
TARGET = {
    "Doelnummer": "HLM-1", "Doel": "Garantiebanen voor Haarlemmers", "Akkoord": "Lokaal Sociaal Akkoord",
    "Gemeten met": "garantiebanen", "Streefwaarde": 60, "Eenheid": "garantiebanen", "Gemeente": "Haarlem",
    "Startdatum": "01-01-2015", "Einddatum": "31-12-2016", "Soort doel": "doel", "Document": "Besluit",
}  # fmt: skip


@pytest.fixture
def listed(read):
    """Read a list of these rows, all with the columns of the first."""

    def read_list(*rows: dict):
        head = list(rows[0])
        return read([head, *([row.get(name) for name in head] for row in rows)], "Gemeente Haarlem.xlsx")

    return read_list


def errors(intake) -> str:
    assert intake.table is None or intake.table.num_rows < intake.rows
    return "\n".join(one.message for one in intake.problems if one.severity == "error")


@pytest.mark.parametrize(
    ("text", "heading", "low", "high"),
    [
        ("1.2 mln", "", 1_200_000, 1_200_000), ("1,2 mln", "", 1_200_000, 1_200_000),
        ("€ 200.000", "", 200_000, 200_000), ("200", "Bedrag (x € 1.000)", 200_000, 200_000),
        ("0,5–1,0 mln", "", 500_000, 1_000_000), ("0,5 tot 1,0 miljoen euro", "", 500_000, 1_000_000),
        ("180 k", "", 180_000, 180_000), ("4.579.846", "", 4_579_846, 4_579_846),
        ("1,5", "Bedrag in mln", 1_500_000, 1_500_000), ("€ 1.500,-", "", 1500, 1500),
        ("1.234 mln", "", 1_234_000, 1_234_000), ("-5", "", -5, -5),
    ],
)  # fmt: skip
def test_money_in_every_dress(text, heading, low, high):
    found = read_money(text, heading)
    assert (found.low, found.high, found.issue) == (low, high, None)


def test_a_number_may_be_two_ends():
    assert [(read_bound(text).low, read_bound(text).high) for text in ("40 tot 50", "4-6", "33,5 %")] == [
        (40, 50), (4, 6), (Decimal("33.5"), Decimal("33.5")),
    ]  # fmt: skip


def test_a_published_figure_keeps_both_its_ends_and_its_page(listed):
    intake = listed(FIGURE | {"Getal": "40 tot 50", "Pagina": 3, "Hoort bij doel": "T-LSA-06"})
    assert intake.kind == "published_figure"
    row = intake.table.to_pylist()[0]
    assert (row["low"], row["high"], row["page"], row["target"]) == (40, 50, "3", "T-LSA-06")
    assert row["reference_date"] == date(2015, 9, 30)


def test_a_share_above_100_is_refused(listed):
    intake = listed(FIGURE | {"Getal": "120", "Eenheid": "% van het bestand"})
    assert "cel B2: een aandeel kan niet meer dan 100 % zijn, en hier staat 120" in errors(intake)


def test_a_figure_about_an_unknown_target_or_party_is_refused(listed):
    assert 'cel F2: "T-LSA-99" is niet bekend' in errors(listed(FIGURE | {"Hoort bij doel": "T-LSA-99"}))
    assert 'cel F2: "FC Haarlem" is niet bekend' in errors(listed(FIGURE | {"Partij": "FC Haarlem"}))


def test_a_target_of_a_municipality_takes_the_counting_rule_of_its_metric(listed):
    intake = listed(TARGET)
    assert intake.kind == "delivered_target" and errors_none(intake)
    row = intake.table.to_pylist()[0]
    assert (row["target_id"], row["metric"], row["counting"]) == ("HLM-1", "garantiebanen", "min25")
    assert (row["at_least"], row["at_most"], row["municipality"]) == (60, None, "GM0392")
    assert intake.period == (date(2015, 1, 1), date(2016, 12, 31))


def errors_none(intake) -> bool:
    return [one.message for one in intake.problems] == []


def test_a_target_may_not_take_a_number_of_the_register(listed):
    found = errors(listed(TARGET | {"Doelnummer": "T-LSA-02"}))
    assert 'cel A2: het nummer "T-LSA-02" is al van een doel uit de bronnen' in found


def test_a_target_by_an_unknown_metric_is_refused(listed):
    found = errors(listed(TARGET | {"Gemeten met": "geluk"}))
    assert 'cel D2: "geluk" is niet bekend. Kies plaatsingen' in found


def test_a_target_that_ends_before_it_starts_or_under_its_minimum_is_refused(listed):
    found = errors(listed(TARGET | {"Einddatum": "31-12-2014", "Maximaal": 50}))
    assert "de einddatum 31-12-2014 ligt vóór de startdatum 01-01-2015" in found
    assert "het maximum 50 is kleiner dan de streefwaarde 60" in found


def test_two_targets_with_one_number_are_refused(listed):
    found = errors(listed(TARGET, TARGET | {"Gemeente": "Velsen"}))
    assert 'cel A3: het doelnummer "HLM-1" staat ook in rij 2' in found


def test_a_budget_is_kept_in_euros_with_its_year(listed):
    intake = listed(BUDGET | {"Bedrag (x € 1.000)": "200"}, BUDGET | {"Begrotingsjaar": 2016})
    assert intake.kind == "budget"
    assert "cel D3: het bedrag ontbreekt" in errors(intake)
    row = intake.table.to_pylist()[0]
    assert (row["amount_low"], row["amount_high"], row["measure"]) == (200_000, 200_000, "beschikbaar")
    assert (row["period_start"], row["period_end"]) == (date(2015, 1, 1), date(2015, 12, 31))


def test_a_year_that_is_missing_from_a_budget_is_named(listed, said):
    money = {"Bedrag": "1 mln"}
    intake = listed(*(BUDGET | money | {"Begrotingsjaar": year} for year in (2013, 2015)))
    assert 'van "Re-integratie" (beschikbaar) ontbreekt 2014' in said(intake, "warning")
    assert intake.table.num_rows == 2


def test_an_amount_that_is_no_money_is_refused_with_the_remedy(listed):
    found = errors(listed(BUDGET | {"Bedrag": "veel"}))
    assert 'cel D2: "veel" is geen bedrag. Schrijf het als 200.000 of als 1,2 mln.' in found


def test_an_action_keeps_who_where_until_when_and_for_how_much(listed):
    intake = listed(ACTION | {
        "Pijler": "van werk naar werk", "Schaal": "regionaal", "Trekker": "WSP en UWV", "Einddatum": "2016",
        "Streefwaarde": "10-20", "Bedrag": "0,2 mln", "Status": "te laat",
    })  # fmt: skip
    row = intake.table.to_pylist()[0]
    assert intake.kind == "action"
    assert (row["pillar"], row["level"], row["status"]) == ("werk-naar-werk", "regionaal", "te-laat")
    assert row["owner"] == "WSP Zuid-Kennemerland en IJmond; UWV"
    assert (row["target_low"], row["target_high"], row["amount"]) == (10, 20, 200_000)
    assert row["end_date"] == date(2016, 12, 31)


def test_an_action_that_ends_before_it_starts_is_refused(listed):
    found = errors(listed(ACTION | {"Startdatum": "01-03-2016", "Einddatum": "2015"}))
    assert "cel D2: de einddatum 31-12-2015 ligt vóór de startdatum 01-03-2016" in found


def test_a_party_that_nobody_knows_is_refused_and_a_name_of_a_person_too(listed):
    found = errors(listed(ACTION | {"Trekker": "Jan Jansen"}))
    assert 'cel C2: "Jan Jansen" is niet bekend. Vul een partij in' in found


def node(number: str, above: str | None = None, **more) -> dict:
    row = {"Knoop": number, "Valt onder": above, "Niveau": "tactisch", "Doel": f"Doel {number}"}
    return row | {"Gemeten met": None, "Doel uit het register": None} | more


def test_a_goal_tree_keeps_its_order(listed):
    intake = listed(node("1"), node("1.1", "1", **{"Gemeten met": "bijstand"}), node("1.2", "1"))
    assert intake.kind == "goal" and errors_none(intake)
    rows = intake.table.to_pylist()
    assert [(row["node_id"], row["parent_id"], row["order"]) for row in rows] == [
        ("1", None, 1), ("1.1", "1", 2), ("1.2", "1", 3),
    ]  # fmt: skip
    assert rows[1]["metric"] == "bijstand"


def test_a_goal_tree_with_a_circle_is_refused_at_each_cell_of_the_circle(listed):
    found = errors(listed(node("1", "3"), node("2", "1"), node("3", "2"), node("4", "1")))
    assert [f"cel B{row}:" in found for row in (2, 3, 4, 5)] == [True, True, True, False]
    assert 'het doel "1" valt uiteindelijk onder zichzelf' in found


def test_a_goal_under_nothing_or_with_an_unknown_measure_or_target_is_refused(listed):
    assert 'cel B3: het doel valt onder "9", en dat nummer staat niet in de lijst' in errors(
        listed(node("1"), node("2", "9"))
    )
    assert 'cel E2: "geluk" is niet bekend' in errors(listed(node("1", **{"Gemeten met": "geluk"})))
    assert 'cel F2: "T-X-1" is niet bekend' in errors(listed(node("1", **{"Doel uit het register": "T-X-1"})))


def test_nothing_of_a_list_with_an_error_is_stored(listed, tmp_path):
    database = Database.open(tmp_path / "test.duckdb")
    outcome = store(database, listed(node("1"), node("2", "9")))
    assert outcome.delivery is None and database.deliveries() == []


def test_each_kind_of_list_ends_in_its_own_table(listed, tmp_path):
    database = Database.open(tmp_path / "test.duckdb")
    for rows in ([FIGURE], [TARGET], [BUDGET | {"Bedrag": 5}], [ACTION], [node("1")]):
        assert store(database, listed(*rows)).delivery is not None
    views = ("published_figures", "delivered_targets", "budgets", "actions", "goals")
    assert [database.query(f"SELECT count(*) AS n FROM {view}")["n"][0].as_py() for view in views] == [1] * 5
