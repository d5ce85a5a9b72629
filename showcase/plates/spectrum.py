"""Spectrum: one wave packet on each of many lines."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, exp, pi, sin
from typing import NamedTuple

from showcase.plates.geometry import Curve
from showcase.plates.sheet import LIGHT, Layer, Sheet, stroke

# A packet is drawn again where it is strong: how far out, how bold, how bright.
PARTS = ((1.8, 0.7, 0.62), (1.15, 0.9, 0.4), (0.6, 1.2, 0.6))


class Packet(NamedTuple):
    """A wave packet: its middle, its spread, the length of one wave, its height."""

    x: float
    y: float
    spread: float
    length: float
    tall: float

    def curve(self, out: float, width: float) -> Iterator[Curve]:
        """Yield it as far as `out` spreads from its middle and on a sheet of that width."""
        step = self.length / 6
        count = int(out * self.spread / step)
        points = []
        for k in range(-count, count + 1):
            x = self.x + k * step
            if 0 <= x <= width:
                swing = self.tall * exp(-((k * step / self.spread) ** 2)) * cos(pi * k / 3)
                points.append((x, self.y - swing))
        if len(points) > 2:
            yield Curve(tuple(points))


def sky(sheet: Sheet) -> list[Layer]:
    """Return the lines, evenly spaced, each with its packet."""
    parts: list[list[Curve]] = [[] for _ in PARTS]
    for packet in _packets(sheet):
        for part, (out, _, _) in zip(parts, PARTS, strict=True):
            part += packet.curve(out, sheet.width)
        parts[0] += _carrier(sheet, packet.y, parts[0][-1])
    return [
        stroke(part, sheet.pen * width, opacity, LIGHT)
        for part, (_, width, opacity) in zip(parts, PARTS, strict=True)
    ]


def _packets(sheet: Sheet) -> Iterator[Packet]:
    """Yield the packets from the horizon upwards; their middles follow one slow curve."""
    rng = sheet.seed.stream("spectrum")
    count = max(7, round(sheet.line * 0.86 / (46 * sheet.grain)))
    gap = sheet.line * 0.86 / count
    sway, phase, turns = rng.uniform(0.14, 0.32), rng.phase(), rng.uniform(1.9, 6.0)
    finest, chirp = sheet.reach * rng.uniform(0.029, 0.037), rng.uniform(-0.5, 0.5)
    for row in range(count):
        up = (row + 0.5) / count
        drift = sway * sin(turns * up + phase) + rng.uniform(-0.04, 0.04)
        spread = (0.2 + 0.09 * sin(4.3 * up + 2 * phase)) * rng.uniform(0.8, 1.2)
        yield Packet(
            x=sheet.width * 0.55 + sheet.reach * drift,
            y=sheet.line - gap * (row + 0.8),
            spread=sheet.reach * spread,
            length=finest * (1 + chirp * (up - 0.5)),
            tall=gap * rng.uniform(0.34, 0.52),
        )


def _carrier(sheet: Sheet, y: float, packet: Curve) -> Iterator[Curve]:
    """Yield the plain line on either side of a packet."""
    for end, edge in ((packet.points[0], 0.0), (packet.points[-1], sheet.width)):
        if abs(end[0] - edge) > sheet.pen:
            yield Curve(((edge, y), end), smooth=False)
