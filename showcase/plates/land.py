"""Land: ridge behind ridge, the nearer the darker."""

from __future__ import annotations

from collections.abc import Iterator
from math import exp, pi, sin

from showcase.plates.geometry import Curve, Point
from showcase.plates.sheet import LIGHT, Ink, Layer, Sheet, fill, stroke

RIDGES = 7
FOLDS = 6
CLOSEST = 2.5
"""Pens between two points of a crest."""


def sky(sheet: Sheet) -> list[Layer]:
    """Return the ridges from the farthest to the nearest, each with its crest and its strata."""
    layers: list[Layer] = []
    for number in range(RIDGES):
        near = number / (RIDGES - 1)
        crest = _crest(sheet, number, near)
        foot = ((sheet.width, sheet.line), (0.0, sheet.line))
        every = _every(sheet, crest)
        layers.append(fill([Curve((*crest[::every], *foot), smooth=False, closed=True)], 1.0, _tone(near)))
        layers += _strata(sheet, crest, near, 2 * every)
        width, opacity = sheet.pen * (0.6 + 0.6 * near), 0.85 - 0.3 * near
        layers.append(stroke([Curve(tuple(crest[::every]))], width, opacity, LIGHT))
    return layers


def _tone(near: float) -> Ink:
    """Return the colour of a ridge: haze on the far ones, the dark of the ground on the near."""
    if near < 0.3:
        return Ink("sky_foot", "light", 0.16 - 0.5 * near)
    return Ink("sky_foot", "ground_foot", near * 1.05 - 0.2)


def _crest(sheet: Sheet, number: int, near: float) -> list[Point]:
    """Return the crest of a ridge as points from the left edge to the right."""
    rng = sheet.seed.stream(f"ridge {number}")
    base = sheet.line * (0.47 - 0.43 * near)
    swing = sheet.line * (0.13 - 0.085 * near)
    folds, length, weight = [], sheet.height * (1.15 - 0.35 * near), 1.0
    for _ in range(FOLDS):
        folds.append((length * rng.uniform(0.8, 1.2), weight, rng.uniform(0, pi)))
        length, weight = length * 0.55, weight * 0.5
    count = 4 * round(max(40, min(150, sheet.width / sheet.height * 84)) / 4)  # lines of every fourth end at the edge
    points = []
    for k in range(count + 1):
        x = sheet.width * k / count
        lift = sum(weight * _fold(pi * x / length + phase) for length, weight, phase in folds)
        points.append((x, sheet.line - max(0.0, base + swing * lift)))
    return points


def _every(sheet: Sheet, crest: list[Point]) -> int:
    """Return which of the points of a crest are drawn: every second one where the pen is too broad to show all."""
    return 2 if crest[1][0] < CLOSEST * sheet.pen else 1


def _fold(turn: float) -> float:
    """Return a wave that stands up in peaks and lies down in valleys."""
    return 0.9 - 1.8 * abs(sin(turn))


def _strata(sheet: Sheet, crest: list[Point], near: float, every: int) -> Iterator[Layer]:
    """Yield a few lines of `every` so many points that follow the crest down the slope and lose its detail."""
    for depth in range(1, 4):
        drop = sheet.line * (0.011 + 0.012 * near) * depth * (1 + 0.25 * depth)
        reach = 1 + 2 * depth
        points = []
        for k in range(0, len(crest), every):
            around = crest[max(0, k - reach) : k + reach + 1]
            y = sum(p[1] for p in around) / len(around)
            points.append((crest[k][0], min(sheet.line, y + drop)))
        opacity = (0.34 - 0.14 * near) * exp(-0.45 * depth)
        yield stroke([Curve(tuple(points))], sheet.pen * 0.6, opacity, LIGHT)
