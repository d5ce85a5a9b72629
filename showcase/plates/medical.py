"""Medical and life support: pulses that run along concentric arcs."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, exp, hypot, pi, sin
from typing import NamedTuple

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
# On each arc a strong beat and its echoes: how many places away, how strong.
ECHOES = ((-2, 0.12), (-1, 0.28), (0, 0.76), (1, 0.28), (2, 0.12))


class Pulse(NamedTuple):
    """One heartbeat on an arc: its middle and half its extent (radians), its height."""

    angle: float
    half: float
    tall: float

    def curve(self, sheet: Sheet, circle: Arc) -> Iterator[Curve]:
        """Yield it bent along the circle, as far as it is on the sheet."""
        points = []
        for k in range(-24, 25):
            t = k / 8
            lift = sum(high * exp(-((t - at) ** 2) / (2 * wide * wide)) for at, high, wide in BEAT)
            angle, r = self.angle + self.half * t / 3, circle.rx + self.tall * lift
            x, y = circle.x + r * cos(angle), circle.y + r * sin(angle)
            if 0 <= x <= sheet.width and 0 <= y <= sheet.line:
                points.append((x, y))
        if len(points) > 3:
            yield Curve(tuple(points))


def sky(sheet: Sheet) -> list[Layer]:
    """Return arcs around one centre on the line; their heartbeats follow one slow curve."""
    arcs: list[list[Arc]] = [[] for _ in range(BANDS)]
    beats: list[list[Curve]] = [[] for _ in range(BANDS)]
    for circle, pulses in _rings(sheet):
        band = min(BANDS - 1, int(circle.rx / sheet.reach * 5))
        edge = pi
        for pulse in pulses:
            arcs[band] += _between(sheet, circle, edge, pulse.angle - pulse.half)
            beats[band] += pulse.curve(sheet, circle)
            edge = pulse.angle + pulse.half
        arcs[band] += _between(sheet, circle, edge, 2 * pi)
    layers = []
    for band in range(BANDS):
        layers.append(stroke(arcs[band], sheet.pen * (0.9 - 0.05 * band), 0.6 - 0.075 * band))
        width, opacity = sheet.pen * (1.35 - 0.08 * band), 0.9 - 0.1 * band
        layers.append(stroke(beats[band], width, opacity, LIGHT))
    return layers


def _rings(sheet: Sheet) -> Iterator[tuple[Arc, list[Pulse]]]:
    """Yield the arcs from the innermost out, each with its pulses in the order of their angles."""
    rng = sheet.seed.stream("pulse")
    gap, radius = 38 * sheet.grain, sheet.reach * rng.uniform(0.15, 0.2)
    middle, swing = rng.uniform(1.32, 1.5) * pi, rng.uniform(0.12, 0.2) * pi
    turn, phase = rng.uniform(1.2, 2.6) / sheet.reach, rng.phase()
    farthest = hypot(max(sheet.light, sheet.width - sheet.light), sheet.line)
    while radius < farthest:
        half = min(0.4, 50 * sheet.grain / radius)
        pulses = _pulses(middle + swing * sin(phase + turn * radius), half, gap)
        yield Arc(sheet.light, sheet.line, radius, radius, pi, 2 * pi), pulses
        radius += gap


def _pulses(middle: float, half: float, gap: float) -> list[Pulse]:
    """Return the beat at an angle and those of its echoes that fit on the upper half."""
    pace = max(0.62, 2.3 * half)
    pulses = (Pulse(middle + number * pace, half, gap * share) for number, share in ECHOES)
    return [pulse for pulse in pulses if pi < pulse.angle - half and pulse.angle + half < 2 * pi]


def _between(sheet: Sheet, circle: Arc, start: float, end: float) -> Iterator[Arc]:
    """Yield the plain arc between two angles."""
    yield from sheet.arcs(Arc(circle.x, circle.y, circle.rx, circle.ry, start, end))
