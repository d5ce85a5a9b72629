"""Air: a sun on the horizon and long flight arcs that rise from it."""

from __future__ import annotations

from math import cos, pi, sin

from showcase.plates.geometry import Arc, Curve, Point, taper
from showcase.plates.sheet import LIGHT, Layer, Sheet, fill, stroke


def sky(sheet: Sheet) -> list[Layer]:
    """Return the sun with its halo, then the flights in front of it."""
    return _sun(sheet) + _flights(sheet)


def _sun(sheet: Sheet) -> list[Layer]:
    """Return half a disc on the line and the rings of haze around it."""
    radius = sheet.reach * sheet.seed.stream("sun").uniform(0.1, 0.155)

    def disc(r: float) -> list[Curve]:
        return [sheet.standing(Arc(sheet.light, sheet.line, r, r))]

    halo = [fill(disc(radius * grow), 0.075, LIGHT) for grow in (3.4, 2.6, 2.0, 1.55, 1.22)]
    return halo + [fill(disc(radius), 0.95, LIGHT)]


def _flights(sheet: Sheet) -> list[Layer]:
    """Return formations of arcs: each opens like a fan from one place on the line."""
    rng = sheet.seed.stream("flights")
    blades, threads = [], []
    feet = (rng.uniform(0.02, 0.14), rng.uniform(0.18, 0.34), rng.uniform(0.4, 0.62))
    for number, share in enumerate(feet):
        rise, sweep = (
            rng.uniform(0.74, 1.02) - 0.16 * number,
            max(sheet.width * 0.8, sheet.reach) * rng.uniform(0.75, 1.25) * (1 - 0.2 * number),
        )
        members = 7 + int(rng.random() * 6)
        for member in range(members):
            part = member / (members - 1)
            spine = _flight(
                sheet,
                share * sheet.width,
                rise * (1 - 0.6 * part),
                sweep * (0.72 + 0.5 * part),
                rng.uniform(0.74, 1.0),
            )
            (blades if member % 4 == 1 else threads).append(spine)
    thick = sheet.pen * 2.3
    return [
        stroke([Curve(tuple(spine)) for spine in threads if len(spine) > 3], sheet.pen * 0.75, 0.6),
        fill(
            [
                taper(
                    spine, lambda t: thick * (0.12 + 0.88 * t**1.5) * min(1.0, 6 * (1 - t) + 0.15)
                )
                for spine in blades
                if len(spine) > 3
            ],
            0.85,
        ),
    ]


def _flight(sheet: Sheet, foot: float, rise: float, sweep: float, length: float) -> list[Point]:
    """Return the points of one flight, as far as it stays on the sheet."""
    points = []
    for k in range(19):
        turn = pi / 2 * length * k / 18
        x, y = foot + sweep * (1 - cos(turn)) ** 0.82, sheet.line * (1 - rise * sin(turn))
        if 0 <= x <= sheet.width and y >= 0:
            points.append((x, y))
    return points
