"""Where the goal tree comes from: each one that came in, when and by whom, and what the page can't tell."""

from __future__ import annotations

from collections.abc import Mapping

from metrics.goal_tree import PROPOSAL, TreeVersion
from reference.dutch import plural
from reference.goal_tree import ASKED_AT, ASKED_IN, proposal
from reference.load import documents, suppliers
from ui.goal_tree_data import Choice, moment_text
from ui.goal_tree_stand import Stand
from ui.markup import link, safe

ABOUT = (
    "Een levering met de doelenboom vervangt de boom die gold. Elke eerdere boom blijft te lezen, met de "
    "standen van de gekozen peildatum."
)


def headline(choice: Choice) -> str:
    """Return how many trees came in and which one counts."""
    now, count = choice.current, len(choice.all_versions)
    if not count:
        return "Er is nog geen doelenboom aangeleverd: het voorstel geldt"
    came = f"{count} {plural(count, 'boom', 'bomen')} aangeleverd"
    return f"{came}; nu geldt {f'levering {now.number}' if now else 'het voorstel'}"


def history(choice: Choice) -> str:
    """Return every tree as a list, the newest first and the proposal last."""
    items = [_delivered(choice, one) for one in choice.all_versions]
    return f'<ul class="rm-tree-history">{"".join([*items, _proposed(choice)])}</ul>'


def unknown(choice: Choice, found: Mapping[str, Stand]) -> str:
    """Return what this tree and its numbers cannot tell, as a list."""
    bare = [node for node in choice.tree.nodes.values()
            if found[node.key].status and not found[node.key].number]  # fmt: skip
    judged = sum(1 for one in found.values() if one.status == "zonder doel")
    items = [
        "Welke doelenboom Haarlem vaststelde, staat niet in de bronnen. Alleen de drie niveaus komen eruit: "
        "strategisch, tactisch en operationeel.",
        f"Zonder getal: {'; '.join(node.title for node in bare)}." if bare else "",
        f"Bij {judged} {plural(judged, 'doel', 'doelen')} noemt de boom wel een meting en geen doel. Of die "
        "stand goed is, zegt dit dashboard niet." if judged else "",
        "Dat een doel onder een ander doel hangt, is een aanname van wie de boom maakte. Het bewijst geen "
        "oorzaak en gevolg.",
        "Doelen hebben eigen gebieden en termijnen. Het aantal doelen dat achterblijft is daarom geen cijfer "
        "voor het geheel.",
    ]  # fmt: skip
    return '<ul class="rm-gaps">' + "".join(f"<li>{safe(one)}</li>" for one in items if one) + "</ul>"


def _delivered(choice: Choice, one: TreeVersion) -> str:
    name = f"Levering {one.number}: {one.file_name}"
    title = link(name, choice.address(number=one.number)) if one.readable else safe(name)
    who = f"door {one.delivered_by}" if one.delivered_by else "door wie is niet vastgelegd"
    supplier = next((known.name for known in suppliers() if known.code == one.supplier), one.supplier)
    size = f"{one.nodes} {plural(one.nodes, 'doel', 'doelen')}"
    parts = (f"aangeleverd op {moment_text(one)}", who, f"leverancier {supplier}", size, _state(choice, one))
    return f'<li><p><b>{title}</b></p><p class="rm-small">{safe(" · ".join(parts))}</p></li>'


def _state(choice: Choice, one: TreeVersion) -> str:
    if not one.readable:
        return "gewist: alleen het ontvangstbewijs is er nog"
    if choice.current is not None and one.number == choice.current.number:
        return "geldt nu"
    return "telt nog, maar een nieuwere boom gaat voor" if one.counts else "vervangen of teruggenomen"


def _proposed(choice: Choice) -> str:
    title = link("Voorstel van dit dashboard", choice.address(number=PROPOSAL))
    state = "geldt nu" if choice.current is None else "het begin, vóór elke levering"
    asked = f"{documents()[ASKED_IN].short}, r. {ASKED_AT}"
    text = (
        f"{len(proposal())} doelen · {state} · de vorm met drie niveaus is aangekondigd in {asked}; de "
        "inhoud is een voorstel van dit dashboard"
    )
    return f'<li><p><b>{title}</b></p><p class="rm-small">{safe(text)}</p></li>'
