"""Space: the limb of a planet, orbits around it, stars."""

from __future__ import annotations

from math import hypot, pi

from showcase.plates.geometry import Arc, Dot, taper
from showcase.plates.sheet import LIGHT, Ink, Layer, Sheet, fill, stroke


def sky(sheet: Sheet) -> list[Layer]:
    """Return stars, the planet over them, the orbits last."""
    rng = sheet.seed.stream("planet")
    radius = sheet.reach * rng.uniform(0.55, 1.35)
    rise = sheet.line * rng.uniform(0.18, 0.42)
    limb = Arc(sheet.light, sheet.line + radius - rise, radius, radius, pi, 2 * pi)
    return _stars(sheet, limb) + _planet(sheet, limb) + _orbits(sheet, limb)


def _grown(limb: Arc, share: float) -> Arc:
    """Return a circle around the same centre."""
    return Arc(limb.x, limb.y, limb.rx * share, limb.ry * share, pi, 2 * pi)


def _stars(sheet: Sheet, limb: Arc) -> list[Layer]:
    """Return stars of three sizes, none in front of the planet."""
    rng = sheet.seed.stream("stars")
    sizes: list[list[Dot]] = [[], [], []]
    for _ in range(round(150 * sheet.width / sheet.height)):
        x, y, size = rng.random() * sheet.width, rng.random() ** 1.25 * sheet.line, rng.random()
        if hypot(x - limb.x, y - limb.y) > limb.rx * 1.03:
            sizes[0 if size < 0.68 else 1 if size < 0.93 else 2].append(Dot(x, y))
    return [
        stroke(stars, sheet.pen * width, opacity, LIGHT)
        for stars, width, opacity in zip(sizes, (1.1, 1.9, 3.0), (0.45, 0.7, 0.95), strict=True)
        if stars
    ]


def _planet(sheet: Sheet, limb: Arc) -> list[Layer]:
    """Return the dark disc, the lit rim and thin shells of air."""
    disc = list(sheet.arcs(limb))
    shells = [
        stroke(sheet.arcs(_grown(limb, 1 + 0.008 * k)), sheet.pen * 0.8, 0.42 / k, LIGHT)
        for k in range(1, 6)
    ]
    dusk = [
        stroke(sheet.arcs(_grown(limb, 1 - 0.006 * k * (1 + 0.3 * k))), sheet.pen * 0.7, 0.4 / k)
        for k in range(1, 7)
    ]
    rim = [
        taper(arc.flat(sheet.reach / 40), lambda t: sheet.pen * 3.4 * (4 * t * (1 - t)) ** 1.5)
        for arc in disc
    ]
    body = [fill([sheet.standing(limb)], 1.0, Ink("ground_foot", "ground_top", 0.5))]
    return shells + body + dusk + [stroke(disc, sheet.pen, 0.7, LIGHT), fill(rim, 0.95, LIGHT)]


def _orbits(sheet: Sheet, limb: Arc) -> list[Layer]:
    """Return rings that widen as they leave, and the bodies that ride on some."""
    rng = sheet.seed.stream("orbits")
    near, far, riders, trails = [], [], [], []
    share, gap = 1.075 + rng.uniform(0, 0.03), 0.02
    while share < 3.4:
        arcs = list(sheet.arcs(_grown(limb, share)))
        (near if share < 1.5 else far).extend(arcs)
        for arc in arcs:
            if rng.random() < 0.34 and arc.end - arc.start > 0.3:
                end = arc.start + (arc.end - arc.start) * rng.uniform(0.35, 0.9)
                start = max(arc.start, end - rng.uniform(0.15, 0.4) / share)
                trails.append(Arc(arc.x, arc.y, arc.rx, arc.ry, start, end))
                riders.append(Dot(*arc.at(end)))
        share, gap = share + gap * rng.uniform(0.8, 1.3), gap * 1.13
    return [
        stroke(far, sheet.pen * 0.6, 0.3),
        stroke(near, sheet.pen * 0.7, 0.5),
        fill(
            [taper(arc.flat(sheet.reach / 30), lambda t: sheet.pen * 2.0 * t) for arc in trails],
            0.9,
            LIGHT,
        ),
        stroke(riders, sheet.pen * 4.2, 1.0, LIGHT),
    ]
