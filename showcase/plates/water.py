"""What every family shares: the horizon line and the waves below it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import exp, log, pi, sin

from showcase.plates.geometry import Curve, Point, taper
from showcase.plates.sheet import LIGHT, Layer, Sheet, fill, stroke

BANDS = 6


def waves(sheet: Sheet) -> list[Layer]:
    """Return the waves below the line, far ones faint, near ones clear."""
    swell = _swell(sheet)
    bands: list[list[Curve]] = [[] for _ in range(BANDS)]
    drawn = [(near, _wave(sheet, swell, near, y)) for near, y in rows(sheet)]
    for near, wave in drawn:
        bands[min(BANDS - 1, int(near * BANDS))].append(wave)
    layers = []
    for band, lines in enumerate(bands):
        near = (band + 0.5) / BANDS
        layers.append(stroke(lines, sheet.pen * (0.55 + 0.75 * near), 0.2 + 0.28 * near, LIGHT))
    return [*layers, fill(_glitter(sheet, drawn), 0.8, LIGHT)]


def rows(sheet: Sheet) -> Iterator[tuple[float, float]]:
    """Yield (nearness 0 to 1, y) of each wave: close at the horizon, wide at the foot."""
    depth = sheet.height - sheet.line
    tight, wide = 3.4 * sheet.grain, 34 * sheet.grain
    y = tight
    while y < depth + wide * 0.4:
        yield min(1.0, y / depth), sheet.line + y
        y += tight + (wide - tight) * (y / depth) ** 0.9


def _swell(sheet: Sheet) -> Callable[[float, float, float], float]:
    """Return the height of the water as a function of (x, nearness, finest length).

    A few long waves on one plane seen in perspective: neighbouring lines
    belong together because they cut the same crests.
    """
    rng = sheet.seed.stream("swell")
    parts = []
    for length, height in ((1.0, 1.0), (0.55, 0.7), (0.28, 0.3), (0.17, 0.13)):
        length *= rng.uniform(0.82, 1.18) * sheet.height
        parts.append(
            (
                length,
                height,
                rng.uniform(0.5, 1.3) * (1 if rng.random() < 0.6 else -1),
                rng.uniform(0, 2 * pi),
            )
        )
    middle = sheet.light

    def height_at(x: float, near: float, finest: float) -> float:
        total, depth = 0.0, log(near)
        for length, height, slant, phase in parts:
            seen = length * near
            # A wave too short to be drawn at this distance melts into the flat.
            weight = max(0.0, min(1.0, (seen - finest) / finest))
            if weight:
                total += (
                    weight * height * sin(2 * pi * ((x - middle) / seen + slant * depth) + phase)
                )
        return total

    return height_at


def _wave(
    sheet: Sheet, swell: Callable[[float, float, float], float], near: float, y: float
) -> Curve:
    """Return one wave from edge to edge."""
    finest = 20 * sheet.pen
    lift = 9 * sheet.grain * near**1.2
    shortest = max(finest, 0.17 * sheet.height * near)
    count = max(4, round(sheet.width / shortest * 3.4))
    xs = [sheet.width * k / count for k in range(count + 1)]
    points = tuple((x, y - lift * swell(x, near, finest)) for x in xs)
    flat = max(p[1] for p in points) - min(p[1] for p in points) < 0.12 * sheet.pen
    return Curve((points[0], points[-1]), smooth=False) if flat else Curve(points)


def _glitter(sheet: Sheet, drawn: list[tuple[float, Curve]]) -> list[Curve]:
    """Return the path of light below the light: blades that lie on the waves."""
    rng = sheet.seed.stream("glitter")
    blades = []
    for near, wave in drawn:
        spread = sheet.reach * (0.05 + 0.17 * near)
        for _ in range(2):
            middle, half = (
                sheet.light + spread * rng.uniform(-0.8, 0.8),
                spread * rng.uniform(0.2, 0.6),
            )
            spine = _stretch(wave, middle - half, middle + half)
            if spine and spine[0][1] < sheet.height:
                thick = sheet.pen * (1.3 + 2.0 * near)
                blades.append(taper(spine, lambda t: thick * sin(pi * t) ** 0.7))
    return blades


def _stretch(wave: Curve, start: float, end: float) -> list[Point]:
    """Return nine points of a wave between two places on it; none where it leaves the sheet."""
    if start < wave.points[0][0] or end > wave.points[-1][0]:
        return []
    return [wave.at_x(start + (end - start) * k / 8) for k in range(9)]


def horizon_line(sheet: Sheet) -> list[Layer]:
    """Return the luminous line itself, swelling a little under the light."""
    y = sheet.line
    across = Curve(((0.0, y), (sheet.width, y)), smooth=False)
    reach = sheet.reach * 0.55
    start, end = max(0.0, sheet.light - reach), min(sheet.width, sheet.light + reach)
    xs = [start + (end - start) * k / 16 for k in range(17)]

    def blade(thick: float) -> Curve:
        return taper(
            [(x, y) for x in xs],
            lambda t: (
                thick * exp(-(((start + (end - start) * t - sheet.light) / (reach * 0.42)) ** 2))
            ),
        )

    return [
        stroke([across], sheet.pen * 9, 0.06, LIGHT),
        stroke([across], sheet.pen * 4, 0.1, LIGHT),
        fill([blade(sheet.pen * 12)], 0.14, LIGHT),
        fill([blade(sheet.pen * 4.5)], 0.9, LIGHT),
        stroke([across], sheet.pen * 1.5, 0.95, LIGHT),
    ]
