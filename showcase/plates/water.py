"""What every family shares: the horizon line and the waves below it."""

from __future__ import annotations

from collections.abc import Iterator
from math import exp, log, pi, sin
from typing import NamedTuple

from showcase.plates.geometry import Curve, Point, taper
from showcase.plates.sheet import LIGHT, Layer, Sheet, fill, stroke

BANDS = 6
# Length (in heights of the sheet) and weight of the waves that make the swell.
SWELL = ((1.0, 1.0), (0.55, 0.7), (0.28, 0.3), (0.17, 0.13))


class Wave(NamedTuple):
    """A long wave of the swell: its length at the foot, its weight, how it slants into the depth."""

    length: float
    weight: float
    slant: float
    phase: float

    def height(self, x: float, near: float, finest: float) -> float:
        """Return its height at x, `near` the eye (0 to 1); nothing where it is too short to draw."""
        length = self.length * near
        clear = max(0.0, min(1.0, length / finest - 1))
        if not clear:
            return 0.0
        # In the depth the rows follow each other like the powers of a number:
        # with its logarithm, neighbours cut the same crests.
        turns = x / length + self.slant * log(near)
        return clear * self.weight * sin(2 * pi * turns + self.phase)


def waves(sheet: Sheet) -> list[Layer]:
    """Return the waves below the line, far ones faint, near ones clear, and the light on them."""
    drawn = _drawn(sheet)
    return [*_in_bands(sheet, drawn), fill(_glitter(sheet, drawn), 0.8, LIGHT)]


def still_waves(sheet: Sheet) -> list[Layer]:
    """Return the waves below the line without the light on them."""
    return _in_bands(sheet, _drawn(sheet))


def _drawn(sheet: Sheet) -> list[tuple[float, Curve]]:
    """Return the rows with their nearness, from the horizon to the foot."""
    swell = _swell(sheet)
    return [(near, _row(sheet, swell, near, y)) for near, y in rows(sheet)]


def _in_bands(sheet: Sheet, drawn: list[tuple[float, Curve]]) -> list[Layer]:
    """Return the rows as layers, nearer ones thicker and clearer."""
    bands: list[list[Curve]] = [[] for _ in range(BANDS)]
    for near, row in drawn:
        bands[min(BANDS - 1, int(near * BANDS))].append(row)
    layers = []
    for band, lines in enumerate(bands):
        near = (band + 0.5) / BANDS
        layers.append(stroke(lines, sheet.pen * (0.55 + 0.75 * near), 0.2 + 0.28 * near, LIGHT))
    return layers


def rows(sheet: Sheet) -> Iterator[tuple[float, float]]:
    """Yield (nearness 0 to 1, y) of each wave: close at the horizon, wide at the foot."""
    depth = sheet.height - sheet.line
    tight, wide = 3.4 * sheet.grain, 34 * sheet.grain
    y = tight
    while y < depth + wide * 0.4:
        yield min(1.0, y / depth), sheet.line + y
        y += tight + (wide - tight) * (y / depth) ** 0.9


def _swell(sheet: Sheet) -> list[Wave]:
    """Return the few long waves that all rows of this plate are cut from."""
    rng = sheet.seed.stream("swell")
    swell = []
    for length, weight in SWELL:
        length *= rng.uniform(0.82, 1.18) * sheet.height
        swell.append(Wave(length, weight, rng.side() * rng.uniform(0.4, 1.0), rng.phase()))
    return swell


def _row(sheet: Sheet, swell: list[Wave], near: float, y: float) -> Curve:
    """Return the line of one row from edge to edge; a straight one where the water looks flat."""
    finest = 20 * sheet.pen
    lift = 8 * sheet.grain * near**1.2
    count = max(4, round(sheet.width / max(finest, 0.17 * sheet.height * near) * 3.0))
    points = []
    for k in range(count + 1):
        x = sheet.width * k / count
        points.append((x, y - lift * sum(wave.height(x, near, finest) for wave in swell)))
    flat = max(p[1] for p in points) - min(p[1] for p in points) < 0.7 * sheet.pen
    return Curve((points[0], points[-1]), smooth=False) if flat else Curve(tuple(points))


def _glitter(sheet: Sheet, drawn: list[tuple[float, Curve]]) -> Iterator[Curve]:
    """Yield the path of light below the light: blades that lie on the rows."""
    rng = sheet.seed.stream("glitter")
    for near, row in drawn:
        spread = sheet.reach * (0.05 + 0.17 * near)
        for _ in range(2):
            middle = sheet.light + spread * rng.uniform(-0.8, 0.8)
            half = spread * rng.uniform(0.2, 0.6)
            spine = _stretch(row, middle - half, middle + half)
            if spine and max(y for _, y in spine) < sheet.height:
                yield _glint(spine, sheet.pen * (1.3 + 2.0 * near))


def _glint(spine: list[Point], thick: float) -> Curve:
    """Return a stroke of light, pointed at both ends."""
    return taper(spine, lambda t: thick * sin(pi * t) ** 0.7)


def _stretch(row: Curve, start: float, end: float) -> list[Point]:
    """Return a few points of a row between two places on it; none where it leaves the sheet."""
    if start < row.points[0][0] or end > row.points[-1][0]:
        return []
    count = 6 if row.smooth else 4
    return [row.at_x(start + (end - start) * k / count) for k in range(count + 1)]


def horizon_line(sheet: Sheet) -> list[Layer]:
    """Return the luminous line itself, swelling a little under the light."""
    across = Curve(((0.0, sheet.line), (sheet.width, sheet.line)), smooth=False)
    return [
        stroke([across], sheet.pen * 9, 0.06, LIGHT),
        stroke([across], sheet.pen * 4, 0.1, LIGHT),
        fill([_flare(sheet, sheet.pen * 12)], 0.14, LIGHT),
        fill([_flare(sheet, sheet.pen * 4.5)], 0.9, LIGHT),
        stroke([across], sheet.pen * 1.5, 0.95, LIGHT),
    ]


def _flare(sheet: Sheet, thick: float) -> Curve:
    """Return the swelling of the line, thickest under the light."""
    reach = sheet.reach * 0.55
    start, end = max(0.0, sheet.light - reach), min(sheet.width, sheet.light + reach)
    spine = [(start + (end - start) * k / 16, sheet.line) for k in range(17)]

    def width(t: float) -> float:
        off = (start + (end - start) * t - sheet.light) / (reach * 0.42)
        return thick * exp(-off * off)

    return taper(spine, width)
