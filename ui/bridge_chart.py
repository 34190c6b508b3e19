"""A bridge: from one number to another, one step below the other, each as long as what it adds or takes."""

from __future__ import annotations

from metrics.bridge import Bridge, Step
from reference.dutch import number
from ui.markup import safe
from ui.shapes import Drawing, Table


def bridge_bars(bridge: Bridge, first: str, last: str) -> Drawing:
    """Return the bridge as HTML; steps of nothing stand in the table only."""
    steps = [step for step in bridge.steps if abs(step.change) > 1e-9]
    longest = max([bridge.start, bridge.end, *(max(s.after, s.after - s.change) for s in steps)]) or 1
    items = [_item(first, _figure(bridge.start), 0, bridge.start, longest, "rm-total")]
    items += [_step(step, longest) for step in steps]
    items += [_item(last, _figure(bridge.end), 0, bridge.end, longest, "rm-total")]
    alt = f"{first} {_figure(bridge.start)}; " + "; ".join(f"{s.label} {_signed(s.change)}" for s in steps)
    rows = [(first, "–", _figure(bridge.start))]
    rows += [(step.label, _signed(step.change), _figure(step.after)) for step in bridge.steps]
    rows += [(last, "–", _figure(bridge.end))]
    table = Table(("Stap", "Verandering", "Stand daarna"), tuple(rows))
    return Drawing(f'<ul class="rm-bridge">{"".join(items)}</ul>', f"{alt}; {last}.", table)


def _step(step: Step, longest: float) -> str:
    before = step.after - step.change
    css = "rm-more" if step.change > 0 else "rm-less"
    label = step.label[:1].upper() + step.label[1:]
    return _item(label, _signed(step.change), min(before, step.after), max(before, step.after), longest, css)


def _item(label: str, text: str, start: float, end: float, longest: float, css: str) -> str:
    left, width = 100 * start / longest, 100 * (end - start) / longest
    bar = f'<i class="{css}" style="left:{left:.2f}%;width:{max(width, 0.4):.2f}%"></i>'
    name = f"<b>{safe(text)}</b>"
    return f'<li><p>{safe(label)}</p><div class="rm-step" aria-hidden="true">{bar}</div>{name}</li>'


def _figure(value: float) -> str:
    return number(round(value, 1), 0 if round(value, 1).is_integer() else 1)


def _signed(value: float) -> str:
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return f"{sign}{_figure(abs(value))}"
