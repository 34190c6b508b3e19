"""The goal tree that this product proposes: Haarlem asked for one, and its sources do not contain it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reference.entry import Entry, read_csv
from reference.labels import LABELS
from reference.load import milestones, rules, targets
from reference.models import ReferenceError

FILE = Path(__file__).parent / "goal_tree.csv"
# Where Haarlem announces a tree with these three levels; what stands in it is ours.
ASKED_IN, ASKED_AT = "S3", "1512-1526"


@dataclass(frozen=True)
class GoalNode:
    """One goal. `parent` is the key of the goal above it, None at the top; `order` is its place in the list.

    `metric` is what measures it (a metric of this product or the code of a delivered series), `target` a
    key of the register; both may be absent.
    """

    key: str
    parent: str | None
    level: str
    title: str
    metric: str | None
    target: str | None
    order: int


@cache
def proposal() -> tuple[GoalNode, ...]:
    """The nodes of the proposal in the order of the file. Raises ReferenceError."""
    return read_tree(FILE)


def read_tree(path: Path) -> tuple[GoalNode, ...]:
    """Return the nodes of a file, refused when a goal hangs under nothing, under itself or a lower level."""
    found: dict[str, GoalNode] = {}
    for order, entry in enumerate(read_csv(path, "key"), start=1):
        node = _node(entry, order)
        if node.key in found:
            entry.fail("key", "staat er twee keer")
        found[node.key] = node
    for node in found.values():
        _check_place(path.name, node, found)
    return tuple(found.values())


def _node(entry: Entry, order: int) -> GoalNode:
    node = GoalNode(
        key=entry.text("key"), parent=_optional(entry, "parent"),
        level=entry.choice("level", LABELS["goal_level"]), title=entry.text("title"),
        metric=_optional(entry, "metric"), target=_optional(entry, "target"), order=order,
    )  # fmt: skip
    entry.close()
    if node.target and node.target not in {*targets(), *milestones(), *rules()}:
        entry.fail("target", f"'{node.target}' staat niet in het register")
    return node


def _optional(entry: Entry, field: str) -> str | None:
    return entry.text(field) if entry.has(field) else None


def _check_place(file: str, node: GoalNode, found: Mapping[str, GoalNode]) -> None:
    if node.parent is None:
        return
    above, seen = found.get(node.parent), {node.key}
    if above is None:
        raise ReferenceError(
            f"{file}, {node.key}: veld 'parent' noemt '{node.parent}', en dat staat er niet."
        )
    levels: Sequence[str] = list(LABELS["goal_level"])
    if levels.index(node.level) < levels.index(above.level):
        raise ReferenceError(f"{file}, {node.key}: veld 'level' is hoger dan dat van '{above.key}'.")
    while above is not None:
        if above.key in seen:
            raise ReferenceError(f"{file}, {node.key}: valt uiteindelijk onder zichzelf.")
        seen.add(above.key)
        above = found.get(above.parent or "")
