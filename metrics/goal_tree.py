"""Goal trees: the proposal, every delivered one as it was known, and how attention adds up in a tree.

Attention is counted in nodes. Values are never added: the units of a tree differ from node to node.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reference.goal_tree import GoalNode, proposal
from storage.database import Database

PROPOSAL = 0  # the number of the tree that ships; deliveries are numbered from 1
# What a status asks of the reader, the most pressing first. Other words are no verdict: they are "zonder
# oordeel" where a number is known, else "onbekend".
VERDICTS = {
    "achter": ("achter", "niet gehaald"),
    "aandacht": ("aandacht", "onzeker"),
    "op koers": ("op koers",),
    "gehaald": ("gehaald",),
}
NO_VERDICT, UNKNOWN = "zonder oordeel", "onbekend"
GROUPS = (*VERDICTS, NO_VERDICT, UNKNOWN)
_GROUP = {word: group for group, words in VERDICTS.items() for word in words}
# Each goal list that ever came in, with the versions between which it counted for the last time.
_LISTS = """
    SELECT id, file_name, supplier, delivered_at, delivered_by, row_count, known_from, known_until,
        erased_at IS NOT NULL AS erased
    FROM delivery JOIN delivery_validity ON delivery_id = id
    WHERE kind = 'goal'
    QUALIFY row_number() OVER (PARTITION BY id ORDER BY known_from DESC) = 1
    ORDER BY id DESC
"""
_NODES = 'SELECT * FROM goals_known_at($version) WHERE delivery_id = $number ORDER BY "order", row_number'


@dataclass(frozen=True)
class TreeVersion:
    """One tree that came in: which delivery, when, by whom. `known_at` is a data version that knew it.

    `counts`: it was neither replaced nor taken back. `readable`: its rows were not erased.
    """

    number: int
    file_name: str
    supplier: str
    delivered_at: datetime
    delivered_by: str | None
    nodes: int
    known_at: int
    counts: bool
    readable: bool


class Tree:
    """The nodes of one tree by key, and who stands under whom, both in the order of the list."""

    def __init__(self, nodes: Iterable[GoalNode]) -> None:
        self.nodes: dict[str, GoalNode] = {node.key: node for node in nodes}
        self._below: dict[str | None, list[GoalNode]] = {}
        for node in self.nodes.values():
            self._below.setdefault(node.parent, []).append(node)

    @property
    def tops(self) -> Sequence[GoalNode]:
        """Return the goals that stand under nothing."""
        return self._below.get(None, [])

    def children(self, key: str) -> Sequence[GoalNode]:
        """Return the goals right under one."""
        return self._below.get(key, [])

    def below(self, key: str) -> Iterator[GoalNode]:
        """Give every goal under one, at any depth, in the order of reading."""
        for child in self.children(key):
            yield child
            yield from self.below(child.key)

    def path(self, key: str) -> list[GoalNode]:
        """Return the goals above one, from the top down, without itself."""
        found, above = [], self.nodes[key].parent
        while above is not None:
            found.append(self.nodes[above])
            above = self.nodes[above].parent
        return found[::-1]

    def is_heading(self, node: GoalNode) -> bool:
        """Return whether a goal only holds others: nothing measures it and it has no target of its own."""
        return not node.metric and not node.target and bool(self.children(node.key))


@dataclass(frozen=True)
class RollUp:
    """How many goals below a node stand how, and the one that asks attention most (None: none does)."""

    counts: Mapping[str, int]
    worst: str | None

    @property
    def total(self) -> int:
        """Return how many goals were counted."""
        return sum(self.counts.values())


def versions(database: Database) -> list[TreeVersion]:
    """Return every goal tree that was delivered, the newest first."""
    return [_version(row) for row in database.query(_LISTS).to_pylist()]


def tree(database: Database, version: TreeVersion | None) -> Tree:
    """Return a delivered tree as it was known; without one the proposal of this product."""
    if version is None:
        return Tree(proposal())
    asked = {"version": version.known_at, "number": version.number}
    return Tree(_node(row) for row in database.query(_NODES, asked).to_pylist())


def group_of(status: str, has_number: bool) -> str:
    """Return what a goal asks of the reader: one of GROUPS."""
    return _GROUP.get(status, NO_VERDICT if has_number else UNKNOWN)


def roll_up(tree: Tree, nodes: Iterable[GoalNode], groups: Mapping[str, str]) -> RollUp:
    """Return how goals stand; `groups` is key to one of GROUPS. Goals that only hold others don't count.

    The worst is the first of the most pressing group in the order of reading, behind before attention.
    """
    counted = [node.key for node in nodes if not tree.is_heading(node)]
    found = Counter(groups[key] for key in counted)
    pressing = (key for asks in ("achter", "aandacht") for key in counted if groups[key] == asks)
    return RollUp({group: found[group] for group in GROUPS}, next(pressing, None))


def _version(row: Mapping[str, Any]) -> TreeVersion:
    return TreeVersion(
        row["id"], row["file_name"], row["supplier"], row["delivered_at"], row["delivered_by"],
        row["row_count"], row["known_from"], row["known_until"] is None, not row["erased"],
    )  # fmt: skip


def _node(row: Mapping[str, Any]) -> GoalNode:
    return GoalNode(
        row["node_id"], row["parent_id"], row["level"], row["title"], row["metric"], row["target"],
        row["order"],
    )  # fmt: skip
