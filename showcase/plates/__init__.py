"""Plates: pictures for profiles that have no photograph, drawn from slug and family alone.

A plate is drawn once, as a `Drawing`; two pens then set it down: `svg` for
pages and book, over the sky and ground of `gradient_css`, and `raster` for
cards and thumbnails.
"""

from __future__ import annotations

from showcase.colour import FAMILIES
from showcase.plates.bands import bands
from showcase.plates.bitmap import picture, raster
from showcase.plates.seed import Seed
from showcase.plates.sheet import Drawing, Layer, Sheet
from showcase.plates.skies import SKIES
from showcase.plates.vector import gradient_css, svg
from showcase.plates.water import horizon_line, still_waves, waves

__all__ = [
    "FAMILIES", "HORIZON", "Drawing", "bands", "drawing", "gradient_css", "picture", "raster", "svg", "water",
]  # fmt: skip

HORIZON = 0.618

# The finest line: in print in mm, on a screen in pixels. No page of the book
# and no cover is as high as 295 mm, no picture on a screen as low as 295 px.
PEN_IN_PRINT, PEN_ON_SCREEN, HIGHEST_IN_PRINT = 0.27, 1.2, 295


def drawing(
    slug: str,
    family: str,
    width: float,
    height: float,
    horizon: float = HORIZON,
    pen: float | None = None,
) -> Drawing:
    """Return the plate of a slug in a family, on a sheet of the given size.

    `width` and `height` are in mm for print or in pixels for a screen,
    `horizon` is the share of the height at which the line runs. `pen` is the
    finest line in the same unit; without it, one that suits print or screen.
    The same slug is the same place in every size, with fewer lines where the
    sheet is small for its pen. ValueError for a family that has no plates or
    a sheet without room.
    """
    sheet = _sheet(slug, family, width, height, horizon, pen)
    return _drawn(sheet, (*SKIES[family](sheet), *waves(sheet), *horizon_line(sheet)))


def water(slug: str, family: str, width: float, height: float, horizon: float = HORIZON) -> Drawing:
    """Return the waves of a plate alone, without sky, light and line: a quiet ground. See `drawing`."""
    sheet = _sheet(slug, family, width, height, horizon)
    return _drawn(sheet, tuple(still_waves(sheet)))


def _sheet(
    slug: str, family: str, width: float, height: float, horizon: float, pen: float | None = None
) -> Sheet:
    if family not in SKIES:
        raise ValueError(
            f"no plates are drawn for {family!r}; the families are {', '.join(FAMILIES)}"
        )
    if not (width > 0 and height > 0 and 0 < horizon < 1):
        raise ValueError(
            "a plate needs a width and height above 0 and a horizon between 0 and 1, "
            f"not {width} × {height} and {horizon}"
        )
    pen = pen or (PEN_IN_PRINT if height < HIGHEST_IN_PRINT else PEN_ON_SCREEN)
    return Sheet(Seed(slug, family), width, height, horizon, pen)


def _drawn(sheet: Sheet, layers: tuple[Layer, ...]) -> Drawing:
    """Return what is drawn on a sheet; a layer without marks is left out."""
    slug, family = sheet.seed.slug, sheet.seed.family
    kept = tuple(layer for layer in layers if layer.marks)
    return Drawing(slug, family, sheet.width, sheet.height, sheet.horizon, sheet.pen, kept)
