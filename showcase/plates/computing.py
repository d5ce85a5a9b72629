"""Computing and AI: a field of short strokes turned by a flow."""

from __future__ import annotations

from collections.abc import Callable
from math import atan2, cos, exp, hypot, sin

from showcase.plates.geometry import Curve
from showcase.plates.sheet import Ink, Layer, Sheet, stroke

BANDS = 9


def sky(sheet: Sheet) -> list[Layer]:
    """Return strokes on a grid that grows finer towards the horizon, in bands of strength."""
    flow = _flow(sheet)
    rng = sheet.seed.stream("strokes")
    bands: list[list[Curve]] = [[] for _ in range(BANDS)]
    y, row = sheet.line - 7 * sheet.grain, 0
    while y > 5 * sheet.grain:
        gap = sheet.grain * (13 + 17 * (1 - y / sheet.line))
        x = gap * (0.25 + 0.5 * (row % 2))
        while x < sheet.width:
            here = (x + gap * rng.uniform(-0.16, 0.16), y + gap * rng.uniform(-0.16, 0.16))
            mark, strength = _mark(sheet, flow, here, gap)
            bands[min(BANDS - 1, int(strength * BANDS))].append(mark)
            x += gap
        y, row = y - gap * 0.82, row + 1
    return [
        stroke(
            marks,
            sheet.pen * (0.65 + 0.085 * band),
            0.32 + 0.08 * band,
            Ink("line", "light", band / BANDS),
        )
        for band, marks in enumerate(bands)
        if marks
    ]


def _flow(sheet: Sheet) -> Callable[[float, float], tuple[float, float, float]]:
    """Return (dx, dy, strength 0 to 1) of the flow at a place.

    A steady wind bent by a few whirls; strength peaks on a ring around each.
    """
    rng = sheet.seed.stream("flow")
    size = sheet.reach
    whirls = [
        (
            sheet.width * rng.uniform(0.1, 0.95),
            sheet.line * rng.uniform(0.1, 0.85),
            size * rng.uniform(0.14, 0.3),
            1.9 if rng.random() < 0.5 else -1.9,
        )
        for _ in range(max(2, round(sheet.width / sheet.height * 2.4)))
    ]
    heading = rng.uniform(-0.35, 0.35)

    def flow(x: float, y: float) -> tuple[float, float, float]:
        dx, dy, lit = cos(heading), sin(heading), 0.0
        for cx, cy, radius, spin in whirls:
            away = hypot(x - cx, y - cy) / radius
            pull = spin * exp(-away * away / 2)
            dx, dy = dx - pull * (y - cy) / radius, dy + pull * (x - cx) / radius
            lit = max(lit, exp(-((away - 1.0) ** 2) * 3))
        return dx, dy, lit

    return flow


def _mark(
    sheet: Sheet, flow: Callable, here: tuple[float, float], gap: float
) -> tuple[Curve, float]:
    """Return a stroke along the flow through a place, and its strength."""
    x, y = here
    dx, dy, lit = flow(x, y)
    turn = atan2(dy, dx)
    half = gap * (0.26 + 0.28 * lit)
    ax, ay = x + half * cos(turn), y + half * sin(turn)
    bx, by = x - half * cos(turn), y - half * sin(turn)
    return Curve(((bx, by), (ax, ay)), smooth=False), lit * 0.72 + 0.27 * (y / sheet.line)
