"""The goal tree: what ships obeys the loader, earlier trees stay readable, and attention counts goals."""

import io

import openpyxl
import pytest

from data_loaders.goals import KIND
from data_loaders.intake import read_delivery, store
from metrics.goal_tree import Tree, group_of, roll_up, tree, versions
from reference.goal_tree import GoalNode, proposal, read_tree
from reference.models import ReferenceError
from storage.database import Database


def node(key: str, parent: str | None = None, target: str | None = None) -> GoalNode:
    return GoalNode(key, parent, "tactisch", f"Doel {key}", None, target, 1)


def workbook(rows: list[dict]) -> bytes:
    book = openpyxl.Workbook()
    book.active.title = "Doelenboom"
    book.active.append(list(rows[0]))
    for row in rows:
        book.active.append(list(row.values()))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def listed(one: GoalNode) -> dict:
    heads = {field: offer.heading for field, offer in KIND.offers.items()}
    return {
        heads["node_id"]: one.key, heads["parent_id"]: one.parent, heads["level"]: one.level,
        heads["title"]: one.title, heads["metric"]: one.metric, heads["target"]: one.target,
    }  # fmt: skip


def deliver(database: Database, *nodes: GoalNode) -> int:
    intake = read_delivery(workbook([listed(one) for one in nodes]), "Gemeente Haarlem.xlsx", key=b"sleutel")
    outcome = store(database, intake, by="Anna")
    assert outcome.delivery, [one.message for one in (*intake.problems, *outcome.problems)]
    return outcome.delivery.id


@pytest.fixture
def written(tmp_path):
    """Read a file of reference that holds these lines."""

    def read(*lines: str) -> tuple[GoalNode, ...]:
        path = tmp_path / "goal_tree.csv"
        path.write_text("\n".join(["key,parent,level,title,metric,target", *lines]), encoding="utf-8")
        return read_tree(path)

    return read


def test_the_proposal_is_accepted_as_if_it_were_delivered(tmp_path):
    database = Database.open(tmp_path / "test.duckdb")
    deliver(database, *proposal())
    (only,) = versions(database)
    stored = list(tree(database, only).nodes.values())
    assert [(n.key, n.parent, n.level, n.title, n.metric, n.target) for n in stored] == [
        (n.key, n.parent, n.level, n.title, n.metric, n.target) for n in proposal()
    ]


def test_the_proposal_has_three_levels_under_one_top():
    shown = tree(None, None)
    assert len(shown.tops) == 1
    assert {one.level for one in shown.nodes.values()} == {"strategisch", "tactisch", "operationeel"}
    assert len(list(shown.below(shown.tops[0].key))) == len(proposal()) - 1


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (["A,,tactisch,Doel,,", "B,X,tactisch,Doel,,"], "noemt 'X'"),
        (["A,B,tactisch,Doel,,", "B,A,tactisch,Doel,,"], "onder zichzelf"),
        (["A,A,tactisch,Doel,,"], "onder zichzelf"),
        (["A,,tactisch,Doel,,", "A,,tactisch,Doel,,"], "twee keer"),
        (["A,,operationeel,Doel,,", "B,A,strategisch,Doel,,"], "hoger dan dat van 'A'"),
        (["A,,tactisch,Doel,,T-X-1"], "'T-X-1' staat niet in het register"),
        (["A,,ergens,Doel,,"], "veld 'level'"),
    ],
)
def test_a_wrong_proposal_is_refused(written, lines, why):
    with pytest.raises(ReferenceError, match=why):
        written(*lines)


def test_an_earlier_tree_stays_readable_after_a_new_one_takes_its_place(tmp_path):
    database = Database.open(tmp_path / "test.duckdb")
    first = deliver(database, node("1"), node("1.1", "1"))
    second = deliver(database, node("1"), node("2"), node("3"))
    newest, older = versions(database)
    assert [(one.number, one.counts, one.delivered_by, one.nodes) for one in (newest, older)] == [
        (second, True, "Anna", 3), (first, False, "Anna", 2),
    ]  # fmt: skip
    assert list(tree(database, older).nodes) == ["1", "1.1"]
    assert list(tree(database, newest).nodes) == ["1", "2", "3"]


def test_a_tree_that_was_taken_back_counts_no_more_and_can_return(tmp_path):
    database = Database.open(tmp_path / "test.duckdb")
    number = deliver(database, node("1"))
    database.withdraw(number)
    assert [(one.number, one.counts) for one in versions(database)] == [(number, False)]
    assert list(tree(database, versions(database)[0]).nodes) == ["1"]
    database.restore(number)
    assert [(one.number, one.counts) for one in versions(database)] == [(number, True)]


def test_an_erased_tree_keeps_only_its_receipt(tmp_path):
    database = Database.open(tmp_path / "test.duckdb")
    database.erase(deliver(database, node("1")))
    (only,) = versions(database)
    assert (only.counts, only.readable) == (False, False)


def test_goals_are_counted_and_a_heading_is_no_goal():
    # A holds B (behind), C (reached) and D, which holds E (attention) and measures nothing itself.
    shown = Tree([
        node("A"), node("B", "A", "T-LSA-02"), node("C", "A", "T-LSA-01"), node("D", "A"),
        node("E", "D", "T-LSA-05"),
    ])  # fmt: skip
    groups = {"A": "onbekend", "B": "achter", "C": "gehaald", "D": "onbekend", "E": "aandacht"}
    rolled = roll_up(shown, shown.below("A"), groups)
    assert {group: count for group, count in rolled.counts.items() if count} == {
        "achter": 1, "aandacht": 1, "gehaald": 1,
    }  # fmt: skip
    assert (rolled.total, rolled.worst) == (3, "B")
    assert roll_up(shown, shown.below("D"), groups).worst == "E"
    assert roll_up(shown, shown.below("E"), groups).worst is None


def test_a_goal_behind_comes_before_one_that_asks_attention_earlier_in_the_list():
    shown = Tree([node("A"), node("B", "A", "T-LSA-02"), node("C", "A", "T-LSA-01")])
    assert roll_up(shown, shown.below("A"), {"B": "aandacht", "C": "achter"}).worst == "C"


@pytest.mark.parametrize(
    ("status", "has_number", "group"),
    [
        ("niet gehaald", True, "achter"), ("onzeker", True, "aandacht"), ("op koers", True, "op koers"),
        ("geen getal in bron", True, "zonder oordeel"), ("geen getal in bron", False, "onbekend"),
        ("niets geleverd", False, "onbekend"), ("niet meetbaar", True, "zonder oordeel"),
    ],
)  # fmt: skip
def test_without_a_verdict_a_number_decides_what_is_known(status, has_number, group):
    assert group_of(status, has_number) == group
