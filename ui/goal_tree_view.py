"""The goal tree as nested lists: each goal with its stand, and under it how the goals below it stand."""

from __future__ import annotations

from collections.abc import Mapping

from metrics.goal_tree import GROUPS, NO_VERDICT, UNKNOWN, RollUp, roll_up
from reference.dutch import LABELS, date_long, join_words, plural
from reference.goal_tree import ASKED_AT, ASKED_IN, GoalNode
from reference.load import documents
from ui.goal_tree_data import Choice, moment_text
from ui.goal_tree_stand import Stand
from ui.markup import link, safe, status_badge
from ui.shapes import Drawing, Table

COLUMNS = ("Nummer", "Doel", "Niveau", "Onder", "Stand", "Tegenover", "Datum", "Status", "Eronder", "Bron")
_SHAPES = {"achter": "square", "aandacht": "triangle", "op koers": "circle", "gehaald": "circle",
           NO_VERDICT: "ring", UNKNOWN: "dash"}  # fmt: skip
RULE = (
    "Bij een doel met doelen eronder staat hoeveel daarvan gehaald zijn, op koers liggen, aandacht vragen of "
    "achterblijven. Dat zijn aantallen doelen. De waarden zelf tellen nooit bij elkaar op: plaatsingen, "
    "stages en procenten zijn verschillende eenheden."
)
KEY = (
    "Achter: ook ‘niet gehaald’ na de termijn. Aandacht: ook ‘onzeker’. Zonder oordeel: er is een getal, en "
    "geen doel, termijn of gelijk gebied om het naast te leggen. Onbekend: er is geen getal."
)


def headline(choice: Choice, found: Mapping[str, Stand]) -> str:
    """Return the page's finding: how many goals are reached or on course, ask attention, or are unknown."""
    rolled = whole(choice, found)
    if rolled.total == rolled.counts[UNKNOWN]:
        return f"Doelenboom: van {_goals(rolled.total)} is nog geen stand bekend"
    good = rolled.counts["gehaald"] + rolled.counts["op koers"]
    asks = rolled.counts["achter"] + rolled.counts["aandacht"]
    verb = plural(asks or 1, "vraagt", "vragen")
    return (
        f"Doelenboom: van {_goals(rolled.total)} {verb} {asks or 'geen'} de aandacht; "
        f"{good or 'geen'} {plural(good or 1, 'is', 'zijn')} gehaald of op koers"
    )


def about(choice: Choice) -> str:
    """Return which tree shows, that it is no tree of Haarlem where it is ours, and the date."""
    if choice.as_of is None:
        return origin(choice)
    return f"{origin(choice)} Standen tot en met {date_long(choice.as_of)}, of eerder waar dat erbij staat."


def origin(choice: Choice) -> str:
    """Return whose tree shows: our proposal, or which delivery."""
    one = choice.version
    if one is None:
        asked = f"{documents()[ASKED_IN].short}, r. {ASKED_AT}"
        return (
            "Dit is een voorstel van dit dashboard, niet van Haarlem. Haarlem kondigde een doelenboom aan "
            f"({asked}); de boom zelf zit niet bij de bronnen."
        )
    by = f" door {one.delivered_by}" if one.delivered_by else ""
    was = "" if one.counts else " Deze boom geldt niet meer."
    return (
        f"De boom uit levering {one.number}, “{one.file_name}”, aangeleverd op {moment_text(one)}{by}.{was}"
    )


def whole(choice: Choice, found: Mapping[str, Stand]) -> RollUp:
    """Return how all goals of the tree stand."""
    return roll_up(choice.tree, choice.tree.nodes.values(), groups(found))


def groups(found: Mapping[str, Stand]) -> dict[str, str]:
    """Return key to what each goal asks of the reader."""
    return {key: stand.group for key, stand in found.items()}


