"""Sea: a faint swell in the air above the water, thinning towards the zenith."""

from __future__ import annotations

from math import exp, pi, sin
from typing import NamedTuple

from showcase.plates.geometry import Curve
from showcase.plates.sheet import Layer, Sheet, stroke

BANDS = 8
# Length (in heights of the sheet), weight and drift from line to line.
SWELL = ((1.3, 1.0, 0.14), (0.7, 0.6, -0.19), (0.4, 0.26, 0.27))


class Wave(NamedTuple):
    """One wave of the swell; `drift` is how far it turns from one line to the next."""

    length: float
    weight: float
    drift: float
    phase: float

    def height(self, x: float, row: int) -> float:
        """Return its height on a line, at x."""
        turn = 2 * pi * x / self.length + self.drift * row + self.phase
        return self.weight * sin(turn)


def sky(sheet: Sheet) -> list[Layer]:
    """Return long lines of swell, close above the horizon and far apart aloft."""
    swell = _swell(sheet)
    bands: list[list[Curve]] = [[] for _ in range(BANDS)]
    y, row = 4.0 * sheet.grain, 0
    while y < sheet.line * 0.9:
        height = y / sheet.line
        gap = sheet.grain * (6.5 + 30 * height)
        # Close to the horizon the swell lies down, so that no line dips below it.
        lift = gap * 1.45 * min(1.0, 0.25 + 6 * height)
        bands[int(height * BANDS)].append(_line(sheet, swell, y, row, lift))
        y, row = y + gap, row + 1
    return [
        stroke(lines, sheet.pen * (1.1 - 0.06 * band), 0.72 * exp(-2.2 * (band + 0.3) / BANDS))
        for band, lines in enumerate(bands)
    ]


def _swell(sheet: Sheet) -> list[Wave]:
    """Return the waves of this plate."""
    rng = sheet.seed.stream("sea")
    side = rng.side()
    swell = []
    for length, weight, drift in SWELL:
        length *= rng.uniform(0.65, 1.5) * sheet.height
        swell.append(Wave(length, weight, side * drift * rng.uniform(0.6, 1.3), rng.phase()))
    return swell


def _line(sheet: Sheet, swell: list[Wave], y: float, row: int, lift: float) -> Curve:
    """Return one line of swell, y above the horizon."""
    count = max(8, round(sheet.width / sheet.height * 22))
    points = []
    for k in range(count + 1):
        x = sheet.width * k / count
        points.append((x, sheet.line - y - lift * sum(wave.height(x, row) for wave in swell)))
    return Curve(tuple(points))
