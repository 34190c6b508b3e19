"""The colours, type and status looks of every screen; no other module names a colour."""

from typing import NamedTuple

from reference.dutch import STATUS

TEXT = "#1B232B"
MUTED = "#4F5B66"
GRID = "#DDE2E7"
SURFACE = "#EEF2F6"
PAPER = "#FFFFFF"
ACTUAL = "#154273"
TARGET = "#111111"
ATTENTION = "#B45309"
FORECAST = ATTENTION
PREVIOUS = "#7A8896"
GOOD = "#00694F"
BEHIND = "#A3123A"

# Marks only, never text: the contrast on white is 3.6, enough for a shape (WCAG 1.4.11) and not for a letter.
MARKS_ONLY = (PREVIOUS,)

# Quoted: an unquoted name ending in a digit is invalid CSS, and the browser then falls back without a word.
FONT = '"Source Sans", "Source Sans 3", Arial, sans-serif'


class Look(NamedTuple):
    """How a status is told without its word: a printable mark, the name of its shape, and a colour."""

    mark: str
    shape: str
    colour: str


NO_VERDICT = Look("○", "ring", MUTED)

_SHAPES = {"●": "circle", "▲": "triangle", "■": "square", "○": "ring", "–": "dash"}
_ROLES = {"good": GOOD, "attention": ATTENTION, "behind": BEHIND, "muted": MUTED}


def look(status: str) -> Look:
    """Mark, shape and colour of a status word; a word outside the list judges nothing: the open circle."""
    known = STATUS.get(status)
    return Look(known.mark, _SHAPES[known.mark], _ROLES[known.role]) if known else NO_VERDICT


def contrast(first: str, second: str) -> float:
    """Contrast ratio (1 to 21) of two '#RRGGBB' colours, as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def see_through(colour: str, share: float) -> str:
    """The colour as 'rgba(…)', opaque for `share` (0 to 1)."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{share})"


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
