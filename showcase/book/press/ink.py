"""Ink: what a colour of a page becomes on one press.

Areas and large type have the inks of the colour table, within the press's
limit. Type below 24 points is black ink alone, a tint of it as light as the
colour is, so that no misregister can blur it; what is lighter than any tint
that holds a letter together is the bare paper.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import Image, ImageCms

from showcase.colour import contrast
from showcase.mixtures import Inks, printed

LARGE = 23.95
"""Type of so many points may have all inks: 24, less what an engine loses in its pixels."""
FAINTEST = 20
"""A tint of black in percent: fainter type is the paper."""
PAPER: Inks = (0, 0, 0, 0)
FULL = 100
GREY = (1.0, 0.85, 0.85)
"""Cyan, magenta and yellow that together print as a grey, on coated paper."""
BLACK_FOR_GREY = 0.3
"""So much black goes down for each part of grey taken away, so that a dark stays as dark."""
DEEPEST = 95
"""No black is raised above this percent: it keeps a dark from closing up."""


def limited(inks: Inks, limit: float) -> Inks:
    """The inks brought down to `limit` percent in all, and still the colour that they were.

    First the grey goes that the three colours make together, for that is what hides their hue, and
    a little black takes its place. Where that is not enough, the colours give way alike.
    """
    c, m, y, k = inks
    over = c + m + y + k - limit
    if over <= 0:
        return inks
    coloured = list(zip((c, m, y), GREY, strict=True))
    grey = min(over / (sum(GREY) - BLACK_FOR_GREY), *(ink / part for ink, part in coloured))
    black = max(k, min(DEEPEST, k + grey * BLACK_FOR_GREY))
    return _alike([ink - grey * part for ink, part in coloured], _cut(black), limit)


def _alike(coloured: list[float], black: float, limit: float) -> Inks:
    """The three colours made less by one share, so that they keep to the limit with the black."""
    share = min(1.0, max(0.0, limit - black) / max(sum(coloured), 1))
    c, m, y = (_cut(one * share) for one in coloured)
    return c, m, y, black


def _cut(ink: float) -> float:
    """To hundredths, cut off and not rounded: four roundings upwards would pass the limit again."""
    return int(ink * 100 + 1e-6) / 100


@dataclass(frozen=True)
class InkTable:
    """The colours of a page as a press prints them: its ICC profile, and its limit in percent."""

    icc: Path
    limit: int

    def of(self, colour: str) -> Inks:
        """The inks of an area in "#rrggbb"; KeyError for a colour that no table has."""
        return limited(printed(colour), self.limit)

    def of_text(self, colour: str, size: float) -> Inks:
        """The inks of type of `size` points in "#rrggbb"; KeyError as for `of`."""
        inks = self.of(colour)
        if size >= LARGE:
            return inks
        tint = inks[3] if not any(inks[:3]) else _black_as_light_as(colour, self.icc)
        return (0, 0, 0, tint) if tint >= FAINTEST else PAPER


@cache
def _black_as_light_as(colour: str, icc: Path) -> float:
    """The tint of black, in percent, that is as light as a colour is on the screen."""
    wanted, tints = lightness(colour), _tints(icc)
    return float(min(range(FULL + 1), key=lambda tint: abs(tints[tint] - wanted)))


@cache
def _tints(icc: Path) -> list[float]:
    """The lightness (0 to 100, the paper 100) of black at every percent, by an ICC profile."""
    row = Image.new("CMYK", (FULL + 1, 1))
    for tint in range(FULL + 1):
        row.putpixel((tint, 0), (0, 0, 0, round(tint * 2.55)))
    press, lab = ImageCms.getOpenProfile(str(icc)), ImageCms.createProfile("LAB")
    change = ImageCms.buildTransform(press, lab, "CMYK", "LAB", ImageCms.Intent.RELATIVE_COLORIMETRIC)
    seen = ImageCms.applyTransform(row, change)
    return [seen.getpixel((tint, 0))[0] / 2.55 for tint in range(FULL + 1)]


def lightness(colour: str) -> float:
    """The CIE lightness (0 to 100) of a "#rrggbb"."""
    luminance = 1.05 / contrast(colour, "#ffffff") - 0.05
    return 903.3 * luminance if luminance <= 0.008856 else 116 * luminance ** (1 / 3) - 16
