"""Charts: drawn pictures of numbers and dates, as SVG with a title and a description.

The same functions serve page and book: what differs, fonts and where colours
come from, stands in a `Style`. Lengths are in the caller's unit.
"""

from __future__ import annotations

from showcase.charts.bars import Year, year_bars
from showcase.charts.frame import Style, custom_property
from showcase.charts.tilemap import Tile, shade, tile_map
from showcase.charts.track import Moment, Rung, ladder, timeline

__all__ = [
    "Moment",
    "Rung",
    "Style",
    "Tile",
    "Year",
    "custom_property",
    "ladder",
    "shade",
    "tile_map",
    "timeline",
    "year_bars",
]
