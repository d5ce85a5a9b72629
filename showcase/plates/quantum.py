"""Quantum and cyber: circles from two places that meet and interfere."""

from __future__ import annotations

from collections.abc import Iterator
from math import acos, atan2, cos, exp, hypot, sin
from typing import NamedTuple

from showcase.plates.geometry import Arc, Dot, Point
from showcase.plates.sheet import LIGHT, Layer, Sheet, stroke

BANDS = 5
# How the points where rings meet are drawn, from the middle outwards.
NODES = ((4.0, 1.0), (3.3, 0.8), (2.6, 0.6), (2.0, 0.4))


class Source(NamedTuple):
    """Where a set of rings starts, and how many it has."""

    x: float
    y: float
    rings: int


def sky(sheet: Sheet) -> list[Layer]:
    """Return the rings above the line, a faint mirror image below, and the nodes."""
    sources, gap = _sources(sheet), 16 * sheet.grain
    layers = []
    for band in range(BANDS):
        above, below = [], []
        for ring, source in _rings(sources, band):
            above += sheet.arcs(Arc(source.x, source.y, ring * gap, ring * gap))
            below += sheet.arcs(_mirrored(sheet, source, ring * gap), sky=False)
        far = band / (BANDS - 1)
        layers.append(stroke(below, sheet.pen * 0.6, 0.3 * (1 - 0.7 * far)))
        layers.append(stroke(above, sheet.pen * (1.0 - 0.35 * far), 0.75 * exp(-1.25 * far)))
    return [*layers, *_nodes(sheet, sources, gap)]


def _sources(sheet: Sheet) -> tuple[Source, Source]:
    """Return the two sources of this plate, the left one first."""
    rng = sheet.seed.stream("sources")
    apart, middle = sheet.reach * rng.uniform(0.42, 0.72), sheet.width * rng.uniform(0.42, 0.62)
    height, lean = rng.uniform(0.34, 0.6), rng.uniform(-0.16, 0.16)
    rings = sheet.reach * 0.62 / (16 * sheet.grain)
    left, right = (
        Source(
            middle + side * apart / 2,
            sheet.line * (1 - height - side * lean),
            round(rings * rng.uniform(0.8, 1.1)),
        )
        for side in (-1, 1)
    )
    return left, right


def _rings(sources: tuple[Source, Source], band: int) -> Iterator[tuple[int, Source]]:
    """Yield (number of the ring, its source) for all rings of a band, counted outwards."""
    for source in sources:
        first, last = (source.rings * edge // BANDS for edge in (band, band + 1))
        for ring in range(first + 1, last + 1):
            yield ring, source


def _mirrored(sheet: Sheet, source: Source, radius: float) -> Arc:
    """Return a ring as the water shows it: under the line, pressed flat."""
    return Arc(source.x, sheet.line + (sheet.line - source.y) / 2, radius, radius / 2)


def _nodes(sheet: Sheet, sources: tuple[Source, Source], gap: float) -> Iterator[Layer]:
    """Yield points of light where rings meet in step, on the curves that such points form."""
    apart = hypot(sources[1].x - sources[0].x, sources[1].y - sources[0].y)
    sizes: list[list[Dot]] = [[] for _ in NODES]
    for ring in range(1, 60):
        for order in range(-12, 13, 3):
            first, second = ring * gap, (ring + order) * gap
            away = (first + second - apart) / sheet.reach + abs(order) / 14
            if away >= 1.5:
                continue
            for x, y in _meeting(sources, first, second):
                if 0 < x < sheet.width and 0 < y < sheet.line - 4 * sheet.pen:
                    sizes[min(len(NODES) - 1, int(away * 3))].append(Dot(x, y))
    for dots, (width, opacity) in zip(sizes, NODES, strict=True):
        yield stroke(dots, sheet.pen * width, opacity, LIGHT)


def _meeting(sources: tuple[Source, Source], first: float, second: float) -> Iterator[Point]:
    """Yield the two places where a circle around each source cross, if they do."""
    (ax, ay, _), (bx, by, _) = sources
    apart = hypot(bx - ax, by - ay)
    if second <= 0 or first + second <= apart or abs(first - second) >= apart:
        return
    lean = atan2(by - ay, bx - ax)
    angle = acos((first**2 + apart**2 - second**2) / (2 * first * apart))
    for turn in (lean - angle, lean + angle):
        yield ax + first * cos(turn), ay + first * sin(turn)
