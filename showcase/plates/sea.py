"""Sea: a faint swell in the air above the water, thinning towards the zenith."""

from __future__ import annotations

from math import exp, pi, sin

from showcase.plates.geometry import Curve
from showcase.plates.sheet import Layer, Sheet, stroke

BANDS = 8


def sky(sheet: Sheet) -> list[Layer]:
    """Return long lines of swell, close above the horizon and far apart aloft."""
    swell = _swell(sheet)
    bands: list[list[Curve]] = [[] for _ in range(BANDS)]
    y, row = 4.0 * sheet.grain, 0
    while y < sheet.line * 0.9:
        height = y / sheet.line
        gap = sheet.grain * (6.5 + 30 * height)
        bands[min(BANDS - 1, int(height * BANDS))].append(_line(sheet, swell, y, row, gap))
        y, row = y + gap, row + 1
    return [
        stroke(
            lines, sheet.pen * (1.1 - 0.5 * band / BANDS), 0.72 * exp(-2.2 * (band + 0.3) / BANDS)
        )
        for band, lines in enumerate(bands)
        if lines
    ]


def _swell(sheet: Sheet) -> list[tuple[float, float, float, float]]:
    """Return (length, weight, drift a row, phase) of the waves that make the swell."""
    rng = sheet.seed.stream("sea")
    side = 1 if rng.random() < 0.5 else -1
    return [
        (
            length * rng.uniform(0.65, 1.5) * sheet.height,
            weight,
            side * drift * rng.uniform(0.6, 1.3),
            rng.uniform(0, 2 * pi),
        )
        for length, weight, drift in ((1.3, 1.0, 0.14), (0.7, 0.6, -0.19), (0.4, 0.26, 0.27))
    ]


def _line(sheet: Sheet, swell: list, y: float, row: int, gap: float) -> Curve:
    """Return one line of swell; it lies calmer to the left, where words may stand."""
    count = max(8, round(sheet.width / sheet.height * 22))
    # Close to the horizon the swell lies down, so that no line dips below it.
    rise = 1.45 * min(1.0, 0.25 + 6 * y / sheet.line)
    points = []
    for k in range(count + 1):
        x = sheet.width * k / count
        lift = sum(
            weight * sin(2 * pi * x / length + drift * row + phase)
            for length, weight, drift, phase in swell
        )
        points.append((x, sheet.line - y - gap * rise * lift))
    return Curve(tuple(points))
