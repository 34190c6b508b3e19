"""Two rows of one case as a table, with what differs marked."""

from __future__ import annotations

from metrics.matching import Side
from storage.matching import Decision
from ui.data_values import value_text
from ui.data_words import day, supplier_name
from ui.markup import safe
from ui.quality_words import field_name

_FIELDS = (
    "placement_id", "end_date", "hours", "job_type", "contract_kind", "target_group", "in_register",
    "municipality_home", "municipality_work", "employer", "sector", "sbi", "kvk", "channel", "pillar",
    "party", "via_sroi", "sroi_value", "quantity",
)  # fmt: skip


def pair_table(one: Side, other: Side) -> str:
    """Return the rows side by side as A and B; fields that are empty in both stay out."""
    origin = [
        ("Levering", _delivery(one), _delivery(other)),
        ("Blad en rij", _place(one), _place(other)),
    ]
    body = "".join(_line(*line, False) for line in origin)
    for name in _FIELDS:
        a, b = _text(one.row, name), _text(other.row, name)
        if {a, b} != {"–"} and (name != "quantity" or {a, b} != {"1"}):
            body += _line(field_name(name).capitalize(), a, b, a != b)
    heads = "".join(_head(letter, side) for letter, side in (("A", one), ("B", other)))
    return (
        '<div class="rm-scroll" role="region" tabindex="0" aria-label="Twee rijen naast elkaar">'
        f'<table class="rm-table rm-pair"><thead><tr><th scope="col">Gegeven</th>{heads}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def kept_text(decision: Decision) -> str:
    """Return what was decided, in a sentence."""
    if decision.choice == "all":
        return "Beide tellen."
    kept = next(row for row in decision.rows if row.mark == decision.kept)
    both = len({row.supplier for row in decision.rows}) == 1
    which = "één van de twee rijen" if both else "de rij"
    return f"Telt één keer: {which} van {supplier_name(kept.supplier)}."


def _head(letter: str, side: Side) -> str:
    state = "telt mee" if side.counts else "telt niet mee"
    css = "" if side.counts else ' class="rm-out"'
    return f'<th scope="col"{css}>{letter}: {safe(supplier_name(side.row["supplier"]))}, {state}</th>'


def _delivery(side: Side) -> str:
    row = side.row
    return f"#{row['delivery_id']} {row['file_name']}, geladen {day(row['delivered_at'])}"


def _place(side: Side) -> str:
    return f"{side.row['sheet'] or '–'}, rij {side.row['row_number']}"


def _line(name: str, a: str, b: str, differs: bool) -> str:
    css = ' class="rm-differs"' if differs else ""
    return f'<tr{css}><th scope="row">{safe(name)}</th><td>{safe(a)}</td><td>{safe(b)}</td></tr>'


def _text(row: dict, name: str) -> str:
    if name == "hours":
        return _interval(row["hours_low"], row["hours_high"], (0, 40))
    if name == "quantity":
        return _interval(row["quantity_low"], row["quantity_high"], None)
    value = row[name]
    return "–" if value is None else value_text(name, value)


def _interval(low, high, unknown: tuple[int, int] | None) -> str:
    if unknown and (low, high) == unknown:
        return "onbekend"
    text = value_text("hours", low)
    return text if low == high else f"{text} tot {value_text('hours', high)}"
