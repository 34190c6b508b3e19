"""Which goal tree shows, which goal is open, and the series behind goals: read once per data version."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

import streamlit as st

from data_loaders.statistics_codes import INDICATORS
from metrics.context import Course
from metrics.context_read import courses
from metrics.goal_tree import PROPOSAL, Tree, TreeVersion, tree, versions
from reference.dutch import date_short
from storage.database import Database
from ui import filters
from ui.access import database

_TREE, _NODE = "boom", "knoop"
_EARLIEST, _LATEST = date(2012, 1, 1), date(9999, 12, 31)
_ABOUT_TREE = "De boom die nu geldt, het voorstel van dit dashboard, of een boom van eerder."
_ABOUT_NODE = "Opent een doel met zijn meting, bron en verloop. Haal de keuze weg voor de hele boom."


@dataclass(frozen=True)
class Choice:
    """What the address asks. `node` is the key of an open goal or None; `asked_node` one that isn't there.

    `as_of` is None while nothing was delivered to count; `version` is None for the proposal.
    """

    as_of: date | None
    tree: Tree
    version: TreeVersion | None
    all_versions: tuple[TreeVersion, ...]
    node: str | None
    asked_node: str | None

    @property
    def current(self) -> TreeVersion | None:
        """The tree that counts now: the newest delivery that counts, else the proposal (None)."""
        return current_of(self.all_versions)

    @property
    def day(self) -> date:
        """The day up to which is counted."""
        return self.as_of or date.today()

    def address(self, node: str | None = None, number: int | None = None) -> str:
        """Return the address of a goal in this tree, or with `number` of another tree."""
        shown = self.version.number if self.version else PROPOSAL
        now = self.current.number if self.current else PROPOSAL
        parts = {_NODE: node} if node else {}
        if (wanted := shown if number is None else number) != now:
            parts[_TREE] = str(wanted)
        if "peildatum" in st.query_params:
            parts["peildatum"] = st.query_params["peildatum"]
        return "/doelenboom" + (f"?{urlencode(parts)}" if parts else "")


def ask() -> Choice:
    """Ask for date, tree and goal; all three stand in the address."""
    with filters.bar():
        as_of = filters.reference_date()
        found = stored_versions()
        names = _names(found)
        now = current_of(found)
        number = _pick("Boom", names, _TREE, now.number if now else PROPOSAL, _ABOUT_TREE)
        version = next((one for one in found if one.number == number), None)
        shown = _tree_of(version)
        asked = st.query_params.get(_NODE)
        titles = {node.key: f"{node.key} · {node.title}" for node in shown.nodes.values()}
        node = _pick("Doel openen", titles, _NODE, None, _ABOUT_NODE)
    return Choice(as_of, shown, version, tuple(found), node, asked if asked not in shown.nodes else None)


def current_of(found: Sequence[TreeVersion]) -> TreeVersion | None:
    """Return the newest tree that counts; None when none does, and then the proposal counts."""
    return next((one for one in found if one.counts and one.readable), None)


def stored_versions() -> list[TreeVersion]:
    """Return every tree that was delivered, the newest first."""
    data = database()
    return _versions(data.identity, data.version, data)


def series() -> Mapping[str, Course]:
    """Return every delivered series for the region and its municipalities, keyed on its code."""
    data = database()
    return _series(data.identity, data.version, data)


def moment_text(one: TreeVersion) -> str:
    """Return the day on which a tree came in."""
    return date_short(one.delivered_at.date())


def _names(found: Sequence[TreeVersion]) -> dict[int, str]:
    now = current_of(found)
    names = {one.number: f"Levering {one.number} van {moment_text(one)}" for one in found if one.readable}
    if now:
        names[now.number] += " (geldt nu)"
    return names | {PROPOSAL: "Voorstel van dit dashboard" + ("" if now else " (geldt nu)")}


def _pick(label: str, names: Mapping, key: str, default: int | str | None, about: str) -> int | str | None:
    """Ask for one of `names`; the address holds its number or key, and nothing for the default."""
    by_text = {str(code): code for code in names}
    state = f"{key}-keuze"
    stated = st.query_params.get(key)
    if stated in by_text:
        st.session_state[state] = by_text[stated]
    elif st.session_state.get(state) not in names:
        st.session_state.pop(state, None)
    if default is not None:
        st.session_state.setdefault(state, default)

    def remember() -> None:
        chosen = st.session_state[state]
        if chosen == default or chosen is None:
            st.query_params.pop(key, None)
        else:
            st.query_params[key] = str(chosen)

    return st.selectbox(
        label, list(names), index=None if default is None else 0, key=state, on_change=remember,
        format_func=lambda one: names[one], help=about, placeholder="Kies, of typ een woord",
    )  # fmt: skip


def _tree_of(version: TreeVersion | None) -> Tree:
    data = database()
    return _tree(data.identity, data.version, version.number if version else PROPOSAL, data)


@st.cache_data(show_spinner=False, max_entries=8)
def _versions(identity: str, version: int, _data: Database) -> list[TreeVersion]:
    return versions(_data)


@st.cache_resource(show_spinner=False, max_entries=32)
def _tree(identity: str, version: int, number: int, _data: Database) -> Tree:
    return tree(_data, next((one for one in versions(_data) if one.number == number), None))


@st.cache_resource(show_spinner=False, max_entries=8)
def _series(identity: str, version: int, _data: Database) -> Mapping[str, Course]:
    return courses(_data, INDICATORS, _EARLIEST, _LATEST)
