"""Soldier and protection: a weave that opens into a calm, shield-like space."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, exp, hypot, pi, sin
from typing import NamedTuple

from showcase.plates.geometry import Curve, Point
from showcase.plates.sheet import LIGHT, Ink, Layer, Sheet, stroke

BANDS = 7
# The most that a shield is higher than broad, on a narrow sheet.
SLENDER = 1.7
# The lines that bound the calm space: share of its size, width in pens, opacity.
RIM = ((0.985, 1.3, 0.95), (0.945, 0.7, 0.4), (0.9, 0.6, 0.2))


class Shield(NamedTuple):
    """The calm space: its middle, and half its breadth and height."""

    x: float
    y: float
    half: float
    tall: float

    def measure(self, x: float, y: float) -> float:
        """Return how far out a place lies: 1 on the rim, less inside.

        The shoulders are broad, the flanks run down to a point.
        """
        u, v = abs(x - self.x) / self.half, (y - self.y) / self.tall
        shoulders = (u**6 + abs(min(0.0, v)) ** 6) ** (1 / 6)
        flanks = (u**1.55 + max(0.0, v) ** 1.55) ** (1 / 1.55)
        return shoulders if v < 0 else flanks

    def outline(self, share: float) -> Curve:
        """Return the rim, or a line within it at a share of its size."""
        points = []
        for k in range(48):
            x, y = self.half * sin(2 * pi * k / 48), self.tall * cos(2 * pi * k / 48)
            grow = share / self.measure(self.x + x, self.y + y)
            points.append((self.x + x * grow, self.y + y * grow))
        return Curve(tuple(points), closed=True)

    def parted(self, x: float, y: float) -> Point:
        """Return where a place of the plain weave goes when the space opens."""
        away = max(1e-6, self.measure(x, y))
        grow = (away**2.6 + 1) ** (1 / 2.6) / away
        return (self.x + (x - self.x) * grow, self.y + (y - self.y) * grow)


def sky(sheet: Sheet) -> list[Layer]:
    """Return two sets of threads, over and under in turn, parted by the shield."""
    shield = _shield(sheet)
    bands: list[list[Curve]] = [[] for _ in range(BANDS)]
    for stretch in _weave(sheet):
        if shield.measure(*stretch[1]) < 0.42:
            continue
        points = sheet.above([shield.parted(*place) for place in stretch])
        if points and sheet.holds(points[1]):
            bands[_band(shield, points[1])].append(_thread(points, sheet.pen))
    return [_threads(sheet, threads, band) for band, threads in enumerate(bands)] + _rim(
        sheet, shield
    )


def _band(shield: Shield, place: Point) -> int:
    """Return how far from the shield a place lies, in bands."""
    away = hypot((place[0] - shield.x) / shield.half, (place[1] - shield.y) / shield.tall) - 1
    return min(BANDS - 1, int(max(0.0, away * 4)))


def _threads(sheet: Sheet, threads: list[Curve], band: int) -> Layer:
    """Return the threads of one band, fainter the farther they are from the shield."""
    width, opacity = sheet.pen * (1.25 - 0.07 * band), 0.26 + 0.62 * exp(-0.5 * band)
    return stroke(threads, width, opacity, Ink("light", "line", band / BANDS))


def _rim(sheet: Sheet, shield: Shield) -> list[Layer]:
    """Return the lines that bound the calm space, the outer one clear, those within faint."""
    return [
        stroke([shield.outline(share)], sheet.pen * width, opacity, LIGHT)
        for share, width, opacity in RIM
    ]


def _thread(points: list[Point], pen: float) -> Curve:
    """Return a stretch of thread, as a straight line where it hardly bends."""
    (ax, ay), (bx, by) = points[0], points[-1]
    bend = max(abs((x - ax) * (by - ay) - (y - ay) * (bx - ax)) for x, y in points)
    straight = bend < pen * 0.5 * hypot(bx - ax, by - ay)
    return Curve((points[0], points[-1]), smooth=False) if straight else Curve(tuple(points))


def _shield(sheet: Sheet) -> Shield:
    """Return the shield of this plate."""
    rng = sheet.seed.stream("shield")
    tall = sheet.line * rng.uniform(0.26, 0.32)
    half = min(tall * rng.uniform(0.8, 0.95), sheet.width * 0.3)
    x, y = sheet.width * rng.uniform(0.42, 0.74), sheet.line * rng.uniform(0.46, 0.52)
    return Shield(x, y, half, min(tall, SLENDER * half))


def _weave(sheet: Sheet) -> Iterator[tuple[Point, Point, Point]]:
    """Yield the visible stretches of the plain weave: each thread passes over every second one."""
    pitch, tilt = 20 * sheet.grain, sheet.seed.stream("weave").uniform(0.62, 0.95)
    across, down = pitch * cos(tilt), pitch * sin(tilt)
    for row in range(-2, int(sheet.line / down) + 2):
        for column in range(-2 + row % 2, int(sheet.width / across) + 2, 2):
            x, y, slope = column * across, row * down, 1 if column % 2 else -1
            dx, dy = 0.72 * across, 0.72 * down * slope
            yield (x - dx, y - dy), (x, y), (x + dx, y + dy)
