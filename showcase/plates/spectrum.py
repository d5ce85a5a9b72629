"""Spectrum: one wave packet on each of many lines."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, exp, pi, sin

from showcase.plates.geometry import Curve
from showcase.plates.sheet import LIGHT, Layer, Sheet, stroke

REACH = 2.05
# A packet is drawn again where it is strong: how far out, how bold, how bright.
PARTS = ((REACH, 0.7, 0.62), (1.15, 0.9, 0.4), (0.6, 1.2, 0.6))


def sky(sheet: Sheet) -> list[Layer]:
    """Return the lines, evenly spaced; the packets' middles follow one slow curve."""
    rng = sheet.seed.stream("spectrum")
    count = max(7, round(sheet.line * 0.86 / (42 * sheet.grain)))
    gap = sheet.line * 0.86 / count
    sway, phase, turns = rng.uniform(0.14, 0.32), rng.uniform(0, 2 * pi), rng.uniform(0.3, 0.95)
    finest, chirp = sheet.reach * rng.uniform(0.023, 0.032), rng.uniform(-0.7, 0.7)
    parts: list[list[Curve]] = [[] for _ in PARTS]
    for row in range(count):
        up = (row + 0.5) / count
        y = sheet.line - gap * (row + 0.8)
        middle = sheet.width * 0.55 + sheet.reach * (
            sway * sin(2 * pi * turns * up + phase) + rng.uniform(-0.04, 0.04)
        )
        spread = sheet.reach * (0.2 + 0.09 * sin(4.3 * up + 2 * phase)) * rng.uniform(0.8, 1.2)
        length, tall = finest * (1 + chirp * (up - 0.5)), gap * rng.uniform(0.34, 0.52)
        for part, (out, _, _) in zip(parts, PARTS, strict=True):
            part += _packet(sheet, (middle, y), spread, length, tall, out)
        parts[0] += _carrier(sheet, parts[0][-1])
    return [
        stroke(part, sheet.pen * width, opacity, LIGHT)
        for part, (_, width, opacity) in zip(parts, PARTS, strict=True)
    ]


def _carrier(sheet: Sheet, packet: Curve) -> Iterator[Curve]:
    """Yield the plain line on either side of a packet."""
    for (x, y), edge in ((packet.points[0], 0.0), (packet.points[-1], sheet.width)):
        if abs(x - edge) > sheet.pen:
            yield Curve(((edge, y), (x, y)), smooth=False)


def _packet(
    sheet: Sheet, middle: tuple[float, float], spread: float, length: float, tall: float, out: float
) -> list[Curve]:
    """Return a packet as far as `out` spreads from its middle and on the sheet."""
    step = length / 6
    count = int(out * spread / step)
    points = []
    for k in range(-count, count + 1):
        x = middle[0] + k * step
        if 0 <= x <= sheet.width:
            points.append(
                (x, middle[1] - tall * exp(-((k * step / spread) ** 2)) * cos(pi * k / 3))
            )
    return [Curve(tuple(points))] if len(points) > 2 else []
