"""One goal, opened: what measures it, by which rule and source, how it went, and what lies below it."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from metrics.goal_tree import roll_up
from reference.dutch import LABELS
from reference.goal_tree import GoalNode
from ui import sections
from ui.cards import definitions, note, source_line
from ui.goal_tree_data import Choice
from ui.goal_tree_stand import Stand
from ui.goal_tree_trend import NO_TREND, trend
from ui.goal_tree_view import groups, tally, tally_text, worst_html
from ui.markup import link, safe
from ui.show import show


def draw(choice: Choice, found: Mapping[str, Stand], node: GoalNode) -> None:
    """Draw the goal that the address asks for."""
    stand = found[node.key]
    sections.section(finding(choice, found, node))
    st.html(_path(choice, node))
    if choice.tree.children(node.key):
        rolled = roll_up(choice.tree, choice.tree.below(node.key), groups(found))
        worst = worst_html(choice, rolled)
        st.html(f'<p class="rm-tree-tally"><b>Hieronder:</b> {tally(rolled)}</p>{worst}')
    if choice.tree.is_heading(node):
        sections.small("Dit doel heeft geen eigen meting. Het houdt de doelen eronder bij elkaar.")
        return
    if stand.why:
        st.html(note(stand.why))
    st.html(definitions(_facts(node, stand)))
    if stand.source:
        st.html(source_line(stand.source, stand.when, href=stand.source_href))
    _links(stand)
    drawn = trend(node, choice.day)
    if drawn is None:
        sections.small(NO_TREND)
        return
    sections.part(drawn.title, drawn.about)
    show(drawn.chart, f"verloop-{node.key}", drawn.title)


def finding(choice: Choice, found: Mapping[str, Stand], node: GoalNode) -> str:
    """Return the goal with its stand and status; of a goal that only holds others, how those stand."""
    stand = found[node.key]
    if choice.tree.is_heading(node):
        rolled = roll_up(choice.tree, choice.tree.below(node.key), groups(found))
        return f"{node.title}: {tally_text(rolled)}"
    number = f"{stand.number} {stand.rest}".strip()
    return f"{node.title}: {number}, {stand.status}" if stand.number else f"{node.title}: {stand.status}"


def _path(choice: Choice, node: GoalNode) -> str:
    above = [link(one.title, choice.address(one.key)) for one in choice.tree.path(node.key)]
    back = link("De hele boom", choice.address())
    return f'<p class="rm-tree-path">{" › ".join([back, *above, safe(node.title)])}</p>'


def _facts(node: GoalNode, stand: Stand) -> list[tuple[str, str]]:
    facts = [("Niveau", LABELS["goal_level"][node.level])]
    facts += [("Gemeten met", stand.measure)] if stand.measure else []
    return [*facts, *stand.facts]


def _links(stand: Stand) -> None:
    parts = []
    if stand.page:
        parts.append(link(f"Naar de pagina {stand.page[0]}", stand.page[1]))
    if stand.measure_href:
        parts.append(link("Naar de meting en haar formule", stand.measure_href))
    if stand.source_href:
        parts.append(link("Naar het doel in het register", stand.source_href))
    if parts:
        st.html(f'<p class="rm-screen">{" · ".join(parts)}</p>')
