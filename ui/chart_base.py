"""What every Plotly chart here shares: the small template, the Dutch locale, hatching, the pixel sheet."""

import textwrap
from html import escape
from typing import Any

import plotly.graph_objects as go
import plotly.io as pio

from ui import palette

TEMPLATE = "regiomonitor"
SIZE = 16
SMALL = 15
LINE = 22

MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
          "november", "december")  # fmt: skip
SHORT_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
DAYS = ("zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag")

PLOTLY_CONFIG: dict[str, Any] = {
    "displayModeBar": False,
    "scrollZoom": False,
    "doubleClick": False,
    "showTips": False,
    "locale": "nl",
    "locales": {
        "nl": {
            "format": {
                "days": list(DAYS),
                "shortDays": [day[:2] for day in DAYS],
                "months": list(MONTHS),
                "shortMonths": list(SHORT_MONTHS),
                "date": "%d-%m-%Y",
                "decimal": ",",
                "thousands": ".",
            }
        }
    },
}

_LAYOUT: dict[str, Any] = {
    "font": {"family": palette.FONT, "size": SIZE, "color": palette.TEXT},
    "paper_bgcolor": palette.PAPER,
    "plot_bgcolor": palette.PAPER,
    "separators": ",.",
    "showlegend": False,
    "dragmode": False,
    "barmode": "overlay",
    "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
    "hoverlabel": {
        "bgcolor": palette.PAPER,
        "bordercolor": palette.PREVIOUS,
        "font": {"family": palette.FONT, "size": SIZE, "color": palette.TEXT},
        "align": "left",
    },
    "xaxis": {"fixedrange": True, "showgrid": False, "zeroline": False, "tickfont": {"color": palette.MUTED}},
    "yaxis": {
        "fixedrange": True,
        "gridcolor": palette.GRID,
        "zeroline": False,
        "tickfont": {"color": palette.MUTED},
    },
}


def figure(data: list[dict], height: int, **layout: Any) -> go.Figure:
    """A figure of `height` pixels in the house style; a stock template would cost 10 to 30 ms a figure."""
    if TEMPLATE not in pio.templates:
        pio.templates[TEMPLATE] = go.layout.Template(layout=_LAYOUT)
    if pio.templates.default != TEMPLATE:  # Streamlit sets its own at its first chart
        pio.templates.default = TEMPLATE
    return go.Figure(data=data, layout={"height": height, **layout})


def sheet(data: list[dict], height: int, x_range: tuple[float, float], **layout: Any) -> go.Figure:
    """A figure whose y axis counts pixels from the top: rows keep their size whatever the width."""
    height = max(height, LINE)  # without a single row there is still a figure
    axis = {"visible": False, "range": [height, 0]}
    across = {"visible": False, "range": list(x_range)}
    return figure(data, height, hovermode=False, yaxis=axis, xaxis=across, **layout)


def bars(x: list[float], y: list[float], width: float, marker: dict) -> dict:
    """A trace of horizontal bars, `width` pixels thick on a sheet."""
    return {"type": "bar", "orientation": "h", "x": x, "y": y, "width": [width] * len(y), "marker": marker}


def hatch(colour: str = palette.MUTED) -> dict:
    """The marker of a hidden cell. Without fillmode 'overlay' the hatching vanishes inside Streamlit."""
    pattern = {"shape": "/", "size": 6, "solidity": 0.25, "fgcolor": colour, "bgcolor": palette.SURFACE}
    return {
        "color": palette.SURFACE,
        "pattern": {**pattern, "fillmode": "overlay"},
        "line": {"width": 1, "color": colour},
    }


def note(text: str, x: float, y: float, **more: Any) -> dict:
    """An annotation of ready-made markup, left-aligned at a share of the width, centred on a y."""
    base = {"xref": "paper", "xanchor": "left", "yanchor": "middle", "align": "left", "showarrow": False}
    base |= {"borderpad": 0, "borderwidth": 0}
    return {**base, "text": text, "x": x, "y": y, "font": {"size": SIZE}, **more}


def rule(x: float, top: float, bottom: float, colour: str, width: float, **more: Any) -> dict:
    """An upright line at an x of the data between two y of the sheet."""
    return {
        "type": "line",
        "x0": x,
        "x1": x,
        "y0": top,
        "y1": bottom,
        "line": {"color": colour, "width": width},
        **more,
    }


def safe(text: str) -> str:
    """Text that Plotly may not read as markup."""
    return escape(text, quote=False)


def bold(text: str) -> str:
    """Safe text in bold."""
    return f"<b>{safe(text)}</b>"


def coloured(text: str, colour: str) -> str:
    """Safe text in a colour."""
    return f'<span style="color:{colour}">{safe(text)}</span>'


def status_mark(status: str) -> str:
    """Mark and word of a status in its colour, as Plotly markup."""
    look = palette.look(status)
    return f'<span style="color:{look.colour}"><b>{look.mark} {safe(status)}</b></span>'


def wrapped(text: str, characters: int) -> list[str]:
    """The text in lines of at most so many characters; at least one line."""
    return textwrap.wrap(text, characters, break_long_words=False) or [""]
