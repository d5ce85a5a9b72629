"""Materials and energy: a front of crystals, every face cut into triangles."""

from __future__ import annotations

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


class Crystal(NamedTuple):
    """One crystal: its foot on the line, its lean (0 is upright), its size, its rank."""

    x: float
    lean: float
    length: float
    half: float
    ridge: float
    rank: int


def sky(sheet: Sheet) -> list[Layer]:
    """Return the crystals from the farthest rank to the nearest, and the glint of their tips."""
    layers: list[Layer] = []
    tips = []
    for crystal in _cluster(sheet):
        faces = _faces(sheet, crystal)
        near = crystal.rank / (RANKS - 1)
        layers += (
            fill([Curve(face, smooth=False, closed=True)], 0.55 + 0.4 * near, RAMP[tone])
            for face, tone in faces
        )
        edges = (Curve(face, smooth=False, closed=True) for face, _ in faces)
        layers.append(stroke(edges, sheet.pen * (0.5 + 0.35 * near), 0.4 + 0.25 * near, LIGHT))
        tips.append(Dot(*faces[1][0][1]))
    return [*layers, stroke(tips, sheet.pen * 2.6, 0.95, LIGHT)]


def _cluster(sheet: Sheet) -> list[Crystal]:
    """Return the crystals in the order they are painted.

    They stand along the whole line, tallest and most upright around one
    place, and lean away from it.
    """
    rng = sheet.seed.stream("crystals")
    middle, reach = sheet.width * rng.uniform(0.5, 0.8), sheet.reach * rng.uniform(0.38, 0.55)
    crystals = []
    for rank in range(RANKS):
        near = rank / (RANKS - 1)
        pace = sheet.reach * (0.13 - 0.03 * near)
        x = -pace * rng.random()
        while x < sheet.width + pace:
            off = (x - middle) / reach
            height = (
                sheet.line
                * (0.2 + 0.58 / (1 + off * off))
                * (1 - 0.62 * near)
                * rng.uniform(0.6, 1.12)
            )
            lean = max(-0.75, min(0.75, 0.34 * off)) * (0.7 + 0.5 * near) + rng.uniform(-0.16, 0.16)
            crystals.append(
                Crystal(
                    x, lean, height, pace * rng.uniform(0.34, 0.6), rng.uniform(-0.4, 0.4), rank
                )
            )
            x += pace * rng.uniform(0.7, 1.35)
    return crystals


def _faces(sheet: Sheet, crystal: Crystal) -> list[tuple[tuple[Point, ...], int]]:
    """Return six triangles, the left face's three first, each with its place on the ramp."""
    left, right, ridge = -crystal.half, crystal.half, crystal.half * crystal.ridge
    shoulder = crystal.length - crystal.half * 1.5

    def at(across: float, along: float) -> Point:
        x = crystal.x + across * cos(crystal.lean) + along * sin(crystal.lean)
        y = sheet.line + across * sin(crystal.lean) - along * cos(crystal.lean)
        return (min(max(x, 0.0), sheet.width), min(y, sheet.line))

    foot = (
        at(left * 0.8, -crystal.half),
        at(ridge * 0.8, -crystal.half),
        at(right * 0.8, -crystal.half),
    )
    top = (at(left, shoulder * 0.93), at(ridge, shoulder), at(right, shoulder * 0.9))
    tip = at(ridge * 0.4, crystal.length)
    lit = 1 if crystal.x < sheet.light else -1
    return [
        ((foot[0], top[0], foot[1]), _tone(2.0 - 1.1 * lit)),
        ((top[0], tip, top[1]), _tone(3.2 - 1.6 * lit)),
        ((top[0], top[1], foot[1]), _tone(2.4 - 1.4 * lit)),
        ((foot[1], top[1], foot[2]), _tone(2.4 + 1.4 * lit)),
        ((top[1], top[2], foot[2]), _tone(2.0 + 1.1 * lit)),
        ((top[1], tip, top[2]), _tone(3.2 + 1.9 * lit)),
    ]


def _tone(value: float) -> int:
    """Return the place on the ramp nearest to a value."""
    return max(0, min(len(RAMP) - 1, round(value)))
