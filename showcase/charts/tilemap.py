"""The tile map: a square of one size for each State and Union Territory."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from showcase.charts.frame import Style, box, frame, words

SHADES = ((5, "many"), (2, "some"), (1, "few"), (0, "none"))


class Tile(NamedTuple):
    """A State: its code and name, its place in tiles from the top left, its count, its page."""

    code: str
    name: str
    column: int
    row: int
    count: int
    link: str = ""


def shade(count: int) -> str:
    """Return the step of the scale for a count: none, few (1), some (2 to 4) or many (5 and up)."""
    return next(name for least, name in SHADES if count >= least)


def tile_map(
    tiles: Sequence[Tile], style: Style, title: str, description: str, side: float = 40.0
) -> str:
    """Return the map, each tile `side` long with a gap of a twelfth of that.

    Every tile says its name and its count to those who point at it or hear
    it; a tile with a link is one.
    """
    pitch = side * 13 / 12
    width = (max(tile.column for tile in tiles) + 1) * pitch - side / 12
    height = (max(tile.row for tile in tiles) + 1) * pitch - side / 12
    ordered = sorted(tiles, key=lambda tile: (tile.row, tile.column))
    parts = (_tile(tile, style, side, pitch) for tile in ordered)
    return frame(style, (width, height), title, description, parts)


def _tile(tile: Tile, style: Style, side: float, pitch: float) -> str:
    """Return one square with the State's code and, unless it is none, its count."""
    step = shade(tile.count)
    ink = style.colour(f"on_tile_{step}")
    x, y, margin = tile.column * pitch, tile.row * pitch, side * 0.13
    parts = [
        f"<title>{escape(tile.name)}: {tile.count}</title>",
        box(x, y, side, side, style.colour(f"tile_{step}")),
        words(x + margin, y + side * 0.31, tile.code, ink, side * 0.22),
    ]
    if tile.count:
        parts.append(words(x + margin, y + side * 0.85, str(tile.count), ink, side * 0.46))
    inner = "".join(parts)
    return f'<a href="{escape(tile.link)}">{inner}</a>' if tile.link else f"<g>{inner}</g>"
