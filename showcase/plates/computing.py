"""Computing and AI: a field of short strokes turned by a flow."""

from __future__ import annotations

from collections.abc import Iterator
from math import atan2, cos, exp, hypot, sin
from typing import NamedTuple

from showcase.plates.geometry import Curve, Point
from showcase.plates.sheet import Ink, Layer, Sheet, stroke

BANDS = 9


class Whirl(NamedTuple):
    """A place around which the flow turns, strongest at `radius`; `spin` has its sense."""

    x: float
    y: float
    radius: float
    spin: float


class Flow(NamedTuple):
    """A steady wind, bent by a few whirls."""

    heading: float
    whirls: tuple[Whirl, ...]

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Return (angle, strength 0 to 1) at a place; strength peaks on a ring round each whirl."""
        dx, dy, strength = cos(self.heading), sin(self.heading), 0.0
        for whirl in self.whirls:
            away = hypot(x - whirl.x, y - whirl.y) / whirl.radius
            pull = whirl.spin * exp(-away * away / 2)
            dx -= pull * (y - whirl.y) / whirl.radius
            dy += pull * (x - whirl.x) / whirl.radius
            strength = max(strength, exp(-3 * (away - 1) ** 2))
        return atan2(dy, dx), strength


def sky(sheet: Sheet) -> list[Layer]:
    """Return the strokes in bands of strength, the strong ones brighter and heavier."""
    flow = _flow(sheet)
    bands: list[list[Curve]] = [[] for _ in range(BANDS)]
    for (x, y), gap in _grid(sheet):
        angle, strength = flow.at(x, y)
        half = gap * (0.26 + 0.28 * strength)
        dx, dy = half * cos(angle), half * sin(angle)
        lit = 0.72 * strength + 0.27 * y / sheet.line
        bands[int(lit * BANDS)].append(Curve(((x - dx, y - dy), (x + dx, y + dy)), smooth=False))
    return [
        stroke(
            strokes,
            sheet.pen * (0.65 + 0.085 * band),
            0.32 + 0.08 * band,
            Ink("line", "light", band / BANDS),
        )
        for band, strokes in enumerate(bands)
    ]


def _flow(sheet: Sheet) -> Flow:
    """Return the flow of this plate."""
    rng = sheet.seed.stream("flow")
    heading, side = rng.uniform(-0.35, 0.35), rng.side()
    count = max(2, round(sheet.width / sheet.height * 2.4))
    whirls = (
        Whirl(
            sheet.width * (number + rng.uniform(0.05, 0.95)) / count,
            sheet.line * rng.uniform(0.1, 0.85),
            sheet.reach * rng.uniform(0.14, 0.3),
            side * (1.9 if number % 2 else -1.9),
        )
        for number in range(count)
    )
    return Flow(heading, tuple(whirls))


def _grid(sheet: Sheet) -> Iterator[tuple[Point, float]]:
    """Yield (place, gap to the next) in rows that lie closer towards the horizon."""
    rng = sheet.seed.stream("strokes")
    y, row = sheet.line - 9.5 * sheet.grain, 0
    while y > 4 * sheet.grain:
        gap = sheet.grain * (15 + 19 * (1 - y / sheet.line))
        x = gap * (0.25 + 0.5 * (row % 2))
        while x < sheet.width:
            yield (x + gap * rng.uniform(-0.16, 0.16), y + gap * rng.uniform(-0.16, 0.16)), gap
            x += gap
        y, row = y - gap * 0.82, row + 1
