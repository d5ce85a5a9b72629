"""Materials and energy: a front of crystals, every face cut into triangles."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, sin
from typing import NamedTuple

from showcase.plates.geometry import Curve, Dot, Point
from showcase.plates.sheet import LIGHT, Ink, Layer, Sheet, fill, stroke

# From a face turned away to one that meets the light.
RAMP = (
    Ink("ground_foot", "ground_top", 0.35),
    Ink("ground_top"),
    Ink("ground_top", "sky_foot", 0.45),
    Ink("sky_foot"),
    Ink("sky_foot", "line", 0.22),
    Ink("sky_foot", "line", 0.45),
    Ink("sky_foot", "line", 0.8),
)
RANKS = 4
SLENDEREST = 40.0
"""Pens in the breadth of a crystal whose sides are cut in two: on one that is slimmer no cut is seen."""


class Crystal(NamedTuple):
    """One crystal: its foot on the line, its lean (0 is upright), its size, its ridge."""

    x: float
    y: float
    lean: float
    length: float
    half: float
    ridge: float

    @property
    def tip(self) -> Point:
        """Place of its tip on the sheet."""
        return self.place(self.ridge * 0.4, self.length)

    def place(self, across: float, along: float) -> Point:
        """Return the place on the sheet of one in the crystal's own measures."""
        right, up = (cos(self.lean), sin(self.lean)), (sin(self.lean), -cos(self.lean))
        return (self.x + across * right[0] + along * up[0], self.y + across * right[1] + along * up[1])


def sky(sheet: Sheet) -> list[Layer]:
    """Return the crystals from the farthest rank to the nearest, and the glint of their tips."""
    layers: list[Layer] = []
    tips = []
    for rank in range(RANKS):
        near = rank / (RANKS - 1)
        for crystal in _crystals(sheet, rank):
            faces = list(_faces(sheet, crystal))
            layers += (fill([face], 0.55 + 0.4 * near, RAMP[tone]) for face, tone in faces)
            edges, width = (face for face, _ in faces), sheet.pen * (0.5 + 0.35 * near)
            layers.append(stroke(edges, width, 0.4 + 0.25 * near, LIGHT))
            if sheet.holds(tip := crystal.tip):
                tips.append(Dot(*tip))
    return [*layers, stroke(tips, sheet.pen * 2.6, 0.95, LIGHT)]


def _crystals(sheet: Sheet, rank: int) -> Iterator[Crystal]:
    """Yield the crystals of one rank from left to right.

    They stand along the whole line, tallest and most upright around one
    place, and lean away from it; nearer ranks are lower.
    """
    cluster, rng = sheet.seed.stream("cluster"), sheet.seed.stream(f"rank {rank}")
    middle = sheet.width * cluster.uniform(0.5, 0.8)
    reach = sheet.reach * cluster.uniform(0.38, 0.55)
    near = rank / (RANKS - 1)
    pace = sheet.reach * (0.13 - 0.03 * near)
    x = -pace * rng.random()
    while x < sheet.width + pace:
        off = (x - middle) / reach
        height = (0.2 + 0.58 / (1 + off * off)) * (1 - 0.62 * near) * rng.uniform(0.6, 1.12)
        lean = max(-0.75, min(0.75, 0.34 * off)) * (0.7 + 0.5 * near) + rng.uniform(-0.16, 0.16)
        half, ridge = pace * rng.uniform(0.34, 0.6), rng.uniform(-0.4, 0.4)
        yield Crystal(x, sheet.line, lean, sheet.line * height, half, half * ridge)
        x += pace * rng.uniform(0.7, 1.35)


def _faces(sheet: Sheet, crystal: Crystal) -> Iterator[tuple[Curve, int]]:
    """Yield two triangles that meet in the tip, then two sides, each with its place on the ramp.

    A side is cut into two triangles, which meet the light a little differently. What would stand
    beyond the sides of the sheet or below its line is left out.
    """
    half, ridge = crystal.half, crystal.ridge
    shoulder = crystal.length - half * 1.5
    foot = [(-half * 0.8, -half), (ridge * 0.8, -half), (half * 0.8, -half)]
    top = [(-half, shoulder * 0.93), (ridge, shoulder), (half, shoulder * 0.9)]
    tip = (ridge * 0.4, crystal.length)
    lit = 1 if crystal.x < sheet.light else -1
    tips = (
        ((top[0], tip, top[1]), 3.2 - 1.6 * lit),
        ((top[1], tip, top[2]), 3.2 + 1.9 * lit),
    )
    whole = (
        ((foot[0], top[0], top[1], foot[1]), 2.2 - 1.25 * lit),
        ((foot[1], top[1], top[2], foot[2]), 2.2 + 1.25 * lit),
    )
    cut = (
        ((foot[0], top[0], foot[1]), 2.0 - 1.1 * lit),
        ((top[0], top[1], foot[1]), 2.4 - 1.4 * lit),
        ((foot[1], top[1], foot[2]), 2.4 + 1.4 * lit),
        ((top[1], top[2], foot[2]), 2.0 + 1.1 * lit),
    )
    sides = whole if 2 * half < SLENDEREST * sheet.pen else cut
    for corners, shade in (*tips, *sides):
        if face := sheet.within([crystal.place(*corner) for corner in corners]):
            yield Curve(tuple(face), smooth=False, closed=True), _tone(shade)


def _tone(shade: float) -> int:
    """Return the place on the ramp nearest to a shade."""
    return max(0, min(len(RAMP) - 1, round(shade)))
