"""Several fields, one horizon: bands of their skies side by side over one water.

Above the line each band is a slice of its family's own sky; the line and the
waves below it are drawn once and run on from band to band.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from showcase.plates.geometry import Arc, Curve, Mark
from showcase.plates.seed import Seed
from showcase.plates.sheet import Drawing, Layer, Sheet
from showcase.plates.skies import SKIES
from showcase.plates.water import horizon_line, waves

BEYOND = 2
"""Points of a wave that are kept on either side of a band, so that it bends alike in both."""


class Window(NamedTuple):
    """How a band looks at its sky: how many bands wide that is, and what share of it is the band's middle."""

    wide: float
    middle: float


# Chosen by eye, so that each band holds what its family is known by.
WINDOWS = {
    "air": Window(3, 0.72),
    "sea": Window(5, 0.2),
    "space": Window(2, 0.42),
    "land": Window(3, 0.24),
    "spectrum": Window(1.6, 0.5),
    "quantum": Window(1.7, 0.5),
    "computing": Window(3, 0.37),
    "soldier": Window(1.45, 0.66),
    "materials": Window(3, 0.55),
    "medical": Window(4, 0.61),
}


def bands(
    slug: str, families: Sequence[str], width: float, height: float, horizon: float, pen: float, beyond: float = 0.0
) -> list[Drawing]:  # fmt: skip
    """Return one drawing for each family from left to right, all of one width.

    `width`, `height` and `pen` are in the units of the drawing, `horizon` is a
    share of the height. The first and the last go `beyond` the width, each on
    its own side. Marks reach a little beyond a band, which cuts them off.
    """
    whole = Sheet(Seed(slug, families[0]), width + 2 * beyond, height, horizon, pen)
    water, across, start = [*waves(whole), *horizon_line(whole)], width / len(families), 0.0
    drawings = []
    for number, family in enumerate(families):
        before, after = beyond * (number == 0), beyond * (number == len(families) - 1)
        sky = _sky(Sheet(Seed(slug, family), _wide(family, across, width), height, horizon, pen), across, before, after)
        shown = across + before + after
        layers = (*sky, *_cut(water, start, shown))
        drawings.append(Drawing(slug, family, shown, height, horizon, pen, layers))
        start += shown
    return drawings


def _wide(family: str, across: float, width: float) -> float:
    """Return the width of the sky from which a band is cut: never more than that of the whole picture."""
    return min(width, across * WINDOWS[family].wide)


def _sky(sheet: Sheet, across: float, before: float, after: float) -> Iterator[Layer]:
    """Yield the layers of a sky as the band shows them, and what goes on before and after it."""
    family = sheet.seed.family
    start = WINDOWS[family].middle * sheet.width - across / 2
    start = max(0.0, min(sheet.width - across, start)) - before
    return _cut(SKIES[family](sheet), start, before + across + after)


def _cut(layers: Sequence[Layer], start: float, across: float) -> Iterator[Layer]:
    """Yield what each layer shows between `start` and `start` + `across`, moved to begin at 0."""
    for layer in layers:
        parts = (_part(mark, start, start + across) for mark in layer.marks)
        if marks := tuple(part.moved(-start) for part in parts if part):
            yield replace(layer, marks=marks)


def _part(mark: Mark, start: float, end: float) -> Mark | None:
    """Return a mark as far as it is needed between two places, None when it is not."""
    if isinstance(mark, Curve) and mark.smooth and not mark.closed:
        return _stretch(mark, start, end)
    first, last = _reach(mark)
    return mark if last >= start and first <= end else None


def _stretch(curve: Curve, start: float, end: float) -> Curve | None:
    """Return the points of an open line that are needed between two places."""
    near = [
        n for n, ((ax, _), (bx, _)) in enumerate(zip(curve.points, curve.points[1:], strict=False))
        if max(ax, bx) >= start and min(ax, bx) <= end
    ]  # fmt: skip
    if not near:
        return None
    return replace(curve, points=curve.points[max(0, near[0] - BEYOND) : near[-1] + 2 + BEYOND])


def _reach(mark: Mark) -> tuple[float, float]:
    """Return how far to the left and to the right a mark goes at most."""
    if isinstance(mark, Curve):
        places = [x for x, _ in mark.points]
        return min(places), max(places)
    half = mark.rx if isinstance(mark, Arc) else 0.0
    return mark.x - half, mark.x + half
