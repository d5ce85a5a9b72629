"""Quantum and cyber: circles from two or three places that meet and interfere."""

from __future__ import annotations

from math import acos, atan2, cos, exp, hypot, sin

from showcase.plates.geometry import Arc, Dot
from showcase.plates.sheet import LIGHT, Layer, Sheet, stroke

BANDS = 5


def sky(sheet: Sheet) -> list[Layer]:
    """Return the circles above the line, their nodes, and a faint mirror image below."""
    sources = _sources(sheet)
    gap = 16 * sheet.grain
    layers = []
    for band in range(BANDS):
        above, below = [], []
        for x, y, rings in sources:
            for ring in range(1 + band * rings // BANDS, 1 + (band + 1) * rings // BANDS):
                above += sheet.arcs(Arc(x, y, ring * gap, ring * gap))
                below += sheet.arcs(_mirrored(sheet, x, y, ring * gap), sky=False)
        far = band / (BANDS - 1)
        layers.append(stroke(below, sheet.pen * 0.6, 0.3 * (1 - 0.7 * far)))
        layers.append(stroke(above, sheet.pen * (1.0 - 0.35 * far), 0.75 * exp(-1.25 * far)))
    return [layer for layer in layers if layer.marks] + _nodes(sheet, sources, gap)


def _sources(sheet: Sheet) -> list[tuple[float, float, int]]:
    """Return (x, y, number of rings) of each source."""
    rng = sheet.seed.stream("sources")
    apart = sheet.reach * rng.uniform(0.42, 0.72)
    middle = sheet.width * rng.uniform(0.42, 0.62)
    height = rng.uniform(0.34, 0.6)
    lean = rng.uniform(-0.16, 0.16)
    rings = round(sheet.reach * 0.62 / (16 * sheet.grain))
    return [
        (
            middle + side * apart / 2,
            sheet.line * (1 - height - side * lean),
            max(6, round(rings * rng.uniform(0.8, 1.1))),
        )
        for side in (-1, 1)
    ]


def _mirrored(sheet: Sheet, x: float, y: float, radius: float) -> Arc:
    """Return a ring as the water shows it: under the line, pressed flat."""
    squeeze = 0.5
    return Arc(x, sheet.line + (sheet.line - y) * squeeze, radius, radius * squeeze)


def _nodes(sheet: Sheet, sources: list, gap: float) -> list[Layer]:
    """Return points of light where two rings meet in step, on the curves that such points form."""
    (ax, ay, _), (bx, by, _) = sources[0], sources[-1]
    apart = hypot(bx - ax, by - ay)
    lean = atan2(by - ay, bx - ax)
    sizes: list[list[Dot]] = [[], [], [], []]
    for a in range(1, 60):
        for order in range(-12, 13, 3):
            p, q = a * gap, (a + order) * gap
            if q <= 0 or p + q <= apart or abs(p - q) >= apart:
                continue
            angle = acos((p * p + apart * apart - q * q) / (2 * p * apart))
            away = (p + q - apart) / sheet.reach + abs(order) / 14
            for side in (-1, 1):
                x, y = ax + p * cos(lean + side * angle), ay + p * sin(lean + side * angle)
                if 0 < x < sheet.width and 0 < y < sheet.line - 4 * sheet.pen and away < 1.5:
                    sizes[min(3, int(away * 3))].append(Dot(x, y))
    return [
        stroke(dots, sheet.pen * width, opacity, LIGHT)
        for dots, width, opacity in zip(sizes, (4.0, 3.3, 2.6, 2.0), (1.0, 0.8, 0.6, 0.4), strict=True)
        if dots
    ]
