"""Air: a sun on the horizon and long flight arcs that rise from it."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, pi, sin

from showcase.plates.geometry import Arc, Curve, Point, taper
from showcase.plates.sheet import LIGHT, Layer, Sheet, fill, stroke

# Where on the width each formation may start.
FEET = ((0.02, 0.14), (0.18, 0.34), (0.4, 0.62))
HALO = (3.4, 2.6, 2.0, 1.55, 1.22)


def sky(sheet: Sheet) -> list[Layer]:
    """Return the sun with its halo, then the flights in front of it."""
    threads, blades = [], []
    for number, flight in enumerate(_flights(sheet)):
        (blades if number % 4 == 1 else threads).append(flight)
    return [
        *_sun(sheet),
        stroke((Curve(tuple(flight)) for flight in threads), sheet.pen * 0.75, 0.6),
        fill((_blade(flight, sheet.pen * 2.3) for flight in blades), 0.85),
    ]


def _sun(sheet: Sheet) -> list[Layer]:
    """Return the rings of haze and, on the line, half a disc."""
    radius = sheet.reach * sheet.seed.stream("sun").uniform(0.1, 0.155)

    def disc(r: float) -> list[Curve]:
        return [sheet.standing(Arc(sheet.light, sheet.line, r, r))]

    halo = [fill(disc(radius * grow), 0.075, LIGHT) for grow in HALO]
    return [*halo, fill(disc(radius), 0.95, LIGHT)]


def _flights(sheet: Sheet) -> Iterator[list[Point]]:
    """Yield the flights of three formations, each opening like a fan from one place on the line."""
    rng = sheet.seed.stream("flights")
    for number, (first, last) in enumerate(FEET):
        foot = sheet.width * rng.uniform(first, last)
        rise = rng.uniform(0.74, 1.0) - 0.16 * number
        sweep = max(sheet.width * 0.8, sheet.reach) * rng.uniform(0.75, 1.25) * (1 - 0.2 * number)
        members = 8 + int(rng.random() * 5)
        for member in range(members):
            low = member / (members - 1)
            length = rng.uniform(0.74, 1.0)
            flight = _flight(
                sheet, foot, rise * (1 - 0.6 * low), sweep * (0.72 + 0.5 * low), length
            )
            if len(flight) > 3:
                yield flight


def _flight(sheet: Sheet, foot: float, rise: float, sweep: float, length: float) -> list[Point]:
    """Return one flight, a quarter of an ellipse up to `length`, as far as it is on the sheet."""
    points = []
    for k in range(19):
        turn = pi / 2 * length * k / 18
        x, y = foot + sweep * (1 - cos(turn)) ** 0.82, sheet.line * (1 - rise * sin(turn))
        if x <= sheet.width:
            points.append((x, y))
    return points


def _blade(flight: list[Point], thick: float) -> Curve:
    """Return a flight that gathers weight as it goes and ends in a point."""
    return taper(flight, lambda t: thick * (0.12 + 0.88 * t**1.5) * min(1.0, 6 * (1 - t) + 0.15))
