"""Space: the limb of a planet, orbits around it, stars."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import hypot, pi

from showcase.plates.geometry import Arc, Curve, Dot, taper
from showcase.plates.sheet import LIGHT, Ink, Layer, Sheet, fill, stroke

# The share of stars up to each size, and how that size is drawn.
STARS = ((0.68, 1.1, 0.45), (0.93, 1.9, 0.7), (1.0, 3.0, 0.95))


def sky(sheet: Sheet) -> list[Layer]:
    """Return stars, the planet over them, the orbits last."""
    rng = sheet.seed.stream("planet")
    radius = sheet.reach * rng.uniform(0.55, 1.35)
    rise = sheet.line * rng.uniform(0.18, 0.42)
    limb = Arc(sheet.light, sheet.line + radius - rise, radius, radius, pi, 2 * pi)
    return [*_stars(sheet, limb), *_planet(sheet, limb), *_orbits(sheet, limb)]


def _grown(limb: Arc, share: float) -> Arc:
    """Return a circle around the same centre."""
    return replace(limb, rx=limb.rx * share, ry=limb.ry * share)


def _stars(sheet: Sheet, limb: Arc) -> Iterator[Layer]:
    """Yield stars of three sizes, none in front of the planet."""
    rng = sheet.seed.stream("stars")
    sizes: list[list[Dot]] = [[] for _ in STARS]
    for _ in range(round(150 * sheet.width / sheet.height)):
        x, y, size = rng.random() * sheet.width, rng.random() ** 1.25 * sheet.line, rng.random()
        if hypot(x - limb.x, y - limb.y) > limb.rx * 1.03:
            sizes[sum(size > share for share, _, _ in STARS)].append(Dot(x, y))
    for stars, (_, width, opacity) in zip(sizes, STARS, strict=True):
        yield stroke(stars, sheet.pen * width, opacity, LIGHT)


def _planet(sheet: Sheet, limb: Arc) -> Iterator[Layer]:
    """Yield thin shells of air, the dark disc, the dusk on it, and the lit rim."""
    for k in range(1, 6):
        yield stroke(sheet.arcs(_grown(limb, 1 + 0.008 * k)), sheet.pen * 0.8, 0.42 / k, LIGHT)
    yield fill([sheet.standing(limb)], 1.0, Ink("ground_foot", "ground_top", 0.5))
    for k in range(1, 7):
        inner = _grown(limb, 1 - 0.006 * k - 0.0018 * k * k)
        yield stroke(sheet.arcs(inner), sheet.pen * 0.7, 0.4 / k)
    rim = list(sheet.arcs(limb))
    yield stroke(rim, sheet.pen, 0.7, LIGHT)
    yield fill((_rim(arc, sheet) for arc in rim), 0.95, LIGHT)


def _rim(arc: Arc, sheet: Sheet) -> Curve:
    """Return the lit edge, thickest in its middle."""
    thick = sheet.pen * 3.4
    return taper(arc.flat(sheet.reach / 40), lambda t: thick * (4 * t * (1 - t)) ** 1.5)


def _orbits(sheet: Sheet, limb: Arc) -> Iterator[Layer]:
    """Yield rings that widen as they leave, and the bodies that ride on some with their trails."""
    rng = sheet.seed.stream("orbits")
    near, far, trails = [], [], []
    share, gap = 1.075 + rng.uniform(0, 0.03), 0.02
    while share < 3.4:
        for arc in sheet.arcs(_grown(limb, share)):
            (near if share < 1.5 else far).append(arc)
            lucky, place, length = rng.random(), rng.uniform(0.35, 0.9), rng.uniform(0.15, 0.4)
            if lucky < 0.34 and arc.end - arc.start > 0.3:
                end = arc.start + (arc.end - arc.start) * place
                trails.append(replace(arc, start=max(arc.start, end - length / share), end=end))
        share, gap = share + gap * rng.uniform(0.8, 1.3), gap * 1.13
    yield stroke(far, sheet.pen * 0.6, 0.3)
    yield stroke(near, sheet.pen * 0.7, 0.5)
    yield fill((_trail(arc, sheet) for arc in trails), 0.9, LIGHT)
    yield stroke((Dot(*arc.at(arc.end)) for arc in trails), sheet.pen * 4.2, 1.0, LIGHT)


def _trail(arc: Arc, sheet: Sheet) -> Curve:
    """Return what a body leaves behind, thinning away from it."""
    return taper(arc.flat(sheet.reach / 30), lambda t: sheet.pen * 2.0 * t)
