"""The phrases that charts, cards and tables share, so that one number reads the same everywhere."""

from reference.dutch import percent
from ui.shapes import BulletRow, Shown

NO_NUMBER = "geen getal in bron"
NOTHING = "niets geleverd"
# How far every bullet reaches, in % of the target; beyond it the bar ends in an arrow.
REACH = 120.0


def is_word(shown: Shown) -> bool:
    """True for 'afgeschermd' or 'niets geleverd', False for '88' and '< 5'."""
    return shown.hidden and shown.text[:1].isalpha()


def of_target(row: BulletRow) -> tuple[str, str]:
    """The number and what follows it: ('88', 'van 440 garantiebanen').

    Where nothing was delivered the status already says so; the number is then a dash.
    """
    if row.shown.text == NOTHING:
        return "–", row.unit if row.target is None else f"van {row.target.text} {row.unit}"
    if row.target is None:
        return row.shown.text, "" if is_word(row.shown) else row.unit
    if is_word(row.shown):
        return row.shown.text, f"· doel {row.target.text} {row.unit}"
    return row.shown.text, f"van {row.target.text} {row.unit}"


def interval(low: Shown | None, high: Shown | None) -> str:
    """'80 tot 97', or nothing when the ends are absent or equal."""
    if low is None or high is None or low.text == high.text:
        return ""
    return f"{low.text} tot {high.text}"


def share_of_target(row: BulletRow) -> float | None:
    """The count as a percentage of the target, or None where either may not be drawn."""
    return percentage(row.shown, row.target)


def percentage(shown: Shown | None, target: Shown | None) -> float | None:
    """One number as a percentage of another, or None where either is absent, hidden or the target is zero."""
    if shown is None or target is None or shown.drawable is None or not target.drawable:
        return None
    return 100 * shown.drawable / target.drawable


def row_sentence(row: BulletRow) -> str:
    """A row as a clause for screen readers: 'Garantiebanen: 88 van 440 garantiebanen (20 %), achter'."""
    number, rest = of_target(row)
    share = share_of_target(row)
    parts = [
        f"{row.label}: {number} {rest}".strip() + (f" ({percent(share / 100)})" if share is not None else "")
    ]
    if between := interval(row.low, row.high):
        parts.append(f"onzeker van {between}")
    if row.pace is not None and row.target is not None:
        parts.append(f"verwacht op dit moment {percent(row.pace)}")
    parts.append(row.status)
    return ", ".join(parts)
