"""What a card's words stand on: a plate that steps back behind them, or a photograph darkened for them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from PIL import Image, ImageDraw

from showcase import plates
from showcase.colour import family_colour, screen

HUSHED = ((0.0, 0.26), (0.5, 0.36), (0.86, 1.0))
"""How much of a plate's lines is left behind the words, at shares of the width."""
SHADE = ((0.0, 0.5), (0.25, 0.2), (plates.HORIZON, 0.5), (1.0, 0.8))
"""How dark a photograph is made, at shares of the height."""
RULE = 2
"""The horizon line in pixels."""

Stops = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Ground:
    """A picture of a card's size, and the colours of words on it: above the horizon and below."""

    image: Image.Image
    calm: Image.Image
    """The same without anything that words could be lost in: it shows close around them."""
    on_sky: str
    on_ground: str


@lru_cache(maxsize=1)
def over_plate(slug: str, family: str, size: tuple[int, int]) -> Ground:
    """The plate of a slug, its lines faint on the left where words stand.

    The last one is kept: most of the time that a card takes goes into it, and the next card is the same
    startup's in the other language.
    """
    drawing = plates.drawing(slug, family, *size)
    full, bare = plates.picture(drawing), plates.picture(replace(drawing, layers=()))
    image = Image.composite(full, bare, _ramp(HUSHED, size[0], size, lying=True))
    return _ruled(Ground(image, bare, family_colour(family, "on_sky"), screen("white")))


def over_photograph(photograph: Image.Image) -> Ground:
    """A photograph that was cut to a card's shape, dark enough for white words."""
    size, black = photograph.size, Image.new("RGB", photograph.size)
    image = Image.composite(black, photograph, _ramp(SHADE, size[1], size, lying=False))
    calm = Image.blend(image, black, 0.5)
    return _ruled(Ground(image, calm, screen("white"), screen("white")))


def _ruled(ground: Ground) -> Ground:
    """Draw the horizon from edge to edge."""
    line = round(ground.image.height * plates.HORIZON)
    for picture in (ground.image, ground.calm):
        box = (0, line, picture.width, line + RULE - 1)
        ImageDraw.Draw(picture).rectangle(box, fill=ground.on_sky)
    return ground


def _ramp(stops: Stops, length: int, size: tuple[int, int], lying: bool) -> Image.Image:
    """A mask that runs through the stops, along the width where it is lying, else down the height."""
    row = Image.new("L", (length, 1))
    row.putdata([round(255 * _share(stops, (x + 0.5) / length)) for x in range(length)])
    return (row if lying else row.transpose(Image.Transpose.ROTATE_270)).resize(size)


def _share(stops: Stops, at: float) -> float:
    """The value at a place between stops; before the first and after the last it stays."""
    before = max((stop for stop in stops if stop[0] <= at), default=stops[0])
    after = min((stop for stop in stops if stop[0] > at), default=stops[-1])
    way = (at - before[0]) / (after[0] - before[0]) if after[0] > before[0] else 0
    return before[1] + (after[1] - before[1]) * way
