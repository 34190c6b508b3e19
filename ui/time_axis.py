"""The axes that the line and column charts share."""

from datetime import date, timedelta
from typing import Any

from ui import palette

BELOW = 50


def time_axis(days: tuple[date, date], *, air: int = 0) -> dict[str, Any]:
    """A date axis with month names that thin out by themselves; `air` is free room in days at both ends."""
    first, last = days
    months = {"dtickrange": [None, "M11"], "value": "%b\n%Y"}
    return {
        "type": "date",
        "range": [(first - timedelta(days=air)).isoformat(), (last + timedelta(days=air)).isoformat()],
        "tickformatstops": [months, {"dtickrange": ["M12", None], "value": "%Y"}],
        "nticks": 10,
        "minallowed": (first - timedelta(days=air + 31)).isoformat(),
        "ticks": "outside",
        "ticklen": 5,
        "tickcolor": palette.PREVIOUS,
        "showline": True,
        "linecolor": palette.PREVIOUS,
    }


def count_axis(top: float, *, visible: bool = True) -> dict[str, Any]:
    """An axis of counts from zero to `top`, in Dutch notation."""
    ticks = {"nticks": 6, "tickformat": ",.0f", "ticklabelstandoff": 6, "automargin": True}
    return {"range": [0, top], "visible": visible, **ticks}
