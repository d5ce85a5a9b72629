"""Medical and life support: pulses that run along concentric arcs."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, exp, hypot, pi, sin

from showcase.plates.geometry import Arc, Curve
from showcase.plates.sheet import LIGHT, Layer, Sheet, stroke

BANDS = 6
# The heartbeat as a sum of bells: where, how high, how wide; -3 to 3 is one beat.
BEAT = (
    (-1.7, 0.14, 0.36),
    (-0.42, -0.16, 0.17),
    (0.0, 1.0, 0.2),
    (0.46, -0.3, 0.2),
    (1.75, 0.22, 0.5),
)


def sky(sheet: Sheet) -> list[Layer]:
    """Return arcs around one centre on the line; their heartbeats follow one slow curve."""
    rng = sheet.seed.stream("pulse")
    gap, first = 38 * sheet.grain, sheet.reach * rng.uniform(0.15, 0.2)
    middle, swing = rng.uniform(1.32, 1.5) * pi, rng.uniform(0.12, 0.2) * pi
    turn, phase = rng.uniform(1.2, 2.6) / sheet.reach, rng.uniform(0, 2 * pi)
    arcs: list[list[Arc]] = [[] for _ in range(BANDS)]
    beats: list[list[Curve]] = [[] for _ in range(BANDS)]
    centre, ring = sheet.light, 0
    while (radius := first + ring * gap) < hypot(max(centre, sheet.width - centre), sheet.line):
        circle = Arc(centre, sheet.line, radius, radius, pi, 2 * pi)
        band = min(BANDS - 1, int(radius / sheet.reach * 5))
        half, edge = min(0.4, 50 * sheet.grain / radius), pi
        for angle, share in _beats(middle + swing * sin(phase + turn * radius), half):
            arcs[band] += sheet.arcs(Arc(centre, sheet.line, radius, radius, edge, angle - half))
            beats[band] += _pulse(sheet, circle, angle, half, gap * share)
            edge = angle + half
        arcs[band] += sheet.arcs(Arc(centre, sheet.line, radius, radius, edge, 2 * pi))
        ring += 1
    return [
        layer
        for band in range(BANDS)
        for layer in (
            stroke(arcs[band], sheet.pen * (0.9 - 0.05 * band), 0.6 - 0.075 * band),
            stroke(beats[band], sheet.pen * (1.35 - 0.08 * band), 0.9 - 0.1 * band, LIGHT),
        )
    ]


def _beats(middle: float, half: float) -> Iterator[tuple[float, float]]:
    """Yield (angle, strength) of the beats on one arc: the strong one and its echoes."""
    for number, strength in ((-2, 0.12), (-1, 0.28), (0, 0.76), (1, 0.28), (2, 0.12)):
        angle = middle + number * max(0.62, 2.3 * half)
        if angle - half > pi and angle + half < 2 * pi:
            yield angle, strength


def _pulse(sheet: Sheet, circle: Arc, beat: float, half: float, tall: float) -> list[Curve]:
    """Return one heartbeat bent along its arc, or nothing where it leaves the sheet."""
    points = []
    for k in range(-24, 25):
        t = k / 8
        lift = sum(size * exp(-((t - at) ** 2) / (2 * wide * wide)) for at, size, wide in BEAT)
        angle, r = beat + half * t / 3, circle.rx + tall * lift
        x, y = circle.x + r * cos(angle), circle.y + r * sin(angle)
        if 0 <= x <= sheet.width and 0 <= y <= sheet.line:
            points.append((x, y))
    return [Curve(tuple(points))] if len(points) > 3 else []
