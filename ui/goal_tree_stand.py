"""Where one goal of the tree stands: by the numbers that other pages show, or in words why there is none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

import streamlit as st

from data_loaders.statistics_codes import INDICATORS
from metrics.catalogue import METRICS
from metrics.goal_tree import NO_VERDICT, Tree, group_of
from metrics.shown import ShownStanding
from reference.dutch import LABELS
from reference.goal_tree import GoalNode
from reference.load import Milestone, Rule, documents, milestones, rules, targets
from storage.database import Database
from ui import goal_tree_measured as measured
from ui.access import database
from ui.agreement_list import reason_of
from ui.goal_tree_data import Choice
from ui.view import (
    NOTHING,
    as_shown,
    date_text,
    goal,
    metric_url,
    period_text,
    source_text,
    standings,
    target_url,
)
from ui.words import is_word

NO_TARGET, NOT_MEASURABLE = "zonder doel", "niet meetbaar"
_NO_MEASURE = "Bij dit doel staat in de boom geen meting en geen doel uit het register."
_PAGES = {
    "lsa": ("Lokaal Sociaal Akkoord", "/sociaal-akkoord"),
    "werkbedrijf": ("Werkbedrijf", "/werkbedrijf"),
    "raa": ("Doe-agenda 2020–2022", "/doe-agenda"),
    "participatie": ("Participatie", "/participatie"),
    "banenafspraak": ("Verantwoording", "/verantwoording"),
}


@dataclass(frozen=True)
class Stand:
    """What is known of a goal, as a screen may show it.

    `number` is empty where there is none, `rest` follows it ("van 440 garantiebanen"). `facts` are terms with
    their text; `page` is name and address of the page that shows the same number.
    """

    status: str
    number: str = ""
    rest: str = ""
    when: str = ""
    why: str = ""
    measure: str = ""
    measure_href: str | None = None
    source: str = ""
    source_href: str | None = None
    facts: tuple[tuple[str, str], ...] = ()
    page: tuple[str, str] | None = None

    @property
    def group(self) -> str:
        """What it asks of the reader: one of metrics.goal_tree.GROUPS."""
        return group_of(self.status, bool(self.number))


def stands(choice: Choice) -> dict[str, Stand]:
    """Return key to stand of every goal in the tree that shows."""
    data = database()
    key = choice.version.number if choice.version else 0
    return _stands(data.identity, data.version, key, choice.day, choice.tree, data)


def stand_of(node: GoalNode, as_of: date) -> Stand:
    """Return where one goal stands: by its target, else by its metric, else that nothing does."""
    if node.target in targets():
        return _of_target(node, as_of)
    if node.target:
        return _of_moment(_entry(node.target))
    return _of_metric(node.metric, as_of) if node.metric else Stand(NOT_MEASURABLE, why=_NO_MEASURE)


@st.cache_data(show_spinner=False, max_entries=64)
def _stands(
    identity: str, version: int, number: int, as_of: date, _tree: Tree, _data: Database
) -> dict[str, Stand]:
    return {
        node.key: Stand("") if _tree.is_heading(node) else stand_of(node, as_of)
        for node in _tree.nodes.values()
    }


def _entry(key: str) -> Milestone | Rule:
    return milestones()[key] if key in milestones() else rules()[key]


def _of_moment(found: Milestone | Rule) -> Stand:
    """A milestone or a rule of the register has no number that rows could reach."""
    text = f"{documents()[found.document].short}, r. {found.lines}"
    if isinstance(found, Milestone):
        why = "Of deze mijlpaal is bereikt, is niet geleverd."
        return Stand(NOTHING, rest=found.due_text, why=why, source=text, page=_PAGES[found.agreement])
    return Stand(NOT_MEASURABLE, why="Dit is een regel uit het register, geen getal.", source=text)


def _of_target(node: GoalNode, as_of: date) -> Stand:
    target = targets()[node.target]
    special: Callable[[date], measured.Found | None] | None = measured.ELSEWHERE.get(target.key)
    one = standings([target.key], as_of)[0]
    base = replace(
        _base(one), source=source_text(target), source_href=target_url(target), page=_page(target.key),
        facts=_facts(one),
    )  # fmt: skip
    if special is not None:
        found = special(as_of)
        if found is None:
            return base
        return replace(base, **_shown(found), status=found.status or NO_VERDICT)
    if one.number is None and node.metric and target.metric is None:
        own = _of_metric(node.metric, as_of)
        judged = "geen getal in bron" if goal(target) is None else NOT_MEASURABLE
        status = judged if own.number else own.status
        return replace(
            base, status=status, number=own.number, rest=own.rest, when=own.when, measure=own.measure
        )
    return base


def _base(one: ShownStanding) -> Stand:
    shown, aim = as_shown(one.number), goal(one.target)
    unit = one.metric.unit if one.metric else one.target.unit
    rest = unit if aim is None else f"van {aim.text} {unit}"
    if one.number is not None and is_word(shown):
        rest = f"(doel {aim.text} {unit})" if aim else ""
    return Stand(
        status=one.progress.status, number="" if one.number is None else shown.text,
        rest=rest if one.number is not None or aim is not None else "",
        when=date_text(one) if one.number is not None else "", why=reason_of(one) or "",
        measure=one.metric.label if one.metric else "",
        measure_href=metric_url(one.metric.key) if one.metric else None,
    )  # fmt: skip


def _facts(one: ShownStanding) -> tuple[tuple[str, str], ...]:
    target = one.target
    return (
        ("Doel uit het register", f"{target.key}: {target.title}"),
        ("Soort", LABELS["strength"][target.strength]),
        ("Gebied of partij", target.scope.text),
        ("Looptijd", period_text(target)),
        ("Telregel", target.counting_rule),
    )


def _page(key: str) -> tuple[str, str]:
    return measured.PAGES.get(key) or _PAGES[targets()[key].agreement]


def _of_metric(metric: str, as_of: date) -> Stand:
    """A goal with a metric and no target: its number, and no verdict."""
    found = measured.series_of(metric, as_of) if metric in INDICATORS else measured.count_of(metric, as_of)
    label = INDICATORS[metric][0] if metric in INDICATORS else METRICS[metric].label
    if found is None:
        why = f"Voor ‘{label}’ is nog geen getal van de hele regio geleverd."
        return Stand(NOTHING, measure=label, why=why, measure_href=_definition(metric))
    return Stand(
        status=NO_TARGET, measure=label, measure_href=_definition(metric),
        why="De boom noemt bij deze meting geen doel; daarom staat er geen oordeel bij.", **_shown(found),
    )  # fmt: skip


def _definition(metric: str) -> str | None:
    return metric_url(metric) if metric in METRICS else None


def _shown(found: measured.Found) -> dict:
    """Return what another page found, as fields of a stand; empty texts leave what stands there."""
    given = {name: getattr(found, name) for name in ("number", "rest", "when", "why", "measure", "source")}
    more = {"facts": found.facts} if found.facts else {}
    return (
        {name: text for name, text in given.items() if text}
        | more
        | ({"page": found.page} if found.page else {})
    )
