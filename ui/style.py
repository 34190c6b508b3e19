"""The style sheet of the product: one string that the frame puts on every page, on screen and on paper."""

from functools import cache
from pathlib import Path

from ui import palette

_SHEETS = ("style_frame.css", "style_parts.css", "style_data.css", "style_what_if.css",
           "style_commitments.css", "style_quality.css", "style_agenda.css", "style_participation.css",
           "style_service.css", "style_goal_tree.css",
           "style_print.css")
_NAMES = (
    "text",
    "muted",
    "grid",
    "surface",
    "paper",
    "actual",
    "target",
    "attention",
    "previous",
    "good",
    "behind",
)


@cache
def style_html() -> str:
    """The whole style sheet as a <style> element for `st.html`; the colours are those of the palette."""
    colours = "".join(f"--rm-{name}:{getattr(palette, name.upper())};" for name in _NAMES)
    folder = Path(__file__).parent / "css"
    rules = "".join((folder / name).read_text("utf-8") for name in _SHEETS)
    return f"<style>:root{{{colours}}}{rules}</style>"
