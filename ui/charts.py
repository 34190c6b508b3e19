"""The chart builders in one place; each gives a Chart or a Drawing with its alternative text and table."""

from ui.bullet import bullet
from ui.burnup import burn_up
from ui.chart_base import PLOTLY_CONFIG
from ui.columns import monthly_columns
from ui.dumbbell import dumbbell
from ui.ranked import ranked_bars
from ui.region_map import tile_map
from ui.sparks import small_multiples, spark_panel

__all__ = [
    "PLOTLY_CONFIG",
    "bullet",
    "burn_up",
    "dumbbell",
    "monthly_columns",
    "ranked_bars",
    "small_multiples",
    "spark_panel",
    "tile_map",
]