def drawing(choice: Choice, found: Mapping[str, Stand]) -> Drawing:
    """Return the tree with its table."""
    items = "".join(_item(choice, found, node) for node in choice.tree.tops)
    rows = tuple(_cells(choice, found, node) for node in choice.tree.nodes.values())
    alt = f"Doelenboom: {tally_text(whole(choice, found))}."
    return Drawing(f'<ul class="rm-tree">{items}</ul>', alt, Table(COLUMNS, rows))


def tally(rolled: RollUp) -> str:
    """Return shapes, counts and words of the groups that occur."""
    return "".join(
        f'<span class="rm-status rm-{_SHAPES[group]}"><i class="rm-mark" aria-hidden="true"></i>'
        f"{rolled.counts[group]} {group}</span>"
        for group in GROUPS if rolled.counts[group]
    )  # fmt: skip


def tally_text(rolled: RollUp) -> str:
    """Return the same in words: "1 achter en 2 onbekend"."""
    return join_words([f"{rolled.counts[group]} {group}" for group in GROUPS if rolled.counts[group]])


def number_html(stand: Stand) -> str:
    """Return number and what it stands beside; nothing where there is no number."""
    big = f"<b>{safe(stand.number)}</b> " if stand.number else ""
    return f"{big}{safe(stand.rest)}" if stand.number or stand.rest else ""


def worst_html(choice: Choice, rolled: RollUp) -> str:
    """Return the goal that asks attention first, as a link; nothing where none does."""
    if rolled.worst is None:
        return ""
    title = choice.tree.nodes[rolled.worst].title
    return (
        f'<p class="rm-tree-worst">Vraagt het eerst aandacht: {link(title, choice.address(rolled.worst))}</p>'
    )


def _item(choice: Choice, found: Mapping[str, Stand], node: GoalNode) -> str:
    children = choice.tree.children(node.key)
    below = "" if not children else _branch(choice, found, node)
    chosen = " rm-tree-chosen" if node.key == choice.node else ""
    return (
        f'<li class="rm-tree-{node.level}"><div class="rm-tree-row{chosen}">{_title(choice, node)}'
        f"{_stand(choice, found, node)}</div>{below}</li>"
    )


def _title(choice: Choice, node: GoalNode) -> str:
    return (
        f'<div><p class="rm-tree-title">{link(node.title, choice.address(node.key))}</p>'
        f'<p class="rm-source">{safe(node.key)} · {safe(LABELS["goal_level"][node.level])}</p></div>'
    )


def _stand(choice: Choice, found: Mapping[str, Stand], node: GoalNode) -> str:
    stand = found[node.key]
    if choice.tree.is_heading(node):
        return ""
    when = f'<span class="rm-date">{safe(stand.when)}</span>' if stand.when else ""
    return f'<p class="rm-tree-number">{number_html(stand)}</p><p>{status_badge(stand.status)} {when}</p>'


def _branch(choice: Choice, found: Mapping[str, Stand], node: GoalNode) -> str:
    rolled = roll_up(choice.tree, choice.tree.below(node.key), groups(found))
    inner = "".join(_item(choice, found, child) for child in choice.tree.children(node.key))
    said = f'<span class="rm-tree-below">Hieronder {_goals(rolled.total)}</span>{tally(rolled)}'
    worst = worst_html(choice, rolled) if rolled.total > 1 else ""
    return f"<details open><summary>{said}</summary>{worst}<ul>{inner}</ul></details>"


def _cells(choice: Choice, found: Mapping[str, Stand], node: GoalNode) -> tuple[str, ...]:
    stand = found[node.key]
    rolled = roll_up(choice.tree, choice.tree.below(node.key), groups(found))
    return (
        node.key, node.title, LABELS["goal_level"][node.level], node.parent or "–", stand.number or "–",
        stand.rest or "–", stand.when or "–", stand.status or "–", tally_text(rolled) or "–",
        stand.source or "–",
    )  # fmt: skip


def _goals(count: int) -> str:
    return f"{count} {plural(count, 'doel', 'doelen')}"
