"""Land: ridge behind ridge, the nearer the darker."""

from __future__ import annotations

from math import exp, pi, sin

from showcase.plates.geometry import Curve, Point
from showcase.plates.sheet import LIGHT, Ink, Layer, Sheet, fill, stroke

RIDGES = 7


def sky(sheet: Sheet) -> list[Layer]:
    """Return the ridges from the farthest to the nearest, each with its crest and its strata."""
    layers: list[Layer] = []
    for number in range(RIDGES):
        near = number / (RIDGES - 1)
        crest = _crest(sheet, number, near)
        tone = (
            Ink("sky_foot", "light", 0.16 - 0.5 * near)
            if near < 0.3
            else Ink("sky_foot", "ground_foot", near * 1.05 - 0.2)
        )
        body = Curve(
            (*crest, (sheet.width, sheet.line), (0.0, sheet.line)), smooth=False, closed=True
        )
        layers += [fill([body], 1.0, tone), *_strata(sheet, crest, near)]
        layers.append(
            stroke([Curve(tuple(crest))], sheet.pen * (0.6 + 0.6 * near), 0.85 - 0.3 * near, LIGHT)
        )
    return layers


def _crest(sheet: Sheet, number: int, near: float) -> list[Point]:
    """Return the crest of a ridge as points from the left edge to the right."""
    rng = sheet.seed.stream(f"ridge {number}")
    base = sheet.line * (0.47 - 0.43 * near)
    swing = sheet.line * (0.13 - 0.085 * near)
    waves, length, weight = [], sheet.height * (1.15 - 0.35 * near), 1.0
    for _ in range(6):
        waves.append((length * rng.uniform(0.8, 1.2), weight, rng.uniform(0, pi)))
        length, weight = length * 0.55, weight * 0.5
    count = max(40, min(150, round(sheet.width / sheet.height * 84)))
    points = []
    for k in range(count + 1):
        x = sheet.width * k / count
        # The folded sine stands up in peaks and lies down in valleys.
        lift = sum(
            weight * (0.9 - 1.8 * abs(sin(pi * x / length + phase)))
            for length, weight, phase in waves
        )
        points.append((x, sheet.line - max(0.0, base + swing * lift)))
    return points


def _strata(sheet: Sheet, crest: list[Point], near: float) -> list[Layer]:
    """Return a few lines that follow the crest down the slope and lose its detail."""
    layers = []
    for depth in range(1, 4):
        drop = sheet.line * (0.011 + 0.012 * near) * depth * (1 + 0.25 * depth)
        reach = 1 + 2 * depth
        points = []
        for k in range(0, len(crest), 2):
            some = crest[max(0, k - reach) : k + reach + 1]
            y = sum(p[1] for p in some) / len(some)
            points.append((crest[k][0], min(sheet.line, y + drop)))
        layers.append(
            stroke(
                [Curve(tuple(points))],
                sheet.pen * 0.6,
                (0.34 - 0.14 * near) * exp(-0.45 * depth),
                LIGHT,
            )
        )
    return layers
